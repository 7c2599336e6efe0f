//! The page of the rule `translation`: its examples are pairs.

use super::markdown;
use crate::{Level, Rule};
use std::fmt::Write;

/// A translation with its source.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// The tag of the source's language.
    pub from: &'static str,
    /// The source: paragraphs, apart by line ends.
    pub source: &'static str,
    /// The tag of the translation's language.
    pub lang: &'static str,
    /// The translation.
    pub copy: &'static str,
    /// The kind of finding that it is an example of; empty for one of what is left alone.
    pub kind: &'static str,
}

/// What it is for.
const ABOUT: &str = "A translation against the text that it was made from: each figure, date, unit, name and quotation \
                     of the one stands in the other, sentence by sentence. What a language writes otherwise (words for \
                     figures, other units of counting, another order) is no difference.";

/// The kinds of findings it makes.
pub const KINDS: &[(&str, Level, &str)] = &[
    ("figure", Level::Warn, "A figure of one text is another in the other, or is not there."),
    ("date", Level::Warn, "A date or time of one text is another in the other."),
    ("unit", Level::Warn, "A figure is of something else: of another unit or currency."),
    ("name", Level::Warn, "A name of one text does not stand in the other."),
    ("quote", Level::Warn, "Somebody is quoted in one text and not in the other."),
    (
        "negation",
        Level::Warn,
        "A short sentence of the source denies what the translation does not; gained, or in a long sentence: a `note`.",
    ),
    ("missing", Level::Warn, "A sentence or paragraph of the source has nothing that stands for it."),
];

/// Translations in which it finds something.
pub const FINDS: &[Pair] = &[];

/// Translations that it leaves alone.
pub const LEAVES: &[Pair] = &[];

/// The page as Markdown.
pub fn page() -> String {
    let mut out = markdown::head(Rule::Translation, ABOUT, KINDS);
    for (heading, pairs) in [("What it finds", FINDS), ("What it leaves alone", LEAVES)] {
        if !pairs.is_empty() {
            let _ = write!(out, "\n## {heading}\n");
        }
        for pair in pairs {
            let kind = if pair.kind.is_empty() { String::new() } else { format!("`{}`, ", pair.kind) };
            let _ = write!(out, "\n{kind}{} to {}:\n\n", pair.from, pair.lang);
            markdown::copy(&mut out, pair.source);
            out.push_str("\n    →\n\n");
            markdown::copy(&mut out, pair.copy);
        }
    }
    out
}

/// What it is for, in a sentence.
pub(super) fn about() -> &'static str {
    ABOUT
}
