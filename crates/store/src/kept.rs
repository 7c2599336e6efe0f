//! What is read that `story` has no word for.

use jiff::Timestamp;
use story::Tag;

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
