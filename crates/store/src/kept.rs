//! What is read that `story` has no word for.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use story::{Hash, Tag};

/// The setting that says why nothing goes out by itself: `restored` after a restore, until a person confirms it.
pub const PAUSED: &str = "paused";

/// What one person is typing in one edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The edition.
    pub lang: Tag,
    /// Whose.
    pub by: String,
    /// The revision it is based on.
    pub based_on: Option<u32>,
    /// The text, as it was typed.
    pub text: String,
    /// When it was last kept.
    pub at: Timestamp,
}

/// What the checks found in a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The version of the checks.
    pub version: u32,
    /// What they found, in the checks' own form; none once it was sealed, as it quotes the text.
    pub found: Option<Vec<u8>>,
}

/// Something that the checks found and somebody dismissed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissal {
    /// The edition.
    pub lang: Tag,
    /// What it is known by, whatever else is edited.
    pub key: Hash,
    /// The rule.
    pub rule: String,
    /// What kind of thing the rule found.
    pub kind: String,
    /// Why.
    pub reason: String,
    /// Who dismissed it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Who took it back, and when; none while it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<(String, Timestamp)>,
}

/// How far a long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being looked at, in a word.
    pub what: &'static str,
    /// How many are done.
    pub done: u64,
    /// Of how many.
    pub of: u64,
}
