//! A frequent word and a near-twin of it that stands once, in a script that marks no names and has no dictionary here.

use super::slip::{Near, Slip, slip};
use crate::{Copy, Finding, Level, Message, Rule, Said};
use foldhash::HashMap;
use lang::Word;
use std::ops::Range;

/// How often the usual spelling stands, at least.
const OFTEN: usize = 3;
/// The fewest letters of a word: shorter ones are too near to one another.
const SHORTEST: usize = 6;

/// Where a word stands: the number of its passage, its bytes.
type Seen = (usize, Range<usize>);

/// Adds what it finds.
pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let (profile, names) = (copy.profile(), copy.profile().names());
    if profile.dictionary().is_some() || names.loose.is_empty() {
        return;
    }
    let mut words: HashMap<&String, Vec<Seen>> = HashMap::default();
    for (number, passage) in copy.passages.iter().enumerate() {
        for (word, folded) in passage.words().iter().zip(passage.word_folds()) {
            let letters = word.of(&passage.text);
            if !letters
                .chars()
                .any(|c| lang::letter::is_numeric(c) || lang::letter::is_lowercase(c) || lang::letter::is_uppercase(c))
            {
                words.entry(folded).or_default().push((number, word.at.clone()));
            }
        }
    }
    let mut words: Vec<(&String, &Vec<Seen>)> = words.iter().map(|(word, seen)| (*word, seen)).collect();
    words.sort_unstable_by_key(|(word, _)| *word);
    let often: Vec<(&String, &Vec<Seen>)> = words.iter().filter(|(_, seen)| seen.len() >= OFTEN).copied().collect();
    let mut near = Near::default();
    for (number, (word, _)) in often.iter().enumerate() {
        near.add(word, number);
    }
    for (word, seen) in words {
        let [place] = seen.as_slice() else { continue };
        let twin = near.of(word).into_iter().filter_map(|number| often.get(number)).find(|(usual, _)| {
            let long = word.chars().count().min(usual.chars().count()) + 1 > SHORTEST;
            let slip = slip(word, usual).filter(|(how, at)| *at > 0 && *how != Slip::Struck);
            // The forms of a word share its beginning but for what is put before it: whatever has another ending is one.
            let inside = slip.is_some_and(|(_, at)| at + 2 < usual.chars().count());
            long && inside && !names.is_kin(word, usual) && !names.is_same_word(word, usual)
        });
        let is_own = |word: &str| copy.material.style.knows(profile.tag(), word);
        let Some((_, others)) = twin.filter(|_| !is_own(word)) else { continue };
        let at = |(number, at): &Seen| Some(copy.place(copy.passages.get(*number)?, at.clone()));
        let (Some(here), Some(there)) = (at(place), others.first().and_then(at)) else { continue };
        let gaps = [("here", Said::Words(here.words.clone())), ("there", Said::Words(there.words.clone()))];
        let message = Message::new(Word::NamesTwoSpellings, gaps);
        findings.push(Finding::new(Rule::Names, "name", Level::Note, message, vec![here, there]));
    }
}
