//! The names of countries in one language, to be looked up.

use super::{PlaceWords, Territory};
use crate::{built_in, compare::fold, script};
use foldhash::HashMap;
use std::{collections::BTreeSet, ops::Range, sync::LazyLock};
use unicode_segmentation::UnicodeSegmentation as _;

/// The most words of a name.
const MOST_WORDS: usize = 6;
/// By how many characters words are sorted that open alike.
const OPENING: usize = 3;

/// A name, and what it says.
#[derive(Debug, Clone)]
struct Entry {
    /// Its words without their endings; the characters of one in a script without spaces.
    words: Vec<String>,
    code: &'static str,
    named: bool,
    /// Whether it begins with a capital, and so does whatever it is found in.
    capital: bool,
}

/// The names of one language.
#[derive(Debug, Default)]
pub(crate) struct Index {
    before: Vec<String>,
    cut: Vec<String>,
    /// By their first word.
    names: HashMap<String, Vec<Entry>>,
    /// Openings of words, by their first characters.
    openings: HashMap<String, Vec<(String, &'static str)>>,
    /// Names in a script without spaces, by their first character.
    dense: HashMap<char, Vec<Entry>>,
}

/// Codes with the name in each language, by the language's tag.
static TERRITORIES: LazyLock<HashMap<&'static str, Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let table = std::str::from_utf8(built_in::file("common/territories.tsv")).unwrap_or_default();
    let mut lines = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let tags = lines.next().unwrap_or_default();
    let mut all: HashMap<&str, Vec<(&str, &str)>> = HashMap::default();
    for line in lines {
        let Some((code, names)) = line.split_first() else { continue };
        for (tag, name) in tags.iter().skip(1).zip(names) {
            all.entry(tag).or_default().push((code, name));
        }
    }
    all
});

/// The codes as the table has them.
static CODES: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| TERRITORIES.values().flatten().map(|(code, _)| (*code, *code)).collect());

impl Index {
    /// The names of a language.
    pub(crate) fn new(language: &str, words: &PlaceWords) -> Self {
        let sorted = |list: &[String]| {
            let mut list: Vec<String> = list.iter().map(|ending| fold(ending)).collect();
            list.sort_by_key(|ending| std::cmp::Reverse(ending.len()));
            list
        };
        let mut out = Self { before: sorted(&words.before), cut: sorted(&words.cut), ..Self::default() };
        for (code, name) in TERRITORIES.get(language).into_iter().flatten() {
            // What stands in brackets distinguishes, and is no part of the name.
            let name = name.split(['(', '（']).next().unwrap_or_default().trim();
            out.add(name, code, !words.unsure.contains(*code));
        }
        for (code, names) in &words.also {
            let Some(code) = CODES.get(code.as_str()).copied() else { continue };
            for name in names {
                match name.strip_suffix('*') {
                    Some(opening) => out.add_opening(opening, code),
                    None => out.add(name, code, !words.unsure.contains(code)),
                }
            }
        }
        out
    }

    fn add(&mut self, name: &str, code: &'static str, named: bool) {
        let Some(first) = name.chars().next() else { return };
        if script::has_no_spaces(first) {
            let entry = Entry { words: vec![name.to_owned()], code, named, capital: false };
            self.dense.entry(first).or_default().push(entry);
            return;
        }
        let words: Vec<String> = name.unicode_words().map(|word| self.stem(&fold(word)).to_owned()).collect();
        let Some(head) = words.first().cloned() else { return };
        // A people or a language mostly opens as the country does.
        if let [only] = &words[..]
            && only.chars().count() >= 4
        {
            let long = (only.chars().count() * 2).div_ceil(3).max(4);
            self.add_opening(&only.chars().take(long).collect::<String>(), code);
        }
        let entry = Entry { words, code, named, capital: first.is_uppercase() };
        for before in &self.before {
            if let Some(rest) = head.strip_prefix(before.as_str()).filter(|rest| rest.chars().count() > 2) {
                let mut words = entry.words.clone();
                if let Some(first) = words.first_mut() {
                    *first = rest.to_owned();
                }
                self.names.entry(rest.to_owned()).or_default().push(Entry { words, ..entry.clone() });
                break;
            }
        }
        self.names.entry(head).or_default().push(entry);
    }

    fn add_opening(&mut self, opening: &str, code: &'static str) {
        let Some(first) = opening.chars().next() else { return };
        if script::has_no_spaces(first) {
            let entry = Entry { words: vec![opening.to_owned()], code, named: false, capital: false };
            return self.dense.entry(first).or_default().push(entry);
        }
        let opening = fold(opening);
        self.openings.entry(opening.chars().take(OPENING).collect()).or_default().push((opening, code));
    }

    /// A folded word without its ending.
    fn stem<'w>(&self, word: &'w str) -> &'w str {
        let less = |ending: &String| word.strip_suffix(ending.as_str()).filter(|rest| rest.chars().nth(2).is_some());
        self.cut.iter().find_map(less).unwrap_or(word)
    }

    /// See [`crate::Profile::territories`].
    pub(super) fn find(&self, text: &str) -> Vec<Territory> {
        let mut out = Vec::new();
        if self.names.is_empty() && self.dense.is_empty() {
            return out;
        }
        let words: Vec<(usize, &str)> = text.unicode_word_indices().collect();
        let folded: Vec<String> = words.iter().map(|(_, word)| fold(word)).collect();
        let mut at = 0;
        while let (Some((start, word)), Some(plain)) = (words.get(at), folded.get(at)) {
            let (long, mut found) = self.named(&folded, at, word);
            if found.is_none() {
                found = self.opened(plain);
            }
            if let Some((codes, named)) = found {
                let end = words.get(at + long - 1).map_or(*start, |(from, word)| from + word.len());
                out.push(Territory { at: *start..end, codes, named });
            }
            at += long;
        }
        if !self.dense.is_empty() {
            self.find_dense(text, &mut out);
            out.sort_by_key(|territory| territory.at.start);
        }
        out
    }

    /// The longest name at this word: how many words it has, its codes, and whether it is one for certain.
    fn named(&self, folded: &[String], at: usize, word: &str) -> (usize, Option<(Vec<&'static str>, bool)>) {
        let Some(plain) = folded.get(at) else { return (1, None) };
        let mut heads = vec![self.stem(plain)];
        for before in &self.before {
            heads.extend(plain.strip_prefix(before.as_str()).filter(|rest| rest.chars().nth(2).is_some()));
        }
        let mut best: (usize, Option<(Vec<&'static str>, bool)>) = (1, None);
        for (head, entry) in
            heads.iter().flat_map(|head| self.names.get(*head).into_iter().flatten().map(move |e| (head, e)))
        {
            let long = entry.words.len().min(MOST_WORDS);
            let rest = entry.words.iter().skip(1).zip(folded.get(at + 1..).unwrap_or_default());
            let whole = at + long <= folded.len()
                && rest.clone().all(|(wanted, have)| {
                    *wanted == self.stem(have)
                        || self.before.iter().any(|b| have.strip_prefix(b.as_str()) == Some(wanted.as_str()))
                });
            if !whole || entry.capital && !word.contains(char::is_uppercase) || head.is_empty() {
                continue;
            }
            match &mut best.1 {
                Some((codes, named)) if best.0 == long => {
                    *named &= entry.named && codes.contains(&entry.code);
                    if !codes.contains(&entry.code) {
                        codes.push(entry.code);
                    }
                }
                Some(_) if best.0 > long => {}
                _ => best = (long, Some((vec![entry.code], entry.named))),
            }
        }
        best
    }

    /// What a word means that only opens like a name.
    fn opened(&self, word: &str) -> Option<(Vec<&'static str>, bool)> {
        let mut words = vec![word];
        words.extend(self.before.iter().filter_map(|before| word.strip_prefix(before.as_str())));
        let mut codes: BTreeSet<&'static str> = BTreeSet::new();
        for word in words {
            let key = word.char_indices().nth(OPENING).map_or(word, |(at, _)| word.get(..at).unwrap_or(word));
            let list = self.openings.get(key).into_iter().flatten();
            codes.extend(list.filter(|(opening, _)| word.starts_with(opening.as_str())).map(|(_, code)| *code));
        }
        (!codes.is_empty()).then(|| (codes.into_iter().collect(), false))
    }

    fn find_dense(&self, text: &str, out: &mut Vec<Territory>) {
        let mut free = 0;
        for (at, c) in text.char_indices() {
            let Some(rest) = text.get(at..) else { continue };
            let fits = |entry: &&Entry| entry.words.first().is_some_and(|name| rest.starts_with(name.as_str()));
            let entries = self.dense.get(&c).into_iter().flatten().filter(fits);
            let length = |entry: &Entry| entry.words.first().map_or(0, String::len);
            let Some(long) = entries.clone().map(length).max().filter(|_| at >= free) else { continue };
            let longest = entries.filter(|entry| length(entry) == long);
            let codes: BTreeSet<&'static str> = longest.clone().map(|entry| entry.code).collect();
            let named = codes.len() == 1 && longest.clone().any(|entry| entry.named);
            out.push(Territory { at: Range { start: at, end: at + long }, codes: codes.into_iter().collect(), named });
            free = at + long;
        }
    }
}
