//! RSS 2.0, written: <https://www.rssboard.org/rss-specification>, with Dublin Core, the content module, Media RSS and
//! Atom's links (as the RSS Advisory Board's profile asks).
//!
//! Nothing in it says which language a title is in or which way it runs, so what runs from the right is set apart by
//! the marks that Unicode has for it.

use super::out::{self, categories, content, creators, details, direction, guessed, isolated};
use crate::html::write_inline;
use crate::reading::Written;
use crate::xml::Writer;
use crate::{Channel, head};
use jiff::Timestamp;
use lang::Languages;
use story::Tag;
use story::item::{Bond, Item, PartyRole};

/// Writes items as a feed, in the order in which they are given.
pub fn write(items: &[Item], channel: &Channel, languages: &Languages) -> Written {
    let mut written = Written::default();
    let mut xml = Writer::new(1024 + 4096 * items.len());
    xml.open("rss").attribute("version", "2.0").attribute("xmlns:atom", super::names::ATOM);
    xml.attribute("xmlns:content", "http://purl.org/rss/1.0/modules/content/");
    out::spaces(&mut xml);
    xml.line().open("channel").line();
    let dir = languages.profile(&channel.lang).direction();
    xml.leaf("title", &guessed(&isolated(&channel.title, dir))).line();
    xml.leaf("link", out::or(&channel.link, &channel.address)).line();
    xml.leaf("description", &guessed(&isolated(out::or(&channel.description, &channel.title), dir))).line();
    if channel.lang != Tag::unknown() {
        xml.leaf("language", channel.lang.as_str()).line();
    }
    let updated = channel.updated.or_else(|| items.iter().filter_map(out::changed).map(|when| when.at()).max());
    if let Some(updated) = updated {
        xml.leaf("lastBuildDate", &mail_date(updated)).line();
    }
    if !channel.address.is_empty() {
        xml.open("atom:link").attribute("rel", "self").attribute("href", &channel.address);
        xml.attribute("type", "application/rss+xml").close().line();
    }
    for item in items {
        write_item(&mut xml, item, languages, &mut written);
    }
    written.text = xml.finish();
    written
}

fn write_item(xml: &mut Writer, item: &Item, languages: &Languages, written: &mut Written) {
    let profile = head::profile(item, languages);
    let dir = direction(item, &profile);
    xml.open("item").line();
    let headline = item.text.headline.plain().replace('\n', " ");
    if out::is_marked(&item.text.headline) {
        written.leave_out("text/headline/marks");
    }
    xml.leaf_if("title", &guessed(&isolated(&headline, dir))).line();
    if let Some(page) = item.bound(Bond::Page).find(|page| out::is_page(page)) {
        xml.leaf("link", &page.href).line();
    }
    let content = content(item, &profile);
    match &item.text.deck {
        Some(deck) => {
            let mut words = String::new();
            write_inline(&mut words, deck);
            xml.leaf("description", &isolated(&words, dir)).line();
            // Without a text beside it a description would be the text.
            xml.leaf("content:encoded", &content).line();
        }
        None if content.is_empty() && headline.is_empty() => {
            xml.leaf("description", "").line();
        }
        None => {
            xml.leaf_if("content:encoded", &content).line();
        }
    }
    for name in creators(item) {
        xml.leaf("dc:creator", &name).line();
    }
    for party in item.parties(PartyRole::Contributor) {
        xml.leaf_if("dc:contributor", &party.name).line();
    }
    for (category, code) in categories(item, written) {
        let words = if category.label.is_empty() { &category.term } else { &category.label };
        xml.open("category").attribute("domain", &category.scheme).attribute_if("nar:qcode", &code);
        xml.words(words).close().line();
    }
    for keyword in &item.keywords {
        xml.leaf_if("category", keyword).line();
    }
    if !item.guid.is_empty() {
        xml.open("guid").attribute("isPermaLink", "false").attribute_if("nar:version", &item.version);
        xml.words(&item.guid).close().line();
    }
    if let Some(first) = item.times.first.or(item.times.this) {
        xml.leaf("pubDate", &mail_date(first.at())).line();
    }
    if let Some(this) = item.times.this {
        xml.leaf("dcterms:modified", &this.to_string()).line();
    }
    if let Some(lang) = &item.lang {
        xml.leaf("dc:language", lang.as_str()).line();
    }
    xml.leaf_if("dc:rights", &guessed(item.rights.copyright.as_deref().unwrap_or_default())).line();
    details(xml, item, "atom:link", written);
    xml.close().line();
}

/// A moment as RFC 822 has it, with four digits of the year (RSS 2.0), in UTC.
fn mail_date(at: Timestamp) -> String {
    let day = at.to_zoned(jiff::tz::TimeZone::UTC);
    day.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
