//! Topics: what a document says of the people and things that it points at.

use crate::nitf::{attribute, child, children, line};
use crate::xml::{Element, Node};
use std::collections::HashMap;
use story::Line;
use story::item::{Concept, ConceptKind};

/// The topics of a document, by the name under which they are pointed at.
#[derive(Default)]
pub(super) struct Topics<'d, 'i>(HashMap<&'d str, Element<'d, 'i>>);

impl<'d, 'i> Topics<'d, 'i> {
    /// All topics of a document.
    pub(super) fn of(root: Element<'d, 'i>) -> Self {
        let mut all = HashMap::new();
        root.walk(&mut |node| {
            if let Node::Element(element) = node {
                let id = element.attribute("Duid").or_else(|| element.attribute("Euid"));
                if let Some(id) = id.filter(|_| element.name() == "Topic") {
                    all.entry(id).or_insert(element);
                }
            }
        });
        Self(all)
    }

    /// The topic that `#name` points at, and what it is called.
    pub(super) fn named(&self, pointer: &str) -> Option<(Element<'d, 'i>, Line)> {
        let topic = self.0.get(pointer.trim_start_matches('#')).copied()?;
        let name = child(topic, "Description").or_else(|| child(topic, "FormalName"))?;
        Some((topic, line(name)))
    }

    /// The concept that `#name` points at.
    pub(super) fn concept(&self, pointer: &str) -> Option<(Element<'d, 'i>, Concept)> {
        let topic = self.0.get(pointer.trim_start_matches('#')).copied()?;
        let fine = child(topic, "TopicType").and_then(|kind| attribute(kind, "FormalName")).unwrap_or_default();
        let mut concept = Concept { kind: kind(&fine), fine, ..Concept::default() };
        for formal in children(topic, "FormalName") {
            let value = line(formal);
            let code = match attribute(formal, "Scheme") {
                Some(scheme) => Line::new(format!("{scheme}:{value}")),
                None => value,
            };
            match (concept.code.is_empty() && concept.literal.is_empty(), code.contains(':')) {
                (true, true) => concept.code = code,
                (true, false) => concept.literal = code,
                (false, _) => concept.same_as.push(code),
            }
        }
        for description in children(topic, "Description") {
            let lang = description.attribute_in(crate::xml::XML, "lang").and_then(|tag| tag.parse().ok());
            concept = concept.with_name(lang, line(description));
        }
        Some((topic, concept))
    }
}

/// The kind of thing that a type of topics names.
pub(super) fn kind(words: &str) -> ConceptKind {
    let lower = words.to_ascii_lowercase();
    let is = |parts: &[&str]| parts.iter().any(|part| lower.contains(part));
    match () {
        () if is(&["person", "people"]) => ConceptKind::Person,
        () if is(&["compan", "organi", "party"]) => ConceptKind::Organisation,
        () if is(&["country", "city", "geograph", "location", "place", "region"]) => ConceptKind::Place,
        () if is(&["event"]) => ConceptKind::Event,
        () if is(&["genre"]) => ConceptKind::Genre,
        () if is(&["product", "object"]) => ConceptKind::Object,
        () => ConceptKind::Subject,
    }
}
