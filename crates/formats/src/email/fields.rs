//! The fields at the head of a letter or of a part: names and values (RFC 5322, 2.2).

use crate::copy;
use crate::reading::{Liberties, Took};
use std::borrow::Cow;

/// The most bytes of a header that are looked at.
const LONGEST_HEADER: usize = 256 * 1024;
/// The most fields of a header.
const MOST_FIELDS: usize = 1_000;
/// The most bytes of one value.
const LONGEST_VALUE: usize = 16 * 1024;

/// The fields of a header, names in lower case, values unfolded and otherwise as they stand.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The fields at the beginning of a letter or part, and what follows the empty line below them. What stands above
    /// them as a mailbox has it (a mark of the byte order, empty lines, a line that begins with "From ") is passed over.
    pub(super) fn split<'b>(bytes: &'b [u8], liberties: &mut Liberties) -> (Self, &'b [u8]) {
        let mut fields = Self::default();
        let mut rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        while !rest.is_empty() && line(rest).0.iter().all(u8::is_ascii_whitespace) {
            rest = line(rest).1;
        }
        if rest.starts_with(b"From ") {
            rest = line(rest).1;
        }
        let head = rest;
        let mut values: Vec<(String, Vec<u8>)> = Vec::new();
        let mut room = LONGEST_HEADER;
        let mut cut = false;
        while !rest.is_empty() {
            let (words, below) = line(rest);
            if words.iter().all(u8::is_ascii_whitespace) {
                rest = below;
                break;
            }
            let fold = words.starts_with(b" ") || words.starts_with(b"\t");
            match (field(words), values.last_mut()) {
                (_, Some((_, value))) if fold => {
                    cut |= value.len() + words.len() > LONGEST_VALUE || words.len() > room;
                    if value.len() + words.len() <= LONGEST_VALUE && words.len() <= room {
                        room -= words.len();
                        value.push(b' ');
                        value.extend_from_slice(words.trim_ascii());
                    }
                }
                (Some((name, value)), _) if !fold => {
                    let value = value.get(..LONGEST_VALUE.min(room)).unwrap_or(value);
                    cut |= values.len() >= MOST_FIELDS || words.len() > room;
                    if values.len() < MOST_FIELDS && words.len() <= room {
                        room -= words.len();
                        values.push((name, value.to_vec()));
                    }
                }
                // A value that was broken in two without a space before its rest.
                (None, Some((_, value))) if field(line(below).0).is_some() && value.len() < LONGEST_VALUE => {
                    liberties.take(Took::Mended, "header", String::from_utf8_lossy(words.trim_ascii()));
                    value.push(b' ');
                    value.extend_from_slice(words.trim_ascii().get(..LONGEST_VALUE).unwrap_or(words.trim_ascii()));
                }
                (_, known) => {
                    if known.is_some() {
                        liberties.take(Took::Missing, "header", "the empty line below it");
                    }
                    break;
                }
            }
            rest = below;
        }
        if cut {
            liberties.take(Took::TooMuch, "header", "");
        }
        let guess = charset(head.get(..head.len() - rest.len()).unwrap_or_default(), liberties);
        fields.0.extend(values.into_iter().map(|(name, value)| (name, guess(&value))));
        (fields, rest)
    }

    /// The value of the first field of that name.
    pub(super) fn first(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).filter(|v| !v.is_empty())
    }

    /// The values of all fields of that name.
    pub(super) fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The names, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// Turns values into characters. Headers are ASCII or UTF-8 (RFC 6532); in old mail they may be in any charset, which is
/// guessed for the header as a whole.
fn charset(head: &[u8], liberties: &mut Liberties) -> impl Fn(&[u8]) -> String + use<> {
    let guessed = if std::str::from_utf8(head).is_ok() {
        None
    } else {
        // Only the lines that are in question tell: ASCII looks the same in all.
        let odd: Vec<&[u8]> = head.split(|b| *b == b'\n').filter(|line| !line.is_ascii()).take(50).collect();
        copy::decode(&odd.join(&b'\n')).map(|(_, name, _)| name)
    };
    if let Some(name) = guessed {
        liberties.take(Took::Charset, "header", name);
    }
    let encoding = guessed.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    move |value| {
        let words = match (encoding, std::str::from_utf8(value)) {
            (Some(encoding), Err(_)) => encoding.decode_without_bom_handling(value).0,
            (_, Ok(words)) => Cow::Borrowed(words),
            (None, Err(_)) => String::from_utf8_lossy(value),
        };
        words.trim().to_owned()
    }
}

/// The first line, without its end, and what follows.
pub(super) fn line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|b| *b == b'\n').map_or(bytes.len(), |at| at + 1);
    let (line, rest) = bytes.split_at_checked(end).unwrap_or((bytes, b""));
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    (line.strip_suffix(b"\r").unwrap_or(line), rest)
}

/// The name, in lower case, and the value of a field.
fn field(line: &[u8]) -> Option<(String, &[u8])> {
    let at = line.iter().take(100).position(|b| *b == b':')?;
    let (name, value) = line.split_at_checked(at)?;
    let name = name.trim_ascii_end();
    let sound = !name.is_empty() && name.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let name = String::from_utf8_lossy(name).to_ascii_lowercase();
    sound.then(|| (name, value.get(1..).unwrap_or_default().trim_ascii()))
}
