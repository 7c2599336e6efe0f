//! The words of a language, for the languages that have a good free dictionary (`dictionaries/README.md`).
//!
//! All forms of all words are a part of the program, as an automaton that is asked where it lies: nothing is unpacked,
//! and what is not asked for is never read.

mod case;
mod mark;
mod rules;
#[cfg(test)]
mod tests;

use crate::Profile;
use case::Case;
use include_dir::{Dir, File, include_dir};
use rules::Rules;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{LazyLock, OnceLock},
};

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/dictionaries/lists");

/// By the tag of the language; opened once.
static ALL: LazyLock<BTreeMap<&'static str, OnceLock<Option<Dictionary>>>> = LazyLock::new(|| {
    let tags = DATA.dirs().filter_map(|dir| dir.path().to_str());
    tags.map(|tag| (tag, OnceLock::new())).collect()
});

/// The most bytes of a word: what is longer is none.
const LONGEST: usize = 360;
/// How often a word is cut, at most.
const CUTS: usize = 9;

/// Forms, with a number for each.
type List = fst::Map<&'static [u8]>;

/// The words of a language.
pub struct Dictionary {
    /// All forms without an apostrophe, each with what is to be known of it (`mark`).
    words: List,
    /// Those with one, which are many (*l’arbre, d’arbre, qu’arbre*) and are seldom asked for: they lie apart, so that
    /// the others lie close together.
    joined: List,
    rules: Rules,
    /// Words of the news that it lacks, in small letters.
    news: BTreeSet<&'static str>,
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Dictionary")
    }
}

impl Profile {
    /// Its dictionary, if the program brings one along.
    pub fn dictionary(&self) -> Option<&'static Dictionary> {
        let place = ALL.get(self.tag().as_str())?;
        place.get_or_init(|| Dictionary::open(self.tag().as_str())).as_ref()
    }
}

impl Dictionary {
    fn open(tag: &str) -> Option<Dictionary> {
        let file = |name: &str| DATA.get_file(format!("{tag}/{name}"));
        let list = |name: &str| List::new(file(name)?.contents()).ok();
        let rules = Rules::read(file("rules.toml")?.contents_utf8()?)?;
        let news = file("news.txt").and_then(File::contents_utf8).unwrap_or_default();
        let lines = news.lines().filter(|line| !line.starts_with('#'));
        let news = lines.flat_map(str::split_whitespace).collect();
        Some(Dictionary { words: list("words.fst")?, joined: list("joined.fst")?, rules, news })
    }

    /// Whether this is a word of the language, in a form of its own. A word that has to have a capital has to have it
    /// here; any may have one. Words with hyphens between them are one, and so is a number.
    pub fn has(&self, word: &str) -> bool {
        let is_news = |word: &str| self.news.contains(word);
        self.lists(word) || is_news(word) || Case::of(word) != Case::Small && is_news(&word.to_lowercase())
    }

    /// Whether it is a word by the list of forms and its rules.
    fn lists(&self, word: &str) -> bool {
        if word.len() > LONGEST {
            return false;
        }
        let word = self.rules.meant(word);
        // A full stop may be the sentence's or, in an abbreviation, its own.
        let bare = word.trim_end_matches('.');
        word.is_empty() || is_number(bare) || self.is_joined(bare, 0) || bare != word && self.is_joined(&word, 0)
    }

    /// Whether it is a word, or several with the signs between them at which words are cut.
    fn is_joined(&self, word: &str, cuts: usize) -> bool {
        let is_part = |part: &str| part.is_empty() || self.is_joined(part, cuts + 1);
        self.is_word(word) || cuts < CUTS && self.rules.parts(word).any(|parts| parts.into_iter().all(is_part))
    }

    /// Whether it is a form, or is with its letters smaller.
    fn is_word(&self, word: &str) -> bool {
        let stands = |form: &str| self.mark(form).is_some();
        let bends = |form: &str| self.mark(form).is_some_and(|mark| mark & mark::KEEPS_CASE == 0);
        match Case::of(word) {
            Case::Small | Case::Mixed => stands(word),
            Case::First => {
                self.mark(word).is_some_and(|mark| mark & mark::FOR_CAPITALS == 0) || bends(&word.to_lowercase())
            }
            Case::All => {
                // L'AVION, D'ANNECY: what comes before the apostrophe has letters of its own.
                let elided = word.split_inclusive('\'').next().filter(|elided| elided.len() < word.len());
                let behind = |elided: &str| case::titled(word.get(elided.len()..).unwrap_or_default());
                let is_elided = |elided: &str| {
                    let behind = behind(elided);
                    stands(&(elided.to_lowercase() + &behind)) || stands(&(case::titled(elided) + &behind))
                };
                stands(word)
                    || elided.is_some_and(is_elided)
                    || bends(&case::titled(word))
                    || bends(&word.to_lowercase())
            }
        }
    }

    /// What is to be known of a form, if it is one.
    fn mark(&self, form: &str) -> Option<u64> {
        let listed = |form: &str| if form.contains('\'') { &self.joined } else { &self.words }.get(form);
        let after_run = |rest: &str| listed(rest).filter(|mark| mark & mark::AFTER_RUN != 0);
        listed(form).or_else(|| self.rules.behind_run(form).find_map(after_run))
    }
}

/// Whether it is a number: figures with single commas, points or hyphens between them.
fn is_number(word: &str) -> bool {
    let mut figures = word.strip_prefix('-').unwrap_or(word).split([',', '.', '-']);
    figures.all(|figures| !figures.is_empty() && figures.bytes().all(|figure| figure.is_ascii_digit()))
}
