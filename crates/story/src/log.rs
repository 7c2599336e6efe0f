//! The log: all releases of the agency in one numbered order, without holes.
//!
//! An entry holds hashes, no text, and the hash of the entry before it, so that whoever has the newest entry can
//! prove all that went before. The log has an identity and an epoch: restoring an older backup begins a new epoch.

use crate::{BatchId, Hash, Kind, StoryId, Tag};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which log this is, and its epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LogId {
    /// Drawn when the agency was founded.
    pub id: BatchId,
    /// 1 at first; one more after each restore.
    pub epoch: u32,
}

impl fmt::Display for LogId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.id, self.epoch)
    }
}

/// A place in the log: the number and hash of its newest entry. Number 0 with [`Hash::ZERO`] is the empty log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The number of the entry.
    pub n: u64,
    /// Its hash.
    pub hash: Hash,
    /// Its time; the epoch's beginning for the empty log.
    pub at: Timestamp,
}

impl Position {
    /// The beginning of every log.
    pub const START: Position = Position { n: 0, hash: Hash::ZERO, at: Timestamp::UNIX_EPOCH };
}

/// One entry: one release of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number, 1 for the first of the log.
    pub n: u64,
    /// The epoch in which it was written.
    pub epoch: u32,
    /// The act it belongs to; entries of one act are applied together.
    pub batch: BatchId,
    /// How many entries the act has.
    pub of: u32,
    /// The story.
    pub story: StoryId,
    /// The edition.
    pub lang: Tag,
    /// The number of the release within the edition.
    pub release: u32,
    /// What the release does.
    pub kind: Kind,
    /// The text revision it pins, and the hash of its text.
    pub revision: u32,
    /// The hash of the text.
    pub text: Hash,
    /// The hash of the story data.
    pub data: Hash,
    /// The hash of the notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Hash>,
    /// The hash of what is on [`Record`]; entries from before it was kept have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Hash>,
    /// When it became public. Never earlier than the entry before it.
    pub at: Timestamp,
    /// The hash of the entry before it.
    pub before: Hash,
}

impl Entry {
    /// The bytes that are hashed: compact JSON, members in the order of the fields.
    pub fn stored(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The hash that the next entry names.
    pub fn hash(&self) -> Hash {
        Hash::of(&self.stored())
    }

    /// Whether this entry may stand behind that place in the log.
    ///
    /// # Errors
    /// A sentence that says what is broken: the count, the chain, or the order of time.
    pub fn follows(&self, place: &Position) -> Result<Position, Broken> {
        if self.n != place.n + 1 {
            return Err(Broken::Count { after: place.n, found: self.n });
        }
        if self.before != place.hash {
            return Err(Broken::Chain(self.n));
        }
        if self.at < place.at {
            return Err(Broken::Time(self.n));
        }
        Ok(Position { n: self.n, hash: self.hash(), at: self.at })
    }
}

/// What stands on record beside an entry and is nobody's outside the agency: who did it and why, and where the text came
/// from. The entry holds its hash, so that no name and no reason can be put in the place of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Who released it.
    pub by: String,
    /// Why, where the act asks for a reason.
    pub reason: Option<String>,
    /// Why it went out in spite of what the checks found.
    pub despite: Option<String>,
    /// Who saved the revision of the text.
    pub written_by: String,
    /// When.
    pub written_at: Timestamp,
    /// Who filed the story.
    pub filed_by: String,
    /// When.
    pub filed_at: Timestamp,
}

impl Record {
    /// The hash of its compact JSON, members in the order of the fields.
    pub fn hash(&self) -> Hash {
        Hash::of(&serde_json::to_vec(self).unwrap_or_default())
    }
}

/// What can be wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A hole or a repeat.
    #[error("after entry {after} comes entry {found}")]
    Count {
        /// The number before.
        after: u64,
        /// The number found.
        found: u64,
    },
    /// An entry that does not name the one before it.
    #[error("entry {0} does not hold the hash of the entry before it")]
    Chain(u64),
    /// Time that runs back.
    #[error("entry {0} is earlier than the entry before it")]
    Time(u64),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(n: u64, before: Hash, at: &str) -> Entry {
        Entry {
            n,
            epoch: 1,
            batch: BatchId::from_bytes([1; 16]),
            of: 1,
            story: StoryId::from_bytes([2; 16]),
            lang: Tag::unknown(),
            release: 1,
            kind: Kind::First,
            revision: 1,
            text: Hash::of(b"text"),
            data: Hash::of(b"data"),
            notice: None,
            record: None,
            at: at.parse().expect("a moment"),
            before,
        }
    }

    #[test]
    fn a_chain_holds_and_every_break_is_named() {
        let first = entry(1, Hash::ZERO, "2030-01-01T00:00:00Z");
        let place = first.follows(&Position::START).expect("the first entry");
        let second = entry(2, first.hash(), "2030-01-01T00:00:00Z");
        assert!(second.follows(&place).is_ok());
        assert_eq!(
            entry(3, first.hash(), "2030-01-01T00:00:00Z").follows(&place),
            Err(Broken::Count { after: 1, found: 3 })
        );
        assert_eq!(entry(2, Hash::ZERO, "2030-01-01T00:00:00Z").follows(&place), Err(Broken::Chain(2)));
        assert_eq!(entry(2, first.hash(), "2029-12-31T00:00:00Z").follows(&place), Err(Broken::Time(2)));
    }
}
