//! Elements that were kept as they were written and have one form in the standard: written again where they have it.
//!
//! The forms are those of the schema of 2.35, at the level power, as far as they are simple; an element in any other one
//! is not written again.

use super::pen::{Pen, url_like};
use super::words::is_language;
use crate::codes;
use crate::newsml_g2::names::{NAR, is_ncname};
use crate::xml::{Element, Node, Writer, XML};
use story::QCode;
use story::item::{Precision, When};

/// The form of an element.
pub(super) struct Form {
    name: &'static str,
    attributes: &'static [(&'static str, Value)],
    /// The elements in it with their rank and how many there may be: ranks never run back.
    children: &'static [(&'static Form, u8, usize)],
    words: Option<Value>,
}

/// The form of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    Code,
    Address,
    Time,
    Moment,
    Count,
    OneToNine,
    Direction,
    Words,
}

use Value::{Address, Code, Count, Direction, Moment, OneToNine, Time, Words};

/// How many of an element there may be where there may be any number.
const MANY: usize = 10_000;

const NAME: Form =
    Form { name: "name", attributes: &[("role", Code), ("dir", Direction)], children: &[], words: Some(Words) };
const PARTY: Form = Form {
    name: "party",
    attributes: &[("qcode", Code), ("uri", Address), ("literal", Words), ("type", Code), ("typeuri", Address)],
    children: &[(&NAME, 0, MANY)],
    words: None,
};
const ACTION: Form = Form {
    name: "action",
    attributes: &[("qcode", Code), ("uri", Address), ("target", Code), ("targeturi", Address), ("timestamp", Time)],
    children: &[(&NAME, 0, MANY)],
    words: None,
};
const HOP: Form = Form {
    name: "hop",
    attributes: &[("seq", Count), ("timestamp", Time)],
    children: &[(&PARTY, 0, 1), (&ACTION, 1, MANY)],
    words: None,
};
/// The way that an item took.
pub(super) const HOPS: Form = Form { name: "hopHistory", attributes: &[], children: &[(&HOP, 0, MANY)], words: None };
const PUBLISHED: Form = Form {
    name: "published",
    attributes: &[("qcode", Code), ("uri", Address), ("literal", Words)],
    children: &[
        (&plain("timestamp", Time), 0, 1),
        (&NAME, 1, MANY),
        (&RELATED, 1, MANY),
        (&Form { name: "publishedExtProperty", ..EXTRA }, 1, MANY),
    ],
    words: None,
};
const RELATED: Form = Form {
    name: "related",
    attributes: &[("qcode", Code), ("uri", Address), ("literal", Words), ("rel", Code), ("reluri", Address)],
    children: &[(&NAME, 0, MANY)],
    words: None,
};
/// Where and when it was put out.
pub(super) const PUBLICATIONS: Form =
    Form { name: "pubHistory", attributes: &[], children: &[(&PUBLISHED, 0, MANY)], words: None };

const SAID: &[(&str, Value)] = &[("role", Code), ("roleuri", Address), ("dir", Direction)];
/// A part of the content and what it shows: a shot of a film.
pub(super) const PART: Form = Form {
    name: "partMeta",
    attributes: &[("partid", Words), ("seq", Count)],
    children: &[
        (&SHOT, 0, MANY),
        (&Form { name: "role", ..ROLE }, 1, 1),
        (&Form { attributes: &[("qcode", Code), ("uri", Address)], children: &[(&NAME, 0, MANY)], ..SUBJECT }, 2, MANY),
        (&Form { attributes: SAID, ..plain("slugline", Words) }, 2, MANY),
        (&Form { attributes: SAID, ..plain("headline", Words) }, 2, MANY),
        (&Form { attributes: SAID, ..plain("description", Words) }, 2, MANY),
    ],
    words: None,
};
const SUBJECT: Form = Form { name: "subject", attributes: &[], children: &[], words: None };
const SHOT: Form = Form {
    name: "timeDelim",
    attributes: &[
        ("start", Words),
        ("end", Words),
        ("timeunit", Code),
        ("timeunituri", Address),
        ("renditionref", Code),
        ("renditionrefuri", Address),
    ],
    children: &[],
    words: None,
};
/// What an item is to a workflow.
pub(super) const ROLE: Form =
    Form { name: "role", attributes: &[("qcode", Code), ("uri", Address)], children: &[(&NAME, 0, MANY)], words: None };
/// The name of its file.
pub(super) const FILE: Form = Form { name: "fileName", attributes: &[], children: &[], words: Some(Words) };
/// The program that made it.
pub(super) const GENERATOR: Form = Form {
    name: "generator",
    attributes: &[("versioninfo", Words), ("role", Code), ("roleuri", Address), ("dir", Direction)],
    children: &[],
    words: Some(Words),
};
/// The form that its structure follows.
pub(super) const PROFILE: Form = Form {
    name: "profile",
    attributes: &[("versioninfo", Words), ("dir", Direction)],
    children: &[],
    words: Some(Words),
};
/// The feed that it came in.
pub(super) const FEED: Form = Form {
    name: "incomingFeedId",
    attributes: &[("qcode", Code), ("uri", Address), ("role", Code), ("roleuri", Address)],
    children: &[],
    words: None,
};
/// Whatever somebody has to say of the item beyond the standard.
pub(super) const ITEM_EXTRA: Form = Form { name: "itemMetaExtProperty", ..EXTRA };
/// The same of its content.
pub(super) const CONTENT_EXTRA: Form = Form { name: "contentMetaExtProperty", ..EXTRA };
const EXTRA: Form = Form {
    name: "",
    attributes: &[
        ("qcode", Code),
        ("uri", Address),
        ("literal", Words),
        ("type", Code),
        ("typeuri", Address),
        ("rel", Code),
        ("reluri", Address),
        ("value", Words),
        ("valueuri", Address),
        ("valueunit", Code),
        ("valueunituri", Address),
    ],
    children: &[(&NAME, 0, MANY)],
    words: None,
};

const fn plain(name: &'static str, words: Value) -> Form {
    Form { name, attributes: &[], children: &[], words: Some(words) }
}

const STAMP: Form = Form { attributes: &[("role", Words)], ..plain("timestamp", Moment) };
/// The header of a message, but for when it was sent.
pub(super) const HEADER: Form = Form {
    name: "header",
    attributes: &[],
    children: &[
        (&plain("sent", Moment), 0, 1),
        (&plain("sender", Words), 1, 1),
        (&plain("transmitId", Words), 2, 1),
        (&plain("priority", OneToNine), 3, 1),
        (&plain("origin", Words), 4, 1),
        (&STAMP, 5, MANY),
        (&plain("destination", Words), 5, MANY),
        (&plain("channel", Words), 5, MANY),
    ],
    words: None,
};

/// The place of something in an item, when it came in a message with other items.
pub(super) fn place(at: &str) -> &str {
    ["itemSet/newsItem/", "itemSet/packageItem/"].iter().find_map(|above| at.strip_prefix(above)).unwrap_or(at)
}

/// An element that has the form, as it is written again, with the aliases that its codes are in.
pub(super) struct Again {
    pub(super) xml: String,
    pub(super) aliases: Vec<String>,
}

impl Form {
    /// The element as it is written again; none when it has another form.
    pub(super) fn again(&self, element: Element<'_, '_>) -> Option<Again> {
        let mut out = Writer::piece();
        let mut aliases = Vec::new();
        self.write(element, &[], &mut out, &mut aliases)?;
        Some(Again { xml: out.finish(), aliases })
    }

    /// What is in the element, without it and without the children of these names.
    pub(super) fn inner(&self, element: Element<'_, '_>, without: &[&str]) -> Option<Again> {
        let mut out = Writer::piece();
        let mut aliases = Vec::new();
        self.content(element, without, &mut out, &mut aliases)?;
        Some(Again { xml: out.finish(), aliases })
    }

    fn write(
        &self,
        element: Element<'_, '_>,
        without: &[&str],
        out: &mut Writer,
        aliases: &mut Vec<String>,
    ) -> Option<()> {
        if element.space() != NAR || element.name() != self.name {
            return None;
        }
        out.open(self.name);
        for (space, name, value) in element.attributes() {
            if space == XML && name == "lang" {
                out.attribute("xml:lang", Some(value).filter(|lang| is_language(lang))?);
                continue;
            }
            let known = self.attributes.iter().find(|(known, _)| *known == name).filter(|_| space.is_empty());
            let (known, form) = known?;
            form.takes(value, aliases)?;
            out.attribute(known, value);
        }
        if self.name == SHOT.name && ["start", "end"].iter().any(|name| element.attribute(name).is_none()) {
            return None;
        }
        self.content(element, without, out, aliases)?;
        out.close();
        Some(())
    }

    fn content(
        &self,
        element: Element<'_, '_>,
        without: &[&str],
        out: &mut Writer,
        aliases: &mut Vec<String>,
    ) -> Option<()> {
        let mut rank = 0;
        let mut count = vec![0usize; self.children.len()];
        for node in element.nodes() {
            match (node, self.words) {
                (Node::Words(words), Some(form)) => {
                    form.takes(words, aliases)?;
                    out.words(words);
                }
                (Node::Words(words), None) if words.trim().is_empty() => {}
                (Node::Words(_), None) => return None,
                (Node::Element(child), _) => {
                    let at = self.children.iter().position(|(form, _, _)| form.name == child.name())?;
                    let (form, at_rank, most) = self.children.get(at)?;
                    *count.get_mut(at)? += 1;
                    if *at_rank < rank || count.get(at)? > most {
                        return None;
                    }
                    rank = *at_rank;
                    if !without.contains(&form.name) {
                        form.write(child, &[], out, aliases)?;
                    }
                }
            }
        }
        // What holds nothing but elements holds one at least, where the schema says so.
        let holds = [HOPS.name, PUBLICATIONS.name].contains(&self.name);
        let empty = holds && count.iter().all(|n| *n == 0);
        (!empty).then_some(())
    }
}

impl Value {
    /// Whether the value has the form.
    fn takes(self, value: &str, aliases: &mut Vec<String>) -> Option<()> {
        let fits = match self {
            Words => true,
            Address => url_like(value) && !value.is_empty(),
            Count => (1..=9).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit()),
            OneToNine => value.len() == 1 && matches!(value.as_bytes(), [b'1'..=b'9']),
            Direction => matches!(value, "ltr" | "rtl"),
            Time | Moment => {
                value.parse::<When>().is_ok_and(|when| {
                    when.precision() == Precision::Moment || self == Time && when.precision() == Precision::Day
                }) && value.contains(['T', '-'])
                    && !value.contains(' ')
            }
            Code => {
                let code = value.parse::<QCode>().ok().filter(|code| !code.is_address() && is_ncname(code.alias()));
                let unknown = code.as_ref().filter(|code| codes::uri(code.as_str()).is_none());
                aliases.extend(unknown.map(|code| code.alias().to_owned()));
                code.is_some_and(|code| !code.code().is_empty())
            }
        };
        fits.then_some(())
    }
}

impl Pen {
    /// Writes what was kept.
    pub(super) fn again(&mut self, again: Again) {
        self.xml.raw(&again.xml).line();
        self.aliases.extend(again.aliases);
    }
}
