//! The words of a text that have a capital, gathered by their letters.

use crate::{Copy, copy::Passage, copy::Role};
use foldhash::HashSet;
use lang::Profile;
use std::{collections::BTreeMap, ops::Range};

/// The longest word that is looked at, in letters.
const LONGEST: usize = 40;

/// A word with a capital, where it stands.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    /// The number of its passage.
    pub passage: usize,
    /// Its bytes there.
    pub at: Range<usize>,
    /// Whether it stands within quotation marks.
    pub quoted: bool,
    /// The word with a capital directly before it, in small letters; no title, no word that opens a sentence.
    pub before: Option<String>,
    /// The word with a capital directly behind it.
    pub after: Option<String>,
}

/// All places of a word.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    /// In reading order.
    pub seen: Vec<Seen>,
    /// Whether it has its capital where only a name has one: inside a sentence.
    pub proven: bool,
}

/// The words with a capital, by their small letters, and the words without one.
#[derive(Debug, Default)]
pub(super) struct Capitals {
    /// The words with a capital.
    pub groups: BTreeMap<String, Group>,
    /// Words that have none somewhere.
    pub small: HashSet<String>,
}

/// One word on the way through a passage.
struct Word<'t> {
    at: Range<usize>,
    word: &'t str,
    capital: bool,
    opens: bool,
}

impl Capitals {
    /// Gathers the words of a text.
    pub fn of(copy: &Copy<'_>) -> Self {
        let mut out = Self::default();
        for (number, passage) in copy.passages.iter().enumerate() {
            out.add(number, passage, copy.profile());
        }
        out
    }

    fn add(&mut self, number: usize, passage: &Passage, profile: &Profile) {
        let text = passage.text.as_str();
        let words = words(passage);
        // Where most words have a capital, one says nothing.
        let small = words.iter().filter(|word| !word.capital).count();
        let title = matches!(passage.role, Role::Headline | Role::Deck | Role::Subhead | Role::Caption | Role::Cell);
        let telling = !title && words.len() < 4 * small.max(1);
        for (place, word) in words.iter().enumerate() {
            if !word.capital {
                if !self.small.contains(word.word) {
                    self.small.insert(word.word.to_lowercase());
                }
                continue;
            }
            // A lone capital in a word that goes on behind an apostrophe is a part of one: O'Neill, l'Oise.
            if !is_name_like(word.word) {
                continue;
            }
            let joined = |a: &Word<'_>, b: &Word<'_>| {
                text.get(a.at.end..b.at.start).is_some_and(|gap| matches!(gap, " " | "\u{a0}" | "-"))
            };
            let before = place.checked_sub(1).and_then(|before| words.get(before));
            let before = before.filter(|before| before.capital && joined(before, word));
            let before = before.filter(|before| {
                !before.opens || profile.dictionary().is_none_or(|d| !d.has(&before.word.to_lowercase()))
            });
            let before = before.map(|before| before.word.to_lowercase());
            let before = before.filter(|before| !profile.names().titles.contains(&lang::fold(before)));
            let after = words.get(place + 1).filter(|after| after.capital && joined(word, after));
            let group = self.groups.entry(word.word.to_lowercase()).or_default();
            group.proven |= telling && !word.opens;
            group.seen.push(Seen {
                passage: number,
                at: word.at.clone(),
                quoted: passage.is_quoted(&word.at),
                before,
                after: after.map(|after| after.word.to_lowercase()),
            });
        }
    }
}

/// The words of a passage, each with whether it has a capital and whether it opens a sentence.
fn words(passage: &Passage) -> Vec<Word<'_>> {
    let text = passage.text.as_str();
    let mut sentences = passage.sentences.iter().peekable();
    let (mut opening, mut last) = (true, 0);
    let mut out = Vec::new();
    for found in passage.words() {
        while sentences.next_if(|sentence| sentence.start <= found.at.start).is_some() {
            opening = true;
        }
        let between = text.get(last..found.at.start).unwrap_or_default();
        opening |= between.contains([':', '“', '«', '"', '—', '–', '•', '„', '(', '‘', '¿', '¡']);
        last = found.at.end;
        let word = text.get(found.at.clone()).unwrap_or_default();
        let capital = word.chars().next().is_some_and(lang::letter::is_uppercase);
        out.push(Word { at: found.at.clone(), word, capital, opens: std::mem::take(&mut opening) });
    }
    out
}

/// A capital, then letters of which one at least is small; no figures.
fn is_name_like(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(lang::letter::is_uppercase)
        && letters.clone().any(lang::letter::is_lowercase)
        && letters.clone().all(|c| lang::letter::is_alphabetic(c) || matches!(c, '\u{300}'..='\u{36f}'))
        && (3..LONGEST).contains(&letters.count())
}
