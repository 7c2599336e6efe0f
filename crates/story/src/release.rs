//! Releases: what was made public, and what may follow what.

use crate::{BatchId, Hash, Origin, Tag, text::Line};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What a release does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The edition becomes public.
    First,
    /// More is known.
    Update,
    /// Something was wrong and is now right.
    Correction,
    /// The text stays; something is said about it.
    Notice,
    /// It is taken out of sight while it is checked.
    Hold,
    /// It is back.
    Unhold,
    /// It is withdrawn; nobody may use it.
    Kill,
    /// It is withdrawn and its text is sealed.
    Takedown,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 8] = [
        Kind::First,
        Kind::Update,
        Kind::Correction,
        Kind::Notice,
        Kind::Hold,
        Kind::Unhold,
        Kind::Kill,
        Kind::Takedown,
    ];

    /// The word under which it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::First => "first",
            Kind::Update => "update",
            Kind::Correction => "correction",
            Kind::Notice => "notice",
            Kind::Hold => "hold",
            Kind::Unhold => "unhold",
            Kind::Kill => "kill",
            Kind::Takedown => "takedown",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no kind of release.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a kind of release")]
pub struct NotAKind(pub String);

impl FromStr for Kind {
    type Err = NotAKind;
    fn from_str(word: &str) -> Result<Self, NotAKind> {
        Kind::ALL.into_iter().find(|k| k.as_str() == word).ok_or_else(|| NotAKind(word.chars().take(40).collect()))
    }
}

/// How an edition stands before the public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nobody outside has seen it.
    #[default]
    Unreleased,
    /// It can be read.
    Public,
    /// It was public and is out of sight while it is checked.
    Held,
    /// It was withdrawn.
    Killed,
    /// It was withdrawn and its text is sealed.
    TakenDown,
}

/// A release that may not follow what went before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a {kind} cannot follow: the edition is {standing}")]
pub struct CannotFollow {
    /// What was asked.
    pub kind: Kind,
    /// How the edition stands.
    pub standing: Standing,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Standing; 5] =
        [Standing::Unreleased, Standing::Public, Standing::Held, Standing::Killed, Standing::TakenDown];

    /// How the edition stands after this release.
    ///
    /// # Errors
    /// [`CannotFollow`] when the trade knows no such step.
    pub const fn after(self, kind: Kind) -> Result<Standing, CannotFollow> {
        match (self, kind) {
            (Standing::Unreleased, Kind::First)
            | (Standing::Public, Kind::Update | Kind::Correction | Kind::Notice)
            | (Standing::Held, Kind::Unhold) => Ok(Standing::Public),
            (Standing::Public, Kind::Hold) => Ok(Standing::Held),
            (Standing::Public | Standing::Held, Kind::Kill) => Ok(Standing::Killed),
            (Standing::Public | Standing::Held | Standing::Killed, Kind::Takedown) => Ok(Standing::TakenDown),
            _ => Err(CannotFollow { kind, standing: self }),
        }
    }

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Standing::Unreleased => "unreleased",
            Standing::Public => "public",
            Standing::Held => "held",
            Standing::Killed => "killed",
            Standing::TakenDown => "taken down",
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a release says to whoever reads it, in the language of its edition. Stored by its hash, like text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Notice {
    /// The whole notice, ready to be read.
    pub says: Line,
    /// Of a correction: what was wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<Line>,
    /// Of a correction: what is right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<Line>,
    /// The corrected original; the notice stands until the edition is released from that revision or a later one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Origin>,
}

impl Notice {
    /// The bytes under which it is stored and hashed.
    pub fn stored(&self) -> Vec<u8> {
        crate::text::stored::with_version(self)
    }

    /// Reads what [`Notice::stored`] wrote.
    ///
    /// # Errors
    /// A sentence when the bytes are no stored notice.
    pub fn from_stored(bytes: &[u8]) -> Result<Self, crate::text::stored::NotStored> {
        crate::text::stored::read(bytes)
    }

    /// The hash of the stored bytes.
    pub fn hash(&self) -> Hash {
        Hash::of(&self.stored())
    }
}

/// One release of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// 1 for the first of this edition, without holes.
    pub number: u32,
    /// What it does.
    pub kind: Kind,
    /// The text revision that it pins.
    pub revision: u32,
    /// The story-data revision that it pins.
    pub data: u32,
    /// The hash of its notice.
    pub notice: Option<Hash>,
    /// The corrected original that a notice waits for (see [`Notice::until`]).
    pub until: Option<Origin>,
    /// Why, for the desk alone. It never leaves the house.
    pub reason: Option<String>,
    /// Why it went out in spite of what the checks held back. It never leaves the house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<String>,
    /// Its number in the agency's log.
    pub n: u64,
    /// The act it belongs to.
    pub batch: BatchId,
    /// The time in the log.
    pub at: Timestamp,
    /// Who released it.
    pub by: String,
}

/// The edition of a release: language and number name it within its story.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReleaseName {
    /// The language.
    pub lang: Tag,
    /// The number.
    pub number: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_either_of_the_trade_or_refused() {
        let mut table = String::new();
        for standing in Standing::ALL {
            for kind in Kind::ALL {
                if let Ok(next) = standing.after(kind) {
                    table.push_str(&format!("{standing} + {kind} = {next}\n"));
                }
            }
        }
        assert_eq!(
            table,
            "unreleased + first = public\n\
             public + update = public\npublic + correction = public\npublic + notice = public\n\
             public + hold = held\npublic + kill = killed\npublic + takedown = taken down\n\
             held + unhold = public\nheld + kill = killed\nheld + takedown = taken down\n\
             killed + takedown = taken down\n"
        );
    }

    #[test]
    fn kinds_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
        assert!("oops".parse::<Kind>().is_err());
    }
}
