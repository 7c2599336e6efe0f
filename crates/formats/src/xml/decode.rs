//! Which characters the bytes of an XML or JSON file are.

use crate::reading::{Liberties, MOST_BYTES, Refused, Took};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How far into a file its declaration is looked for, in bytes.
const DECLARED_WITHIN: usize = 512;

/// The characters of a file, by its mark, its declaration, or else as UTF-8.
///
/// # Errors
/// [`Refused::Empty`] and [`Refused::TooLarge`].
pub(crate) fn decode<'b>(bytes: &'b [u8], liberties: &mut Liberties) -> Result<Cow<'b, str>, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge { len: bytes.len(), most: MOST_BYTES });
    }
    if bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Err(Refused::Empty);
    }
    let marked = Encoding::for_bom(bytes);
    let wide = marked.is_none().then(|| wide(bytes)).flatten();
    if let Some((encoding, _)) = marked.or(wide.map(|encoding| (encoding, 0))) {
        return Ok(encoding.decode(bytes).0);
    }
    let named = declared(bytes);
    let encoding = named.as_deref().map(|name| Encoding::for_label(name.as_bytes()));
    match encoding {
        // A file that could say so in ASCII is not in UTF-16, whatever it says.
        Some(Some(encoding)) if encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE => {
            let between = |b: &u8| (0x80..0xa0).contains(b);
            let latin = encoding == WINDOWS_1252 && bytes.iter().any(between);
            let sure = |letters: usize| encoding.is_single_byte() && (latin || letters > 1);
            if let Some((utf8, _)) = utf8_in_truth(bytes).filter(|(_, letters)| sure(*letters)) {
                liberties.take(Took::Charset, "", "it is in UTF-8");
                return Ok(Cow::Borrowed(utf8));
            }
            if latin {
                liberties.take(Took::Charset, "", "read as windows-1252");
            }
            let (words, _, damaged) = encoding.decode(bytes);
            if damaged {
                liberties.take(Took::Charset, "", format!("not all of it is in {}", encoding.name()));
            }
            return Ok(words);
        }
        Some(None) => liberties.take(Took::Charset, "", named.unwrap_or_default()),
        Some(Some(encoding)) if encoding != UTF_8 => liberties.take(Took::Charset, "", "it is in UTF-8"),
        _ => {}
    }
    if let Ok(utf8) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(utf8));
    }
    let (good, bad) = bytes.utf8_chunks().fold((0usize, 0usize), |(good, bad), chunk| {
        (good + chunk.valid().bytes().filter(|b| *b >= 0xc2).count(), bad + usize::from(!chunk.invalid().is_empty()))
    });
    if good > 2 * bad {
        liberties.take(Took::Charset, "", format!("{bad} places are not UTF-8"));
        return Ok(UTF_8.decode_without_bom_handling(bytes).0);
    }
    liberties.take(Took::Charset, "", "not UTF-8, read as windows-1252");
    Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// What is UTF-8 by its bytes, and how many letters of it are beyond ASCII. Words in a charset of one byte to a letter
/// hardly ever are: a capital would have to stand before a sign each time.
fn utf8_in_truth(bytes: &[u8]) -> Option<(&str, usize)> {
    let words = std::str::from_utf8(bytes).ok()?;
    let letters = bytes.iter().filter(|b| **b >= 0xc2).count();
    (letters > 0).then_some((words, letters))
}

/// UTF-16 without a mark: every other byte of `<?` is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0, b'<' | b'{', 0, _, ..] => Some(UTF_16BE),
        [b'<' | b'{', 0, _, 0, ..] => Some(UTF_16LE),
        _ => None,
    }
}

/// The charset that the XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes);
    let start = head.windows(5).position(|w| w == b"<?xml")?;
    let head = head.get(start..)?;
    let head = head.get(..head.windows(2).position(|w| w == b"?>")?)?;
    let head: String = head.iter().map(|b| char::from(*b)).collect();
    let value = head.split("encoding").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.get(1..)?.split(quote).next().map(|name| name.trim().to_owned())
}
