//! Who made an item, gave it and sends it.

use super::{AltId, empty};
use crate::Line;
use serde::{Deserialize, Serialize};

/// What a party is to an item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyRole {
    /// Made the content.
    #[default]
    Creator,
    /// Had a hand in it: an editor, a translator.
    Contributor,
    /// Gave the facts or the content.
    Source,
    /// Sends the item.
    Provider,
    /// Holds the copyright.
    Holder,
    /// Publishes it.
    Publisher,
    /// Can be asked about it.
    Contact,
}

impl PartyRole {
    /// Every role.
    pub const ALL: [PartyRole; 7] = [
        PartyRole::Creator,
        PartyRole::Contributor,
        PartyRole::Source,
        PartyRole::Provider,
        PartyRole::Holder,
        PartyRole::Publisher,
        PartyRole::Contact,
    ];
}

/// Somebody, or an organisation, by code, by name, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Party {
    /// What they are to the item.
    pub role: PartyRole,
    /// Their code or address.
    #[serde(skip_serializing_if = "empty")]
    pub code: Line,
    /// A code without a vocabulary.
    #[serde(skip_serializing_if = "empty")]
    pub literal: Line,
    /// Their name.
    #[serde(skip_serializing_if = "empty")]
    pub name: Line,
    /// A finer role, as the format says it (`photographer`).
    #[serde(skip_serializing_if = "empty")]
    pub job: Line,
    /// How they can be reached: kinds (`email`, `phone`, `web`) with their values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reach: Vec<AltId>,
}

impl Party {
    /// A party by name.
    pub fn named(role: PartyRole, name: impl AsRef<str>) -> Self {
        Self { role, name: Line::new(name), ..Self::default() }
    }

    /// Whether it says anything at all.
    pub fn is_empty(&self) -> bool {
        self.code.is_empty() && self.literal.is_empty() && self.name.is_empty()
    }
}
