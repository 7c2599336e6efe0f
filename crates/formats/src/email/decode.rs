//! How the bytes of a part travel (RFC 2045, 6), and which characters they are.
//!
//! What is broken is decoded as far as it goes: a sign that has no place there is passed over, a sequence that is none
//! stays as it stands.

use crate::copy;
use crate::reading::{Liberties, Took};
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use encoding_rs::{Encoding, UTF_8};
use mail_parser::decoders::charsets::map::charset_decoder;
use std::borrow::Cow;

/// The bytes of a part as they were before they went on their way.
pub(super) fn transfer<'b>(bytes: &'b [u8], encoding: &str, at: &str, liberties: &mut Liberties) -> Cow<'b, [u8]> {
    let name = encoding.split(['(', ';']).next().unwrap_or_default().trim().to_ascii_lowercase();
    let (decoded, sound) = match name.as_str() {
        "" | "7bit" | "8bit" | "binary" => return Cow::Borrowed(bytes),
        "base64" => base64(bytes),
        "quoted-printable" => quoted_printable(bytes),
        other => {
            liberties.take(Took::Form, format!("{at}Content-Transfer-Encoding"), other);
            return Cow::Borrowed(bytes);
        }
    };
    if !sound {
        liberties.take(Took::Mended, format!("{at}Content-Transfer-Encoding"), name);
    }
    Cow::Owned(decoded)
}

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Decodes base64, and says whether all of it was.
fn base64(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let mut sound = true;
    // Several pieces that end for themselves may stand one behind the other.
    for piece in bytes.split(|b| *b == b'=') {
        let mut signs: Vec<u8> = Vec::with_capacity(piece.len());
        for b in piece {
            let known = b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/');
            sound &= known || b.is_ascii_whitespace();
            signs.extend(known.then_some(*b));
        }
        if signs.len() % 4 == 1 {
            sound = false;
            signs.pop();
        }
        sound &= LENIENT.decode_vec(&signs, &mut out).is_ok();
    }
    (out, sound)
}

/// Decodes quoted-printable, and says whether all of it was.
fn quoted_printable(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(bytes.len());
    let mut sound = true;
    let hex = |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16)).and_then(|n| u8::try_from(n).ok());
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        let words = line.trim_ascii_end();
        let (words, soft) = match words.strip_suffix(b"=") {
            Some(words) => (words, true),
            None => (words, false),
        };
        let mut at = 0;
        while let Some(b) = words.get(at) {
            match (b, hex(words.get(at + 1)), hex(words.get(at + 2))) {
                (b'=', Some(high), Some(low)) => {
                    out.push(high * 16 + low);
                    at += 3;
                }
                _ => {
                    sound &= *b != b'=';
                    out.push(*b);
                    at += 1;
                }
            }
        }
        if !soft && line.ends_with(b"\n") {
            out.push(b'\n');
        }
    }
    (out, sound)
}

/// The name of a charset whose name is not known here (RFC 1428).
const UNKNOWN: &str = "UNKNOWN-8BIT";

/// The characters of a text part. The charset that is named is believed, unless the bytes are plainly in another one;
/// where none is named, or none that is known, they are read as what they look like. And the name of the charset.
pub(super) fn characters(
    bytes: &[u8],
    label: Option<&str>,
    at: &str,
    liberties: &mut Liberties,
) -> Option<(String, &'static str)> {
    let label = label.unwrap_or_default().trim().trim_matches(['"', '\'']);
    let ascii = label.is_empty() || label.eq_ignore_ascii_case("us-ascii") || label.eq_ignore_ascii_case("ascii");
    let named = if ascii { Some(UTF_8) } else { Encoding::for_label(label.as_bytes()) };
    let utf8 = std::str::from_utf8(bytes).ok();
    match (named, utf8) {
        (Some(encoding), Some(words)) if encoding == UTF_8 => {
            if ascii && !words.is_ascii() {
                liberties.take(Took::Charset, at, "it is in UTF-8");
            }
            return Some((words.trim_start_matches('\u{feff}').to_owned(), UTF_8.name()));
        }
        // Nobody writes three characters in a row in an old charset of one byte that are well-formed UTF-8 by chance.
        (Some(encoding), Some(words))
            if encoding.is_single_byte() && words.chars().filter(|c| !c.is_ascii()).count() > 2 =>
        {
            liberties.take(Took::Charset, at, format!("{label}: it is in UTF-8"));
            return Some((words.to_owned(), UTF_8.name()));
        }
        (Some(encoding), _) if encoding != UTF_8 => {
            let (words, _, damaged) = encoding.decode(bytes);
            if !damaged {
                return Some((words.into_owned(), encoding.name()));
            }
            let odd = words.matches('\u{fffd}').count();
            if odd * 20 <= words.chars().count() {
                liberties.take(Took::Charset, at, format!("{label}: {odd} places cannot be read"));
                return Some((words.into_owned(), encoding.name()));
            }
        }
        (None, _) => {
            if let Some(decoder) = charset_decoder(label.as_bytes()) {
                return Some((decoder(bytes), UNKNOWN));
            }
        }
        _ => {}
    }
    let (words, found, _) = copy::decode(bytes)?;
    liberties.take(Took::Charset, at, if label.is_empty() { found.to_owned() } else { format!("{label}: {found}") });
    Some((words, found))
}
