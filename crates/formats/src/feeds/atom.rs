//! Atom 1.0, written (RFC 4287), with the entries that were killed told twice: as an entry that says so to people, and
//! as deleted to programs (RFC 6721).

use super::names::{ATOM, DELETED};
use super::out::{self, categories, content, creators, details, direction, isolated, stamp};
use crate::html::write_inline;
use crate::reading::Written;
use crate::xml::Writer;
use crate::{Channel, head};
use jiff::Timestamp;
use lang::Languages;
use story::item::{Bond, Item, PartyRole, Status};
use story::text::Inline;
use story::{Direction, Tag};

/// Writes items as a feed, in the order in which they are given.
pub fn write(items: &[Item], channel: &Channel, languages: &Languages) -> Written {
    let mut written = Written::default();
    let mut xml = Writer::new(1024 + 4096 * items.len());
    xml.open("feed").attribute("xmlns", ATOM).attribute("xmlns:at", DELETED);
    out::spaces(&mut xml);
    if channel.lang != Tag::unknown() {
        xml.attribute("xml:lang", channel.lang.as_str());
    }
    xml.line();
    let updated = channel.updated.or_else(|| items.iter().filter_map(out::changed).map(|when| when.at()).max());
    let updated = updated.unwrap_or(Timestamp::UNIX_EPOCH);
    let dir = languages.profile(&channel.lang).direction();
    let id = out::or(&channel.address, out::or(&channel.link, "urn:sha256:0"));
    xml.leaf("id", id).line();
    xml.leaf("title", &isolated(&channel.title, dir)).line();
    xml.leaf_if("subtitle", &isolated(&channel.description, dir)).line();
    xml.leaf("updated", &stamp(updated)).line();
    xml.open("author").leaf("name", out::or(&channel.title, "-")).close().line();
    for (rel, href, kind) in
        [("self", &channel.address, "application/atom+xml"), ("alternate", &channel.link, "text/html")]
    {
        if !href.is_empty() {
            xml.open("link").attribute("rel", rel).attribute("href", href).attribute("type", kind).close().line();
        }
    }
    for item in items.iter().filter(|item| item.status == Status::Canceled) {
        let at = out::changed(item).map_or(updated, |when| when.at());
        xml.open("at:deleted-entry").attribute("ref", &out::identity(item).0).attribute("when", &stamp(at));
        xml.leaf_if("at:comment", &item.notice).close().line();
    }
    for item in items {
        if out::changed(item).is_none() {
            // The time of the feed stands for that of the entry, which has to have one.
            written.leave_out("times/this");
        }
        let at = out::changed(item).map_or(updated, |when| when.at());
        write_entry(&mut xml, item, at, languages, &mut written);
    }
    written.text = xml.finish();
    written
}

fn write_entry(xml: &mut Writer, item: &Item, at: Timestamp, languages: &Languages, written: &mut Written) {
    let profile = head::profile(item, languages);
    let dir = direction(item, &profile);
    xml.open("entry").attribute_if("xml:lang", item.lang.as_ref().map_or("", |lang| lang.as_str())).line();
    let (id, is_own) = out::identity(item);
    if !is_own && !item.guid.is_empty() {
        written.leave_out("guid");
    }
    xml.open("id").attribute_if("nar:version", &item.version).words(&id).close().line();
    text(xml, "title", &item.text.headline, dir);
    xml.leaf("updated", &stamp(at)).line();
    if let Some(first) = item.times.first {
        xml.leaf("published", &stamp(first.at())).line();
    }
    for name in creators(item) {
        xml.open("author").leaf("name", &name).close().line();
    }
    for party in item.parties(PartyRole::Contributor).filter(|party| !party.name.is_empty()) {
        xml.open("contributor").leaf("name", &party.name).close().line();
    }
    for (category, code) in categories(item, written) {
        xml.open("category").attribute("term", &category.term).attribute("scheme", &category.scheme);
        xml.attribute_if("label", &category.label).attribute_if("nar:qcode", &code).close().line();
    }
    for keyword in item.keywords.iter().filter(|keyword| !keyword.is_empty()) {
        xml.open("category").attribute("term", keyword).close().line();
    }
    if let Some(page) = item.bound(Bond::Page).find(|page| out::is_page(page)) {
        xml.open("link").attribute("rel", "alternate").attribute("href", &page.href);
        xml.attribute_if("hreflang", page.lang.as_ref().map_or("", |lang| lang.as_str())).close().line();
    }
    let content = content(item, &profile);
    if let Some(deck) = &item.text.deck {
        text(xml, "summary", deck, dir);
    } else if content.is_empty() && item.bound(Bond::Page).all(|page| !out::is_page(page)) {
        // An entry without content or page must have a summary (RFC 4287, 4.1.2).
        xml.leaf("summary", "").line();
    }
    if !content.is_empty() {
        xml.open("content").attribute("type", "html").words(&content).close().line();
    } else if item.bound(Bond::Page).all(|page| !out::is_page(page)) {
        xml.open("content").attribute("type", "text").close().line();
    }
    xml.leaf_if("rights", item.rights.copyright.as_deref().unwrap_or_default()).line();
    details(xml, item, "link", written);
    xml.close().line();
}

/// Running text: as it is, or as HTML where it says more than its words.
fn text(xml: &mut Writer, name: &'static str, inline: &Inline, dir: Direction) {
    if !out::is_marked(inline) {
        xml.leaf(name, &isolated(&inline.plain(), dir)).line();
        return;
    }
    let mut html = String::new();
    write_inline(&mut html, inline);
    xml.open(name).attribute("type", "html").words(&isolated(&html, dir)).close().line();
}
