//! Days that no calendar has, and weekdays that are not those of their dates.

use crate::{Copy, Finding, Level, Message, Rule, Said, copy::Passage};
use jiff::civil::Date;
use lang::{
    Value, What, Word,
    language::Count,
    values::{Calendar, Day},
};
use std::ops::Range;

/// How far from the day of the copy a date without a year may be, in days.
const NEAR: i32 = 183;
/// How far it may be for its year to be sure.
const SURE: i32 = 130;

/// How many characters a weekday may stand apart from its date, with a mark between them and without.
const MARKED: usize = 26;
const CLOSE: usize = 10;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    for passage in &copy.passages {
        for value in &passage.values {
            if let What::Day(day) = &value.what
                && !passage.is_quoted(&value.at)
            {
                let found = no_day(copy, passage, &value.at, day);
                findings.extend(found.or_else(|| weekday(copy, passage, &value.at, day)));
            }
        }
        findings.extend(passage.sentences.iter().filter_map(|sentence| apart(copy, passage, sentence)));
    }
}

/// The one day of a sentence with the one weekday that names it again: "20 March 2010 (a Tuesday)". Few words stand
/// between them: "on Thursday that the pact of 25 June" is of two days.
fn apart(copy: &Copy<'_>, passage: &Passage, sentence: &Range<usize>) -> Option<Finding> {
    let values = passage.values_in(sentence);
    let moment = |value: &&Value| !matches!(value.what, What::Number(_) | What::Clock { .. });
    let mut moments = values.iter().filter(moment);
    let (one, other, None) = (moments.next()?, moments.next()?, moments.next()) else { return None };
    let (day, said) = match (&one.what, &other.what) {
        (What::Day(day), What::Weekday(weekday)) | (What::Weekday(weekday), What::Day(day)) => (day, *weekday),
        _ => return None,
    };
    let between = passage.text.get(one.at.end..other.at.start)?;
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let marked = between.trim_start().starts_with(is_mark);
    let characters = between.chars().count();
    let by_character = copy.profile().language().count == Count::Characters;
    let near = characters <= if marked { MARKED } else { CLOSE } / if by_character { 2 } else { 1 };
    let goes_on = copy.profile().says_one_of("and", &passage.text, one.at.end..other.at.start);
    let free = day.weekday.is_none() && near && !goes_on;
    let quoted = passage.is_quoted(&one.at) || passage.is_quoted(&other.at);
    let day = Day { weekday: Some(said), ..*day };
    (free && !quoted).then(|| weekday(copy, passage, &(one.at.start..other.at.end), &day)).flatten()
}

/// A day that does not exist.
fn no_day(copy: &Copy<'_>, passage: &Passage, at: &Range<usize>, day: &Day) -> Option<Finding> {
    let off = day.day.max(day.to.unwrap_or_default()) > most_days(day)?;
    let words = passage.text.get(at.clone()).unwrap_or_default().to_owned();
    off.then(|| {
        let message = Message::new(Word::DatesNoDay, [("words", Said::Words(words))]);
        Finding::new(Rule::Dates, "nodate", Level::Stop, message, vec![copy.place(passage, at.clone())])
    })
}

/// How many days the month has at most. Without a year, February has 29 days; months of the moon have 29 or 30, and
/// which have 30 is decided by who sees it.
fn most_days(day: &Day) -> Option<u8> {
    match day.calendar {
        Calendar::Gregorian => {
            let year = day.year.and_then(|year| i16::try_from(year).ok()).unwrap_or(2000);
            Date::new(year, i8::try_from(day.month).ok()?, 1).ok()?.days_in_month().try_into().ok()
        }
        Calendar::Hijri | Calendar::Chinese => Some(30),
        Calendar::SolarHijri => Some(if day.month <= 6 { 31 } else { 30 }),
    }
}

/// A weekday that is not that of its date.
fn weekday(copy: &Copy<'_>, passage: &Passage, at: &Range<usize>, day: &Day) -> Option<Finding> {
    let said = day.weekday.filter(|_| day.to.is_none() && day.calendar == Calendar::Gregorian)?;
    let date = match day.year {
        Some(_) => day.civil()?,
        None => nearest(day, copy.date?)?,
    };
    let falls = |date: Date| u8::try_from(date.weekday().to_monday_one_offset()).ok();
    let right = falls(date)?;
    if right == said {
        return None;
    }
    // A date without a year may be of any year that is told of.
    let other = |year: i32| year.try_into().ok().and_then(|year| Date::new(year, date.month(), date.day()).ok());
    let named = || years(passage).filter_map(other).any(|date| falls(date) == Some(said));
    if day.year.is_none() && (named() || other_year(date, copy.date?).is_some_and(|date| falls(date) == Some(said))) {
        return None;
    }
    let name = copy.profile().language().dates.weekdays.get(usize::from(right) - 1)?.first()?.clone();
    let message = Message::new(Word::DatesWeekday, [("day", Said::Day(date)), ("weekday", Said::Words(name))]);
    Some(Finding::new(Rule::Dates, "weekday", Level::Warn, message, vec![copy.place(passage, at.clone())]))
}

/// The day of this month and day that is nearest to the day of the copy, where that is sure.
fn nearest(day: &Day, base: Date) -> Option<Date> {
    let (month, of) = (i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?);
    let days = |date: Date| date.since(base).map(|span| span.get_days().abs()).unwrap_or(i32::MAX);
    let years = [base.year() - 1, base.year(), base.year() + 1].into_iter();
    years.filter_map(|year| Date::new(year, month, of).ok()).min_by_key(|date| days(*date)).filter(|d| days(*d) <= NEAR)
}

/// The same day of the next nearest year, where the nearest is not near enough to be sure of it.
fn other_year(nearest: Date, base: Date) -> Option<Date> {
    let off = nearest.since(base).ok()?.get_days();
    let year = nearest.year() - i16::try_from(off.signum()).ok()?;
    (off.abs() > SURE).then(|| Date::new(year, nearest.month(), nearest.day()).ok()).flatten()
}

fn years(passage: &Passage) -> impl Iterator<Item = i32> {
    passage.values.iter().filter_map(|value| match &value.what {
        What::Day(day) => day.year,
        What::Month { year, .. } => *year,
        What::Year { year, .. } => Some(*year),
        _ => None,
    })
}
