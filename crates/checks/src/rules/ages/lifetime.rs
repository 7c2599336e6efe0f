//! The years of a life in brackets, held against the age at which it ended: "(1985-2011) was 36 when she died".

use super::{age, says_age};
use crate::{Copy, Finding, Level, Message, Rule, Said, rules::dates::scope::Scope};
use lang::{What, Word, values::Told};
use std::ops::Range;

/// How long a life may be, in years.
const LIVES: std::ops::RangeInclusive<i32> = 1..=120;

/// What is wrong in a sentence that tells of somebody's death, if there is one pair of years in brackets and one age.
pub(super) fn find(copy: &Copy<'_>, scope: &Scope<'_>) -> Option<Finding> {
    let told = |told: Told| scope.spans.iter().any(|span| span.told == told);
    if !told(Told::Died) || told(Told::Born) {
        return None;
    }
    let span = age(scope)?;
    let (at, from, to) = lifetime(copy, scope)?;
    let (age, lived) = (i32::from(span.years), to - from);
    // Whose last birthday was still to come is a year younger; and one more for a slip that nobody minds.
    if !LIVES.contains(&lived) || (-2..=1).contains(&(age - lived)) {
        return None;
    }
    let gaps = [
        ("age", Said::Number(age.into())),
        ("year", Said::Year(from)),
        ("base", Said::Year(to)),
        ("expected", Said::Number(lived.into())),
    ];
    let born = Message::new(Word::AgesSaysBorn, [("year", Said::Year(from))]);
    let places = vec![
        copy.place(scope.passage, span.at.clone()).saying(says_age(span)),
        copy.place(scope.passage, at).saying(born),
    ];
    Some(Finding::new(Rule::Ages, "age", Level::Warn, Message::new(Word::AgesAge, gaps), places))
}

/// The one pair of years that stands in brackets.
fn lifetime(copy: &Copy<'_>, scope: &Scope<'_>) -> Option<(Range<usize>, i32, i32)> {
    let text = &scope.passage.text;
    let values = scope.passage.values_in(&scope.at);
    let year = |what: &What| if let What::Year { year, .. } = what { Some(*year) } else { None };
    let mut pairs = values.iter().enumerate().filter_map(|(place, first)| {
        let (at, from, to) = match &first.what {
            What::Years(from, to) => (first.at.clone(), *from, *to),
            what => {
                let second = values.get(place + 1)?;
                let (from, to) = (year(what)?, year(&second.what)?);
                let ends = copy.profile().is_from_to(text, &first.at, &second.at);
                (ends.then_some(first.at.start..second.at.end)?, from, to)
            }
        };
        let opened = text.get(..at.start)?.trim_end().ends_with(['(', '（']);
        let closed = text.get(at.end..)?.trim_start().starts_with([')', '）']);
        (opened && closed).then_some((at, from, to))
    });
    pairs.next().filter(|_| pairs.next().is_none())
}
