//! Lists of words and phrases of the data, ready to be found in a text in one walk along it.

use crate::{compare::fold_word_to, fold, letter, script};
use foldhash::HashMap;
use serde::{Deserialize, Deserializer};
use std::ops::Range;

/// Words and phrases. They are compared as [`fold`] does, word by word; one that ends in `*` takes any ending, one that
/// begins with letters in brackets may have one of them before it: `[وف]قال` is قال, وقال and فقال.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wordlist {
    /// By the first word: the phrases that open with it, the longest first.
    by_first: HashMap<String, Vec<Phrase>>,
    /// How long the first words are that take endings, in bytes: a bit for each length, the last for all longer ones.
    stems: u64,
    /// How many phrases.
    len: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    /// The words after the first.
    rest: Vec<String>,
    /// Whether the last word takes any ending.
    stem: bool,
}

impl Wordlist {
    /// A list of these phrases.
    pub fn new<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Self {
        let mut list = Self::default();
        for phrase in phrases {
            let bracket = phrase.strip_prefix('[').and_then(|rest| rest.split_once(']'));
            let (before, phrase) = bracket.unwrap_or(("", phrase));
            list.add(phrase);
            before.chars().for_each(|c| list.add(&format!("{c}{phrase}")));
        }
        for all in list.by_first.values_mut() {
            all.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        list
    }

    fn add(&mut self, phrase: &str) {
        let stem = phrase.ends_with('*');
        let mut words: Vec<String> = words(phrase).into_iter().map(|at| folded(phrase, &at)).collect();
        if words.is_empty() {
            return;
        }
        let first = words.remove(0);
        if stem && words.is_empty() {
            self.stems |= bit(first.len());
        }
        self.by_first.entry(first).or_default().push(Phrase { rest: words, stem });
        self.len += 1;
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether this word by itself is in the list.
    pub fn holds(&self, word: &str) -> bool {
        if self.is_empty() {
            return false;
        }
        let words = Words::of(word);
        match words.ranges() {
            [only] => *only == (0..word.len()) && self.at(&words, 0).is_some(),
            _ => self.find_in(&words).iter().any(|at| at.start == 0 && at.end == word.len()),
        }
    }

    /// Where phrases of the list stand in a text, in order, none within another.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() { Vec::new() } else { self.find_in(&Words::of(text)) }
    }

    /// As [`Self::find`], in words that were folded before.
    pub fn find_in(&self, words: &Words) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        if self.is_empty() {
            return out;
        }
        let all = words.ranges();
        let mut next = 0;
        while let Some(at) = all.get(next) {
            let taken = self.at(words, next);
            if let Some(last) = taken.and_then(|taken| all.get(next + taken - 1)) {
                out.push(at.start..last.end);
            }
            next += taken.unwrap_or(1);
        }
        out
    }

    /// How many words a phrase takes that opens with this one.
    fn at(&self, words: &Words, at: usize) -> Option<usize> {
        let fits = |all: &Vec<Phrase>, as_stem| all.iter().find_map(|phrase| phrase.fits(words, at + 1, as_stem));
        let word = words.folded(at)?;
        let whole = self.by_first.get(word).and_then(|all| fits(all, false));
        whole.or_else(|| {
            // The word is a stem with its ending.
            let mut ends =
                word.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|end| self.stems & bit(*end) != 0);
            if self.stems == 0 { None } else { ends.find_map(|end| fits(self.by_first.get(word.get(..end)?)?, true)) }
        })
    }
}

/// The bit of a length.
fn bit(length: usize) -> u64 {
    1 << length.min(63)
}

/// The words of a text as lists compare them: cut and folded once for every list.
#[derive(Debug, Clone, Default)]
pub struct Words {
    at: Vec<Range<usize>>,
    folded: String,
    /// By word, where it ends in `folded`.
    ends: Vec<usize>,
}

impl Words {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        let at = words(text);
        let (mut all, mut ends) = (String::with_capacity(text.len()), Vec::with_capacity(at.len()));
        for at in &at {
            fold_word_to(text.get(at.clone()).unwrap_or_default(), &mut all);
            ends.push(all.len());
        }
        Self { at, folded: all, ends }
    }

    /// Their bytes in the text, in order.
    pub fn ranges(&self) -> &[Range<usize>] {
        &self.at
    }

    /// A word as it is compared.
    fn folded(&self, at: usize) -> Option<&str> {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.folded.get(start..*self.ends.get(at)?)
    }
}

impl Phrase {
    /// How many words the phrase takes, when those from this one on stand behind its first word.
    fn fits(&self, words: &Words, from: usize, as_stem: bool) -> Option<usize> {
        if as_stem && !(self.stem && self.rest.is_empty()) {
            return None;
        }
        let last = self.rest.len().checked_sub(1);
        let same = |(at, wanted): (usize, &String)| {
            words.folded(from + at).is_some_and(|have| {
                wanted == have || self.stem && Some(at) == last && have.starts_with(wanted.as_str())
            })
        };
        self.rest.iter().enumerate().all(same).then_some(self.rest.len() + 1)
    }
}

/// The words of a text: runs of letters and figures with the marks that stand on them; of a script that puts no spaces
/// between words, each character. Apostrophes and hyphens stand between words.
pub fn words(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let alone = !c.is_ascii() && script::has_no_spaces(c);
        let part = letter::is_alphanumeric(c) || open && is_part(c);
        match out.last_mut() {
            Some(last) if part && open && !alone => last.end = end,
            _ if part => out.push(at..end),
            _ => {}
        }
        open = part && !alone;
    }
    out
}

/// Vowel signs and the joiners of Arabic writing.
fn is_part(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
        || matches!(c, '\u{200c}' | '\u{200d}' | '\u{ad}')
}

fn folded(text: &str, at: &Range<usize>) -> String {
    fold(text.get(at.clone()).unwrap_or_default())
}

impl<'de> Deserialize<'de> for Wordlist {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let phrases = Vec::<String>::deserialize(deserializer)?;
        Ok(Self::new(phrases.iter().map(String::as_str)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'t>(list: &[&str], text: &'t str) -> Vec<&'t str> {
        Wordlist::new(list.iter().copied()).find(text).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn words_phrases_stems_and_what_is_joined_to_them() {
        assert_eq!(found(&["said", "according to"], "He SAID so, according  to her; saids"), ["SAID", "according  to"]);
        assert_eq!(found(&["сказа*"], "Она сказала, он сказал; сказ"), ["сказала", "сказал"]);
        assert_eq!(found(&["[وف]قال"], "وقال الحارس، فقالَ، قال، مقال"), ["وقال", "فقالَ", "قال"]);
        assert_eq!(found(&["表示"], "镇长表示大桥通了"), ["表示"]);
        assert_eq!(found(&["کا کہنا ہے", "نے کہا"], "کونسل کا کہنا ہے کہ میئر نے کہا"), ["کا کہنا ہے", "نے کہا"]);
        assert_eq!(found(&["a sourc*", "a"], "a source, a"), ["a source", "a"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,40}|[ a-cأ-يа-я说]{0,30}", phrase in "\\PC{0,6}|(\\[[a-c]\\])?[a-cو说]{1,3}\\*?") {
            for at in Wordlist::new([phrase.as_str()]).find(&text) {
                prop_assert!(text.get(at).is_some());
            }
        }
    }
}
