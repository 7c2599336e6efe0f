//! Language tags (BCP 47, RFC 5646) and the direction of writing.

use oxilangtag::LanguageTag;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr, sync::Arc};

/// The longest tag that is accepted, in bytes. RFC 5646 asks for at least 35.
pub const LONGEST: usize = 64;

/// A well-formed language tag in its usual spelling (`ur`, `zh-Hant`, `pt-BR`). Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Tag(Arc<str>);

/// Why a word is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a language tag (BCP 47), such as en, ur or zh-Hant")]
pub struct NotATag(pub String);

impl Tag {
    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone, without script or region: `zh` of `zh-Hant-TW`.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// `und`: nobody knows which language it is (ISO 639-2).
    pub fn unknown() -> Self {
        Self("und".into())
    }
}

impl FromStr for Tag {
    type Err = NotATag;
    fn from_str(word: &str) -> Result<Self, NotATag> {
        let bad = || NotATag(word.chars().take(LONGEST).collect());
        if word.len() > LONGEST {
            return Err(bad());
        }
        LanguageTag::parse_and_normalize(word).map(|tag| Self(tag.into_inner().into())).map_err(|_| bad())
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tag({self})")
    }
}

impl AsRef<str> for Tag {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Tag {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Tag {
    type Error = NotATag;
    fn try_from(word: String) -> Result<Self, NotATag> {
        word.parse()
    }
}

impl From<Tag> for String {
    fn from(tag: Tag) -> String {
        tag.0.as_ref().to_owned()
    }
}

/// Which way a line of writing runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub const fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_takes_its_usual_spelling() {
        assert_eq!("ZH-hant-tw".parse::<Tag>().map(|t| t.to_string()), Ok("zh-Hant-TW".to_owned()));
        assert_eq!("zh-Hant".parse::<Tag>().as_ref().map(Tag::language), Ok("zh"));
    }

    #[test]
    fn what_is_not_a_tag_is_refused() {
        for word in ["", "e", "english!", "en_GB", "../../etc", &"a-".repeat(60)] {
            assert!(word.parse::<Tag>().is_err(), "{word}");
        }
    }
}
