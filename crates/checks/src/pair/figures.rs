//! Figures, dates and units of a translation against its source, by value and not as they are written.
//!
//! What both texts state is matched one to one, by value, with the rounding and the units that each language likes. A
//! changed figure leaves two facts without a match, one on either side: the strongest sign. A figure in digits that has
//! no counterpart is told too; number words only in pairs, as languages put small numbers in many ways.

mod facts;
mod matching;
mod same;
#[cfg(test)]
mod tests;

use self::{
    facts::{Class, Fact},
    matching::matched,
};
use super::align::{Alignment, Group, Sentence};
use crate::{Copy, Finding, Level, Message, Rule, Said};
use lang::{Word, values::Form};
use std::{collections::BTreeSet, ops::Range};

/// What no counterpart was found for, and where it stands in the alignment.
struct Left {
    fact: Fact,
    group: usize,
    /// Whether its paragraph of the other text has something of its class.
    known: bool,
    /// Whether that has a day of the week and no day of the month.
    dated: bool,
}

/// Adds what it finds.
pub(super) fn find(source: &Copy<'_>, translation: &Copy<'_>, alignment: &Alignment, findings: &mut Vec<Finding>) {
    let groups = alignment.paragraphs();
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    let (mut known, mut known_there) = (Known::new(), Known::new());
    for (at, group) in groups.iter().enumerate() {
        let one = read(source, &alignment.source, &group.source);
        let other = read(translation, &alignment.translation, &group.translation);
        let matched = matched(&one, &other);
        units(source, translation, (&one, &other), &matched.source, findings);
        known.push(spoken_for(&one, &matched.source));
        known_there.push(spoken_for(&other, &matched.translation));
        let (classes, kinds) = (classes(&one), classes(&other));
        let left = |facts: Vec<Fact>, to: Vec<Option<usize>>, has: &BTreeSet<Class>, out: &mut Vec<Left>| {
            let dated = has.contains(&Class::Weekday) && !has.contains(&Class::Day);
            let free = facts.into_iter().zip(to).filter(|(_, to)| to.is_none());
            out.extend(free.map(|(fact, _)| Left { known: has.contains(&fact.class), fact, group: at, dated }));
        };
        left(one, matched.source, &kinds, &mut ones);
        left(other, matched.translation, &classes, &mut others);
    }
    elsewhere(&mut ones, &mut others);
    told(&mut ones, translation, &alignment.translation, &groups, |group| &group.translation, &known_there);
    told(&mut others, source, &alignment.source, &groups, |group| &group.source, &known);
    report(source, translation, &ones, &others, findings);
}

/// By group: the passages and bytes of facts that have a counterpart, in order.
type Known = Vec<Vec<(usize, Range<usize>)>>;

/// Where the facts stand that have a counterpart.
fn spoken_for(facts: &[Fact], to: &[Option<usize>]) -> Vec<(usize, Range<usize>)> {
    let known = facts.iter().zip(to).filter(|(_, to)| to.is_some());
    known.map(|(fact, _)| (fact.passage, fact.at.clone())).collect()
}

/// The classes of facts.
fn classes(facts: &[Fact]) -> BTreeSet<Class> {
    facts.iter().map(|fact| fact.class).collect()
}

/// The facts of a run of sentences.
fn read(copy: &Copy<'_>, sentences: &[Sentence], at: &Range<usize>) -> Vec<Fact> {
    let mut out = Vec::new();
    for sentence in sentences.get(at.clone()).unwrap_or_default() {
        facts::facts(copy, sentence.passage, &sentence.at, &mut out);
    }
    out
}

/// The same measure with another unit.
fn units(
    source: &Copy<'_>,
    translation: &Copy<'_>,
    (one, other): (&[Fact], &[Fact]),
    matched: &[Option<usize>],
    findings: &mut Vec<Finding>,
) {
    for (fact, to) in one.iter().zip(matched) {
        let Some(to) = to.and_then(|to| other.get(to)) else { continue };
        let (Some(a), Some(b)) = (fact.unit, to.unit) else { continue };
        let sized = matches!(a.measures, "length" | "area" | "mass" | "volume");
        let differ = (a.factor / b.factor).ln().abs() > 0.15;
        if sized && a.measures == b.measures && differ && same::near(fact.value, to.value) && fact.value != 0.0 {
            add(source, translation, "unit", Some(fact), Some(to), findings);
        }
    }
}

/// Takes out what stands in another paragraph of the other text.
fn elsewhere(ones: &mut Vec<Left>, others: &mut Vec<Left>) {
    const MOST: usize = 400;
    if ones.len() > MOST || others.len() > MOST {
        return;
    }
    let mut gone = vec![false; others.len()];
    ones.retain(|one| {
        let mut ways = others.iter().zip(&mut gone).filter(|(other, gone)| !**gone && other.group != one.group);
        let found = ways.find(|(other, _)| same::agree(&one.fact, &other.fact).is_some_and(|cost| cost <= 2));
        found.map(|(_, gone)| *gone = true).is_none()
    });
    let mut at = 0;
    others.retain(|_| {
        at += 1;
        !gone.get(at - 1).copied().unwrap_or(false)
    });
}

/// Takes out numbers that words of the other text may tell.
fn told(
    left: &mut Vec<Left>,
    copy: &Copy<'_>,
    sentences: &[Sentence],
    groups: &[Group],
    side: fn(&Group) -> &Range<usize>,
    spoken_for: &Known,
) {
    // By number: whether its words are a fact that has a counterpart already.
    let mut known: Option<(usize, Vec<(f64, bool)>)> = None;
    left.retain(|left| {
        if !left.fact.class.is_number() || left.fact.class == Class::Score {
            return true;
        }
        if known.as_ref().is_none_or(|(group, _)| *group != left.group) {
            let range = groups.get(left.group).map(side).cloned().unwrap_or_default();
            let taken = spoken_for.get(left.group).map(Vec::as_slice).unwrap_or_default();
            let is_taken = |passage: usize, byte: usize| {
                let next = taken.partition_point(|(of, at)| (*of, at.end) <= (passage, byte));
                taken.get(next).is_some_and(|(of, at)| *of == passage && at.contains(&byte))
            };
            let mut all = Vec::new();
            for sentence in sentences.get(range).unwrap_or_default() {
                let text =
                    copy.passages.get(sentence.passage).and_then(|passage| passage.text.get(sentence.at.clone()));
                let numbers = text.map(|text| copy.profile().possible_numbers(text)).unwrap_or_default();
                let own = |(at, number)| (number, is_taken(sentence.passage, sentence.at.start + at));
                all.extend(numbers.into_iter().map(own));
            }
            known = Some((left.group, all));
        }
        let numbers = known.as_ref().map(|(_, all)| all.as_slice()).unwrap_or_default();
        let tells = |number: f64| same::near(number.abs(), left.fact.value);
        !numbers.iter().any(|(number, taken)| tells(*number) && (left.fact.has_digits() || !taken))
    });
}

/// Says what has no counterpart, in pairs where there are pairs.
fn report(source: &Copy<'_>, translation: &Copy<'_>, ones: &[Left], others: &[Left], findings: &mut Vec<Finding>) {
    let mut used = vec![false; others.len()];
    // Facts of one paragraph stand together: the search begins where the last group began.
    let mut from = 0;
    for one in ones {
        while others.get(from).is_some_and(|other| other.group < one.group) {
            from += 1;
        }
        let mut near = others.iter().enumerate().skip(from).take_while(|(_, other)| other.group == one.group).take(64);
        let pair = near.find(|(at, other)| !used.get(*at).copied().unwrap_or(true) && kin(&one.fact, &other.fact));
        match pair {
            Some((at, other)) if clear(&one.fact, &other.fact) => {
                if let Some(used) = used.get_mut(at) {
                    *used = true;
                }
                add(source, translation, kind(&one.fact), Some(&one.fact), Some(&other.fact), findings);
            }
            _ if strong(&one.fact) && one.fact.value != 1.0 && !may_be_day(source, one) => {
                add(source, translation, kind(&one.fact), Some(&one.fact), None, findings)
            }
            _ => {}
        }
    }
    let alone = |other: &Left| {
        let dated = other.dated && matches!(other.fact.class, Class::Day | Class::Year);
        let added = dated || may_be_day(translation, other);
        let idiom = other.fact.class == Class::Percent && same::near(other.fact.value, 100.0);
        let plain = strong(&other.fact) && other.fact.value != 1.0 && !idiom;
        !added && (plain || day(&other.fact) && other.known)
    };
    for (other, _) in others.iter().zip(&used).filter(|(other, used)| !**used && alone(other)) {
        add(source, translation, kind(&other.fact), None, Some(&other.fact), findings);
    }
}

/// Whether a number may be the day that the other text names by its weekday: 27日 for "on Friday".
fn may_be_day(copy: &Copy<'_>, left: &Left) -> bool {
    let Fact { passage, at, class, value, unit, .. } = &left.fact;
    let is_day = left.dated && *class == Class::Count && unit.is_none() && value.fract() == 0.0;
    let behind = copy.passages.get(*passage).and_then(|passage| passage.text.get(at.end..)).unwrap_or_default();
    is_day && (1.0..=31.0).contains(value) && copy.profile().day_sign().is_some_and(|sign| behind.starts_with(sign))
}

fn kind(fact: &Fact) -> &'static str {
    if fact.class.is_date() { "date" } else { "figure" }
}

/// Whether one may have become the other.
fn kin(one: &Fact, other: &Fact) -> bool {
    match (one.class, other.class) {
        (Class::Month | Class::Weekday, _) | (_, Class::Month | Class::Weekday) => one.class == other.class,
        (Class::Some, _) | (_, Class::Some) => one.class == other.class,
        _ => true,
    }
}

/// Whether a fact without a counterpart is worth telling alone.
fn strong(fact: &Fact) -> bool {
    fact.has_digits() && fact.class.is_number() && fact.class != Class::Some
}

/// A month or a day of the week that the source does not have.
fn day(fact: &Fact) -> bool {
    matches!(fact.class, Class::Month | Class::Weekday)
}

/// Whether two facts contradict one another surely enough.
fn clear(one: &Fact, other: &Fact) -> bool {
    if one.form == Form::Words && other.form == Form::Words && one.class.is_number() {
        return match one.class {
            Class::Some => (one.value / other.value).ln().abs() > 4.0,
            Class::Decade | Class::Century | Class::Clock | Class::HalfClock => one.class == other.class,
            _ => one.value >= 2.0 && other.value >= 2.0 && alike(one.class, other.class),
        };
    }
    true
}

/// Whether numbers in words of these classes may stand for one another: "two occasions" is "twice".
fn alike(one: Class, other: Class) -> bool {
    let counts = |class| matches!(class, Class::Count | Class::Times);
    one == other || counts(one) && counts(other)
}

/// One finding, with what there is of either side.
fn add(
    source: &Copy<'_>,
    translation: &Copy<'_>,
    kind: &'static str,
    one: Option<&Fact>,
    other: Option<&Fact>,
    findings: &mut Vec<Finding>,
) {
    let place = |copy: &Copy<'_>, fact: &Fact| {
        copy.passages.get(fact.passage).map(|passage| copy.place(passage, fact.at.clone()))
    };
    let (from, to) = (one.and_then(|one| place(source, one)), other.and_then(|other| place(translation, other)));
    let words = |place: &Option<crate::Place>| Said::Words(place.as_ref().map(|p| p.words.clone()).unwrap_or_default());
    let message = match (&from, &to) {
        (Some(_), Some(_)) => Message::new(Word::PairDiffers, [("source", words(&from)), ("translation", words(&to))]),
        (Some(_), None) => Message::new(Word::PairMissing, [("source", words(&from))]),
        _ => Message::new(Word::PairAdded, [("translation", words(&to))]),
    };
    let places: Vec<_> = to.into_iter().chain(from).collect();
    if !places.is_empty() {
        findings.push(Finding::new(Rule::Translation, kind, Level::Warn, message, places));
    }
}
