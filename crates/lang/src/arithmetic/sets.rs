//! Sets of phrases, and where each of them stands in a sentence: looked for once, by the first word, for all sets
//! together. Patterns ask at every word; what they ask is then a glance at a short list.

use super::tokens::{Piece, Token, phrase};
use foldhash::HashMap;

/// A set, by its place.
pub(super) type Set = u16;

/// A phrase of a set, without its first piece.
#[derive(Debug, Clone)]
struct Rest {
    set: Set,
    pieces: Vec<Piece>,
}

/// Phrases of many sets by what they open with.
#[derive(Debug, Clone, Default)]
pub(super) struct Sets {
    by_name: HashMap<String, Set>,
    words: HashMap<String, Vec<Rest>>,
    /// Stems by their first letter.
    stems: HashMap<char, Vec<(String, Rest)>>,
    marks: HashMap<char, Vec<Rest>>,
}

impl Sets {
    /// The set of this name; made of these phrases where it is new. None when there are too many.
    pub(super) fn named<'p>(&mut self, name: &str, phrases: impl IntoIterator<Item = &'p str>) -> Option<Set> {
        if let Some(set) = self.by_name.get(name) {
            return Some(*set);
        }
        let set = Set::try_from(self.by_name.len()).ok()?;
        self.by_name.insert(name.to_owned(), set);
        for one in phrases {
            let mut pieces = phrase(one).into_iter();
            let first = pieces.next();
            let rest = Rest { set, pieces: pieces.collect() };
            match first {
                Some(Piece::Word(first)) => match first.strip_suffix('*') {
                    Some(stem) => {
                        if let Some(letter) = stem.chars().next() {
                            self.stems.entry(letter).or_default().push((stem.to_owned(), rest));
                        }
                    }
                    None => self.words.entry(first).or_default().push(rest),
                },
                Some(Piece::Mark(mark)) => self.marks.entry(mark).or_default().push(rest),
                _ => {}
            }
        }
        Some(set)
    }

    /// The set of this name.
    pub(super) fn get(&self, name: &str) -> Option<Set> {
        self.by_name.get(name).copied()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.by_name.len()
    }

    /// Where phrases stand among these tokens; a word may have one of the prefixes written before it.
    pub(super) fn find(&self, prefixes: &[String], tokens: &[Token]) -> Found {
        let mut found = Found { ends: Vec::with_capacity(tokens.len()), begin: Vec::with_capacity(tokens.len() + 1) };
        for (at, token) in tokens.iter().enumerate() {
            found.begin.push(found.ends.len());
            match &token.what {
                Piece::Word(word) => {
                    self.word(word, tokens, at, &mut found);
                    for prefix in prefixes {
                        let bare = word.strip_prefix(prefix.as_str());
                        if let Some(bare) = bare.filter(|bare| bare.chars().nth(1).is_some()) {
                            self.word(bare, tokens, at, &mut found);
                        }
                    }
                }
                Piece::Mark(mark) => found.add(self.marks.get(mark).into_iter().flatten(), tokens, at),
                Piece::Figure(_) | Piece::Other => {}
            }
        }
        found.begin.push(found.ends.len());
        found
    }

    /// Whether a phrase of one set stands anywhere among these tokens.
    pub(super) fn stands(&self, set: Set, prefixes: &[String], tokens: &[Token]) -> bool {
        let fits = |rest: &Rest, at: usize| rest.set == set && rest.end(tokens, at + 1).is_some();
        let word = |word: &str, at: usize| {
            let stems = word.chars().next().and_then(|letter| self.stems.get(&letter)).into_iter().flatten();
            self.words.get(word).into_iter().flatten().any(|rest| fits(rest, at))
                || stems
                    .into_iter()
                    .any(|(stem, rest)| rest.set == set && word.starts_with(stem.as_str()) && fits(rest, at))
        };
        tokens.iter().enumerate().any(|(at, token)| match &token.what {
            Piece::Word(whole) => {
                let bare =
                    |prefix: &String| whole.strip_prefix(prefix.as_str()).filter(|bare| bare.chars().nth(1).is_some());
                word(whole, at) || prefixes.iter().filter_map(bare).any(|bare| word(bare, at))
            }
            Piece::Mark(mark) => self.marks.get(mark).into_iter().flatten().any(|rest| fits(rest, at)),
            Piece::Figure(_) | Piece::Other => false,
        })
    }

    fn word(&self, word: &str, tokens: &[Token], at: usize, found: &mut Found) {
        found.add(self.words.get(word).into_iter().flatten(), tokens, at);
        let stems = word.chars().next().and_then(|letter| self.stems.get(&letter)).into_iter().flatten();
        let fitting = stems.filter(|(stem, _)| word.starts_with(stem.as_str()));
        found.add(fitting.map(|(_, rest)| rest), tokens, at);
    }
}

/// Where phrases stand in a sentence.
#[derive(Debug)]
pub(super) struct Found {
    ends: Vec<(Set, usize)>,
    /// By token: where its part of the ends begins.
    begin: Vec<usize>,
}

impl Found {
    fn add<'r>(&mut self, rests: impl Iterator<Item = &'r Rest>, tokens: &[Token], at: usize) {
        self.ends.extend(rests.filter_map(|rest| Some((rest.set, rest.end(tokens, at + 1)?))));
    }

    /// Of each of so many sets, whether a phrase of it stands anywhere.
    pub(super) fn sets(&self, count: usize) -> Vec<bool> {
        let mut out = vec![false; count];
        for (set, _) in &self.ends {
            if let Some(here) = out.get_mut(usize::from(*set)) {
                *here = true;
            }
        }
        out
    }

    /// Where each phrase of a set ends that begins at this token.
    pub(super) fn ends(&self, set: Set, at: usize) -> impl Iterator<Item = usize> + '_ {
        let part = self.begin.get(at).zip(self.begin.get(at + 1)).and_then(|(from, to)| self.ends.get(*from..*to));
        part.into_iter().flatten().filter(move |(of, _)| *of == set).map(|(_, end)| *end)
    }
}

impl Rest {
    /// Where the phrase ends whose first piece stands before this token.
    fn end(&self, tokens: &[Token], from: usize) -> Option<usize> {
        let end = from + self.pieces.len();
        let have = tokens.get(from..end)?;
        let same = |wanted: &Piece, have: &Piece| match (wanted, have) {
            (Piece::Word(wanted), Piece::Word(have)) => {
                wanted.strip_suffix('*').map_or(wanted == have, |stem| have.starts_with(stem))
            }
            (wanted, have) => wanted == have,
        };
        self.pieces.iter().zip(have).all(|(wanted, have)| same(wanted, &have.what)).then_some(end)
    }
}
