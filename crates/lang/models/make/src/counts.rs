//! How often each n-gram stands in a language's news, edges of words included.
//!
//! Lingua gives, for every run of one to five letters, the probability of the last letter after the others, and
//! knows no edges. As nothing was cut from its lists, the product along a run is its share of all letters; a run
//! that stands more often than all its extensions to the left together begins a word that much oftener, and so at
//! the end. Thus edges come back exactly: `^abcd`, `abcd$` and whole words of up to three letters.

use crate::{Map, grams};
use fst::Streamer as _;
use include_dir::Dir;
use std::collections::BTreeMap;

/// Runs of one to five letters, and how often each stands.
pub fn unpack(models: &Dir) -> Vec<(String, f64)> {
    let file = models.get_file("ngrams.fst").expect("lingua's crate has the file");
    let map = fst::Map::new(file.contents()).expect("lingua's file is an FST");
    let mut chances = BTreeMap::new();
    let mut stream = map.stream();
    while let Some((run, bits)) = stream.next() {
        chances.insert(String::from_utf8(run.to_vec()).expect("runs are UTF-8"), f64::from_bits(bits));
    }
    // The rarest letter stood once.
    let letters =
        (-chances.iter().filter(|(run, _)| run.chars().count() == 1).map(|(_, p)| *p).fold(0.0, f64::min)).exp();
    let share = |run: &str| {
        let ends = run.char_indices().map(|(at, _)| at).skip(1).chain([run.len()]);
        ends.map(|end| chances.get(&run[..end]).copied().unwrap_or(-30.0)).sum::<f64>().exp()
    };
    chances.keys().map(|run| (run.clone(), share(run) * letters)).collect()
}

/// The same in classes, with edges.
pub fn with_edges(runs: &[(String, f64)], class: impl Fn(char) -> Option<u8>) -> Map<f64> {
    let mut inside = Map::default();
    for (run, count) in runs {
        if let Some(gram) = run.chars().try_fold(0, |gram, c| Some(gram << 8 | u64::from(class(c)?))) {
            *inside.entry(gram).or_default() += count;
        }
    }
    let less = |from: &Map<f64>, of: &Map<f64>, part: fn(u64) -> u64| {
        let mut left = from.clone();
        for (&gram, &count) in of {
            if let Some(left) = (grams::length(gram) > 1).then(|| left.get_mut(&part(gram))).flatten() {
                *left -= count;
            }
        }
        left
    };
    let begins = less(&inside, &inside, grams::without_first);
    let ends = less(&inside, &inside, grams::without_last);
    let alone = less(&begins, &begins, grams::without_last);
    let words: f64 = begins.iter().filter(|(gram, _)| grams::length(**gram) == 1).map(|(_, count)| count).sum();
    let mut all = inside;
    let mut keep = |from: Map<f64>, longest: u32, edge: fn(u64) -> u64| {
        all.extend(
            from.into_iter().filter(|(g, n)| grams::length(*g) <= longest && *n >= 0.5).map(|(g, n)| (edge(g), n)),
        );
    };
    keep(begins, 4, grams::at_start);
    keep(ends, 4, grams::at_end);
    keep(alone, 3, |gram| grams::at_end(grams::at_start(gram)));
    all.insert(grams::EDGE, words);
    all
}
