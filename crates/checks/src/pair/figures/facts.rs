//! What a text states, taken apart: a date is a day, a month, a year.

use crate::Copy;
use lang::{
    What,
    values::{Bound, Form, Number, Sort, Unit},
};
use std::ops::Range;

/// Something a text states that a translation has to state too.
#[derive(Debug, Clone)]
pub(super) struct Fact {
    /// The passage.
    pub passage: usize,
    /// Its bytes in the passage.
    pub at: Range<usize>,
    /// What it is.
    pub class: Class,
    /// How much, or which.
    pub value: f64,
    /// How exact it is.
    pub grain: f64,
    /// Its unit.
    pub unit: Option<Unit>,
    /// How it is written.
    pub form: Form,
    /// Whether it is near, above or below.
    pub bound: Bound,
    /// The number it may be read as too: 1.234 and 1234.
    pub other: Option<f64>,
}

/// What a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Class {
    /// A number of a sort.
    Count,
    Rank,
    Share,
    Percent,
    Points,
    Times,
    Some,
    Score,
    Name,
    /// A part of a date.
    Year,
    Decade,
    Century,
    Month,
    Day,
    Weekday,
    /// A time of the day, in minutes; and one of which half is not known.
    Clock,
    HalfClock,
}

impl Class {
    fn of(sort: Sort) -> Self {
        match sort {
            Sort::Count => Class::Count,
            Sort::Rank => Class::Rank,
            Sort::Share => Class::Share,
            Sort::Percent => Class::Percent,
            Sort::Points => Class::Points,
            Sort::Times => Class::Times,
            Sort::Some => Class::Some,
            Sort::Score => Class::Score,
            Sort::Name => Class::Name,
        }
    }

    /// Whether it is part of a date or a time.
    pub fn is_date(self) -> bool {
        matches!(
            self,
            Class::Year
                | Class::Decade
                | Class::Century
                | Class::Month
                | Class::Day
                | Class::Weekday
                | Class::Clock
                | Class::HalfClock
        )
    }

    /// Whether it is compared with other numbers.
    pub fn is_number(self) -> bool {
        !matches!(self, Class::Month | Class::Weekday)
    }
}

impl Fact {
    /// Whether it is written in digits.
    pub fn has_digits(&self) -> bool {
        self.form != Form::Words
    }

    /// The worth of its last digit that is not a nought.
    pub fn round(&self) -> f64 {
        let mut grain = self.grain.max(1e-6);
        while self.value != 0.0 && (self.value / (grain * 10.0)).fract().abs() < 1e-9 && grain < 1e15 {
            grain *= 10.0;
        }
        grain
    }
}

/// The facts of some bytes of a passage.
pub(super) fn facts(copy: &Copy<'_>, passage: usize, within: &Range<usize>, out: &mut Vec<Fact>) {
    let Some(of) = copy.passages.get(passage) else { return };
    for value in of.values_in(within) {
        let text = of.text.get(value.at.clone()).unwrap_or_default();
        let form = if text.chars().any(char::is_numeric) { Form::Digits } else { Form::Words };
        let mut add = |class, value_of: f64| {
            out.push(Fact {
                passage,
                at: value.at.clone(),
                class,
                value: value_of,
                grain: 1.0,
                unit: None,
                form,
                bound: Bound::Exact,
                other: None,
            });
        };
        match &value.what {
            What::Number(number) => out.push(number_fact(number, passage, value.at.clone(), text)),
            What::Day(day) => {
                add(Class::Day, f64::from(day.day));
                day.to.iter().for_each(|to| add(Class::Day, f64::from(*to)));
                add(Class::Month, f64::from(day.month));
                day.year.iter().for_each(|year| add(Class::Year, f64::from(*year)));
                day.weekday.iter().for_each(|weekday| add(Class::Weekday, f64::from(*weekday)));
            }
            What::Month { year, month, .. } => {
                add(Class::Month, f64::from(*month));
                year.iter().for_each(|year| add(Class::Year, f64::from(*year)));
            }
            What::Year { year, .. } => add(Class::Year, f64::from(*year)),
            What::Years(from, to) => {
                add(Class::Year, f64::from(*from));
                add(Class::Year, f64::from(*to));
            }
            What::Decade(year) => add(Class::Decade, f64::from(*year)),
            What::Century(century) => add(Class::Century, f64::from(*century)),
            What::Weekday(weekday) => add(Class::Weekday, f64::from(*weekday)),
            What::Clock { hour, minute, sure } => {
                let class = if *sure { Class::Clock } else { Class::HalfClock };
                add(class, f64::from(*hour) * 60.0 + f64::from(*minute));
            }
        }
    }
}

fn number_fact(number: &Number, passage: usize, at: Range<usize>, text: &str) -> Fact {
    let value = number.value.abs();
    Fact {
        passage,
        at,
        class: Class::of(number.sort),
        value,
        grain: number.grain,
        unit: number.unit,
        form: number.form,
        bound: number.bound,
        other: thousandfold(text).map(|grouped| if grouped { value / 1000.0 } else { value * 1000.0 }),
    }
}

/// Whether the figures in a text are one mark with three digits behind it, which may be a group or decimals: true where
/// it seems to have been read as a group.
fn thousandfold(text: &str) -> Option<bool> {
    let figures = text.trim_matches(|c: char| !c.is_numeric());
    let end = figures.find(|c: char| !c.is_numeric() && !matches!(c, '.' | ',' | '،')).unwrap_or(figures.len());
    let (before, behind) = figures.get(..end)?.split_once(['.', ',', '،'])?;
    let three = behind.chars().count() == 3 && behind.chars().all(char::is_numeric);
    (three && (1..=3).contains(&before.chars().count()) && before.chars().all(char::is_numeric)).then_some(true)
}
