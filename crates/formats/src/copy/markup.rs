//! HTML that was left in the text: tags taken off, entities turned into the characters they stand for.
//!
//! What the tags said is kept where copy has a way to say it: a paragraph's end becomes an empty line, a heading and a
//! list item get the mark that a typist would give them, a link and a stress are remembered beside the text. Only
//! names that HTML has are tags, so that `a < b` and `<name withheld>` stay words, unless the whole is a document of
//! tags.

use super::reading::{Aside, Furniture};
use super::traced::{Rewrite, Traced};
use html5ever::data::NAMED_ENTITIES;
use std::{collections::HashMap, ops::Range};
use story::Line;
use story::text::{Link, Style};

/// What was taken off a text, and what it said.
#[derive(Debug, Default)]
pub(super) struct Markup {
    /// Tags taken off.
    pub tags: usize,
    /// Entities turned into characters.
    pub entities: usize,
    /// What was taken off, as bytes of the input.
    pub dropped: Vec<Aside>,
    /// The marks of parts of the text, as bytes of the input, in order and apart.
    pub styles: Vec<(Range<usize>, Style)>,
}

/// What stands in the place of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Nothing.
    Inline,
    /// A line end.
    Break,
    /// An empty line.
    Block,
    /// An empty line and the mark of a title.
    Title,
    /// An empty line and the mark of a heading.
    Heading,
    /// A line end and the mark of a list item.
    Item,
    /// An empty line and the mark of a quotation.
    Quote,
    /// A tab between cells.
    Cell,
    /// Nothing, and the content goes as well.
    Dropped,
}

impl Shape {
    /// The shape of an element of HTML.
    fn of(name: &str) -> Option<Shape> {
        Some(match name {
            "br" | "tr" => Shape::Break,
            "h2" | "h3" | "h4" | "h5" | "h6" => Shape::Heading,
            "li" => Shape::Item,
            "blockquote" => Shape::Quote,
            "td" | "th" => Shape::Cell,
            "h1" => Shape::Title,
            "audio" | "button" | "head" | "iframe" | "nav" | "noscript" | "object" | "script" | "select" | "style"
            | "svg" | "template" | "title" | "video" => Shape::Dropped,
            "address" | "article" | "aside" | "body" | "caption" | "center" | "dd" | "div" | "dl" | "dt"
            | "figcaption" | "figure" | "footer" | "form" | "header" | "hr" | "html" | "main" | "ol" | "p" | "pre"
            | "section" | "table" | "ul" => Shape::Block,
            "a" | "abbr" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "del" | "em" | "font" | "i" | "img"
            | "input" | "ins" | "label" | "link" | "mark" | "meta" | "o:p" | "picture" | "q" | "s" | "small"
            | "source" | "span" | "strike" | "strong" | "sub" | "sup" | "tbody" | "tfoot" | "thead" | "time" | "tt"
            | "u" | "wbr" => Shape::Inline,
            _ => return None,
        })
    }
}

/// A tag, a comment or a declaration.
struct Found<'a> {
    part: Range<usize>,
    name: String,
    closes: bool,
    attributes: &'a str,
}

/// The longest tag that is looked for, in bytes.
const LONGEST_TAG: usize = 8 * 1024;

/// Takes off the markup of a text; none when there is none.
pub(super) fn strip(text: &Traced) -> Option<(Traced, Markup)> {
    if !text.text.contains(['<', '&']) {
        return None;
    }
    let mut out = Markup::default();
    let mut rewrite = Rewrite::of(text);
    let mut ends = Ends::default();
    let mut open = Open::default();
    let any_name = is_document(&text.text);
    let mut from = 0;
    while let Some(at) = text.text.get(from..).and_then(|rest| rest.find(['<', '&'])).map(|i| from + i) {
        from = at + 1;
        let rest = text.text.get(at..).unwrap_or_default();
        if rest.starts_with('&') {
            if let Some((len, is)) = entity(rest) {
                out.entities += 1;
                from = at + len;
                rewrite.replace(at..from, &is);
            }
            continue;
        }
        let Some(tag) = tag(&text.text, at, &mut ends) else { continue };
        let Some(shape) = Shape::of(&tag.name).or_else(|| any_name.then_some(Shape::Block)) else { continue };
        let mut part = tag.part.clone();
        if shape == Shape::Dropped && !tag.closes {
            part.end = ends.of_element(&text.text, &tag.name, part.end).unwrap_or(part.end);
        }
        let kind =
            if tag.name == "meta" && tag.attributes.contains("verif") { Furniture::Token } else { Furniture::Markup };
        let words = if kind == Furniture::Token { Line::new(tag.attributes) } else { Line::default() };
        out.dropped.push(Aside { range: text.source(&part), kind, words });
        out.tags += 1;
        rewrite.replace(part.clone(), in_place_of(shape, tag.closes));
        from = part.end;
        open.pass(text, &Found { part, ..tag }, shape, &mut out.styles);
    }
    rewrite.finish().map(|text| (text, out))
}

/// Whether the whole text is a document of tags, whatever their names.
fn is_document(text: &str) -> bool {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let head: String = start.chars().take(9).collect::<String>().to_ascii_lowercase();
    ["<?xml", "<!doctype", "<rss", "<feed", "<html"].iter().any(|sign| head.starts_with(sign))
}

/// What a typist would put in the place of a tag.
const fn in_place_of(shape: Shape, closes: bool) -> &'static str {
    match (shape, closes) {
        (Shape::Inline | Shape::Dropped, _) | (Shape::Break, true) | (Shape::Cell, false) => "",
        (Shape::Break, false) => "\n",
        (Shape::Cell, true) => "\t",
        (Shape::Title, false) => "\n\n# ",
        (Shape::Heading, false) => "\n\n## ",
        (Shape::Item, false) => "\n• ",
        (Shape::Item, true) => "\n",
        (Shape::Quote, false) => "\n\n> ",
        _ => "\n\n",
    }
}

/// The links and stresses that are open at a place of the text.
#[derive(Default)]
struct Open {
    marks: Vec<(String, Style)>,
    /// From here on they hold.
    since: usize,
}

impl Open {
    /// A tag opens a mark or closes one; an element that stands by itself closes all.
    fn pass(&mut self, text: &Traced, tag: &Found<'_>, shape: Shape, styles: &mut Vec<(Range<usize>, Style)>) {
        /// Deeper than any copy goes.
        const DEEPEST: usize = 8;
        self.settle(text, tag.part.start, styles);
        self.since = tag.part.end;
        if !matches!(shape, Shape::Inline | Shape::Break) {
            self.marks.clear();
        } else if tag.closes {
            if let Some(i) = self.marks.iter().rposition(|(name, _)| *name == tag.name) {
                self.marks.remove(i);
            }
        } else if let Some(style) = style_of(tag).filter(|_| self.marks.len() < DEEPEST) {
            self.marks.push((tag.name.clone(), style));
        }
    }

    /// What is open holds up to here, or up to the first empty line: nobody marks more than a paragraph.
    fn settle(&self, text: &Traced, end: usize, styles: &mut Vec<(Range<usize>, Style)>) {
        if self.marks.is_empty() || self.since >= end {
            return;
        }
        let mut style = Style::default();
        for (_, mark) in &self.marks {
            style.emphasis |= mark.emphasis;
            style.strong |= mark.strong;
            style.link = mark.link.clone().or(style.link);
        }
        let inner = text.text.get(self.since..end).unwrap_or_default();
        let len = ["\n\n", "\n\r\n"].iter().filter_map(|gap| inner.find(gap)).min().unwrap_or(inner.len());
        styles.push((text.source(&(self.since..self.since + len)), style));
    }
}

/// What a tag says of the words that follow it.
fn style_of(tag: &Found<'_>) -> Option<Style> {
    let plain = Style::default();
    match tag.name.as_str() {
        "a" => {
            let href = attribute(tag.attributes, "href")?;
            Some(Style { link: Link::new(&super::links::without_tracking(&href)).ok(), ..plain })
        }
        "em" | "i" => Some(Style { emphasis: true, ..plain }),
        "strong" | "b" => Some(Style { strong: true, ..plain }),
        _ => None,
    }
}

/// The value of an attribute, its entities turned into characters.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let mut from = 0;
    while let Some(at) = lower.get(from..)?.find(name).map(|i| from + i) {
        from = at + name.len();
        let free = lower.get(..at)?.ends_with(|c: char| c.is_whitespace() || c == '"' || c == '\'');
        let value = attributes.get(from..)?.trim_start();
        if let (true, Some(value)) = (free || at == 0, value.strip_prefix('=')) {
            let value = value.trim_start();
            let quoted = ['"', '\''].into_iter().find_map(|q| value.strip_prefix(q).map(|v| (v, q)));
            let value = match quoted {
                Some((value, quote)) => value.split(quote).next(),
                None => value.split_whitespace().next(),
            };
            return value.map(unescape);
        }
    }
    None
}

/// A text with its entities turned into characters.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let (len, is) = entity(rest).unwrap_or((1, "&".into()));
        out.push_str(&is);
        rest = rest.get(len..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The tag at this place, if there is one.
fn tag<'a>(text: &'a str, at: usize, ends: &mut Ends) -> Option<Found<'a>> {
    let rest = text.get(at + 1..)?;
    let found =
        |end: usize, name: &str| Some(Found { part: at..end, name: name.to_owned(), closes: false, attributes: "" });
    if rest.starts_with("!--") {
        return found(ends.of(text, "-->", at + 4)?, "meta");
    }
    if rest.starts_with("![CDATA[") {
        return found(at + 9, "meta");
    }
    if rest.starts_with(['!', '?']) {
        let end = inner_end(rest)?;
        return found(at + 1 + end + 1, "meta");
    }
    let (closes, name_on) = rest.strip_prefix('/').map_or((false, rest), |r| (true, r));
    let len =
        name_on.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_' | b'.')).count();
    let name = name_on.get(..len).filter(|n| n.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let after = name_on.get(len..)?;
    if !after.starts_with(['>', '/']) && !after.starts_with(char::is_whitespace) {
        return None;
    }
    let end = inner_end(after)?;
    let part = at..at + (text.len() - at - after.len()) + end + 1;
    Some(Found { part, name: name.to_ascii_lowercase(), closes, attributes: after.get(..end)? })
}

/// Where the `>` of a tag stands. A tag that meets another `<` first is none.
fn inner_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (i, b) in rest.bytes().enumerate().take(LONGEST_TAG) {
        match (quote, b) {
            (_, b'<') => return None,
            (None, b'>') => return Some(i),
            (None, b'"' | b'\'') if rest.as_bytes().get(i.wrapping_sub(1)) == Some(&b'=') => quote = Some(b),
            (Some(q), b) if q == b => quote = None,
            _ => {}
        }
    }
    // An unbalanced quotation mark: the first `>` it is.
    rest.bytes().take(LONGEST_TAG).position(|b| b == b'>')
}

/// Where things end, found once: without it a text of nothing but openings would take for ever.
#[derive(Default)]
struct Ends {
    /// For what was looked for: the place from which on it does not occur.
    none_from: HashMap<String, usize>,
}

impl Ends {
    /// The end of the next `sign` from a place on.
    fn of(&mut self, text: &str, sign: &str, from: usize) -> Option<usize> {
        if self.none_from.get(sign).is_some_and(|&none| from >= none) {
            return None;
        }
        let found = text.get(from..).and_then(|rest| rest.find(sign)).map(|i| from + i + sign.len());
        if found.is_none() {
            self.none_from.insert(sign.to_owned(), from);
        }
        found
    }

    /// The end of the closing tag of an element from a place on.
    fn of_element(&mut self, text: &str, name: &str, from: usize) -> Option<usize> {
        let upper = name.to_ascii_uppercase();
        let lower = self.of(text, &format!("</{name}"), from);
        let end = lower.or_else(|| self.of(text, &format!("</{upper}"), from))?;
        text.get(end..).and_then(|rest| rest.find('>').filter(|&i| i < 64)).map(|i| end + i + 1)
    }
}

/// The entity at the beginning of a text: its length, and what it stands for. `&amp;nbsp;` is one as well: text that
/// was escaped twice.
fn entity(rest: &str) -> Option<(usize, String)> {
    const LONGEST: usize = 33;
    let end = rest.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = rest.get(1..end)?;
    let is = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            numbered(code)?.to_string()
        }
        None => {
            let &(first, second) = NAMED_ENTITIES.get(rest.get(1..=end)?)?;
            [first, second].into_iter().filter(|&code| code > 0).filter_map(char::from_u32).collect()
        }
    };
    if is == "&" {
        let again = rest.get(end + 1..)?;
        let twice = format!("&{}", again.get(..again.len().min(LONGEST)).unwrap_or_default());
        if let Some((len, is)) = (!again.starts_with("amp;")).then(|| entity(&twice)).flatten() {
            return Some((end + len, is));
        }
    }
    Some((end + 1, is))
}

/// The character of a number. Numbers from 128 to 159 mean those of windows-1252, as browsers take them.
fn numbered(code: u32) -> Option<char> {
    match code {
        0x80..=0x9f => {
            let byte = [u8::try_from(code).ok()?];
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte).0.chars().next()
        }
        _ => char::from_u32(code).filter(|c| !c.is_control() || *c == '\n'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(text: &str) -> String {
        strip(&Traced::straight(text.into(), 0)).map_or_else(|| text.to_owned(), |(text, _)| text.text)
    }

    #[test]
    fn tags_leave_the_shape_of_the_copy() {
        assert_eq!(stripped("<h2>Rain</h2><p>It rains.</p>"), "\n\n## Rain\n\n\n\nIt rains.\n\n");
        assert_eq!(stripped("a<br/>b<BR>c"), "a\nb\nc");
        assert_eq!(stripped("<ul><li>one</li><li>two</li></ul>"), "\n\n\n• one\n\n• two\n\n\n");
        assert_eq!(stripped("x<script>if (a<b) {}</script>y<!-- z --><style>p{}</STYLE>"), "xy");
    }

    #[test]
    fn words_in_angle_brackets_stay() {
        for text in ["a < b and b > c", "<name withheld> said", "x <3", "<-- here", "R&D; AT&T", "<b", "&#xd800;"] {
            assert_eq!(stripped(text), text);
        }
    }

    #[test]
    fn entities_become_characters() {
        assert_eq!(stripped("caf&eacute; &amp; &#8217;&#x2019;&#146; &amp;nbsp;&amp;amp;"), "café & ’’’ \u{a0}&amp;");
    }

    #[test]
    fn links_and_stress_are_remembered_by_their_bytes() {
        let text = "see <a class=x href=\"https://example.org/?a=1&amp;b=2\">the <em>list</em></a>";
        let (out, markup) = strip(&Traced::straight(text.into(), 0)).expect("it has tags");
        assert_eq!(out.text, "see the list");
        let said: Vec<_> = markup.styles.iter().map(|(range, style)| (&text[range.clone()], style.clone())).collect();
        assert_eq!(said.iter().map(|s| s.0).collect::<Vec<_>>(), ["the ", "list"]);
        assert_eq!(said[1].1.link.as_ref().map(Link::as_str), Some("https://example.org/?a=1&b=2"));
        assert_eq!((said[0].1.emphasis, said[1].1.emphasis), (false, true));
    }

    #[test]
    fn a_text_of_openings_takes_no_time() {
        for opening in ["<script>", "<!--", "<a href=\"", "<", "&", "<b ", "&amp;"] {
            stripped(&opening.repeat(40_000));
        }
    }
}
