//! What a list of forms cannot say: `rules.toml` beside it.

use serde::Deserialize;
use std::{borrow::Cow, collections::BTreeMap};

/// What may be done to a word before it is looked for in the list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Where a word is cut into words: signs that go away, at its beginning (`^-`), at its end (`-$`) or between (`-`).
    pub cuts: Vec<String>,
    /// Signs that may stand in any number before a form that is marked so: the figures before `21st`.
    pub run: String,
    /// What is written for what: `’` for `'`.
    pub written_for: BTreeMap<String, String>,
    /// The least of the signs that end what is written for something: in a word of lesser ones nothing is.
    #[serde(skip)]
    least: Option<char>,
}

impl Rules {
    /// Reads `rules.toml`; nothing where it is none.
    pub fn read(text: &str) -> Option<Rules> {
        let mut rules: Rules = toml::from_str(text).ok()?;
        rules.least = rules.written_for.keys().filter_map(|written| written.chars().next_back()).min();
        Some(rules)
    }

    /// The word with what is meant for what is written: the longest that fits, from the left.
    pub fn meant<'w>(&self, word: &'w str) -> Cow<'w, str> {
        if self.least.is_none_or(|least| word.chars().all(|letter| letter < least)) {
            return Cow::Borrowed(word);
        }
        let mut out = String::with_capacity(word.len());
        let mut rest = word;
        while let Some(letter) = rest.chars().next() {
            let fitting = self.written_for.iter().filter(|(written, _)| rest.starts_with(written.as_str()));
            let (written, meant) = match fitting.max_by_key(|(written, _)| written.len()) {
                Some((written, meant)) => (written.len(), meant.as_str()),
                None => (letter.len_utf8(), rest.get(..letter.len_utf8()).unwrap_or_default()),
            };
            out.push_str(meant);
            rest = rest.get(written..).unwrap_or_default();
        }
        Cow::Owned(out)
    }

    /// What may be left of a word when the signs of a run are taken from its beginning, one more each time.
    pub fn behind_run<'w>(&self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let signs = word.char_indices().take_while(|(_, sign)| self.run.contains(*sign));
        signs.filter_map(|(at, sign)| word.get(at + sign.len_utf8()..))
    }

    /// The two parts of a word where it can be cut, each time that it can; one is empty where the cut is at an end.
    pub fn parts<'w>(&self, word: &'w str) -> impl Iterator<Item = [&'w str; 2]> {
        self.cuts.iter().filter_map(move |cut| {
            let (at_start, at_end) = (cut.strip_prefix('^'), cut.strip_suffix('$'));
            let (before, behind) = match (at_start, at_end) {
                (Some(cut), _) => ("", word.strip_prefix(cut)?),
                (_, Some(cut)) => (word.strip_suffix(cut)?, ""),
                _ => {
                    word.split_once(cut.as_str()).filter(|(before, behind)| !before.is_empty() && !behind.is_empty())?
                }
            };
            Some([before, behind]).filter(|parts| parts.iter().any(|part| !part.is_empty()))
        })
    }
}
