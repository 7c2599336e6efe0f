//! From what a pattern has caught to a value.

use super::take::{Caught, Order};
use crate::{
    language::DateOrder,
    values::{Calendar, Day, What, Written},
};

/// What a pattern finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Nothing: it looks like a moment and is none.
    None,
    Day,
    Month,
    Year,
    Years,
    Decade,
    Century,
    Weekday,
    Clock,
}

impl Sort {
    /// The value, when what was caught makes one.
    pub fn what(self, caught: &Caught, usual: DateOrder) -> Option<What> {
        let calendar = caught.calendar.unwrap_or(Calendar::Gregorian);
        // The year before the year 1 is the year 0.
        let year = caught.year.map(|year| if caught.before { 1 - year } else { year });
        Some(match self {
            Sort::None => return None,
            Sort::Day => What::Day(Day {
                year,
                month: caught.month?,
                day: caught.day?,
                to: caught.day_to,
                weekday: caught.weekday,
                calendar,
                order: written(caught, usual),
            }),
            Sort::Month => What::Month { year, month: caught.month?, calendar },
            Sort::Year => What::Year { year: year?, calendar },
            Sort::Years => What::Years(year?, caught.year_to?),
            Sort::Decade => What::Decade(caught.decade?),
            Sort::Century => {
                let nth = i32::from(caught.nth?);
                What::Century(if caught.before { -nth } else { nth })
            }
            Sort::Weekday => What::Weekday(caught.weekday?),
            Sort::Clock => clock(caught)?,
        })
    }
}

/// The order in which a date is written.
fn written(caught: &Caught, usual: DateOrder) -> Written {
    let Order { day, month, year, .. } = caught.order;
    match () {
        () if year.is_some() && year < month => Written::YearFirst,
        // Where years come first, a month before its day is the same order without a year.
        () if year.is_none() && usual == DateOrder::Ymd && month < day => Written::YearFirst,
        () if month < day => Written::MonthFirst,
        () => Written::DayFirst,
    }
}

/// A time of the day.
fn clock(caught: &Caught) -> Option<What> {
    let hour = caught.hour?;
    let minute = caught.minute.unwrap_or_default();
    let (hour, sure) = match caught.half {
        Some(true) if hour < 12 => (hour + 12, true),
        Some(false) if hour == 12 => (0, true),
        Some(_) => (hour, true),
        None => (hour, hour > 12 || hour == 0),
    };
    (hour < 24 || minute == 0).then_some(What::Clock { hour, minute, sure })
}
