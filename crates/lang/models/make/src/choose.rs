//! Which grams are worth their bytes, and what each says.

use crate::{Map, chain::Chain, grams, languages::Language};

/// The sixteen weights that a nibble can say, in eighths of a nat: finer where most are. The place of 0 is 8.
pub const LEVELS: [i8; 16] = [-60, -38, -25, -17, -11, -7, -4, -2, 0, 2, 4, 7, 11, 17, 25, 38];
/// No language falls further behind the best by one letter, in nats: nothing is proof.
const SPREAD: f32 = 7.0;
/// Grams that stand less often in every language are not looked at.
const RAREST: f64 = 1e-6;
/// How many nats a letter two languages must be apart to be a third as easily mistaken for each other.
const NEAR: f64 = 0.5;
/// How much more a language with the largest head start counts.
const OURS: f64 = 6.0;

/// What a gram says for each language: places in [`LEVELS`].
pub type Row = Vec<u8>;

/// The grams that gain more than `least`, each with its row.
pub fn choose(chains: &[Chain], languages: &[Language], least: f64) -> Map<Row> {
    let apart = apart(chains, languages);
    let mut by_length: [Vec<u64>; 6] = Default::default();
    let mut seen = std::collections::BTreeSet::new();
    seen.extend(chains.iter().flat_map(Chain::shares).filter(|(_, share)| *share >= RAREST).map(|(gram, _)| gram));
    for gram in seen {
        by_length[grams::length(gram) as usize].push(gram);
    }
    let mut chosen: Map<Row> = Map::default();
    for (length, candidates) in by_length.iter().enumerate().skip(1) {
        let mut found = Vec::new();
        for &gram in candidates {
            let wanted = adds(chains, &chosen, gram);
            if length == 1 || gain(chains, &apart, gram, &wanted) > least {
                found.push((gram, wanted.iter().map(|w| nearest(*w)).collect()));
            }
        }
        chosen.extend(found);
    }
    chosen
}

/// What a place in [`LEVELS`] says.
fn nats(level: u8) -> f32 {
    f32::from(LEVELS[usize::from(level)]) / 8.0
}

/// The level that says about so many nats.
fn nearest(wanted: f32) -> u8 {
    let off = |level: &u8| (nats(*level) - wanted).abs();
    (0..16).min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or(8)
}

/// What a gram should add to the shorter ones that are chosen, in nats, less what all languages share.
fn adds(chains: &[Chain], chosen: &Map<Row>, gram: u64) -> Vec<f32> {
    let mut wanted: Vec<f32> = chains.iter().map(|chain| chain.chance(gram).ln() as f32).collect();
    let best = wanted.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    wanted.iter_mut().for_each(|w| *w = w.max(best - SPREAD));
    let mut shorter = gram;
    while grams::length(shorter) > 1 {
        shorter = grams::without_first(shorter);
        if let Some(row) = chosen.get(&shorter) {
            wanted.iter_mut().zip(row).for_each(|(w, said)| *w -= nats(*said));
        }
    }
    let mean = wanted.iter().sum::<f32>() / wanted.len() as f32;
    wanted.iter_mut().for_each(|w| *w -= mean);
    wanted
}

/// How much better languages are told apart by a gram, a letter of text: near languages and ours count most.
fn gain(chains: &[Chain], apart: &[Vec<f64>], gram: u64, adds: &[f32]) -> f64 {
    let mut gain = 0.0;
    for (l, chain) in chains.iter().enumerate() {
        let share = chain.share(gram);
        if share > 0.0 {
            gain += share
                * adds.iter().zip(&apart[l]).map(|(a, weight)| weight * f64::from((adds[l] - a).abs())).sum::<f64>();
        }
    }
    gain
}

/// How much it matters to tell one language from another: 1 on average for all others together.
fn apart(chains: &[Chain], languages: &[Language]) -> Vec<Vec<f64>> {
    let most = languages.iter().map(|language| language.head_start).max();
    let ours = |l: usize| Some(languages[l].head_start) == most;
    let mut apart = vec![vec![0.0; chains.len()]; chains.len()];
    for (l, one) in chains.iter().enumerate() {
        let fours: Vec<_> = one.shares().filter(|(gram, _)| grams::length(*gram) == 4).collect();
        for (m, other) in chains.iter().enumerate().filter(|(m, _)| *m != l) {
            let nats: f64 =
                fours.iter().map(|(gram, share)| share * (one.chance(*gram) / other.chance(*gram)).ln()).sum();
            apart[l][m] = (-nats / NEAR).exp() * if ours(l) || ours(m) { OURS } else { 1.0 };
        }
    }
    let all: f64 = apart.iter().flatten().sum::<f64>() / chains.len() as f64;
    apart.iter_mut().flatten().for_each(|weight| *weight /= all);
    apart
}
