//! A count of years that stands alone in a sentence with one year or two, however it is put.

use super::{
    anniversary::opens,
    scope::{Scope, scopes},
};
use crate::{Copy, Finding, Level, Message, Place, Rule, Said};
use lang::{
    What, Word,
    values::{Bound, Number, Sort, Told},
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
    for scope in scopes(copy).iter().flatten() {
        let found = Alone::of(scope, base.year().into()).and_then(|alone| alone.wrong(copy));
        let known = |finding: &Finding| {
            let same = |one: &Place, other: &Place| one.part == other.part && one.sentence == other.sentence;
            let places = || findings.iter().filter(|other| other.kind == finding.kind).flat_map(|other| &other.places);
            places().any(|place| finding.places.first().is_some_and(|first| same(first, place)))
        };
        let found = found.filter(|found| !known(found));
        findings.extend(found);
    }
}

/// A sentence with one year or two, and one count of years.
struct Alone<'s> {
    scope: &'s Scope<'s>,
    /// In their order in time, with where they are named.
    years: Vec<(i32, Range<usize>)>,
    /// The year that it is.
    this: i32,
    count: i32,
    at: Range<usize>,
}

impl<'s> Alone<'s> {
    fn of(scope: &'s Scope<'s>, this: i32) -> Option<Self> {
        let mut years: Vec<_> = scope.years.iter().map(|dated| (dated.year, dated.at.clone())).collect();
        let mut counts: Vec<(i32, Range<usize>)> = Vec::new();
        for value in scope.passage.values_in(&scope.at) {
            match &value.what {
                What::Number(number) if number.unit.is_some_and(|unit| unit.name == "year") => {
                    let others = scope.others.iter().any(|at| at.start < value.at.end && value.at.start < at.end);
                    counts.push((whole(number).filter(|_| !others)?, value.at.clone()));
                }
                What::Years(from, to) => years.extend([(*from, value.at.clone()), (*to, value.at.clone())]),
                What::Decade(_) | What::Century(_) => return None,
                _ => {}
            }
        }
        let kept = scope.spans.iter().filter(|span| span.told == Told::Anniversary && span.years > 0);
        counts.extend(kept.map(|span| (i32::from(span.years), span.at.clone())));
        years.sort_by_key(|(year, at)| (*year, at.start));
        years.dedup_by_key(|(year, _)| *year);
        let (count, at) = counts.first()?.clone();
        let one = counts.iter().all(|(other, _)| *other == count) && count >= LEAST;
        let past = years.first().is_some_and(|(year, _)| *year < this) && years.last()?.0 <= this;
        let alone = Self { scope, years, this, count, at };
        (one && past && alone.years.len() <= 2 && !alone.is_of_a_life()).then_some(alone)
    }

    /// Whether the count is, or may be, of somebody's life.
    fn is_of_a_life(&self) -> bool {
        // What is said to be so old may be somebody, if the year does not stand right before it.
        let beside = |at: &Range<usize>| {
            self.years.iter().any(|(_, year)| year.end <= at.start && self.scope.apart(year, at) <= BESIDE)
        };
        self.scope.spans.iter().any(|span| match span.told {
            Told::Age => self.years.len() != 2 && !beside(&span.at),
            // "Five years ago" is of the year that stands near, and of none further off.
            Told::AgeThen | Told::Born | Told::Died | Told::Ago => true,
            _ => false,
        })
    }

    /// What is wrong, if the count is nearly that of the years.
    fn wrong(&self, copy: &Copy<'_>) -> Option<Finding> {
        let two = self.years.len() == 2;
        // What has ended is not counted to this day.
        let ended = two && copy.profile().says_one_of("ending", &self.scope.passage.text, self.scope.at.clone());
        let now = (!ended).then_some(self.this);
        let ends = || self.years.iter().map(|(year, _)| *year).chain(now);
        let offs = self.years.iter().flat_map(|(from, at)| {
            ends().filter(move |to| to > from).map(move |to| (to - from - self.count, *from, to, at))
        });
        let (off, from, to, at) = offs.min_by_key(|(off, ..)| off.abs())?;
        let far = if two { FAR_OF_TWO } else { FAR_OF_ONE };
        if off.abs() <= SLACK || off.abs() > far || !two && !self.is_reckoned(copy) {
            return None;
        }
        let (passage, says) = (self.scope.passage, Message::new(Word::DatesSaysYear, [("year", Said::Year(from))]));
        let places = vec![copy.place(passage, at.clone()).saying(says), copy.place(passage, self.at.clone())];
        let gaps = [("year", Said::Year(from)), ("expected", Said::Year(to - self.count))];
        Some(Finding::new(Rule::Dates, "anniv", Level::Warn, Message::new(Word::DatesAnniv, gaps), places))
    }

    /// Whether a word around the count says that years are counted from the year.
    fn is_reckoned(&self, copy: &Copy<'_>) -> bool {
        let scope = self.scope;
        let over = |at: &&Range<usize>| at.start < self.at.end && self.at.start < at.end;
        let spans = scope.spans.iter().map(|span| &span.at).filter(over);
        let start = spans.clone().map(|at| at.start).fold(self.at.start, usize::min);
        let end = spans.map(|at| at.end).fold(self.at.end, usize::max);
        let says =
            |at: Range<usize>| at.start < at.end && copy.profile().says_one_of("reckoned", &scope.passage.text, at);
        let opened = scope.years.iter().any(|dated| opens(scope, dated));
        !opened && (says(scope.at.start..start) || says(end..scope.at.end))
    }
}

/// A whole number of years, if it is exact.
fn whole(number: &Number) -> Option<i32> {
    let exact = number.sort == Sort::Count && number.bound == Bound::Exact && number.value.fract() == 0.0;
    (exact && number.value < 1_000.0).then_some(number.value as i32)
}
