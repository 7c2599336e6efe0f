//! Enclosures and Media RSS: the pictures, sounds and films that come with an entry.

use super::names::{Space, attribute, told};
use super::people;
use super::scene::Scene;
use crate::xml::Element;
use story::item::{Class, Item, Part, PartyRole, Rendition, Wording};
use story::{Line, text::Inline};

/// The most media of one entry.
const MOST_MEDIA: usize = 500;
/// The deepest nesting of groups that is followed.
const DEEPEST: usize = 4;

/// What something is made of, by its media type, the word of Media RSS, or the end of its address.
pub(super) fn class(mime: &str, medium: &str, href: &str) -> Class {
    let kind = mime.split('/').next().unwrap_or_default();
    let named = [medium.trim().to_ascii_lowercase(), kind.trim().to_ascii_lowercase()];
    let by_name = named.iter().find_map(|name| match name.as_str() {
        "image" => Some(Class::Picture),
        "audio" => Some(Class::Audio),
        "video" => Some(Class::Video),
        "document" | "text" | "application" => Some(Class::Component),
        _ => None,
    });
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let end = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    by_name.unwrap_or(match end.as_str() {
        "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif" | "tif" | "tiff" => Class::Picture,
        "mp3" | "m4a" | "ogg" | "oga" | "wav" | "aac" | "flac" => Class::Audio,
        "mp4" | "m4v" | "mov" | "mpg" | "mpeg" | "webm" | "avi" => Class::Video,
        _ => Class::Component,
    })
}

/// An item with one rendition, as a part of an entry.
pub(super) fn part(rel: &str, rendition: Rendition, medium: &str) -> Part {
    let class = class(&rendition.mime, medium, &rendition.href);
    Part {
        rel: Line::new(rel),
        item: Item { class, renditions: vec![rendition], ..Item::default() },
        ..Part::default()
    }
}

/// An `enclosure` of RSS, or a link of Atom that is one.
pub(super) fn enclosure(element: &Element<'_, '_>, href: &str, scene: &Scene<'_, '_>) -> Option<Part> {
    let mime = attribute(element, "type").unwrap_or_default();
    let bytes = attribute(element, "length").and_then(|n| n.trim().parse().ok());
    let title = attribute(element, "title").unwrap_or_default();
    let href = Line::new(scene.resolve(element, href)?);
    let rendition = Rendition { href, mime: Line::new(mime), bytes, title: Line::new(title), ..Rendition::default() };
    Some(part("enclosure", rendition, ""))
}

/// Adds what a `media:content`, `media:group`, `media:thumbnail` or `itunes:image` says. Says whether it said anything.
pub(super) fn add(element: &Element<'_, '_>, parts: &mut Vec<Part>, scene: &Scene<'_, '_>) -> bool {
    let before = parts.len();
    add_at(element, parts, scene, 0);
    parts.len() > before
}

fn add_at(element: &Element<'_, '_>, parts: &mut Vec<Part>, scene: &Scene<'_, '_>, depth: usize) {
    if depth > DEEPEST || parts.len() >= MOST_MEDIA {
        return;
    }
    let name = element.name().to_ascii_lowercase();
    let rel = match name.as_str() {
        "thumbnail" | "image" => "thumbnail",
        _ => "media",
    };
    let mut said = Item::default();
    let from = parts.len();
    if let Some(part) = content(element, rel, scene) {
        parts.push(part);
    }
    for child in element.children() {
        match told(&child, scene.root_space()) {
            (Space::Media, name) if matches!(name.as_str(), "content" | "thumbnail" | "group") => {
                add_at(&child, parts, scene, depth + 1);
            }
            (Space::Media, name) => describe(&mut said, &name, &child),
            _ => {}
        }
    }
    // What is said in a group is said of everything in it that does not say it itself.
    for part in parts.iter_mut().skip(from).filter(|part| &*part.rel == "media") {
        inherit(&mut part.item, &said);
    }
}

/// What a file is, by the attributes of its element.
fn content(element: &Element<'_, '_>, rel: &str, scene: &Scene<'_, '_>) -> Option<Part> {
    let href = ["url", "href"].iter().find_map(|name| attribute(element, name))?;
    let number = |name| attribute(element, name).and_then(|n| n.trim().parse::<u32>().ok());
    let seconds = attribute(element, "duration").and_then(|n| n.trim().parse::<f64>().ok());
    let milliseconds = seconds.filter(|s| (0.0..1e9).contains(s)).map(|s| (s * 1000.0).round());
    let also = ["bitrate", "framerate", "samplingrate", "channels", "expression", "isDefault", "lang"];
    let also = also.iter().filter_map(|name| Some((Line::new(name), Line::new(attribute(element, name)?))));
    let rendition = Rendition {
        href: Line::new(scene.resolve(element, href)?),
        mime: Line::new(attribute(element, "type").unwrap_or_default()),
        bytes: attribute(element, "fileSize").and_then(|n| n.trim().parse().ok()),
        width: number("width"),
        height: number("height"),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 10^12")]
        milliseconds: milliseconds.map(|ms| ms as u64),
        also: also.collect(),
        ..Rendition::default()
    };
    let medium = attribute(element, "medium").unwrap_or(if rel == "thumbnail" { "image" } else { "" });
    Some(part(rel, rendition, medium))
}

/// One thing that Media RSS says of a file.
fn describe(item: &mut Item, name: &str, element: &Element<'_, '_>) {
    let line = element.line();
    if line.is_empty() {
        return;
    }
    match name {
        "title" => item.text.headline = Inline::plain_text(&*line),
        "description" => item.descriptions.push(Wording::of(&line)),
        "credit" => {
            if let Some(mut party) = people::line(PartyRole::Creator, &line) {
                party.job = Line::new(attribute(element, "role").unwrap_or_default());
                item.parties.push(party);
            }
        }
        "copyright" => item.rights.copyright = Some(line),
        "license" => item.rights.terms = Some(line),
        "keywords" => item.keywords.extend(line.split(',').map(Line::new).filter(|word| !word.is_empty())),
        _ => {}
    }
}

fn inherit(item: &mut Item, said: &Item) {
    if item.text.headline.is_empty() {
        item.text.headline = said.text.headline.clone();
    }
    if item.descriptions.is_empty() {
        item.descriptions.clone_from(&said.descriptions);
    }
    if item.parties.is_empty() {
        item.parties.clone_from(&said.parties);
    }
    if item.keywords.is_empty() {
        item.keywords.clone_from(&said.keywords);
    }
    item.rights.copyright = item.rights.copyright.take().or_else(|| said.rights.copyright.clone());
    item.rights.terms = item.rights.terms.take().or_else(|| said.rights.terms.clone());
}
