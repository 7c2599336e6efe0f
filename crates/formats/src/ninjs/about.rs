//! What an item is about and who had a hand in it.

use super::read::{Reader, line};
use super::{FORM, ROLES};
use crate::codes;
use crate::json::{At, Object, Value};
use crate::reading::Took;
use story::item::{AltId, Bond, Concept, ConceptKind, Party, PartyRole, Reference};
use story::{Item, Line};

/// The members that hold concepts: in ninjs 3 and 2, in ninjs 1.
pub(super) const CONCEPTS: [(ConceptKind, &str, &str); 7] = [
    (ConceptKind::Subject, "subjects", "subject"),
    (ConceptKind::Genre, "genres", "genre"),
    (ConceptKind::Person, "people", "person"),
    (ConceptKind::Organisation, "organisations", "organisation"),
    (ConceptKind::Place, "places", "place"),
    (ConceptKind::Event, "events", "event"),
    (ConceptKind::Object, "objects", "object"),
];

/// The relation by which free words and places to go to are told from other subjects and places.
pub(super) const KEYWORD: &str = "keyword";
/// See [`KEYWORD`].
pub(super) const POINT: &str = "pointOfInterest";

impl Reader<'_> {
    pub(super) fn about(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        for (kind, many, one) in CONCEPTS {
            for member in [many, one] {
                self.things(o, item, member, at, |reader, item, thing, at| {
                    reader.concept(item, kind, many, thing, at);
                });
            }
        }
        for member in ["infoSources", "infosource"] {
            self.things(o, item, member, at, |reader, item, thing, at| reader.party(item, thing, at));
        }
        // What systems of before say beyond the standard.
        if let Some(Value::List(words)) = o.get(&["keywords"]) {
            item.keywords.extend(words.iter().filter_map(Value::words).map(Line::new));
            if words.iter().all(|word| word.words().is_some()) {
                o.take(&["keywords"]);
            }
        }
        let evolved = line(o, &["evolvedfrom"]);
        if !evolved.is_empty() {
            item.references.push(Reference { bond: Bond::DerivedFrom, guid: evolved, ..Reference::default() });
        }
        let source = line(o, &["source"]);
        if !source.is_empty() {
            item.parties.push(Party::named(PartyRole::Source, &source));
        }
    }

    /// Every thing of a member: in a list, alone, or as its name alone.
    fn things(
        &mut self,
        o: &mut Object<'_>,
        item: &mut Item,
        member: &str,
        at: &At<'_>,
        mut take: impl FnMut(&mut Self, &mut Item, Object<'_>, &At<'_>),
    ) {
        let Some((name, value)) = o.take(&[member]) else { return };
        let here = at.name(&name);
        let list = match value {
            Value::List(list) => list,
            other => vec![other],
        };
        for (i, value) in list.into_iter().enumerate() {
            let at = here.index(i);
            match value {
                Value::Object(thing) => take(self, item, thing, &at),
                Value::Words(words) => {
                    let thing = Object { members: vec![("name".into(), Value::Words(words))] };
                    take(self, item, thing, &at);
                }
                other => self.keep(item, member, &other, &at),
            }
        }
    }

    fn concept(&mut self, item: &mut Item, kind: ConceptKind, member: &str, mut o: Object<'_>, at: &At<'_>) {
        let name = line(&mut o, &["name"]);
        let rel = line(&mut o, &["rel"]);
        let (code, literal) = identity(&mut o);
        let share = |o: &mut Object<'_>, name: &str| {
            let share = o.get(&[name])?.words()?.parse::<u8>().ok().filter(|share| *share <= 100)?;
            o.take(&[name]);
            Some(share)
        };
        if kind == ConceptKind::Subject && &*rel == KEYWORD && code.is_empty() && literal.is_empty() {
            item.keywords.push(name);
            return self.beside(item, member, &Concept::default(), o, at);
        }
        let mut concept = Concept { kind, code, literal, ..Concept::default() }.with_name(None, &name);
        if kind == ConceptKind::Place && &*rel == POINT {
            concept.kind = ConceptKind::PointOfInterest;
        } else {
            concept.rel = rel;
        }
        concept.creator = line(&mut o, &["creator"]);
        concept.confidence = share(&mut o, "confidence");
        concept.relevance = share(&mut o, "relevance");
        self.beside(item, member, &concept, o, at);
        if !concept.is_empty() || !concept.rel.is_empty() {
            item.concepts.push(concept);
        }
    }

    /// What a thing holds that a concept has no home for is kept with what the thing is known by.
    fn beside(&mut self, item: &mut Item, member: &str, concept: &Concept, o: Object<'_>, at: &At<'_>) {
        if o.members.is_empty() {
            return;
        }
        for (name, value) in &o.members {
            self.liberties.take(Took::Kept, at.name(name).to_string(), value.raw());
        }
        let name = concept.names.first().map(|name| name.words.plain()).unwrap_or_default();
        let mut whole = known_by(&concept.code, &concept.literal, &name);
        whole.members.extend(o.members);
        if !item.keep(FORM, member, Value::Object(whole).raw()) {
            self.liberties.take(Took::TooMuch, at.to_string(), "");
        }
    }

    fn party(&mut self, item: &mut Item, mut o: Object<'_>, at: &At<'_>) {
        let name = line(&mut o, &["name"]);
        let said = line(&mut o, &["role", "rel"]);
        let (code, literal) = identity(&mut o);
        let last = said.rsplit(['/', ':']).next().unwrap_or(&said);
        let known = ROLES.iter().find(|(_, word)| word.eq_ignore_ascii_case(last));
        let (role, job) = match known {
            Some((role, word)) => (*role, if **word == *said { Line::default() } else { said }),
            None => (PartyRole::Source, said),
        };
        let reach = o.get(&["contactInfo"]).and_then(reach);
        if reach.is_some() {
            o.take(&["contactInfo"]);
        }
        let party = Party { role, code, literal, name, job, reach: reach.unwrap_or_default() };
        let known_by = Concept { code: party.code.clone(), literal: party.literal.clone(), ..Concept::default() };
        self.beside(item, "infoSources", &known_by.with_name(None, &party.name), o, at);
        if !party.is_empty() || !party.job.is_empty() {
            item.parties.push(party);
        }
    }
}

/// What a thing is known by, as members of ninjs 3: what is kept of it finds it again by these.
pub(super) fn known_by(code: &str, literal: &str, name: &str) -> Object<'static> {
    let members = [("uri", code), ("literal", literal), ("name", name)];
    let full = members.into_iter().filter(|(_, words)| !words.is_empty());
    Object { members: full.map(|(name, words)| (name.into(), Value::Words(words.to_owned().into()))).collect() }
}

/// The code and the literal of a thing; a scheme with a code (ninjs 1) is an address.
fn identity(o: &mut Object<'_>) -> (Line, Line) {
    let code_of = |uri: &str| codes::code(uri).map_or_else(|| Line::new(uri), Line::new);
    let mut literal = line(o, &["literal"]);
    let uri = line(o, &["uri"]);
    let mut code = if uri.is_empty() { Line::default() } else { code_of(&uri) };
    if o.get(&["code"]).is_some() && code.is_empty() {
        let scheme = line(o, &["scheme"]);
        let within = line(o, &["code"]);
        if scheme.is_empty() || within.is_empty() {
            if literal.is_empty() {
                literal = if within.is_empty() { scheme } else { within };
            }
        } else {
            let slash = if scheme.ends_with(['/', '#', ':', '=']) { "" } else { "/" };
            code = code_of(&format!("{scheme}{slash}{within}"));
        }
    }
    (code, literal)
}

/// Ways to reach a party, when each is a kind and a value and nothing else.
fn reach(value: &Value<'_>) -> Option<Vec<AltId>> {
    let Value::List(list) = value else { return None };
    let way = |value: &Value<'_>| {
        let o = value.as_object()?;
        let kind = o.get(&["type"]);
        let plain = o.members.len() == 1 + usize::from(kind.is_some());
        let role = kind.map_or(Some(Line::default()), |kind| kind.words().map(Line::new))?;
        plain.then_some(AltId { role, value: Line::new(o.get(&["value"])?.words()?) })
    };
    list.iter().map(way).collect()
}
