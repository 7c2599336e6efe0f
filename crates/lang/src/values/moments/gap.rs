//! The gaps that a pattern may have.

use super::{
    take::{Taking, may_be_numeral},
    tokens::{Kind, Tokens},
};

/// A gap: a figure of some kind, or one of the names in the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A day of a month, in figures.
    Day,
    /// The last day of a span.
    DayTo,
    /// A month in figures.
    Figure,
    /// A month, by any of its names.
    Month,
    /// A month by a name that is nothing else.
    SureMonth,
    /// A month by a whole name, be it another word too.
    WholeMonth,
    /// The same month by another name.
    SameMonth,
    /// A year of four figures.
    Year,
    /// A year of our time and no round number.
    LikelyYear,
    /// How many, in figures or words.
    Number,
    /// A word, whatever it is.
    AnyWord,
    /// A day of a month, in words.
    DayWord,
    /// The year that a span ends in.
    YearTo,
    /// The last two figures of the year that a span ends in.
    ShortTo,
    /// A year of two figures.
    ShortYear,
    /// A year of one to four figures.
    AnyYear,
    /// A weekday, by any of its names.
    Weekday,
    /// A weekday by a name that is nothing else.
    SureWeekday,
    /// A weekday by a whole name, be it another word too.
    WholeWeekday,
    /// An hour.
    Hour,
    /// An hour in words.
    HourWord,
    /// Minutes, in two figures.
    Minute,
    /// Seconds, in two figures.
    Second,
    /// Words for the first half of the day.
    Am,
    /// Words for the second half of the day.
    Pm,
    /// Words for twelve in the day.
    Noon,
    /// Words for twelve at night.
    Midnight,
    /// The first year of a decade, in four figures.
    Decade,
    /// The last two figures of a decade.
    ShortDecade,
    /// A decade in words.
    DecadeWord,
    /// Which in a row, in figures.
    Nth,
    /// Which in a row, in words.
    NthWord,
    /// Which in a row, in Roman figures.
    Roman,
    /// Before our era.
    Before,
    /// What says that a year is Islamic.
    HijriMark,
    /// What says that a year is Iranian.
    SolarMark,
    /// A month of the Islamic calendar.
    Hijri,
    /// A month of the Iranian calendar.
    Solar,
    /// A month of the Chinese calendar.
    Lunar,
    /// A day of the Chinese calendar.
    LunarDay,
}

const NAMES: &[(&str, Gap)] = &[
    ("day", Gap::Day),
    ("day_to", Gap::DayTo),
    ("figure", Gap::Figure),
    ("month", Gap::Month),
    ("sure_month", Gap::SureMonth),
    ("whole_month", Gap::WholeMonth),
    ("same_month", Gap::SameMonth),
    ("year", Gap::Year),
    ("likely_year", Gap::LikelyYear),
    ("n", Gap::Number),
    ("any_word", Gap::AnyWord),
    ("day_word", Gap::DayWord),
    ("year_to", Gap::YearTo),
    ("short_to", Gap::ShortTo),
    ("short_year", Gap::ShortYear),
    ("any_year", Gap::AnyYear),
    ("weekday", Gap::Weekday),
    ("sure_weekday", Gap::SureWeekday),
    ("whole_weekday", Gap::WholeWeekday),
    ("hour", Gap::Hour),
    ("hour_word", Gap::HourWord),
    ("minute", Gap::Minute),
    ("second", Gap::Second),
    ("am", Gap::Am),
    ("pm", Gap::Pm),
    ("noon", Gap::Noon),
    ("midnight", Gap::Midnight),
    ("decade", Gap::Decade),
    ("short_decade", Gap::ShortDecade),
    ("decade_word", Gap::DecadeWord),
    ("nth", Gap::Nth),
    ("nth_word", Gap::NthWord),
    ("roman", Gap::Roman),
    ("before", Gap::Before),
    ("hijri_mark", Gap::HijriMark),
    ("solar_mark", Gap::SolarMark),
    ("hijri", Gap::Hijri),
    ("solar", Gap::Solar),
    ("lunar", Gap::Lunar),
    ("lunar_day", Gap::LunarDay),
];

impl Gap {
    /// The gap of this name.
    pub fn named(name: &str) -> Option<Gap> {
        NAMES.iter().find(|entry| entry.0 == name).map(|entry| entry.1)
    }
}

/// What gaps a token may open, told at a glance: most words of a text open none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opens {
    /// Figures, or a letter that may be one.
    figures: bool,
    /// The first word of a name.
    name: bool,
    /// A letter of a Roman figure.
    roman: bool,
    /// A word or letter.
    word: bool,
}

impl Opens {
    /// What this token may open.
    pub fn of(taking: &Taking, tokens: &Tokens, at: usize) -> Self {
        let kind = tokens.get(at).map(|token| token.kind);
        let roman = |word: &str| word.starts_with(['x', 'v', 'i', 'х', 'і']);
        Self {
            figures: match kind {
                Some(Kind::Letter) => tokens.folded(at).is_some_and(may_be_numeral),
                kind => matches!(kind, Some(Kind::Figures(..))),
            },
            name: taking.names.open_at(tokens, at),
            roman: kind == Some(Kind::Word) && tokens.folded(at).is_some_and(roman),
            word: matches!(kind, Some(Kind::Word | Kind::Letter)),
        }
    }

    /// Whether this gap may begin there.
    pub fn may(self, gap: Gap) -> bool {
        match gap {
            Gap::Day
            | Gap::DayTo
            | Gap::Figure
            | Gap::Year
            | Gap::LikelyYear
            | Gap::YearTo
            | Gap::ShortTo
            | Gap::ShortYear
            | Gap::AnyYear
            | Gap::Hour
            | Gap::Minute
            | Gap::Second
            | Gap::Decade
            | Gap::ShortDecade
            | Gap::Nth => self.figures,
            Gap::Number => self.figures || self.name,
            Gap::AnyWord => self.word,
            Gap::Roman => self.roman,
            Gap::Month
            | Gap::SureMonth
            | Gap::WholeMonth
            | Gap::SameMonth
            | Gap::DayWord
            | Gap::Weekday
            | Gap::SureWeekday
            | Gap::WholeWeekday
            | Gap::HourWord
            | Gap::Am
            | Gap::Pm
            | Gap::Noon
            | Gap::Midnight
            | Gap::DecadeWord
            | Gap::NthWord
            | Gap::Before
            | Gap::HijriMark
            | Gap::SolarMark
            | Gap::Hijri
            | Gap::Solar
            | Gap::Lunar
            | Gap::LunarDay => self.name,
        }
    }
}
