//! Looking for things in a document whose names may be in any case, and what was looked at.

use crate::reading::{Liberties, Took};
use crate::xml::{Element, Node, XML};
use std::collections::HashSet;
use story::{Item, Line, Tag};

/// The most entries of a list in which each stands once: each is compared with all.
pub(crate) const MOST_APART: usize = 2_000;

/// Adds an entry to such a list, unless it is there.
pub(crate) fn add<T: PartialEq>(list: &mut Vec<T>, entry: T, at: &str, liberties: &mut Liberties) {
    if list.len() >= MOST_APART {
        liberties.take(Took::TooMuch, at, format!("more than {MOST_APART}"));
    } else if !list.contains(&entry) {
        list.push(entry);
    }
}

/// The first element in it with that name.
pub(crate) fn child<'d, 'i>(element: Element<'d, 'i>, name: &str) -> Option<Element<'d, 'i>> {
    element.children().find(|child| child.name().eq_ignore_ascii_case(name))
}

/// The elements in it with that name.
pub(crate) fn children<'d, 'i, 'n>(
    element: Element<'d, 'i>,
    name: &'n str,
) -> impl Iterator<Item = Element<'d, 'i>> + use<'d, 'i, 'n> {
    element.children().filter(move |child| child.name().eq_ignore_ascii_case(name))
}

/// An attribute without a namespace, as one line; none when it is empty.
pub(crate) fn attribute(element: Element<'_, '_>, name: &str) -> Option<Line> {
    let mut all = element.attributes();
    let (.., value) = all.find(|(space, known, _)| space.is_empty() && known.eq_ignore_ascii_case(name))?;
    Some(Line::new(value)).filter(|line| !line.is_empty())
}

/// The language that an element itself names.
pub(crate) fn lang(element: Element<'_, '_>, liberties: &mut Liberties) -> Option<Tag> {
    let words = element.attribute_in(XML, "lang").or_else(|| element.attribute("lang"))?;
    tag(words, &element.path(), liberties)
}

/// A language tag, with the usual slips mended.
pub(crate) fn tag(words: &str, at: &str, liberties: &mut Liberties) -> Option<Tag> {
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    // What metadata of pictures say where no language is meant.
    if words.eq_ignore_ascii_case("x-default") {
        liberties.take(Took::Value, at, words);
        return None;
    }
    let mended = words.replace('_', "-");
    let found = mended.parse().ok();
    if found.is_none() || mended != words {
        liberties.take(Took::Value, at, words);
    }
    found
}

/// The words of an element as one line, with a space between elements that have none and whose words would run
/// together.
pub(crate) fn line(element: Element<'_, '_>) -> Line {
    let mut out = String::new();
    gather(element, &mut out);
    Line::new(out)
}

/// Elements that are no part of the words before them, even if no space stands between.
const STAND_APART: &[&str] = &["byttl", "story.date"];

fn gather(element: Element<'_, '_>, out: &mut String) {
    let mut after = false;
    for node in element.nodes() {
        match node {
            Node::Words(words) => out.push_str(words),
            Node::Element(inner) => {
                let from = out.len();
                gather(inner, out);
                let spaced = |c: char| c.is_alphanumeric() && u32::from(c) < 0x2e80;
                let (before, behind) = out.split_at(from);
                let apart = after || STAND_APART.iter().any(|name| inner.name().eq_ignore_ascii_case(name));
                if apart && before.ends_with(spaced) && behind.starts_with(spaced) {
                    out.insert(from, ' ');
                }
            }
        }
        after = matches!(node, Node::Element(_));
    }
}

/// The elements that were read. What was not is kept as it was written.
#[derive(Debug, Default)]
pub(crate) struct Seen(HashSet<u32>);

impl Seen {
    /// This element was read: its attributes and the words that stand in it.
    pub(crate) fn mark(&mut self, element: Element<'_, '_>) {
        self.0.insert(element.number());
    }

    /// The element and all that is in it was read.
    pub(crate) fn mark_all(&mut self, element: Element<'_, '_>) {
        self.mark(element);
        element.walk(&mut |node| {
            if let Node::Element(inner) = node {
                self.0.insert(inner.number());
            }
        });
    }

    /// Keeps what says something and was not read, in the largest pieces of which nothing was.
    pub(crate) fn keep_the_rest(
        &self,
        element: Element<'_, '_>,
        form: &str,
        item: &mut Item,
        liberties: &mut Liberties,
    ) {
        for inner in element.children() {
            if !self.touched(inner) {
                if says_something(inner) {
                    keep(inner, form, item, liberties);
                }
                continue;
            }
            if !self.0.contains(&inner.number()) {
                for (_, name, value) in inner.attributes() {
                    liberties.take(Took::LeftOut, format!("{}@{name}", inner.path()), value);
                }
            }
            self.keep_the_rest(inner, form, item, liberties);
        }
    }

    /// Whether the element or anything in it was read.
    fn touched(&self, element: Element<'_, '_>) -> bool {
        self.0.contains(&element.number()) || element.children().any(|inner| self.touched(inner))
    }
}

/// Whether there is a value in it: words or an attribute.
fn says_something(element: Element<'_, '_>) -> bool {
    let own = element.attributes().any(|(.., value)| !value.trim().is_empty());
    own || element.nodes().any(|node| match node {
        Node::Words(words) => !words.trim().is_empty(),
        Node::Element(inner) => says_something(inner),
    })
}

/// Keeps an element as it was written, and says so.
pub(crate) fn keep(element: Element<'_, '_>, form: &str, item: &mut Item, liberties: &mut Liberties) {
    let (path, raw) = (element.path().to_ascii_lowercase(), element.raw());
    let took = if item.keep(form, &path, raw) { Took::Kept } else { Took::LeftOut };
    liberties.take(took, path, raw);
}
