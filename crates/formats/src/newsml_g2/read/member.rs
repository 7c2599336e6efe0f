//! One element of an item after another, whatever part of the item it stands in.

use super::reader::Reader;
use crate::newsml_g2::names::{NAR, NOTICE, act, bare, class, class_code, status};
use crate::reading::Took;
use crate::xml::Element;
use story::item::{AltId, ConceptKind, PartyRole, Status, Wording};
use story::{Line, Urgency};

/// What a label may say beside its words.
const LABEL: &[&str] = &["dir", "role", "roleuri"];

impl Reader<'_> {
    /// Takes what one element says. What stands in no home of its own is kept.
    pub(super) fn member(&mut self, element: Element<'_, '_>) {
        if element.space() != NAR && !element.space().is_empty() && element.parent().is_some_and(is_standard) {
            return self.keep(element);
        }
        match element.name() {
            "itemMeta" | "contentMeta" => self.container(element),
            "catalogRef" if is_of_the_standard(element) => {}
            "catalogRef" => self.keep(element),
            "catalog" => self.catalog(element),
            "rightsInfo" => self.rights(element),
            "contentSet" => self.content_set(element),
            "groupSet" => self.group_set(element),
            "assert" => self.assert(element),
            "itemClass" => self.class(element),
            "pubStatus" => self.status(element),
            "signal" => self.signal(element),
            "versionCreated" => self.time(element, |item| &mut item.times.this),
            "firstCreated" => self.time(element, |item| &mut item.times.first),
            "contentCreated" => self.time(element, |item| &mut item.times.content),
            "contentModified" => self.time(element, |item| &mut item.times.content_changed),
            "expires" => self.time(element, |item| &mut item.times.expires),
            "embargoed" => self.embargo(element),
            "service" => self.service(element),
            "title" => {
                let line = self.line(element, &["dir"]);
                self.put(element, line, |item| &mut item.title);
            }
            "slugline" => {
                let line = self.line(element, &["dir", "separator"]);
                self.put(element, line, |item| &mut item.slug);
            }
            "dateline" => {
                let line = self.line(element, &["dir"]);
                if crate::slips::is_moment(&line) {
                    return self.liberties.take(Took::LeftOut, element.path(), &*line);
                }
                self.put(element, line, |item| &mut item.dateline);
            }
            "by" => self.byline(element),
            "creditline" => self.credit(element),
            "headline" => self.headline(element),
            "description" => self.description(element),
            "edNote" => self.note(element),
            "urgency" => self.urgency(element),
            "keyword" => {
                let line = self.line(element, &["dir"]);
                self.item.keywords.extend((!line.is_empty()).then_some(line));
            }
            "language" => self.language_again(element),
            "altId" => self.alt_id(element),
            "subject" => {
                let (kind, fine) = self.kind(element);
                self.concept(element, kind, fine);
            }
            "genre" => self.concept_of(element, ConceptKind::Genre),
            "located" => self.concept_of(element, ConceptKind::Located),
            "audience" => self.concept_of(element, ConceptKind::Audience),
            "creator" => self.party(element, PartyRole::Creator),
            "contributor" => self.party(element, PartyRole::Contributor),
            "infoSource" => self.party(element, PartyRole::Source),
            "provider" => self.party(element, PartyRole::Provider),
            "link" => self.link(element),
            _ => self.keep(element),
        }
    }

    /// A part of the item that holds others: its own attributes say nothing but when it was changed.
    fn container(&mut self, element: Element<'_, '_>) {
        for (space, name, value) in element.attributes().filter(|(space, ..)| space.is_empty()) {
            self.liberties.take(Took::LeftOut, format!("{}/@{space}{name}", element.path()), value);
        }
        element.children().for_each(|child| self.member(child));
    }

    fn catalog(&mut self, element: Element<'_, '_>) {
        let ours = |child: Element<'_, '_>| {
            child.attribute("uri").is_some_and(|uri| uri.starts_with(crate::newsml_g2::names::ALIAS_ONLY))
        };
        if !element.children().all(ours) {
            self.keep(element);
        }
    }

    fn class(&mut self, element: Element<'_, '_>) {
        let code = self.code(element, "qcode", "uri");
        match class(&code) {
            Some(class) => {
                self.item.class = class;
                self.classed = true;
                self.rest(element, &["qcode", "uri"], &[], false);
                if &*code != class_code(class) {
                    self.keep(element);
                }
            }
            None => {
                self.liberties.take(Took::Value, element.path(), &*code);
                self.keep(element);
            }
        }
    }

    fn status(&mut self, element: Element<'_, '_>) {
        let code = self.code(element, "qcode", "uri");
        let named = element.child("name").map(|name| name.line()).unwrap_or_default();
        match status(&code).or_else(|| status(&named)) {
            Some(known) => {
                self.item.status = self.item.status.max(known);
                let usual = named.is_empty() || status(&named) == Some(known);
                self.rest(element, &["qcode", "uri"], if usual { &["name"] } else { &[] }, false);
            }
            None => {
                self.liberties.take(Took::Value, element.path(), &*code);
                self.keep(element);
            }
        }
    }

    fn signal(&mut self, element: Element<'_, '_>) {
        let mut code = self.code(element, "qcode", "uri");
        if code.is_empty() {
            code = Line::new(element.attribute("literal").unwrap_or_default());
        }
        match act(&code).filter(|_| self.item.act.is_none()) {
            Some(act) => {
                self.item.act = Some(act);
                self.rest(element, &["qcode", "uri", "literal"], &[], false);
            }
            None => self.keep(element),
        }
    }

    /// An embargo without a time lasts until somebody says that it is over: the item is held.
    fn embargo(&mut self, element: Element<'_, '_>) {
        self.time(element, |item| &mut item.times.embargo);
        if self.item.times.embargo.is_none() {
            self.item.status = self.item.status.max(Status::Withheld);
            self.liberties.take(Took::Assumed, element.path(), "embargoed without a time: withheld");
            self.keep(element);
        }
    }

    fn service(&mut self, element: Element<'_, '_>) {
        let code = self.code(element, "qcode", "uri");
        let name = element.child("name").map(|name| name.line()).unwrap_or_default();
        if code.is_empty() {
            self.item.services.extend((!name.is_empty()).then_some(name));
            self.rest(element, &[], &["name"], false);
        } else {
            let says_no_more = bare(&code) == &*name || name.is_empty();
            self.item.services.push(code);
            self.rest(element, &["qcode", "uri"], if says_no_more { &["name"] } else { &[] }, false);
        }
    }

    fn byline(&mut self, element: Element<'_, '_>) {
        let line = self.line(element, &["dir"]);
        match &self.item.text.byline {
            None => self.item.text.byline = (!line.is_empty()).then_some(line),
            Some(_) => self.again(element),
        }
    }

    fn credit(&mut self, element: Element<'_, '_>) {
        let line = self.line(element, &["dir"]);
        match &self.item.rights.credit {
            None => self.item.rights.credit = (!line.is_empty()).then_some(line),
            Some(_) => self.again(element),
        }
    }

    /// The first headline in the language of the item that has no role is the main one.
    fn headline(&mut self, element: Element<'_, '_>) {
        let words = self.inline(element, LABEL);
        if words.is_empty() {
            return;
        }
        let role = self.code(element, "role", "roleuri");
        let lang = self.lang_of(element);
        let main = role.is_empty() || bare(&role) == "main";
        if main && lang.is_none() && self.item.text.headline.is_empty() {
            self.item.text.headline = words;
        } else {
            self.item.headlines.push(Wording { role, lang, words });
        }
    }

    /// The summary is the deck; what says that it is for readers is the notice.
    fn description(&mut self, element: Element<'_, '_>) {
        let role = self.code(element, "role", "roleuri");
        let words = self.inline(element, LABEL);
        if words.is_empty() {
            return;
        }
        let lang = self.lang_of(element);
        if &*role == NOTICE && self.item.notice.is_empty() {
            self.item.notice = Line::new(words.plain());
        } else if &*role == "drol:summary" && lang.is_none() && self.item.text.deck.is_none() {
            self.item.text.deck = Some(words);
        } else {
            self.item.descriptions.push(Wording { role, lang, words });
        }
    }

    fn note(&mut self, element: Element<'_, '_>) {
        let line = self.line(element, &["dir"]);
        let new = !line.is_empty() && !self.item.advisories.contains(&line);
        self.item.advisories.extend(new.then_some(line));
    }

    fn urgency(&mut self, element: Element<'_, '_>) {
        let said = element.line();
        let known = said.parse::<u8>().ok().and_then(|n| Urgency::try_from(n).ok());
        if known.is_none() || self.item.urgency.is_some() {
            self.liberties.take(Took::Value, element.path(), &*said);
            return self.keep(element);
        }
        self.item.urgency = known;
        self.rest(element, &[], &[], true);
    }

    /// The language of the item is known by now; others, and what each is for, are kept.
    fn language_again(&mut self, element: Element<'_, '_>) {
        let said = element.attribute("tag").and_then(super::words::tag);
        if said.is_none() {
            self.liberties.take(Took::Value, element.path(), element.attribute("tag").unwrap_or_default());
        }
        if said.is_some() && said == self.item.lang {
            self.rest(element, &["tag"], &[], false);
        } else {
            self.keep(element);
        }
    }

    fn alt_id(&mut self, element: Element<'_, '_>) {
        let mut role = self.code(element, "type", "typeuri");
        let mut taken: &[&str] = &["type", "typeuri"];
        if role.is_empty() {
            role = self.code(element, "role", "roleuri");
            taken = &["role", "roleuri"];
        }
        let value = element.line();
        self.rest(element, taken, &[], true);
        if !value.is_empty() {
            self.item.alt_ids.push(AltId { role, value });
        }
    }
}

/// Whether it names a catalog of IPTC's own, of which all is known.
fn is_of_the_standard(element: Element<'_, '_>) -> bool {
    element.attribute("href").is_some_and(|href| href.contains("catalog.IPTC-G2-Standards"))
}

/// Whether an element is of the standard, or of no namespace at all.
fn is_standard(element: Element<'_, '_>) -> bool {
    element.space() == NAR
}
