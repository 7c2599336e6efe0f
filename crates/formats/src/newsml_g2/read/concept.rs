//! Subjects, genres, places and the like.

use super::reader::Reader;
use crate::reading::Took;
use crate::xml::Element;
use std::collections::HashMap;
use story::Line;
use story::item::{Concept, ConceptKind, Position, Wording};

/// The attributes of a concept that are taken.
const TAKEN: &[&str] =
    &["qcode", "uri", "literal", "type", "typeuri", "creator", "creatoruri", "confidence", "relevance", "rank"];

/// The most concepts of one code to which an assertion is given.
const MOST_SAME: usize = 64;
/// The most wider concepts of one concept, and the most that are the same; others are kept.
const MOST_WIDER: usize = 256;

impl Reader<'_> {
    /// A concept whose element says what it is; its type is a finer one.
    pub(super) fn concept_of(&mut self, element: Element<'_, '_>, kind: ConceptKind) {
        let fine = self.code(element, "type", "typeuri");
        let usual = &*fine == crate::newsml_g2::names::kind_code(kind);
        self.concept(element, kind, if usual { Line::default() } else { fine });
    }

    /// A concept of the item.
    pub(super) fn concept(&mut self, element: Element<'_, '_>, kind: ConceptKind, fine: Line) {
        let mut concept = Concept { kind, fine, ..self.identity(element) };
        concept.creator = self.code(element, "creator", "creatoruri");
        concept.confidence = self.hundred(element, "confidence");
        concept.relevance = self.hundred(element, "relevance");
        concept.rank = element.attribute("rank").and_then(|rank| rank.trim().parse().ok());
        if concept.is_empty() {
            return self.combined(element, kind);
        }
        if !self.details(element, &mut concept) {
            self.keep(element);
        }
        self.item.concepts.push(concept);
    }

    /// A concept made of others: the main one of those that narrow it, or each of a bag. How they belong together is
    /// kept.
    fn combined(&mut self, element: Element<'_, '_>, kind: ConceptKind) {
        if element.children().next().is_none() {
            return;
        }
        self.keep(element);
        let main = element.child("mainConcept");
        let bits = element.children_named("bag").flat_map(|bag| bag.children_named("bit"));
        for part in main.into_iter().chain(bits) {
            let (told, fine) = self.kind(part);
            let kind = if part.attribute("type").is_some() { told } else { kind };
            let concept = Concept { kind, fine, ..self.identity(part) };
            if !concept.is_empty() {
                self.item.concepts.push(concept);
            }
        }
    }

    /// Code and literal of an element.
    fn identity(&mut self, element: Element<'_, '_>) -> Concept {
        let code = self.code(element, "qcode", "uri");
        let mut literal = Line::new(element.attribute("literal").unwrap_or_default());
        if code.is_empty() && literal.is_empty() {
            // What is no code is at least a word.
            literal = Line::new(element.attribute("qcode").unwrap_or_default());
        }
        let mut concept = Concept { code, literal, ..Concept::default() };
        concept.names = self.names(element);
        concept
    }

    /// The names, those in the language of the item first.
    fn names(&mut self, element: Element<'_, '_>) -> Vec<Wording> {
        let mut names = Vec::new();
        for name in element.children_named("name") {
            let role = self.code(name, "role", "roleuri");
            let words = name.line();
            if !words.is_empty() {
                names.push(Wording { role, lang: self.lang_of(name), ..Wording::of(&words) });
            }
            self.rest(name, &["role", "roleuri", "dir"], &[], true);
        }
        names.sort_by_key(|name| name.lang.is_some());
        names
    }

    /// Wider and equal concepts, and where it lies. Says whether that was all.
    fn details(&mut self, element: Element<'_, '_>, concept: &mut Concept) -> bool {
        let mut whole = true;
        for child in element.children() {
            match child.name() {
                "name" => {}
                "broader" | "sameAs" => {
                    let code = self.code(child, "qcode", "uri");
                    whole &= !code.is_empty() && child.children().next().is_none();
                    whole &=
                        child.attributes().all(|(space, name, _)| space.is_empty() && matches!(name, "qcode" | "uri"));
                    let list = if child.name() == "broader" { &mut concept.broader } else { &mut concept.same_as };
                    let room = list.len() < MOST_WIDER;
                    whole &= room;
                    list.extend((room && !code.is_empty()).then_some(code));
                }
                "geoAreaDetails" | "POIDetails" => {
                    concept.position = position(child).or(concept.position.take());
                    whole &= concept.position.is_some() && child.children().count() == 1;
                }
                _ => whole = false,
            }
        }
        let known = |(space, name, _): (&str, &str, &str)| !space.is_empty() || TAKEN.contains(&name) || name == "dir";
        whole && element.attributes().all(known)
    }

    /// The places of the concepts with the code of that one, or with its literal; no more than [`MOST_SAME`].
    fn concepts_of(&mut self, said: &Concept) -> Vec<usize> {
        let count = self.item.concepts.len();
        if self.by_code.0 != count {
            self.by_code = (count, HashMap::new());
            for (at, concept) in self.item.concepts.iter().enumerate() {
                for name in [&concept.code, &concept.literal].into_iter().filter(|name| !name.is_empty()) {
                    self.by_code.1.entry(name.clone()).or_default().push(at);
                }
            }
        }
        let name = if said.code.is_empty() { &said.literal } else { &said.code };
        self.by_code.1.get(name).into_iter().flatten().take(MOST_SAME).copied().collect()
    }

    /// A number from 0 to 100.
    fn hundred(&mut self, element: Element<'_, '_>, name: &str) -> Option<u8> {
        let word = element.attribute(name)?.trim();
        let known = word.parse().ok().filter(|n| *n <= 100);
        if known.is_none() {
            self.liberties.take(Took::Value, format!("{}/@{name}", element.path()), word);
        }
        known
    }

    /// What is said of a concept apart from where it is used: it goes to each concept of that code that lacks it. What
    /// found no place there is kept.
    pub(super) fn assert(&mut self, element: Element<'_, '_>) {
        let said = self.identity(element);
        let mut more = said.clone();
        let mut whole = self.details(element, &mut more);
        let mut used = false;
        for at in self.concepts_of(&said) {
            let Some(concept) = self.item.concepts.get_mut(at) else { continue };
            used = true;
            if concept.names.is_empty() {
                concept.names.clone_from(&said.names);
            }
            whole &= said.names.iter().all(|name| concept.names.contains(name));
            concept.position = concept.position.take().or_else(|| more.position.clone());
            for (to, from) in [(&mut concept.broader, &more.broader), (&mut concept.same_as, &more.same_as)] {
                to.extend(from.iter().filter(|code| !to.contains(code)).cloned().collect::<Vec<_>>());
            }
            whole &= more.position.is_none() || concept.position == more.position;
        }
        if !(used && whole) {
            self.keep(element);
        }
    }
}

/// Where something lies.
fn position(details: Element<'_, '_>) -> Option<Position> {
    let position = details.child("position")?;
    let degrees = |name| position.attribute(name).map(Line::new).filter(|line| !line.is_empty());
    Some(Position { latitude: degrees("latitude")?, longitude: degrees("longitude")? })
}
