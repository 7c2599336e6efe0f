//! Revisions: what somebody saved. They never change.

use crate::{BlockId, Hash, Tag};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The revision that an edition was made from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// The language of the edition it was made from.
    pub lang: Tag,
    /// The number of that edition's revision.
    pub revision: u32,
}

/// The text of an edition as somebody saved it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// 1 for the first of this edition, without holes.
    pub number: u32,
    /// The revision it was based on, of the same edition.
    pub based_on: Option<u32>,
    /// The revision of another edition that it says the same as.
    pub made_from: Option<Origin>,
    /// The hash of the text.
    pub text: Hash,
    /// The identity of each block of the body, in order.
    pub blocks: Vec<BlockId>,
    /// When it was saved.
    pub at: Timestamp,
    /// Who saved it, as the record names them.
    pub by: String,
}

/// The data of a story as somebody saved it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataRevision {
    /// 1 for the first of this story, without holes.
    pub number: u32,
    /// The hash of the stored data.
    pub hash: Hash,
    /// When it was saved.
    pub at: Timestamp,
    /// Who saved it.
    pub by: String,
}
