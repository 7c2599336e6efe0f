//! `usage.toml`: how a language is used in copy: who says what, which words are doubled on purpose, what headlines
//! measure, how one word is spelt in two ways, what denies.
//!
//! Plain data for the checks, which do the reading.

use crate::Wordlist;
use serde::Deserialize;

/// How a language is used in copy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Usage {
    /// Quotations.
    pub quotations: QuotationUsage,
    /// Sources that are not named.
    pub sources: SourceUsage,
    /// The same word twice in a row.
    pub doubles: DoubleUsage,
    /// The form of the copy.
    pub form: FormUsage,
    /// What denies.
    pub negation: NegationUsage,
}

/// What denies, as far as a translation is held against its source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NegationUsage {
    /// Words that deny the verb of a sentence and nothing else.
    pub plain: Wordlist,
    /// What denies something else, means "not" by itself, or takes back a plain word within it: not only.
    pub other: Wordlist,
    /// What may put a denial in other words: a sentence that holds one of these may deny something for all one knows.
    pub may: Wordlist,
}

/// How words are quoted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuotationUsage {
    /// Whether the curly marks are also set the other way round, ”so“, as lines that run from the right show them.
    pub reversed: bool,
    /// Whether one closing mark may close a quotation and the one within it.
    pub merges: bool,
    /// Words by which somebody says something.
    pub says: Wordlist,
}

/// Sources that are not named.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceUsage {
    /// One source.
    pub one: Wordlist,
    /// Several sources.
    pub several: Wordlist,
}

/// The same word twice in a row.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoubleUsage {
    /// Whether a doubled word is a slip, but for those below.
    pub are_slips: bool,
    /// Words that are doubled on purpose.
    pub allowed: Wordlist,
    /// How words end that are doubled on purpose.
    pub endings: Vec<String>,
    /// A word and what may stand twice after it: a clause ends with the one, and the sentence goes on with the other.
    pub clauses: Vec<String>,
}

/// The form of the copy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormUsage {
    /// The most characters of a headline: in lists, in a wire's header, in an alert.
    pub headline: [usize; 3],
    /// Letters that look like those of the language and are of another: each with the right one behind it.
    pub letters: Vec<String>,
    /// Spellings that copy keeps apart: each list is one way to spell.
    pub conventions: Vec<Convention>,
    /// Whether a sentence that opens with a figure is worth a look.
    pub figure_opens: bool,
}

/// One way to spell.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Convention {
    /// Which of the pairs of conventions it belongs to: only within one are they held against each other.
    pub of: String,
    /// Its words, exactly as they are spelt but for capitals; one that ends in `*` takes any ending.
    pub words: Vec<String>,
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] = &[
    "quotations.reversed",
    "quotations.merges",
    "quotations.says",
    "sources.one",
    "sources.several",
    "doubles.are_slips",
    "doubles.allowed",
    "doubles.clauses",
    "doubles.endings",
    "form.headline",
    "form.letters",
    "form.conventions",
    "form.figure_opens",
    "negation.plain",
    "negation.other",
    "negation.may",
];
