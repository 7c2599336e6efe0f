//! What an element says beside what was taken from it: kept as it was written.

use super::known::is_known;
use super::reader::Reader;
use crate::html::escape;
use crate::newsml_g2::names::{FORM, NAR};
use crate::reading::{Liberties, Took};
use crate::xml::{Element, Node, XML};
use story::Item;

/// The namespace of hints for validators, which say nothing of the item.
pub(super) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

impl Reader<'_> {
    /// Keeps the element whole if there is more in it than these attributes (without a namespace) and these children;
    /// `words` tells whether the words between the children were taken.
    pub(super) fn rest(&mut self, element: Element<'_, '_>, attributes: &[&str], children: &[&str], words: bool) {
        let taken = |(space, name, _): (&str, &str, &str)| match space {
            "" => attributes.contains(&name),
            XML => name == "lang",
            _ => space == XSI,
        };
        let home = element.space();
        let fits = |node: Node<'_, '_>| match node {
            Node::Words(said) => words || said.trim().is_empty(),
            Node::Element(child) => child.space() == home && children.contains(&child.name()),
        };
        if !element.attributes().all(taken) || !element.nodes().all(fits) {
            self.keep(element);
        }
    }

    /// Keeps an element as it was written, and says so.
    pub(super) fn keep(&mut self, element: Element<'_, '_>) {
        keep(&mut self.item, element, self.liberties);
    }

    /// Keeps something that stands there once too often.
    pub(super) fn again(&mut self, element: Element<'_, '_>) {
        self.liberties.take(Took::Repeated, element.path(), "");
        self.keep(element);
    }
}

/// Keeps an element with an item, and says so.
pub(super) fn keep(item: &mut Item, element: Element<'_, '_>, liberties: &mut Liberties) {
    let raw = canonical(element);
    let path = element.path();
    let unknown = element.space() == NAR && !is_known(element.name());
    if item.kept.last().is_some_and(|last| last.at.as_ref() == path && last.raw == raw) {
        return;
    }
    let took = match (item.keep(FORM, &path, raw), unknown) {
        (false, _) => Took::LeftOut,
        (true, true) => Took::Unknown,
        (true, false) => Took::Kept,
    };
    liberties.take(took, path, element.line());
}

/// The element as XML that stands for itself: namespaces declared on it, entities resolved, nothing else changed.
pub(in crate::newsml_g2) fn canonical(element: Element<'_, '_>) -> String {
    let mut out = String::new();
    write(element, None, &mut out);
    out
}

fn write(element: Element<'_, '_>, around: Option<&str>, out: &mut String) {
    out.push('<');
    out.push_str(element.name());
    if around.unwrap_or_default() != element.space() {
        attribute(out, "xmlns", element.space());
    }
    for (at, (space, name, value)) in element.attributes().enumerate() {
        match space {
            "" => attribute(out, name, value),
            XML => attribute(out, &format!("xml:{name}"), value),
            XSI => {}
            _ => {
                attribute(out, &format!("xmlns:a{at}"), space);
                attribute(out, &format!("a{at}:{name}"), value);
            }
        }
    }
    let mut nodes = element.nodes().peekable();
    if nodes.peek().is_none() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    for node in nodes {
        match node {
            Node::Words(words) => escape(out, words),
            Node::Element(child) => write(child, Some(element.space()), out),
        }
    }
    out.push_str("</");
    out.push_str(element.name());
    out.push('>');
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}
