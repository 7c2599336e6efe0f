//! Bodies in XHTML, and whatever else is walked in the same way.

use super::reader::Reader;
use super::words::folded;
use crate::plain::wrap;
use crate::reading::Took;
use crate::tree::{Builder, Opening};
use crate::xml::{Element, Node, XML};
use story::{Line, Text};

/// What an element of a body is to the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum As {
    /// An element of that name in HTML, with that class.
    Tag(&'static str, &'static str),
    /// The element itself.
    Itself,
    /// Nothing; what is in it counts.
    Transparent,
    /// Nothing, with all that is in it.
    Dropped,
    /// Nothing that copy has a block for: kept.
    Kept,
    /// The head of the item again.
    Head,
    /// The dateline again.
    Dateline,
    /// A picture by its address, alone or with its words.
    Picture,
}

/// An element under the name that HTML has for it.
struct Named<'d, 'i> {
    element: Element<'d, 'i>,
    name: &'d str,
    class: Option<&'d str>,
}

impl Opening for Named<'_, '_> {
    fn name(&self) -> &str {
        self.name
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        match name {
            "class" => self.class,
            "lang" => self.element.attribute_in(XML, "lang").or_else(|| self.element.attribute("lang")),
            _ => self.element.attribute(name),
        }
    }

    fn is_empty(&self) -> bool {
        false
    }
}

impl Reader<'_> {
    /// The text of a body in XHTML: of a page, its `<body>`.
    pub(super) fn xhtml(&mut self, _around: Element<'_, '_>, content: Element<'_, '_>) -> Text {
        let body = if content.name() == "html" { content.child("body").unwrap_or(content) } else { content };
        if let Some(head) = content.child("head").filter(|head| self.says_more_than_a_title(*head)) {
            self.keep(head);
        }
        let mut builder = Builder::default();
        if body.name() == "p" {
            self.walk(body, &mut builder, html, false);
        } else {
            self.walk_in(body, &mut builder, html, false);
        }
        builder.finish()
    }

    /// Whether the head of a page says more than the headline and the charset.
    fn says_more_than_a_title(&self, head: Element<'_, '_>) -> bool {
        let usual = |child: Element<'_, '_>| match child.name() {
            "title" => [Line::default(), Line::new(self.item.text.headline.plain())].contains(&child.line()),
            "meta" => child.attribute("charset").is_some(),
            _ => false,
        };
        !head.children().all(usual)
    }

    /// What an element of a body says in attributes that copy has no place for.
    fn attributes(&mut self, element: Element<'_, '_>) {
        for (space, name, value) in element.attributes() {
            if !(space == XML || space.is_empty() && OF_A_PAGE.contains(&name)) {
                self.liberties.take(Took::LeftOut, format!("{}/@{name}", element.path()), value);
            }
        }
    }

    /// Hands what is in an element to the builder.
    pub(super) fn walk_in(
        &mut self,
        element: Element<'_, '_>,
        to: &mut Builder,
        what: fn(Element<'_, '_>) -> As,
        as_it_stands: bool,
    ) {
        for node in element.nodes() {
            match node {
                Node::Words(words) if as_it_stands => to.words(words),
                Node::Words(words) => to.words(&folded(words)),
                Node::Element(child) => self.walk(child, to, what, as_it_stands),
            }
        }
    }

    fn walk(&mut self, element: Element<'_, '_>, to: &mut Builder, what: fn(Element<'_, '_>) -> As, pre: bool) {
        let pre = pre || element.name() == "pre";
        let class = || element.attribute("class");
        match what(element) {
            As::Itself => {
                let class = class().filter(|class| !is_word_mark(element.name(), class));
                self.tag(Named { element, name: element.name(), class }, to, what, pre);
            }
            As::Tag(name, class) => {
                let class = (!class.is_empty()).then_some(class);
                self.tag(Named { element, name, class }, to, what, pre);
            }
            As::Transparent => self.walk_in(element, to, what, pre),
            As::Dropped => {}
            As::Kept => self.keep(element),
            As::Head if self.item.text.headline.is_empty() => self.walk_in(element, to, what, pre),
            As::Head => self.head_again(element),
            As::Dateline => self.dateline_again(element, to),
            As::Picture => self.picture(element),
        }
    }

    fn tag(&mut self, tag: Named<'_, '_>, to: &mut Builder, what: fn(Element<'_, '_>) -> As, pre: bool) {
        self.attributes(tag.element);
        if tag.name == "p" && !pre && set_by_lines(tag.element) {
            self.liberties.take(Took::Form, tag.element.path(), "a paragraph that holds several, apart by empty lines");
            return by_lines(&tag, to);
        }
        to.start(&tag);
        self.walk_in(tag.element, to, what, pre);
        to.end(tag.name);
    }

    /// A heading block of the page that says what the item says: it is no copy.
    fn head_again(&mut self, element: Element<'_, '_>) {
        if self.item.text.byline.is_none() {
            let is_byline = |child: &Element<'_, '_>| child.attribute("class").is_some_and(|class| class == "byline");
            self.item.text.byline =
                element.children().find(is_byline).map(|child| child.line()).filter(|l| !l.is_empty());
        }
        self.keep(element);
    }

    /// The dateline at the head of the first paragraph.
    fn dateline_again(&mut self, element: Element<'_, '_>, to: &mut Builder) {
        let line = element.line();
        if self.item.dateline.is_empty() {
            self.item.dateline = line;
        } else if bared(&self.item.dateline) != bared(&line) {
            to.words(&element.words());
        }
    }
}

/// The attributes of an element that are taken, or that set a page and say nothing.
const OF_A_PAGE: &[&str] = &[
    "class",
    "id",
    "style",
    "href",
    "lang",
    "dir",
    "src",
    "alt",
    "title",
    "rel",
    "target",
    "width",
    "height",
    "scope",
    "datetime",
    "colspan",
    "rowspan",
    "data-picture",
    "data-story",
    "align",
    "valign",
    "border",
    "cellpadding",
    "cellspacing",
    "itemprop",
    "itemscope",
    "itemtype",
    "role",
];

/// Whether a paragraph holds plain words with empty lines between, as older systems put a whole text into one.
fn set_by_lines(element: Element<'_, '_>) -> bool {
    let words = element.words();
    element.children().next().is_none() && words.trim().lines().any(|line| line.trim().is_empty())
}

/// Hands over the paragraphs of such words; lines that were broken for their length are joined.
fn by_lines(tag: &Named<'_, '_>, to: &mut Builder) {
    let words = tag.element.words();
    let lines: Vec<&str> = words.lines().map(str::trim_end).collect();
    let width = wrap::width_of(&lines, COLUMNS);
    for group in lines.split(|line| line.trim().is_empty()).filter(|group| !group.is_empty()) {
        to.start(tag);
        for (at, line) in wrap::unwrap(group.iter().copied(), width, 0).split('\n').enumerate() {
            if at > 0 {
                to.start(&Named { element: tag.element, name: "br", class: None });
            }
            to.words(line);
        }
        to.end(tag.name);
    }
}

/// The usual columns of a line on an old wire.
const COLUMNS: usize = 69;

/// A dateline without the dash behind it.
fn bared(line: &Line) -> &str {
    line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'))
}

/// Classes by which [`crate::tree`] knows parts of a page of ours: within a line of somebody else they say less.
fn is_word_mark(name: &str, class: &str) -> bool {
    name == "span" && class.split_ascii_whitespace().any(|word| matches!(word, "credit" | "label" | "place" | "agency"))
}

/// What an element of XHTML is.
fn html(element: Element<'_, '_>) -> As {
    let class = |names: &[&str]| {
        element.attribute("class").is_some_and(|class| class.split_ascii_whitespace().any(|word| names.contains(&word)))
    };
    match element.name() {
        "header" if element.children().any(|child| child.name() == "h1") => As::Head,
        "span" if class(&["dateline"]) => As::Dateline,
        "p" | "div" if class(&["teaser", "standfirst", "summary"]) => As::Tag("p", "deck"),
        "figure" | "img" if is_by_address(element) => As::Picture,
        "iframe" | "video" | "audio" | "object" | "embed" | "svg" | "math" | "form" => As::Kept,
        "script" | "style" | "head" | "template" => As::Dropped,
        name if name.contains('-') => As::Kept,
        _ => As::Itself,
    }
}

/// Whether it shows a picture that is told by its address and not by its hash.
fn is_by_address(element: Element<'_, '_>) -> bool {
    let mut shown = element.name() == "img" && element.attribute("src").is_some();
    let mut hashed = element.attribute("data-picture").is_some();
    element.walk(&mut |node| {
        if let Node::Element(child) = node {
            shown |= child.name() == "img" && child.attribute("src").is_some();
            hashed |= child.attribute("data-picture").is_some();
        }
    });
    shown && !hashed
}
