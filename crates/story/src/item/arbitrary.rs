//! Items of every shape, for the properties of this room and of the formats.

use super::*;
use crate::text::arbitrary::{full, full_line, line, tag, text};
use jiff::Timestamp;
use proptest::{collection::vec, option, prelude::*, sample::select};

/// A time of any precision, in the years that news is from.
pub fn when() -> impl Strategy<Value = When> {
    let precise = prop_oneof![8 => Just(Precision::Moment), 1 => Just(Precision::Day), 1 => Just(Precision::Month), 1 => Just(Precision::Year)];
    (0i64..4_000_000_000, precise).prop_filter_map("a day", |(second, precision)| {
        let at = Timestamp::from_second(second).ok()?;
        match precision {
            Precision::Moment => Some(When::moment(at)),
            _ => When::day(at.to_zoned(jiff::tz::TimeZone::UTC).date(), precision),
        }
    })
}

fn moment() -> impl Strategy<Value = When> {
    (0i64..4_000_000_000).prop_filter_map("a moment", |second| Timestamp::from_second(second).ok().map(When::moment))
}

/// The times of an item.
pub fn times() -> impl Strategy<Value = Times> {
    (option::of(moment()), option::of(moment()), option::of(when()), option::of(moment()), option::of(moment()))
        .prop_map(|(first, this, content, embargo, expires)| Times {
            first,
            this,
            content,
            embargo,
            expires,
            ..Times::default()
        })
}

/// A code of some vocabulary.
pub fn code() -> impl Strategy<Value = Line> {
    select(&["medtop:20000002", "medtop:04000000", "genre:Current", "https://example.org/cv/a", "own:x-1"][..])
        .prop_map(Line::new)
}

/// A concept that says something.
pub fn concept() -> impl Strategy<Value = Concept> {
    let kinds = ConceptKind::ALL.into_iter().filter(|kind| *kind != ConceptKind::Located).collect::<Vec<_>>();
    (select(kinds), option::of(code()), vec((option::of(tag()), full_line()), 0..3))
        .prop_map(|(kind, code, names)| {
            let concept = Concept { kind, code: code.unwrap_or_default(), ..Concept::default() };
            names.into_iter().fold(concept, |concept, (lang, name)| concept.with_name(lang, &name))
        })
        .prop_filter("says something", |concept| !concept.is_empty())
}

/// A party that says something.
pub fn party() -> impl Strategy<Value = Party> {
    (select(&PartyRole::ALL[..]), option::of(code()), full_line())
        .prop_map(|(role, code, name)| Party { code: code.unwrap_or_default(), ..Party::named(role, &name) })
}

/// A reference to another item.
pub fn reference() -> impl Strategy<Value = Reference> {
    (select(&Bond::ALL[..]), select(&["urn:newsml:example.org:1", "urn:uuid:2"][..]), 0u32..4).prop_map(
        |(bond, guid, version)| Reference {
            bond,
            guid: Line::new(guid),
            version: Line::new(if version > 0 { version.to_string() } else { String::new() }),
            ..Reference::default()
        },
    )
}

/// A rendition.
pub fn rendition() -> impl Strategy<Value = Rendition> {
    (0u32..4, 0u32..3, option::of(1u32..9_000)).prop_map(|(n, name, width)| Rendition {
        name: Line::new(["rnd:highRes", "rnd:web", "rnd:thumb"].get(name as usize).copied().unwrap_or_default()),
        href: Line::new(format!("https://example.org/picture-{n}.jpg")),
        mime: Line::new("image/jpeg"),
        bytes: width.map(|w| u64::from(w) * 100),
        height: width.map(|w| w / 2 + 1),
        width,
        ..Rendition::default()
    })
}

/// An item with words, as an agency sends it: what every format of text can be asked to carry, as far as it does.
pub fn item() -> impl Strategy<Value = Item> {
    let head = (select(&STATUSES[..]), option::of(tag()), times(), 1u32..40, option::of(1u8..=9));
    let words = (text(), line(), line(), vec(full_line(), 0..3), vec(full_line(), 0..3), line());
    let about = (vec(concept(), 0..4), vec(party(), 0..3), vec(reference(), 0..3), vec(rendition(), 0..2));
    let rights = (option::of(full_line()), option::of(full_line()), option::of(full_line()));
    (head, words, about, rights, vec((full_line(), full()), 0..2)).prop_map(
        |(head, words, about, (credit, copyright, terms), descriptions)| {
            let (status, lang, times, version, urgency) = head;
            let (text, title, slug, advisories, keywords, notice) = words;
            let (concepts, parties, references, renditions) = about;
            Item {
                guid: Line::new(format!("urn:newsml:example.org:{version}")),
                version: Line::new(version.to_string()),
                status,
                lang,
                times,
                title,
                slug,
                urgency: urgency.and_then(|u| Urgency::try_from(u).ok()),
                text,
                descriptions: descriptions
                    .into_iter()
                    .map(|(role, words)| Wording { role, words, lang: None })
                    .collect(),
                notice,
                advisories,
                concepts,
                keywords,
                parties,
                rights: UsageRights { credit, copyright, terms },
                references,
                renditions,
                ..Item::default()
            }
        },
    )
}

const STATUSES: [Status; 3] = [Status::Usable, Status::Withheld, Status::Canceled];
