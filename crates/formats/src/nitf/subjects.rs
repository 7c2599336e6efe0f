//! What a document is about, under the names and numbers of NITF.

use super::head::coded;
use super::look::{self, Seen, attribute, child, children};
use crate::reading::{Liberties, Took};
use crate::xml::Element;
use lang::vocabulary::{GENRES, TOPICS};
use story::item::{Concept, ConceptKind};
use story::{Item, Line, QCode};

/// The relation of a concept that names the kind or the section of a document.
pub(super) const TYPE: &str = "tobject.type";

/// The classes under which our own kinds of concepts go that NITF has no element for.
pub(super) const CLASSES: [(&str, ConceptKind); 5] = [
    ("subject", ConceptKind::Subject),
    ("genre", ConceptKind::Genre),
    ("audience", ConceptKind::Audience),
    ("located", ConceptKind::Located),
    ("poi", ConceptKind::PointOfInterest),
];

/// The names that persons, organisations and the like have in NITF.
pub(super) const ELEMENTS: [(&str, ConceptKind); 5] = [
    ("person", ConceptKind::Person),
    ("org", ConceptKind::Organisation),
    ("location", ConceptKind::Place),
    ("event", ConceptKind::Event),
    ("object.title", ConceptKind::Object),
];

/// Reads `tobject`: the kind, the properties, the subjects.
pub(super) fn read(tobject: Element<'_, '_>, item: &mut Item, seen: &mut Seen, liberties: &mut Liberties) {
    seen.mark(tobject);
    if let Some(kind) = attribute(tobject, "tobject.type") {
        let concept = Concept { literal: kind, rel: Line::new(TYPE), ..Concept::default() };
        item.concepts.push(concept);
    }
    for property in children(tobject, "tobject.property") {
        seen.mark(property);
        item.concepts.extend(attribute(property, "tobject.property.type").map(|words| genre(&words)));
    }
    for subject in children(tobject, "tobject.subject") {
        seen.mark(subject);
        item.concepts.extend(read_subject(subject, liberties));
    }
}

/// A genre by its code in IPTC's vocabulary, by another code, or by name.
pub(crate) fn genre(words: &str) -> Concept {
    let known = GENRES.known(&format!("genre:{words}")).filter(|code| code.ends_with(words));
    match known {
        Some(code) => Concept::coded(ConceptKind::Genre, code),
        None if words.parse::<QCode>().is_ok() => Concept::coded(ConceptKind::Genre, words),
        None => Concept::named(ConceptKind::Genre, words),
    }
}

fn read_subject(subject: Element<'_, '_>, liberties: &mut Liberties) -> Option<Concept> {
    let of = |name: &str| attribute(subject, name);
    let source = of("tobject.subject.ipr").unwrap_or_else(|| Line::new("IPTC"));
    let number = of("tobject.subject.refnum").unwrap_or_default();
    let mut concept = Concept::coded(ConceptKind::Subject, refnum(&source, &number));
    let mut names =
        ["detail", "matter", "type"].map(|part| of(&format!("tobject.subject.{part}"))).into_iter().flatten();
    if let Some(name) = names.next() {
        concept = concept.with_name(None, &name);
    }
    for wider in names {
        liberties.take(Took::LeftOut, subject.path(), &*wider);
    }
    concept.same_as.extend(of("tobject.subject.code"));
    (!concept.is_empty()).then_some(concept)
}

/// The code of a number: a Media Topic where it is one, else of IPTC's older subject codes, else of whoever issued it.
pub(crate) fn refnum(source: &str, number: &str) -> String {
    let bare = number.strip_prefix("IPTC:").unwrap_or(number);
    if bare.is_empty() {
        return String::new();
    }
    if !source.eq_ignore_ascii_case("iptc") {
        return format!("{source}:{bare}");
    }
    let digits = bare.bytes().all(|b| b.is_ascii_digit());
    let topic = format!("medtop:{bare}");
    match bare.len() {
        8 if digits && (TOPICS.known(&topic).is_some() || bare.starts_with('2')) => topic,
        8 if digits => format!("subj:{bare}"),
        // Whoever says nothing of the vocabulary may give the whole code.
        _ if bare.contains(':') => bare.to_owned(),
        _ => format!("iptc:{bare}"),
    }
}

/// Reads one element of the identified content; false for what has no home.
pub(super) fn identified(element: Element<'_, '_>, item: &mut Item, liberties: &mut Liberties) -> bool {
    let name = element.name().to_ascii_lowercase();
    let class = attribute(element, "class").unwrap_or_default();
    let classed = |word: &str| CLASSES.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
    let kind = ELEMENTS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
    let mut concept = match name.as_str() {
        "classifier" => {
            let kind = attribute(element, "type").unwrap_or_default();
            let fine = if classed(&kind).is_some() { Line::default() } else { kind.clone() };
            let concept = coded(element, classed(&kind).unwrap_or_default(), "idsrc", "value");
            Concept { fine, ..concept }
        }
        "virtloc" => Concept { fine: Line::new("virtloc"), ..coded(element, ConceptKind::Object, "idsrc", "value") },
        "function" => Concept { fine: Line::new("function"), ..coded(element, ConceptKind::Subject, "idsrc", "value") },
        "location" => {
            let kind = classed(&class).unwrap_or(ConceptKind::Place);
            place(element, coded(element, kind, "code-source", "location-code"))
        }
        _ => match kind {
            Some(kind) => coded(element, classed(&class).unwrap_or(kind), "idsrc", "value"),
            None => return false,
        },
    };
    let lang = look::lang(element, liberties);
    if concept.names.is_empty() {
        concept = concept.with_name(lang, look::line(element));
    }
    concept
        .same_as
        .extend(children(element, "alt-code").map(|other| coded(other, ConceptKind::Subject, "idsrc", "value").code));
    for (_, name, value) in element.attributes() {
        let known = ["idsrc", "value", "type", "class", "code-source", "location-code", "id", "lang"];
        if !known.iter().any(|k| name.eq_ignore_ascii_case(k)) {
            liberties.take(Took::LeftOut, format!("{}@{name}", element.path()), value);
        }
    }
    if !concept.is_empty() {
        item.concepts.push(concept);
    }
    true
}

/// A place by its narrowest part; what it lies in are the wider ones.
fn place(element: Element<'_, '_>, concept: Concept) -> Concept {
    let parts = ["sublocation", "city", "region", "state", "country"].map(|name| child(element, name));
    let mut parts = parts.into_iter().flatten();
    let Some(narrowest) = parts.next() else { return concept };
    let mut concept = concept.with_name(None, look::line(narrowest));
    concept.broader = parts.map(look::line).filter(|line| !line.is_empty()).collect();
    let codes = ["city-code", "state-code", "region-code", "iso-cc", "location-code"];
    let inner = element.children().flat_map(|part| codes.map(|code| attribute(part, code))).flatten();
    concept.broader.extend(inner);
    concept
}
