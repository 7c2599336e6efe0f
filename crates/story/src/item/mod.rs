//! An item: one thing as it travels on a wire, with all that its metadata says.
//!
//! A story of this house becomes items on its way out, one for each edition and release; what an agency sends becomes
//! items on its way in. An item is richer than a text with its data: it may be a picture, a sound, a film or a package,
//! in any language, by anyone. Fields are named in the trade's words; which member of which format each one is stands
//! in the documentation of the formats. What is empty is not said.

#[cfg(any(test, feature = "arbitrary"))]
pub mod arbitrary;
mod concept;
mod filed;
mod media;
mod party;
mod reference;
mod when;
mod wording;

pub use concept::{Concept, ConceptKind, Position};
pub use media::{DEEPEST, Group, Member, Mode, Part, Rendition};
pub use party::{Party, PartyRole};
pub use reference::{AltId, Bond, Reference};
pub use when::{NotATime, Precision, When};
pub use wording::{Body, Wording};

use crate::{Direction, Kind, Line, Tag, Text, Urgency, data::UsageRights};
use serde::{Deserialize, Serialize};

/// What an item is made of (IPTC: the nature of a news item).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Words.
    #[default]
    Text,
    /// A photograph.
    Picture,
    /// A drawing, a chart, a map.
    Graphic,
    /// Sound.
    Audio,
    /// A film.
    Video,
    /// Several items that belong together.
    Package,
    /// A part of another item that does not stand by itself.
    Component,
}

impl Class {
    /// Every class.
    pub const ALL: [Class; 7] =
        [Class::Text, Class::Picture, Class::Graphic, Class::Audio, Class::Video, Class::Package, Class::Component];
}

/// Whether an item may be used (IPTC: publishing status).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It may.
    #[default]
    Usable,
    /// Not for now: it is held.
    Withheld,
    /// Never again: it was killed.
    Canceled,
}

/// The times of an item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Times {
    /// When its first version was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<When>,
    /// When this version was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub this: Option<When>,
    /// When the content was made, which may be long before the item (a photograph).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<When>,
    /// When the content was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_changed: Option<When>,
    /// When it was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent: Option<When>,
    /// Not to be published before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embargo: Option<When>,
    /// Not to be used after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<When>,
}

/// Something that a format says and that has no home here: kept as it was written, so that it can be written again in
/// the same format and nothing is lost in silence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Kept {
    /// The family of the format (`ninjs`, `newsml-g2`, `nitf`, `rss` ...).
    pub form: Line,
    /// Where it stood: the names on the way to it, apart by `/`.
    pub at: Line,
    /// What it said: JSON, XML or words, as the format has it.
    pub raw: String,
}

/// The most bytes of one [`Kept::raw`].
pub const MOST_KEPT_BYTES: usize = 64 * 1024;
/// The most things that one item keeps as they were written.
pub const MOST_KEPT: usize = 1_000;

/// One thing that travels.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Item {
    /// What it is made of.
    pub class: Class,
    /// Its identity, the same in all versions (guid, uri, doc-id).
    #[serde(skip_serializing_if = "empty")]
    pub guid: Line,
    /// Which version of it this is: nearly always a number.
    #[serde(skip_serializing_if = "empty")]
    pub version: Line,
    /// Whether it may be used.
    pub status: Status,
    /// What this version does to the one before; none when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<Kind>,
    /// Its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Tag>,
    /// The direction of its writing, when it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dir: Option<Direction>,
    /// Its times.
    #[serde(skip_serializing_if = "is_default")]
    pub times: Times,
    /// A short name for lists and desks, not for print.
    #[serde(skip_serializing_if = "empty")]
    pub title: Line,
    /// The desk's slugline.
    #[serde(skip_serializing_if = "empty")]
    pub slug: Line,
    /// 1 (highest) to 9.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Headline, deck, byline, dateline and body.
    pub text: Text,
    /// The dateline as it is printed, when it is not that of the text in the usual form of its language.
    #[serde(skip_serializing_if = "empty")]
    pub dateline: Line,
    /// Headlines beside that of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headlines: Vec<Wording>,
    /// Descriptions beside the deck: captions, summaries, scripts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub descriptions: Vec<Wording>,
    /// Bodies beside that of the text: other lengths, other forms.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<Body>,
    /// What readers are told: a correction, a notice, why it is gone.
    #[serde(skip_serializing_if = "empty")]
    pub notice: Line,
    /// What editors are told, and nobody else.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub advisories: Vec<Line>,
    /// Subjects, genres, people, organisations, places, events, things.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub concepts: Vec<Concept>,
    /// Free words to find it by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Line>,
    /// Who made it, gave it, sends it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// Who may use it and how.
    #[serde(skip_serializing_if = "is_default")]
    pub rights: UsageRights,
    /// The services and products that it is sent in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Line>,
    /// What it goes back to and what belongs to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// The forms in which a picture, a sound or a film can be had.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub renditions: Vec<Rendition>,
    /// Items that come with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// Of a package: how its items are set out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Other names of the same item in other systems.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alt_ids: Vec<AltId>,
    /// What has no home here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<Kept>,
}

impl Item {
    /// The concepts of a kind, in order.
    pub fn concepts(&self, kind: ConceptKind) -> impl Iterator<Item = &Concept> {
        self.concepts.iter().filter(move |concept| concept.kind == kind)
    }

    /// The parties of a role, in order.
    pub fn parties(&self, role: PartyRole) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(move |party| party.role == role)
    }

    /// The references of a bond, in order.
    pub fn bound(&self, bond: Bond) -> impl Iterator<Item = &Reference> {
        self.references.iter().filter(move |reference| reference.bond == bond)
    }

    /// The version as a number, if it is one.
    pub fn version_number(&self) -> Option<u32> {
        self.version.parse().ok().filter(|n| *n > 0)
    }

    /// Keeps something as it was written; says whether there was room for it.
    pub fn keep(&mut self, form: &str, at: impl AsRef<str>, raw: impl Into<String>) -> bool {
        let raw = raw.into();
        let room = raw.len() <= MOST_KEPT_BYTES && self.kept.len() < MOST_KEPT;
        if room {
            self.kept.push(Kept { form: Line::new(form), at: Line::new(at), raw });
        }
        room
    }
}

pub(crate) fn empty(line: &Line) -> bool {
    line.is_empty()
}

pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_item_is_read_back_from_its_json(item in arbitrary::item()) {
            let json = serde_json::to_string(&item).expect("JSON");
            prop_assert_eq!(serde_json::from_str::<Item>(&json).expect("an item"), item);
        }
    }

    #[test]
    fn what_is_empty_is_not_said() {
        let json = serde_json::to_string(&Item::default()).expect("JSON");
        assert_eq!(json, r#"{"class":"text","status":"usable","text":{"headline":[],"body":[]}}"#);
    }

    #[test]
    fn what_is_too_long_is_not_kept() {
        let mut item = Item::default();
        assert!(item.keep("ninjs", "a/b", "{}"));
        assert!(!item.keep("ninjs", "a/c", "x".repeat(MOST_KEPT_BYTES + 1)));
        assert_eq!(item.kept.len(), 1);
    }
}
