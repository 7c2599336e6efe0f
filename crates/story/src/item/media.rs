//! Pictures, sound, film and packages: the forms in which they can be had and the items that come together.

use super::{Item, empty};
use crate::{Hash, Line};
use serde::{Deserialize, Serialize};

/// One form in which a picture, a sound or a film can be had.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rendition {
    /// What it is for, as the format says it (`rnd:highRes`, `thumbnail`).
    #[serde(skip_serializing_if = "empty")]
    pub name: Line,
    /// Where it is to be had.
    #[serde(skip_serializing_if = "empty")]
    pub href: Line,
    /// The identity of the item that holds it.
    #[serde(skip_serializing_if = "empty")]
    pub guid: Line,
    /// The SHA-256 of its bytes, when they are here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<Hash>,
    /// Its media type.
    #[serde(skip_serializing_if = "empty")]
    pub mime: Line,
    /// Its title.
    #[serde(skip_serializing_if = "empty")]
    pub title: Line,
    /// Its size in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// Its width in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Its height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// How long it runs, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub milliseconds: Option<u64>,
    /// Whatever else the format says of it, by the name that it gives (`videoCodec`, `colourspace`), in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<(Line, Line)>,
}

/// An item that comes with another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Part {
    /// The name under which it is known there (`mainPicture`).
    #[serde(skip_serializing_if = "empty")]
    pub name: Line,
    /// What it is to the whole, as the format says it.
    #[serde(skip_serializing_if = "empty")]
    pub rel: Line,
    /// The item, as far as it is told.
    pub item: Item,
}

/// The deepest nesting of items in items that readers follow and writers write.
pub const DEEPEST: usize = 8;

/// How the members of a group are to be taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// In no order.
    #[default]
    Bag,
    /// One after another.
    Sequential,
    /// One of them.
    Alternative,
}

/// A group of a package.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Group {
    /// Its name within the package.
    pub id: Line,
    /// Whether the package begins with it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub root: bool,
    /// What it is for.
    #[serde(skip_serializing_if = "empty")]
    pub role: Line,
    /// How its members are to be taken.
    pub mode: Mode,
    /// Its title.
    #[serde(skip_serializing_if = "empty")]
    pub title: Line,
    /// Its members, in order.
    pub members: Vec<Member>,
}

/// A member of a group.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Member {
    /// Another group of the package, by its name.
    Group(Line),
    /// The item of [`Item::parts`] at that place, counted from 0.
    Part(usize),
}
