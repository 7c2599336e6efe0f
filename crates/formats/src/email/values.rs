//! What the values of header fields say: words, addresses, identities, media types (RFC 5322, 2045, 2047, 2231).
//!
//! The crate `mail-parser` reads them. It never sees more than one value, which is of limited length.

use crate::copy;
use mail_parser::{Addr, Address, HeaderValue, parsers::MessageStream};
use std::borrow::Cow;
use story::Line;

/// A value as the crate wants it: with the end of its line.
fn read<T>(value: &str, read: impl FnOnce(HeaderValue<'_>) -> T, how: How) -> T {
    let line = format!("{value}\n");
    let mut stream = MessageStream::new(line.as_bytes());
    read(match how {
        How::Words => stream.parse_unstructured(),
        How::People => stream.parse_address(),
        How::Ids => stream.parse_id(),
        How::Kind => stream.parse_content_type(),
    })
}

#[derive(Clone, Copy)]
enum How {
    Words,
    People,
    Ids,
    Kind,
}

/// Running words, encoded or not.
pub(super) fn words(value: &str) -> String {
    let words = read(value, |value| value.as_text().unwrap_or_default().to_owned(), How::Words);
    // Some programs cut a character in two, each half in an encoded word of its own.
    if words.contains('\u{fffd}') { copy::encoded_words(value) } else { words }
}

/// Somebody who is named in a header.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Somebody {
    /// Their name, or nothing.
    pub(super) name: Line,
    /// Their address, or nothing.
    pub(super) address: Line,
}

/// The people of a list of addresses; those of a group too.
pub(super) fn people(value: &str) -> Vec<Somebody> {
    let somebody = |addr: &Addr<'_>| {
        let of = |words: &Option<Cow<'_, str>>| Line::new(words.as_deref().unwrap_or_default().trim());
        let (name, address) = (of(&addr.name), of(&addr.address));
        // A name alone that is an address, and the other way round.
        match (name.contains('@'), address.contains('@')) {
            (true, false) if address.is_empty() => Somebody { name: address, address: name },
            (false, false) if name.is_empty() => Somebody { name: address, address: name },
            _ => Somebody { name, address },
        }
    };
    let mut people = read(
        value,
        |value| match value {
            HeaderValue::Address(Address::List(list)) => list.iter().map(somebody).collect(),
            HeaderValue::Address(Address::Group(groups)) => {
                groups.iter().flat_map(|group| group.addresses.iter().map(somebody)).collect()
            }
            _ => Vec::new(),
        },
        How::People,
    );
    people.retain(|somebody| *somebody != Somebody::default());
    people
}

/// Identities, without their angle brackets.
pub(super) fn ids(value: &str) -> Vec<Line> {
    let ids = |value: HeaderValue<'_>| -> Vec<String> {
        match value {
            HeaderValue::Text(id) => vec![id.into_owned()],
            HeaderValue::TextList(ids) => ids.into_iter().map(Cow::into_owned).collect(),
            _ => Vec::new(),
        }
    };
    let found = read(value, ids, How::Ids);
    found.iter().flat_map(|ids| ids.split_whitespace()).map(Line::new).filter(|id| !id.is_empty()).collect()
}

/// A media type or a disposition with its parameters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Kind {
    /// `text/plain`, `attachment`: in lower case.
    pub(super) name: String,
    parameters: Vec<(String, String)>,
}

impl Kind {
    /// Reads a value of `Content-Type` or `Content-Disposition`.
    pub(super) fn read(value: &str) -> Self {
        read(
            value,
            |value| {
                let Some(kind) = value.as_content_type() else { return Kind::default() };
                let sub = kind.subtype().map(|sub| format!("/{sub}")).unwrap_or_default();
                let name = format!("{}{sub}", kind.ctype()).to_ascii_lowercase();
                let of = |a: &mail_parser::Attribute<'_>| (a.name.to_ascii_lowercase(), a.value.trim().to_owned());
                let parameters = kind.attributes().unwrap_or_default().iter().map(of).collect();
                Kind { name, parameters }
            },
            How::Kind,
        )
    }

    /// A parameter that says something.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        found.filter(|value| !value.is_empty())
    }

    /// `text` of `text/plain`.
    pub(super) fn family(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }
}
