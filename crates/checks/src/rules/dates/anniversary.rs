//! Years that are counted against years that are named: "31 years ago", the 31st anniversary.

use super::scope::{Dated, Scope, scopes};
use crate::{Copy, Finding, Level, Message, Place, Rule, Said};
use jiff::civil::Date;
use lang::{
    Word,
    values::{Span, Told},
};

/// How far, in characters, a year may stand from "years ago" to be what that counts.
const NEAR: usize = 26;
/// An anniversary is often kept before its day, and a count of years is often rounded.
const SLACK: i32 = 1;
/// How many years a count may be off that only says for how long or how much later, unless that is less than half of
/// it: one that is further off is of something else.
const FAR: i32 = 20;
/// How many letters the word has at most that may stand before a year that opens its sentence: "In 1990".
const OPENING: usize = 3;
/// How many places beside the two that contradict each other are named.
const WITNESSES: usize = 3;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let Some(base) = copy.date else { return };
    let passages = scopes(copy);
    let mut found = Vec::new();
    for sentences in &passages {
        for (at, scope) in sentences.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| sentences.get(at));
            for span in &scope.spans {
                if let Some((from, dated)) = counted(scope, before, span, base)
                    && !fits(sentences, dated, span, base)
                    && !is_of_another(dated, span, base)
                {
                    found.push((from, dated, scope, span));
                }
            }
        }
    }
    if found.is_empty() {
        found.extend(same_day(&passages, base));
    }
    let mut said: Vec<&Dated> = Vec::new();
    for (from, dated, scope, span) in found {
        // Two counts of one date are one thing to mend.
        if said.contains(&dated) {
            continue;
        }
        said.push(dated);
        let expected = i32::from(base.year()) - i32::from(span.years);
        let mut places = vec![place_of_year(copy, from, dated), place_of_count(copy, scope, span, base)];
        let others = passages.iter().flatten().flat_map(|scope| witnesses(copy, scope, span, expected, base));
        for place in others {
            let known = places.iter().any(|known| known.part == place.part && known.at == place.at);
            if !known && places.len() < 2 + WITNESSES {
                places.push(place);
            }
        }
        let gaps = [("year", Said::Year(dated.year)), ("expected", Said::Year(expected))];
        findings.push(Finding::new(Rule::Dates, "anniv", Level::Warn, Message::new(Word::DatesAnniv, gaps), places));
    }
}

/// The year that a span counts from, and the sentence it stands in.
fn counted<'s>(
    scope: &'s Scope<'s>,
    before: Option<&'s Scope<'s>>,
    span: &Span,
    base: Date,
) -> Option<(&'s Scope<'s>, &'s Dated)> {
    let this_year = i32::from(base.year());
    if span.years < 2 || i32::from(span.years) > this_year {
        return None;
    }
    let here = || scope.only_year_before(this_year).map(|dated| (scope, dated));
    let earlier = || {
        let alone = scope.years.iter().all(|dated| dated.year == this_year);
        let before = before.filter(|before| alone && before.spans.iter().all(|span| span.years == 0))?;
        before.only_year_before(this_year).map(|dated| (before, dated))
    };
    // With a birth beside it a count may be of what somebody has done, and that of a birthday is an age.
    let born = scope.spans.iter().any(|other| other.told == Told::Born) && !scope.counts_from_birth();
    if span.told != Told::Ago && born {
        return None;
    }
    match span.told {
        Told::Ago => {
            let near = |dated: &&Dated| dated.year < this_year && scope.apart(&dated.at, &span.at) <= NEAR;
            let dated = scope.years.iter().filter(near).min_by_key(|dated| scope.apart(&dated.at, &span.at))?;
            Some((scope, dated))
        }
        Told::Anniversary => here().or_else(earlier),
        Told::Later => here().or_else(earlier),
        Told::Lasting => here().filter(|(_, dated)| !opens(scope, dated)),
        Told::Years => {
            let since = |since: &&Span| since.told == Told::Since;
            let (_, dated) = here()?;
            let beside = scope.spans.iter().filter(since).any(|since| scope.apart(&since.at, &dated.at) <= NEAR / 3);
            let alone = scope.spans.iter().filter(|other| other.years > 0).count() == 1;
            (beside && alone).then_some((scope, dated))
        }
        Told::Since | Told::Age | Told::AgeThen | Told::Born | Told::Died | Told::Other => None,
    }
}

/// Whether a sentence opens with a year as the time of what is told: "In 1990, the war had lasted for ten years".
pub(super) fn opens(scope: &Scope<'_>, dated: &Dated) -> bool {
    let text = &scope.passage.text;
    let words = text.get(scope.at.start..dated.at.start).unwrap_or_default();
    let since = scope.spans.iter().any(|span| span.told == Told::Since && span.at.start < dated.at.start);
    let behind = text.get(dated.at.end..scope.at.end).unwrap_or_default().trim_start();
    let word = words.trim_end();
    // Where no spaces are written, what stands before the year may be all that is told: "建于1990年".
    let alone = word.is_empty() || word.len() < words.len() && word.chars().count() <= OPENING;
    alone && !since && behind.starts_with([',', '،', '，'])
}

/// Whether a count that does not say surely what it is counted from is too far off to be of this year.
fn is_of_another(dated: &Dated, span: &Span, base: Date) -> bool {
    let years = i32::from(span.years);
    let off = (i32::from(base.year()) - dated.year - years).abs();
    matches!(span.told, Told::Lasting | Told::Later | Told::Years) && off > FAR.max(years / 2)
}

/// Whether a count goes with a year, counted to the day of the copy or to any other year that the passage names.
fn fits(sentences: &[Scope<'_>], dated: &Dated, span: &Span, base: Date) -> bool {
    let counts = |to: i32| (to - dated.year - i32::from(span.years)).abs() <= SLACK;
    let named = sentences.iter().flat_map(|scope| &scope.years);
    counts(base.year().into()) || named.into_iter().any(|other| counts(other.year))
}

/// An anniversary that the whole story keeps, and a date of another year with the day on which it is kept, while a
/// third place has the year that the anniversary counts from.
fn same_day<'s>(
    passages: &'s [Vec<Scope<'s>>],
    base: Date,
) -> Option<(&'s Scope<'s>, &'s Dated, &'s Scope<'s>, &'s Span)> {
    let all = || passages.iter().flatten();
    let mut kept = all().flat_map(|scope| scope.spans.iter().map(move |span| (scope, span)));
    let (scope, span) = kept.find(|(_, span)| span.told == Told::Anniversary && span.years > 1)?;
    let other = |span: &Span| span.told == Told::Anniversary;
    if all().flat_map(|scope| &scope.spans).any(|another| other(another) && another.years != span.years) {
        return None;
    }
    let expected = i32::from(base.year()) - i32::from(span.years);
    let named = || all().flat_map(|scope| scope.years.iter().map(move |dated| (scope, dated)));
    let same_day = |dated: &Dated| dated.day.is_some_and(|day| day.month() == base.month() && day.day() == base.day());
    let (from, dated) = named().find(|(_, dated)| {
        let off = (dated.year - expected).abs() > SLACK && dated.year < i32::from(base.year());
        off && same_day(dated)
    })?;
    let told = named().any(|(_, dated)| dated.year == expected);
    told.then_some((from, dated, scope, span))
}

/// Other places that say the same count, or the year that it makes.
fn witnesses(copy: &Copy<'_>, scope: &Scope<'_>, span: &Span, expected: i32, base: Date) -> Vec<Place> {
    let told = |other: &&Span| matches!(other.told, Told::Anniversary | Told::Ago | Told::Lasting);
    let same = scope.spans.iter().filter(told).filter(|other| other.years == span.years);
    let counts = same.map(|other| place_of_count(copy, scope, other, base));
    let years = scope.years.iter().filter(|dated| dated.year == expected);
    counts.chain(years.map(|dated| place_of_year(copy, scope, dated))).collect()
}

fn place_of_year(copy: &Copy<'_>, scope: &Scope<'_>, dated: &Dated) -> Place {
    let says = Message::new(Word::DatesSaysYear, [("year", Said::Year(dated.year))]);
    copy.place(scope.passage, dated.at.clone()).saying(says)
}

fn place_of_count(copy: &Copy<'_>, scope: &Scope<'_>, span: &Span, base: Date) -> Place {
    let expected = i32::from(base.year()) - i32::from(span.years);
    let gaps =
        [("number", Said::Number(span.years.into())), ("day", Said::Day(base)), ("expected", Said::Year(expected))];
    copy.place(scope.passage, span.at.clone()).saying(Message::new(Word::DatesSaysCount, gaps))
}
