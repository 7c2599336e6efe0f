//! The words of a passage as people are looked for among them.

use crate::copy::Passage;
use lang::Profile;
use std::ops::Range;

/// A word on the way through a passage.
#[derive(Debug)]
pub(super) struct Word {
    /// Its bytes.
    pub at: Range<usize>,
    /// The number of its sentence.
    pub sentence: usize,
    /// What stands before it, behind the word before.
    pub gap: Gap,
    /// Whether it has a capital, or no letter of its script has.
    pub sort: Sort,
    /// Whether it is the first of its sentence.
    pub opens: bool,
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// A space.
    Space,
    /// A hyphen or an apostrophe: they are parts of one word.
    Joined,
    /// The point of an initial or of a short form, for no sentence begins behind it.
    Initial,
    /// A comma, or what sets a remark apart as one does.
    Comma,
    /// Anything else.
    Other,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// With a capital.
    Capital,
    /// With small letters, or no letters.
    Small,
    /// In a script that has no capitals.
    Plain,
}

/// The words of a passage.
pub(super) struct Words<'p> {
    /// The text that they stand in.
    pub text: &'p str,
    /// In order.
    pub all: Vec<Word>,
    /// Each as it is compared.
    folded: &'p [String],
}

impl<'p> Words<'p> {
    /// Reads a passage.
    pub fn of(passage: &'p Passage) -> Self {
        let text = passage.text.as_str();
        let mut all: Vec<Word> = Vec::new();
        let (mut sentence, mut last) = (0, 0);
        for found in passage.words() {
            let begun = passage.sentences.get(sentence).is_some_and(|sentence| sentence.end <= found.at.start);
            if begun {
                let rest = passage.sentences.get(sentence..).unwrap_or_default();
                sentence += rest.iter().take_while(|sentence| sentence.end <= found.at.start).count();
            }
            let word = text.get(found.at.clone()).unwrap_or_default();
            let first = word.chars().next().unwrap_or(' ');
            let sort = match (
                lang::letter::is_uppercase(first),
                lang::letter::is_lowercase(first) || !lang::letter::is_alphabetic(first),
            ) {
                (true, _) => Sort::Capital,
                (_, true) => Sort::Small,
                _ => Sort::Plain,
            };
            let between = text.get(last..found.at.start).unwrap_or_default();
            let gap = if begun { Gap::Other } else { gap(between) };
            let opens = begun || all.is_empty() || quoted(between);
            last = found.at.end;
            all.push(Word { at: found.at.clone(), sentence, gap, sort, opens });
        }
        Self { text, all, folded: passage.word_folds() }
    }

    /// A word as it is written.
    pub fn word(&self, at: usize) -> &'p str {
        self.all.get(at).and_then(|word| self.text.get(word.at.clone())).unwrap_or_default()
    }

    /// The bytes from one word to another.
    pub fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let (first, last) = (self.all.get(words.start), self.all.get(words.end.saturating_sub(1)));
        first.map_or(0, |word| word.at.start)..last.map_or(0, |word| word.at.end)
    }

    /// How a word is written.
    pub fn sort(&self, at: usize) -> Sort {
        self.all.get(at).map_or(Sort::Small, |word| word.sort)
    }

    /// What stands before a word.
    pub fn gap(&self, at: usize) -> Gap {
        self.all.get(at).map_or(Gap::Other, |word| word.gap)
    }

    /// Words, as they are compared.
    pub fn folded(&self, words: Range<usize>) -> &'p [String] {
        self.folded.get(words).unwrap_or_default()
    }

    /// A word, as it is compared.
    pub fn folded_word(&self, at: usize) -> &'p str {
        self.folded.get(at).map_or("", String::as_str)
    }

    /// Whether the language has the word without a capital too, and it has one because a sentence opens with it.
    pub fn is_opener(&self, at: usize, profile: &Profile) -> bool {
        let opens = self.all.get(at).is_some_and(|word| word.opens);
        opens && profile.dictionary().is_none_or(|dictionary| dictionary.has(&self.word(at).to_lowercase()))
    }
}

fn gap(between: &str) -> Gap {
    match between {
        " " | "\u{a0}" => Gap::Space,
        "-" | "'" | "’" | "\u{2011}" => Gap::Joined,
        ". " | "." | ".\u{a0}" => Gap::Initial,
        _ => match between.trim() {
            "," | "،" | "—" | "–" | "(" | "，" => Gap::Comma,
            _ => Gap::Other,
        },
    }
}

/// Whether a quotation or another sentence begins in what stands between two words.
fn quoted(between: &str) -> bool {
    between.contains(['“', '«', '"', ':', '„', '‘', '¿', '¡', '(', '•', '—', '–'])
}
