//! Items whole, as JSON of our own: every member of [`story::Item`] under its name. Nothing is left out.
//!
//! A file holds what a [`Reading`] is: `{"format": ..., "items": [...]}`; or one item alone. It is told by these members.
//! What other programs write is not expected here, so an unknown member is refused and named.

use crate::reading::{Liberties, MOST_BYTES, MOST_ITEMS, Refused};
use crate::{Format, Reading, Written};
use lang::Languages;
use serde::{Deserialize, Serialize};
use story::Item;

/// The mark of the byte order, which some programs set before UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The form of a file.
#[derive(Serialize, Deserialize)]
struct File<'a> {
    format: Format,
    #[serde(borrow)]
    items: std::borrow::Cow<'a, [Item]>,
}

#[derive(Deserialize)]
struct In {
    items: Vec<Item>,
}

/// Whether a file is in this form: an object whose first member is ours, or an item.
pub fn is(head: &[u8]) -> bool {
    let head = head.strip_prefix(MARK).unwrap_or(head);
    let signs = head.iter().filter(|b| !b.is_ascii_whitespace()).take(16).copied().collect::<Vec<u8>>();
    [&b"{\"format\":"[..], b"{\"class\":", b"{\"items\":[{\"class"].iter().any(|first| signs.starts_with(first))
}

/// Reads items.
///
/// # Errors
/// [`Refused`]: too large, not JSON, not items.
pub fn read(bytes: &[u8], _languages: &Languages) -> Result<Reading, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge { len: bytes.len(), most: MOST_BYTES });
    }
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let items = match serde_json::from_slice::<In>(bytes) {
        Ok(file) => file.items,
        Err(many) => match serde_json::from_slice::<Item>(bytes) {
            Ok(item) => vec![item],
            Err(one) => {
                let why = if bytes.windows(8).take(512).any(|w| w == b"\"items\":") { many } else { one };
                return Err(Refused::Broken { line: why.line(), column: why.column(), why: why.to_string() });
            }
        },
    };
    if items.len() > MOST_ITEMS {
        return Err(Refused::TooMany { what: "items", most: MOST_ITEMS, line: 1 });
    }
    if items.is_empty() {
        return Err(Refused::Empty);
    }
    Ok(Reading { format: Format::Json, version: String::new(), items, liberties: Liberties::new() })
}

/// Writes items.
pub fn write(items: &[Item]) -> Written {
    let file = File { format: Format::Json, items: items.into() };
    // Serialising plain data into memory has no way to fail.
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    Written { text, left_out: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(crate::trials::cases(64))]
        #[test]
        fn items_are_read_back_whole(items in proptest::collection::vec(story::item::arbitrary::item(), 1..4)) {
            let written = write(&items);
            prop_assert!(is(written.text.as_bytes()));
            let reading = read(written.text.as_bytes(), Languages::built_in()).expect("what was written");
            prop_assert_eq!(reading.items, items);
        }

        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes, Languages::built_in());
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let refused = read(br#"{"class":"text","headlin":"x"}"#, Languages::built_in()).expect_err("no such member");
        assert!(refused.to_string().contains("headlin"), "{refused}");
    }
}
