//! Days to come that are told as past, and days that have passed told as to come.

use crate::{
    Copy, Finding, Level, Message, Rule, Said,
    copy::{Passage, Role},
};
use jiff::{ToSpan, civil::Date};
use lang::{
    Value, What, Word,
    values::{Calendar, Day, Tense},
};

/// The most bytes of a sentence that is read for its verbs: a longer one is none.
const LONGEST: usize = 1_500;
/// How many years back a day may lie that is told as to come: what lies further back may be history, told as if it were
/// still to happen.
const HISTORY: i64 = 1;
/// How many days from the day of the copy a date without a year may be, to be of that year.
const NEAR: i64 = 45;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let Some(base) = copy.date else { return };
    for passage in copy.passages.iter().filter(|passage| passage.role != Role::Quotation) {
        for sentence in passage.sentences.iter().filter(|sentence| sentence.len() <= LONGEST) {
            let Some(text) = passage.text.get(sentence.clone()) else { continue };
            let mut clauses = None;
            for value in passage.values_in(sentence).iter().filter(|value| !passage.is_quoted(&value.at)) {
                let Some((against, level)) = against(value, base, passage) else { continue };
                let at = value.at.start.saturating_sub(sentence.start)..value.at.end.saturating_sub(sentence.start);
                let clauses = clauses.get_or_insert_with(|| copy.profile().clauses(text));
                let day = matches!(value.what, What::Day(_));
                let Some((_, verb)) = clauses.tense_of(&at, day).filter(|(tense, _)| *tense == against) else {
                    continue;
                };
                let words = Said::Words(passage.text.get(value.at.clone()).unwrap_or_default().to_owned());
                let word = match against {
                    Tense::Past => Word::DatesPast,
                    Tense::ToCome => Word::DatesToCome,
                };
                let message = Message::new(word, [("words", words), ("base", Said::Day(base))]);
                let verb = verb.start + sentence.start..verb.end + sentence.start;
                let places = vec![copy.place(passage, value.at.clone()), copy.place(passage, verb)];
                findings.push(Finding::new(Rule::Dates, "tense", level, message, places));
            }
        }
    }
}

/// The tense that a date cannot be told in, and how surely. A day more or less is left alone: it may be told from
/// another place on the globe.
fn against(value: &Value, base: Date, passage: &Passage) -> Option<(Tense, Level)> {
    let (first, last) = match &value.what {
        What::Day(day) if day.calendar == Calendar::Gregorian => match day.year {
            Some(_) => (day.civil()?, Day { day: day.to.unwrap_or(day.day), ..*day }.civil()?),
            None => return without_year(day, base, passage),
        },
        What::Month { year: Some(year), month, calendar: Calendar::Gregorian } => {
            let first = Date::new(i16::try_from(*year).ok()?, i8::try_from(*month).ok()?, 1).ok()?;
            (first, first.last_of_month())
        }
        // A year that has passed is often history.
        What::Year { year, calendar: Calendar::Gregorian } => {
            return (*year > i32::from(base.year())).then_some((Tense::Past, Level::Warn));
        }
        _ => return None,
    };
    let days = |count: i64| base.checked_add(count.days()).ok();
    if first > days(1)? {
        return Some((Tense::Past, Level::Warn));
    }
    let history = base.checked_sub(HISTORY.years()).ok()?;
    (last < days(-1)? && last > history).then_some((Tense::ToCome, Level::Warn))
}

/// A day without a year is of the year of the copy when it is near, and no other year is told of. That is no more
/// than probable.
fn without_year(day: &Day, base: Date, passage: &Passage) -> Option<(Tense, Level)> {
    let this = i32::from(base.year());
    let other = passage.values.iter().any(|value| match &value.what {
        What::Day(day) => day.year.is_some_and(|year| year != this),
        What::Month { year, .. } => year.is_some_and(|year| year != this),
        What::Year { year, .. } => *year != this,
        What::Years(..) => true,
        _ => false,
    });
    if other {
        return None;
    }
    let civil = |of: u8| Day { year: Some(this), day: of, ..*day }.civil();
    let (first, last) = (civil(day.day)?, civil(day.to.unwrap_or(day.day))?);
    let days = |count: i64| base.checked_add(count.days()).ok();
    if first > days(1)? && first < days(NEAR)? {
        return Some((Tense::Past, Level::Note));
    }
    (last < days(-1)? && last > days(-NEAR)?).then_some((Tense::ToCome, Level::Note))
}
