//! What a component is about, who made it, who may use it.

use super::Reader;
use super::topics::kind;
use crate::nitf::{attribute, child, children, genre, line, refnum, tag};
use crate::reading::Took;
use crate::xml::Element;
use story::item::{AltId, Concept, ConceptKind, Party, PartyRole};
use story::{Item, Line};

impl<'d, 'i> Reader<'_, 'd, 'i> {
    pub(super) fn administrative(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(element);
        for inner in element.children() {
            match inner.name() {
                "Provider" => self.parties(inner, PartyRole::Provider, item),
                "Creator" => self.parties(inner, PartyRole::Creator, item),
                "Source" => self.parties(inner, PartyRole::Source, item),
                "Contributor" => self.parties(inner, PartyRole::Contributor, item),
                "FileName" | "SystemIdentifier" => {
                    self.seen.mark(inner);
                    let (role, value) = (Line::new(inner.name()), line(inner));
                    item.alt_ids.extend((!value.is_empty()).then_some(AltId { role, value }));
                }
                _ => {}
            }
        }
    }

    pub(super) fn rights(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(element);
        for inner in element.children() {
            if inner.name() == "Copyright" {
                self.seen.mark(inner);
                if let Some(holder) = child(inner, "CopyrightHolder") {
                    self.seen.mark_all(holder);
                    item.parties.push(Party::named(PartyRole::Holder, line(holder)));
                }
            } else if inner.name() == "UsageRights" {
                let of = |name: &str| child(inner, name).map(line).filter(|line| !line.is_empty());
                let all = ["UsageType", "Geography", "Limitations"].map(of);
                let terms = Line::new(all.into_iter().flatten().map(String::from).collect::<Vec<_>>().join("; "));
                if item.rights.terms.is_none() && !terms.is_empty() {
                    item.rights.terms = Some(terms);
                    self.seen.mark(inner);
                    ["UsageType", "Geography", "Limitations"]
                        .iter()
                        .filter_map(|name| child(inner, name))
                        .for_each(|read| self.seen.mark_all(read));
                }
            }
        }
    }

    /// The language that a component itself names.
    pub(super) fn language(&mut self, component: Element<'d, 'i>) -> Option<story::Tag> {
        let described = component.children().filter(|inner| inner.name() == "DescriptiveMetadata");
        let language = described.filter_map(|inner| child(inner, "Language")).next()?;
        let words = attribute(language, "FormalName")?;
        tag(&words, &language.path(), self.liberties)
    }

    pub(super) fn descriptive(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(element);
        for inner in element.children() {
            let named = attribute(inner, "FormalName");
            match inner.name() {
                "Language" => {
                    let found = named.and_then(|words| tag(&words, &inner.path(), self.liberties));
                    let more = item.lang.is_some() && found.is_some() && item.lang != found;
                    if more && children(element, "Language").count() > 1 {
                        self.liberties.take(Took::Repeated, inner.path(), inner.raw());
                    } else {
                        item.lang = found.or_else(|| item.lang.take());
                    }
                }
                "Genre" => self.add(item, named.map(|words| genre(&words))),
                "SubjectCode" => self.subject(inner, item),
                "OfInterestTo" => {
                    let concept = named.map(|name| Concept::named(ConceptKind::Audience, &name));
                    let rank = attribute(inner, "Importance").and_then(|words| words.parse().ok());
                    self.add(item, concept.map(|concept| Concept { rank, ..concept }));
                    if child(inner, "Relevance").is_some() {
                        continue;
                    }
                }
                "TopicOccurrence" => {
                    let pointer = attribute(inner, "Topic").unwrap_or_default();
                    match self.topics.concept(&pointer) {
                        Some((topic, concept)) => {
                            self.seen.mark_all(topic);
                            let rel = attribute(inner, "HowPresent").unwrap_or_default();
                            self.add(item, Some(Concept { rel, ..concept }));
                        }
                        None => continue,
                    }
                }
                "DateLineDate" => item.times.content = self.when(inner).or(item.times.content),
                "Location" => self.location(inner, item),
                "Property" => {
                    if !self.property(inner, item) {
                        continue;
                    }
                }
                _ => continue,
            }
            self.seen.mark(inner);
        }
    }

    /// Numbers of subjects, matters and details.
    fn subject(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        for inner in element.children() {
            let Some(number) = attribute(inner, "FormalName") else { continue };
            self.seen.mark(inner);
            let scheme = attribute(inner, "Scheme").filter(|scheme| !scheme.to_ascii_lowercase().contains("iptc"));
            let mut concept = Concept::default();
            let code = refnum(scheme.as_deref().unwrap_or("IPTC"), &number);
            match inner.name() {
                "SubjectQualifier" => concept.literal = number,
                _ => concept.code = Line::new(code),
            }
            concept.same_as.extend(attribute(inner, "cat"));
            concept.rank = attribute(inner, "Importance").and_then(|words| words.parse().ok());
            self.add(item, Some(concept));
        }
    }

    /// A place by its narrowest property; what it lies in are the wider ones.
    fn location(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        let how = attribute(element, "HowPresent").unwrap_or_default();
        let located = how.eq_ignore_ascii_case("origin") || how.to_ascii_lowercase().contains("dateline");
        let kind = if located { ConceptKind::Located } else { ConceptKind::Place };
        let rank = |name: &str| {
            let names = ["sublocation", "city", "county", "stateprov", "state", "region", "country", "countryarea"];
            names.iter().position(|known| name.to_ascii_lowercase().contains(known)).unwrap_or(names.len())
        };
        let mut parts: Vec<(usize, Line)> = Vec::new();
        for property in children(element, "Property") {
            self.seen.mark(property);
            let name = attribute(property, "FormalName").unwrap_or_default();
            let value = attribute(property, "Value").or_else(|| attribute(property, "ValueRef"));
            self.liberties.take(Took::LeftOut, property.path(), &*name);
            parts.extend(value.map(|value| (rank(&name), value)));
        }
        parts.sort_by_key(|(rank, _)| *rank);
        let mut parts = parts.into_iter().map(|(_, value)| value);
        let Some(narrowest) = parts.next() else { return };
        let concept = Concept::named(kind, &narrowest);
        self.add(item, Some(Concept { broader: parts.collect(), rel: how, ..concept }));
    }

    /// A property that says what it is about; false for any other.
    fn property(&mut self, element: Element<'d, 'i>, item: &mut Item) -> bool {
        let name = attribute(element, "FormalName").unwrap_or_default();
        let Some(value) = attribute(element, "Value") else { return false };
        if !name.to_ascii_lowercase().contains("keyword") {
            return false;
        }
        match attribute(element, "Role").map(|role| (kind(&role), role)) {
            Some((kind @ (ConceptKind::Person | ConceptKind::Organisation | ConceptKind::Place), rel)) => {
                self.add(item, Some(Concept { rel, ..Concept::named(kind, &value) }));
            }
            Some(_) => return false,
            None => {
                crate::nitf::add(&mut item.keywords, value, "Property", self.liberties);
            }
        }
        self.liberties.take(Took::LeftOut, element.path(), &*name);
        true
    }

    /// Metadata of the provider's own: keywords are keywords, the rest is kept.
    pub(super) fn own_metadata(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        for property in children(element, "Property") {
            if self.property(property, item) {
                self.seen.mark(property);
            }
        }
    }

    /// Adds a concept that says something and is not there yet.
    fn add(&mut self, item: &mut Item, concept: Option<Concept>) {
        if let Some(concept) = concept.filter(|concept| !concept.is_empty()) {
            crate::nitf::add(&mut item.concepts, concept, "DescriptiveMetadata", self.liberties);
        }
    }
}
