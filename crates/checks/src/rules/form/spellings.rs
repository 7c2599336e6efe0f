//! Two ways to spell in one story.

use crate::{Copy, Finding, Level, Message, Place, Rule};
use foldhash::HashMap;
use lang::Word;
use std::collections::{BTreeMap, BTreeSet};

/// The most letters of a word that are looked at for a stem.
const LONGEST: usize = 16;

pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let conventions = &copy.profile().usage().form.conventions;
    if conventions.is_empty() {
        return;
    }
    let mut whole: HashMap<&str, usize> = HashMap::default();
    let mut stems: HashMap<&str, usize> = HashMap::default();
    for (at, convention) in conventions.iter().enumerate() {
        for word in &convention.words {
            match word.strip_suffix('*') {
                Some(stem) => stems.insert(stem, at),
                None => whole.insert(word, at),
            };
        }
    }
    // Few words open as one of them does.
    let small = |c: char| c.to_lowercase().next();
    let openings: BTreeSet<char> = whole.keys().chain(stems.keys()).filter_map(|word| word.chars().next()).collect();
    let opens = |word: &str| word.chars().next().and_then(small).is_some_and(|c| openings.contains(&c));
    let mut first: BTreeMap<usize, Place> = BTreeMap::new();
    for passage in &copy.passages {
        for at in passage.folded().ranges() {
            let Some(word) = passage.text.get(at.clone()) else { continue };
            if !opens(word) || passage.is_quoted(at) {
                continue;
            }
            let lower = word.to_lowercase();
            let stem = || {
                let ends = lower.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
                ends.filter_map(|end| stems.get(lower.get(..end)?)).last()
            };
            if let Some(convention) = whole.get(lower.as_str()).or_else(stem) {
                first.entry(*convention).or_insert_with(|| copy.place(passage, at.clone()));
            }
        }
    }
    let mut by_sort: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for (convention, place) in first {
        if let Some(convention) = conventions.get(convention) {
            by_sort.entry(&convention.of).or_default().push(place);
        }
    }
    findings.extend(by_sort.into_values().filter(|places| places.len() > 1).map(|places| {
        Finding::new(Rule::Form, "convention", Level::Note, Message::plain(Word::FormConvention), places)
    }));
}
