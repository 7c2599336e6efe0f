//! Which fact of a translation stands for which of its source: one to one, the best first; what is said twice may be
//! said once.

use super::{
    facts::{Class, Fact},
    same::agree,
};
use std::collections::HashMap;

/// What was matched.
#[derive(Debug, Default)]
pub(super) struct Matched {
    /// By fact of the source: which of the translation.
    pub source: Vec<Option<usize>>,
    /// By fact of the translation: which of the source.
    pub translation: Vec<Option<usize>>,
}

/// How many facts without a plain match are compared with how many others.
const MOST: usize = 96;

/// Matches the facts of two texts.
pub(super) fn matched(source: &[Fact], translation: &[Fact]) -> Matched {
    let mut out = Matched { source: vec![None; source.len()], translation: vec![None; translation.len()] };
    plain(source, translation, &mut out);
    let free = |all: &[Option<usize>]| -> Vec<usize> {
        all.iter().enumerate().filter(|(_, is)| is.is_none()).map(|(at, _)| at).take(MOST).collect()
    };
    let mut ways: Vec<(u8, usize, usize, usize)> = Vec::new();
    let (left, right) = (free(&out.source), free(&out.translation));
    for (place, &one) in left.iter().enumerate() {
        for (at, &other) in right.iter().enumerate() {
            let cost = source.get(one).zip(translation.get(other)).and_then(|(one, other)| agree(one, other));
            ways.extend(cost.map(|cost| (cost, place.abs_diff(at), one, other)));
        }
    }
    ways.sort_unstable();
    for (_, _, one, other) in ways {
        join(&mut out, one, other);
    }
    repeats(source, translation, &mut out);
    out
}

fn join(out: &mut Matched, one: usize, other: usize) {
    let (Some(left), Some(right)) = (out.source.get_mut(one), out.translation.get_mut(other)) else { return };
    if left.is_none() && right.is_none() {
        (*left, *right) = (Some(other), Some(one));
    }
}

/// Facts of one class and value.
fn plain(source: &[Fact], translation: &[Fact], out: &mut Matched) {
    let key = |fact: &Fact| (fact.class, fact.value.to_bits(), fact.unit.map(|unit| unit.name));
    let mut by: HashMap<_, std::collections::VecDeque<usize>> = HashMap::new();
    for (at, fact) in translation.iter().enumerate() {
        by.entry(key(fact)).or_default().push_back(at);
    }
    for (at, fact) in source.iter().enumerate() {
        if let Some(other) = by.get_mut(&key(fact)).and_then(std::collections::VecDeque::pop_front) {
            join(out, at, other);
        }
    }
}

/// What one text says twice and the other once.
fn repeats(source: &[Fact], translation: &[Fact], out: &mut Matched) {
    let again = |all: &[Fact], others: &[Fact], is: &mut Vec<Option<usize>>, free_others: &[Option<usize>]| {
        let free: Vec<usize> =
            is.iter().enumerate().filter(|(_, to)| to.is_none()).map(|(at, _)| at).take(MOST).collect();
        for at in free {
            // Both sides of a score are said as often in the one as in the other.
            let Some(fact) = all.get(at).filter(|fact| fact.class != Class::Score) else { continue };
            let rival = |other: &Fact| fact.unit.is_some() && fact.unit.map(|u| u.name) == other.unit.map(|u| u.name);
            let rivals =
                others.iter().zip(free_others.iter()).take(4 * MOST).any(|(other, to)| to.is_none() && rival(other));
            let most = if rivals { 3 } else { 7 };
            // Said twice on one side: its twin was matched; or the other side has it, matched with something else.
            let found =
                others.iter().take(4 * MOST).position(|other| agree(fact, other).is_some_and(|cost| cost < most));
            if let (Some(found), Some(to)) = (found, is.get_mut(at)) {
                *to = Some(found);
            }
        }
    };
    let (left, right) = (out.source.clone(), out.translation.clone());
    again(source, translation, &mut out.source, &right);
    again(translation, source, &mut out.translation, &left);
}
