//! Feeds: RSS 0.9x and 2.0, RDF Site Summary (0.90, 1.0), CDF, Atom 0.3 and 1.0.
//!
//! Read by one table of names, since real feeds mix them, on this room's own XML; written as RSS 2.0 ([`rss`]) and
//! Atom 1.0 (RFC 4287, [`atom`]). Told by the root: `rss`, `rdf:RDF` around a channel or items, `feed`, `entry`,
//! `channel`. The crate feed-rs was measured first; `docs/formats/rss.md` says why it is not used.

pub mod atom;
mod base;
mod channel;
mod construct;
mod dates;
mod entry;
mod kept;
mod markup;
mod media;
mod mend;
mod names;
mod out;
mod people;
pub mod rss;
mod scene;
mod source;
mod subjects;
#[cfg(test)]
mod tests;

use crate::reading::{Liberties, MOST_ITEMS, Reading, Refused, Took};
use crate::{Channel, Format, xml};
use lang::Languages;
use names::{Space, attribute, told};
use scene::Scene;
use story::item::{Item, Status};
use story::{Kind, Line};
use xml::{Document, Element};

/// What is known of a feed beside its bytes, by whoever fetched it. Empty where nothing is known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hint<'h> {
    /// The content type that the server gave, with its charset.
    pub content_type: &'h str,
    /// The address that the feed came from (`Content-Location`, or the one that was asked for), whole.
    pub base: &'h str,
    /// The language that the server named (`Content-Language`).
    pub language: &'h str,
}

/// A feed as it was read; one without entries too.
#[derive(Debug, Clone)]
pub struct Feed {
    /// What it says of itself.
    pub channel: Channel,
    /// RSS or Atom.
    pub format: Format,
    /// Its name and version: `rss 2.0`, `rdf 1.0`, `atom 0.3`, `cdf`.
    pub version: String,
    /// Its entries, in order.
    pub items: Vec<Item>,
    /// Every liberty that was taken.
    pub liberties: Liberties,
}

/// Reads a feed of any kind.
///
/// # Errors
/// [`Refused`]: no feed, no entry in it, broken beyond mending, too large or too deep, entities of its own.
pub fn read(bytes: &[u8], languages: &Languages) -> Result<Reading, Refused> {
    read_with(bytes, Hint::default(), languages)
}

/// Reads a feed of any kind, with what else is known of it.
///
/// # Errors
/// As [`read`].
pub fn read_with(bytes: &[u8], hint: Hint<'_>, languages: &Languages) -> Result<Reading, Refused> {
    let Feed { format, version, items, mut liberties, channel, .. } = feed(bytes, hint, languages)?;
    for (name, said) in [("description", &channel.description), ("address", &channel.address)] {
        if !said.is_empty() {
            liberties.take(Took::LeftOut, format!("feed/{name}"), &**said);
        }
    }
    if items.is_empty() {
        return Err(Refused::NotThat { format: "a feed with entries", why: "there is none in it".into() });
    }
    Ok(Reading { format, version, items, liberties })
}

/// Reads a feed, its own words too, whether it has entries or not.
///
/// # Errors
/// As [`read`], but for a feed without entries.
pub fn feed(bytes: &[u8], hint: Hint<'_>, _languages: &Languages) -> Result<Feed, Refused> {
    let mut liberties = Liberties::new();
    let text = source::decode(bytes, &hint, &mut liberties)?;
    let mut first = Liberties::new();
    let broken = match xml::parse(&text, &mut first) {
        Ok(document) if !is_cut_short(&document) => {
            first.list.drain(..).for_each(|liberty| liberties.take(liberty.took, liberty.at, liberty.what));
            return of_document(&document, &hint, liberties);
        }
        Ok(_) => "it breaks off".to_owned(),
        Err(refused @ Refused::Broken { .. }) => refused.to_string(),
        Err(refused) => return Err(refused),
    };
    let mended = mend::mend(&text);
    let document = xml::parse(&mended, &mut liberties)?;
    liberties.take(Took::Mended, "", broken);
    of_document(&document, &hint, liberties)
}

/// Whether the reader of XML stopped before the end of the root: what stands behind may be an entry.
fn is_cut_short(document: &Document<'_>) -> bool {
    let Some(root) = document.root() else { return true };
    let raw = root.raw().trim_end();
    !raw.ends_with('>') || !(raw.ends_with("/>") || raw.rfind("</").is_some_and(|at| raw[at..].contains(root.name())))
}

/// Whether a document with such a root may be a feed.
pub(crate) fn is(root: &Element<'_, '_>) -> bool {
    match &*root.name().to_ascii_lowercase() {
        "rss" | "feed" | "channel" => true,
        "entry" => names::space(root.space(), "") == Space::Core && !root.space().is_empty(),
        "rdf" => root.children().any(|child| matches!(&*child.name().to_ascii_lowercase(), "channel" | "item")),
        _ => false,
    }
}

fn of_document(document: &Document<'_>, hint: &Hint<'_>, mut liberties: Liberties) -> Result<Feed, Refused> {
    let why = "its root is neither rss, rdf:RDF, feed nor channel";
    let none = || Refused::NotThat { format: "a feed", why: why.into() };
    let scene = Scene::of(document, hint.base).filter(|scene| is(&scene.root)).ok_or_else(none)?;
    let root = scene.root;
    if !names::is_known(root.space()) {
        liberties.take(Took::Namespace, root.name(), root.space());
    }
    let own = root.children().find(|child| !scene.atom && child.name().eq_ignore_ascii_case("channel"));
    let about = channel::read(own.unwrap_or(root), &scene, hint.language, &mut liberties);
    let mut entries = Vec::new();
    if collect(root, &scene, &mut entries) {
        liberties.take(Took::TooMuch, "", format!("more than {MOST_ITEMS} entries"));
    }
    let mut items: Vec<Item> = Vec::with_capacity(entries.len());
    let mut gone = Vec::new();
    for (n, element) in entries.iter().enumerate() {
        if element.name().eq_ignore_ascii_case("deleted-entry") {
            gone.push(*element);
        } else {
            items.push(entry::read(*element, &scene, &about, n + 1, &mut liberties));
        }
    }
    let known: std::collections::HashSet<Line> = items.iter().map(|item| item.guid.clone()).collect();
    items.extend(gone.iter().filter_map(deleted).filter(|item| !known.contains(&item.guid)));
    let format = if scene.atom { Format::Atom } else { Format::Rss };
    Ok(Feed { channel: about.channel, format, version: version(&root), items, liberties })
}

/// The entries in order, wherever they stand but in one another; whether there are more than are read.
fn collect<'d, 'i>(element: Element<'d, 'i>, scene: &Scene<'d, 'i>, entries: &mut Vec<Element<'d, 'i>>) -> bool {
    let (space, name) = told(&element, scene.root_space());
    let is_entry = match name.as_str() {
        "item" | "entry" => space == Space::Core,
        "deleted-entry" => space == Space::Deleted,
        _ => false,
    };
    if is_entry {
        let room = entries.len() < MOST_ITEMS;
        entries.extend(room.then_some(element));
        return !room;
    }
    let mut more = false;
    for child in element.children() {
        more |= collect(child, scene, entries);
    }
    more
}

/// An entry that was deleted (RFC 6721).
fn deleted(element: &Element<'_, '_>) -> Option<Item> {
    let guid = Line::new(attribute(element, "ref")?);
    let mut item = Item { guid, status: Status::Canceled, act: Some(Kind::Kill), ..Item::default() };
    let when = attribute(element, "when").unwrap_or_default();
    item.times.this = dates::read(when, "deleted-entry/when", &mut Liberties::new());
    item.notice = element.child("comment").map(|comment| comment.line()).unwrap_or_default();
    (!item.guid.is_empty()).then_some(item)
}

/// Which format of which version a document is, as it says itself.
fn version(root: &Element<'_, '_>) -> String {
    let said = attribute(root, "version").map(str::trim).unwrap_or_default();
    let is_old = || root.children().any(|child| child.space().contains("rdf/simple/0.9"));
    match &*root.name().to_ascii_lowercase() {
        "rss" => format!("rss {said}").trim().to_owned(),
        "rdf" if is_old() => "rdf 0.90".into(),
        "rdf" => "rdf 1.0".into(),
        "channel" => "cdf".into(),
        _ if root.space() == names::ATOM => "atom 1.0".into(),
        _ => format!("atom {said}").trim().to_owned(),
    }
}
