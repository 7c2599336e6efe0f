//! The chance of a letter after the letters before it, smoothed.

use crate::{Map, grams};

/// What is taken from every count and given to what was not seen (absolute discounting).
const DISCOUNT: f64 = 0.6;

/// The chain of one language.
pub struct Chain {
    counts: Map<f64>,
    /// How often each beginning stands, and with how many different ends.
    beginnings: Map<(f64, f64)>,
    all: f64,
    classes: f64,
}

impl Chain {
    /// From counts over so many classes.
    pub fn new(counts: Map<f64>, classes: usize) -> Self {
        let mut beginnings: Map<(f64, f64)> = Map::default();
        for (&gram, &count) in counts.iter().filter(|(gram, _)| grams::length(**gram) > 1) {
            let beginning = beginnings.entry(grams::without_last(gram)).or_default();
            *beginning = (beginning.0 + count, beginning.1 + 1.0);
        }
        let all = counts.iter().filter(|(gram, _)| grams::length(**gram) == 1).map(|(_, count)| count).sum();
        Self { counts, beginnings, all, classes: classes as f64 }
    }

    /// All grams that were seen, and the share of each among all letters and edges.
    pub fn shares(&self) -> impl Iterator<Item = (u64, f64)> {
        self.counts.iter().map(|(&gram, &count)| (gram, count / self.all))
    }

    /// The share of one gram.
    pub fn share(&self, gram: u64) -> f64 {
        self.counts.get(&gram).copied().unwrap_or(0.0) / self.all
    }

    /// The chance of the last of a gram after the others.
    pub fn chance(&self, gram: u64) -> f64 {
        let count = self.counts.get(&gram).copied().unwrap_or(0.0);
        let kept = (count - DISCOUNT).max(0.0);
        if grams::length(gram) == 1 {
            return (kept + DISCOUNT * 200.0 / self.classes) / self.all;
        }
        let shorter = self.chance(grams::without_first(gram));
        match self.beginnings.get(&grams::without_last(gram)) {
            None => shorter,
            Some((seen, kinds)) => (kept + DISCOUNT * kinds * shorter) / seen.max(count),
        }
    }
}
