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
    /// Patterns of what is told of times: how long ago, how long, how old.
    pub told: ToldPatterns,
    /// What stands between the ends of a span.
    pub from_to: FromTo,
    /// What tells of a date as past or as to come.
    pub tense: TenseWords,
    /// What tells how long somebody has been at it.
    pub lives: LifeWords,
    /// What tells how long something lasts.
    pub lengths: LengthWords,
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
    /// Numbers in words, from one; those up to twenty at least, all where they are not made of their parts.
    pub cardinals: Vec<Vec<String>>,
    /// The tens in words, from twenty.
    pub tens: Vec<Vec<String>>,
    /// What stands between tens and units.
    pub joins: Vec<String>,
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

/// Patterns of what is told of times.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ToldPatterns {
    /// What looks like one and is none.
    pub none: Vec<String>,
    /// So many years before the day the copy is from.
    pub ago: Vec<String>,
    /// For so many years, until now.
    pub lasting: Vec<String>,
    /// An anniversary.
    pub anniversary: Vec<String>,
    /// So many years later, which is now.
    pub later: Vec<String>,
    /// So many years, without more.
    pub years: Vec<String>,
    /// From when on.
    pub since: Vec<String>,
    /// How old somebody is or was.
    pub age: Vec<String>,
    /// How old somebody was at a time that is named, or when dying.
    pub age_then: Vec<String>,
    /// That somebody was born.
    pub born: Vec<String>,
    /// That somebody is dead.
    pub died: Vec<String>,
}

/// What stands between the ends of a span of days or years, and around it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct FromTo {
    /// Before the first; nothing is asked for where there is none.
    pub from: Vec<String>,
    /// Between the two, where one of `from` stands before.
    pub to: Vec<String>,
    /// Between the two, whatever stands before.
    pub dash: Vec<String>,
    /// Before the first, where `and` stands between.
    pub between: Vec<String>,
    /// Between the two, where one of `between` stands before or one of `after` behind.
    pub and: Vec<String>,
    /// Behind the second.
    pub after: Vec<String>,
}

/// Which dates say when something happens without a word beside them that says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Bare {
    /// None.
    #[default]
    Never,
    /// Days; months and years belong to what stands beside them.
    Days,
    /// Days, months and years.
    All,
}

/// What tells of a date as past or as to come. Words are compared with their accents here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TenseWords {
    /// Which dates say when something happens without a word like "on".
    pub bare: Bare,
    /// Whether a date has to open its clause to belong to a verb behind it.
    pub leads: bool,
    /// How far before a date its verb may end: in words, of Chinese in characters; nought where verbs stand last.
    pub before: usize,
    /// How far behind a date its verb may begin.
    pub behind: usize,
    /// What looks like one of those below and is none.
    pub none: Vec<String>,
    /// Verbs that tell that something has happened.
    pub past: Vec<String>,
    /// Verbs that tell that something will.
    pub to_come: Vec<String>,
    /// Words with which nothing is sure in all of the sentence: plans, conditions, negations.
    pub unsure: Vec<String>,
    /// Where a clause ends.
    pub ends: Vec<String>,
    /// Where a clause ends, except directly behind a date that opens it.
    pub pause: Vec<String>,
    /// Between a verb and a date behind it, what makes it the date of something else.
    pub apart: Vec<String>,
    /// Between a date and a verb behind it, what makes it the date of something else.
    pub apart_behind: Vec<String>,
    /// Directly before a date, what says that something happens then.
    pub when: Vec<String>,
    /// Directly behind a date, the same.
    pub when_behind: Vec<String>,
    /// Directly beside a date, what says that it is no time at which something happens.
    pub never: Vec<String>,
}

/// What tells how long somebody has been at it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LifeWords {
    /// What looks like one of those below and is none.
    pub none: Vec<String>,
    /// So many years in an occupation that nobody has as a child.
    pub career: Vec<String>,
    /// That such an occupation began.
    pub began: Vec<String>,
    /// So many years in prison until now.
    pub prison: Vec<String>,
    /// Words with which somebody else may be meant.
    pub others: Vec<String>,
}

/// What tells how long something lasts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LengthWords {
    /// What looks like one of those below and is none.
    pub none: Vec<String>,
    /// So many days.
    pub days: Vec<String>,
    /// So many weeks.
    pub weeks: Vec<String>,
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
    "words.cardinals",
    "words.tens",
    "words.joins",
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
    "told.none",
    "told.ago",
    "told.lasting",
    "told.anniversary",
    "told.later",
    "told.years",
    "told.since",
    "told.age",
    "told.age_then",
    "told.born",
    "told.died",
    "from_to.from",
    "from_to.to",
    "from_to.dash",
    "from_to.between",
    "from_to.and",
    "from_to.after",
    "tense.bare",
    "tense.leads",
    "tense.before",
    "tense.behind",
    "tense.none",
    "tense.past",
    "tense.to_come",
    "tense.unsure",
    "tense.ends",
    "tense.pause",
    "tense.apart",
    "tense.apart_behind",
    "tense.when",
    "tense.when_behind",
    "tense.never",
    "lives.none",
    "lives.career",
    "lives.began",
    "lives.prison",
    "lives.others",
    "lengths.none",
    "lengths.days",
    "lengths.weeks",
];
