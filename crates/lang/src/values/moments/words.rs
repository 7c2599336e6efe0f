//! `moments.toml`: how a language writes days, years and times in running text.

use serde::Deserialize;
use std::collections::BTreeMap;

/// How a language writes days, years and times in running text. Names of months and weekdays stand in
/// [`crate::language::Dates`]; here are the forms that they take besides, and what else has to be known.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MomentWords {
    /// Whether names of months and weekdays begin with a capital.
    pub capital: bool,
    /// What may be written on to the front of a word, and what it then stands for.
    pub glued: Vec<[String; 2]>,
    /// Of the months.
    pub months: Forms,
    /// Of the weekdays, from Monday.
    pub weekdays: Forms,
    /// Months of other calendars: `hijri`, `solar`, `lunar`.
    pub calendars: Calendars,
    /// Words for the halves of the day and the like.
    pub words: Words,
    /// Lists that patterns name.
    pub lists: BTreeMap<String, Vec<String>>,
    /// Patterns, by what they find.
    pub patterns: Patterns,
}

/// Names that are told from other words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Forms {
    /// More forms of each.
    pub forms: Vec<Vec<String>>,
    /// Those that are other words too: they count beside a figure or where a pattern says so.
    pub unsure: Vec<String>,
    /// Short forms, which count in a whole date only.
    pub short: Vec<String>,
}

/// Months of other calendars, from the first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Calendars {
    /// Islamic.
    pub hijri: Vec<Vec<String>>,
    /// Iranian.
    pub solar: Vec<Vec<String>>,
    /// Chinese.
    pub lunar: Vec<Vec<String>>,
    /// Days of the Chinese months.
    pub lunar_days: Vec<Vec<String>>,
    /// What says that a year is Islamic.
    pub hijri_marks: Vec<String>,
    /// What says that a year is Iranian.
    pub solar_marks: Vec<String>,
}

/// Words for the halves of the day and the like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Words {
    /// The first half of the day.
    pub am: Vec<String>,
    /// The second half.
    pub pm: Vec<String>,
    /// Twelve in the day.
    pub noon: Vec<String>,
    /// Twelve at night.
    pub midnight: Vec<String>,
    /// The hours in words, from one.
    pub hours: Vec<Vec<String>>,
    /// Before our era.
    pub before: Vec<String>,
    /// The decades in words, from the one of the years 10; empty where there is no word.
    pub decades: Vec<Vec<String>>,
    /// Ordinals in words, from the first.
    pub nth: Vec<Vec<String>>,
    /// What may stand behind a Roman figure, in the same word.
    pub roman_endings: Vec<String>,
}

/// Patterns, by what they find. The longest that fits is taken; of two of the same length the one that is named first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Patterns {
    /// What looks like a moment and is none.
    pub none: Vec<String>,
    /// Days.
    pub day: Vec<String>,
    /// Months.
    pub month: Vec<String>,
    /// Years.
    pub year: Vec<String>,
    /// Spans of years.
    pub years: Vec<String>,
    /// Decades.
    pub decade: Vec<String>,
    /// Centuries.
    pub century: Vec<String>,
    /// Weekdays.
    pub weekday: Vec<String>,
    /// Times of the day.
    pub clock: Vec<String>,
}

/// Patterns that hold whatever the language: `common/moments.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommonMoments {
    /// For every language.
    pub all: Patterns,
    /// For those that write day, month, year.
    pub dmy: Patterns,
    /// For those that write month, day, year.
    pub mdy: Patterns,
    /// For those that write year, month, day.
    pub ymd: Patterns,
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] = &[
    "capital",
    "glued",
    "months.forms",
    "months.unsure",
    "months.short",
    "weekdays.forms",
    "weekdays.unsure",
    "weekdays.short",
    "calendars.hijri",
    "calendars.solar",
    "calendars.lunar",
    "calendars.lunar_days",
    "calendars.hijri_marks",
    "calendars.solar_marks",
    "words.am",
    "words.pm",
    "words.noon",
    "words.midnight",
    "words.hours",
    "words.before",
    "words.decades",
    "words.nth",
    "words.roman_endings",
    "lists",
    "patterns.none",
    "patterns.day",
    "patterns.month",
    "patterns.year",
    "patterns.years",
    "patterns.decade",
    "patterns.century",
    "patterns.weekday",
    "patterns.clock",
];
