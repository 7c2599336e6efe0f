//! The markup of an entry -> the text tree, its addresses made whole, and the pictures that stand in it.

use super::base;
use super::construct::{Construct, Content};
use crate::tree::{Builder, Opening};
use crate::xml::{Element, Node};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::borrow::Cow;
use std::cell::RefCell;
use story::item::{Class, Item, Part, Rendition, Wording};
use story::text::{Inline, Run};
use story::{Block, Direction, Line, Tag as Language, Text};
use url::Url;

/// The most pictures of one body that are taken as items of their own.
const MOST_PICTURES: usize = 200;

/// What was read of a construct.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The text, without the line that follows.
    pub text: Text,
    /// The first line of it that says of itself that it is a notice to readers.
    pub notice: Line,
    /// The line with place and date, as it is printed.
    pub dateline: Line,
    /// The pictures in it, in order.
    pub pictures: Vec<Part>,
    /// The language that its outermost element names.
    pub lang: Option<Language>,
    /// The direction that its outermost element names.
    pub dir: Option<Direction>,
}

/// Reads a construct; `feed` is where the feed came from.
pub(super) fn read(construct: &Construct<'_, '_>, feed: Option<&Url>) -> Read {
    let base = construct.base(feed);
    let mut sink = Sink { base, ..Sink::default() };
    match &construct.content {
        Content::Plain(words) => return Read { text: plain(words), ..Read::default() },
        Content::Html(html) => sink = tokens(html, sink),
        Content::Tree(element) => walk(*element, &mut sink),
    }
    sink.finish()
}

/// Its words as one run of text: blocks become lines.
pub(super) fn inline(construct: &Construct<'_, '_>, feed: Option<&Url>) -> Inline {
    flat(&read(construct, feed).text)
}

/// A text as one run: blocks become lines.
pub(super) fn flat(text: &Text) -> Inline {
    let blocks = text.body.iter().flat_map(|block| block.inlines());
    let all = Some(&text.headline).into_iter().chain(text.deck.as_ref()).chain(blocks);
    let runs = all.filter(|inline| !inline.is_empty()).enumerate().flat_map(|(n, inline)| {
        let line_end = (n > 0).then(|| Run::plain("\n"));
        line_end.into_iter().chain(inline.runs().iter().cloned())
    });
    Inline::new(runs)
}

/// Words without markup: an empty line ends a paragraph.
fn plain(words: &str) -> Text {
    let words = signs(words).replace("\r\n", "\n").replace('\r', "\n");
    let mut paragraphs: Vec<String> = vec![String::new()];
    for line in words.lines() {
        match paragraphs.last_mut() {
            Some(last) if !line.bytes().all(|b| b.is_ascii_whitespace()) => {
                last.push_str(line);
                last.push(' ');
            }
            Some(last) if !last.is_empty() => paragraphs.push(String::new()),
            _ => {}
        }
    }
    let block = |words: &String| Block::Paragraph(Inline::plain_text(words));
    Text { body: paragraphs.iter().map(block).collect(), ..Text::default() }.tidy()
}

/// Words in which stand controls that nobody means: bytes of UTF-8, or of windows-1252, that were taken for characters.
fn signs(words: &str) -> Cow<'_, str> {
    let is_control = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    if !words.contains(is_control) {
        return Cow::Borrowed(words);
    }
    let bytes: Option<Vec<u8>> = words.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    if let Some(utf8) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
        return Cow::Owned(utf8);
    }
    let sign = |c: char| match u8::try_from(u32::from(c)) {
        Ok(byte) if is_control(c) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned(),
        _ => c.to_string(),
    };
    Cow::Owned(words.chars().map(sign).collect())
}

/// The tokens of HTML, one by one.
fn tokens(html: &str, sink: Sink) -> Sink {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Tokens(RefCell::new(sink)), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

struct Tokens(RefCell<Sink>);

impl TokenSink for Tokens {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut sink = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(words) => sink.words(&words),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let attributes = tag.attrs.iter().map(|a| (&*a.name.local, &*a.value));
                sink.start(Begun {
                    name: &tag.name,
                    attributes: attributes.collect(),
                    href: None,
                    empty: tag.self_closing,
                });
                return raw(&tag).map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            Token::TagToken(tag) => sink.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// How the content of an element is to be cut into tokens, when it is no markup.
fn raw(tag: &Tag) -> Option<RawKind> {
    match &*tag.name {
        _ if tag.self_closing => None,
        "script" => Some(ScriptData),
        "style" | "xmp" => Some(Rawtext),
        "textarea" | "title" => Some(Rcdata),
        _ => None,
    }
}

/// The elements of XHTML, one by one (as deep as XML is read).
fn walk(element: Element<'_, '_>, sink: &mut Sink) {
    for node in element.nodes() {
        match node {
            Node::Words(words) => sink.words(words),
            Node::Element(inner) => {
                let name = inner.name().to_ascii_lowercase();
                let attributes = inner.attributes().map(|(_, name, value)| (name, value)).collect();
                sink.start(Begun { name: &name, attributes, href: None, empty: false });
                walk(inner, sink);
                sink.end(&name);
            }
        }
    }
}

/// A start tag, its address made whole.
struct Begun<'t> {
    name: &'t str,
    attributes: Vec<(&'t str, &'t str)>,
    href: Option<Cow<'t, str>>,
    empty: bool,
}

impl Opening for Begun<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        if name == "href" && self.href.is_some() {
            return self.href.as_deref();
        }
        self.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    }

    fn is_empty(&self) -> bool {
        self.empty
    }
}

/// A line that goes somewhere else than into the body.
struct Aside {
    into: Into,
    /// The element that holds it, and how many of that name are open.
    name: String,
    depth: usize,
    words: String,
    /// Words of the caption that say whose picture it is.
    credit: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Into {
    Notice,
    Dateline,
    Caption,
}

#[derive(Default)]
struct Sink {
    builder: Builder,
    base: Option<Url>,
    read: Read,
    begun: bool,
    aside: Option<Aside>,
    /// Within a drawing or a formula: its words are text, its elements are not of HTML.
    foreign: usize,
    /// Within a figure whose picture is told by its address.
    in_figure: bool,
}

impl Sink {
    fn words(&mut self, words: &str) {
        let words = &*signs(words);
        match &mut self.aside {
            Some(Aside { credit: Some(credit), .. }) => credit.push_str(words),
            Some(aside) => aside.words.push_str(words),
            None => self.builder.words(words),
        }
    }

    fn start(&mut self, mut tag: Begun<'_>) {
        if let Some(aside) = &mut self.aside {
            aside.depth += usize::from(aside.name == tag.name && !tag.empty);
            if tag.attribute("class") == Some("credit") && aside.into == Into::Caption {
                aside.credit = Some(String::new());
            } else if matches!(tag.name, "br" | "p" | "div") {
                aside.words.push(' ');
            }
            return;
        }
        match tag.name {
            "svg" | "math" => self.foreign += usize::from(!tag.empty),
            "script" | "style" => self.builder.start(&tag),
            _ if self.foreign > 0 => {}
            // What an old browser would have shown in their place is words of the text.
            "object" | "embed" | "frameset" | "frame" | "iframe" | "noscript" | "noembed" | "noframes" => {}
            "img" if tag.attribute("data-picture").is_none() => self.picture(&tag),
            _ => {
                if let Some(into) = self.aside_of(&tag) {
                    let (name, words) = (tag.name.to_owned(), String::new());
                    self.aside = Some(Aside { into, name, depth: 1, words, credit: None });
                    return;
                }
                if !std::mem::replace(&mut self.begun, true) && matches!(tag.name, "div" | "article") {
                    self.read.lang = tag.attribute("lang").and_then(|lang| lang.parse().ok());
                    self.read.dir = match tag.attribute("dir") {
                        Some("rtl") => Some(Direction::Rtl),
                        Some("ltr") => Some(Direction::Ltr),
                        _ => None,
                    };
                    // XHTML wants its `div` around everything; the one that names language or direction may be in it.
                    self.begun = self.read.lang.is_some() || self.read.dir.is_some();
                }
                self.in_figure &= tag.name != "figure";
                let href = tag.attribute("href").and_then(|href| base::resolve(href, || self.base.clone()));
                tag.href = href.map(Cow::Owned);
                self.builder.start(&tag);
            }
        }
    }

    /// Whether an element is a line of its own, told by the class that the writers of this room give it.
    fn aside_of(&self, tag: &Begun<'_>) -> Option<Into> {
        let class = tag.attribute("class").unwrap_or_default();
        match tag.name {
            _ if tag.empty => None,
            "p" if class == "notice" && self.read.notice.is_empty() => Some(Into::Notice),
            "p" if class == "dateline" && self.read.dateline.is_empty() => Some(Into::Dateline),
            "figcaption" if self.in_figure && !self.read.pictures.is_empty() => Some(Into::Caption),
            _ => None,
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(aside) = &mut self.aside {
            if aside.credit.is_some() && matches!(name, "small" | "span") {
                let caption = std::mem::take(&mut aside.words);
                self.caption(&caption);
            } else if aside.name == name {
                aside.depth -= 1;
                if aside.depth == 0 {
                    self.end_aside();
                }
            }
            return;
        }
        match name {
            "svg" | "math" => self.foreign = self.foreign.saturating_sub(1),
            "script" | "style" => self.builder.end(name),
            _ if self.foreign > 0 => {}
            _ => self.builder.end(name),
        }
    }

    fn end_aside(&mut self) {
        let Some(aside) = self.aside.take() else { return };
        match aside.into {
            Into::Notice => self.read.notice = Line::new(&aside.words),
            Into::Dateline => self.read.dateline = Line::new(&aside.words),
            Into::Caption => {
                self.caption(&aside.words);
                if let (Some(credit), Some(part)) = (aside.credit, self.read.pictures.last_mut()) {
                    part.item.rights.credit = Some(Line::new(credit)).filter(|credit| !credit.is_empty());
                }
            }
        }
    }

    fn caption(&mut self, words: &str) {
        let words = Inline::plain_text(words);
        if let Some(part) = self.read.pictures.last_mut().filter(|_| !words.is_empty()) {
            part.item.text.body.push(Block::Paragraph(words));
        }
    }

    /// A picture by its address. One that counts readers is none.
    fn picture(&mut self, tag: &Begun<'_>) {
        let size = |name| tag.attribute(name).and_then(|n| n.trim().trim_end_matches("px").parse::<u32>().ok());
        let (width, height) = (size("width"), size("height"));
        let href = tag.attribute("src").and_then(|src| base::resolve(src, || self.base.clone()));
        let Some(href) = href.filter(|href| !href.starts_with("data:")) else { return };
        let counts = width.is_some_and(|n| n < 3) && height.is_some_and(|n| n < 3);
        if counts || self.read.pictures.len() >= MOST_PICTURES {
            return;
        }
        let rendition = Rendition { href: Line::new(href), width, height, ..Rendition::default() };
        let mut item = Item { class: Class::Picture, renditions: vec![rendition], ..Item::default() };
        if let Some(alt) = tag.attribute("alt").filter(|alt| !alt.trim().is_empty()) {
            item.descriptions.push(Wording { role: Line::new("alt"), ..Wording::of(alt) });
        }
        self.in_figure = true;
        self.read.pictures.push(Part { rel: Line::new("body"), item, ..Part::default() });
    }

    fn finish(mut self) -> Read {
        self.end_aside();
        Read { text: self.builder.finish(), ..self.read }
    }
}
