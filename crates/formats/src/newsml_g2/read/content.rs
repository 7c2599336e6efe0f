//! The content of an item: its body, and the forms in which it can be had.

use super::reader::Reader;
use super::rest::canonical;
use super::words::direction;
use crate::newsml_g2::names::{SHA_256, XHTML};
use crate::reading::Took;
use crate::xml::{Element, XML};
use base64::Engine;
use story::item::{Body, Class, Rendition};
use story::{Block, Inline, Line, Text};

impl Reader<'_> {
    /// The content. Of several forms of a text the first that can be read is the body; the others stand beside it.
    pub(super) fn content_set(&mut self, element: Element<'_, '_>) {
        for child in element.children() {
            match child.name() {
                "inlineXML" => self.inline_xml(child),
                "inlineData" => self.inline_data(child),
                "remoteContent" => self.remote(child),
                _ => self.keep(child),
            }
        }
        if let Some(original) = element.attribute("original") {
            self.liberties.take(Took::LeftOut, "contentSet/@original", original);
        }
    }

    fn inline_xml(&mut self, element: Element<'_, '_>) {
        let mime = Line::new(element.attribute("contenttype").unwrap_or_default());
        self.about_content(element);
        let Some(content) = element.children().next() else {
            let words = element.words();
            if !words.trim().is_empty() {
                self.liberties.take(Took::Form, element.path(), "words without elements");
                self.take_body(plain(&words), element, &mime);
            }
            return;
        };
        let text = match content.name() {
            "html" | "body" | "div" | "section" | "article" | "p" => self.xhtml(element, content),
            "nitf" | "body.content" => self.nitf(content),
            _ if content.space() == XHTML => self.xhtml(element, content),
            _ => return self.other_body(element, &mime, canonical(content)),
        };
        self.take_body(text, element, &mime);
    }

    fn inline_data(&mut self, element: Element<'_, '_>) {
        let mime = Line::new(element.attribute("contenttype").unwrap_or_default());
        self.about_content(element);
        if element.children().next().is_some() {
            self.liberties.take(Took::Form, element.path(), "elements in inlineData");
            return self.inline_xml(element);
        }
        let mut words = element.words();
        if words.trim().is_empty() {
            return;
        }
        let kind = mime.to_ascii_lowercase();
        let encoding = element.attribute("encoding").or(element.attribute("encodinguri"));
        let decoded = encoding
            .filter(|_| kind.starts_with("text/") || kind.contains("html"))
            .and_then(|named| decoded(named, &words));
        let encoded = encoding.is_some() && decoded.is_none();
        words = decoded.map_or(words, Into::into);
        let opens = words.trim_start().starts_with('<');
        let called_plain = kind.starts_with("text/plain") && opens && crate::slips::has_marks(&words);
        if called_plain {
            self.liberties.take(Took::Form, element.path(), "markup as words");
        }
        let html = kind.contains("html") || kind.is_empty() && opens || called_plain;
        if encoded || !html && !kind.is_empty() && !kind.starts_with("text/plain") {
            return self.other_body(element, &mime, words.into_owned());
        }
        let text = if html {
            let words = if words.contains("<pre") { words } else { words.replace(['\n', '\r'], " ").into() };
            crate::html::read(&words)
        } else {
            plain(&words)
        };
        self.take_body(text, element, &mime);
    }

    /// Takes a text as the body, or as another body beside it.
    fn take_body(&mut self, text: Text, element: Element<'_, '_>, mime: &Line) {
        if !self.item.text.body.is_empty() {
            return self.other_body(element, mime, content_of(element));
        }
        let mut text = text;
        while let Err(too_much) = text.fits() {
            self.liberties.take(Took::TooMuch, element.path(), too_much.to_string());
            let half = text.body.len() / 2;
            text.body.truncate(half);
        }
        if self.item.text.headline.is_empty() && !text.headline.is_empty() {
            self.liberties.take(Took::Assumed, "contentMeta/headline", "the heading of the body");
            self.item.text.headline = text.headline;
        }
        self.item.text.deck = self.item.text.deck.take().or(text.deck);
        self.item.text.byline = self.item.text.byline.take().or(text.byline);
        self.item.text.body = text.body;
    }

    fn other_body(&mut self, element: Element<'_, '_>, mime: &Line, raw: String) {
        self.liberties.take(Took::Kept, element.path(), &**mime);
        let role = self.code(element, "rendition", "renditionuri");
        self.item.bodies.push(Body { role, lang: self.lang_of(element), mime: mime.clone(), raw });
    }

    /// What an element of the content says of itself: its language and direction, how long it is.
    fn about_content(&mut self, element: Element<'_, '_>) {
        let known = ["contenttype", "dir", "wordcount", "charcount", "rendition", "renditionuri"];
        for (space, name, value) in element.attributes() {
            if !(space == XML || space.is_empty() && known.contains(&name)) {
                self.liberties.take(Took::LeftOut, format!("{}/@{name}", element.path()), value);
            }
        }
        let inner = element.children().next().unwrap_or(element);
        let said = |name| inner.attribute(name).or(element.attribute(name));
        self.item.dir = self.item.dir.or_else(|| said("dir").and_then(direction));
        if self.item.lang.is_none() {
            self.item.lang = inner.attribute_in(XML, "lang").or(inner.attribute("lang")).and_then(super::words::tag);
        }
    }

    /// A picture, a sound, a film, anywhere else.
    fn remote(&mut self, element: Element<'_, '_>) {
        let line = |name| Line::new(element.attribute(name).unwrap_or_default());
        let mut rendition = Rendition {
            name: self.code(element, "rendition", "renditionuri"),
            href: line("href"),
            guid: line("residref"),
            mime: line("contenttype"),
            title: line("title"),
            bytes: self.count(element, "size"),
            width: self.count(element, "width"),
            height: self.count(element, "height"),
            milliseconds: milliseconds(element),
            ..Rendition::default()
        };
        let taken =
            ["rendition", "renditionuri", "href", "residref", "contenttype", "title", "size", "width", "height"];
        let duration = ["duration", "durationunit", "durationunituri"];
        for (space, name, value) in element.attributes() {
            if !space.is_empty() {
                self.liberties.take(Took::LeftOut, format!("{}/@{name}", element.path()), value);
                continue;
            }
            let timed = duration.contains(&name) && rendition.milliseconds.is_some();
            if !taken.contains(&name) && !timed {
                rendition.also.push((Line::new(name), Line::new(value)));
            }
        }
        for child in element.children() {
            match child.name() {
                "hash" if child.attribute("hashtypeuri") == Some(SHA_256) => {
                    rendition.hash = child.line().parse().ok();
                }
                _ => self.keep(child),
            }
        }
        if rendition != Rendition::default() {
            self.item.renditions.push(rendition);
        }
        if !self.classed && self.item.class == Class::Text {
            let media = element.attribute("contenttype").unwrap_or_default();
            let told = [("image/", Class::Picture), ("audio/", Class::Audio), ("video/", Class::Video)];
            if let Some((_, class)) = told.iter().find(|(start, _)| media.starts_with(start)) {
                self.item.class = *class;
            }
        }
    }
}

/// The characters of text that travels in base64.
fn decoded(encoding: &str, words: &str) -> Option<String> {
    let named = encoding.to_ascii_lowercase().contains("base64");
    let signs: String = words.split_whitespace().collect();
    let bytes = base64::engine::general_purpose::STANDARD.decode(signs).ok().filter(|_| named)?;
    crate::copy::decode(&bytes).map(|(words, ..)| words)
}

/// How long something runs. Units that depend on the film (frames) are left as they are.
fn milliseconds(element: Element<'_, '_>) -> Option<u64> {
    let said = element.attribute("duration")?.trim();
    let unit = element.attribute("durationunit").or(element.attribute("durationunituri")).unwrap_or("timeunit:seconds");
    let clock = |words: &str| {
        let parts: Vec<f64> = words.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        Some(parts.iter().fold(0.0, |sum, part| sum * 60.0 + part))
    };
    let seconds: f64 = match crate::newsml_g2::names::bare(unit) {
        "seconds" | "second" => said.parse().ok()?,
        "milliseconds" => said.parse::<f64>().ok()? / 1000.0,
        "normalPlayTime" => clock(said)?,
        _ => return None,
    };
    let exact = (seconds * 1000.0).round();
    // Within what a float holds exactly.
    (0.0..9e15).contains(&exact).then_some(exact as u64)
}

/// What is in an element, as it was written.
fn content_of(element: Element<'_, '_>) -> String {
    match element.children().next() {
        Some(content) => canonical(content),
        None => element.words().into_owned(),
    }
}

/// Plain words: paragraphs are apart by empty lines, or, where there are none, by line ends.
pub(super) fn plain(words: &str) -> Text {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    let blank = |line: &str| line.trim().is_empty();
    let lines: Vec<&str> = words.trim().lines().collect();
    let spaced = lines.iter().any(|line| blank(line));
    let paragraphs = lines.split(|line| blank(line)).filter(|lines| !lines.is_empty());
    let paragraph = |words: &str| Block::Paragraph(Inline::plain_text(words.trim()));
    let body = if spaced {
        paragraphs.map(|lines| paragraph(&lines.join(" "))).collect()
    } else {
        lines.iter().map(|line| paragraph(line)).collect()
    };
    Text { body, ..Text::default() }.tidy()
}
