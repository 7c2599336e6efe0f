//! Any format: which one bytes are in, and reading and writing by name.
//!
//! Every format knows its own (`is`); here stands only the order in which they are asked, the most telling first. What
//! none of them knows is read as plain text, if it is text at all.

use crate::{
    Channel, Format, Reading, Refused, Written, anpa, copy, email, feeds, html, iptc7901, jsonfeed, newsml_1,
    newsml_g2, ninjs, nitf, plain, whole,
};
use lang::Languages;
use story::Item;

/// How much of a file is looked at to tell its format, in bytes.
const HEAD: usize = 8 * 1024;

/// Which format bytes are in, as far as their beginning says.
pub fn tell(bytes: &[u8]) -> Format {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let known: [(Format, fn(&[u8]) -> bool); 11] = [
        (Format::Anpa, anpa::is),
        (Format::Iptc7901, iptc7901::is),
        (Format::NewsmlG2, newsml_g2::is),
        (Format::Newsml1, newsml_1::is),
        (Format::Nitf, nitf::is),
        (Format::Atom, feeds::atom::is),
        (Format::Rss, feeds::rss::is),
        (Format::Jsonfeed, jsonfeed::is),
        (Format::Json, whole::is),
        (Format::Html, html::is),
        (Format::Email, email::is),
    ];
    let found = known.iter().find(|(_, is)| is(head)).map(|(format, _)| *format);
    found.unwrap_or(if ninjs::is(head) { Format::Ninjs } else { Format::Text })
}

/// Reads a file in whatever format it is.
///
/// # Errors
/// [`Refused`] says why there is nothing to be had from it.
pub fn read(bytes: &[u8], languages: &Languages) -> Result<Reading, Refused> {
    read_as(tell(bytes), bytes, languages)
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
        (Format::NewsmlG2, [item]) => Some(newsml_g2::write(item, languages)),
        (Format::NewsmlG2, _) => Some(newsml_g2::write_message(items, channel.updated, languages)),
        (_, [item]) => one(format, item, languages),
        _ => None,
    }
}

fn one(format: Format, item: &Item, languages: &Languages) -> Option<Written> {
    let edition = match format {
        Format::Ninjs => ninjs::Edition::V3,
        Format::Ninjs2 => ninjs::Edition::V2,
        Format::Ninjs1 => ninjs::Edition::V1,
        Format::Nitf => return Some(nitf::write(item, languages)),
        Format::Iptc7901 => return Some(iptc7901::write(item, languages)),
        Format::Html => return Some(html::write_item(item, languages)),
        Format::Text => return Some(plain::write(item, languages)),
        _ => return None,
    };
    Some(ninjs::write(item, edition, languages))
}
