//! What an item goes back to: earlier versions, originals, and whatever else it points at.

use super::{Class, empty};
use crate::{Line, Tag};
use serde::{Deserialize, Serialize};

/// How an item is bound to another thing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bond {
    /// See also.
    #[default]
    SeeAlso,
    /// It translates that.
    TranslationOf,
    /// That is the version before.
    Previous,
    /// It was made from that.
    DerivedFrom,
    /// It takes the place of that.
    Replaces,
    /// That has the whole text, as a page.
    Page,
    /// That belongs to it: an enclosure, a picture beside it.
    Enclosure,
    /// The talk about it.
    Comments,
    /// That is a part of the same thing.
    PartOf,
}

impl Bond {
    /// Every bond.
    pub const ALL: [Bond; 9] = [
        Bond::SeeAlso,
        Bond::TranslationOf,
        Bond::Previous,
        Bond::DerivedFrom,
        Bond::Replaces,
        Bond::Page,
        Bond::Enclosure,
        Bond::Comments,
        Bond::PartOf,
    ];
}

/// A pointer from an item to another thing, by identity, by address, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reference {
    /// How they are bound.
    pub bond: Bond,
    /// The bond as the format says it, where it says more.
    #[serde(skip_serializing_if = "empty")]
    pub rel: Line,
    /// The identity of the other item.
    #[serde(skip_serializing_if = "empty")]
    pub guid: Line,
    /// Its version.
    #[serde(skip_serializing_if = "empty")]
    pub version: Line,
    /// Where it is to be had.
    #[serde(skip_serializing_if = "empty")]
    pub href: Line,
    /// What it is called.
    #[serde(skip_serializing_if = "empty")]
    pub title: Line,
    /// What it is made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// Its media type.
    #[serde(skip_serializing_if = "empty")]
    pub mime: Line,
    /// Its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Tag>,
    /// Its size in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
}

/// A name of the same thing in another system, or a way of reaching somebody: a kind and a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AltId {
    /// Which system, which kind.
    #[serde(skip_serializing_if = "empty")]
    pub role: Line,
    /// The name there.
    pub value: Line,
}
