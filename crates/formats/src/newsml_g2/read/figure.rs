//! Pictures in a body by their address: parts of the item.

use super::reader::Reader;
use super::words::folded;
use crate::xml::{Element, Node};
use story::item::{Class, Part, Rendition, Wording};
use story::{Inline, Item, Line};

impl Reader<'_> {
    /// A picture, alone or in a figure with its caption and credit.
    pub(super) fn picture(&mut self, element: Element<'_, '_>) {
        let image = find(element, &["img", "media-reference"]).unwrap_or(element);
        let line = |name| Line::new(image.attribute(name).unwrap_or_default());
        let words = |names: &[&str]| find(element, names).map(|said| said.line()).unwrap_or_default();
        let credit = credited(element).map(|said| said.line()).unwrap_or_else(|| words(&["media-producer"]));
        let caption = caption(element);
        let source = if line("src").is_empty() { line("source") } else { line("src") };
        let rendition = Rendition {
            href: source,
            mime: line("mime-type"),
            width: image.attribute("width").and_then(|n| n.trim().parse().ok()),
            height: image.attribute("height").and_then(|n| n.trim().parse().ok()),
            ..Rendition::default()
        };
        let mut item =
            Item { class: Class::Picture, title: line("alt"), renditions: vec![rendition], ..Item::default() };
        item.rights.credit = (!credit.is_empty()).then_some(credit);
        if !caption.is_empty() {
            item.descriptions.push(Wording { role: Line::new("drol:caption"), words: caption, ..Wording::default() });
        }
        if self.says_more(element, &item) {
            self.keep(element);
        }
        self.item.parts.push(Part { item, ..Part::default() });
    }
}

impl Reader<'_> {
    /// Whether a figure has words that are neither its caption nor its credit.
    fn says_more(&self, element: Element<'_, '_>, item: &Item) -> bool {
        let count = |words: &str| words.chars().filter(|c| !c.is_whitespace()).count();
        let taken: usize = item.descriptions.iter().map(|d| count(&d.words.plain())).sum();
        count(&element.words()) > taken + item.rights.credit.as_deref().map_or(0, count)
    }
}

/// The words below a picture, without its credit.
fn caption(element: Element<'_, '_>) -> Inline {
    let Some(caption) = find(element, &["figcaption", "media-caption"]) else { return Inline::default() };
    let mut words = String::new();
    gather(caption, &mut words);
    Inline::plain_text(words)
}

fn gather(element: Element<'_, '_>, out: &mut String) {
    for node in element.nodes() {
        match node {
            Node::Words(words) => out.push_str(&folded(words)),
            Node::Element(child) if is_credit(child) => {}
            Node::Element(child) => gather(child, out),
        }
    }
}

fn is_credit(element: Element<'_, '_>) -> bool {
    element
        .attribute("class")
        .is_some_and(|class| class.split_ascii_whitespace().any(|word| matches!(word, "credit" | "byline")))
}

/// The first element of one of these names, itself or at any depth.
fn find<'d, 'i>(element: Element<'d, 'i>, names: &[&str]) -> Option<Element<'d, 'i>> {
    if names.contains(&element.name()) {
        return Some(element);
    }
    element.children().find_map(|child| find(child, names))
}

/// The element that holds the credit.
fn credited<'d, 'i>(element: Element<'d, 'i>) -> Option<Element<'d, 'i>> {
    element.children().find_map(|child| if is_credit(child) { Some(child) } else { credited(child) })
}
