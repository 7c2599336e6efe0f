//! Reading the date at the head of a line of copy.

use crate::{
    Profile,
    compare::{digit, opens, takes},
    language::DateOrder,
    phrase::{Part, parts},
};
use story::text::DatelineDate;

/// What a pattern has found so far.
#[derive(Default)]
struct Found {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

impl Profile {
    /// The date that the text opens with, and how many bytes it takes: in words of the language, in any digits, with a
    /// weekday before it or not; or in figures (`26/02/2023`, `2023-02-26`), in the order that is usual for the
    /// language. Nothing that no calendar has.
    pub fn read_date(&self, text: &str) -> Option<(DatelineDate, usize)> {
        let patterns = &self.copy().dateline.dates;
        patterns.iter().find_map(|pattern| self.date_like(text, pattern)).or_else(|| self.date_in_figures(text))
    }

    /// The date, when the text opens with this pattern.
    fn date_like(&self, text: &str, pattern: &str) -> Option<(DatelineDate, usize)> {
        let mut found = Found::default();
        let mut rest = text;
        for part in parts(pattern) {
            rest = match part {
                Part::Text(literal) if literal.trim().is_empty() => rest.trim_start(),
                Part::Text(literal) => after(rest.trim_start(), takes(rest.trim_start(), literal)?)?,
                Part::Gap(name) => self.gap(name, rest.trim_start(), &mut found)?,
            };
        }
        let end = text.len() - rest.len();
        whole(text, end)?;
        let date = DatelineDate::new(found.year, found.month?, found.day?).ok()?;
        Some((date, end))
    }

    /// What comes after the part of a date that the text opens with.
    fn gap<'t>(&self, name: &str, text: &'t str, found: &mut Found) -> Option<&'t str> {
        let (dates, words) = (&self.language().dates, &self.copy().dateline);
        match name {
            "day" => {
                let (day, rest) = figure(text, 1..=2)?;
                found.day = i8::try_from(day).ok();
                Some(without_ending(rest, &words.day_endings))
            }
            "year" => {
                let (year, rest) = figure(text, 4..=4)?;
                found.year = i16::try_from(year).ok();
                Some(without_ending(rest, &words.year_endings))
            }
            "month" => {
                let (month, rest) = one_of(text, &dates.months)?;
                found.month = i8::try_from(month + 1).ok();
                Some(rest)
            }
            "weekday" => Some(one_of(text, &dates.weekdays)?.1),
            _ => None,
        }
    }

    /// A date in figures alone.
    fn date_in_figures(&self, text: &str) -> Option<(DatelineDate, usize)> {
        let (first, rest) = figure(text, 1..=4)?;
        let mark = rest.chars().next().filter(|c| matches!(c, '/' | '.' | '-' | '–' | '／'))?;
        let (second, rest) = figure(rest.strip_prefix(mark)?, 1..=2)?;
        let (third, rest) = figure(rest.strip_prefix(mark)?, 1..=4)?;
        let (year, month, day) = match self.language().dates.order {
            _ if first > 999 => (first, second, third),
            DateOrder::Mdy => (third, first, second),
            DateOrder::Dmy | DateOrder::Ymd => (third, second, first),
        };
        let end = text.len() - rest.len();
        whole(text, end)?;
        let year = i16::try_from(year).ok().filter(|year| *year > 999)?;
        let date = DatelineDate::new(Some(year), i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some((date, end))
    }
}

/// The number that the text opens with, when it has so many figures.
fn figure(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|c| digit(c).is_some());
    let figures = &text[..text.len() - rest.len()];
    if !digits.contains(&figures.chars().count()) {
        return None;
    }
    Some((figures.chars().filter_map(digit).fold(0, |n, d| n * 10 + u32::from(d)), rest))
}

/// Which of these things the text names, by its longest name, and what comes after. A full stop may end a short form.
fn one_of<'t>(text: &'t str, things: &[Vec<String>]) -> Option<(usize, &'t str)> {
    let named = |names: &Vec<String>| names.iter().filter_map(|name| opens(text, name)).max();
    let (thing, taken) = things
        .iter()
        .enumerate()
        .filter_map(|(thing, names)| Some((thing, named(names)?)))
        .max_by_key(|(_, taken)| *taken)?;
    let rest = after(text, taken)?;
    Some((thing, rest.strip_prefix('.').unwrap_or(rest)))
}

/// What comes after the first of these endings; a space may stand before it.
fn without_ending<'t>(text: &'t str, endings: &[String]) -> &'t str {
    let taken = endings.iter().filter_map(|ending| opens(text.trim_start(), ending)).max();
    taken.and_then(|taken| after(text.trim_start(), taken)).unwrap_or(text)
}

fn after(text: &str, taken: usize) -> Option<&str> {
    text.get(taken..)
}

/// Nothing, when the date ends within a word or number.
fn whole(text: &str, end: usize) -> Option<()> {
    let last = text.get(..end)?.chars().next_back()?;
    let next = text.get(end..)?.chars().next();
    let both = |test: fn(char) -> bool| test(last) && next.is_some_and(test);
    (!both(|c| digit(c).is_some()) && !both(char::is_alphabetic))
        .then_some(())
        .or_else(|| crate::script::has_no_spaces(last).then_some(()))
}
