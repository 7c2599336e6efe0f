//! Subjects as categories: a vocabulary and a term, or a word.
//!
//! What a concept is (a person, a place) is told by IPTC's vocabulary of the nature of concepts, where the category
//! names no vocabulary of its own.

use crate::codes;
use story::item::{Concept, ConceptKind};
use story::{Line, Tag};

/// IPTC's vocabulary of what concepts are.
const NATURE: &str = "http://cv.iptc.org/newscodes/cpnature/";

const KINDS: &[(ConceptKind, &str)] = &[
    (ConceptKind::Subject, "abstract"),
    (ConceptKind::Person, "person"),
    (ConceptKind::Organisation, "organisation"),
    (ConceptKind::Place, "geoArea"),
    (ConceptKind::PointOfInterest, "poi"),
    (ConceptKind::Event, "event"),
    (ConceptKind::Object, "object"),
    (ConceptKind::Genre, "genre"),
];

/// A category as it is written: vocabulary, term, and the words that people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Category {
    /// The address of the vocabulary.
    pub scheme: String,
    /// The code, or what stands for it.
    pub term: String,
    /// Its name; empty when the term is one.
    pub label: String,
}

/// The concept of a category, without the names that its label gives it.
pub(super) fn told(scheme: &str, term: &str) -> Concept {
    if let Some(nature) = scheme.strip_prefix(NATURE) {
        let kind = KINDS.iter().find(|(_, name)| *name == nature).map(|(kind, _)| *kind).unwrap_or_default();
        return Concept { kind, literal: Line::new(term), ..Concept::default() };
    }
    let here = || codes::uri(term).filter(|uri| !scheme.is_empty() && uri.starts_with(scheme)).map(|_| term.to_owned());
    let whole = || codes::code(term).or_else(|| codes::code(&format!("{scheme}{term}")));
    match here().or_else(whole) {
        Some(code) => Concept::coded(kind_of(&code), code),
        None => Concept { literal: Line::new(term), fine: Line::new(scheme), ..Concept::default() },
    }
}

fn kind_of(code: &str) -> ConceptKind {
    if code.starts_with("genre:") { ConceptKind::Genre } else { ConceptKind::Subject }
}

/// The category of a concept; none for one that says nothing, or of a kind that categories are not about.
pub(super) fn said(concept: &Concept, lang: Option<&Tag>) -> Option<Category> {
    let nature = KINDS.iter().find(|(kind, _)| *kind == concept.kind).map(|(_, name)| format!("{NATURE}{name}"))?;
    let name = concept.name(lang).unwrap_or_default();
    let code = [&concept.code, &concept.literal].into_iter().find(|code| !code.is_empty());
    let term = code.map_or_else(|| name.clone(), ToString::to_string);
    let vocabulary = || {
        let (_, code) = concept.code.split_once(':').filter(|_| kind_of(&concept.code) == concept.kind)?;
        let scheme = codes::uri(&concept.code)?.strip_suffix(code)?.to_owned();
        (scheme.len() > "https://".len()).then_some(scheme)
    };
    let own = || Some(concept.fine.to_string()).filter(|fine| concept.code.is_empty() && fine.contains("://"));
    let scheme = vocabulary().or_else(own).unwrap_or(nature);
    let label = if name == term { String::new() } else { name };
    (!term.is_empty()).then_some(Category { scheme, term, label })
}
