//! The content itself: inline as NITF, XHTML or plain words, or by its address.

use super::Reader;
use crate::nitf::{self, Flow, attribute, child, children, line};
use crate::reading::{Liberties, Took};
use crate::xml::{self, Element, Node};
use story::item::{Class, Rendition};
use story::text::Inline;
use story::{Block, Item, Line};

/// The formal name of an element in a content item.
fn named(content: Element<'_, '_>, name: &str) -> Line {
    child(content, name).and_then(|inner| attribute(inner, "FormalName")).unwrap_or_default()
}

/// What a content item is made of; none when it cannot be told.
pub(super) fn class(content: Element<'_, '_>) -> Option<Class> {
    let (kind, mime) = (named(content, "MediaType"), named(content, "MimeType"));
    let lower = kind.to_ascii_lowercase();
    if lower.contains("text") || lower.is_empty() && mime.starts_with("text/") {
        return Some(Class::Text);
    }
    if kind.is_empty() && mime.is_empty() {
        let inline = child(content, "DataContent").is_some();
        let href = attribute(content, "Href").unwrap_or_default().to_ascii_lowercase();
        let is = |ends: &[&str]| ends.iter().any(|end| href.ends_with(end));
        return match () {
            () if inline => Some(Class::Text),
            () if is(&[".jpg", ".jpeg", ".png", ".gif", ".tif", ".webp"]) => Some(Class::Picture),
            () if is(&[".mp4", ".mov", ".wmv", ".mpg"]) => Some(Class::Video),
            () if is(&[".mp3", ".wav"]) => Some(Class::Audio),
            () => None,
        };
    }
    let class = nitf::class(&kind, &mime);
    // Words that are called complex data are words all the same.
    let words = mime.is_empty() || mime.starts_with("text/") || mime.to_ascii_lowercase().contains("nitf");
    let inline = class == Class::Component && words && child(content, "DataContent").is_some();
    Some(if inline { Class::Text } else { class })
}

impl<'d, 'i> Reader<'_, 'd, 'i> {
    /// A form in which a picture, a sound or a film can be had.
    pub(super) fn rendition(&mut self, content: Element<'d, 'i>, role: &str) -> Rendition {
        let mut found = Rendition { href: attribute(content, "Href").unwrap_or_default(), ..Rendition::default() };
        self.seen.mark(content);
        for (name, into) in [("MimeType", &mut found.mime), ("MediaType", &mut Line::default())] {
            if let Some(inner) = child(content, name) {
                self.seen.mark(inner);
                *into = attribute(inner, "FormalName").unwrap_or_default();
            }
        }
        for name in ["MediaType", "Format", "Notation"] {
            let said = named(content, name);
            child(content, name).into_iter().for_each(|inner| self.seen.mark(inner));
            if !said.is_empty() {
                found.also.push((Line::new(name), said));
            }
        }
        let mut usage = Line::default();
        if let Some(characteristics) = child(content, "Characteristics") {
            self.seen.mark(characteristics);
            if let Some(size) = child(characteristics, "SizeInBytes") {
                self.seen.mark(size);
                let words = line(size);
                found.bytes = words.parse().ok();
                if found.bytes.is_none() {
                    self.liberties.take(Took::Value, size.path(), &*words);
                }
            }
            for property in children(characteristics, "Property") {
                let name = attribute(property, "FormalName").unwrap_or_default();
                let Some(value) = attribute(property, "Value") else { continue };
                self.seen.mark(property);
                let lower = name.to_ascii_lowercase();
                let number = value.parse::<u32>().ok();
                match number {
                    Some(_) if lower.ends_with("width") && found.width.is_none() => found.width = number,
                    Some(_) if lower.ends_with("height") && found.height.is_none() => found.height = number,
                    _ => {
                        if lower.ends_with("use") {
                            usage = value.clone();
                        }
                        found.also.push((name, value));
                    }
                }
            }
        }
        found.name = if usage.is_empty() { Line::new(role) } else { usage };
        found.guid = attribute(content, "Duid").unwrap_or_default();
        found
    }

    /// The text of a content item, with all that a body of NITF says; none when it is not here.
    pub(super) fn text(&mut self, content: Element<'d, 'i>, lang: Option<story::Tag>) -> Option<Item> {
        let data = data(content)?;
        self.seen.mark(content);
        for inner in content.children() {
            if matches!(inner.name(), "MediaType" | "Format" | "MimeType" | "Notation") {
                self.seen.mark(inner);
                let said = attribute(inner, "FormalName").unwrap_or_default();
                self.liberties.take(Took::LeftOut, inner.path(), &*said);
            }
        }
        self.seen.mark_all(data);
        self.liberties.take(Took::LeftOut, content.path(), attribute(content, "Duid").as_deref().unwrap_or_default());
        Some(inline(data, lang, self.liberties))
    }
}

/// The inline data of a content item, within its encoding if need be.
fn data<'d, 'i>(content: Element<'d, 'i>) -> Option<Element<'d, 'i>> {
    child(content, "DataContent").or_else(|| {
        let encoding = child(content, "Encoding")?;
        let notation = attribute(encoding, "Notation").unwrap_or_default().to_ascii_lowercase();
        (!notation.contains("base64")).then(|| child(encoding, "DataContent")).flatten()
    })
}

fn inline(data: Element<'_, '_>, lang: Option<story::Tag>, liberties: &mut Liberties) -> Item {
    if let Some(root) = child(data, "nitf") {
        let mut item = nitf::body(root, lang, liberties);
        if let Some(head) = child(root, "head") {
            nitf::keep(head, super::FORM, &mut item, liberties);
        }
        return item;
    }
    let mut item = Item { lang: lang.clone(), ..Item::default() };
    if data.children().next().is_some() {
        let mut flow = Flow::new(&mut item, liberties, lang);
        flow.content(data);
        item.text.body = nitf::read_whole(flow.finish());
        return item;
    }
    let words = data.nodes().map(|node| if let Node::Words(words) = node { words } else { "" }).collect::<String>();
    let trimmed = words.trim();
    if trimmed.starts_with('<') {
        if let Some(read) = written_as_words(trimmed, &lang, liberties) {
            return read;
        }
        item.text.body = nitf::read_whole(crate::html::read(trimmed));
        return item;
    }
    if crate::slips::has_marks(&words) {
        liberties.take(Took::Form, "DataContent", "markup as words");
        let read = |words: String| nitf::read_whole(crate::html::read(&format!("<p>{words}</p>")));
        item.text.body = paragraphs(&words).flat_map(read).collect();
        return item;
    }
    item.text.body = paragraphs(&words).map(|words| Block::Paragraph(Inline::plain_text(words))).collect();
    item.text = std::mem::take(&mut item.text).tidy();
    item
}

/// NITF or XHTML in a CDATA section.
fn written_as_words(words: &str, lang: &Option<story::Tag>, liberties: &mut Liberties) -> Option<Item> {
    let document = xml::parse(words, liberties).ok()?;
    let root = document.root()?;
    liberties.take(Took::Form, "DataContent", "markup as words");
    if nitf::is(root) {
        return Some(nitf::body(root, lang.clone(), liberties));
    }
    let mut item = Item { lang: lang.clone(), ..Item::default() };
    let mut flow = Flow::new(&mut item, liberties, lang.clone());
    flow.element(root);
    item.text.body = nitf::read_whole(flow.finish());
    // What stood behind the first element was not read: it is no document, but a piece of a page.
    (root.raw().len() + 2 >= words.len()).then_some(item)
}

/// Paragraphs apart by empty lines; where there are none each line is one.
fn paragraphs(words: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = words.trim().lines().map(str::trim).collect();
    let apart = lines.iter().any(|line| line.is_empty());
    let pieces: Vec<String> = if apart {
        lines.split(|line| line.is_empty()).map(|piece| piece.join(" ")).collect()
    } else {
        lines.into_iter().map(str::to_owned).collect()
    };
    pieces.into_iter().filter(|piece| !piece.is_empty())
}
