//! `persons.toml`: how copy in a language says who somebody is.
//!
//! Plain data and the finding of it among words; what is wrong with an introduction is for others to say.

use crate::{NameWords, Wordlist, fold, sound};
use foldhash::{HashMap, HashSet};
use serde::Deserialize;

/// How somebody is introduced in a language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "File")]
pub struct PersonWords {
    /// Posts and trades that introduce somebody; those that are one have one number.
    pub posts: Posts,
    /// Titles of which a person has one at a time.
    pub ranks: Posts,
    /// The scale that each of the ranks, by its number, belongs to.
    scales: Vec<usize>,
    /// Whether whose post it is stands between the post and the name, without a word of its own: мэр Холмска Анна Орлова.
    pub between: bool,
    /// Words with which a description ends or another one begins: prepositions, and, or.
    pub ends: Wordlist,
    /// Words before a name that say that it is one of a place or a thing: articles, in, from.
    pub things: Wordlist,
    /// Words that say that a title was or will be another: former, then, became.
    pub once: Wordlist,
    /// Words of families, and of people who have a name in common.
    pub kin: Wordlist,
    /// Words of which one stands before the name of every country; none where a country is named without.
    pub countries: Wordlist,
    /// Words behind whoever does something.
    pub doers: Wordlist,
    /// Words that stand behind a name and are no part of it, where no capital tells.
    pub behind: Wordlist,
    /// Given names, as they are written, beside those of `common/given_names.txt`.
    given: HashSet<String>,
    /// The same by their openings, as they are compared.
    forms: HashMap<String, Vec<String>>,
    /// Surnames of one character, of a script without spaces.
    pub surnames: HashSet<char>,
}

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    posts: Vec<String>,
    ranks: Vec<Vec<String>>,
    between: bool,
    ends: Wordlist,
    things: Wordlist,
    once: Wordlist,
    kin: Wordlist,
    countries: Wordlist,
    doers: Wordlist,
    behind: Wordlist,
    given: Vec<String>,
    surnames: String,
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] = &[
    "posts",
    "ranks",
    "between",
    "ends",
    "things",
    "once",
    "kin",
    "countries",
    "doers",
    "behind",
    "given",
    "surnames",
];

/// Phrases that say who somebody is, by how they open. A number stands for all words of one post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Posts {
    by_opening: HashMap<String, Vec<(Vec<String>, usize)>>,
}

/// How many characters of a word it is looked up by.
const OPENING: usize = 2;

impl From<File> for PersonWords {
    fn from(file: File) -> Self {
        let mut forms: HashMap<String, Vec<String>> = HashMap::default();
        for name in &file.given {
            let name = fold(name);
            forms.entry(opening(&name).to_owned()).or_default().push(name);
        }
        Self {
            posts: Posts::new(&file.posts),
            scales: file.ranks.iter().enumerate().flat_map(|(scale, of)| of.iter().map(move |_| scale)).collect(),
            ranks: Posts::new(file.ranks.iter().flatten()),
            between: file.between,
            ends: file.ends,
            things: file.things,
            once: file.once,
            kin: file.kin,
            countries: file.countries,
            doers: file.doers,
            behind: file.behind,
            given: file.given.into_iter().collect(),
            forms,
            surnames: file.surnames.chars().filter(|c| c.is_alphabetic()).collect(),
        }
    }
}

impl PersonWords {
    /// Whether a word, as it is written, is a given name that its language lists: quick, and without its forms.
    pub fn lists(&self, word: &str) -> bool {
        self.given.contains(word)
    }

    /// Whether a word with a capital is a given name, or a form of one.
    pub fn is_given(&self, word: &str, names: &NameWords) -> bool {
        self.is_given_folded(word, &fold(word), names)
    }

    /// As [`Self::is_given`], of a word that was folded before.
    pub fn is_given_folded(&self, word: &str, folded: &str, names: &NameWords) -> bool {
        let form = |given: &String| given == folded || names.is_same_name(given, folded);
        sound::is_listed_given_name(folded)
            || self.lists(word)
            || self.forms.get(opening(folded)).is_some_and(|all| all.iter().any(form))
    }

    /// Whether two ranks, by their numbers, are two of one scale.
    pub fn are_rivals(&self, one: usize, other: usize) -> bool {
        one != other && self.scales.get(one).is_some_and(|scale| self.scales.get(other) == Some(scale))
    }
}

impl Posts {
    /// Of each entry the words that mean the same, apart by `|`.
    fn new<'p>(list: impl IntoIterator<Item = &'p String>) -> Self {
        let mut by_opening: HashMap<String, Vec<(Vec<String>, usize)>> = HashMap::default();
        for (number, entry) in list.into_iter().enumerate() {
            for phrase in entry.split('|') {
                let words: Vec<String> = phrase.split([' ', '-']).map(fold).filter(|w| !w.is_empty()).collect();
                if let Some(first) = words.first() {
                    by_opening.entry(opening(first).to_owned()).or_default().push((words, number));
                }
            }
        }
        by_opening.values_mut().for_each(|all| all.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
        Self { by_opening }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_opening.is_empty()
    }

    /// The post that opens with the first of these folded words: of how many words, and its number.
    pub fn opens(&self, words: &[String], names: &NameWords) -> Option<(usize, usize)> {
        let first = words.first()?;
        std::iter::once(first.as_str()).chain(names.without_prefixes(first)).find_map(|bare| {
            let all = self.by_opening.get(opening(bare))?;
            let fits = |(post, _): &&(Vec<String>, usize)| {
                let pairs = post.iter().zip(words);
                words.len() >= post.len() && pairs.clone().all(|(a, b)| a == b || names.is_same_name(a, b))
            };
            all.iter().find(fits).map(|(post, number)| (post.len(), *number))
        })
    }

    /// The post with which a text ends, of a script without spaces: its bytes, and its number.
    pub fn closes(&self, text: &str) -> Option<(usize, usize)> {
        let openings = text.char_indices().rev().take(LONGEST_JOINED).filter_map(|(at, _)| text.get(at..));
        let fits = |tail: &str| {
            let all = self.by_opening.get(opening(tail))?;
            all.iter().find(|(post, _)| post.first().is_some_and(|post| post == tail)).map(|(_, n)| (tail.len(), *n))
        };
        openings.filter_map(fits).last()
    }
}

/// The most characters of a post in a script without spaces.
const LONGEST_JOINED: usize = 6;

/// What a word is looked up by.
fn opening(word: &str) -> &str {
    word.char_indices().nth(OPENING).map_or(word, |(at, _)| word.get(..at).unwrap_or(word))
}
