//! The head: title, what is known of the document, what it is about.

use super::body::code;
use super::look::{self, Seen, attribute, child, children};
use super::{meta, subjects};
use crate::reading::{Liberties, Took};
use crate::times;
use crate::xml::Element;
use story::item::{Bond, Concept, ConceptKind, Party, PartyRole, Reference, Status};
use story::{Item, Kind, Line, Urgency};

/// Reads the head into an item that holds what the body said; what it has no home for is kept.
pub(super) fn read(head: Element<'_, '_>, item: &mut Item, liberties: &mut Liberties) {
    let mut seen = Seen::default();
    if let Some(title) = child(head, "title") {
        seen.mark(title);
        item.title = look::line(title);
    }
    for element in children(head, "meta") {
        if meta::read(element, item, liberties) {
            seen.mark(element);
        }
    }
    if let Some(tobject) = child(head, "tobject") {
        subjects::read(tobject, item, &mut seen, liberties);
    }
    if let Some(docdata) = child(head, "docdata") {
        read_docdata(docdata, item, &mut seen, liberties);
    }
    for pubdata in children(head, "pubdata") {
        read_pubdata(pubdata, item, &mut seen, liberties);
    }
    for entry in children(head, "revision-history") {
        read_history(entry, item, &mut seen, liberties);
    }
    seen.keep_the_rest(head, "nitf", item, liberties);
}

fn read_docdata(docdata: Element<'_, '_>, item: &mut Item, seen: &mut Seen, liberties: &mut Liberties) {
    seen.mark(docdata);
    let when = |name: &str, liberties: &mut Liberties, seen: &mut Seen| {
        let element = child(docdata, name)?;
        seen.mark(element);
        // Some write the time as words.
        let words = attribute(element, "norm").unwrap_or_else(|| look::line(element));
        times::read(&words, &element.path(), liberties)
    };
    item.times.this = when("date.issue", liberties, seen);
    item.times.expires = when("date.expire", liberties, seen);
    let release = when("date.release", liberties, seen);
    let said = attribute(docdata, "management-status").unwrap_or_default();
    let embargoed = read_status(&said, item, &docdata.path(), liberties);
    // The release that went before the issue is no embargo, unless it is called one.
    let later = item.times.this.is_none_or(|this| release.is_some_and(|release| release > this));
    if embargoed || later || item.status != Status::Usable {
        item.times.embargo = release;
    } else if release != item.times.this && release.is_some() {
        liberties.take(Took::LeftOut, "head/docdata/date.release", "earlier than the issue");
    }
    for inner in docdata.children() {
        let name = inner.name().to_ascii_lowercase();
        if read_one(&name, inner, item, seen, liberties) {
            seen.mark(inner);
        }
    }
    if let Some(other) = attribute(docdata, "management-doc-idref").filter(|other| *other != item.guid) {
        let rel = attribute(docdata, "management-idref-status").unwrap_or_default();
        item.references.push(Reference { bond: Bond::Replaces, rel, guid: other, ..Reference::default() });
    }
}

/// Whether it is under an embargo.
fn read_status(said: &str, item: &mut Item, at: &str, liberties: &mut Liberties) -> bool {
    let lower = said.to_ascii_lowercase();
    match lower.as_str() {
        "" | "usable" => {}
        "embargoed" | "embargo" => return true,
        "withheld" | "hold" | "held" => item.status = Status::Withheld,
        "canceled" | "cancelled" | "killed" | "kill" | "deleted" => item.status = Status::Canceled,
        _ => {
            liberties.take(Took::Value, format!("{at}@management-status"), said);
            return false;
        }
    }
    if !matches!(lower.as_str(), "" | "usable" | "withheld" | "canceled") {
        liberties.take(Took::Value, format!("{at}@management-status"), said);
    }
    false
}

/// One element of the docdata; false for what has no home.
fn read_one(name: &str, element: Element<'_, '_>, item: &mut Item, seen: &mut Seen, liberties: &mut Liberties) -> bool {
    let of = |name: &str| attribute(element, name);
    match name {
        "doc-id" => {
            if let Some(id) = of("id-string") {
                if item.guid.is_empty() {
                    item.guid = id;
                } else if item.guid != id {
                    return false;
                }
            }
            if let Some(source) = of("regsrc") {
                read_source(source, item);
            }
        }
        "du-key" => {
            item.slug = of("key").unwrap_or_default();
            let (version, generation) = (of("version"), of("generation"));
            let whole = of("part").is_none() && (version.is_none() || generation.is_none());
            item.version = version.or(generation).unwrap_or_default();
            return whole;
        }
        "urgency" => {
            let Some(words) = of("ed-urg") else { return true };
            let number = words.parse::<u8>().ok().and_then(|n| Urgency::try_from(n).ok());
            item.urgency = number;
            if number.is_none() {
                liberties.take(Took::Value, element.path(), &*words);
            }
        }
        "correction" => read_correction(element, item, liberties),
        "ed-msg" => return read_message(element, item),
        "evloc" => item.concepts.extend(event_place(element)),
        "del-list" => {
            for source in children(element, "from-src") {
                let job = attribute(source, "level-number").unwrap_or_default();
                if let Some(name) = attribute(source, "src-name") {
                    seen.mark(source);
                    item.parties.push(Party { job, ..Party::named(PartyRole::Source, &name) });
                }
            }
        }
        "doc-scope" => item.concepts.extend(of("scope").map(|scope| Concept::named(ConceptKind::Audience, &scope))),
        "doc.copyright" => {
            item.parties.extend(of("holder").map(|holder| Party::named(PartyRole::Holder, &holder)));
            return of("year").is_none();
        }
        "doc.rights" => return read_rights(element, item, liberties),
        "key-list" => {
            for keyword in children(element, "keyword") {
                seen.mark(keyword);
                item.keywords.extend(attribute(keyword, "key"));
            }
        }
        "identified-content" => {
            for inner in element.children() {
                if subjects::identified(inner, item, liberties) {
                    seen.mark_all(inner);
                }
            }
        }
        "date.issue" | "date.release" | "date.expire" => {}
        _ => return false,
    }
    true
}

/// Who registered the document: the provider, by name when nobody else is named.
fn read_source(source: Line, item: &mut Item) {
    let named = item.parties.iter_mut().find(|party| party.role == PartyRole::Provider);
    match named {
        Some(party) if party.name == source || !party.literal.is_empty() || !party.code.is_empty() => {}
        Some(party) => party.literal = source,
        None => item.parties.push(Party { literal: source, role: PartyRole::Provider, ..Party::default() }),
    }
}

fn read_correction(element: Element<'_, '_>, item: &mut Item, liberties: &mut Liberties) {
    if item.act.is_none() {
        item.act = Some(if item.status == Status::Canceled { Kind::Kill } else { Kind::Correction });
    }
    if let Some(info) = attribute(element, "info").filter(|info| *info != item.notice) {
        item.advisories.push(info);
    }
    if let Some(other) = attribute(element, "id-string").filter(|other| *other != item.guid) {
        // The document that the management of this one names is no other.
        if item.references.first().is_none_or(|first| first.guid != other) {
            let reference = Reference { bond: Bond::Previous, guid: other, ..Reference::default() };
            look::add(&mut item.references, reference, "head/docdata/correction", liberties);
        }
    }
}

/// What an editor is told; the name of an act is the act.
fn read_message(element: Element<'_, '_>, item: &mut Item) -> bool {
    let (kind, info) = (attribute(element, "msg-type"), attribute(element, "info"));
    let act = |words: &Line| words.to_lowercase().parse::<Kind>().ok();
    let named = kind.as_ref().and_then(act);
    match info {
        Some(info) if act(&info).is_some() => item.act = act(&info),
        Some(info) => item.advisories.push(info),
        None => {}
    }
    item.act = named.or(item.act);
    kind.is_none() || named.is_some()
}

/// A place where it happens; what it lies in are the wider ones.
fn event_place(element: Element<'_, '_>) -> Option<Concept> {
    let all = ["city", "county-dist", "state-prov", "iso-cc"].map(|name| attribute(element, name));
    let mut known = all.into_iter().flatten();
    let concept = Concept::named(ConceptKind::Place, known.next()?);
    Some(Concept { rel: Line::new("evloc"), broader: known.collect(), ..concept })
}

fn read_rights(element: Element<'_, '_>, item: &mut Item, liberties: &mut Liberties) -> bool {
    if item.rights.terms.is_none() {
        item.rights.terms = attribute(element, "limitations");
    }
    let holder = attribute(element, "owner").map(|owner| Party::named(PartyRole::Holder, &owner));
    if let Some(holder) = holder {
        look::add(&mut item.parties, holder, "head/docdata/doc.rights", liberties);
    }
    element.attributes().all(|(_, name, _)| ["id", "owner", "limitations"].iter().any(|k| name.eq_ignore_ascii_case(k)))
}

/// Where it was published: the times and the name; how long it is, is counted anew.
fn read_pubdata(element: Element<'_, '_>, item: &mut Item, seen: &mut Seen, liberties: &mut Liberties) {
    let mut whole = true;
    for (_, name, value) in element.attributes() {
        let at = format!("{}@{name}", element.path());
        match name.to_ascii_lowercase().as_str() {
            "date.publication" if item.times.sent.is_none() => item.times.sent = times::read(value, &at, liberties),
            "item-length" | "unit-of-measure" => liberties.take(Took::LeftOut, at, value),
            "name" => item.parties.push(Party::named(PartyRole::Publisher, value)),
            "id" => {}
            _ => whole = false,
        }
    }
    if whole {
        seen.mark(element);
    }
}

/// Who wrote and edited it.
fn read_history(element: Element<'_, '_>, item: &mut Item, seen: &mut Seen, liberties: &mut Liberties) {
    let of = |name: &str| attribute(element, name);
    let function = of("function").unwrap_or_default();
    let (role, job) = match &*function {
        "writer-author" | "" => (PartyRole::Creator, Line::default()),
        "photographer" | "videographer" | "graphic-artist" => (PartyRole::Creator, function),
        "editor" => (PartyRole::Contributor, Line::default()),
        _ => (PartyRole::Contributor, function),
    };
    let Some(name) = of("name") else { return };
    let party = Party { job, ..Party::named(role, &name) };
    look::add(&mut item.parties, party, "head/revision-history", liberties);
    if of("norm").is_none() && of("comment").is_none() {
        seen.mark(element);
        return;
    }
    look::keep(element, "nitf", item, liberties);
    seen.mark(element);
}

/// The code of something in the head.
pub(super) fn coded(element: Element<'_, '_>, kind: ConceptKind, source: &str, value: &str) -> Concept {
    let (code, literal) = code(element, source, value);
    Concept { literal, ..Concept::coded(kind, &code) }
}
