//! What the document is about.

use super::Pen;
use crate::nitf::schema::is_token;
use crate::nitf::subjects::{CLASSES, ELEMENTS, TYPE, genre, refnum};
use story::Line;
use story::item::{Concept, ConceptKind, Wording};

/// Where a concept goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The kind of the document.
    Kind,
    /// A property: a genre.
    Property,
    /// A subject with a number.
    Subject,
    /// Where it happens.
    Event,
    /// For whom it is.
    Scope,
    /// Whatever else is in it.
    Identified,
}

fn place(concept: &Concept) -> Place {
    let bare = concept.code.is_empty() && concept.literal.is_empty();
    let named = concept.names.iter().all(|name| genre(&name.words.plain()).code.is_empty());
    match concept.kind {
        ConceptKind::Subject if &*concept.rel == TYPE => Place::Kind,
        ConceptKind::Subject if numbered(&concept.code).is_some() => Place::Subject,
        // A name that would be read back as a code is no property.
        ConceptKind::Genre
            if !concept.code.contains("//") && genre(bare_genre(&concept.code)).code == concept.code && !bare =>
        {
            Place::Property
        }
        ConceptKind::Genre if bare && named => Place::Property,
        ConceptKind::Place if bare && &*concept.rel == "evloc" => Place::Event,
        ConceptKind::Audience if bare => Place::Scope,
        _ => Place::Identified,
    }
}

fn bare_genre(code: &str) -> &str {
    code.strip_prefix("genre:").unwrap_or(code)
}

/// The issuer and the number of a code, if they can stand in a subject and are read back as that code.
fn numbered(code: &str) -> Option<(&str, &str)> {
    let (alias, number) = code.split_once(':')?;
    let source = if matches!(alias, "medtop" | "subj") { "IPTC" } else { alias };
    (is_token(number) && refnum(source, number) == code).then_some((source, number))
}

impl Pen<'_> {
    fn concepts(&self, at: Place) -> Vec<&'_ Concept> {
        self.item.concepts.iter().filter(|concept| place(concept) == at && !concept.is_empty()).collect()
    }

    /// The name to write: in the language of the item, or the first.
    fn name<'c>(&mut self, concept: &'c Concept) -> Option<&'c Wording> {
        let ours = |wording: &&Wording| wording.lang.is_none() || wording.lang == self.item.lang;
        let name = concept.names.iter().find(ours).or_else(|| concept.names.first());
        if concept.names.len() > 1 {
            self.left_out.leave_out("concepts/names");
        }
        let more = [
            (!concept.creator.is_empty(), "concepts/creator"),
            (concept.confidence.is_some(), "concepts/confidence"),
            (concept.relevance.is_some(), "concepts/relevance"),
            (concept.rank.is_some(), "concepts/rank"),
            (concept.position.is_some(), "concepts/position"),
        ];
        more.into_iter().filter(|(there, _)| *there).for_each(|(_, member)| self.left_out.leave_out(member));
        name
    }

    fn plain_name(&mut self, concept: &Concept) -> Line {
        let foreign = self.name(concept).is_some_and(|name| name.lang.is_some() && name.lang != self.item.lang);
        if foreign {
            self.left_out.leave_out("concepts/names/lang");
        }
        self.name(concept).map(|name| Line::new(name.words.plain())).unwrap_or_default()
    }

    /// The kind, the genres and the numbered subjects.
    pub(super) fn tobject(&mut self) {
        let item = self.item;
        let at = |at: Place| item.concepts.iter().filter(move |concept| place(concept) == at && !concept.is_empty());
        let kind = at(Place::Kind).next().map(|kind| match kind.literal.is_empty() {
            false => kind.literal.clone(),
            true => self.plain_name(kind),
        });
        if at(Place::Kind).count() > 1 {
            self.leave_out("concepts");
        }
        if kind.is_none() && at(Place::Property).next().is_none() && at(Place::Subject).next().is_none() {
            return;
        }
        self.out.open("tobject").attribute_if("tobject.type", &kind.unwrap_or_default()).line();
        for genre in at(Place::Property) {
            let name = self.plain_name(genre);
            if !genre.code.is_empty() && !name.is_empty() {
                self.leave_out("concepts/names");
            }
            let words = if genre.code.is_empty() { &*name } else { bare_genre(&genre.code) };
            self.out.open("tobject.property").attribute_if("tobject.property.type", words).close().line();
        }
        for subject in at(Place::Subject) {
            let name = self.plain_name(subject);
            let Some((source, number)) = numbered(&subject.code) else { continue };
            // The wide ones are types, what lies within them are matters.
            let part = if number.ends_with("000000") { "tobject.subject.type" } else { "tobject.subject.matter" };
            self.out.open("tobject.subject").attribute("tobject.subject.ipr", source);
            self.out.attribute("tobject.subject.refnum", number).attribute_if(part, &name).close().line();
            if !subject.broader.is_empty() || !subject.same_as.is_empty() {
                self.left_out.leave_out("concepts/broader");
            }
            self.relations(subject);
        }
        self.out.close().line();
    }

    fn relations(&mut self, concept: &Concept) {
        if !concept.rel.is_empty() {
            self.left_out.leave_out("concepts/rel");
        }
    }

    pub(super) fn event_places(&mut self) {
        let item = self.item;
        for concept in item.concepts.iter().filter(|concept| place(concept) == Place::Event) {
            let name = self.plain_name(concept);
            let mut wider = concept.broader.iter();
            self.out.open("evloc").attribute_if("city", &name);
            for part in ["county-dist", "state-prov", "iso-cc"] {
                self.out.attribute_if(part, wider.next().map_or("", |line| line));
            }
            self.out.close().line();
        }
    }

    pub(super) fn audiences(&mut self) {
        let item = self.item;
        for concept in item.concepts.iter().filter(|concept| place(concept) == Place::Scope && !concept.is_empty()) {
            let name = self.plain_name(concept);
            self.out.open("doc-scope").attribute_if("scope", &name).close().line();
        }
    }

    /// People, organisations, places and all that has no number.
    pub(super) fn identified(&mut self) {
        let item = self.item;
        if self.concepts(Place::Identified).is_empty() {
            return;
        }
        self.out.open("identified-content").line();
        for concept in item.concepts.iter().filter(|concept| place(concept) == Place::Identified) {
            if concept.is_empty() {
                continue;
            }
            let element = ELEMENTS.iter().find(|(_, kind)| *kind == concept.kind).map(|(name, _)| *name);
            let class = CLASSES.iter().find(|(_, kind)| *kind == concept.kind).map_or("", |(class, _)| *class);
            let by_place = matches!(concept.kind, ConceptKind::Located | ConceptKind::PointOfInterest);
            let name = element.unwrap_or(if by_place { "location" } else { "classifier" });
            self.out.open(name);
            if element.is_none() {
                let fine = !concept.fine.is_empty() && concept.kind == ConceptKind::Subject;
                let value = if fine { &*concept.fine } else { class };
                self.out.attribute(if by_place { "class" } else { "type" }, value);
            }
            let wording = self.name(concept);
            if let Some(lang) = wording.and_then(|name| name.lang.as_ref()) {
                self.out.attribute("xml:lang", lang.as_str());
            }
            let (source, value) =
                if name == "location" { ("code-source", "location-code") } else { ("idsrc", "value") };
            let (alias, code) = split(&concept.code);
            self.out.attribute_if(source, alias);
            self.out.attribute_if(value, if code.is_empty() { &concept.literal } else { code });
            self.out.words(&wording.map(|name| name.words.plain()).unwrap_or_default());
            for other in &concept.same_as {
                let (alias, code) = split(other);
                self.out.open("alt-code").attribute("idsrc", alias).attribute("value", code).close();
            }
            self.out.close().line();
            self.relations(concept);
        }
        self.out.close().line();
    }
}

/// The vocabulary and the code in it; of an address the whole is the code.
fn split(code: &str) -> (&str, &str) {
    match code.split_once(':') {
        Some((_, rest)) if rest.starts_with("//") => ("", code),
        Some((alias, rest)) if !alias.is_empty() && !rest.is_empty() => (alias, rest),
        _ => ("", code),
    }
}
