//! A letter and its parts (RFC 2046): cut apart at their boundaries, within limits, nothing decoded yet.

use super::fields::{Fields, line};
use super::values::Kind;
use super::{DEEPEST, Post};
use crate::reading::Took;

/// A part of a letter, or the letter as a whole.
#[derive(Debug)]
pub(super) struct Part<'b> {
    /// What its header says.
    pub(super) fields: Fields,
    /// Its media type.
    pub(super) kind: Kind,
    /// What is in it, as it travels; of a part with parts, nothing.
    pub(super) bytes: &'b [u8],
    /// Its parts.
    pub(super) parts: Vec<Part<'b>>,
    /// How deep it stands.
    pub(super) depth: usize,
}

impl Part<'_> {
    /// Whether it is of that media type.
    pub(super) fn is(&self, name: &str) -> bool {
        self.kind.name == name
    }
}

impl Post<'_> {
    /// A part with these fields, and the parts in it.
    pub(super) fn part<'b>(&mut self, fields: Fields, bytes: &'b [u8], depth: usize) -> Part<'b> {
        self.parts = self.parts.saturating_sub(1);
        let mut kind = fields.first("content-type").map(Kind::read).unwrap_or_default();
        let mut part = Part { fields, kind: Kind::default(), bytes, parts: Vec::new(), depth };
        if kind.family() == "multipart" {
            match self.cut(&kind, bytes) {
                Some(pieces) if depth < DEEPEST => {
                    part.bytes = b"";
                    for piece in pieces {
                        if self.parts == 0 {
                            self.liberties.take(Took::TooMuch, "parts", format!("more than {}", super::MOST_PARTS));
                            break;
                        }
                        part.parts.push(self.piece(piece, depth + 1, kind.name == "multipart/digest"));
                    }
                }
                Some(_) => {
                    self.liberties.take(Took::TooMuch, "parts", format!("more than {DEEPEST} deep"));
                    part.bytes = b"";
                }
                None => {
                    self.liberties.take(Took::Mended, "Content-Type", "no boundary stands where it says");
                    kind = Kind::default();
                }
            }
        }
        part.kind = kind;
        part
    }

    /// A part between two boundaries.
    fn piece<'b>(&mut self, bytes: &'b [u8], depth: usize, digest: bool) -> Part<'b> {
        // A part may begin with the empty line already: it has no header then.
        let (first, below) = line(bytes);
        let (fields, bytes) = if first.iter().all(u8::is_ascii_whitespace) {
            (Fields::default(), below)
        } else {
            Fields::split(bytes, &mut self.liberties)
        };
        let mut part = self.part(fields, bytes, depth);
        if digest && part.kind.name.is_empty() {
            part.kind.name = "message/rfc822".to_owned();
        }
        part
    }

    /// What stands between the boundaries; none when there are none.
    fn cut<'b>(&mut self, kind: &Kind, bytes: &'b [u8]) -> Option<Vec<&'b [u8]>> {
        let boundary = match kind.parameter("boundary") {
            Some(boundary) => boundary.as_bytes().to_vec(),
            None => {
                let boundary = guess(bytes)?;
                self.liberties.take(Took::Missing, "Content-Type/boundary", String::from_utf8_lossy(&boundary));
                boundary
            }
        };
        let mut pieces = Vec::new();
        let mut from: Option<usize> = None;
        let mut ended = false;
        let (mut at, mut rest) = (0, bytes);
        while !rest.is_empty() {
            let (words, below) = line(rest);
            if let Some(last) = delimits(words, &boundary) {
                if let Some(from) = from {
                    pieces.push(without_end(bytes.get(from..at).unwrap_or_default()));
                }
                at += rest.len() - below.len();
                rest = below;
                from = Some(at);
                if last {
                    ended = true;
                    break;
                }
                continue;
            }
            at += rest.len() - below.len();
            rest = below;
        }
        if !ended && let Some(from) = from {
            self.liberties.take(Took::Mended, "parts", "the last boundary is missing");
            pieces.push(bytes.get(from..).unwrap_or_default());
        } else if rest.iter().any(|b| b.is_ascii_alphanumeric()) {
            // Lists put their own words below a letter.
            self.left_out("below the last boundary", String::from_utf8_lossy(rest.get(..200).unwrap_or(rest)));
        }
        (!pieces.is_empty()).then_some(pieces)
    }
}

/// Whether a line is a boundary; and whether it is the last one.
fn delimits(line: &[u8], boundary: &[u8]) -> Option<bool> {
    let rest = line.strip_prefix(b"--")?.strip_prefix(boundary)?.trim_ascii_end();
    match rest {
        b"" => Some(false),
        b"--" => Some(true),
        _ => None,
    }
}

/// The end of the line before a boundary belongs to the boundary.
fn without_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

/// The boundary that a header forgot to name: the first line that looks like one and stands there again.
fn guess(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.get(..64 * 1024).unwrap_or(bytes);
    while !rest.is_empty() {
        let (words, below) = line(rest);
        if let Some(boundary) = words.strip_prefix(b"--").map(<[u8]>::trim_ascii_end)
            && (4..=70).contains(&boundary.len())
            && !boundary.iter().any(u8::is_ascii_whitespace)
            && boundary.iter().any(u8::is_ascii_alphanumeric)
        {
            return Some(boundary.to_vec());
        }
        rest = below;
    }
    None
}
