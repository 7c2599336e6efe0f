//! The countries and territories that a text names: by the names of the Unicode CLDR (`common/territories.tsv`) and by
//! what else a language calls them (`places.toml`).

mod index;
#[cfg(test)]
mod tests;

use crate::Profile;
pub(crate) use index::Index;
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// How countries and territories stand in running copy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceWords {
    /// What is written together with a name, before it.
    pub before: Vec<String>,
    /// Endings that a name may take or lose.
    pub cut: Vec<String>,
    /// Codes of names that are often something else.
    pub unsure: BTreeSet<String>,
    /// What else they are called, by code. An entry that ends in `*` is an opening, and says only that the country is
    /// meant.
    pub also: BTreeMap<String, Vec<String>>,
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] = &["before", "cut", "unsure", "also"];

/// A country or territory that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Territory {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// Its code (ISO 3166); several where the words do not say which.
    pub codes: Vec<&'static str>,
    /// Whether the words are its name; else they only mean it: a people, a language, a capital.
    pub named: bool,
}

impl Profile {
    /// The countries and territories in a text, in order. Nothing for a language that is not set up. Linear in the
    /// length of the text.
    pub fn territories(&self, text: &str) -> Vec<Territory> {
        self.places.find(text)
    }
}
