//! The running text of a body -> blocks: NITF, and the XHTML that some put into it.

use super::{look, media};
use crate::reading::{Liberties, Took};
use crate::tree::{Builder, Opening};
use crate::xml::{Element, Node};
use story::text::{Inline, Run};
use story::{Item, Line, Tag, Text};

/// Reads running text into a tree. What is no text (pictures, notes to editors) goes to the item.
pub(crate) struct Flow<'f> {
    builder: Builder,
    item: &'f mut Item,
    liberties: &'f mut Liberties,
    lang: Option<Tag>,
    /// Line ends are breaks.
    as_it_stands: bool,
}

/// The beginning of an element under the name that HTML has for it.
struct Named<'n> {
    name: &'static str,
    attributes: &'n [(&'static str, String)],
}

impl Opening for Named<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    fn is_empty(&self) -> bool {
        false
    }
}

/// The name that HTML has for an element of NITF; those that it has itself stand for themselves.
fn html(name: &str) -> &'static str {
    const SAME: [&str; 35] = [
        "p",
        "ul",
        "ol",
        "li",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "a",
        "em",
        "i",
        "b",
        "strong",
        "br",
        "hr",
        "pre",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "script",
        "style",
        "title",
        "figure",
        "figcaption",
        "footer",
        "small",
        "time",
    ];
    match name {
        "hl1" | "hl2" | "hl3" | "hl4" | "subhead" => "h2",
        "bq" => "blockquote",
        "dl" | "block" | "fn" | "note" | "abstract" | "body.content" | "nitf-table" | "custom-table" | "postaddr"
        | "addressee" | "delivery.point" | "nitf-table-summary" | "datasource" | "tagline" | "div" | "section"
        | "article" | "center" | "address" | "body" | "html" | "main" | "header" | "aside" => "div",
        "dt" | "dd" => "p",
        "head" => "style",
        _ => SAME.into_iter().find(|known| *known == name).unwrap_or("span"),
    }
}

impl<'f> Flow<'f> {
    /// A flow into an item; `lang` is the language of what is around it.
    pub(crate) fn new(item: &'f mut Item, liberties: &'f mut Liberties, lang: Option<Tag>) -> Self {
        Self { builder: Builder::default(), item, liberties, lang, as_it_stands: false }
    }

    /// The text, once all was read.
    pub(crate) fn finish(self) -> Text {
        self.builder.finish()
    }

    /// Reads what is in an element.
    pub(crate) fn content(&mut self, element: Element<'_, '_>) {
        for node in element.nodes() {
            match node {
                Node::Words(words) => self.words(words),
                Node::Element(inner) => self.element(inner),
            }
        }
    }

    fn words(&mut self, words: &str) {
        // What shows no words, as the code of a player, is code that somebody is to see.
        let marked = words.trim_start().starts_with('<') && crate::slips::has_marks(words);
        if marked && !crate::html::read(words).plain().trim().is_empty() {
            self.liberties.take(Took::Form, "body/body.content", "markup as words");
            let builder = std::mem::take(&mut self.builder);
            self.builder = crate::html::tokens(&words.replace(['\n', '\r', '\t'], " "), builder);
            return;
        }
        if self.as_it_stands || !words.contains(['\n', '\r', '\t']) {
            self.builder.words(words);
        } else {
            self.builder.words(&words.replace(['\n', '\r', '\t'], " "));
        }
    }

    fn start(&mut self, name: &'static str, attributes: &[(&'static str, String)]) {
        self.builder.start(&Named { name, attributes });
    }

    /// Reads an element with all that is in it.
    pub(crate) fn element(&mut self, element: Element<'_, '_>) {
        let name = element.name().to_ascii_lowercase();
        match name.as_str() {
            "media" => return self.media(element),
            "img" => return self.image(element),
            "tobject" | "key-list" | "classifier" | "nitf-table-metadata" | "table-reference" | "alt-code" => {
                return look::keep(element, "nitf", self.item, self.liberties);
            }
            "note" if is_advisory(element) => {
                let note = look::line(element);
                self.item.advisories.extend((!note.is_empty()).then_some(note));
                return;
            }
            "byline" if self.item.text.byline.is_none() => {
                self.item.text.byline = Some(look::line(element)).filter(|line| !line.is_empty());
                return;
            }
            "dateline" if self.item.dateline.is_empty() => {
                self.item.dateline = look::line(element);
                return;
            }
            "table" => return self.table(element),
            "credit" | "footer" => self.start("footer", &[]),
            "frac" => return self.fraction(element),
            "dl" => self.liberties.take(Took::LeftOut, element.path(), "a list of terms, set as paragraphs"),
            "datasource" => self.start("p", &[]),
            _ => {}
        }
        let end = match name.as_str() {
            "credit" | "footer" => "footer",
            "datasource" => "p",
            other => self.open(element, other),
        };
        let outer = self.as_it_stands;
        self.as_it_stands |= name == "pre";
        let own = self.own_lang(element, &name);
        if let Some(lang) = own.as_ref().filter(|_| end != "span") {
            self.start("span", &[("lang", lang.to_string())]);
        }
        self.content(element);
        if own.is_some() && end != "span" {
            self.builder.end("span");
        }
        self.as_it_stands = outer;
        if name == "bq" {
            self.quote_source(element);
        }
        self.builder.end(end);
    }

    /// Begins an element and gives its name in HTML.
    fn open(&mut self, element: Element<'_, '_>, name: &str) -> &'static str {
        let class = look::attribute(element, "class").unwrap_or_default();
        let is = |word: &str| class.split(' ').any(|c| c.eq_ignore_ascii_case(word));
        let mut attributes = Vec::new();
        let mut used = vec!["lang"];
        let html = match name {
            "em" if is("strong") || is("bold") => {
                used.push("class");
                "strong"
            }
            "a" => {
                let href = look::attribute(element, "href").unwrap_or_default();
                if story::text::Link::new(&href).is_ok() {
                    attributes.push(("href", href.to_string()));
                    used.push("href");
                }
                if look::attribute(element, "rel").as_deref() == Some("related") {
                    used.extend(["rel", "name"]);
                }
                "a"
            }
            "p" if is("related") => {
                attributes.push(("class", "related".to_owned()));
                let target = look::child(element, "a").and_then(|a| look::attribute(a, "name"));
                attributes.extend(target.map(|story| ("data-story", story.to_string())));
                used.push("class");
                "p"
            }
            _ => html(name),
        };
        if html == "span" {
            used.extend(["value", "idsrc"].into_iter().filter(|_| name == "lang"));
            if let Some(lang) = self.own_lang(element, name) {
                attributes.push(("lang", lang.to_string()));
            }
            let style = look::attribute(element, "style").unwrap_or_default();
            let dir = look::attribute(element, "dir").map(|dir| dir.to_string());
            if let Some(dir) = direction(&style).map(str::to_owned).or(dir) {
                attributes.push(("dir", dir));
                used.extend(["style", "dir"]);
            }
        }
        self.spare(element, &used);
        self.start(html, &attributes);
        html
    }

    /// The language of an element that is not that of the text around it.
    fn own_lang(&mut self, element: Element<'_, '_>, name: &str) -> Option<Tag> {
        let named = look::lang(element, self.liberties);
        let value = || look::attribute(element, "value").filter(|_| name == "lang");
        let lang = named.or_else(|| value().and_then(|tag| tag.parse().ok()))?;
        (self.lang.as_ref() != Some(&lang) || name == "lang").then_some(lang)
    }

    /// Names the attributes that nothing was made of.
    fn spare(&mut self, element: Element<'_, '_>, used: &[&str]) {
        for (_, name, value) in element.attributes() {
            if !used.iter().any(|known| name.eq_ignore_ascii_case(known)) && !value.trim().is_empty() {
                self.liberties.take(Took::LeftOut, format!("{}@{name}", element.path()), value);
            }
        }
    }

    /// A table; its foot stands behind its rows, wherever it was written.
    fn table(&mut self, element: Element<'_, '_>) {
        self.spare(element, &[]);
        self.start("table", &[]);
        let is_foot = |inner: &Element<'_, '_>| inner.name().eq_ignore_ascii_case("tfoot");
        for node in element.nodes() {
            match node {
                Node::Words(words) => self.words(words),
                Node::Element(inner) if is_foot(&inner) => {}
                Node::Element(inner) => self.element(inner),
            }
        }
        element.children().filter(is_foot).for_each(|foot| self.element(foot));
        self.builder.end("table");
    }

    /// A fraction that names no mark between its numbers has the usual one.
    fn fraction(&mut self, element: Element<'_, '_>) {
        let bare = look::child(element, "frac-sep").is_none();
        for inner in element.children() {
            if bare && inner.name().eq_ignore_ascii_case("denom") {
                self.words("/");
            }
            self.content(inner);
        }
    }

    /// Whom a quotation names in an attribute, when no credit does.
    fn quote_source(&mut self, element: Element<'_, '_>) {
        let Some(source) = look::attribute(element, "quote-source") else { return };
        if look::child(element, "credit").is_none() {
            self.start("footer", &[]);
            self.words(&source);
            self.builder.end("footer");
        }
    }

    /// A picture of which the bytes are known stands in the text; any other comes with it.
    fn media(&mut self, element: Element<'_, '_>) {
        let Some(hash) = media::hash(element) else {
            let part = media::part(element, self.liberties);
            match &*part.name {
                media::OWN if self.item.renditions.is_empty() => self.item.renditions = part.item.renditions,
                _ => self.item.parts.push(part),
            }
            return;
        };
        let reference = look::child(element, "media-reference");
        let alt = reference.and_then(|r| look::attribute(r, "alternate-text")).unwrap_or_default();
        self.start("figure", &[]);
        self.start("img", &[("data-picture", hash.to_string()), ("alt", alt.to_string())]);
        if let Some(caption) = look::child(element, "media-caption") {
            self.start("figcaption", &[]);
            self.content(caption);
            self.builder.end("figcaption");
        }
        if let Some(producer) = look::child(element, "media-producer") {
            self.start("small", &[("class", "credit".to_owned())]);
            self.content(producer);
            self.builder.end("small");
        }
        self.builder.end("figure");
    }

    /// A picture of XHTML.
    fn image(&mut self, element: Element<'_, '_>) {
        self.spare(element, &["src", "width", "height", "alt", "title", "data-picture"]);
        let hash = look::attribute(element, "data-picture").filter(|hash| hash.parse::<story::Hash>().is_ok());
        match hash {
            Some(hash) => {
                let alt = look::attribute(element, "alt").unwrap_or_default();
                self.start("img", &[("data-picture", hash.to_string()), ("alt", alt.to_string())]);
            }
            None => self.item.parts.extend(media::image(element)),
        }
    }
}

/// The direction that a style names.
pub(crate) fn direction(style: &str) -> Option<&str> {
    let value = style.split(';').find_map(|rule| rule.trim().strip_prefix("direction")?.trim().strip_prefix(':'))?;
    Some(value.trim()).filter(|value| matches!(*value, "ltr" | "rtl"))
}

/// Whether a note is for editors and nobody else.
pub(crate) fn is_advisory(note: Element<'_, '_>) -> bool {
    let (kind, class) = (look::attribute(note, "type"), look::attribute(note, "noteclass"));
    match kind.as_deref() {
        Some("npa") => true,
        Some("pa") => false,
        _ => class.is_some_and(|class| class.eq_ignore_ascii_case("editorsnote")),
    }
}

/// All of an element as running text, its blocks apart by breaks.
pub(crate) fn inline(
    element: Element<'_, '_>,
    item: &mut Item,
    liberties: &mut Liberties,
    lang: Option<Tag>,
) -> Inline {
    let mut flow = Flow::new(item, liberties, lang);
    flow.content(element);
    let text = flow.finish();
    let mut runs: Vec<Run> = Vec::new();
    for piece in text.body.iter().flat_map(|block| block.inlines()) {
        if !runs.is_empty() {
            runs.push(Run::plain("\n"));
        }
        runs.extend(piece.runs().iter().cloned());
    }
    if runs.is_empty() { text.headline } else { Inline::new(runs) }
}

/// A line, if it says anything.
pub(crate) fn some(line: Line) -> Option<Line> {
    (!line.is_empty()).then_some(line)
}
