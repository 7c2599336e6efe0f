//! Words with what they are for and the language they are in.

use super::empty;
use crate::{Inline, Line, Tag};
use serde::{Deserialize, Serialize};

/// Words that have a role and may be in another language than the item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Wording {
    /// What they are for, as the format says it (`drol:caption`, `short`).
    #[serde(skip_serializing_if = "empty")]
    pub role: Line,
    /// Their language, when it is not that of the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Tag>,
    /// The words.
    pub words: Inline,
}

impl Wording {
    /// Words without a role, in the language of the item.
    pub fn of(words: &str) -> Self {
        Self { words: Inline::plain_text(words), ..Self::default() }
    }
}

/// A body beside that of the text, as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Body {
    /// What it is for, as the format says it.
    #[serde(skip_serializing_if = "empty")]
    pub role: Line,
    /// Its language, when it is not that of the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Tag>,
    /// Its media type.
    #[serde(skip_serializing_if = "empty")]
    pub mime: Line,
    /// As it was written.
    pub raw: String,
}
