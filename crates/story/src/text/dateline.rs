//! The dateline: where and when the copy was written, and for whom.

use super::Line;
use serde::{Deserialize, Serialize};

/// A day as a dateline gives it, often without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DatelineDate {
    year: Option<i16>,
    month: i8,
    day: i8,
}

/// How many days after the day of filing a dateline may lie.
const AHEAD: i32 = 31;

/// A day that no Gregorian calendar has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no day {day} in month {month}{}", year.map(|y| format!(" of {y}")).unwrap_or_default())]
pub struct NotADate {
    /// The year, if there was one.
    pub year: Option<i16>,
    /// The month that was given.
    pub month: i8,
    /// The day that was given.
    pub day: i8,
}

impl DatelineDate {
    /// A day of the Gregorian calendar; without a year 29 February is one.
    ///
    /// # Errors
    /// [`NotADate`] when there is no such day.
    pub fn new(year: Option<i16>, month: i8, day: i8) -> Result<Self, NotADate> {
        jiff::civil::Date::new(year.unwrap_or(2000), month, day)
            .map(|_| Self { year, month, day })
            .map_err(|_| NotADate { year, month, day })
    }

    /// The year, when the copy gives one.
    pub const fn year(self) -> Option<i16> {
        self.year
    }

    /// 1 to 12.
    pub const fn month(self) -> i8 {
        self.month
    }

    /// 1 to 31.
    pub const fn day(self) -> i8 {
        self.day
    }

    /// The day itself, when the year is known.
    pub fn civil(self) -> Option<jiff::civil::Date> {
        jiff::civil::Date::new(self.year?, self.month, self.day).ok()
    }

    /// The day with its year: the one that brings it nearest to the day of filing. Copy is dated on the day or
    /// before it; a day more than 31 days later is taken for one of an earlier year.
    pub fn near(self, filed: jiff::civil::Date) -> Self {
        if self.year.is_some() {
            return self;
        }
        let days = |year: &i16| {
            let date = jiff::civil::Date::new(*year, self.month, self.day).ok()?;
            let ago = (filed - date).get_days();
            (ago >= -AHEAD).then_some(ago.abs())
        };
        let near = (filed.year() - 8..=filed.year() + 1).filter(|y| days(y).is_some()).min_by_key(|y| days(y));
        Self { year: near, ..self }
    }
}

impl Serialize for DatelineDate {
    /// `2023-02-26`, or `--02-26` without a year (ISO 8601 as vCard, RFC 6350, keeps it).
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(&format_args!(
            "{}-{:02}-{:02}",
            self.year.map_or_else(|| "-".into(), |y| format!("{y:04}")),
            self.month,
            self.day
        ))
    }
}

impl<'de> Deserialize<'de> for DatelineDate {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let word = String::deserialize(d)?;
        let bad = || D::Error::custom(format!("{word:?} is not a day (2023-02-26 or --02-26)"));
        let (rest, day) = word.rsplit_once('-').ok_or_else(bad)?;
        let (year, month) = rest.rsplit_once('-').ok_or_else(bad)?;
        let year = if year == "-" { None } else { Some(year.parse().map_err(|_| bad())?) };
        let (month, day) = (month.parse().map_err(|_| bad())?, day.parse().map_err(|_| bad())?);
        Self::new(year, month, day).map_err(D::Error::custom)
    }
}

/// Place, date and agency. Each language prints them in its own form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Dateline {
    /// Where the copy was written; several when reporters worked in several places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Line>,
    /// The day it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DatelineDate>,
    /// The agency's name or initials.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<Line>,
}

impl Dateline {
    /// The dateline without its empty parts, or nothing when nothing is left.
    pub fn tidy(self) -> Option<Self> {
        let places: Vec<_> = self.places.into_iter().filter(|p| !p.is_empty()).collect();
        let agency = self.agency.filter(|a| !a.is_empty());
        let empty = places.is_empty() && agency.is_none() && self.date.is_none();
        (!empty).then_some(Self { places, date: self.date, agency })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> jiff::civil::Date {
        text.parse().expect("a day")
    }

    #[test]
    fn a_date_without_a_year_takes_the_nearest() {
        let near = |m, d, filed| DatelineDate::new(None, m, d).expect("a day").near(day(filed)).civil();
        assert_eq!(near(12, 31, "2024-01-02"), Some(day("2023-12-31")));
        assert_eq!(near(1, 2, "2023-12-31"), Some(day("2024-01-02")));
        assert_eq!(near(2, 29, "2026-03-01"), Some(day("2024-02-29")));
    }

    #[test]
    fn days_that_are_not_there_are_refused() {
        assert!(DatelineDate::new(Some(2023), 2, 29).is_err());
        assert!(DatelineDate::new(None, 2, 29).is_ok());
        assert!(DatelineDate::new(Some(2023), 13, 1).is_err());
    }

    #[test]
    fn both_written_forms_are_read_back() {
        for word in ["\"2023-02-26\"", "\"--02-26\""] {
            let date: DatelineDate = serde_json::from_str(word).expect("a day");
            assert_eq!(serde_json::to_string(&date).expect("JSON"), word);
        }
        assert!(serde_json::from_str::<DatelineDate>("\"2023-02-30\"").is_err());
    }
}
