//! Patterns of words and figures: `{whole} ... <including> {parts}`.
//!
//! | in a pattern | stands for |
//! |---|---|
//! | `{whole}` | a figure, by its role; `{parts}` and `{members}` one or more in a row, `{addends}` and `{both}` at least two |
//! | `<list>` | one of the phrases of a list |
//! | `<move>` | a word that says which way: of the lists `rise`, `fall`, `twice`, `thrice`, `fourfold`, `half` |
//! | `..` | a few words, none at least |
//! | `...` | more words, with commas |
//! | `~` | the same, and over small numbers in words: "rescued in two operations" |
//! | `^` | the beginning of a sentence, or what stands behind a mark |
//! | `a\|b` | one of these words, marks or lists |
//! | anything else | that word or mark |
//!
//! A `?` behind a list or word says that it may be missing. A `*` at the end of a word stands for any ending.

use super::{
    Role,
    sets::{Set, Sets},
};
use std::collections::BTreeMap;

/// The lists of phrases of a language, by their names.
pub(super) type Lists = BTreeMap<String, Vec<String>>;

/// A part of a pattern.
#[derive(Debug, Clone)]
pub(super) enum Element {
    /// A figure.
    Figure(Role),
    /// Figures in a row.
    Row {
        /// What each of them is.
        role: Role,
        /// How many there have to be.
        least: usize,
        /// What ends the row.
        strict: Strict,
    },
    /// Words, and whether there have to be any.
    Words(Set, bool),
    /// A word that says which way, and whether there has to be one.
    Move(bool),
    /// The beginning of a sentence, or of what stands behind a mark.
    Start,
    /// What is passed over.
    Gap(Gap),
}

/// What is passed over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    /// So many words.
    pub(super) most: usize,
    /// Commas too.
    pub(super) commas: bool,
    /// Small numbers in words too.
    pub(super) numbers: bool,
}

/// What ends a row of figures, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strict {
    /// A verb behind the second figure or a later one: "including 5 children, and 20 were hurt".
    NoVerbs,
    /// A word for somebody else: "of whom 5 were children, and 20 others".
    NoOthers,
    /// Nothing: each figure may have a verb of its own.
    Loose,
}

impl Strict {
    /// How much may stand between a comma and the figure behind it, in half words.
    pub(super) const fn between(self) -> usize {
        match self {
            Self::NoVerbs => 0,
            Self::NoOthers => 4,
            Self::Loose => 6,
        }
    }
}

/// Reads a pattern; its words become sets.
pub(super) fn read(pattern: &str, lists: &Lists, sets: &mut Sets) -> Result<Vec<Element>, String> {
    pattern.split_whitespace().map(|word| element(word, lists, sets)).collect()
}

fn element(word: &str, lists: &Lists, sets: &mut Sets) -> Result<Element, String> {
    let (bare, needed) = match word.strip_suffix('?') {
        Some(bare) if !bare.is_empty() => (bare, false),
        _ => (word, true),
    };
    if let Some(name) = bare.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        return figure(name).ok_or_else(|| format!("has an unknown gap {name}"));
    }
    Ok(match bare {
        "^" => Element::Start,
        "<move>" => Element::Move(needed),
        ".." => Element::Gap(Gap { most: 6, commas: false, numbers: false }),
        "..." => Element::Gap(Gap { most: 16, commas: true, numbers: false }),
        "~" => Element::Gap(Gap { most: 16, commas: true, numbers: true }),
        _ => {
            let mut phrases: Vec<&str> = Vec::new();
            for one in bare.split('|') {
                match one.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
                    Some(name) => {
                        let list = lists.get(name).ok_or_else(|| format!("names an unknown list {name}"))?;
                        phrases.extend(list.iter().map(String::as_str));
                    }
                    None => phrases.push(one),
                }
            }
            Element::Words(sets.named(bare, phrases).ok_or("has one list too many")?, needed)
        }
    })
}

fn figure(name: &str) -> Option<Element> {
    let row = |role, least, strict| Some(Element::Row { role, least, strict });
    let role = match name {
        "parts" => return row(Role::Part, 1, Strict::NoVerbs),
        "members" => return row(Role::Part, 1, Strict::NoOthers),
        "addends" => return row(Role::Part, 2, Strict::Loose),
        "both" => return row(Role::Member, 2, Strict::NoOthers),
        "percents" => return row(Role::Percent, 1, Strict::Loose),
        "whole" => Role::Whole,
        "part" => Role::Part,
        "member" => Role::Member,
        "percent" => Role::Percent,
        "from" => Role::From,
        "to" => Role::To,
        "by" => Role::By,
        _ => return None,
    };
    Some(Element::Figure(role))
}
