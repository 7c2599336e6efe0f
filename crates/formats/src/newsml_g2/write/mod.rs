//! Items -> NewsML-G2 2.35, at conformance level power.

mod again;
mod concept;
mod content;
mod kept;
mod link;
mod meta;
mod package;
mod party;
mod pen;
mod words;

use super::names::{ALIAS_ONLY, CATALOG, NAR};
use crate::head;
use crate::reading::Written;
use crate::xml::Writer;
use lang::{Languages, Profile};
use pen::Pen;
use story::Item;
use story::item::Class;

/// Writes an item as a `newsItem`, a package as a `packageItem`, valid in the official schema whatever the item holds.
/// What NewsML-G2 has no place for stands in [`Written::left_out`].
pub fn write(item: &Item, languages: &Languages) -> Written {
    let mut xml = Writer::new(8 * 1024);
    let mut written = one(&mut xml, item, languages);
    written.text = xml.finish();
    written
}

/// Writes items as one `newsMessage`. It was sent when the last of them was, as far as they say; what a header that came
/// with the first of them said is said again.
pub fn write_all(items: &[Item], languages: &Languages) -> Written {
    let mut written = Written::default();
    let mut xml = Writer::new(1024 + items.len() * 8 * 1024);
    xml.open("newsMessage").attribute("xmlns", NAR).line().open("header");
    let sent = items.iter().filter_map(|item| item.times.sent.or(item.times.this)).max();
    if sent.is_none() {
        written.leave_out("times/sent");
    }
    xml.leaf("sent", &sent.map_or(meta::NEVER.to_owned(), |sent| sent.at().to_string()));
    let header = items.first().and_then(kept::header);
    if let Some(header) = &header {
        xml.raw(&header.xml);
    }
    xml.close().line().open("itemSet").line();
    for item in items {
        let said = item.times.sent.is_none_or(|own| Some(own) == sent);
        let left_out = one(&mut xml, item, languages).left_out;
        let again = |member: &&String| said && *member == "times/sent" || header.is_some() && *member == "kept/header";
        left_out.iter().filter(|member| !again(member)).for_each(|member| written.leave_out(member));
    }
    xml.close().line().close().line();
    written.text = xml.finish();
    written
}

/// Writes one item; what was left out is told without a text.
fn one(xml: &mut Writer, item: &Item, languages: &Languages) -> Written {
    let profile = head::profile(item, languages);
    let mut pen = Pen::new();
    kept::again(&mut pen, item, "hopHistory");
    kept::again(&mut pen, item, "pubHistory");
    rights(&mut pen, item);
    item_meta(&mut pen, item);
    content_meta(&mut pen, item, &profile);
    kept::again(&mut pen, item, "partMeta");
    concept::asserts(&mut pen, item);
    if item.class == Class::Package {
        package::groups(&mut pen, item, languages);
        if !item.text.body.is_empty() || !item.bodies.is_empty() || !item.renditions.is_empty() {
            pen.leave_out("text/body");
        }
    } else {
        content::content_set(&mut pen, item, &profile);
        if !item.groups.is_empty() {
            pen.leave_out("groups");
        }
    }
    kept::leave_out(&mut pen, item);
    whole(xml, pen, item, &profile)
}

/// The root with its catalogs, around what the pen wrote.
fn whole(out: &mut Writer, pen: Pen, item: &Item, profile: &Profile) -> Written {
    let Pen { xml, aliases, left_out: mut written } = pen;
    let inner = xml.finish();
    let xml = out;
    xml.open(if item.class == Class::Package { "packageItem" } else { "newsItem" });
    xml.attribute("xmlns", NAR).attribute("standard", "NewsML-G2").attribute("standardversion", "2.35");
    xml.attribute("conformance", "power").attribute("guid", &item.guid);
    match item.version_number() {
        Some(version) => _ = xml.attribute("version", &version.to_string()),
        None if !item.version.is_empty() => written.leave_out("version"),
        None => {}
    }
    if let Some(lang) = &item.lang {
        if words::is_language(lang.as_str()) {
            xml.attribute("xml:lang", lang.as_str());
            xml.attribute("dir", item.dir.unwrap_or_else(|| profile.direction()).as_str());
        } else {
            written.leave_out("lang");
        }
    } else if let Some(dir) = item.dir {
        xml.attribute("dir", dir.as_str());
    }
    xml.line();
    xml.open("catalogRef").attribute("href", CATALOG).close().line();
    kept::catalogs(xml, item);
    if !aliases.is_empty() {
        xml.open("catalog");
        for alias in &aliases {
            xml.open("scheme").attribute("alias", alias);
            xml.attribute("uri", &format!("{ALIAS_ONLY}{alias}:")).close();
        }
        xml.close().line();
    }
    xml.raw(&inner).close().line();
    written
}

/// Who may use it and how.
fn rights(pen: &mut Pen, item: &Item) {
    let rights = &item.rights;
    let mut holders = item.parties(story::item::PartyRole::Holder);
    let holder = holders.next();
    if holders.next().is_some() {
        pen.leave_out("parties/holder");
    }
    if holder.is_none() && rights.copyright.is_none() && rights.terms.is_none() {
        return;
    }
    pen.xml.open("rightsInfo");
    if let Some(holder) = holder {
        if !holder.job.is_empty() {
            pen.leave_out("parties/job");
        }
        party::party(pen, "copyrightHolder", holder, false);
    }
    for (name, words) in [("copyrightNotice", &rights.copyright), ("usageTerms", &rights.terms)] {
        if let Some(words) = words {
            pen.xml.leaf_if(name, words);
        }
    }
    pen.xml.close().line();
}

fn item_meta(pen: &mut Pen, item: &Item) {
    pen.xml.open("itemMeta").line();
    meta::management(pen, item, true);
    link::links(pen, item);
    kept::again(pen, item, "itemMeta/itemMetaExtProperty");
    kept::foreign(pen, item, "itemMeta");
    pen.xml.close().line();
}

fn content_meta(pen: &mut Pen, item: &Item, profile: &Profile) {
    pen.xml.open("contentMeta").line();
    meta::administrative(pen, item);
    meta::descriptive(pen, item, profile);
    kept::again(pen, item, "contentMeta/contentMetaExtProperty");
    kept::foreign(pen, item, "contentMeta");
    pen.xml.close().line();
}
