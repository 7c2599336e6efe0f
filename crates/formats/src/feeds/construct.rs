//! What an element that holds text says: plain words, HTML that was escaped, or markup as elements.
//!
//! Atom 1.0 names it (`type`, RFC 4287, 3.1 and 4.1.3), Atom 0.3 names it twice (`type` and `mode`), RSS not at all:
//! there, titles are guessed and everything longer is HTML where it looks like it.

use super::base;
use super::names::attribute;
use crate::xml::Element;
use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::borrow::Cow;
use url::Url;

/// What an element holds.
#[derive(Debug)]
pub(super) enum Content<'d, 'i> {
    /// Words, as they stand.
    Plain(Cow<'d, str>),
    /// HTML.
    Html(Cow<'d, str>),
    /// The elements within this one.
    Tree(Element<'d, 'i>),
}

/// The text of an element.
#[derive(Debug)]
pub(super) struct Construct<'d, 'i> {
    /// What it holds.
    pub content: Content<'d, 'i>,
    /// The language that stands at it or around it; empty where it was taken back.
    pub lang: Option<&'d str>,
    /// The element.
    pub element: Element<'d, 'i>,
}

impl<'d, 'i> Construct<'d, 'i> {
    /// The text of an element; `atom`: it stands in an Atom feed.
    pub(super) fn of(element: Element<'d, 'i>, atom: bool) -> Self {
        let kind = attribute(&element, "type");
        let mode = attribute(&element, "mode");
        let content = if atom || kind.is_some() || mode.is_some() {
            named(element, kind.unwrap_or_default(), mode)
        } else if element.children().next().is_some() {
            Content::Tree(element)
        } else {
            guess(element.words())
        };
        Self { content, lang: element.lang(), element }
    }

    /// What its addresses are relative to.
    pub(super) fn base(&self, feed: Option<&Url>) -> Option<Url> {
        base::base(&self.element, feed)
    }

    /// Whether there is nothing in it at all.
    pub(super) fn is_empty(&self) -> bool {
        match &self.content {
            Content::Plain(words) | Content::Html(words) => words.bytes().all(|b| b.is_ascii_whitespace()),
            Content::Tree(_) => false,
        }
    }
}

/// Content by its type, and by its mode where Atom 0.3 names one.
fn named<'d, 'i>(element: Element<'d, 'i>, kind: &str, mode: Option<&str>) -> Content<'d, 'i> {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let words = element.words();
    let has_elements = element.children().next().is_some();
    if mode.is_some_and(|mode| mode.eq_ignore_ascii_case("base64")) {
        let decoded = decoded(&words).map_or(words, Cow::Owned);
        return if is_html(&kind) || is_xml(&kind) { Content::Html(decoded) } else { guess(decoded) };
    }
    let escaped = mode.is_some_and(|mode| mode.eq_ignore_ascii_case("escaped"));
    match kind.as_str() {
        kind if is_xml(kind) && escaped => Content::Html(words),
        kind if is_xml(kind) && has_elements => Content::Tree(element),
        kind if is_html(kind) && has_elements => Content::Tree(element),
        kind if is_html(kind) => Content::Html(words),
        _ if has_elements && mode.is_some() => Content::Tree(element),
        "" | "text" | "plain" => Content::Plain(words),
        kind if is_xml(kind) || kind.starts_with("text/") || !kind.contains('/') => Content::Plain(words),
        _ => decoded(&words).map_or(Content::Plain(words), |decoded| guess(Cow::Owned(decoded))),
    }
}

fn is_html(kind: &str) -> bool {
    matches!(kind, "html" | "text/html")
}

fn is_xml(kind: &str) -> bool {
    kind == "xhtml" || kind.ends_with("+xml") || kind.ends_with("/xml")
}

/// The characters of bytes in base 64; none when they are neither.
fn decoded(words: &str) -> Option<String> {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let engine = GeneralPurpose::new(&base64::alphabet::STANDARD, config);
    let packed: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let bytes = engine.decode(packed).ok().filter(|bytes| !bytes.is_empty())?;
    String::from_utf8(bytes).ok()
}

/// HTML where it looks like it, else plain words.
fn guess<'d, 'i>(words: Cow<'d, str>) -> Content<'d, 'i> {
    if looks_like_html(&words) { Content::Html(words) } else { Content::Plain(words) }
}

/// Whether a tag or an entity of HTML stands in it.
pub(super) fn looks_like_html(words: &str) -> bool {
    let last = words.rfind('>').unwrap_or_default();
    let tag = |at: usize| {
        let rest = words.get(at + 1..).unwrap_or_default();
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name: String = rest.chars().take(12).take_while(char::is_ascii_alphanumeric).collect();
        let after = rest.get(name.len()..).unwrap_or_default();
        let ends = after.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace());
        rest.starts_with("!--") || ends && at < last && is_element(&name.to_ascii_lowercase())
    };
    let entity = |at: usize| {
        let rest = words.as_bytes().get(at + 1..).unwrap_or_default();
        let end = rest.iter().take(LONGEST_ENTITY).position(|b| *b == b';');
        let name = end.filter(|end| *end > 0).and_then(|end| words.get(at + 1..at + 1 + end));
        match name.map(|name| (name, name.strip_prefix('#'))) {
            Some((_, Some(number))) => {
                let digits = number.trim_start_matches(['x', 'X']);
                !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit())
            }
            Some((name, None)) => crate::xml::entities::html(name).is_some(),
            None => false,
        }
    };
    words.match_indices('<').any(|(at, _)| tag(at)) || words.match_indices('&').any(|(at, _)| entity(at))
}

/// The longest name of an entity of HTML, in bytes, with its end.
const LONGEST_ENTITY: usize = 33;

/// The elements of HTML, old ones too; what is not among them between `<` and `>` is words in brackets.
fn is_element(name: &str) -> bool {
    const ELEMENTS: &str = " a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big \
        blink blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn \
        dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 \
        head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu \
        meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture pre progress q \
        rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg \
        table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp ";
    ELEMENTS.contains(&format!(" {name} "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Liberties;

    fn told(xml: &str, atom: bool) -> String {
        let document = crate::xml::parse(xml, &mut Liberties::new()).expect("XML");
        let construct = Construct::of(document.root().expect("a root"), atom);
        match construct.content {
            Content::Plain(words) => format!("plain {}", words.trim()),
            Content::Html(words) => format!("html {}", words.trim()),
            Content::Tree(_) => "tree".into(),
        }
    }

    #[test]
    fn what_it_holds_is_told_by_type_mode_or_looks() {
        for (xml, atom, is) in [
            ("<t type='html'>a &lt;b>b&lt;/b></t>", true, "html a <b>b</b>"),
            ("<t type='text'>a &lt;b> b</t>", true, "plain a <b> b"),
            ("<t>a &lt;b>b&lt;/b></t>", true, "plain a <b>b</b>"),
            ("<t type='xhtml'><div>a</div></t>", true, "tree"),
            ("<t type='text/html' mode='escaped'>&lt;p></t>", true, "html <p>"),
            ("<t type='application/xhtml+xml' mode='xml'><p/></t>", true, "tree"),
            ("<t mode='base64'>PHA+YTwvcD4=</t>", true, "html <p>a</p>"),
            ("<t type='application/octet-stream'>PHA+YTwv\n cD4=</t>", true, "html <p>a</p>"),
            ("<t>a &lt; b and c > d</t>", false, "plain a < b and c > d"),
            ("<t>AT&amp;T</t>", false, "plain AT&T"),
            ("<t>AT&amp;amp;T</t>", false, "html AT&amp;T"),
            ("<t>the &lt;kite> rises</t>", false, "plain the <kite> rises"),
            ("<t>&lt;br/>a</t>", false, "html <br/>a"),
            ("<t><p>a</p></t>", false, "tree"),
        ] {
            assert_eq!(told(xml, atom), is, "{xml}");
        }
    }
}
