//! The values in a text: figures, dates and times, in digits or in words, as the language writes them.
//!
//! What two texts say can then be compared by value, whatever the language. Nothing here knows what is compared.

mod moments;
mod numbers;

pub use moments::{Clauses, Length, Life, Lived, Span, Tense, Told};
pub(crate) use moments::{Moments, words::MomentWords};
pub(crate) use numbers::{Lexicon, unit};

use crate::Profile;
use std::ops::Range;

/// A value in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Its bytes in the text, its unit included.
    pub at: Range<usize>,
    /// What it is.
    pub what: What,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A number: of things, of a unit, a rank, a share.
    Number(Number),
    /// A day.
    Day(Day),
    /// A month, of a year or of none that was said.
    Month {
        /// The year, if it was said.
        year: Option<i32>,
        /// From 1.
        month: u8,
        /// Its calendar.
        calendar: Calendar,
    },
    /// A year.
    Year {
        /// Its number; below 1 before our era.
        year: i32,
        /// Its calendar.
        calendar: Calendar,
    },
    /// From one year to another: 2010-2015, the season 2018/19.
    Years(i32, i32),
    /// A decade, by its first year.
    Decade(i32),
    /// A century, by its number: the 19th.
    Century(i32),
    /// A day of the week that stands without a date, from Monday = 1.
    Weekday(u8),
    /// A time of the day; 12-hour clocks are read as 24-hour ones where the copy says which half.
    Clock {
        /// 0 to 24.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// Whether the copy says which half of the day.
        sure: bool,
    },
}

/// A number.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// How much; a percentage as it is printed (7 for 7 %).
    pub value: f64,
    /// How it is written.
    pub form: Form,
    /// What it is for.
    pub sort: Sort,
    /// What it counts, where that is a unit of measure or money.
    pub unit: Option<Unit>,
    /// Whether it is said to be near, above or below.
    pub bound: Bound,
    /// The worth of the last digit that was written: how exact it is. 1.5 million is exact to 100,000, 613 to 1.
    pub grain: f64,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// In digits.
    Digits,
    /// In words.
    Words,
    /// Digits with a scale word: 3 million.
    Both,
}

/// What a number is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// How many, how much.
    Count,
    /// Which in a row: third, 3rd.
    Rank,
    /// A part: a third, half.
    Share,
    /// A percentage.
    Percent,
    /// Percentage points.
    Points,
    /// How many times: twice, threefold.
    Times,
    /// An indefinite number: dozens, hundreds, thousands; the value is one of them.
    Some,
    /// One side of a score: 3-1 is two of them.
    Score,
    /// A name with digits in it: B-52, Formula 1, a telephone number. Compared as it is written.
    Name,
}

/// A unit of measure or money, by its name in the data: `kilometre`, `USD`, `year`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Its name.
    pub name: &'static str,
    /// What it measures: `length`, `money`, `time`.
    pub measures: &'static str,
    /// How many of the base unit of what it measures it is; 1 for money.
    pub factor: f64,
    /// What has to be added after that: 273.15 for degrees Celsius. Nought for most.
    pub offset: f64,
}

/// Whether a number is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// As it stands.
    Exact,
    /// About, nearly.
    About,
    /// More than, at least.
    AtLeast,
    /// Less than, up to.
    AtMost,
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The year, if it was said.
    pub year: Option<i32>,
    /// From 1.
    pub month: u8,
    /// As it was written: there may be no such day.
    pub day: u8,
    /// The last day, where it is a span within a month: February 25-26.
    pub to: Option<u8>,
    /// The day of the week that was said with it, from Monday = 1.
    pub weekday: Option<u8>,
    /// Its calendar.
    pub calendar: Calendar,
    /// How it was written.
    pub order: Written,
}

/// The order in which a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// 26 February 2023.
    DayFirst,
    /// February 26, 2023.
    MonthFirst,
    /// 2023-02-26.
    YearFirst,
}

/// A calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// The common one.
    Gregorian,
    /// Islamic, of the moon.
    Hijri,
    /// Iranian, of the sun.
    SolarHijri,
    /// Chinese, of moon and sun.
    Chinese,
}

/// The members that `moments.toml` must have.
pub(crate) fn moment_members() -> &'static [&'static str] {
    moments::words::REQUIRED
}

impl Profile {
    /// The values in a text, in order, none within another. Linear in the length of the text.
    pub fn values(&self, text: &str) -> Vec<Value> {
        let mut moments = self.moments(text);
        moments.retain(|moment| !self.is_number_after_all(text, moment));
        let mut values = self.numbers(text, &moments);
        values.extend(moments);
        values.sort_by_key(|value| (value.at.start, value.at.end));
        // A moment that was given back as a number may lie across the next moment: the first of two stands.
        let mut end = 0;
        values.retain(|value| {
            let apart = value.at.start >= end;
            end = if apart { value.at.end } else { end };
            apart
        });
        values
    }
}

impl Day {
    /// The day, where the year was said and there is such a day in the common calendar.
    pub fn civil(&self) -> Option<jiff::civil::Date> {
        let date = |year| jiff::civil::Date::new(year, self.month.try_into().ok()?, self.day.try_into().ok()?).ok();
        (self.calendar == Calendar::Gregorian).then(|| date(self.year?.try_into().ok()?)).flatten()
    }
}
