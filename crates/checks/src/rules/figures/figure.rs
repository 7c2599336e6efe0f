//! A figure that can be reckoned with: how exact it is, and what it can be compared with.

use lang::values::{Bound, Form, Number, Sort, Unit};
use std::ops::Range;

/// A figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure<'a> {
    /// What was read.
    pub(super) number: &'a Number,
    /// How it is written.
    pub(super) words: &'a str,
    /// Its bytes in the passage.
    pub(super) at: &'a Range<usize>,
    /// What it is measured in: nothing where that word names a thing, too, and may count here.
    pub(super) unit: Option<Unit>,
    /// Its place among the values of the sentence.
    pub(super) index: usize,
    /// Whether words before it say that it is near.
    pub(super) near: bool,
    /// Whether it is an end of something: "to 250" is no "up to 250", though both may be written the same.
    pub(super) end: bool,
}

impl Figure<'_> {
    /// How much.
    pub(super) fn value(&self) -> f64 {
        self.number.value
    }

    /// Whether it is what it says, give or take how it was rounded.
    pub(super) fn is_exact(&self) -> bool {
        self.bound() == Bound::Exact && !self.near
    }

    /// Whether it is only a bound: more than, at most.
    pub(super) fn is_bound(&self) -> bool {
        matches!(self.bound(), Bound::AtLeast | Bound::AtMost)
    }

    /// Whether it is exact.
    pub(super) fn bound(&self) -> Bound {
        match self.number.bound {
            Bound::AtMost | Bound::AtLeast if self.end => Bound::Exact,
            bound => bound,
        }
    }

    /// Whether it is a percentage, or points of one.
    pub(super) fn is_percent(&self) -> bool {
        matches!(self.number.sort, Sort::Percent | Sort::Points)
    }

    /// How far the true figure may lie from it: half of its last digit, and what the noughts at its end hide.
    pub(super) fn slack(&self) -> f64 {
        let value = self.value().abs();
        let digit = if self.number.grain.is_finite() { self.number.grain.abs() / 2.0 } else { 0.5 };
        let noughts = (noughts(value) / 2.0).min(value * 0.006);
        let near = if self.is_exact() { 0.0 } else { value * 0.1 };
        // A grain that is as large as the number says nothing of it.
        digit.min(value * 0.25).max(noughts).max(near)
    }

    /// What a percentage or a share is of a hundred, and how far it may be off.
    pub(super) fn of_hundred(&self) -> (f64, f64) {
        // Who says "about 60 per cent" rounds to tens, who says "about 61" does not.
        let round = self.number.sort == Sort::Share || self.value() % 5.0 == 0.0;
        let near = if self.is_exact() {
            0.0
        } else if round {
            0.12
        } else {
            0.05
        };
        if self.number.sort == Sort::Share {
            let value = self.value() * 100.0;
            (value, (value * 0.1f64.max(near)).max(2.5))
        } else {
            let digit = if self.number.grain.is_finite() { self.number.grain.abs() } else { 1.0 };
            (self.value(), digit.clamp(0.01, 1.0).max(self.value() * near))
        }
    }

    /// Whether two figures count the same kind of thing, as far as it is said.
    pub(super) fn is_like(&self, other: &Figure<'_>) -> bool {
        let (one, two) = (self.number, other.number);
        let percent = self.is_percent() == other.is_percent() && (one.sort == Sort::Share) == (two.sort == Sort::Share);
        percent
            && match (self.unit, other.unit) {
                (None, None) => true,
                (Some(one), Some(two)) => one.name == two.name,
                _ => false,
            }
    }
}

/// What both are, where one may leave out what the other says: "from 5 to 10 per cent", "from 1.2 to 1.5 million".
/// Nothing where they cannot be compared.
pub(super) fn together(from: &Figure<'_>, to: &Figure<'_>) -> Option<(f64, f64)> {
    if from.is_percent() != to.is_percent() {
        let bare = if from.is_percent() { to } else { from };
        let plain = bare.unit.is_none() && bare.number.sort == Sort::Count && bare.number.form != Form::Both;
        return (plain && bare.value().abs() <= 1_000.0).then_some((from.value(), to.value()));
    }
    let (mut a, mut b) = (from.value(), to.value());
    match (from.unit, to.unit) {
        (Some(one), Some(two)) if one.name != two.name => {
            if one.measures != two.measures || one.measures == "money" {
                return None;
            }
            a = a * one.factor + one.offset;
            b = b * two.factor + two.offset;
        }
        _ => {
            a = scaled(from, b, to);
            b = scaled(to, from.value(), from);
        }
    }
    Some((a, b))
}

/// A bare figure beside one with a scale word has the same scale, where that makes them alike.
fn scaled(figure: &Figure<'_>, other: f64, beside: &Figure<'_>) -> f64 {
    let bare = !figure.words.chars().any(char::is_alphabetic);
    if !bare || beside.number.form != Form::Both || !beside.words.chars().any(char::is_alphabetic) {
        return figure.value();
    }
    let scaled = figure.value() / scale(figure) * scale(beside);
    if (0.02..=50.0).contains(&(scaled / other)) { scaled } else { figure.value() }
}

/// The scale word of a figure: a million of 1.5 million.
pub(super) fn scale(figure: &Figure<'_>) -> f64 {
    let digits: String =
        figure.words.chars().skip_while(|c| !c.is_numeric()).take_while(|c| c.is_numeric() || is_point(*c)).collect();
    let decimals = digits.rsplit_once(is_point).map_or(0, |(_, after)| after.chars().count());
    // Three digits behind a mark are a group.
    let decimals = if decimals == 3 { 0 } else { i32::try_from(decimals).unwrap_or(0) };
    figure.number.grain * 10f64.powi(decimals.min(9))
}

fn is_point(c: char) -> bool {
    matches!(c, '.' | ',' | '٫' | '٬')
}

/// The worth of the last digit that is not nought.
fn noughts(value: f64) -> f64 {
    let mut unit = 1.0;
    while unit < 1e15 && value >= unit * 10.0 && (value / (unit * 10.0)).fract() == 0.0 {
        unit *= 10.0;
    }
    if value.fract() == 0.0 { unit } else { 0.0 }
}

/// A number as it is shown: whole, or with one decimal.
pub(super) fn shown(value: f64) -> f64 {
    if value.abs() >= 100.0 || (value - value.round()).abs() < 1e-9 {
        value.round()
    } else {
        (value * 10.0).round() / 10.0
    }
}
