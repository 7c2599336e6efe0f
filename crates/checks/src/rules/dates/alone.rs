//! A count of years that stands alone in a sentence with one year or two, however it is put.

use super::{
    anniversary::opens,
    scope::{Scope, scopes},
};
use crate::{Copy, Finding, Level, Message, Place, Rule, Said};
use lang::{
    What, Word,
    values::{Bound, Number, Sort, Span, Told},
};
use std::ops::Range;

/// A year or two less says nothing: a count is often rounded, an anniversary kept early.
const SLACK: i32 = 1;
/// Counts below this stand in a sentence for many reasons.
const LEAST: i32 = 3;
/// How many years a count may be off: further off, and it is of something else. With one year a word has to say that
/// years are counted from it.
const FAR_OF_TWO: i32 = 12;
const FAR_OF_ONE: i32 = 20;

/// How many characters stand at most between a year and the age of what is from that year.
const BESIDE: usize = 16;

/// Adds what it finds, where nothing was found of the kind.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let Some(base) = copy.date else { return };
    let this = i32::from(base.year());
    for scope in scopes(copy).iter().flatten() {
        let Some((years, (count, at))) = alone(scope, this) else { continue };
        let past = years.iter().filter(|year| **year < this);
        let ends = || years.iter().chain([&this]);
        let offs = past.flat_map(|from| ends().filter(move |to| *to > from).map(move |to| (to - from - count, *from)));
        let Some((off, from)) = offs.min_by_key(|(off, _)| off.abs()) else { continue };
        let two = years.len() == 2;
        let far = if two { FAR_OF_TWO } else { FAR_OF_ONE };
        let Some(dated) = scope.years.iter().find(|dated| dated.year == from) else { continue };
        let wrong = off.abs() > SLACK && off.abs() <= far;
        if !wrong || !two && (opens(scope, dated) || !is_reckoned(copy, scope, &at)) {
            continue;
        }
        let says = |word, gap| Message::new(word, [gap]);
        let places = vec![
            copy.place(scope.passage, dated.at.clone()).saying(says(Word::DatesSaysYear, ("year", Said::Year(from)))),
            copy.place(scope.passage, at),
        ];
        let known = |place: &Place| place.part == places[0].part && place.sentence == places[0].sentence;
        if findings.iter().any(|finding| finding.kind == "anniv" && finding.places.iter().any(known)) {
            continue;
        }
        // From the year that is named, or to the other one.
        let to = years.iter().copied().find(|year| two && *year != from).unwrap_or(this);
        let gaps = [("year", Said::Year(from)), ("expected", Said::Year(to - count))];
        findings.push(Finding::new(Rule::Dates, "anniv", Level::Warn, Message::new(Word::DatesAnniv, gaps), places));
    }
}

/// Whether a word around the count says that years are counted from a year.
fn is_reckoned(copy: &Copy<'_>, scope: &Scope<'_>, count: &Range<usize>) -> bool {
    let spans = scope.spans.iter().map(|span| &span.at).filter(|at| at.start < count.end && count.start < at.end);
    let (start, end) = spans.fold((count.start, count.end), |(start, end), at| (start.min(at.start), end.max(at.end)));
    let says = |at: Range<usize>| at.start < at.end && copy.profile().says_one_of("reckoned", &scope.passage.text, at);
    says(scope.at.start..start) || says(end..scope.at.end)
}

/// The years of a sentence, in order, and the one count of years in it.
fn alone(scope: &Scope<'_>, this: i32) -> Option<(Vec<i32>, (i32, Range<usize>))> {
    let lives = |told: Told| matches!(told, Told::AgeThen | Told::Born | Told::Died);
    // What is said to be so old may be somebody, if the year does not stand right before it.
    let beside = |at: &Range<usize>| {
        scope.years.iter().any(|dated| dated.at.end <= at.start && scope.apart(&dated.at, at) <= BESIDE)
    };
    // "Five years ago" is of the year that stands near, and of none further off.
    let of_life = |span: &Span| match span.told {
        Told::Age => !beside(&span.at),
        told => lives(told) || told == Told::Ago,
    };
    if scope.spans.iter().any(of_life) {
        return None;
    }
    let mut years: Vec<i32> = scope.years.iter().map(|dated| dated.year).collect();
    let mut counts: Vec<(i32, Range<usize>)> = Vec::new();
    for value in scope.passage.values_in(&scope.at) {
        match &value.what {
            What::Number(number) if number.unit.is_some_and(|unit| unit.name == "year") => {
                let others = scope.others.iter().any(|at| at.start < value.at.end && value.at.start < at.end);
                counts.push((whole(number).filter(|_| !others)?, value.at.clone()));
            }
            What::Years(..) | What::Decade(_) | What::Century(_) => return None,
            _ => {}
        }
    }
    let kept = scope.spans.iter().filter(|span| span.told == Told::Anniversary && span.years > 0);
    counts.extend(kept.map(|span| (i32::from(span.years), span.at.clone())));
    years.sort_unstable();
    years.dedup();
    let (count, at) = counts.first()?.clone();
    let one = counts.iter().all(|(other, _)| *other == count) && count >= LEAST;
    let past = years.iter().all(|year| *year <= this) && years.first().is_some_and(|year| *year < this);
    (one && past && years.len() <= 2).then_some((years, (count, at)))
}

/// A whole number of years, if it is exact.
fn whole(number: &Number) -> Option<i32> {
    let exact = number.sort == Sort::Count && number.bound == Bound::Exact && number.value.fract() == 0.0;
    (exact && number.value < 1_000.0).then_some(number.value as i32)
}
