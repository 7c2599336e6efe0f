//! Characters -> [`Document`].

use super::doctype::{Declared, Meaning};
use super::document::{Attribute, Data, Document, Entry, NONE, What};
use super::{DEEPEST, MOST_ATTRIBUTES, MOST_NODES, XML};
use crate::reading::{Liberties, Refused, Took};
use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;

/// Reads a document.
///
/// # Errors
/// [`Refused`]: broken beyond mending, entities of its own in use, too deep, too many nodes or attributes.
pub(crate) fn parse<'i>(input: &'i str, liberties: &mut Liberties) -> Result<Document<'i>, Refused> {
    if u32::try_from(input.len()).is_err() {
        return Err(Refused::TooLarge { len: input.len(), most: u32::MAX as usize });
    }
    let start = input.len() - input.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
    if start > 0 && input.get(start..).is_some_and(|rest| rest.starts_with("<?xml")) {
        liberties.take(Took::Mended, "", "something stands before the XML declaration");
    }
    let mut reader = Reader::from_str(input.get(start..).unwrap_or_default());
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut parser = Parser {
        document: Document { input, spaces: vec![Cow::Borrowed(""), Cow::Borrowed(XML)], ..Document::default() },
        open: Vec::new(),
        bound: vec![Bound { prefix: "xml", space: 1, depth: 0 }],
        liberties,
        declared: Declared::default(),
        start,
        done: false,
        refused: false,
    };
    loop {
        let from = position(&reader) + start;
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => {
                parser.event(event, from, position(&reader) + start)?;
                if parser.refused {
                    return Err(Refused::Entities { line: line(input, from) });
                }
            }
            Err(error) => {
                // What was whole until here is kept, when that is nearly all of it.
                if parser.done || parser.open.len() == 1 && !parser.document.nodes.is_empty() {
                    let line = line(input, from);
                    parser.liberties.take(Took::Mended, format!("line {line}"), why(&error));
                    break;
                }
                return Err(broken(input, from, &error));
            }
        }
    }
    parser.finish()
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// A prefix and the namespace that it stands for, as deep as it was declared.
struct Bound<'i> {
    prefix: &'i str,
    space: u32,
    depth: usize,
}

struct Parser<'i, 'l> {
    document: Document<'i>,
    /// The elements that are open, by their place in the arena.
    open: Vec<u32>,
    bound: Vec<Bound<'i>>,
    liberties: &'l mut Liberties,
    /// The entities of the document's own.
    declared: Declared,
    start: usize,
    /// The root element has ended.
    done: bool,
    /// An entity is used that must not be put in.
    refused: bool,
}

impl<'i> Parser<'i, '_> {
    fn event(&mut self, event: Event<'i>, from: usize, to: usize) -> Result<(), Refused> {
        match event {
            Event::Start(tag) => self.element(&tag, from, to, false),
            Event::Empty(tag) => self.element(&tag, from, to, true),
            Event::End(_) => {
                let name = self.slice(from, to).trim_start_matches("</").trim_end_matches('>').trim();
                self.end(name, from, to);
                Ok(())
            }
            Event::Text(_) => self.words(Cow::Borrowed(self.slice(from, to)), from),
            Event::CData(_) => {
                let whole = self.slice(from, to);
                let inner = whole.strip_prefix("<![CDATA[").and_then(|w| w.strip_suffix("]]>")).unwrap_or(whole);
                self.words(Cow::Borrowed(inner), from)
            }
            Event::GeneralRef(name) => {
                let words = self.entity(&name, from, to);
                self.words(words, from)
            }
            Event::DocType(_) => {
                self.declared.read(self.slice(from, to), self.liberties);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn slice(&self, from: usize, to: usize) -> &'i str {
        self.document.input.get(from..to).unwrap_or_default()
    }

    /// The characters that `&name;` stands for; what it is itself, when nobody knows.
    fn entity(&mut self, name: &BytesRef<'_>, from: usize, to: usize) -> Cow<'i, str> {
        let whole = self.slice(from, to);
        if let Ok(Some(c)) = name.resolve_char_ref() {
            return Cow::Owned(c.to_string());
        }
        let known = std::str::from_utf8(name).unwrap_or_default();
        self.named(known).unwrap_or(Cow::Borrowed(whole))
    }

    /// The characters of a named entity: those of XML, and those of the document's own or of HTML, which is a liberty.
    fn named(&mut self, name: &str) -> Option<Cow<'i, str>> {
        match name {
            "amp" => Some(Cow::Borrowed("&")),
            "lt" => Some(Cow::Borrowed("<")),
            "gt" => Some(Cow::Borrowed(">")),
            "quot" => Some(Cow::Borrowed("\"")),
            "apos" => Some(Cow::Borrowed("'")),
            _ => match self.declared.meaning(name) {
                Meaning::Words(words) => {
                    self.liberties.take(Took::Form, "", format!("&{name}; is declared by the file"));
                    Some(Cow::Owned(words))
                }
                Meaning::Refused => {
                    self.refused = true;
                    None
                }
                Meaning::Unknown => {
                    self.liberties.take(Took::Mended, "", format!("&{name}; is no entity of XML"));
                    super::entities::html(name).map(Cow::Owned)
                }
            },
        }
    }

    fn element(&mut self, tag: &BytesStart<'i>, from: usize, to: usize, empty: bool) -> Result<(), Refused> {
        if self.done {
            self.liberties.take(Took::Mended, format!("line {}", line(self.document.input, from)), "a second root");
            return Ok(());
        }
        if self.open.len() >= DEEPEST {
            return Err(Refused::TooDeep { most: DEEPEST, line: line(self.document.input, from) });
        }
        let depth = self.open.len() + 1;
        let attributes = self.attributes(from, to, depth)?;
        let written = self.slice(from + 1, from + 1 + tag.name().as_ref().len());
        let (prefix, name) = written.split_once(':').unwrap_or(("", written));
        let space = self.space_of(prefix);
        let data = Data {
            name,
            space,
            parent: self.open.last().copied().unwrap_or(NONE),
            first: NONE,
            last: NONE,
            attributes,
            at: (short(from), short(to)),
        };
        let at = self.push(What::Element(data), from)?;
        if empty {
            self.bound.retain(|bound| bound.depth < depth);
            self.done = self.open.is_empty();
        } else {
            self.open.push(at);
        }
        Ok(())
    }

    /// Reads the attributes of a tag into the arena, and the namespaces that it declares.
    fn attributes(&mut self, from: usize, to: usize, depth: usize) -> Result<(u32, u32), Refused> {
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
    fn space_of(&mut self, prefix: &'i str) -> u32 {
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

    fn end(&mut self, written: &str, from: usize, to: usize) {
        let name = written.split_once(':').map_or(written, |(_, name)| name);
        let Some(depth) = self.open.iter().rposition(|at| self.name_of(*at) == name) else {
            let line = line(self.document.input, from);
            self.liberties.take(Took::Mended, format!("line {line}"), format!("</{written}> ends nothing"));
            return;
        };
        if depth + 1 < self.open.len() {
            let line = line(self.document.input, from);
            self.liberties.take(Took::Mended, format!("line {line}"), format!("</{written}> ends more than itself"));
        }
        for at in self.open.drain(depth..) {
            if let Some(Entry { what: What::Element(data), .. }) = self.document.nodes.get_mut(at as usize) {
                data.at.1 = short(to);
            }
        }
        self.bound.retain(|bound| bound.depth <= depth);
        self.done = self.open.is_empty();
    }

    fn name_of(&self, at: u32) -> &str {
        match self.document.nodes.get(at as usize).map(|entry| &entry.what) {
            Some(What::Element(data)) => data.name,
            _ => "",
        }
    }

    fn words(&mut self, words: Cow<'i, str>, from: usize) -> Result<(), Refused> {
        let Some(&parent) = self.open.last() else {
            if !words.trim().is_empty() && !self.document.nodes.is_empty() {
                self.liberties.take(Took::Mended, "", "words behind the last element");
            }
            return Ok(());
        };
        let last = match self.document.nodes.get(parent as usize).map(|entry| &entry.what) {
            Some(What::Element(data)) => data.last,
            _ => NONE,
        };
        // Words that an entity or a comment cut in two are one.
        if let Some(Entry { what: What::Words(before), .. }) = self.document.nodes.get_mut(last as usize) {
            before.to_mut().push_str(&words);
            return Ok(());
        }
        self.push(What::Words(words), from).map(|_| ())
    }

    /// Puts a node behind the last one of the element that is open.
    fn push(&mut self, what: What<'i>, from: usize) -> Result<u32, Refused> {
        if self.document.nodes.len() >= MOST_NODES {
            return Err(Refused::TooMany { what: "nodes", most: MOST_NODES, line: line(self.document.input, from) });
        }
        let at = short(self.document.nodes.len());
        self.document.nodes.push(Entry { next: NONE, what });
        let Some(&parent) = self.open.last() else { return Ok(at) };
        let before = match self.document.nodes.get_mut(parent as usize).map(|entry| &mut entry.what) {
            Some(What::Element(data)) => {
                let before = data.last;
                data.last = at;
                if data.first == NONE {
                    data.first = at;
                }
                before
            }
            _ => NONE,
        };
        if let Some(entry) = self.document.nodes.get_mut(before as usize) {
            entry.next = at;
        }
        Ok(at)
    }

    fn finish(mut self) -> Result<Document<'i>, Refused> {
        if self.document.nodes.is_empty() {
            let why = "there is no element in it".into();
            return Err(Refused::Broken { line: line(self.document.input, self.start), column: 1, why });
        }
        if !self.open.is_empty() {
            let name = self.open.last().map(|at| self.name_of(*at).to_owned()).unwrap_or_default();
            self.liberties.take(Took::Mended, "", format!("it ends before <{name}> does"));
            let end = short(self.document.input.len());
            for at in std::mem::take(&mut self.open) {
                if let Some(Entry { what: What::Element(data), .. }) = self.document.nodes.get_mut(at as usize) {
                    data.at.1 = end;
                }
            }
        }
        Ok(self.document)
    }
}

/// Inputs are shorter than 4 GB: [`parse`] sees to it.
fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(NONE)
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

fn line(input: &str, at: usize) -> usize {
    input.as_bytes().get(..at).unwrap_or_default().iter().filter(|b| **b == b'\n').count() + 1
}

fn why(error: &Error) -> String {
    error.to_string().chars().take(200).collect()
}

fn broken(input: &str, at: usize, error: &Error) -> Refused {
    let before = input.get(..at).unwrap_or_default();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Refused::Broken { line: line(input, at), column, why: why(error) }
}
