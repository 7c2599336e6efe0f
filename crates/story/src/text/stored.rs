//! The one serialised form of what is stored by its hash: compact JSON whose first member names its version.
//!
//! Members stand in the order of the type's fields and empty ones are left out, so the same value always gives the
//! same bytes. A later program that grows the tree writes version 2 and still reads version 1, whose hashes stay.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The version that this program writes.
pub const VERSION: u32 = 1;

/// Why bytes are not a stored value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotStored {
    /// A version that this program does not know.
    #[error("stored in form {0}; this program knows form {VERSION}")]
    Version(u32),
    /// Not the JSON that was expected.
    #[error("not a stored value: {0}")]
    Form(String),
}

#[derive(Serialize)]
struct Out<'a, T> {
    v: u32,
    #[serde(flatten)]
    value: &'a T,
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

/// The stored bytes of a value whose serialised form is an object.
pub(crate) fn with_version<T: Serialize>(value: &T) -> Vec<u8> {
    // Serialising plain data into memory has no way to fail; an empty value would be caught by its hash.
    serde_json::to_vec(&Out { v: VERSION, value }).unwrap_or_default()
}

/// Reads stored bytes.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, NotStored> {
    let form = |e: serde_json::Error| NotStored::Form(e.to_string());
    let Version { v } = serde_json::from_slice(bytes).map_err(form)?;
    if v != VERSION {
        return Err(NotStored::Version(v));
    }
    let mut value: serde_json::Value = serde_json::from_slice(bytes).map_err(form)?;
    if let Some(members) = value.as_object_mut() {
        members.remove("v");
    }
    serde_json::from_value(value).map_err(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Text, text::arbitrary};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_tree_is_read_back_from_its_json(text in arbitrary::text()) {
            let bytes = text.stored();
            let back = Text::from_stored(&bytes);
            prop_assert_eq!(back.as_ref(), Ok(&text));
            prop_assert_eq!(back.map(|t| t.hash()), Ok(text.hash()));
        }

        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(Text::from_stored(&bytes).is_err());
        }

        #[test]
        fn a_tidy_tree_is_tidy(text in arbitrary::text()) {
            prop_assert_eq!(text.clone().tidy(), text);
        }
    }

    #[test]
    fn the_stored_form_stays_as_it_is() {
        let text = Text {
            headline: "A clock".into(),
            body: vec![crate::Block::Paragraph("It ticks.".into())],
            ..Text::default()
        };
        let bytes = String::from_utf8(text.stored()).expect("JSON is UTF-8");
        assert_eq!(bytes, r#"{"v":1,"headline":["A clock"],"body":[{"paragraph":["It ticks."]}]}"#);
    }

    #[test]
    fn a_later_form_is_named() {
        assert_eq!(Text::from_stored(br#"{"v":9,"headline":[],"body":[]}"#), Err(NotStored::Version(9)));
    }
}
