//! Finding the terms of a sheet in a text: by whole words, in one pass.

use crate::text_words::{TextWord, text_words};
use lang::Profile;
use std::{collections::BTreeMap, ops::Range};

/// A term of the house style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As it is written.
    pub text: String,
    /// Whether capitals have to be as written.
    pub case: bool,
    /// Whether its words may have other endings, as the language inflects.
    pub inflected: bool,
    /// Phrases in which it is left alone.
    pub except: Vec<String>,
}

/// Terms, each with what is known of it.
#[derive(Debug, Clone)]
pub(crate) struct Terms<T> {
    all: Vec<Prepared<T>>,
    /// By the first letters of the first word: which.
    by_opening: BTreeMap<String, Vec<usize>>,
}

#[derive(Debug, Clone)]
struct Prepared<T> {
    term: Term,
    words: Vec<String>,
    /// What stands between the words, as it is compared.
    between: Vec<String>,
    of: T,
}

/// A term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found<'a, T> {
    /// Its bytes.
    pub at: Range<usize>,
    /// The term.
    pub term: &'a Term,
    /// What is known of it.
    pub of: &'a T,
}

impl<T> Default for Terms<T> {
    fn default() -> Self {
        Self { all: Vec::new(), by_opening: BTreeMap::new() }
    }
}

/// How many letters of its first word a term is looked up by: endings change the others.
const OPENING: usize = 2;

fn opening(word: &str) -> String {
    word.chars().take(OPENING).collect()
}

impl<T> Terms<T> {
    /// Adds a term.
    pub fn push(&mut self, term: Term, of: T) {
        let found = text_words(&term.text);
        let Some(first) = found.first() else { return };
        let words: Vec<String> = found.iter().map(|word| lang::fold(word.of(&term.text))).collect();
        let between = between(&term.text, &found);
        let key = opening(&lang::fold(first.of(&term.text)));
        self.by_opening.entry(key).or_default().push(self.all.len());
        self.all.push(Prepared { term, words, between, of });
    }

    /// The terms in a text, in order, none within another; of several that begin at one word, the longest.
    pub fn find<'a>(&'a self, text: &str, profile: &Profile) -> Vec<Found<'a, T>> {
        let mut out = Vec::new();
        if self.all.is_empty() {
            return out;
        }
        let words = text_words(text);
        let folded: Vec<String> = words.iter().map(|word| lang::fold(word.of(text))).collect();
        let mut at = 0;
        while let (Some(rest), Some(rest_folded)) = (words.get(at..), folded.get(at..)) {
            let Some(first) = rest_folded.first() else { break };
            let bare = profile.names().without_prefixes(first);
            let ids =
                std::iter::once(first.as_str()).chain(bare).filter_map(|word| self.by_opening.get(&opening(word)));
            let fits = ids
                .flatten()
                .filter_map(|&id| self.all.get(id))
                .filter(|prepared| prepared.fits(text, rest, rest_folded, profile) && !prepared.excepted(text, rest));
            let best = fits.max_by_key(|prepared| prepared.words.len());
            let end = best.and_then(|prepared| rest.get(prepared.words.len() - 1).map(|last| (prepared, last.at.end)));
            match (end, rest.first()) {
                (Some((prepared, end)), Some(first)) => {
                    out.push(Found { at: first.at.start..end, term: &prepared.term, of: &prepared.of });
                    at += prepared.words.len();
                }
                _ => at += 1,
            }
        }
        out
    }
}

impl<T> Prepared<T> {
    /// Whether the words from here on are the term.
    fn fits(&self, text: &str, words: &[TextWord], folded: &[String], profile: &Profile) -> bool {
        let count = self.words.len();
        let (Some(words), Some(folded)) = (words.get(..count), folded.get(..count)) else { return false };
        let same = |(mine, theirs): (&String, &String)| {
            mine == theirs || self.term.inflected && profile.names().is_same_word(mine, theirs)
        };
        self.words.iter().zip(folded).all(same)
            && between(text, words) == self.between
            && (!self.term.case || self.same_case(text, words))
    }

    /// Whether the words begin as the term is written: in capitals or not.
    fn same_case(&self, text: &str, words: &[TextWord]) -> bool {
        let mine = text_words(&self.term.text);
        mine.iter().zip(words).all(|(mine, theirs)| {
            let (mine, theirs) = (mine.of(&self.term.text), theirs.of(text));
            if self.term.inflected { mine.chars().next() == theirs.chars().next() } else { mine == theirs }
        })
    }

    /// Whether it stands in one of the phrases that are let alone.
    fn excepted(&self, text: &str, words: &[TextWord]) -> bool {
        let Some(at) = words.first().map(|word| word.at.start) else { return false };
        self.term.except.iter().any(|phrase| {
            let (phrase, mine) = (lang::fold(phrase), self.words.join(" "));
            let Some(before) = phrase.find(&mine).and_then(|from| phrase.get(..from)) else { return false };
            // The phrase may open some words before the term.
            let back = before.chars().count();
            let start =
                text.get(..at).unwrap_or_default().char_indices().rev().take(back).last().map_or(at, |(i, _)| i);
            text.get(start..).is_some_and(|text| lang::opens(text, &phrase).is_some())
        })
    }
}

/// What stands between words: spaces alike.
fn between(text: &str, words: &[TextWord]) -> Vec<String> {
    let pairs = words.iter().zip(words.iter().skip(1));
    pairs.map(|(a, b)| lang::fold(text.get(a.at.end..b.at.start).unwrap_or_default())).collect()
}
