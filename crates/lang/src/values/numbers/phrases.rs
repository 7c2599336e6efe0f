//! Phrases with what they mean, to be found among atoms by their first word.

use super::atoms::Atom;
use crate::{figure_words::Table, fold, script};
use foldhash::HashMap;

/// Some of the lists of the lexicon, a bit for each.
pub(super) type Lists = u32;

/// Phrases with what they mean, by their first word; the longest first.
#[derive(Debug, Clone)]
pub(super) struct Phrases<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
    /// Which of the lists it is.
    list: Lists,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::default(), list: 0 }
    }
}

/// The words of a phrase as atoms have them: hyphens and spaces between them left out.
fn words(phrase: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for c in phrase.chars() {
        let letter =
            crate::letter::is_alphabetic(c) || unicode_normalization::char::is_combining_mark(c) || c == '\u{200c}';
        if script::is_han(c) || !letter && !c.is_whitespace() && c != '-' {
            out.push(c.to_string());
            open = false;
        } else if !letter {
            open = false;
        } else if let (true, Some(last)) = (open, out.last_mut()) {
            last.push(c);
        } else {
            out.push(c.to_string());
            open = true;
        }
    }
    let marks = |word: &String| word.chars().all(|c| !c.is_alphanumeric());
    out.into_iter().map(|word| if marks(&word) { word } else { fold(&word) }).collect()
}

/// The phrases of a text of them, apart by commas.
pub(super) fn list(text: &str) -> impl Iterator<Item = Vec<String>> {
    text.split(',').map(words).filter(|words| !words.is_empty())
}

impl<T: Copy> Phrases<T> {
    /// Adds the phrases of a text, all of one meaning.
    pub(super) fn add(&mut self, text: &str, value: T) {
        for words in list(text) {
            let Some((first, rest)) = words.split_first() else { continue };
            let all = self.by_first.entry(first.clone()).or_default();
            if !all.iter().any(|(other, _)| other == rest) {
                all.push((rest.to_vec(), value));
                all.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
            }
        }
    }

    /// The phrases of a text, all of one meaning.
    pub(super) fn of(text: &str, value: T) -> Self {
        let mut out = Self::default();
        out.add(text, value);
        out
    }

    /// The longest phrase that begins at this atom, and the atom after it.
    pub(super) fn at(&self, atoms: &[Atom], at: usize) -> Option<(T, usize)> {
        let atom = atoms.get(at).filter(|atom| atom.opens & self.list != 0)?;
        self.opening(&atom.fold, atoms, at)
    }

    /// The same, the first word being another than the atom's.
    pub(super) fn opening(&self, first: &str, atoms: &[Atom], at: usize) -> Option<(T, usize)> {
        self.by_first.get(first)?.iter().find_map(|(rest, value)| {
            let mut next = at + 1;
            for word in rest {
                if atoms.get(next).is_some_and(|atom| atom.is_hyphen() && *word != "-") {
                    next += 1;
                }
                if atoms.get(next)?.fold != *word {
                    return None;
                }
                next += 1;
            }
            Some((*value, next))
        })
    }

    /// Whether one word is a phrase.
    pub(super) fn has(&self, word: &str) -> bool {
        self.by_first.get(word).is_some_and(|all| all.iter().any(|(rest, _)| rest.is_empty()))
    }

    /// Gives it its number among the lists, and notes the words that open it.
    pub(super) fn count(&mut self, number: u32, openers: &mut HashMap<String, Lists>) {
        self.list = 1 << number;
        for first in self.by_first.keys() {
            match openers.get_mut(first) {
                Some(lists) => *lists |= self.list,
                None => drop(openers.insert(first.clone(), self.list)),
            }
        }
    }

    /// What one word means.
    pub(super) fn get(&self, word: &str) -> Option<T> {
        self.by_first.get(word)?.iter().find(|(rest, _)| rest.is_empty()).map(|(_, value)| *value)
    }
}

impl Phrases<f64> {
    /// Phrases by the numbers that they mean.
    pub(super) fn table(table: &Table) -> Self {
        let mut out = Self::default();
        for (key, text) in table {
            if let Ok(value) = key.parse() {
                out.add(text, value);
            }
        }
        out
    }
}
