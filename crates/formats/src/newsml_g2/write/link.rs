//! What an item points at.

use super::pen::{Pen, url_like};
use crate::newsml_g2::names::{class_code, rel};
use story::Item;
use story::item::{Class, Reference};

/// The links of an item. The parts of an item that is no package stand there too: nothing else has a place for them.
pub(super) fn links(pen: &mut Pen, item: &Item) {
    item.references.iter().for_each(|reference| link(pen, reference));
    if item.class != Class::Package {
        for part in &item.parts {
            pen.leave_out("parts");
            let rendition = part.item.renditions.first();
            let headline = Some(part.item.text.headline.plain()).filter(|words| !words.is_empty());
            let reference = Reference {
                rel: if part.rel.contains(':') { part.rel.clone() } else { "irel:associatedWith".into() },
                guid: part.item.guid.clone(),
                version: part.item.version.clone(),
                href: rendition.map(|r| r.href.clone()).unwrap_or_default(),
                mime: rendition.map(|r| r.mime.clone()).unwrap_or_default(),
                title: headline.map(story::Line::new).unwrap_or_else(|| part.item.title.clone()),
                class: Some(part.item.class),
                ..Reference::default()
            };
            link(pen, &reference);
        }
    }
}

fn link(pen: &mut Pen, reference: &Reference) {
    pen.xml.open("link");
    let said = if reference.rel.is_empty() { rel(reference.bond) } else { &reference.rel };
    // A relation in the words of another format is told by what it means.
    if pen.code("rel", "reluri", said) == super::pen::Told::NotAtAll {
        pen.leave_out("references/rel");
        pen.code("rel", "reluri", rel(reference.bond));
    }
    pen.xml.attribute_if("residref", &reference.guid);
    version(pen, &reference.version);
    address(pen, &reference.href);
    pen.xml.attribute_if("contenttype", &reference.mime);
    if let Some(bytes) = reference.bytes {
        pen.xml.attribute("size", &bytes.to_string());
    }
    if reference.lang.is_some() {
        pen.leave_out("references/lang");
    }
    if let Some(class) = reference.class {
        pen.xml.open("itemClass").attribute("qcode", class_code(class)).close();
    }
    pen.xml.leaf_if("title", &reference.title);
    pen.xml.close().line();
}

/// The version of another item: a number, or it cannot be told.
pub(super) fn version(pen: &mut Pen, version: &str) {
    match version.parse::<u32>() {
        Ok(n) if n > 0 => _ = pen.xml.attribute("version", &n.to_string()),
        _ if version.is_empty() => {}
        _ => pen.leave_out("references/version"),
    }
}

/// An address, percent-encoded where the schema wants it.
pub(super) fn address(pen: &mut Pen, href: &str) {
    if href.is_empty() {
        return;
    }
    if url_like(href) {
        pen.xml.attribute("href", href);
        return;
    }
    let encoded: String = href.chars().map(encoded).collect();
    if url_like(&encoded) {
        pen.xml.attribute("href", &encoded);
    } else {
        pen.leave_out("href");
    }
}

fn encoded(c: char) -> String {
    if c.is_ascii_graphic() && !"<>\"{}|\\^`[]".contains(c) {
        return c.to_string();
    }
    let mut room = [0; 4];
    c.encode_utf8(&mut room).bytes().map(|b| format!("%{b:02X}")).collect()
}
