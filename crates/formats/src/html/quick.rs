//! Plain, well-formed HTML -> tree, without the whole machine of the HTML standard.
//!
//! Names in small letters, values in quotation marks, the few entities that everybody writes. At anything else it gives
//! up, and the page is read by the standard from its beginning. What it answers is what the standard answers.

use crate::tree::{Builder, Opening};
use std::borrow::Cow;

/// Hands a page to the builder; none at anything out of the ordinary.
pub(super) fn read(html: &str, mut builder: Builder) -> Option<Builder> {
    if html.starts_with('\u{feff}') || html.bytes().any(|b| matches!(b, 0 | b'\r' | 0x0c)) {
        return None;
    }
    let mut attributes = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let end = rest.bytes().position(|b| matches!(b, b'<' | b'&')).unwrap_or(rest.len());
        let (words, after) = rest.split_at_checked(end)?;
        if !words.is_empty() {
            builder.words(words);
        }
        rest = match after.as_bytes() {
            [] => break,
            [b'&', ..] => {
                let (sign, after) = entity(after)?;
                builder.words(sign.encode_utf8(&mut [0; 4]));
                after
            }
            [b'<', b'/', ..] => {
                let (name, after) = name(after.get(2..)?)?;
                builder.end(name);
                spaces(after).strip_prefix('>')?
            }
            _ => {
                let (tag, after) = opening(after.get(1..)?, attributes)?;
                builder.start(&tag);
                attributes = tag.attributes;
                attributes.clear();
                after
            }
        };
    }
    Some(builder)
}

/// A tag that opens an element.
struct Tag<'h> {
    name: &'h str,
    attributes: Vec<(&'h str, Cow<'h, str>)>,
    is_empty: bool,
}

impl Opening for Tag<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value)
    }

    fn is_empty(&self) -> bool {
        self.is_empty
    }
}

/// Elements whose content is not cut into tags.
const RAW: [&str; 10] =
    ["script", "style", "iframe", "noembed", "noframes", "noscript", "xmp", "textarea", "title", "plaintext"];

/// The tag behind a `<`, and what follows it.
fn opening<'h>(html: &'h str, mut attributes: Vec<(&'h str, Cow<'h, str>)>) -> Option<(Tag<'h>, &'h str)> {
    let (name, mut rest) = name(html)?;
    if RAW.contains(&name) {
        return None;
    }
    loop {
        let spaced = spaces(rest);
        if let Some(after) = spaced.strip_prefix('>') {
            return Some((Tag { name, attributes, is_empty: false }, after));
        }
        if let Some(after) = spaced.strip_prefix("/>") {
            return Some((Tag { name, attributes, is_empty: true }, after));
        }
        if spaced.len() == rest.len() {
            return None;
        }
        let len = spaced.bytes().position(|b| !matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')).filter(|len| *len > 0)?;
        let (attribute, after) = spaced.split_at_checked(len)?;
        let after = after.strip_prefix('=')?;
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, after) = after.get(1..)?.split_once(quote)?;
        attributes.push((attribute, decoded(value)?));
        rest = after;
    }
}

/// A name in small letters, and what follows it.
fn name(html: &str) -> Option<(&str, &str)> {
    let len = html.bytes().position(|b| !matches!(b, b'a'..=b'z' | b'0'..=b'9'))?;
    html.starts_with(|c: char| c.is_ascii_lowercase()).then(|| html.split_at_checked(len))?
}

fn spaces(html: &str) -> &str {
    html.trim_start_matches([' ', '\n', '\t'])
}

/// The value of an attribute.
fn decoded(value: &str) -> Option<Cow<'_, str>> {
    if !value.contains('&') {
        return Some(Cow::Borrowed(value));
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at_checked(at)?;
        let (sign, after) = entity(from)?;
        out.push_str(before);
        out.push(sign);
        rest = after;
    }
    out.push_str(rest);
    Some(Cow::Owned(out))
}

/// The sign that an entity stands for, and what follows it.
fn entity(html: &str) -> Option<(char, &str)> {
    const NAMED: [(&str, char); 6] =
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&nbsp;", '\u{a0}'), ("&apos;", '\'')];
    if let Some(found) = NAMED.iter().find_map(|(name, sign)| Some((*sign, html.strip_prefix(name)?))) {
        return Some(found);
    }
    let digits = html.strip_prefix("&#")?;
    let end = digits.bytes().take(8).position(|b| b == b';')?;
    let (number, after) = (digits.get(..end)?, digits.get(end + 1..)?);
    let hex = number.strip_prefix('x');
    let plain = hex.unwrap_or(number);
    if plain.is_empty() || !plain.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let code = u32::from_str_radix(plain, if hex.is_some() { 16 } else { 10 }).ok()?;
    // Controls stand for other signs, or for none.
    let sign = char::from_u32(code).filter(|c| !c.is_control() && u32::from(*c) & 0xfffe != 0xfffe)?;
    (!('\u{fdd0}'..='\u{fdef}').contains(&sign)).then_some((sign, after))
}
