//! The page of each rule: what it finds, what it leaves alone. The examples are run by the tests, and `docs/checks`
//! is made from them.

mod markdown;
#[cfg(test)]
mod tests;
pub mod translation;

pub use markdown::{index, page};

use crate::finding::Rule;

/// Every page, in the order of the rules.
pub fn all() -> Vec<Page> {
    crate::rules::ALL.iter().map(|rule| rule.page).collect()
}

/// The files of `docs/checks`: name and text.
pub fn files() -> Vec<(String, String)> {
    let all = all();
    let translation = (format!("{}.md", Rule::Translation), translation::page());
    let index = ("README.md".to_owned(), index(&all));
    all.iter().map(|of| (format!("{}.md", of.rule), page(of))).chain([translation, index]).collect()
}

/// The page of a rule.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// The rule.
    pub rule: Rule,
    /// What it is for, in a few sentences.
    pub about: &'static str,
    /// The kinds of findings it makes: the name of the kind, its level, what it means.
    pub kinds: &'static [(&'static str, crate::Level, &'static str)],
    /// Copy in which it finds something.
    pub finds: &'static [Example],
    /// Copy that it leaves alone.
    pub leaves: &'static [Example],
}

/// A piece of copy.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The tag of its language.
    pub lang: &'static str,
    /// The day it is dated, `2026-03-12`.
    pub date: &'static str,
    /// The copy: the headline, then paragraphs, apart by line ends.
    pub copy: &'static str,
    /// The kind of finding that it is an example of; empty for one of what is left alone.
    pub kind: &'static str,
}
