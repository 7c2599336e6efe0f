//! Where the way through both texts can run: a band around the line that rare things draw.

use super::traits::Traits;
use std::{collections::HashMap, ops::Range};

/// How many pairs of sentences are looked at, at most, when all of them are.
const ALL: usize = 250_000;
/// How many there may be in a band.
const MOST: usize = 4_000_000;

/// For each place in the source, the places in the translation that are looked at.
#[derive(Debug)]
pub(super) struct Band(Vec<Range<usize>>);

impl Band {
    /// The band of two texts.
    pub(super) fn new(one: &Traits, two: &Traits) -> Self {
        let (long, other) = (one.sentences.len(), two.sentences.len());
        if (long + 1).saturating_mul(other + 1) <= ALL {
            return Self(vec![0..other + 1; long + 1]);
        }
        let half = (MOST / (long + other) / 2).clamp(6, 60);
        let mut line = vec![(0, 0)];
        line.extend(rising(&shared(one, two)));
        line.push((long, other));
        let mut band: Vec<Range<usize>> = Vec::with_capacity(long + 1);
        for pair in line.windows(2) {
            let [(from, low), (to, high)] = *pair else { continue };
            let run = (to - from).max(1);
            for at in from..to {
                // A step up is walked within one place of the source.
                let near = low + (high - low) * (at - from) / run;
                let next = low + (high - low) * (at + 1 - from) / run;
                band.push(near.saturating_sub(half)..(next + half + 1).min(other + 1));
            }
        }
        let last = band.last().map_or(0, |range| range.start);
        band.push(last..other + 1);
        Self(band)
    }

    /// The places of one row.
    pub(super) fn row(&self, at: usize) -> Range<usize> {
        self.0.get(at).cloned().unwrap_or_default()
    }
}

/// Pairs of sentences that share something both texts have once.
fn shared(one: &Traits, two: &Traits) -> Vec<(usize, usize)> {
    let mut where_in_two: HashMap<u64, usize> = HashMap::new();
    for (at, marks) in two.marks.iter().enumerate() {
        let rare = marks.iter().filter(|mark| two.counts.get(mark) == Some(&1));
        where_in_two.extend(rare.map(|mark| (*mark, at)));
    }
    let mut votes: HashMap<(usize, usize), usize> = HashMap::new();
    for (at, marks) in one.marks.iter().enumerate() {
        for mark in marks.iter().filter(|mark| one.counts.get(mark) == Some(&1)) {
            if let Some(&there) = where_in_two.get(mark) {
                *votes.entry((at, there)).or_default() += 1;
            }
        }
    }
    let mut pairs: Vec<((usize, usize), usize)> = votes.into_iter().collect();
    // One thing in common may be chance; two are not, as far as there are enough of those.
    let sure = pairs.iter().filter(|(_, votes)| *votes > 1).count();
    if sure * 8 > one.sentences.len() {
        pairs.retain(|(_, votes)| *votes > 1);
    }
    let mut pairs: Vec<(usize, usize)> = pairs.into_iter().map(|(pair, _)| pair).collect();
    pairs.sort_unstable();
    pairs
}

/// The longest run of pairs that rise on both sides.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last pair of the best run of each length, and what stands before each pair.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (nth, pair) in pairs.iter().enumerate() {
        let is_below = |tail: &usize| pairs.get(*tail).is_some_and(|(a, b)| *a < pair.0 && *b < pair.1);
        let at = tails.partition_point(is_below);
        before.push(at.checked_sub(1).and_then(|at| tails.get(at).copied()));
        match tails.get_mut(at) {
            Some(tail) => *tail = nth,
            None => tails.push(nth),
        }
    }
    let mut out = Vec::new();
    let mut next = tails.last().copied();
    while let Some(nth) = next {
        out.extend(pairs.get(nth).filter(|pair| pair.0 > 0));
        next = before.get(nth).copied().flatten();
    }
    out.reverse();
    out
}
