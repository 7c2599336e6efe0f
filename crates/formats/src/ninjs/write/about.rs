//! What an item is about and who had a hand in it.

use super::Out;
use crate::codes;
use crate::json::{self, Is, Object, Value, Writer, is_uri};
use crate::ninjs::about::{CONCEPTS, KEYWORD, POINT, known_by};
use crate::ninjs::shapes::Generation;
use crate::ninjs::{FORM, ROLES};
use story::Item;
use story::item::{Concept, ConceptKind, Party, PartyRole};

impl Out<'_> {
    pub(super) fn about(&mut self, w: &mut Writer, item: &Item) {
        let kept = Kept::of(item);
        for (kind, many, one) in CONCEPTS {
            let member = if self.generation == Generation::One { one } else { many };
            w.list(member, |w| {
                let here = |concept: &&Concept| {
                    concept.kind == kind || (kind == ConceptKind::Place && concept.kind == ConceptKind::PointOfInterest)
                };
                for concept in item.concepts.iter().filter(here) {
                    self.concept(w, item, concept, member, kept.find(many, concept));
                }
                if kind == ConceptKind::Subject {
                    for word in item.keywords.iter().filter(|word| !word.is_empty()) {
                        w.object(|w| {
                            w.member("name", word);
                            w.member("rel", KEYWORD);
                        });
                    }
                }
            });
        }
        if item.concepts(ConceptKind::Audience).next().is_some() {
            self.leave_out("concepts/audience");
        }
    }

    fn concept(&mut self, w: &mut Writer, item: &Item, concept: &Concept, member: &str, kept: Option<&str>) {
        let simple = matches!(concept.kind, ConceptKind::Genre);
        let subject = concept.kind == ConceptKind::Subject;
        let name = concept.name(item.lang.as_ref());
        let rel = match (&*concept.rel, concept.kind) {
            ("", ConceptKind::PointOfInterest) => POINT,
            (rel, _) => rel,
        };
        let lost = [
            (concept.names.len() > 1 || concept.names.iter().any(|name| name.lang.is_some()), "concepts/names"),
            (simple && !rel.is_empty(), "concepts/rel"),
            (!subject && !concept.creator.is_empty(), "concepts/creator"),
            (!subject && (concept.confidence.is_some() || concept.relevance.is_some()), "concepts/confidence"),
            (!concept.fine.is_empty(), "concepts/fine"),
            (concept.rank.is_some(), "concepts/rank"),
            (!concept.broader.is_empty(), "concepts/broader"),
            (!concept.same_as.is_empty(), "concepts/same_as"),
            (concept.position.is_some(), "concepts/position"),
        ];
        lost.iter().filter(|(is, _)| *is).for_each(|(_, what)| self.leave_out(what));
        w.object(|w| {
            w.member("name", name.as_deref().unwrap_or_default());
            if !simple {
                w.member("rel", rel);
            }
            self.identity(w, &concept.code, &concept.literal);
            if subject {
                w.member("creator", &concept.creator);
                if let Some(share) = concept.relevance {
                    w.number("relevance", share);
                }
                if let Some(share) = concept.confidence {
                    w.number("confidence", share);
                }
            }
            self.beside(w, member, kept);
        });
    }

    /// The code as an address, or as words where it is none; in ninjs 1 as a scheme and a code.
    fn identity(&mut self, w: &mut Writer, code: &str, literal: &str) {
        let address = codes::uri(code).unwrap_or_else(|| code.to_owned());
        let is_address = is_uri(&address);
        if self.generation != Generation::One {
            let literal = if is_address || code.is_empty() {
                literal
            } else {
                if !literal.is_empty() {
                    self.leave_out("concepts/literal");
                }
                code
            };
            w.member("uri", if is_address { &address } else { "" });
            return w.member("literal", literal);
        }
        let cut = address.rfind(['/', '#', ':']).map(|at| address.split_at(at + 1));
        match cut.filter(|(scheme, within)| is_address && is_uri(scheme) && !within.is_empty()) {
            Some((scheme, within)) => {
                w.member("scheme", scheme);
                w.member("code", within);
                if !literal.is_empty() {
                    self.leave_out("concepts/literal");
                }
            }
            None => w.member("code", if code.is_empty() { literal } else { code }),
        }
    }

    /// What was kept of a thing, where this edition has a member for it.
    fn beside(&mut self, w: &mut Writer, member: &str, kept: Option<&str>) {
        let Some(Ok(Value::Object(kept))) = kept.map(serde_json::from_str::<Value<'_>>) else { return };
        let minor = self.generation.newest();
        let Some(Is::Many(shape)) = self.expected(member) else { return };
        for (name, value) in kept.members {
            if matches!(&*name, "uri" | "literal" | "name") {
                continue;
            }
            let own = shape.members.iter().find(|m| m.since <= minor && m.name.eq_ignore_ascii_case(&name));
            match own.and_then(|own| Some((own, json::fit(value, own.is, minor)?))) {
                Some((own, value)) => w.raw(own.name, &value.raw()),
                None => self.leave_out(&format!("kept/{member}/{name}")),
            }
        }
    }

    /// Parties; the one that holds the copyright and has nothing but a name stands elsewhere.
    pub(super) fn parties(&mut self, w: &mut Writer, item: &Item, holder: Option<&Party>) {
        let kept = Kept::of(item);
        let member = self.name("infoSources", "infosources", "infosource");
        let role_name = self.name("role", "role", "rel");
        let reach_name = self.name("contactInfo", "contactinfo", "contactinfo");
        w.list(member, |w| {
            for party in item.parties.iter().filter(|party| !holder.is_some_and(|holder| std::ptr::eq(holder, *party)))
            {
                let word =
                    ROLES.iter().find(|(role, _)| *role == party.role).map(|(_, word)| *word).unwrap_or_default();
                let job = !party.job.is_empty();
                // A finer role stands for the source that it is a kind of; of any other role it is the one that is lost.
                let told = party.job.rsplit(['/', ':']).next().is_some_and(|last| last.eq_ignore_ascii_case(word));
                let role = if job && (party.role == PartyRole::Source || told) { &*party.job } else { word };
                if job && role != &*party.job {
                    self.leave_out("parties/job");
                }
                w.object(|w| {
                    w.member("name", &party.name);
                    w.member(role_name, role);
                    self.identity(w, &party.code, &party.literal);
                    w.list(reach_name, |w| {
                        for way in party.reach.iter().filter(|way| !way.value.is_empty()) {
                            w.object(|w| {
                                w.member("type", &way.role);
                                w.member("value", &way.value);
                            });
                        }
                    });
                    self.beside(w, member, kept.party(party));
                });
            }
        });
    }
}

/// What was kept of things, found by what they are known by.
struct Kept<'i>(Vec<(&'i str, &'i str)>);

impl<'i> Kept<'i> {
    fn of(item: &'i Item) -> Self {
        let ours = item.kept.iter().filter(|kept| &*kept.form == FORM);
        Self(ours.map(|kept| (&*kept.at, &*kept.raw)).collect())
    }

    fn find(&self, member: &str, concept: &Concept) -> Option<&'i str> {
        let name = concept.names.first().map(|name| name.words.plain()).unwrap_or_default();
        self.by(member, || known_by(&concept.code, &concept.literal, &name))
    }

    fn party(&self, party: &Party) -> Option<&'i str> {
        self.by("infoSources", || known_by(&party.code, &party.literal, &party.name))
    }

    fn by(&self, member: &str, known: impl Fn() -> Object<'static>) -> Option<&'i str> {
        let mut these = self.0.iter().filter(|(at, _)| *at == member).peekable();
        these.peek()?;
        let known = Value::Object(known()).raw();
        let start = known.strip_suffix('}')?;
        these.map(|(_, raw)| *raw).find(|raw| raw.strip_prefix(start).is_some_and(|rest| rest.starts_with([',', '}'])))
    }
}
