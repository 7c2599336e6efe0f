//! NITF (IPTC): read in any version, with its namespace or without; written as 3.6.
//!
//! A body is handed to the same builder as HTML. What the head says and a story has no home for is kept and written
//! again; what NITF has no element for goes into `meta` elements named `item-...`. Notes to editors stand in the head
//! (`ed-msg`) and never in the body, an embargo is the time of release and never the expiry.
//!
//! It is told by its root: `nitf`, in any case, in the namespace of NITF or in none.

mod body;
mod flow;
mod head;
mod look;
mod media;
mod meta;
mod schema;
mod subjects;
#[cfg(test)]
pub(crate) mod tests;
mod write;

pub(crate) use body::{body, joined, read_whole, shorten};
pub(crate) use flow::{Flow, inline};
pub(crate) use look::{Seen, add, attribute, child, children, keep, lang, line, tag};
pub(crate) use media::class;
pub(crate) use subjects::{genre, refnum};
pub use write::write;

use crate::Format;
use crate::reading::{Liberties, Reading, Refused, Took};
use crate::xml::{self, Element};
use lang::Languages;
use story::{Inline, Item};

/// Whether a root element is that of NITF.
pub(crate) fn is(root: Element<'_, '_>) -> bool {
    root.name().eq_ignore_ascii_case("nitf")
}

/// Reads a document of NITF.
///
/// # Errors
/// [`Refused`]: empty, too large, no XML, entities of its own, too deep, or another root than `nitf`.
pub fn read(bytes: &[u8], _languages: &Languages) -> Result<Reading, Refused> {
    let mut liberties = Liberties::new();
    let text = xml::decode(bytes, &mut liberties)?;
    let document = xml::parse(&text, &mut liberties)?;
    let root = document.root().filter(|root| is(*root)).ok_or_else(|| {
        let name = document.root().map(|root| root.name().to_owned()).unwrap_or_default();
        Refused::NotThat { format: "nitf", why: format!("its root is <{}>", name.chars().take(60).collect::<String>()) }
    })?;
    let version = version(root, &mut liberties);
    let mut item = item(root, &mut liberties);
    if !names_headline(root) && !item.title.is_empty() && !item.text.body.is_empty() && item.text.headline.is_empty() {
        item.text.headline = Inline::plain_text(&*item.title);
        liberties.take(Took::Assumed, "body/body.head/hedline", "the headline is the title");
    }
    Ok(Reading { format: Format::Nitf, version, items: vec![item], liberties })
}

/// Whether there is a place for a headline, be it empty.
fn names_headline(root: Element<'_, '_>) -> bool {
    let head = look::child(root, "body").and_then(|body| look::child(body, "body.head"));
    head.is_some_and(|head| ["hedline", "headline"].iter().any(|name| look::child(head, name).is_some()))
}

/// The item that a `nitf` element is, with its head.
pub(crate) fn item(root: Element<'_, '_>, liberties: &mut Liberties) -> Item {
    schema::check(root, liberties);
    let base = look::attribute(root, "baselang").and_then(|lang| look::tag(&lang, "nitf@baselang", liberties));
    let mut item = body::body(root, base, liberties);
    if let Some(head) = look::child(root, "head") {
        head::read(head, &mut item, liberties);
    }
    for (_, name, value) in root.attributes() {
        let known = ["version", "change.date", "change.time", "baselang", "lang", "id", "schemalocation"];
        if !known.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            liberties.take(Took::LeftOut, format!("nitf@{name}"), value);
        }
    }
    for other in root.children() {
        if !["head", "body"].iter().any(|known| other.name().eq_ignore_ascii_case(known)) {
            look::keep(other, "nitf", &mut item, liberties);
        }
    }
    if item.guid.is_empty() && look::child(root, "head").is_some() {
        liberties.take(Took::Missing, "head/docdata/doc-id", "");
    }
    item
}

/// The version that a document says it is of.
fn version(root: Element<'_, '_>, liberties: &mut Liberties) -> String {
    let said = look::attribute(root, "version").unwrap_or_default();
    let mut words = said.rsplit(|c: char| c.is_whitespace() || c == '/');
    let version = words.find(|word| word.starts_with(|c: char| c.is_ascii_digit())).unwrap_or_default();
    if root.space() != schema::SPACE {
        liberties.take(Took::Namespace, "nitf", root.space());
    }
    if !said.is_empty() && version != "3.6" {
        liberties.take(Took::Form, "nitf@version", &*said);
    }
    version.to_owned()
}
