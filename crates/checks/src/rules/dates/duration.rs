//! So many days or weeks, beside the days that they are.

use crate::{Copy, Finding, Level, Message, Rule, Said, copy::Passage};
use jiff::civil::Date;
use lang::{
    Value, What, Word,
    values::{Calendar, Day, Length},
};
use std::ops::Range;

/// How far, in characters, the count may stand from the days.
const NEAR: usize = 45;
/// How many days a count of weeks may be off.
const SLACK: i32 = 3;
/// The most bytes of a sentence that is looked at: a longer one is none.
const LONGEST: usize = 1_500;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    for passage in &copy.passages {
        for sentence in passage.sentences.iter().filter(|sentence| sentence.len() <= LONGEST) {
            let mut ranges = ranges(copy, passage, sentence);
            let (Some((range, days)), None) = (ranges.next(), ranges.next()) else { continue };
            let Some(text) = passage.text.get(sentence.clone()) else { continue };
            let mut lengths = copy.profile().lengths(text).into_iter();
            let (Some(length), None) = (lengths.next(), lengths.next()) else { continue };
            let at = sentence.start + length.at.start..sentence.start + length.at.end;
            if fits(&length, days) || !beside(passage, &at, &range) {
                continue;
            }
            let words = |at: &Range<usize>| Said::Words(passage.text.get(at.clone()).unwrap_or_default().to_owned());
            let gaps = [("words", words(&at)), ("days", Said::Number(days.into()))];
            let says = Message::new(Word::DatesSaysDays, [("days", Said::Number(days.into()))]);
            let places = vec![copy.place(passage, at.clone()), copy.place(passage, range).saying(says)];
            let message = Message::new(Word::DatesDuration, gaps);
            findings.push(Finding::new(Rule::Dates, "duration", Level::Warn, message, places));
        }
    }
}

/// The spans of days that a sentence names, and how many days each has, the first and the last included.
fn ranges<'c>(
    copy: &'c Copy<'_>,
    passage: &'c Passage,
    sentence: &Range<usize>,
) -> impl Iterator<Item = (Range<usize>, i32)> + 'c {
    let values = passage.values_in(sentence);
    let within = values.iter().filter_map(|value| match gregorian(value)? {
        day @ Day { to: Some(to), .. } => Some((value.at.clone(), days(day, &Day { day: *to, ..*day }, copy)?)),
        _ => None,
    });
    let pairs = values.windows(2).filter_map(|pair| {
        let [one, other] = pair else { return None };
        let (first, last) = (gregorian(one)?, gregorian(other)?);
        let named = first.to.is_none() && last.to.is_none();
        let from_to = || copy.profile().is_from_to(&passage.text, &one.at, &other.at);
        (named && from_to()).then_some((one.at.start..other.at.end, days(first, last, copy)?))
    });
    within.chain(pairs).filter(|(at, _)| !passage.is_quoted(at))
}

fn gregorian(value: &Value) -> Option<&Day> {
    match &value.what {
        What::Day(day) if day.calendar == Calendar::Gregorian => Some(day),
        _ => None,
    }
}

/// How many days there are from one to the other, both counted; none where the span runs back.
fn days(first: &Day, last: &Day, copy: &Copy<'_>) -> Option<i32> {
    let year = last.year.or(first.year).or_else(|| copy.date.map(|date| i32::from(date.year())))?;
    let civil = |day: &Day| -> Option<Date> { Day { year: day.year.or(Some(year)), ..*day }.civil() };
    let days = civil(last)?.since(civil(first)?).ok()?.get_days();
    (days > 0).then_some(days + 1)
}

/// Whether so many days or weeks may be these days. Nights are counted as days.
fn fits(length: &Length, days: i32) -> bool {
    let told = i32::from(length.number) * i32::from(length.days);
    match length.days {
        _ if length.number < 2 => true,
        1 => told == days || told == days - 1,
        _ => (told - days).abs() <= SLACK,
    }
}

/// Whether two places stand beside each other, with nothing that ends a clause between them.
fn beside(passage: &Passage, one: &Range<usize>, other: &Range<usize>) -> bool {
    let between = if one.end <= other.start { one.end..other.start } else { other.end..one.start };
    let Some(text) = passage.text.get(between) else { return false };
    let ends = |c: char| matches!(c, ';' | '؛' | '；' | '"' | '“' | '”' | '«' | '»' | '。');
    !text.contains(ends) && text.chars().count() <= NEAR
}
