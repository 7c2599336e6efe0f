//! What was understood of a piece of copy, and what was not copy in it.

use serde::{Serialize, Serializer};
use std::{fmt, ops::Range};
use story::{Line, Tag, Text};

/// A piece of copy, understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The text, in normal form (NFC) and within the limits of [`Text::fits`].
    pub text: Text,
    /// Its language; `und` when nobody can tell.
    pub lang: Tag,
    /// Whether the language was given or is certain.
    pub sure: bool,
    /// The charset that the bytes were read in, by its IANA name.
    pub charset: &'static str,
    /// Every byte of the input, in order: pieces adjoin, the first begins at 0, the last ends where the input ends.
    pub pieces: Vec<Piece>,
    /// What was taken off, in order, with its words.
    pub furniture: Vec<Aside>,
    /// What the copy says to the desk.
    pub desk_notes: Vec<Line>,
    /// What the copy says of an embargo, word for word. Whoever files it decides what follows.
    pub embargo: Option<Line>,
    /// Each liberty that was taken with the copy.
    pub notes: Vec<Note>,
}

/// A part of the input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Its bytes.
    pub range: Range<usize>,
    /// What it was taken for.
    pub role: Role,
}

/// What a part of the input was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The headline.
    Headline,
    /// The deck.
    Deck,
    /// The byline.
    Byline,
    /// The dateline.
    Dateline,
    /// The block of this place in the body, from 0.
    Body(usize),
    /// A note to the desk.
    DeskNote,
    /// What the copy says of an embargo.
    Embargo,
    /// A mark that ends the copy, or says that more follows.
    EndMark,
    /// A part of a letter that holds the copy, headline and all, in a code or as a page.
    Coded,
    /// What is no copy.
    Furniture(Furniture),
    /// Empty lines.
    Blank,
}

/// Something that stands around copy and is no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Furniture {
    /// Proof of ownership for a search engine or another service.
    Token,
    /// What the agency says of itself.
    Tagline,
    /// Share, follow, subscribe.
    Share,
    /// Read on elsewhere.
    More,
    /// Rights reserved.
    Copyright,
    /// When the page was put out or changed.
    Stamp,
    /// What counts readers in a link.
    Tracking,
    /// HTML left in the text.
    Markup,
    /// Marks that nobody sees: byte order marks, zero-width spaces, controls.
    Junk,
    /// The head of an e-mail, or what a mail program put around a message.
    Mail,
    /// What is signed below an e-mail.
    Signature,
    /// A line of dashes or stars.
    Rule,
    /// The word before a labelled part ("Headline:"), or a labelled line that says nothing of the story.
    Label,
    /// The menu of a page.
    Menu,
}

/// Something that was taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Aside {
    /// Its bytes in the input.
    pub range: Range<usize>,
    /// What it was taken for.
    pub kind: Furniture,
    /// Its words.
    pub words: Line,
}

/// A liberty that was taken with the copy. Its display is a sentence for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The copy came in an old charset.
    Charset {
        /// Its name.
        name: &'static str,
        /// Another one looked nearly as good.
        doubtful: bool,
    },
    /// Places that no charset explains.
    Damaged(usize),
    /// UTF-8 that had been taken for something else on its way.
    Mended(Vec<&'static str>),
    /// HTML that was left in the text.
    Markup {
        /// How many tags were taken off.
        tags: usize,
        /// How many entities were turned into the characters they stand for.
        entities: usize,
    },
    /// What counted readers was taken out of so many links.
    Tracking(usize),
    /// So many invisible characters were taken out.
    Invisible(usize),
    /// Words that a hyphen parted at a line's end were joined.
    Hyphens(usize),
    /// Lines that a mail program had broken were joined.
    Unwrapped(usize),
    /// Reply marks (`>`) were taken off.
    Unquoted(usize),
    /// The headline stood in the subject of the e-mail.
    SubjectAsHeadline,
    /// There is no headline.
    NoHeadline,
    /// There is no dateline.
    NoDateline,
    /// The date of the dateline is in figures that can be read in two ways.
    DateInFigures(Line),
    /// Nobody can tell the language.
    UnknownLanguage,
    /// The copy reads as another language than the one that was given.
    OtherLanguage {
        /// The language that was given.
        given: Tag,
        /// The language that it looks like.
        looks: Tag,
    },
    /// So many lines of furniture of a kind were taken off.
    TakenOff(Furniture, usize),
    /// The copy looks like a form for machines.
    LooksLike(&'static str),
    /// More of the copy follows in another take.
    MoreFollows,
    /// A table or a list was too long and is kept as paragraphs.
    TooLong(&'static str),
}

impl Note {
    /// The name of this kind of note.
    pub const fn name(&self) -> &'static str {
        match self {
            Note::Charset { .. } => "charset",
            Note::Damaged(_) => "damaged",
            Note::Mended(_) => "mended",
            Note::Markup { .. } => "markup",
            Note::Tracking(_) => "tracking",
            Note::Invisible(_) => "invisible",
            Note::Hyphens(_) => "hyphens",
            Note::Unwrapped(_) => "unwrapped",
            Note::Unquoted(_) => "unquoted",
            Note::SubjectAsHeadline => "subject_as_headline",
            Note::NoHeadline => "no_headline",
            Note::NoDateline => "no_dateline",
            Note::DateInFigures(_) => "date_in_figures",
            Note::UnknownLanguage => "unknown_language",
            Note::OtherLanguage { .. } => "other_language",
            Note::TakenOff(..) => "taken_off",
            Note::LooksLike(_) => "looks_like",
            Note::MoreFollows => "more_follows",
            Note::TooLong(_) => "too_long",
        }
    }
}

/// A count with its noun.
fn some(count: usize, one: &str, more: &str) -> String {
    if count == 1 { format!("one {one}") } else { format!("{count} {more}") }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::Charset { name, doubtful: false } => write!(f, "the copy came in {name} and was read from it"),
            Note::Charset { name, doubtful: true } => {
                write!(f, "the copy names no charset; it was taken for {name}, which is not certain")
            }
            Note::Damaged(n) => write!(f, "{} could not be read and is shown as �", some(*n, "place", "places")),
            Note::Mended(from) => {
                write!(f, "letters that had been taken for {} on their way were put right", from.join(" and "))
            }
            Note::Markup { tags, entities } => write!(
                f,
                "HTML was left in the text: {} taken off, {} turned into characters",
                some(*tags, "tag", "tags"),
                some(*entities, "entity", "entities")
            ),
            Note::Tracking(n) => write!(f, "what counts readers was taken out of {}", some(*n, "link", "links")),
            Note::Invisible(n) => {
                write!(f, "{} taken out", some(*n, "invisible character was", "invisible characters were"))
            }
            Note::Hyphens(n) => {
                write!(f, "{} at a line's end and joined", some(*n, "word was parted", "words were parted"))
            }
            Note::Unwrapped(n) => {
                write!(f, "{} joined to paragraphs", some(*n, "broken line was", "broken lines were"))
            }
            Note::Unquoted(n) => {
                write!(f, "the reply mark (>) was taken off {}", some(*n, "line", "lines"))
            }
            Note::SubjectAsHeadline => f.write_str("the headline is the subject of the e-mail"),
            Note::NoHeadline => f.write_str("no headline was found"),
            Note::NoDateline => f.write_str("no dateline was found"),
            Note::DateInFigures(words) => {
                write!(f, "the date {words} can be read in two ways; it was read as is usual in this language")
            }
            Note::UnknownLanguage => f.write_str("nobody can tell which language this is"),
            Note::OtherLanguage { given, looks } => write!(f, "the copy was filed as {given} and looks like {looks}"),
            Note::TakenOff(kind, n) => write!(f, "{} taken off: {kind}", some(*n, "line", "lines")),
            Note::LooksLike(what) => write!(f, "this looks like {what}, made for machines; it was read as plain text"),
            Note::MoreFollows => f.write_str("the copy says that more follows in another take"),
            Note::TooLong(what) => write!(f, "a {what} was too long and is kept as paragraphs"),
        }
    }
}

impl Serialize for Note {
    /// The name of the note, and its sentence.
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = s.serialize_struct("Note", 2)?;
        out.serialize_field("note", self.name())?;
        out.serialize_field("says", &self.to_string())?;
        out.end()
    }
}

impl Furniture {
    /// What it is, for a person.
    pub const fn as_str(self) -> &'static str {
        match self {
            Furniture::Token => "verification token",
            Furniture::Tagline => "tagline",
            Furniture::Share => "share line",
            Furniture::More => "read-on line",
            Furniture::Copyright => "copyright line",
            Furniture::Stamp => "time of the page",
            Furniture::Tracking => "tracking",
            Furniture::Markup => "HTML",
            Furniture::Junk => "invisible characters",
            Furniture::Mail => "e-mail",
            Furniture::Signature => "signature",
            Furniture::Rule => "rule",
            Furniture::Label => "label",
            Furniture::Menu => "menu",
        }
    }
}

impl fmt::Display for Furniture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Role::Headline => f.write_str("headline"),
            Role::Deck => f.write_str("deck"),
            Role::Byline => f.write_str("byline"),
            Role::Dateline => f.write_str("dateline"),
            Role::Body(n) => write!(f, "body {}", n + 1),
            Role::DeskNote => f.write_str("note to the desk"),
            Role::Embargo => f.write_str("embargo"),
            Role::EndMark => f.write_str("end mark"),
            Role::Coded => f.write_str("coded words"),
            Role::Furniture(kind) => kind.fmt(f),
            Role::Blank => f.write_str("blank"),
        }
    }
}

/// Why bytes are no copy: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing there.
    #[error("the copy is empty: send the words of the story")]
    Empty,
    /// Too long to be a story.
    #[error("the copy is {len} bytes long and {most} is the most: send one story at a time, without its pictures")]
    TooLarge {
        /// Its length in bytes.
        len: usize,
        /// The limit in bytes.
        most: usize,
    },
    /// Too many lines to be a story.
    #[error("the copy has {lines} lines and {most} is the most: send one story at a time")]
    TooManyLines {
        /// How many are not empty.
        lines: usize,
        /// The limit.
        most: usize,
    },
    /// A file that is no text.
    #[error("this is {0}, not text: open it, copy its words and send those")]
    Binary(&'static str),
    /// Bytes that are no text in any charset.
    #[error("byte {at} and what follows are text in no charset that is known: send the copy as UTF-8")]
    NotText {
        /// The first byte that is not ASCII, or is a control.
        at: usize,
    },
    /// Only what stands around copy.
    #[error("there is no copy in it, only what stands around copy ({}): send the words of the story", kinds(.0))]
    OnlyFurniture(Vec<Furniture>),
    /// More than a text may hold.
    #[error("the copy is too much for one story: {0}")]
    TooMuch(#[from] story::text::TooMuch),
}

fn kinds(kinds: &[Furniture]) -> String {
    if kinds.is_empty() {
        return "invisible characters".into();
    }
    kinds.iter().map(|k| k.as_str()).collect::<Vec<_>>().join(", ")
}
