//! Pictures, sound and film that stand beside the text.

use super::{flow, look};
use crate::reading::{Liberties, Took};
use crate::xml::Element;
use story::item::{Class, Part, Rendition, Wording};
use story::{Hash, Item, Line};

/// The class of the media that are the item itself, in the forms in which it can be had.
pub(super) const OWN: &str = "renditions";

/// The name of the metadata that gives the hash of a picture's bytes.
pub(super) const HASH: &str = "sha256";

/// The hash of the picture, where it is one of this house.
pub(super) fn hash(media: Element<'_, '_>) -> Option<Hash> {
    let mut all = look::children(media, "media-metadata");
    let named = all.find(|meta| look::attribute(*meta, "name").as_deref() == Some(HASH))?;
    look::attribute(named, "value")?.parse().ok()
}

/// What it is made of, by the word that is used for it or by its media type.
pub(crate) fn class(kind: &str, mime: &str) -> Class {
    let is = |words: &[&str]| words.iter().any(|word| kind.to_ascii_lowercase().contains(word));
    match mime.split('/').next() {
        _ if is(&["graphic", "chart", "map"]) => Class::Graphic,
        Some("image") => Class::Picture,
        Some("audio") => Class::Audio,
        Some("video") => Class::Video,
        _ if is(&["audio", "sound", "radio"]) => Class::Audio,
        _ if is(&["video", "film", "animation"]) => Class::Video,
        _ if is(&["text", "data", "other"]) => Class::Component,
        _ => Class::Picture,
    }
}

/// The part that a `media` element is.
pub(super) fn part(media: Element<'_, '_>, liberties: &mut Liberties) -> Part {
    let kind = look::attribute(media, "media-type").unwrap_or_default();
    let mut item = Item::default();
    for reference in look::children(media, "media-reference") {
        let rendition = rendition(reference, &mut item, liberties);
        item.renditions.push(rendition);
    }
    let mime = item.renditions.iter().map(|r| &r.mime).find(|mime| !mime.is_empty()).cloned().unwrap_or_default();
    item.class = class(&kind, &mime);
    item.lang = look::lang(media, liberties);
    for caption in look::children(media, "media-caption") {
        let lang = look::lang(caption, liberties);
        let words = flow::inline(caption, &mut item, liberties, lang.clone());
        let role = look::attribute(caption, "class").unwrap_or_else(|| Line::new("caption"));
        if !words.is_empty() {
            item.descriptions.push(Wording { role, lang, words });
        }
    }
    for producer in look::children(media, "media-producer") {
        let credit = look::line(producer);
        match &item.rights.credit {
            None => item.rights.credit = flow::some(credit),
            Some(_) => item.descriptions.push(Wording { role: Line::new("producer"), ..Wording::of(&credit) }),
        }
    }
    for meta in look::children(media, "media-metadata") {
        look::keep(meta, "nitf", &mut item, liberties);
    }
    for object in look::children(media, "media-object") {
        look::keep(object, "nitf", &mut item, liberties);
    }
    let name = look::attribute(media, "id").or_else(|| look::attribute(media, "class")).unwrap_or_default();
    Part { name, rel: kind, item }
}

fn rendition(reference: Element<'_, '_>, item: &mut Item, liberties: &mut Liberties) -> Rendition {
    let mut found = Rendition::default();
    let (mut time, mut unit) = (None, None);
    for (_, name, value) in reference.attributes() {
        let line = Line::new(value);
        if line.is_empty() {
            continue;
        }
        let mut number = |value: &str| {
            let digits = value.trim().trim_end_matches("px");
            let n = digits.parse().ok();
            if n.is_none() {
                liberties.take(Took::Value, format!("{}@{name}", reference.path()), value);
            }
            n
        };
        match name.to_ascii_lowercase().as_str() {
            "source" => found.href = line,
            "name" => found.name = line,
            "mime-type" => found.mime = line,
            "width" => found.width = number(value),
            "height" => found.height = number(value),
            "alternate-text" => item.descriptions.push(Wording { role: Line::new("alt"), ..Wording::of(value) }),
            "source-credit" if item.rights.credit.is_none() => item.rights.credit = Some(line),
            "copyright" if item.rights.copyright.is_none() => item.rights.copyright = Some(line),
            "time" => time = Some(line),
            "time-unit-of-measure" => unit = Some(line),
            "units" | "id" => {}
            _ => found.also.push((Line::new(name), line)),
        }
    }
    let seconds = |unit: &str| matches!(unit, "s" | "sec" | "second" | "seconds");
    let measured = time.as_ref().and_then(|time| time.parse::<u32>().ok()).map(u64::from);
    found.milliseconds = match unit.as_deref() {
        None => measured.map(|n| n * 1_000),
        Some(unit) if seconds(unit) => measured.map(|n| n * 1_000),
        Some("milliseconds" | "ms") => measured,
        Some("minutes" | "minute" | "min") => measured.map(|n| n * 60_000),
        Some(_) => None,
    };
    if found.milliseconds.is_none() {
        let both = [("time", time), ("time-unit-of-measure", unit)];
        found.also.extend(both.into_iter().filter_map(|(name, value)| Some((Line::new(name), value?))));
    }
    // Some write the name of the file as the words of the element.
    let words = look::line(reference);
    if found.href.is_empty() {
        found.href = words;
    } else if !words.is_empty() {
        found.title = words;
    }
    found
}

/// The part that an `img` of XHTML is; none when it has no address.
pub(super) fn image(img: Element<'_, '_>) -> Option<Part> {
    let href = look::attribute(img, "src")?;
    let number = |name: &str| look::attribute(img, name).and_then(|n| n.parse().ok());
    let rendition = Rendition { href, width: number("width"), height: number("height"), ..Rendition::default() };
    let mut item = Item { class: Class::Picture, renditions: vec![rendition], ..Item::default() };
    for (name, role) in [("alt", "alt"), ("title", "caption")] {
        if let Some(words) = look::attribute(img, name) {
            item.descriptions.push(Wording { role: Line::new(role), ..Wording::of(&words) });
        }
    }
    Some(Part { item, ..Part::default() })
}
