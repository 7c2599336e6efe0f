//! Identities: a type per kind of thing, so that one is never taken for another.
//!
//! Nothing here draws an identity: the edge of the program does (it has the clock and the dice) and hands the
//! bytes in. Stories and batches are UUID version 7 (RFC 9562), so that they sort by the time of filing.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// Why a word is not an identity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not the identity of a {1}")]
pub struct NotAnId(pub String, pub &'static str);

/// Crockford's base 32 in lower case: no letter that is taken for a digit, safe in an address.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

fn write_base32(value: u128, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut word = [0u8; 26];
    for (i, place) in word.iter_mut().rev().enumerate() {
        *place = DIGITS[(value >> (5 * i) & 31) as usize];
    }
    out.write_str(std::str::from_utf8(&word).unwrap_or_default())
}

fn read_base32(word: &str) -> Option<u128> {
    if word.len() != 26 || word.as_bytes()[0] > b'7' {
        return None;
    }
    word.bytes().try_fold(0u128, |value, b| {
        let digit = DIGITS.iter().position(|&d| d == b)?;
        Some(value << 5 | digit as u128)
    })
}

macro_rules! identity {
    ($(#[$doc:meta])* $name:ident, $what:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Uuid);

        impl $name {
            /// The identity that these sixteen bytes name.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// A version 7 identity: milliseconds since 1970 and ten bytes of chance.
            pub fn from_parts(unix_ms: u64, chance: [u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(unix_ms, &chance).into_uuid())
            }

            /// The sixteen bytes, as a store keeps them.
            pub const fn bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// The same sixteen bytes in the hyphenated form that other systems expect.
            pub const fn uuid(&self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_base32(self.0.as_u128(), f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            /// Reads the 26-character form and the hyphenated form.
            fn from_str(word: &str) -> Result<Self, NotAnId> {
                read_base32(word)
                    .map(|value| Self(Uuid::from_u128(value)))
                    .or_else(|| (word.len() == 36).then(|| Uuid::try_parse(word).ok().map(Self)).flatten())
                    .ok_or_else(|| NotAnId(word.chars().take(60).collect(), $what))
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;
            fn try_from(word: String) -> Result<Self, NotAnId> {
                word.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }
    };
}

identity!(
    /// A story, whatever the language. Fixed when it is filed; it decides the story's addresses.
    StoryId, "story");
identity!(
    /// One act: the log entries that are applied together carry it.
    BatchId, "batch");
identity!(
    /// An account of a person who works at the desk.
    AccountId, "account");
identity!(
    /// One asking of a verb. The same request asked again is answered as the first time.
    RequestId, "request");
identity!(
    /// Something that is signed off and waits for its time.
    DueId, "planned release");

impl StoryId {
    /// The identity of an edition of the story, as it travels on a wire: a UUID of version 8 (RFC 9562), made from the
    /// story's identity and the language and nothing else, so that it is the same in every release, on every node.
    pub fn edition(&self, lang: &crate::Tag) -> Uuid {
        let mut named = self.bytes().to_vec();
        named.extend_from_slice(lang.as_str().as_bytes());
        let hash = crate::Hash::of(&named).0;
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
        uuid::Builder::from_custom_bytes(bytes).into_uuid()
    }
}

/// A block of text (a paragraph, a list ...) within its story; it stays through revisions and translation.
///
/// Sixty-four bits of chance, drawn at the edge: two people who each add a paragraph in their own language at the
/// same moment must not draw the same one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BlockId(pub u64);

impl fmt::Display for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BlockId({self})")
    }
}

impl FromStr for BlockId {
    type Err = NotAnId;
    fn from_str(word: &str) -> Result<Self, NotAnId> {
        let hexadecimal = word.len() == 16 && word.bytes().all(|b| b.is_ascii_hexdigit());
        hexadecimal
            .then(|| u64::from_str_radix(word, 16).ok().map(Self))
            .flatten()
            .ok_or_else(|| NotAnId(word.chars().take(60).collect(), "paragraph"))
    }
}

impl TryFrom<String> for BlockId {
    type Error = NotAnId;
    fn try_from(word: String) -> Result<Self, NotAnId> {
        word.parse()
    }
}

impl From<BlockId> for String {
    fn from(id: BlockId) -> String {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_story_id_is_read_back(bytes: [u8; 16]) {
            let id = StoryId::from_bytes(bytes);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
            prop_assert_eq!(id.uuid().to_string().parse(), Ok(id));
        }

        #[test]
        fn no_word_makes_the_reader_panic(word in ".{0,40}") {
            if let Ok(id) = word.parse::<StoryId>() {
                prop_assert!(id.to_string() == word || id.uuid().to_string() == word.to_lowercase() || word.len() == 36);
            }
        }

        #[test]
        fn every_block_id_is_read_back(n: u64) {
            prop_assert_eq!(BlockId(n).to_string().parse(), Ok(BlockId(n)));
        }
    }

    #[test]
    fn an_edition_has_one_identity() {
        let id = StoryId::from_bytes([7; 16]);
        let edition = |tag: &str| id.edition(&tag.parse().expect("a tag"));
        assert_eq!(edition("ur"), edition("ur"));
        assert_ne!(edition("ur"), edition("ar"));
        assert_eq!(edition("en").get_version_num(), 8);
    }

    #[test]
    fn ids_sort_by_the_time_of_filing() {
        let earlier = StoryId::from_parts(1_000, [0xff; 10]);
        let later = StoryId::from_parts(1_001, [0; 10]);
        assert!(earlier < later && earlier.to_string() < later.to_string());
    }
}
