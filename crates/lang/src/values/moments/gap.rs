//! The gaps that a pattern may have.

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
