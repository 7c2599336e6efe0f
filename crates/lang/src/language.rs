//! `language.toml`: how a language is written and printed.

use serde::Deserialize;
use story::Direction;

/// How a language is written and printed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its own name: اردو.
    pub name: String,
    /// The locale (BCP 47, with a region) whose plural rules and collation hold.
    pub locale: String,
    /// The scripts of its letters (ISO 15924); any when there is none.
    pub scripts: Vec<String>,
    /// Which way its lines run.
    pub direction: Direction,
    /// In what the length of a text is counted.
    pub count: Count,
    /// Words in another script that its strings may hold.
    pub borrowed: Vec<String>,
    /// Figures.
    pub digits: Digits,
    /// Marks between words.
    pub marks: Marks,
    /// Days and times.
    pub dates: Dates,
    /// How a dateline is printed.
    pub dateline: DatelineForms,
}

/// In what the length of a text is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Count {
    /// Words between spaces.
    Words,
    /// Characters, of a script that puts no spaces between words.
    Characters,
}

/// How figures are printed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Digits {
    /// The digit for nought; the nine that follow it in Unicode are the others.
    pub zero: char,
    /// Between whole and fraction.
    pub decimal: String,
    /// Between groups.
    pub group: String,
    /// The sizes of the groups from the right; the last one repeats.
    pub grouping: Vec<u8>,
    /// The fewest digits that are grouped.
    pub group_from: u8,
    /// Before a number below nought.
    pub minus: String,
}

/// Marks between words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// What ends a sentence.
    pub sentence: Vec<String>,
    /// Between the members of a list, with its space.
    pub comma: String,
    /// Quotation marks, opening and closing: outer first, then inner.
    pub quotes: Vec<[String; 2]>,
}

/// The order of day, month and year in a date written in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// 26/2/2023
    Dmy,
    /// 2/26/2023
    Mdy,
    /// 2023/2/26
    Ymd,
}

/// Days and times. Patterns have the gaps `day`, `day2` (two digits), `month` (its name), `year`, `weekday`, and those
/// that are named below.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// How a date written in figures is read.
    pub order: DateOrder,
    /// A day in full.
    pub long: String,
    /// A day whose year nobody gave.
    pub without_year: String,
    /// How the first day of a month is printed, where that is not its figure: `1er`.
    #[serde(default)]
    pub first_day: Option<String>,
    /// `hour` and `minute`, two digits each.
    pub time: String,
    /// `date`, `time` and `zone`.
    pub date_time: String,
    /// Abbreviations of time zones that this language prints otherwise.
    pub zones: std::collections::BTreeMap<String, String>,
    /// From Monday. The first of each is printed; the others occur in news.
    pub weekdays: [Vec<String>; 7],
    /// From January. The first of each is printed; the others occur in news.
    pub months: [Vec<String>; 12],
}

/// How a dateline is printed, by what it has: `places`, `date`, `agency`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatelineForms {
    /// Between several places.
    pub places: String,
    /// All three.
    pub all: String,
    /// Without an agency.
    pub places_date: String,
    /// Without a date.
    pub places_agency: String,
    /// Without a place.
    pub date_agency: String,
    /// Between dateline and first sentence, where they share a line; with its spaces.
    pub closer: String,
    /// Whether places stand in capitals.
    pub capitals: bool,
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] = &[
    "name",
    "locale",
    "scripts",
    "direction",
    "count",
    "borrowed",
    "digits.zero",
    "digits.decimal",
    "digits.group",
    "digits.grouping",
    "digits.group_from",
    "digits.minus",
    "marks.sentence",
    "marks.comma",
    "marks.quotes",
    "dates.order",
    "dates.long",
    "dates.without_year",
    "dates.time",
    "dates.date_time",
    "dates.zones",
    "dates.weekdays",
    "dates.months",
    "dateline.places",
    "dateline.all",
    "dateline.places_date",
    "dateline.places_agency",
    "dateline.date_agency",
    "dateline.closer",
    "dateline.capitals",
];
