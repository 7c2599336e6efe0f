//! What an entry is about, whose it is, and what this house says of it in the words of NewsML-G2.

use super::super::names::{NAR, Space, attribute, told};
use super::super::{construct, dates, markup, media, people, subjects};
use super::Entry;
use crate::reading::{Liberties, Took};
use crate::xml::Element;
use story::item::{Bond, Concept, Party, PartyRole, Status};
use story::{Kind, Line};

/// The most keywords and the most concepts of one entry.
const MOST_WORDS: usize = 1_000;

/// Relations of links (RFC 4287, IANA), or addresses where none is registered, and the bonds that they are.
const RELATIONS: &[(&str, Bond)] = &[
    ("alternate", Bond::Page),
    ("related", Bond::SeeAlso),
    ("enclosure", Bond::Enclosure),
    ("replies", Bond::Comments),
    ("predecessor-version", Bond::Previous),
    ("https://schema.org/translationOfWork", Bond::TranslationOf),
    ("https://schema.org/isBasedOn", Bond::DerivedFrom),
    ("http://purl.org/dc/terms/replaces", Bond::Replaces),
    ("http://purl.org/dc/terms/isPartOf", Bond::PartOf),
];

/// The bond of a relation; one that is not known is a pointer at something else.
pub(super) fn bond(rel: &str) -> Bond {
    RELATIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(rel)).map(|(_, bond)| *bond).unwrap_or_default()
}

/// The relation of a bond.
pub(in super::super) fn rel(bond: Bond) -> &'static str {
    RELATIONS.iter().find(|(_, known)| *known == bond).map_or("related", |(rel, _)| rel)
}

/// The signals of IPTC and the acts that they tell.
pub(in super::super) const SIGNALS: &[(&str, Kind)] =
    &[("sig:update", Kind::Update), ("sig:correction", Kind::Correction)];

impl<'d, 'i> Entry<'d, 'i, '_> {
    pub(super) fn rights(&mut self, child: Element<'_, '_>) {
        let construct = construct::Construct::of(child, self.scene.atom);
        let words = Line::new(markup::inline(&construct, self.scene.base.as_ref()).plain());
        if !words.is_empty() {
            self.item.rights.copyright.get_or_insert(words);
        }
    }

    pub(super) fn licence(&mut self, child: Element<'_, '_>) {
        let named = ["resource", "href"].iter().find_map(|name| attribute(&child, name)).map(Line::new);
        let words = named.unwrap_or_else(|| child.line());
        if !words.is_empty() {
            self.item.rights.terms.get_or_insert(words);
        }
    }

    /// A category: of a vocabulary, where it names one; else a word to find it by.
    pub(super) fn category(&mut self, child: Element<'_, '_>) {
        let own: String = child
            .nodes()
            .filter_map(|node| match node {
                crate::xml::Node::Words(words) => Some(words),
                crate::xml::Node::Element(_) => None,
            })
            .collect();
        let label = attribute(&child, "label").map(Line::new).unwrap_or_default();
        let term = ["term", "text"].iter().find_map(|name| attribute(&child, name)).map(Line::new);
        let term = term.filter(|term| !term.is_empty()).unwrap_or_else(|| Line::new(own));
        let scheme =
            ["scheme", "domain"].iter().find_map(|name| attribute(&child, name)).map(Line::new).unwrap_or_default();
        for inner in child.children().filter(|inner| inner.name().eq_ignore_ascii_case("category")) {
            let named = attribute(&inner, "text").unwrap_or_default();
            self.words_to_find(named, None);
        }
        if scheme.is_empty() && label.is_empty() {
            self.words_to_find(&term, None);
            return;
        }
        let code = child.attribute_in(NAR, "qcode").map(Line::new).unwrap_or_default();
        let mut concept = subjects::told(&scheme, if code.is_empty() { &term } else { &code });
        if !code.is_empty() {
            (concept.literal, concept.fine, concept.code) = (Line::default(), Line::default(), code);
            concept = if term == concept.code { concept } else { concept.with_name(None, term) };
        } else if concept.code.is_empty() && concept.fine.is_empty() && label.is_empty() {
            // The term is the name.
            concept = Concept::named(concept.kind, term);
        }
        let concept = concept.with_name(None, label);
        let room = self.item.concepts.len() < MOST_WORDS;
        if room && !concept.is_empty() && !self.item.concepts.contains(&concept) {
            self.item.concepts.push(concept);
        }
    }

    pub(super) fn words_to_find(&mut self, words: &str, apart: Option<&[char]>) {
        let parts: Vec<&str> = match apart {
            Some(marks) => words.split(marks).collect(),
            None => vec![words],
        };
        for word in parts.into_iter().map(Line::new).filter(|word| !word.is_empty()) {
            if self.item.keywords.len() < MOST_WORDS && !self.item.keywords.contains(&word) {
                self.item.keywords.push(word);
            }
        }
    }

    /// Whoever the entry is taken from.
    pub(super) fn source(&mut self, child: Element<'_, '_>, liberties: &mut Liberties) {
        let part = |name: &str| child.children().find(|inner| inner.name().eq_ignore_ascii_case(name));
        let title = part("title").map(|title| {
            let construct = construct::Construct::of(title, self.scene.atom);
            markup::inline(&construct, self.scene.base.as_ref()).plain()
        });
        let link = part("link").and_then(|link| {
            let href = attribute(&link, "href").map(ToOwned::to_owned).unwrap_or_else(|| link.words().into_owned());
            self.scene.resolve(&link, &href)
        });
        let url = attribute(&child, "url").and_then(|url| self.scene.resolve(&child, url));
        let name = title.unwrap_or_else(|| child.line().to_string());
        let web = url.or(link).unwrap_or_default();
        if let Some(mut party) = people::party(PartyRole::Source, &name, "", &web) {
            party.code = part("id").map(|id| id.line()).unwrap_or_default();
            self.item.parties.push(party);
        }
        if child.children().next().is_some() {
            self.is_copied = true;
            self.keep("source", child, liberties);
        }
    }

    /// A group of media, and what Media RSS says of the entry by the way.
    pub(super) fn group(&mut self, child: Element<'d, 'i>, liberties: &mut Liberties) {
        let known = media::add(&child, &mut self.item.parts, self.scene);
        if child.name().eq_ignore_ascii_case("group") {
            for inner in child.children() {
                match told(&inner, self.scene.root_space()) {
                    (Space::Media, name) if name == "description" => self.piece(super::Rank::Media, name, inner, false),
                    (Space::Media, name) if name == "title" => self.title(super::Rank::Media, inner, liberties),
                    (Space::Media, name) if name == "credit" => self.credit(inner),
                    _ => {}
                }
            }
        } else if !known {
            let image = child.children().find(|inner| inner.name().eq_ignore_ascii_case("url")).map(|url| url.words());
            match image.and_then(|url| self.scene.resolve(&child, &url)) {
                Some(href) => {
                    let rendition = story::item::Rendition { href: Line::new(href), ..Default::default() };
                    self.item.parts.push(media::part("thumbnail", rendition, "image"));
                }
                None => self.keep(&child.name().to_ascii_lowercase(), child, liberties),
            }
        }
    }

    pub(super) fn credit(&mut self, child: Element<'_, '_>) {
        if let Some(mut party) = people::line(PartyRole::Contributor, &child.words()) {
            party.job = Line::new(attribute(&child, "role").unwrap_or_default());
            self.item.parties.push(party);
        }
    }

    /// What the writers of this room say in the words of NewsML-G2, which other readers pass over.
    pub(super) fn nar(&mut self, name: &str, child: Element<'_, '_>, liberties: &mut Liberties) {
        let code = attribute(&child, "qcode").unwrap_or_default();
        let line = child.line();
        match name {
            "pubstatus" => {
                self.item.status = match code.rsplit(':').next() {
                    Some("withheld") => Status::Withheld,
                    Some("canceled") => Status::Canceled,
                    _ => Status::Usable,
                };
            }
            "signal" if SIGNALS.iter().any(|(known, _)| *known == code) => {
                self.item.act = SIGNALS.iter().find(|(known, _)| *known == code).map(|(_, act)| *act);
            }
            "urgency" => self.item.urgency = line.parse::<u8>().ok().and_then(|n| n.try_into().ok()),
            "slugline" => self.item.slug = line,
            "by" => self.item.text.byline = Some(line),
            "creditline" => self.item.rights.credit = Some(line).filter(|line| !line.is_empty()),
            "usageterms" => self.item.rights.terms = Some(line).filter(|line| !line.is_empty()),
            "provider" | "infosource" => {
                let role = if name == "provider" { PartyRole::Provider } else { PartyRole::Source };
                self.item.parties.extend(Some(Party::named(role, &*line)).filter(|party| !party.is_empty()));
            }
            _ => self.keep(name, child, liberties),
        }
        if name == "urgency" && self.item.urgency.is_none() {
            liberties.take(Took::Value, self.at(name), child.line());
        }
    }

    /// For how long it holds (DCMI Period): the end is of use.
    pub(super) fn valid(&mut self, child: Element<'_, '_>, liberties: &mut Liberties) {
        let words = child.words();
        let end = words.split(';').find_map(|part| part.trim().strip_prefix("end="));
        if let Some(when) = end.and_then(|end| dates::read(end, &self.at("valid"), liberties)) {
            self.item.times.expires = Some(when);
        } else {
            self.keep("valid", child, liberties);
        }
    }
}
