//! Any format: which one bytes are in, and reading and writing by name.
//!
//! Every format knows its own (`is`); here stands only the order in which they are asked, the most telling first. What
//! none of them knows is read as plain text, if it is text at all.

use crate::{
    Channel, Format, Reading, Refused, Written, anpa, email, feeds, html, iptc7901, jsonfeed, newsml_1, newsml_g2,
    ninjs, nitf, plain, whole, xml,
};
use lang::Languages;
use story::Item;

/// How much of a file is looked at to tell its format, in bytes.
const HEAD: usize = 8 * 1024;

/// Which format bytes are in, as far as their beginning says.
///
/// # Errors
/// [`Refused::Unknown`] for a file for machines of another kind; what is no such file is plain text.
pub fn tell(bytes: &[u8]) -> Result<Format, Refused> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if anpa::is(head) {
        return Ok(Format::Anpa);
    }
    if iptc7901::is(head) {
        return Ok(Format::Iptc7901);
    }
    if let Some(root) = xml::root(head) {
        return of_root(&root, head);
    }
    if opens_json(head) {
        return of_json(bytes, head);
    }
    if let Some(words) = of_utf_16(bytes).filter(|words| opens_json(words)) {
        return of_json(&words, words.get(..HEAD).unwrap_or(&words));
    }
    Ok(if html::is(head) {
        Format::Html
    } else if email::is(head) {
        Format::Email
    } else {
        Format::Text
    })
}

/// Whether bytes begin as an object of JSON does, or a list of them.
fn opens_json(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let first: Vec<u8> = head.iter().filter(|b| !b.is_ascii_whitespace()).take(2).copied().collect();
    matches!(first.as_slice(), b"{\"" | b"[{" | b"{}")
}

/// The characters of bytes that say by their first two that they are in UTF-16.
fn of_utf_16(bytes: &[u8]) -> Option<Vec<u8>> {
    let (encoding, _) = encoding_rs::Encoding::for_bom(bytes).filter(|(_, len)| *len == 2)?;
    Some(encoding.decode(bytes).0.into_owned().into_bytes())
}

/// Elements that a piece of a page begins with.
const PIECES_OF_PAGES: &[&str] = &[
    "h1",
    "h2",
    "h3",
    "p",
    "div",
    "section",
    "main",
    "header",
    "blockquote",
    "ul",
    "ol",
    "table",
    "figure",
    "span",
    "b",
    "strong",
    "em",
    "i",
    "a",
];

/// The format whose files begin with such an element.
fn of_root(root: &str, head: &[u8]) -> Result<Format, Refused> {
    let is = |names: &[&str]| names.iter().any(|name| root.eq_ignore_ascii_case(name));
    if newsml_g2::is(root) {
        Ok(Format::NewsmlG2)
    } else if is(&["NewsML"]) {
        Ok(Format::Newsml1)
    } else if is(&["nitf"]) {
        Ok(Format::Nitf)
    } else if is(&["feed"]) {
        Ok(Format::Atom)
    } else if is(&["rss", "RDF", "channel"]) {
        Ok(Format::Rss)
    } else if is(&["html"]) || html::is(head) || is(PIECES_OF_PAGES) {
        Ok(Format::Html)
    } else {
        Err(Refused::Unknown(format!(": XML that begins with <{root}>")))
    }
}

/// The format whose files have such members.
fn of_json(bytes: &[u8], head: &[u8]) -> Result<Format, Refused> {
    if whole::is(head) {
        Ok(Format::Json)
    } else if ninjs::is(bytes) {
        Ok(Format::Ninjs)
    } else if jsonfeed::is(bytes) {
        Ok(Format::Jsonfeed)
    } else if ninjs::is_answer(bytes) {
        Ok(Format::Ninjs)
    } else {
        Err(Refused::Unknown(": JSON of another kind".into()))
    }
}

/// Reads a file in whatever format it is.
///
/// # Errors
/// [`Refused`] says why there is nothing to be had from it.
pub fn read(bytes: &[u8], languages: &Languages) -> Result<Reading, Refused> {
    read_as(tell(bytes)?, bytes, languages)
}

/// Reads a file in a format that is known.
///
/// # Errors
/// [`Refused`] says why there is nothing to be had from it.
pub fn read_as(format: Format, bytes: &[u8], languages: &Languages) -> Result<Reading, Refused> {
    match format {
        Format::Ninjs | Format::Ninjs2 | Format::Ninjs1 => ninjs::read(bytes, languages),
        Format::NewsmlG2 => newsml_g2::read(bytes, languages),
        Format::Newsml1 => newsml_1::read(bytes, languages),
        Format::Nitf => nitf::read(bytes, languages),
        Format::Iptc7901 => iptc7901::read(bytes, languages),
        Format::Anpa => anpa::read(bytes, languages),
        Format::Rss | Format::Atom => feeds::read(bytes, languages),
        Format::Jsonfeed => jsonfeed::read(bytes, languages),
        Format::Html => html::read_item(bytes, languages),
        Format::Email => email::read(bytes, languages),
        Format::Text => plain::read(bytes, languages),
        Format::Json => whole::read(bytes, languages),
    }
}

/// Whether a file of that format holds any number of items, or one.
pub const fn holds_many(format: Format) -> bool {
    matches!(format, Format::NewsmlG2 | Format::Rss | Format::Atom | Format::Jsonfeed | Format::Json)
}

/// Writes items as one file of a format. None when the format is read only, or holds one item and there are more.
pub fn write(format: Format, items: &[Item], channel: &Channel, languages: &Languages) -> Option<Written> {
    match (format, items) {
        (Format::Rss, _) => Some(feeds::rss::write(items, channel, languages)),
        (Format::Atom, _) => Some(feeds::atom::write(items, channel, languages)),
        (Format::Jsonfeed, _) => Some(jsonfeed::write(items, channel, languages)),
        (Format::Json, _) => Some(whole::write(items)),
        (_, [item]) => one(format, item, languages),
        (Format::NewsmlG2, _) => Some(newsml_g2::write_all(items, languages)),
        _ => None,
    }
}

fn one(format: Format, item: &Item, languages: &Languages) -> Option<Written> {
    let edition = match format {
        Format::Ninjs => ninjs::Edition::Three,
        Format::Ninjs2 => ninjs::Edition::Two,
        Format::Ninjs1 => ninjs::Edition::One,
        Format::NewsmlG2 => return Some(newsml_g2::write(item, languages)),
        Format::Nitf => return Some(nitf::write(item, languages)),
        Format::Iptc7901 => return Some(iptc7901::write(item, languages)),
        Format::Html => return Some(html::write_item(item, languages)),
        Format::Text => return Some(plain::write(item, languages)),
        _ => return None,
    };
    Some(ninjs::write(item, edition, languages))
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{Block, Line};

    #[test]
    fn a_piece_of_a_page_is_html_and_another_kind_of_xml_is_not() {
        for piece in
            ["<h1>Kites rise</h1><p>Twelve of them.</p>", "\n<P class='a'>Kites</P>", "<div>Kites<br>rise</div>"]
        {
            assert_eq!(tell(piece.as_bytes()), Ok(Format::Html), "{piece}");
        }
        let reading = read(b"<h1>Kites rise</h1><p>Twelve of them.</p>", Languages::built_in()).expect("a story");
        assert_eq!(reading.items[0].text.headline.plain(), "Kites rise");
        assert!(matches!(tell(b"<invoice><p>12</p></invoice>"), Err(Refused::Unknown(_))));
        assert!(matches!(tell(b"{\"a\":1}"), Err(Refused::Unknown(_))));
    }

    #[test]
    fn json_is_told_whatever_stands_before_it_and_whatever_follows() {
        let one = r#"{"uri":"urn:x:1","type":"text","headline":"Kites","body_text":"Twelve kites rose."}"#;
        let utf_16: Vec<u8> = "\u{feff}".encode_utf16().chain(one.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let lines = format!("{one}\n{}\n", one.replace("x:1", "x:2"));
        for (bytes, count) in [([b"\xef\xbb\xbf", one.as_bytes()].concat(), 1), (utf_16, 1), (lines.into_bytes(), 2)] {
            assert_eq!(tell(&bytes), Ok(Format::Ninjs));
            let reading = read(&bytes, Languages::built_in()).expect("a story");
            assert_eq!((reading.items.len(), &*reading.items[0].guid), (count, "urn:x:1"));
        }
        let whole = any_item_with_mark();
        assert_eq!(read(&whole, Languages::built_in()).expect("an item").items.len(), 1);
    }

    fn any_item_with_mark() -> Vec<u8> {
        let written = write(
            Format::Json,
            &[Item { guid: Line::new("urn:x:1"), ..Item::default() }],
            &Channel::default(),
            Languages::built_in(),
        );
        [b"\xef\xbb\xbf", written.expect("an item").text.as_bytes()].concat()
    }

    #[test]
    fn several_items_make_one_file_where_the_format_holds_many() {
        let item = |n: u32| {
            let mut item = Item { guid: Line::new(format!("urn:x:{n}")), ..Item::default() };
            item.text.headline = format!("Boat {n}").as_str().into();
            item.text.body = vec![Block::Paragraph("Ten boats were counted.".into())];
            item
        };
        let items = [item(1), item(2)];
        let languages = Languages::built_in();
        for format in Format::ALL.into_iter().filter(|format| format.is_written()) {
            let written = write(format, &items, &Channel::default(), languages);
            assert_eq!(written.is_some(), holds_many(format), "{format}");
            let Some(written) = written else { continue };
            let reading = read(written.text.as_bytes(), languages).expect("what was written");
            let guids: Vec<&str> = reading.items.iter().map(|item| &*item.guid).collect();
            assert_eq!(guids, ["urn:x:1", "urn:x:2"], "{format}");
        }
    }
}
