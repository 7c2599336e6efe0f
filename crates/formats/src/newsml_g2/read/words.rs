//! Running words: the mixed content of headlines, descriptions and notes.

use super::reader::Reader;
use crate::xml::{Element, Node, XML};
use std::borrow::Cow;
use story::text::{Link, Run, Style};
use story::{Direction, Inline, Line, Tag};

impl Reader<'_> {
    /// The words of an element with their marks. What it says beside them is kept.
    pub(super) fn inline(&mut self, element: Element<'_, '_>, attributes: &[&str]) -> Inline {
        let mut runs = Vec::new();
        let mut whole = true;
        collect(element, &Style::default(), &mut runs, &mut whole);
        let home = element.space();
        let foreign = element.attributes().any(|(space, name, _)| space.is_empty() && !attributes.contains(&name));
        if !whole || foreign || home.is_empty() && !element.attributes().all(|(space, ..)| space == XML) {
            self.keep(element);
        }
        Inline::new(runs)
    }

    /// The same without marks, on one line.
    pub(super) fn line(&mut self, element: Element<'_, '_>, attributes: &[&str]) -> Line {
        Line::new(self.inline(element, attributes).plain())
    }
}

/// Line ends in XML are spaces, unless they stand in `<pre>`.
pub(super) fn folded(words: &str) -> Cow<'_, str> {
    if words.contains(['\n', '\r']) { Cow::Owned(words.replace(['\n', '\r'], " ")) } else { Cow::Borrowed(words) }
}

/// Gathers the words; `whole` becomes false where something beside words and marks stands.
fn collect(element: Element<'_, '_>, style: &Style, runs: &mut Vec<Run>, whole: &mut bool) {
    for node in element.nodes() {
        match node {
            Node::Words(words) => runs.push(Run { text: folded(words).into_owned(), style: style.clone() }),
            Node::Element(child) => marked(child, style, runs, whole),
        }
    }
}

fn marked(element: Element<'_, '_>, around: &Style, runs: &mut Vec<Run>, whole: &mut bool) {
    let mut style = around.clone();
    let stands_alone = match element.name() {
        "br" => {
            runs.push(Run { text: "\n".into(), style });
            return;
        }
        "a" => {
            style.link = element.attribute("href").and_then(|href| Link::new(href).ok());
            *whole &= style.link.is_some();
            false
        }
        "strong" | "b" => {
            style.strong = true;
            false
        }
        "em" | "i" => {
            style.emphasis = true;
            false
        }
        "span" | "inline" => false,
        "p" | "div" | "li" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "section" | "header" => true,
        _ => {
            *whole = false;
            false
        }
    };
    for (space, name, value) in element.attributes() {
        match (space, name) {
            ("", "href") => {}
            ("", "dir") => style.dir = direction(value).or(style.dir),
            (XML, "lang") | ("", "lang") => style.lang = tag(value).or(style.lang),
            _ => *whole = false,
        }
    }
    let edge = || Run { text: "\n".into(), style: Style::default() };
    runs.extend(stands_alone.then(edge));
    collect(element, &style, runs, whole);
    runs.extend(stands_alone.then(edge));
}

/// A language as somebody wrote it: with `_` for `-`, in any case.
pub(super) fn tag(word: &str) -> Option<Tag> {
    word.trim().replace('_', "-").parse().ok()
}

/// A direction.
pub(super) fn direction(word: &str) -> Option<Direction> {
    match word.trim() {
        "ltr" => Some(Direction::Ltr),
        "rtl" => Some(Direction::Rtl),
        _ => None,
    }
}
