//! Bodies in NITF, as agencies put them into NewsML-G2: the head of the body, its copy, its pictures.

use super::reader::Reader;
use super::xhtml::As;
use crate::tree::Builder;
use crate::xml::Element;
use story::item::Wording;
use story::{Inline, Line, Text};

impl Reader<'_> {
    /// The text of a document in NITF. What its head says and the item does not is taken; the rest of it is kept.
    pub(super) fn nitf(&mut self, content: Element<'_, '_>) -> Text {
        let body = content.child("body").unwrap_or(content);
        if let Some(head) = content.child("head") {
            self.keep(head);
        }
        if let Some(head) = body.child("body.head") {
            self.nitf_head(head);
        }
        let mut builder = Builder::default();
        let copy = body.child("body.content").unwrap_or(body);
        self.walk_in(copy, &mut builder, nitf, false);
        if let Some(end) = body.child("body.end") {
            self.keep(end);
        }
        Text { headline: Inline::default(), ..builder.finish() }
    }

    fn nitf_head(&mut self, head: Element<'_, '_>) {
        for child in head.children() {
            match child.name() {
                "hedline" => child.children().for_each(|line| self.nitf_headline(line)),
                "byline" if self.item.text.byline.is_none() => {
                    self.item.text.byline = Some(spaced(child)).filter(|line| !line.is_empty());
                }
                "dateline" if self.item.dateline.is_empty() => self.item.dateline = spaced(child),
                "abstract" if self.item.text.deck.is_none() => {
                    let deck = Inline::plain_text(&*spaced(child));
                    self.item.text.deck = (!deck.is_empty()).then_some(deck);
                }
                _ => self.keep(child),
            }
        }
    }

    fn nitf_headline(&mut self, element: Element<'_, '_>) {
        let words = Inline::plain_text(&*element.line());
        let known = |item: &story::Item| {
            item.text.headline.plain() == words.plain()
                || item.headlines.iter().take(64).any(|known| known.words == words)
        };
        if words.is_empty() || known(&self.item) {
            return;
        }
        if self.item.text.headline.is_empty() && element.name() == "hl1" {
            self.item.text.headline = words;
        } else {
            self.item.headlines.push(Wording { role: Line::new(element.name()), lang: None, words });
        }
    }
}

/// The words of an element, those of its parts apart by spaces.
fn spaced(element: Element<'_, '_>) -> Line {
    let mut words = String::new();
    element.walk(&mut |node| {
        if let crate::xml::Node::Words(said) = node {
            words.push_str(said);
            words.push(' ');
        }
    });
    Line::new(words.replace(" ,", ","))
}

/// What an element of NITF is.
fn nitf(element: Element<'_, '_>) -> As {
    match element.name() {
        "p" | "ul" | "ol" | "li" | "table" | "thead" | "tbody" | "tr" | "td" | "th" | "caption" | "a" | "br"
        | "pre" => As::Itself,
        "hl1" | "hl2" => As::Tag("h2", ""),
        "bq" => As::Tag("blockquote", ""),
        "credit" if element.parent().is_some_and(|around| around.name() == "bq") => As::Tag("footer", ""),
        "dl" | "block" | "fn" | "note" | "body.content" => As::Tag("div", ""),
        "dt" | "dd" => As::Tag("p", ""),
        "em" => As::Tag("em", ""),
        "strong" => As::Tag("strong", ""),
        "media" => As::Picture,
        "nitf-table" | "hr" => As::Kept,
        _ => As::Transparent,
    }
}
