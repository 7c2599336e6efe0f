//! The attributes of a tag, however badly they are written, and the namespaces that they declare.

use super::MOST_ATTRIBUTES;
use super::document::Attribute;
use super::parse::{Bound, Parser, line, short};
use crate::reading::{Refused, Took};
use quick_xml::events::BytesRef;
use std::borrow::Cow;

impl<'i> Parser<'i, '_> {
    /// Reads the attributes of a tag into the arena, and the namespaces that it declares.
    pub(super) fn attributes(&mut self, from: usize, to: usize, depth: usize) -> Result<(u32, u32), Refused> {
        let first = short(self.document.attributes.len());
        let tag = self.slice(from, to);
        let mut plain: Vec<(&'i str, Cow<'i, str>)> = Vec::new();
        let mut count = 0;
        for (name, raw) in pairs(tag) {
            count += 1;
            if count > MOST_ATTRIBUTES {
                let line = line(self.document.input, from);
                return Err(Refused::TooMany { what: "attributes of one element", most: MOST_ATTRIBUTES, line });
            }
            let value = self.value(raw);
            match name.strip_prefix("xmlns") {
                Some("") => self.bind("", value, depth),
                Some(prefix) if prefix.starts_with(':') => self.bind(prefix.get(1..).unwrap_or_default(), value, depth),
                _ => plain.push((name, value)),
            }
        }
        for (written, value) in plain {
            let (prefix, name) = written.split_once(':').unwrap_or(("", written));
            // A name without a prefix is in no namespace, whatever the namespace of its element.
            let space = if prefix.is_empty() { 0 } else { self.space_of(prefix) };
            self.document.attributes.push(Attribute { name, space, value });
        }
        Ok((first, short(self.document.attributes.len())))
    }

    /// The value of an attribute: entities resolved, line ends and tabs as spaces (XML 1.0, 3.3.3).
    fn value(&mut self, raw: &'i str) -> Cow<'i, str> {
        if !raw.contains(['&', '\n', '\t', '\r']) {
            return Cow::Borrowed(raw);
        }
        let mut out = String::with_capacity(raw.len());
        let mut rest = raw;
        while let Some(at) = rest.find('&') {
            let (before, from) = rest.split_at(at);
            out.extend(before.chars().map(|c| if matches!(c, '\n' | '\t' | '\r') { ' ' } else { c }));
            let end = from.find(';').filter(|end| *end <= 40);
            let resolved = end.and_then(|end| {
                let name = from.get(1..end)?;
                match name.strip_prefix('#') {
                    Some(_) => BytesRef::new(name).resolve_char_ref().ok().flatten().map(|c| Cow::Owned(c.to_string())),
                    None => self.named(name),
                }
                .map(|words| (words, end + 1))
            });
            match resolved {
                Some((words, len)) => {
                    out.push_str(&words);
                    rest = from.get(len..).unwrap_or_default();
                }
                None => {
                    out.push('&');
                    rest = from.get(1..).unwrap_or_default();
                }
            }
        }
        out.extend(rest.chars().map(|c| if matches!(c, '\n' | '\t' | '\r') { ' ' } else { c }));
        Cow::Owned(out)
    }

    fn bind(&mut self, prefix: &'i str, space: Cow<'i, str>, depth: usize) {
        let known = self.document.spaces.iter().position(|s| *s == space);
        let space = known.unwrap_or_else(|| {
            self.document.spaces.push(space);
            self.document.spaces.len() - 1
        });
        self.bound.push(Bound { prefix, space: short(space), depth });
    }

    /// The namespace of a prefix; one that nobody declared stands for itself.
    pub(super) fn space_of(&mut self, prefix: &'i str) -> u32 {
        if let Some(bound) = self.bound.iter().rev().find(|bound| bound.prefix == prefix) {
            return bound.space;
        }
        if prefix.is_empty() {
            return 0;
        }
        self.liberties.take(Took::Namespace, "", format!("the prefix {prefix} is not declared"));
        self.bind(prefix, Cow::Borrowed(prefix), 0);
        self.bound.last().map_or(0, |bound| bound.space)
    }
}

/// The names and raw values of the attributes of a tag, however badly they are written.
fn pairs(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let space = |c: char| c.is_ascii_whitespace();
    let inner = tag.strip_prefix('<').unwrap_or(tag);
    let inner = inner.strip_suffix('>').unwrap_or(inner);
    let mut rest = inner.find(space).and_then(|at| inner.get(at..)).unwrap_or_default();
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| space(c) || c == '/');
        let end = rest.find(|c: char| space(c) || c == '=')?;
        let (name, after) = rest.split_at(end);
        let after = after.trim_start_matches(space);
        let Some(after) = after.strip_prefix('=') else {
            rest = after;
            return Some((name, ""));
        };
        let after = after.trim_start_matches(space);
        let (value, then) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = after.get(1..).unwrap_or_default();
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            _ => after.split_at(after.find(space).unwrap_or(after.len())),
        };
        rest = then;
        Some((name, value))
    })
}
