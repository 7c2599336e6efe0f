//! Components: the tree in which a news item holds its text, its pictures and its other languages.

use super::Reader;
use super::content::class;
use super::lines::{add_deck, add_headline};
use crate::nitf::{self, attribute, child, joined, lang};
use crate::reading::Took;
use crate::xml::{Element, Node};
use story::item::{Bond, Class, DEEPEST, Group, Member, Mode, Part, Reference, Wording};
use story::text::Inline;
use story::{Item, Line};

/// The role that a component says it has.
fn role(component: Element<'_, '_>) -> Line {
    child(component, "Role").and_then(|role| attribute(role, "FormalName")).unwrap_or_default()
}

/// What the content in a component is made of: text if there is any, else the first of its media.
fn made_of(component: Element<'_, '_>) -> Option<Class> {
    let mut found = None;
    component.walk(&mut |node| {
        let Node::Element(element) = node else { return };
        // The words above and below a picture do not make it a text, and neither does an empty element.
        let beside = || {
            let said = element.parent().map(|parent| role(parent).to_ascii_lowercase()).unwrap_or_default();
            said.contains("caption") || said == "title"
        };
        if element.name() == "ContentItem" && !beside() {
            match class(element).filter(|class| *class != Class::Text || says_something(element)) {
                Some(Class::Text) => found = Some(Class::Text),
                other => found = found.or(other),
            }
        }
    });
    found
}

/// Whether there is content in an element, or an address of it, or a line of words.
fn says_something(element: Element<'_, '_>) -> bool {
    let says = |element: Element<'_, '_>| {
        let words = || !nitf::line(element).is_empty();
        element.attribute("Href").is_some()
            || element.name() == "DataContent" && (element.children().next().is_some() || words())
            || matches!(element.name(), "NewsLines" | "NewsItem" | "NewsItemRef") && words()
    };
    let mut any = says(element);
    element.walk(&mut |node| any |= matches!(node, Node::Element(inner) if says(inner)));
    any
}

impl<'d, 'i> Reader<'_, 'd, 'i> {
    /// Reads a component into an item.
    pub(super) fn component(&mut self, component: Element<'d, 'i>, item: &mut Item, depth: usize) {
        self.seen.mark(component);
        child(component, "Role").into_iter().for_each(|role| self.seen.mark(role));
        let said = role(component);
        self.liberties.take(Took::LeftOut, format!("{}/Role", component.path()), &*said);
        item.lang = lang(component, self.liberties).or_else(|| item.lang.take());
        for inner in component.children() {
            match inner.name() {
                "DescriptiveMetadata" => self.descriptive(inner, item),
                "AdministrativeMetadata" => self.administrative(inner, item),
                "RightsMetadata" => self.rights(inner, item),
                "Metadata" => self.own_metadata(inner, item),
                "Comment" => self.comment(inner, item),
                _ => {}
            }
        }
        component.children().filter(|inner| inner.name() == "NewsLines").for_each(|lines| self.lines(lines, item));
        let class = made_of(component).filter(|class| *class != Class::Text && item.text.body.is_empty());
        item.class = class.unwrap_or(item.class);
        let mut first = true;
        for content in component.children().filter(|inner| inner.name() == "ContentItem") {
            self.content(content, &said, item, std::mem::take(&mut first));
        }
        let inner: Vec<_> = component.children().filter(|inner| inner.name() == "NewsComponent").collect();
        let languages = self.languages(&inner);
        if languages > 1 {
            self.package(&inner, item, depth);
        } else {
            inner.iter().for_each(|inner| self.inner(*inner, item, depth + 1));
        }
        for other in component.children() {
            match other.name() {
                "NewsItem" if depth < DEEPEST => {
                    let inner = self.news_item(other, &Item::default(), depth + 1);
                    item.parts.push(Part { item: inner, ..Part::default() });
                }
                "NewsItemRef" => {
                    self.seen.mark(other);
                    let guid = attribute(other, "NewsItem").unwrap_or_default();
                    let title = nitf::line(other);
                    item.references.push(Reference { bond: Bond::PartOf, guid, title, ..Reference::default() });
                }
                _ => {}
            }
        }
    }

    /// In how many languages the components are that are the same in all else.
    fn languages(&mut self, components: &[Element<'d, 'i>]) -> usize {
        let roles: Vec<Line> = components.iter().map(|component| role(*component)).collect();
        if components.len() < 2 || roles.windows(2).any(|two| matches!(two, [a, b] if a != b)) {
            return 0;
        }
        let mut all: Vec<story::Tag> = Vec::new();
        for component in components.iter().filter(|component| made_of(**component) == Some(Class::Text)) {
            let own = self.language(*component).or_else(|| lang(*component, self.liberties));
            all.extend(own.filter(|tag| !all.contains(tag)));
        }
        all.len()
    }

    /// The same in several languages: a package with a part for each.
    fn package(&mut self, components: &[Element<'d, 'i>], item: &mut Item, depth: usize) {
        let mut members = Vec::new();
        for component in components {
            if depth >= DEEPEST {
                nitf::keep(*component, super::FORM, item, self.liberties);
                self.seen.mark_all(*component);
                continue;
            }
            let mut inner = Item { status: item.status, times: item.times, urgency: item.urgency, ..Item::default() };
            self.component(*component, &mut inner, depth + 1);
            members.push(Member::Part(item.parts.len()));
            let name = inner.lang.as_ref().map(|tag| Line::new(tag.as_str())).unwrap_or_default();
            item.parts.push(Part { name, rel: role(*component), item: inner });
        }
        item.class = Class::Package;
        let id = Line::new("languages");
        item.groups.push(Group { id, root: true, mode: Mode::Alternative, members, ..Group::default() });
    }

    /// A component within another: a piece of its text, or something beside it.
    fn inner(&mut self, component: Element<'d, 'i>, item: &mut Item, depth: usize) {
        let said = role(component);
        let lower = said.to_ascii_lowercase();
        let made_of = made_of(component);
        match lower.as_str() {
            "stylesheet" => {
                nitf::keep(component, super::FORM, item, self.liberties);
                return self.seen.mark_all(component);
            }
            "headline" | "title" => {
                let (words, language) = self.running(component, item);
                return add_headline(item, words, language, &said);
            }
            "subheadline" | "subheading" | "abstract" | "summary" | "synopsis" | "lead" => {
                let (words, _) = self.running(component, item);
                return add_deck(item, words, &said);
            }
            "caption" | "contact" | "byline" | "credit" | "note" => {
                let (words, lang) = self.running(component, item);
                if !words.is_empty() {
                    item.descriptions.push(Wording { role: said, lang, words });
                }
                return;
            }
            _ => {}
        }
        let media = made_of.is_some_and(|class| class != Class::Text);
        let nothing = made_of.is_none() && !says_something(component);
        let whole = media && item.class == made_of.unwrap_or_default() && item.text.body.is_empty();
        if depth >= DEEPEST {
            nitf::keep(component, super::FORM, item, self.liberties);
            self.seen.mark_all(component);
        } else if whole || nothing || !media && item.text.body.is_empty() && item.class == Class::Text {
            self.component(component, item, depth);
        } else {
            let mut part = Item { lang: item.lang.clone(), ..Item::default() };
            self.component(component, &mut part, depth);
            item.parts.push(Part { name: said, item: part, ..Part::default() });
        }
    }

    /// All the text in a component as running text, and its language when that is another.
    fn running(&mut self, component: Element<'d, 'i>, item: &mut Item) -> (Inline, Option<story::Tag>) {
        let mut own = Item { lang: item.lang.clone(), ..Item::default() };
        self.component(component, &mut own, DEEPEST);
        let lang = own.lang.clone().filter(|lang| item.lang.is_some() && Some(lang) != item.lang.as_ref());
        let pieces: Vec<Inline> = own.text.body.iter().flat_map(|block| block.inlines()).cloned().collect();
        let words = joined(pieces);
        own.text.body.clear();
        self.merge(own, item);
        (words, lang)
    }

    fn content(&mut self, content: Element<'d, 'i>, role: &str, item: &mut Item, first: bool) {
        let class = class(content);
        let text = if class == Some(Class::Text) { self.text(content, item.lang.clone()) } else { None };
        if let Some(text) = text {
            if first || item.text.body.is_empty() {
                return self.merge(text, item);
            }
            let raw = content.raw().to_owned();
            let mime = child(content, "MimeType").and_then(|mime| attribute(mime, "FormalName"));
            let (role, mime) = (Line::new(role), mime.unwrap_or_default());
            item.bodies.push(story::item::Body { role, lang: None, mime, raw });
            return;
        }
        let rendition = self.rendition(content, role);
        item.renditions.push(rendition);
        if let Some(data) = child(content, "DataContent").or_else(|| child(content, "Encoding")) {
            nitf::keep(data, super::FORM, item, self.liberties);
            self.seen.mark_all(data);
        }
    }

    /// Puts what was read of one content into the item.
    fn merge(&mut self, from: Item, item: &mut Item) {
        add_headline(item, from.text.headline, None, "");
        if let Some(deck) = from.text.deck {
            add_deck(item, deck, "abstract");
        }
        item.text.byline = item.text.byline.take().or(from.text.byline);
        item.text.dateline = item.text.dateline.take().or(from.text.dateline);
        if item.dateline.is_empty() {
            item.dateline = from.dateline;
        }
        item.text.body.extend(from.text.body);
        if item.notice.is_empty() {
            item.notice = from.notice;
        } else if !from.notice.is_empty() {
            item.descriptions.push(Wording { role: Line::new("note"), ..Wording::of(&from.notice) });
        }
        item.dir = item.dir.or(from.dir);
        item.headlines.extend(from.headlines);
        item.descriptions.extend(from.descriptions);
        item.advisories.extend(from.advisories);
        item.parties.extend(from.parties);
        for concept in from.concepts {
            nitf::add(&mut item.concepts, concept, "DescriptiveMetadata", self.liberties);
        }
        item.renditions.extend(from.renditions);
        item.parts.extend(from.parts);
        item.kept.extend(from.kept);
        item.rights.copyright = item.rights.copyright.take().or(from.rights.copyright);
        item.rights.terms = item.rights.terms.take().or(from.rights.terms);
        item.rights.credit = item.rights.credit.take().or(from.rights.credit);
    }
}
