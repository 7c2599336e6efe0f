//! Labels that stand in a language's folder: ours, or the agency's.

use super::{Label, of};
use crate::compare::fold;
use std::collections::{BTreeMap, HashMap};
use story::{Line, QCode, Tag};

/// The labels of one language, by code.
#[derive(Debug)]
pub(crate) struct Labels {
    lang: Tag,
    words: BTreeMap<String, Line>,
    /// Codes by folded label.
    codes: HashMap<String, Vec<String>>,
}

impl Labels {
    /// No labels.
    pub(crate) fn none(lang: Tag) -> Self {
        Self { lang, words: BTreeMap::new(), codes: HashMap::new() }
    }

    /// Reads `labels.tsv`: on each line a code, its label and, for whoever translates, anything. A line that opens
    /// with `#` is a remark. Gives, beside the labels, what is wrong: a line's key and why.
    pub(crate) fn read(lang: Tag, text: &str) -> (Self, Vec<(String, &'static str)>) {
        let mut labels = Self::none(lang);
        let mut faults = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (code, words) = (cells.next().unwrap_or_default(), Line::new(cells.next().unwrap_or_default()));
            let why = if code.parse::<QCode>().is_err() {
                "is no code of a vocabulary"
            } else if of(code).is_some_and(|vocabulary| vocabulary.known(code) != Some(code)) {
                "is not a code of its vocabulary"
            } else if words.is_empty() {
                "has no label behind a tab"
            } else if labels.words.contains_key(code) {
                "stands there twice"
            } else {
                labels.codes.entry(fold(&words)).or_default().push(code.to_owned());
                labels.words.insert(code.to_owned(), words);
                continue;
            };
            faults.push((code.to_owned(), why));
        }
        (labels, faults)
    }

    /// Their language.
    pub(super) fn lang(&self) -> &Tag {
        &self.lang
    }

    /// What a code is called, if the language will do.
    pub(super) fn get(&self, code: &str, will_do: impl Fn(&Tag) -> bool) -> Option<Label<'_>> {
        let words = self.words.get(code).filter(|_| will_do(&self.lang))?;
        Some(Label { words, lang: &self.lang, ours: true })
    }

    /// The codes that are called so in a language.
    pub(super) fn find(&self, folded: &str, lang: &Tag) -> &[String] {
        let codes = self.codes.get(folded).filter(|_| self.lang.language() == lang.language());
        codes.map_or(&[], Vec::as_slice)
    }

    /// Every code with its label.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.iter().map(|(code, words)| (code.as_str(), &**words))
    }
}
