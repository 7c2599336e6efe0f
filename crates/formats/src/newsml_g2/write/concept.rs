//! Subjects, genres, places and the like.

use super::pen::{Pen, Told, url_like};
use super::words::lang;
use crate::newsml_g2::names::kind_code;
use std::collections::HashMap;
use story::item::{Concept, ConceptKind, Position};
use story::{Item, Tag};

/// The concepts of one kind of element, in order.
pub(super) fn all(pen: &mut Pen, item: &Item, name: &'static str, of: fn(ConceptKind) -> bool) {
    let ours = item.concepts.iter().filter(|concept| of(concept.kind));
    ours.for_each(|concept| self::concept(pen, name, concept, item.lang.as_ref()));
}

/// Where the concepts lie that have no place for it where they stand: an assertion for each.
pub(super) fn asserts(pen: &mut Pen, item: &Item) {
    let mut said: HashMap<(&str, &str), &Concept> = HashMap::new();
    for concept in &item.concepts {
        let Some(position) = concept.position.as_ref().filter(|_| concept.kind != ConceptKind::Located) else {
            continue;
        };
        if let Some(first) = said.get(&(&*concept.code, &*concept.literal)) {
            if first.position != concept.position {
                pen.leave_out("concepts/position");
            }
            continue;
        }
        let named = !concept.code.is_empty() || !concept.literal.is_empty();
        if !(named && is_decimal(&position.latitude) && is_decimal(&position.longitude)) {
            pen.leave_out("concepts/position");
            continue;
        }
        pen.xml.open("assert");
        if pen.code("qcode", "uri", &concept.code) == Told::NotAtAll && !concept.code.is_empty() {
            pen.xml.attribute("literal", if concept.literal.is_empty() { &concept.code } else { &concept.literal });
        } else {
            pen.xml.attribute_if("literal", &concept.literal);
        }
        let poi = concept.kind == ConceptKind::PointOfInterest;
        self::position(pen, if poi { "POIDetails" } else { "geoAreaDetails" }, position);
        pen.xml.close().line();
        said.insert((&concept.code, &concept.literal), concept);
    }
}

fn position(pen: &mut Pen, details: &'static str, position: &Position) {
    pen.xml.open(details).open("position");
    pen.xml.attribute("latitude", &position.latitude).attribute("longitude", &position.longitude);
    pen.xml.close().close();
}

fn concept(pen: &mut Pen, name: &'static str, concept: &Concept, tag: Option<&Tag>) {
    pen.xml.open(name);
    let mut literal: &str = &concept.literal;
    if pen.code("qcode", "uri", &concept.code) == Told::NotAtAll && !concept.code.is_empty() {
        if literal.is_empty() {
            literal = &concept.code;
        }
        pen.leave_out("concepts/code");
    }
    pen.xml.attribute_if("literal", literal);
    let subject = name == "subject";
    let usual = matches!(concept.kind, ConceptKind::Subject) || !subject;
    if usual && !concept.fine.is_empty() {
        pen.code_or_leave_out("type", "typeuri", &concept.fine, "concepts/fine");
    } else if subject || concept.kind == ConceptKind::Located {
        pen.xml.attribute("type", kind_code(concept.kind));
        if !concept.fine.is_empty() {
            pen.leave_out("concepts/fine");
        }
    }
    pen.code_or_leave_out("creator", "creatoruri", &concept.creator, "concepts/creator");
    if concept.kind == ConceptKind::Located {
        if concept.confidence.is_some() || concept.relevance.is_some() {
            pen.leave_out("concepts/confidence");
        }
    } else {
        number(pen, "confidence", concept.confidence.map(u32::from));
        number(pen, "relevance", concept.relevance.map(u32::from));
    }
    if matches!(concept.kind, ConceptKind::Located | ConceptKind::Audience) {
        if concept.rank.is_some() {
            pen.leave_out("concepts/rank");
        }
    } else {
        number(pen, "rank", concept.rank);
    }
    if !concept.rel.is_empty() {
        pen.leave_out("concepts/rel");
    }
    inner(pen, concept, tag);
    pen.xml.close().line();
}

/// Names, relations, and where it lies.
fn inner(pen: &mut Pen, concept: &Concept, tag: Option<&Tag>) {
    for name in &concept.names {
        pen.xml.open("name");
        pen.codes_or_leave_out("role", "roleuri", &name.role, "concepts/names/role");
        lang(pen, name.lang.as_ref().or(tag));
        // A name has no marks; a break in it is a space.
        pen.xml.words(&name.words.plain().replace('\n', " ")).close();
        if name.words.runs().iter().any(|run| !run.style.is_plain()) {
            pen.leave_out("concepts/names/marks");
        }
    }
    for (element, codes) in [("sameAs", &concept.same_as), ("broader", &concept.broader)] {
        for code in codes {
            pen.xml.open(element);
            pen.code_or_leave_out("qcode", "uri", code, "concepts/broader");
            pen.xml.close();
        }
    }
    let Some(position) = &concept.position else { return };
    // A subject has no place for it: it stands in an assertion.
    if concept.kind != ConceptKind::Located {
        return;
    }
    if !(is_decimal(&position.latitude) && is_decimal(&position.longitude)) {
        return pen.leave_out("concepts/position");
    }
    self::position(pen, "geoAreaDetails", position);
}

fn number(pen: &mut Pen, name: &str, n: Option<u32>) {
    if let Some(n) = n {
        pen.xml.attribute(name, &n.to_string());
    }
}

/// A decimal number as the schema has it.
fn is_decimal(word: &str) -> bool {
    let digits = word.strip_prefix(['-', '+']).unwrap_or(word);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
    all(whole) && all(part) && !(whole.is_empty() && part.is_empty()) && url_like(word)
}
