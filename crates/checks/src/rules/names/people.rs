//! The people whom a text names in full, and how it introduces them.

use super::reader;
use crate::Copy;
use foldhash::{HashMap, HashSet};
use lang::Profile;
use std::ops::Range;

/// The most people with surnames that open alike who are told apart.
const MOST_ALIKE: usize = 32;
/// By how many letters surnames are looked up.
const OPENING: usize = 3;

/// A place where somebody is named in full.
#[derive(Debug)]
pub(super) struct Mention {
    /// The number of its passage.
    pub passage: usize,
    /// The number of its sentence there.
    pub sentence: usize,
    /// The bytes of the name.
    pub at: Range<usize>,
    /// The bytes of the name and of the post that introduces it.
    pub whole: Range<usize>,
    /// Whether it is in running text, and nobody is quoted.
    pub own: bool,
    /// The post, by its number.
    pub post: Option<usize>,
    /// Whether words stand between the post and the name that may not belong to it.
    pub loose: bool,
    /// The title directly before it, by its number.
    pub rank: Option<usize>,
}

/// Somebody.
#[derive(Debug)]
pub(super) struct Person {
    /// The first of the names, as it is compared.
    pub first: String,
    /// The last of the names, as it is compared.
    pub last: String,
    /// Whether the first one is known for a given name.
    pub given: bool,
    /// Where, in reading order; never empty.
    pub mentions: Vec<Mention>,
}

/// A word with a capital that stands by itself.
#[derive(Debug)]
pub(super) struct Lone {
    /// The word, as it is compared.
    pub word: String,
    /// The number of its passage.
    pub passage: usize,
    /// The number of its sentence there.
    pub sentence: usize,
    /// Its bytes.
    pub at: Range<usize>,
    /// Whether it is in running text, and nobody is quoted.
    pub own: bool,
    /// Whether the word before it says that it is one of a place, a thing or a family.
    pub thing: bool,
    /// Whether it opens a sentence and may be a word of everyday.
    pub unsure: bool,
    /// Whether a title stands before it.
    pub titled: bool,
    /// That title, by its number.
    pub rank: Option<usize>,
}

/// All of them in a text.
#[derive(Debug, Default)]
pub(super) struct People {
    /// In the order in which they are first named.
    pub all: Vec<Person>,
    by_last: HashMap<String, Vec<usize>>,
    lone: HashMap<String, Vec<Lone>>,
    /// Words with a capital in names of several words, but for the last of a person's: there they are of a thing.
    parts: HashSet<String>,
}

impl People {
    /// Reads a text.
    pub fn of(copy: &Copy<'_>) -> Self {
        let mut out = Self::default();
        for (number, passage) in copy.passages.iter().enumerate() {
            reader::read(copy.profile(), passage, number, &mut out);
        }
        out
    }

    /// Those who have this surname, as far as forms tell, in order.
    pub fn with_last<'p>(&'p self, last: &'p str, profile: &'p Profile) -> impl Iterator<Item = &'p Person> {
        let alike = self.by_last.get(opening(last)).into_iter().flatten().filter_map(|at| self.all.get(*at));
        alike.filter(move |person| is_same(&person.last, last, profile))
    }

    /// Where this surname stands by itself, in order.
    pub fn lone<'p>(&'p self, last: &'p str, profile: &'p Profile) -> impl Iterator<Item = &'p Lone> {
        let alike = self.lone.get(opening(last)).into_iter().flatten();
        let same = move |lone: &&Lone| is_same(&lone.word, last, profile);
        alike.filter(same)
    }

    /// Whether the name is a part of others that are nobody's.
    pub fn is_part(&self, last: &str) -> bool {
        self.parts.contains(last)
    }

    /// Adds a word of a name that is nobody's.
    pub fn add_part(&mut self, word: String) {
        self.parts.insert(word);
    }

    /// Adds a word that stands by itself.
    pub fn add_lone(&mut self, lone: Lone) {
        self.lone.entry(opening(&lone.word).to_owned()).or_default().push(lone);
    }

    /// Adds a place where somebody is named in full.
    pub fn add(&mut self, first: String, last: String, given: bool, mention: Mention, profile: &Profile) {
        let alike = self.by_last.entry(opening(&last).to_owned()).or_default();
        let known = alike.iter().copied().find(|at| {
            self.all
                .get(*at)
                .is_some_and(|person| is_same(&person.last, &last, profile) && is_same(&person.first, &first, profile))
        });
        match known.and_then(|at| self.all.get_mut(at)) {
            Some(person) => person.mentions.push(mention),
            None if alike.len() < MOST_ALIKE => {
                alike.push(self.all.len());
                self.all.push(Person { first, last, given, mentions: vec![mention] });
            }
            None => {}
        }
    }
}

/// Whether two words are one name.
pub(super) fn is_same(one: &str, other: &str, profile: &Profile) -> bool {
    one == other || profile.names().is_same_name(one, other)
}

fn opening(word: &str) -> &str {
    word.char_indices().nth(OPENING).map_or(word, |(at, _)| word.get(..at).unwrap_or(word))
}
