//! One list that has the same name twice, in two spellings.

use super::{
    slip::{Near, Slip, slip},
    sounds::runs,
};
use crate::{Copy, Finding, Level, Message, Rule, Said, copy::Passage, text_words::TextWord};
use lang::{Profile, Word, letter};
use std::ops::Range;

/// The fewest members of a list.
const FEWEST: usize = 3;
/// The most words of a member.
const LONGEST: usize = 3;
/// The fewest letters of a member that can be told from its neighbours.
const SHORTEST: usize = 6;
/// As before, of a script without spaces: what sounds alike is alike.
const SHORTEST_OF_SOUNDS: usize = 3;
/// As before, where no dictionary says which words there are.
const SHORTEST_UNKNOWN: usize = 7;

/// Adds what it finds.
pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    for passage in &copy.passages {
        for sentence in &passage.sentences {
            let members = members(passage, sentence, copy.profile());
            if members.len() >= FEWEST {
                twins(copy, passage, &members, findings);
            }
        }
    }
}

/// The members of the lists in a sentence: what stands between commas, and between a comma and an "and".
fn members(passage: &Passage, sentence: &Range<usize>, profile: &Profile) -> Vec<Range<usize>> {
    let text = passage.text.get(sentence.clone()).unwrap_or_default();
    let mut out = Vec::new();
    let (mut from, mut first) = (0, true);
    for (at, mark) in text.match_indices([',', '،', '、', '，', ';', '؛']).chain([(text.len(), "")]) {
        let part = sentence.start + from..sentence.start + at;
        out.extend(names(passage, part, first, mark.is_empty(), profile));
        (from, first) = (at + mark.len(), false);
    }
    out
}

/// The names that are members in one part of a list: before the first comma and behind the last, the words that stand
/// nearest to it.
fn names(passage: &Passage, part: Range<usize>, first: bool, last: bool, profile: &Profile) -> Vec<Range<usize>> {
    let text = passage.text.as_str();
    // Without spaces, only the characters of foreign names tell one from the words around it.
    if !profile.names().sounds.is_empty() {
        let runs = runs(text.get(part.clone()).unwrap_or_default(), |c| profile.names().has_sound(c));
        return runs.into_iter().map(|run| part.start + run.start..part.start + run.end).collect();
    }
    let within = passage.words_in(&part);
    let words = passage.words().get(within.clone()).unwrap_or_default();
    let folds = passage.word_folds().get(within).unwrap_or_default();
    let words: Vec<(&TextWord, &String)> = words.iter().zip(folds).collect();
    let mut out = Vec::new();
    for run in words.split(|(_, folded)| profile.names().and.contains(folded)) {
        let run = || run.iter().map(|(word, _)| *word);
        let is_cased = |c: char| letter::is_lowercase(c) || letter::is_uppercase(c);
        let cased = run().any(|word| word.of(text).chars().any(is_cased));
        let capital = |word: &&TextWord| word.of(text).chars().next().is_some_and(letter::is_uppercase);
        let kept: Vec<&TextWord> = match (cased, first, last) {
            (true, true, _) => run().rev().take_while(capital).collect::<Vec<_>>().into_iter().rev().collect(),
            (true, false, true) => run().take_while(capital).collect(),
            (true, false, false) if run().all(|word| capital(&word)) => run().collect(),
            (true, ..) => Vec::new(),
            (false, true, _) => run().next_back().into_iter().collect(),
            (false, false, true) => run().next().into_iter().collect(),
            (false, false, false) => run().collect(),
        };
        let (Some(start), Some(end)) = (kept.first(), kept.last()) else { continue };
        if kept.len() <= LONGEST {
            let and = attached_and(start.of(text), profile);
            out.push(start.at.start + and..end.at.end);
        }
    }
    out
}

/// The bytes of an "and" that is written together with the word behind it.
fn attached_and(word: &str, profile: &Profile) -> usize {
    let names = profile.names();
    let attached = names.and.iter().filter(|and| names.prefixes.contains(and) && word.starts_with(and.as_str()));
    attached.map(String::len).next().filter(|len| word.chars().count() > SHORTEST && *len < word.len()).unwrap_or(0)
}

/// Finds the members that are a slip apart.
fn twins(copy: &Copy<'_>, passage: &Passage, members: &[Range<usize>], findings: &mut Vec<Finding>) {
    let profile = copy.profile();
    let mut near = Near::default();
    let lower = |member: &Range<usize>| passage.text.get(member.clone()).unwrap_or_default().to_lowercase();
    for (number, member) in members.iter().enumerate() {
        let word = lower(member);
        let twin = near.of(&word).into_iter().filter_map(|other| members.get(other)).find(|other| {
            let (other_word, how) = (lower(other), slip(&word, &lower(other)));
            how.is_some_and(|how| is_same(&word, &other_word, how, profile)) && !are_known(copy, passage, member, other)
        });
        near.add(&word, number);
        if let Some(twin) = twin {
            let (here, there) = (copy.place(passage, member.clone()), copy.place(passage, twin.clone()));
            let gaps = [("here", Said::Words(here.words.clone())), ("there", Said::Words(there.words.clone()))];
            let unsure = profile.dictionary().is_none()
                && word.chars().count().min(lower(twin).chars().count()) < SHORTEST_UNKNOWN;
            let heard = profile.names().is_same_sound(&word, &lower(twin));
            let level = if passage.is_quoted(member) || unsure && !heard { Level::Note } else { Level::Warn };
            findings.push(Finding::new(
                Rule::Names,
                "list",
                level,
                Message::new(Word::NamesTwiceInList, gaps),
                vec![here, there],
            ));
        }
    }
}

/// Whether two members that are a slip apart are one name.
fn is_same(word: &str, other: &str, (how, at): (Slip, usize), profile: &Profile) -> bool {
    let letters = word.chars().count().min(other.chars().count());
    let (folded, other_folded) = (lang::fold(word), lang::fold(other));
    if profile.names().is_same_sound(word, other) {
        return letters >= SHORTEST_OF_SOUNDS;
    }
    let spaced = !word.chars().any(|c| profile.names().has_sound(c));
    let long = letters >= SHORTEST || how != Slip::Struck && letters + 1 >= SHORTEST;
    let figures = word.chars().any(letter::is_numeric);
    spaced && at > 0 && long && !figures && folded != other_folded && !profile.names().is_kin(&folded, &other_folded)
}

/// Whether each of them is a word or a name that the language or the agency has: then they are two.
fn are_known(copy: &Copy<'_>, passage: &Passage, one: &Range<usize>, other: &Range<usize>) -> bool {
    let profile = copy.profile();
    let known = |at: &Range<usize>| {
        let member = passage.text.get(at.clone()).unwrap_or_default();
        copy.material.style.knows(profile.tag(), member)
            || profile.dictionary().is_some_and(|dictionary| member.split_whitespace().all(|word| dictionary.has(word)))
    };
    known(one) && known(other)
}
