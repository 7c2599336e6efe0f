//! What a reader of a wire format gives: the items, every liberty that was taken with them, or why there are none.

use serde::Serialize;
use std::fmt;
use story::Item;

/// The most bytes of one file of a wire format.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;
/// The most items of one file.
pub const MOST_ITEMS: usize = 10_000;
/// The most liberties that are listed; what is taken beyond is counted.
const MOST_LISTED: usize = 1_000;
/// The most characters of what a liberty quotes.
const MOST_QUOTED: usize = 200;

/// What was read of a file.
#[derive(Debug, Clone, Serialize)]
pub struct Reading {
    /// The format, as the reader knows it.
    pub format: super::Format,
    /// What it said of itself: a version, a flavour; empty when it said nothing.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// The items, in order; never empty.
    pub items: Vec<Item>,
    /// Every liberty that was taken.
    #[serde(skip_serializing_if = "Liberties::is_empty")]
    pub liberties: Liberties,
}

/// What kind of liberty was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Took {
    /// The characters were not in the charset that was named, or in none that was.
    Charset,
    /// The syntax was broken and was mended.
    Mended,
    /// The names stand in another namespace than the standard's, or in none.
    Namespace,
    /// An older or another form of the format than its schema has.
    Form,
    /// A time without a zone was taken for UTC.
    NoZone,
    /// A time in another form than the standard's.
    Time,
    /// A value that the standard does not allow; what was made of it, or that it was left out.
    Value,
    /// Something that the standard asks for is not there.
    Missing,
    /// Something that the standard allows once stands there again.
    Repeated,
    /// Something that the standard does not know there.
    Unknown,
    /// Something that has no home in a story, kept as it was written.
    Kept,
    /// Something that has no home in a story and was not kept.
    LeftOut,
    /// Something was not said, and the usual was taken.
    Assumed,
    /// Too long, too deep or too many: what lies beyond was left out.
    TooMuch,
}

impl fmt::Display for Took {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Took::Charset => "another charset than it says",
            Took::Mended => "broken syntax, mended",
            Took::Namespace => "not in the namespace of the standard",
            Took::Form => "another form of the format",
            Took::NoZone => "a time without a zone, taken for UTC",
            Took::Time => "a time in an unusual form",
            Took::Value => "a value that the standard does not allow",
            Took::Missing => "missing",
            Took::Repeated => "said more than once",
            Took::Unknown => "unknown to the standard",
            Took::Kept => "kept as it was written",
            Took::LeftOut => "left out",
            Took::Assumed => "not said, and assumed",
            Took::TooMuch => "too much: the rest was left out",
        })
    }
}

/// One liberty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Liberty {
    /// Its kind.
    pub took: Took,
    /// Where: the names on the way, apart by `/`, or a line; empty for the file as a whole.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub at: String,
    /// What stood there, or what was made of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub what: String,
}

impl fmt::Display for Liberty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.at.is_empty() {
            write!(f, "{}: ", self.at)?;
        }
        write!(f, "{}", self.took)?;
        if self.what.is_empty() { Ok(()) } else { write!(f, ": {}", self.what) }
    }
}

/// The liberties that were taken with a file, each once, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Liberties {
    /// The list.
    pub list: Vec<Liberty>,
    /// How many more there were.
    #[serde(skip_serializing_if = "is_zero")]
    pub more: usize,
    #[serde(skip)]
    known: std::collections::HashSet<u64>,
}

fn is_zero(n: &usize) -> bool {
    *n == 0
}

impl Liberties {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more, unless it is listed already.
    pub fn take(&mut self, took: Took, at: impl Into<String>, what: impl AsRef<str>) {
        use std::hash::{DefaultHasher, Hash, Hasher};
        if self.list.len() >= MOST_LISTED {
            self.more += 1;
            return;
        }
        let (at, what) = (at.into(), what.as_ref());
        let mut hasher = DefaultHasher::new();
        (took, &at, what).hash(&mut hasher);
        if self.known.insert(hasher.finish()) {
            let at = at.chars().take(MOST_QUOTED).collect();
            let what = what.chars().take(MOST_QUOTED).collect::<String>().trim().to_owned();
            self.list.push(Liberty { took, at, what });
        }
    }

    /// Whether none was taken.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether one of that kind was taken.
    pub fn has(&self, took: Took) -> bool {
        self.list.iter().any(|liberty| liberty.took == took)
    }
}

/// What travels on a wire and is no story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NotAStory {
    /// A concept of a vocabulary.
    Concept,
    /// A vocabulary (a knowledge item).
    Knowledge,
    /// What is planned to be covered.
    Planning,
    /// Events to come.
    Event,
    /// A list of vocabularies.
    Catalog,
}

impl fmt::Display for NotAStory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NotAStory::Concept => "a concept of a vocabulary",
            NotAStory::Knowledge => "a vocabulary",
            NotAStory::Planning => "a plan of coverage",
            NotAStory::Event => "an event",
            NotAStory::Catalog => "a catalog of vocabularies",
        })
    }
}

/// Why nothing was read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing in it.
    #[error("there is nothing in it")]
    Empty,
    /// Too long.
    #[error("{len} bytes are too many: {most} is the most for one file")]
    TooLarge {
        /// How long it is, in bytes.
        len: usize,
        /// The most.
        most: usize,
    },
    /// In no format that is known.
    #[error("it is in no format that is read here{0}")]
    Unknown(String),
    /// Told for a format, and not in it.
    #[error("it is not {format}: {why}")]
    NotThat {
        /// The format that it was read as.
        format: &'static str,
        /// Why it is not.
        why: String,
    },
    /// The syntax is broken where nothing can be made of it.
    #[error("broken at line {line}, column {column}: {why}")]
    Broken {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong.
        why: String,
    },
    /// It travels on a wire and is no story; whoever wants it may keep its bytes.
    #[error("not a story: it is {0}")]
    NotAStory(NotAStory),
    /// It uses entities of its own, which could make it grow without end or read what it may not.
    #[error("it uses entities of its own (line {line}) that are not plain words; put their words in their place")]
    Entities {
        /// The line, from 1.
        line: usize,
    },
    /// Nested too deeply.
    #[error("elements are nested more than {most} deep (line {line})")]
    TooDeep {
        /// The most.
        most: usize,
        /// The line, from 1.
        line: usize,
    },
    /// Too many of something.
    #[error("more than {most} {what} (line {line})")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// The most.
        most: usize,
        /// The line, from 1.
        line: usize,
    },
}

/// An item in the bytes of a format, and what of it the format could not carry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Written {
    /// The text of the file, UTF-8.
    pub text: String,
    /// The members of the item that the format has no place for, by their names in [`story::Item`]
    /// (`urgency`, `text/body/table`), each once.
    pub left_out: Vec<String>,
}

impl Written {
    /// Notes that a member was left out.
    pub fn leave_out(&mut self, member: &str) {
        if !self.left_out.iter().any(|known| known == member) {
            self.left_out.push(member.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_liberty_is_listed_once_and_the_list_ends() {
        let mut liberties = Liberties::new();
        for n in 0..3_000 {
            liberties.take(Took::Unknown, format!("a/{}", n / 2), "x");
        }
        assert_eq!(liberties.list.len(), MOST_LISTED);
        assert_eq!(liberties.more, 1_001);
        assert!(liberties.has(Took::Unknown) && !liberties.has(Took::Kept));
        assert_eq!(liberties.list.first().map(ToString::to_string).as_deref(), Some("a/0: unknown to the standard: x"));
    }
}
