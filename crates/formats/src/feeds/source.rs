//! The bytes of a feed -> its characters: what the server said of them counts too (RFC 7303).

use super::Hint;
use crate::reading::{Liberties, MOST_BYTES, Refused, Took};
use crate::xml;
use encoding_rs::Encoding;
use std::borrow::Cow;

/// The characters of a feed: by its mark, else by the charset that the server named, where they are in it, else by
/// what the file says itself.
///
/// # Errors
/// [`Refused::Empty`] and [`Refused::TooLarge`].
pub(super) fn decode<'b>(bytes: &'b [u8], hint: &Hint<'_>, liberties: &mut Liberties) -> Result<Cow<'b, str>, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge { len: bytes.len(), most: MOST_BYTES });
    }
    if let Some(words) = utf_32(bytes) {
        liberties.take(Took::Charset, "", "it is in UTF-32");
        return Ok(Cow::Owned(words));
    }
    let named = charset(hint.content_type).and_then(|name| Encoding::for_label(name.as_bytes()));
    if let Some(encoding) = named.filter(|_| Encoding::for_bom(bytes).is_none() && !bytes.contains(&0))
        && let Some(words) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
        && !words.trim().is_empty()
    {
        return Ok(words);
    }
    xml::decode(bytes, liberties)
}

/// The charset that a content type names.
fn charset(content_type: &str) -> Option<&str> {
    let parameter = content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    })?;
    Some(parameter.trim().trim_matches(['"', '\'']).trim()).filter(|name| !name.is_empty())
}

/// UTF-32, with its mark or told by the zeros around `<`.
fn utf_32(bytes: &[u8]) -> Option<String> {
    let (big, skip) = match bytes {
        [0, 0, 0xfe, 0xff, ..] => (true, 4),
        [0xff, 0xfe, 0, 0, ..] => (false, 4),
        [0, 0, 0, b'<', ..] => (true, 0),
        [b'<', 0, 0, 0, ..] => (false, 0),
        _ => return None,
    };
    let signs = bytes.get(skip..)?.chunks(4).map(|four| {
        let four: Option<[u8; 4]> = four.try_into().ok();
        let code = four.map(|four| if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) });
        code.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
    });
    Some(signs.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8], content_type: &str) -> String {
        let hint = Hint { content_type, ..Hint::default() };
        decode(bytes, &hint, &mut Liberties::new()).expect("characters").into_owned()
    }

    #[test]
    fn the_server_and_the_mark_name_the_charset() {
        assert_eq!(of(b"<a>\xe9</a>", "text/xml; charset=iso-8859-1"), "<a>é</a>");
        assert_eq!(of(b"<a>\xe6</a>", "application/rss+xml;charset= \"windows-1251\""), "<a>ж</a>");
        assert_eq!(of("\u{feff}<a>é</a>".as_bytes(), "text/xml; charset=iso-8859-1"), "<a>é</a>");
        assert_eq!(of("<a>é</a>".as_bytes(), "text/xml; charset=us-asc"), "<a>é</a>");
        assert_eq!(of(b"\0\0\0<\0\0\0a\0\0\0/\0\0\0>", ""), "<a/>");
    }
}
