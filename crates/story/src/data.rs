//! Story data: what is true of a story in every language. It is revised like text.

use crate::{Hash, text::Line};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How urgent a story is: 1 (flash) to 9, 5 unless somebody says otherwise (IPTC: 1 is highest).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Urgency(u8);

/// An urgency outside 1 to 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("urgency is a number from 1 (highest) to 9, not {0}")]
pub struct NotAnUrgency(pub u8);

impl Urgency {
    /// The urgency of a story of which nobody said anything.
    pub const USUAL: Urgency = Urgency(5);

    /// The number, 1 to 9.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Default for Urgency {
    fn default() -> Self {
        Self::USUAL
    }
}

impl TryFrom<u8> for Urgency {
    type Error = NotAnUrgency;
    fn try_from(n: u8) -> Result<Self, NotAnUrgency> {
        if (1..=9).contains(&n) { Ok(Self(n)) } else { Err(NotAnUrgency(n)) }
    }
}

impl From<Urgency> for u8 {
    fn from(u: Urgency) -> u8 {
        u.0
    }
}

/// Who may use the story and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct UsageRights {
    /// Who is to be credited, as it is printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Line>,
    /// The notice of copyright.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copyright: Option<Line>,
    /// Terms of use in plain words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms: Option<Line>,
}

/// The most subjects or places that a story names.
pub const MOST_LABELS: usize = 64;

/// The data of a story, as one revision of it says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Data {
    /// The desk's slugline. It stands in no address.
    pub slug: Line,
    /// 1 to 9.
    pub urgency: Urgency,
    /// Codes of subjects (IPTC Media Topics as `medtop:20000001`, or the agency's own).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Line>,
    /// Where it happens, as the agency names its places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Line>,
    /// Code of the genre (`genre:Current`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre: Option<Line>,
    /// Who may use it and how.
    #[serde(skip_serializing_if = "is_default")]
    pub rights: UsageRights,
    /// Not public in any language before this moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embargo: Option<Timestamp>,
    /// A sample: an invented story of a demonstration. Every page of it says so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Data {
    /// The bytes under which it is stored and hashed: compact JSON that names its own version.
    pub fn stored(&self) -> Vec<u8> {
        crate::text::stored::with_version(self)
    }

    /// Reads what [`Data::stored`] wrote.
    ///
    /// # Errors
    /// A sentence when the bytes are not story data, or of a version that this program does not know.
    pub fn from_stored(bytes: &[u8]) -> Result<Self, crate::text::stored::NotStored> {
        crate::text::stored::read(bytes)
    }

    /// The hash of the stored bytes.
    pub fn hash(&self) -> Hash {
        Hash::of(&self.stored())
    }

    /// Whether the lists keep to [`MOST_LABELS`].
    pub fn fits(&self) -> bool {
        self.subjects.len() <= MOST_LABELS && self.places.len() <= MOST_LABELS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_read_back_from_its_stored_form() {
        let data = Data {
            slug: Line::new("harbour-clock"),
            urgency: Urgency::try_from(3).expect("3 is an urgency"),
            subjects: vec![Line::new("medtop:20000002")],
            embargo: Some("2030-01-01T00:00:00Z".parse().expect("a moment")),
            ..Data::default()
        };
        assert_eq!(Data::from_stored(&data.stored()), Ok(data));
    }

    #[test]
    fn urgency_keeps_to_its_scale() {
        assert_eq!(Urgency::try_from(0), Err(NotAnUrgency(0)));
        assert_eq!(Urgency::try_from(10), Err(NotAnUrgency(10)));
        assert_eq!(Urgency::default().get(), 5);
    }
}
