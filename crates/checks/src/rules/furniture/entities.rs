//! What is left of HTML and of programs: entities, tags, escapes.

use lang::Word;
use std::ops::Range;

/// Something of that kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entity {
    /// Its bytes.
    pub at: Range<usize>,
    /// What is said of it.
    pub word: Word,
    /// What it stands for, where that is a character.
    pub becomes: Option<String>,
}

/// Entities by their names, with what they stand for.
const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("shy", "\u{ad}"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("deg", "°"),
    ("euro", "€"),
    ("pound", "£"),
    ("yen", "¥"),
    ("cent", "¢"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("times", "×"),
    ("frac12", "½"),
    ("frac14", "¼"),
    ("frac34", "¾"),
    ("iexcl", "¡"),
    ("iquest", "¿"),
    ("ordf", "ª"),
    ("ordm", "º"),
    ("sup2", "²"),
    ("sup3", "³"),
    ("plusmn", "±"),
    ("thinsp", "\u{2009}"),
    ("ensp", "\u{2002}"),
    ("emsp", "\u{2003}"),
    ("zwnj", "\u{200c}"),
    ("zwj", "\u{200d}"),
    ("lrm", "\u{200e}"),
    ("rlm", "\u{200f}"),
    ("agrave", "à"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("atilde", "ã"),
    ("auml", "ä"),
    ("aring", "å"),
    ("aelig", "æ"),
    ("ccedil", "ç"),
    ("egrave", "è"),
    ("eacute", "é"),
    ("ecirc", "ê"),
    ("euml", "ë"),
    ("igrave", "ì"),
    ("iacute", "í"),
    ("icirc", "î"),
    ("iuml", "ï"),
    ("ntilde", "ñ"),
    ("ograve", "ò"),
    ("oacute", "ó"),
    ("ocirc", "ô"),
    ("otilde", "õ"),
    ("ouml", "ö"),
    ("oslash", "ø"),
    ("ugrave", "ù"),
    ("uacute", "ú"),
    ("ucirc", "û"),
    ("uuml", "ü"),
    ("yacute", "ý"),
    ("yuml", "ÿ"),
    ("szlig", "ß"),
    ("oelig", "œ"),
    ("scaron", "š"),
];

/// Entities that are left without their semicolon as well.
const WITHOUT_END: &[&str] = &[
    "amp", "nbsp", "quot", "lt", "gt", "rsquo", "lsquo", "ldquo", "rdquo", "ndash", "mdash", "hellip", "laquo", "raquo",
];

/// Elements that pages have.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "cite",
    "code",
    "div",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "li",
    "link",
    "main",
    "mark",
    "meta",
    "nav",
    "noscript",
    "ol",
    "o:p",
    "p",
    "picture",
    "pre",
    "s",
    "script",
    "section",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "tt",
    "u",
    "ul",
    "video",
    "wbr",
];

/// Marks that programs for sites put into square brackets.
const SHORTCODES: &[&str] =
    &["caption", "embed", "gallery", "audio", "video", "playlist", "vc_row", "vc_column", "su_"];

/// The longest tag, in bytes.
const LONGEST: usize = 1_000;

/// All of them in a text, in order.
pub(super) fn entities(text: &str) -> Vec<Entity> {
    let mut out: Vec<Entity> = Vec::new();
    let mut free = 0;
    for (at, _) in text.match_indices(['&', '<', '[', '\\']) {
        if at < free {
            continue;
        }
        let Some(rest) = text.get(at + 1..) else { continue };
        let found = match text.as_bytes().get(at) {
            Some(b'&') => entity(rest),
            Some(b'<') => tag(rest).map(|length| (length, Word::LeftMarkup, None)),
            Some(b'[') => shortcode(rest).map(|length| (length, Word::LeftMarkup, None)),
            _ => escape(rest),
        };
        if let Some((length, word, becomes)) = found {
            free = at + 1 + length;
            out.push(Entity { at: at..free, word, becomes });
        }
    }
    out
}

type Found = (usize, Word, Option<String>);

fn entity(rest: &str) -> Option<Found> {
    let found = |length, becomes: Option<String>| Some((length, Word::FurnitureEntity, becomes));
    if let Some(number) = rest.strip_prefix('#') {
        let (radix, skip) = if number.starts_with(['x', 'X']) { (16, 1) } else { (10, 0) };
        let digits: String = number.chars().skip(skip).take(7).take_while(|c| c.is_digit(radix)).collect();
        let length = 1 + skip + digits.len();
        let ends = rest.get(length..).is_some_and(|rest| rest.starts_with(';'));
        if digits.len() < if ends { 1 } else { 3 } {
            return None;
        }
        let is = u32::from_str_radix(&digits, radix).ok().and_then(char::from_u32).filter(|c| !c.is_control());
        return found(length + usize::from(ends), is.map(String::from));
    }
    let length = rest.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count();
    let name = rest.get(..length)?;
    let ends = rest.get(length..).is_some_and(|rest| rest.starts_with(';'));
    let is = NAMED.iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|(_, is)| (*is).to_owned());
    match (is, ends) {
        (Some(is), true) => found(length + 1, Some(is)),
        (Some(is), false) if WITHOUT_END.contains(&name) => found(length, Some(is)),
        _ => None,
    }
}

fn tag(rest: &str) -> Option<usize> {
    if rest.starts_with("!--") {
        return Some(rest.get(..rest.len().min(LONGEST)).and_then(|head| head.find("-->")).map_or(3, |end| end + 3));
    }
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let length = name.bytes().take(12).take_while(|b| b.is_ascii_alphanumeric() || *b == b':').count();
    let element = name.get(..length)?.to_ascii_lowercase();
    let next = name.get(length..)?.chars().next()?;
    if !ELEMENTS.contains(&element.as_str()) || !(next == '>' || next == '/' || next.is_whitespace()) {
        return None;
    }
    let (end, _) = rest.char_indices().take(LONGEST).find(|(_, c)| matches!(c, '>' | '<'))?;
    let closed = rest.get(end..).is_some_and(|rest| rest.starts_with('>'));
    // "a <b or c>": an attribute has a sign of equality, and little else stands in a tag.
    let inside = name.get(length..).and_then(|inside| inside.split('>').next()).unwrap_or_default();
    let plain = inside.trim_matches(|c: char| c == '/' || c.is_whitespace()).is_empty();
    (closed && (plain || inside.contains('='))).then_some(end + 1)
}

fn shortcode(rest: &str) -> Option<usize> {
    let name = rest.strip_prefix('/').unwrap_or(rest);
    SHORTCODES.iter().find(|code| name.starts_with(**code))?;
    let (end, _) = rest.char_indices().take(LONGEST).find(|(_, c)| matches!(c, ']' | '['))?;
    let inside = rest.get(..end)?;
    (name.len() < rest.len() || inside.contains('=')).then_some(end + 1)
}

/// `\u2019`, as a program writes it that shows the text to programs.
fn escape(rest: &str) -> Option<Found> {
    let digits = rest.strip_prefix('u')?.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let is = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).filter(|c| !c.is_control());
    Some((5, Word::FurnitureEntity, is.map(String::from)))
}
