//! What an item is about: subjects, people, places and the like, by code and by name.

use super::{Wording, empty};
use crate::{Line, Tag};
use serde::{Deserialize, Serialize};

/// What a concept is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConceptKind {
    /// What it is about (Media Topics and other vocabularies).
    #[default]
    Subject,
    /// The form of the copy: current, feature, analysis.
    Genre,
    /// Somebody in it.
    Person,
    /// An organisation in it.
    Organisation,
    /// A place in it.
    Place,
    /// A place of a kind that one goes to: a theatre, a harbour.
    PointOfInterest,
    /// Something that happens.
    Event,
    /// A thing in it: a ship, a work.
    Object,
    /// Where it was made.
    Located,
    /// For whom it is meant.
    Audience,
}

impl ConceptKind {
    /// Every kind.
    pub const ALL: [ConceptKind; 10] = [
        ConceptKind::Subject,
        ConceptKind::Genre,
        ConceptKind::Person,
        ConceptKind::Organisation,
        ConceptKind::Place,
        ConceptKind::PointOfInterest,
        ConceptKind::Event,
        ConceptKind::Object,
        ConceptKind::Located,
        ConceptKind::Audience,
    ];
}

/// A place on the earth, in degrees (WGS 84) as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Position {
    /// North of the equator.
    pub latitude: Line,
    /// East of Greenwich.
    pub longitude: Line,
}

/// A concept: by its code, by its names, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Concept {
    /// What it is.
    pub kind: ConceptKind,
    /// Its code as the trade writes it (`medtop:20000001`), or its whole address where the vocabulary has no known
    /// short name.
    #[serde(skip_serializing_if = "empty")]
    pub code: Line,
    /// A code without a vocabulary, or words in the place of a code.
    #[serde(skip_serializing_if = "empty")]
    pub literal: Line,
    /// Its names; the first is the one to show.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Wording>,
    /// What it is to the item, as the format says it (`rel`, `role`).
    #[serde(skip_serializing_if = "empty")]
    pub rel: Line,
    /// A finer type than [`Concept::kind`], as the format says it.
    #[serde(skip_serializing_if = "empty")]
    pub fine: Line,
    /// Who or what said so.
    #[serde(skip_serializing_if = "empty")]
    pub creator: Line,
    /// How sure that is, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    /// How much it matters to the item, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relevance: Option<u8>,
    /// Its place in an order of importance, 1 first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// Wider concepts, by code.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub broader: Vec<Line>,
    /// Codes of the same concept in other vocabularies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<Line>,
    /// Where it lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

impl Concept {
    /// A concept by its code.
    pub fn coded(kind: ConceptKind, code: impl AsRef<str>) -> Self {
        Self { kind, code: Line::new(code), ..Self::default() }
    }

    /// A concept by its name, in the language of the item.
    pub fn named(kind: ConceptKind, name: impl AsRef<str>) -> Self {
        Self { kind, ..Self::default() }.with_name(None, name)
    }

    /// The same with another name; an empty one changes nothing.
    pub fn with_name(mut self, lang: Option<Tag>, name: impl AsRef<str>) -> Self {
        let name = Line::new(name);
        if !name.is_empty() {
            self.names.push(Wording { lang, ..Wording::of(&name) });
        }
        self
    }

    /// The name to show: in that language, or the first one.
    pub fn name(&self, lang: Option<&Tag>) -> Option<String> {
        let fits = |wording: &&Wording| wording.lang.as_ref() == lang;
        self.names.iter().find(fits).or_else(|| self.names.first()).map(|wording| wording.words.plain())
    }

    /// Whether it says anything at all.
    pub fn is_empty(&self) -> bool {
        self.code.is_empty() && self.literal.is_empty() && self.names.is_empty()
    }
}
