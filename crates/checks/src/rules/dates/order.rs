//! Spans that end before they begin.

use crate::{Copy, Finding, Level, Message, Rule, Said, copy::Passage};
use lang::{What, Word, values::Day};
use std::ops::Range;

/// Over how many days a span without years may run past the end of a year: the seven months of a long winter.
const OVER_NEW_YEAR: i32 = 212;

/// How many bytes before a span what says that something is moved may stand.
const MOVED: usize = 40;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    for passage in &copy.passages {
        let mut last: Option<(&What, &Range<usize>)> = None;
        for value in &passage.values {
            let back = match &value.what {
                What::Years(from, to) => from > to,
                What::Day(day) => day.to.is_some_and(|to| to < day.day),
                _ => false,
            };
            if back {
                report(copy, passage, value.at.clone(), findings);
            }
            if let Some((first, at)) = last
                && runs_back(first, &value.what)
                && copy.profile().is_from_to(&passage.text, at, &value.at)
                && !is_moved(copy, passage, at)
            {
                report(copy, passage, at.start..value.at.end, findings);
            }
            last = Some((&value.what, &value.at));
        }
    }
}

pub(super) fn report(copy: &Copy<'_>, passage: &Passage, at: Range<usize>, findings: &mut Vec<Finding>) {
    if passage.is_quoted(&at) {
        return;
    }
    let words = passage.text.get(at.clone()).unwrap_or_default().to_owned();
    let message = Message::new(Word::DatesOrder, [("words", Said::Words(words))]);
    findings.push(Finding::new(Rule::Dates, "order", Level::Warn, message, vec![copy.place(passage, at)]));
}

/// Whether what stands before says that something is moved from the one to the other: "brought forward from 2030 to 2025".
fn is_moved(copy: &Copy<'_>, passage: &Passage, first: &Range<usize>) -> bool {
    let from = (first.start.saturating_sub(MOVED)..=first.start).find(|at| passage.text.is_char_boundary(*at));
    let near = from.unwrap_or(first.start)..first.start;
    copy.profile().says_one_of("brought", &passage.text, near)
}

/// Whether the second comes before the first, whatever is left unsaid.
pub(super) fn runs_back(first: &What, second: &What) -> bool {
    match (first, second) {
        (What::Year { year: one, calendar: a }, What::Year { year: other, calendar: b }) => a == b && one > other,
        (
            What::Month { year: Some(one), month: from, calendar: a },
            What::Month { year: Some(other), month: to, calendar: b },
        ) => a == b && (one, from) > (other, to),
        (What::Day(one), What::Day(other)) => days_back(one, other),
        _ => false,
    }
}

fn days_back(one: &Day, other: &Day) -> bool {
    if one.calendar != other.calendar || one.to.is_some() || other.to.is_some() {
        return false;
    }
    let place = |day: &Day| (day.month, day.day);
    match (one.year, other.year) {
        (Some(from), Some(to)) => (from, place(one)) > (to, place(other)),
        // Of one year when the second does not say another: the year stands with the first alone.
        (Some(_), None) | (None, None) | (None, Some(_)) => {
            let days = |day: &Day| i32::from(day.month) * 30 + i32::from(day.day);
            place(one) > place(other) && days(other) + 360 - days(one) > OVER_NEW_YEAR
        }
    }
}
