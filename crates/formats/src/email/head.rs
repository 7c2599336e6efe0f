//! What the header of a letter says -> the members of its item.

use super::Post;
use super::fields::Fields;
use super::values::{self, Somebody};
use crate::reading::{Liberties, Took};
use crate::{copy, times};
use jiff::tz;
use story::item::{AltId, Bond, Party, PartyRole, Reference, When};
use story::{Item, Line, Tag};

/// The most letters of a thread that are named.
const MOST_REFERENCES: usize = 100;
/// The most people that are named.
const MOST_PEOPLE: usize = 50;

/// Fields that say something of the item, or of how the letter is made.
const KNOWN: [&str; 25] = [
    "archived-at",
    "content-description",
    "content-disposition",
    "content-id",
    "content-language",
    "content-location",
    "content-transfer-encoding",
    "content-type",
    "date",
    "expires",
    "from",
    "in-reply-to",
    "keywords",
    "message-id",
    "mime-version",
    "organization",
    "organisation",
    "references",
    "reply-to",
    "resent-date",
    "sender",
    "subject",
    "supersedes",
    "content-length",
    "lines",
];

/// Puts what the header says into the item, and says what has no place there.
pub(super) fn apply(post: &mut Post<'_>, fields: &Fields, item: &mut Item) {
    let liberties = &mut post.liberties;
    let ids = |name: &str| fields.first(name).map(values::ids).unwrap_or_default();
    item.guid = ids("message-id").into_iter().next().unwrap_or_default();
    if item.guid.is_empty() {
        liberties.take(Took::Missing, "Message-ID", "");
    }
    item.title = Line::new(copy::subject(&fields.first("subject").map(values::words).unwrap_or_default()));
    match fields.first("date") {
        Some(date) => item.times.sent = when(date, "Date", liberties),
        None => liberties.take(Took::Missing, "Date", ""),
    }
    item.times.expires = fields.first("expires").and_then(|date| when(date, "Expires", liberties));
    if let Some(said) = fields.first("content-language") {
        match said.split(',').next().unwrap_or_default().trim().replace('_', "-").parse::<Tag>() {
            Ok(tag) => _ = item.lang.get_or_insert(tag),
            Err(_) => liberties.take(Took::Value, "Content-Language", said),
        }
    }
    item.parties.extend(parties(fields, liberties));
    for (name, bond) in [("supersedes", Bond::Replaces), ("in-reply-to", Bond::SeeAlso), ("references", Bond::SeeAlso)]
    {
        for guid in ids(name).into_iter().take(MOST_REFERENCES) {
            if !item.references.iter().any(|known| known.guid == guid) {
                item.references.push(Reference { bond, guid, rel: Line::new(name), ..Reference::default() });
            }
        }
    }
    if let Some(page) = fields.first("archived-at") {
        let href = Line::new(page.trim().trim_start_matches('<').trim_end_matches('>'));
        item.references.push(Reference { bond: Bond::Page, href, ..Reference::default() });
    }
    let keywords = fields.first("keywords").map(values::words).unwrap_or_default();
    let keywords = keywords.split([',', ';', '،', '，']).map(Line::new).filter(|word| !word.is_empty());
    item.keywords.extend(keywords.take(story::data::MOST_LABELS));
    unsaid(fields, liberties);
}

/// Who wrote it, who sent it for them, whom to ask, and for whom they work.
fn parties(fields: &Fields, liberties: &mut Liberties) -> Vec<Party> {
    let mut out: Vec<Party> = Vec::new();
    for (name, role) in
        [("from", PartyRole::Creator), ("sender", PartyRole::Provider), ("reply-to", PartyRole::Contact)]
    {
        let people = fields.first(name).map(values::people).unwrap_or_default();
        if fields.first(name).is_some() && people.is_empty() {
            liberties.take(Took::Value, name, fields.first(name).unwrap_or_default());
        }
        for Somebody { name, address } in people.into_iter().take(MOST_PEOPLE) {
            let known = out.iter().any(|p| p.reach.iter().any(|r| r.value == address && !address.is_empty()));
            if known {
                continue;
            }
            let mut party = Party::named(role, if name.is_empty() { &address } else { &name });
            if !address.is_empty() {
                party.reach.push(AltId { role: Line::new("email"), value: address });
            }
            out.push(party);
        }
    }
    let house = fields.first("organization").or_else(|| fields.first("organisation")).map(values::words);
    out.extend(house.filter(|name| !name.is_empty()).map(|name| Party::named(PartyRole::Provider, name)));
    out
}

/// A time as letters have it. The form of RFC 5322 is the usual one here; a zone that nobody knows is no zone (4.3).
pub(super) fn when(words: &str, at: &str, liberties: &mut Liberties) -> Option<When> {
    let mut took = Liberties::new();
    let mut when = times::read(words, at, &mut took);
    if when.is_none() {
        let mut parts: Vec<&str> = words.split_whitespace().collect();
        let zone = parts.pop().filter(|zone| !zone.contains(':') && zone.chars().any(char::is_alphabetic));
        if zone.is_some() {
            took = Liberties::new();
            when = times::read(&parts.join(" "), at, &mut took);
        }
    }
    for liberty in took.list.into_iter().filter(|liberty| liberty.took != Took::Time) {
        liberties.take(liberty.took, liberty.at, words);
    }
    // Years of this and the next century: what lies beyond was never sent.
    when.filter(|when| (1970..2200).contains(&when.at().to_zoned(tz::TimeZone::UTC).year()))
}

/// Names the fields that an item has no place for, and those that stand there again.
fn unsaid(fields: &Fields, liberties: &mut Liberties) {
    let mut passed: Vec<&str> = Vec::new();
    for name in fields.names() {
        if !KNOWN.contains(&name) && !passed.contains(&name) && passed.len() < 40 {
            passed.push(name);
        }
    }
    if !passed.is_empty() {
        liberties.take(Took::LeftOut, "header", passed.join(", "));
    }
    for name in ["subject", "from", "date", "message-id", "content-type"] {
        if fields.all(name).count() > 1 {
            liberties.take(Took::Repeated, name, fields.all(name).nth(1).unwrap_or_default());
        }
    }
}
