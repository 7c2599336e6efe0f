//! IPTC 7901, the text message of the agencies: read in all its habits, written as the standard has it.
//!
//! SOH, the header (source and number, priority, category, count of words), lines of keywords, STX, the text in lines of
//! 69 columns whose head ends in ` =`, ETX and the date group (day, hour, minute, zone, month, year). It is told by its
//! first byte that is no filling: SOH, or, where the signs were lost, by a header: one behind the letters ZCZC, or a whole
//! one.

mod copy;
mod date;
mod frame;
mod header;
mod write;

#[cfg(test)]
mod tests;

pub use write::write;

use crate::{Format, Liberties, MOST_BYTES, MOST_ITEMS, Reading, Refused, Took};
use lang::{Languages, WireWords};
use story::{Item, Tag};

/// The columns of a line.
pub(crate) const WIDTH: usize = 69;

/// The most bytes of a message that has lost the signs around it: a long story takes a tenth of it.
const LONGEST_BARE: usize = 256 * 1024;

/// Whether bytes look like messages of this kind: behind filling they begin with SOH, or with a header, and what stands
/// in the header is not ANPA's. Other wires have ZCZC too: it tells nothing by itself.
pub(crate) fn is(bytes: &[u8]) -> bool {
    let filling = |b: &u8| matches!(b, 0 | 0x16 | 0x7f | b'\r' | b'\n' | b' ');
    let at = bytes.iter().position(|b| !filling(b)).unwrap_or(bytes.len());
    let rest = bytes.get(at..).unwrap_or_default();
    (rest.first() == Some(&1) || header::stands_at(rest)) && !crate::anpa::is(bytes)
}

/// Reads messages.
///
/// # Errors
/// [`Refused`] when there is no message in it, or too many.
pub fn read(bytes: &[u8], languages: &Languages) -> Result<Reading, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge { len: bytes.len(), most: MOST_BYTES });
    }
    if bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Err(Refused::Empty);
    }
    if !is(bytes) && (bytes.len() > LONGEST_BARE || crate::copy::is_binary(bytes)) {
        let why = "there is no SOH and no header at its beginning".into();
        return Err(Refused::NotThat { format: "IPTC 7901", why });
    }
    let mut liberties = Liberties::new();
    let mut items = Vec::new();
    for message in frame::messages(bytes) {
        if items.len() >= MOST_ITEMS {
            liberties.take(Took::TooMuch, "", format!("more than {MOST_ITEMS} messages"));
            break;
        }
        items.extend(item(&message, languages, &mut liberties));
    }
    if items.is_empty() {
        return Err(Refused::NotThat { format: "IPTC 7901", why: "there is no text between STX and ETX".into() });
    }
    Ok(Reading { format: Format::Iptc7901, version: String::new(), items, liberties })
}

/// One message as an item.
fn item(message: &frame::Message<'_>, languages: &Languages, liberties: &mut Liberties) -> Option<Item> {
    let mut item = Item::default();
    let agency = header::agency(message.header);
    let text = frame::characters(message, agency.and_then(|a| a.lang.as_ref()), liberties)?;
    if message.bare {
        liberties.take(Took::Form, "", "not between SOH, STX and ETX");
    }
    header::read(&text.header, &mut item, liberties);
    item.times.this = date::read(&text.tail, agency, liberties);
    language(&text.body, agency, &mut item, languages, liberties);
    copy::read(&text.body, &mut item, languages, liberties);
    if item.text.fits().is_err() {
        liberties.take(Took::TooMuch, "text", "the body was left out");
        item.text.body.clear();
    }
    Some(item)
}

/// The language, which no message names: what the text looks like, or what the agency writes.
fn language(
    text: &str,
    agency: Option<&lang::wire::Agency>,
    item: &mut Item,
    languages: &Languages,
    liberties: &mut Liberties,
) {
    /// From here on an answer counts as certain.
    const SURE: f32 = 0.99;
    let found = lang::identify(text);
    let usual = agency.and_then(|agency| agency.lang.clone());
    let looks = (found.sure >= SURE && found.tag != Tag::unknown()).then_some(found.tag);
    let Some(tag) = looks.or(usual) else { return };
    let own = languages.tags().find(|own| own.language() == tag.language());
    let tag = own.cloned().unwrap_or(tag);
    liberties.take(Took::Assumed, "language", tag.as_str());
    item.lang = Some(tag);
}

/// The built-in words of messages.
fn words() -> &'static WireWords {
    WireWords::get()
}
