//! What each sentence tells of times: the moments with their years, and spans.

use crate::{Copy, copy::Passage};
use jiff::civil::Date;
use lang::{
    Value, What,
    values::{Calendar, Span, Told},
};
use std::ops::Range;

/// How many characters stand at most between "since" and the birth that it is of.
const CLOSE: usize = 6;

/// A sentence, with what it tells of times.
#[derive(Debug)]
pub struct Scope<'c> {
    /// The passage it stands in.
    pub passage: &'c Passage,
    /// Its bytes in the passage.
    pub at: Range<usize>,
    /// Years that are named in it, alone or in a date, of the common calendar.
    pub years: Vec<Dated>,
    /// How long ago, for how long, how old.
    pub spans: Vec<Span>,
    /// Counts of years that are of something else: a sentence, a contract.
    pub others: Vec<Range<usize>>,
}

/// A year that is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The bytes of the whole date in the passage.
    pub at: Range<usize>,
    /// The year.
    pub year: i32,
    /// The day, where it is one.
    pub day: Option<Date>,
}

/// Every sentence that tells something of times, in order, quotations left out.
pub fn scopes<'c>(copy: &'c Copy<'_>) -> Vec<Vec<Scope<'c>>> {
    copy.passages.iter().map(|passage| of_passage(copy, passage)).collect()
}

fn of_passage<'c>(copy: &Copy<'_>, passage: &'c Passage) -> Vec<Scope<'c>> {
    let mut spans = passage.spans(copy.profile()).iter().cloned().peekable();
    let mut out = Vec::new();
    for sentence in &passage.sentences {
        let free = |at: &Range<usize>| !passage.is_quoted(at);
        let years = passage.values_in(sentence).iter().filter_map(dated).filter(|dated| free(&dated.at)).collect();
        let (mut within, mut others) = (Vec::new(), Vec::new());
        while let Some(span) = spans.next_if(|span| span.at.start < sentence.end) {
            if span.told == Told::Other {
                others.push(span.at);
            } else if free(&span.at) {
                within.push(span);
            }
        }
        out.push(Scope { passage, at: sentence.clone(), years, spans: within, others });
    }
    out
}

/// The year that a value names.
fn dated(value: &Value) -> Option<Dated> {
    let (year, calendar, day) = match &value.what {
        What::Day(day) => (day.year?, day.calendar, day.civil()),
        What::Month { year, calendar, .. } => ((*year)?, *calendar, None),
        What::Year { year, calendar } => (*year, *calendar, None),
        _ => return None,
    };
    (calendar == Calendar::Gregorian).then(|| Dated { at: value.at.clone(), year, day })
}

impl Scope<'_> {
    /// The one year that is named in it before this one, if there is one only.
    pub fn only_year_before(&self, year: i32) -> Option<&Dated> {
        let first = self.years.iter().find(|dated| dated.year < year)?;
        let others = self.years.iter().any(|dated| dated.year != first.year && dated.year != year);
        (!others).then_some(first)
    }

    /// Whether a birth is told of as that since which years are counted: "for 20 years, since it was born in 2003".
    pub fn counts_from_birth(&self) -> bool {
        let told = |told: Told| self.spans.iter().filter(move |span| span.told == told);
        told(Told::Born).any(|born| {
            told(Told::Since).any(|since| since.at.start <= born.at.start && self.apart(&since.at, &born.at) <= CLOSE)
        })
    }

    /// How many characters stand between two places.
    pub fn apart(&self, one: &Range<usize>, other: &Range<usize>) -> usize {
        let between = if one.end <= other.start { one.end..other.start } else { other.end..one.start };
        self.passage.text.get(between).map_or(0, |text| text.chars().count())
    }
}
