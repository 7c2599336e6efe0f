//! A foreign name in a script without spaces, written once with another character of the same sound.

use crate::{Copy, Finding, Level, Message, Rule, Said};
use lang::Word;
use std::{collections::BTreeMap, ops::Range};

/// The fewest characters of a name.
const SHORTEST: usize = 3;
/// The most characters that are looked at as one name.
const LONGEST: usize = 12;
/// How often a name stands in its usual spelling, at least.
const OFTEN: usize = 2;

/// Where a name stands: the number of its passage, its bytes.
type Seen = (usize, Range<usize>);

/// Adds what it finds.
pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let names = copy.profile().names();
    let mut by_sound: BTreeMap<String, BTreeMap<&str, Vec<Seen>>> = BTreeMap::new();
    for (number, passage) in copy.passages.iter().enumerate() {
        for at in runs(&passage.text, |c| names.has_sound(c)) {
            let run = passage.text.get(at.clone()).unwrap_or_default();
            if (SHORTEST..=LONGEST).contains(&run.chars().count()) {
                by_sound.entry(names.sound(run)).or_default().entry(run).or_default().push((number, at));
            }
        }
    }
    let alike = by_sound.values().filter(|spellings| spellings.len() > 1);
    for spellings in alike {
        let Some((usual, seen)) = spellings.iter().max_by_key(|(_, seen)| seen.len()) else { continue };
        for (rare, places) in spellings.iter().filter(|(spelling, places)| spelling != &usual && places.len() == 1) {
            if seen.len() < OFTEN || copy.material.style.knows(copy.profile().tag(), rare) {
                continue;
            }
            let place = |(number, at): &Seen| Some(copy.place(copy.passages.get(*number)?, at.clone()));
            let (Some(here), Some(there)) = (places.first().and_then(place), seen.first().and_then(place)) else {
                continue;
            };
            let quoted = places.iter().any(|(number, at)| copy.passages.get(*number).is_some_and(|p| p.is_quoted(at)));
            let level = if quoted { Level::Note } else { Level::Warn };
            let gaps = [("here", Said::Words(here.words.clone())), ("there", Said::Words(there.words.clone()))];
            let message = Message::new(Word::NamesTwoSpellings, gaps);
            findings.push(Finding::new(Rule::Names, "name", level, message, vec![here, there]));
        }
    }
}

/// The runs of such characters.
pub(super) fn runs(text: &str, is_one: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_one(*c)) {
        match out.last_mut() {
            Some(last) if last.end == at => last.end += c.len_utf8(),
            _ => out.push(at..at + c.len_utf8()),
        }
    }
    out
}
