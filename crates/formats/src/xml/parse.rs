//! Characters -> [`Document`].

use super::doctype::{Declared, Meaning};
use super::document::{Data, Document, Entry, NONE, What};
use super::{DEEPEST, MOST_NODES, XML};
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
pub(super) struct Bound<'i> {
    pub(super) prefix: &'i str,
    pub(super) space: u32,
    pub(super) depth: usize,
}

pub(super) struct Parser<'i, 'l> {
    pub(super) document: Document<'i>,
    /// The elements that are open, by their place in the arena.
    open: Vec<u32>,
    pub(super) bound: Vec<Bound<'i>>,
    pub(super) liberties: &'l mut Liberties,
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

    pub(super) fn slice(&self, from: usize, to: usize) -> &'i str {
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
    pub(super) fn named(&mut self, name: &str) -> Option<Cow<'i, str>> {
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
pub(super) fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(NONE)
}

pub(super) fn line(input: &str, at: usize) -> usize {
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
