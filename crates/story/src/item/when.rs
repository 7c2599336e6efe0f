//! A time as a format gives it: a moment, or only a day, a month, a year.

use jiff::{Timestamp, civil};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// How exactly a time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The year alone.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
    /// The moment.
    Moment,
}

/// A time: its first moment (UTC), and how exactly it is known. Written as ISO 8601 has it, cut off where nothing more
/// is known: `2026`, `2026-03`, `2026-03-12`, `2026-03-12T08:00:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct When {
    at: Timestamp,
    precision: Precision,
}

/// Why words are no time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a time as ISO 8601 writes it")]
pub struct NotATime(pub String);

impl When {
    /// A moment.
    pub const fn moment(at: Timestamp) -> Self {
        Self { at, precision: Precision::Moment }
    }

    /// A day, or the month or year that begins with it.
    pub fn day(date: civil::Date, precision: Precision) -> Option<Self> {
        let date = match precision {
            Precision::Year => civil::Date::new(date.year(), 1, 1).ok()?,
            Precision::Month => date.first_of_month(),
            Precision::Day | Precision::Moment => date,
        };
        let at = date.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
        Some(Self { at, precision })
    }

    /// Its first moment.
    pub const fn at(self) -> Timestamp {
        self.at
    }

    /// How exactly it is known.
    pub const fn precision(self) -> Precision {
        self.precision
    }
}

impl From<Timestamp> for When {
    fn from(at: Timestamp) -> Self {
        Self::moment(at)
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.at.to_zoned(jiff::tz::TimeZone::UTC);
        match self.precision {
            Precision::Year => write!(f, "{:04}", day.year()),
            Precision::Month => write!(f, "{:04}-{:02}", day.year(), day.month()),
            Precision::Day => write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
            Precision::Moment => write!(f, "{}", self.at),
        }
    }
}

impl FromStr for When {
    type Err = NotATime;

    /// Reads what [`When`] writes, and any moment with an offset. A moment without a zone is no time: whoever reads a
    /// format decides which zone is meant, and says so.
    fn from_str(words: &str) -> Result<Self, NotATime> {
        let bad = || NotATime(words.chars().take(60).collect());
        let number = |part: Option<&str>| part.filter(|p| p.bytes().all(|b| b.is_ascii_digit()))?.parse::<i16>().ok();
        let day = |precision, year: Option<i16>, month: Option<i16>, day: Option<i16>| {
            let small = |n: Option<i16>| i8::try_from(n?).ok();
            let date = civil::Date::new(year?, small(month)?, small(day)?).ok()?;
            Self::day(date, precision)
        };
        let year = || number(words.get(0..4));
        let month = || number(words.get(5..7));
        match words.len() {
            4 => day(Precision::Year, year(), Some(1), Some(1)),
            7 if words.get(4..5) == Some("-") => day(Precision::Month, year(), month(), Some(1)),
            10 if words.get(4..5) == Some("-") && words.get(7..8) == Some("-") => {
                day(Precision::Day, year(), month(), number(words.get(8..10)))
            }
            _ => words.parse::<Timestamp>().ok().map(Self::moment),
        }
        .ok_or_else(bad)
    }
}

impl TryFrom<String> for When {
    type Error = NotATime;
    fn try_from(words: String) -> Result<Self, NotATime> {
        words.parse()
    }
}

impl From<When> for String {
    fn from(when: When) -> String {
        when.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_said() {
        for words in ["2026", "2026-03", "2026-03-12", "2026-03-12T08:00:00Z", "0099-01-01"] {
            assert_eq!(words.parse::<When>().map(|when| when.to_string()), Ok(words.to_owned()));
        }
        let offset = "2026-03-12T09:00:00+01:00".parse::<When>().expect("a moment");
        assert_eq!(offset.to_string(), "2026-03-12T08:00:00Z");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for words in ["", "26", "2026-13", "2026-02-30", "+026", "2026-03-12T08:00:00", "yesterday", "２０２６"] {
            assert!(words.parse::<When>().is_err(), "{words}");
        }
    }
}
