//! What is known while an item is read, and what every part of the reader asks for.

use super::rest::XSI;
use super::words::{direction, tag};
use crate::codes::{self, Schemes};
use crate::newsml_g2::names::bare;
use crate::reading::{Liberties, Took};
use crate::xml::{Element, Node, XML};
use std::collections::HashMap;
use std::sync::Arc;
use story::item::{Class, ConceptKind, When};
use story::{Item, Line, Tag};

/// The most vocabularies of a document's own that are looked through for the address of each concept.
const MOST_LOOKED_THROUGH: usize = 64;

/// Reads one item.
pub(super) struct Reader<'l> {
    pub item: Item,
    pub liberties: &'l mut Liberties,
    pub schemes: Arc<Schemes>,
    /// The places of the concepts by their codes, for as many concepts as there were when it was made.
    pub by_code: (usize, HashMap<Line, Vec<usize>>),
    /// How deep the item stands in other items.
    pub depth: usize,
    /// Whether a class was given.
    pub classed: bool,
    /// Whether the rights of the whole item were read.
    pub rights_read: bool,
}

impl<'l> Reader<'l> {
    /// A reader of that item: its language and its catalogs are known before anything else is read.
    pub(super) fn new(element: Element<'_, '_>, liberties: &'l mut Liberties) -> Self {
        let mut schemes = Schemes::new();
        for scheme in element.children_named("catalog").flat_map(|catalog| catalog.children_named("scheme")) {
            let (alias, uri) = (scheme.attribute("alias"), scheme.attribute("uri"));
            schemes.declare(alias.unwrap_or_default(), uri.unwrap_or_default());
        }
        let item = Item::default();
        let schemes = Arc::new(schemes);
        let by_code = Default::default();
        let mut reader = Self { item, liberties, schemes, by_code, depth: 0, classed: false, rights_read: false };
        reader.item.lang = reader.language(element);
        reader
    }

    /// A reader of an item within this one, in its language.
    pub(super) fn within(&mut self) -> Reader<'_> {
        let item = Item { lang: self.item.lang.clone(), ..Item::default() };
        Reader {
            item,
            liberties: self.liberties,
            schemes: Arc::clone(&self.schemes),
            by_code: Default::default(),
            depth: self.depth + 1,
            classed: false,
            rights_read: false,
        }
    }

    /// The language of an item: that of its content, else that of its words about it, else that of its headline.
    fn language(&mut self, element: Element<'_, '_>) -> Option<Tag> {
        let meta = element.child("contentMeta");
        let languages = meta.into_iter().flat_map(|meta| meta.children_named("language"));
        let content = languages.filter_map(|language| language.attribute("tag")).find_map(tag);
        let whole = || element.attribute_in(XML, "lang").and_then(tag);
        let headline = || {
            let headline = meta?.child("headline")?;
            let known = headline.attribute_in(XML, "lang").and_then(tag)?;
            self.liberties.take(Took::Assumed, headline.path(), format!("the item is in {known}"));
            Some(known)
        };
        content.or_else(whole).or_else(headline)
    }

    /// Everything of an item from its root on.
    pub(super) fn whole(&mut self, element: Element<'_, '_>) {
        self.item.guid = Line::new(element.attribute("guid").unwrap_or_default());
        self.item.version = Line::new(element.attribute("version").unwrap_or_default());
        self.item.dir = element.attribute("dir").and_then(direction);
        if let Some(word) = element.attribute_in(XML, "lang").filter(|word| tag(word).is_none()) {
            self.liberties.take(Took::Value, "xml:lang", word);
        }
        for name in ["guid", "standard", "standardversion"] {
            if element.attribute(name).is_none_or(|value| value.trim().is_empty()) {
                self.liberties.take(Took::Missing, format!("@{name}"), "");
            }
        }
        for (space, name, value) in element.attributes() {
            let known = ["guid", "version", "standard", "standardversion", "conformance", "dir"].contains(&name);
            if space.is_empty() && !known {
                self.liberties.take(Took::Unknown, format!("@{name}"), value);
            } else if ![XML, XSI, ""].contains(&space) {
                self.liberties.take(Took::LeftOut, format!("@{name}"), value);
            }
        }
        for node in element.nodes() {
            match node {
                Node::Element(child) => self.member(child),
                Node::Words(words) if words.trim().is_empty() => {}
                Node::Words(words) => self.liberties.take(Took::LeftOut, "", words.trim()),
            }
        }
        let meta = element.child("itemMeta");
        for name in ["itemClass", "provider", "versionCreated"] {
            if meta.is_none_or(|meta| meta.child(name).is_none()) {
                self.liberties.take(Took::Missing, format!("itemMeta/{name}"), "");
            }
        }
        if element.name() == "packageItem" {
            self.item.class = Class::Package;
        } else if !self.classed {
            self.liberties.take(Took::Assumed, "itemMeta/itemClass", "text");
        }
    }

    /// The item, once all of it was read.
    pub(super) fn finish(mut self) -> Item {
        if self.item.text.headline.is_empty() && !self.item.headlines.is_empty() {
            self.item.text.headline = self.item.headlines.remove(0).words;
        }
        self.item
    }

    /// The language of an element's words, when it is not that of the item.
    pub(super) fn lang_of(&self, element: Element<'_, '_>) -> Option<Tag> {
        if let Some(own) = element.attribute_in(XML, "lang") {
            return tag(own).filter(|known| Some(known) != self.item.lang.as_ref());
        }
        let around = element.lang().and_then(tag)?;
        let known = self.item.lang.as_ref().map(Tag::language);
        (known != Some(around.language())).then_some(around)
    }

    /// A code as everybody would write it; None for what is no code, which is said.
    pub(super) fn qcode(&mut self, element: Element<'_, '_>, name: &str) -> Option<Line> {
        let word = element.attribute(name)?.trim();
        let usual = self.schemes.usual(word);
        if usual.is_none() {
            self.liberties.take(Took::Value, format!("{}/@{name}", element.path()), word);
        }
        usual.map(|code| Line::new(code.as_str()))
    }

    /// A code by its short form or by its address: `role` and `roleuri`, `qcode` and `uri`. A list keeps its order.
    pub(super) fn code(&mut self, element: Element<'_, '_>, short: &str, address: &str) -> Line {
        if element.attribute(short).is_some_and(|word| word.trim().contains(char::is_whitespace)) {
            let words = element.attribute(short).unwrap_or_default();
            let codes = words.split_whitespace().map(|word| self.schemes.usual(word));
            let codes: Vec<String> = codes.flatten().map(|code| code.as_str().to_owned()).collect();
            return Line::new(codes.join(" "));
        }
        if let Some(code) = self.qcode(element, short).filter(|code| !code.is_empty()) {
            let also = element.attribute(address).map(str::trim).unwrap_or_default();
            if !also.is_empty() && codes::code(also).as_deref() != Some(&*code) {
                self.liberties.take(Took::LeftOut, format!("{}/@{address}", element.path()), also);
            }
            return code;
        }
        let address = element.attribute(address).unwrap_or_default();
        let few = self.schemes.iter().nth(MOST_LOOKED_THROUGH).is_none();
        let own = few.then(|| self.schemes.code(address)).flatten();
        let known = own.and_then(|code| self.schemes.usual(&code));
        known.map_or_else(|| Line::new(codes::code(address).as_deref().unwrap_or(address)), |c| Line::new(c.as_str()))
    }

    /// A time, in the slot that was empty so far.
    pub(super) fn time(&mut self, element: Element<'_, '_>, slot: fn(&mut Item) -> &mut Option<When>) {
        let when = crate::times::read(&element.words(), &element.path(), self.liberties);
        if slot(&mut self.item).is_some() {
            self.again(element);
        } else {
            *slot(&mut self.item) = when;
            self.rest(element, &[], &[], true);
        }
    }

    /// A line, in the slot that was empty so far; what stands there again is kept.
    pub(super) fn put(&mut self, element: Element<'_, '_>, line: Line, slot: fn(&mut Item) -> &mut Line) {
        if slot(&mut self.item).is_empty() {
            *slot(&mut self.item) = line;
        } else if !line.is_empty() {
            self.keep(element);
        }
    }

    /// Finds what a subject is by its type.
    pub(super) fn kind(&mut self, element: Element<'_, '_>) -> (ConceptKind, Line) {
        let fine = self.code(element, "type", "typeuri");
        match crate::newsml_g2::names::kind(&fine) {
            Some(kind) => (kind, Line::default()),
            None => (told_by_name(bare(&fine)), fine),
        }
    }
}

/// Agencies have types of their own; those that are called as IPTC calls them are taken for them.
fn told_by_name(word: &str) -> ConceptKind {
    crate::newsml_g2::names::kind(&format!("cpnat:{word}")).unwrap_or_default()
}
