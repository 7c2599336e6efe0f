//! Whether two facts say the same.

use super::facts::{Class, Fact};
use lang::values::{Bound, Form};

/// How well two facts agree: the lower the better, none when they do not.
pub(super) fn agree(one: &Fact, other: &Fact) -> Option<u8> {
    let numbers = one.class.is_number() && other.class.is_number();
    if !numbers {
        // A month in figures may have been read as a number.
        let figures = |fact: &Fact| fact.class == Class::Count && fact.has_digits();
        let month = one.class == Class::Month && figures(other) || other.class == Class::Month && figures(one);
        let same = one.class == other.class;
        return ((same || month) && near(one.value, other.value)).then_some(if same { 0 } else { 5 });
    }
    if is_clock(one) || is_clock(other) {
        return clocks(one, other);
    }
    if one.class == other.class && near(one.value, other.value) {
        return Some(if same_unit(one, other) { 0 } else { 7 });
    }
    if one.class == Class::Some && other.class == Class::Some {
        let ratio = one.value / other.value;
        return (0.45..2.2).contains(&ratio).then_some(2);
    }
    if near(one.value, other.value) {
        return Some(if same_unit(one, other) { 2 } else { 7 });
    }
    eras(one, other)
        .or_else(|| shares(one, other).then_some(4))
        .or_else(|| readings(one, other).then_some(5))
        .or_else(|| converted(one, other).then_some(6))
        .or_else(|| (rounded(one, other) || rounded(other, one)).then_some(7))
}

/// Whether two numbers are the same but for the way machines count.
pub(super) fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1e-3)
}

fn same_unit(one: &Fact, other: &Fact) -> bool {
    match (one.unit, other.unit) {
        (Some(one), Some(other)) => {
            one.measures != other.measures || one.factor == other.factor && one.offset == other.offset
        }
        _ => true,
    }
}

fn is_clock(fact: &Fact) -> bool {
    matches!(fact.class, Class::Clock | Class::HalfClock)
}

/// Times of the day: by 12 or 24 hours; a bare number may be an hour.
fn clocks(one: &Fact, other: &Fact) -> Option<u8> {
    let (clock, plain) = if is_clock(one) { (one, other) } else { (other, one) };
    let half = |minutes: f64| minutes.rem_euclid(720.0);
    if is_clock(plain) {
        if near(clock.value, plain.value) || near(clock.value % 1440.0, plain.value % 1440.0) {
            return Some(0);
        }
        let unsure = clock.class == Class::HalfClock || plain.class == Class::HalfClock;
        return (unsure && near(half(clock.value), half(plain.value))).then_some(3);
    }
    let hour =
        plain.class != Class::Percent && plain.value <= 24.0 && near(half(clock.value), half(plain.value * 60.0));
    let minutes = (plain.value * 100.0).round() % 100.0;
    let decimal = plain.grain < 0.5 && near(half(clock.value), half(plain.value.floor() * 60.0 + minutes));
    (hour || decimal).then_some(3)
}

/// Decades and centuries: the 1990s, the nineties, the 90s; the 17th century, the 1600s.
fn eras(one: &Fact, other: &Fact) -> Option<u8> {
    let (one, other) = if one.class.is_date() { (one, other) } else { (other, one) };
    let found = match (one.class, other.class) {
        (Class::Century, Class::Decade | Class::Year) => near((one.value - 1.0) * 100.0, other.value),
        (Class::Decade | Class::Year, Class::Century) => near((other.value - 1.0) * 100.0, one.value),
        (Class::Decade | Class::Year, _) => {
            near(one.value.rem_euclid(100.0), other.value) || near(one.value, other.value.rem_euclid(100.0))
        }
        _ => false,
    };
    found.then_some(3)
}

/// A share and a percentage, a half and 50 %.
fn shares(one: &Fact, other: &Fact) -> bool {
    let (one, other) = if one.class == Class::Share { (one, other) } else { (other, one) };
    if one.class != Class::Share {
        return false;
    }
    let value = match other.class {
        Class::Percent | Class::Points => other.value / 100.0,
        Class::Share => other.value,
        _ => return near(one.value * 100.0, other.value),
    };
    (value - one.value).abs() < 0.006
}

/// 1.234 and 1,234; two million five and 2.5 million.
fn readings(one: &Fact, other: &Fact) -> bool {
    let is = |a: Option<f64>, b: f64| a.is_some_and(|a| near(a, b));
    let whole = |fact: &Fact| fact.other.is_some() || fact.grain == 1.0 && fact.value >= 1000.0;
    whole(one) && whole(other) && (is(one.other, other.value) || is(other.other, one.value))
}

/// A measure in other units, within rounding.
fn converted(one: &Fact, other: &Fact) -> bool {
    let heat = |fact: &Fact| fact.unit.is_some_and(|unit| unit.measures == "temperature");
    if heat(one) && other.unit.is_none() || heat(other) && one.unit.is_none() {
        return degrees(one, other) || degrees(other, one);
    }
    let (Some(a), Some(b)) = (one.unit, other.unit) else { return false };
    if a.measures == "temperature" && b.measures == "temperature" {
        return degrees(one, other) || degrees(other, one);
    }
    if a.measures != b.measures && !(lengthy(a.measures) && lengthy(b.measures)) || a.measures == "money" {
        return false;
    }
    let speed = a.measures != b.measures;
    let factor =
        |unit: lang::values::Unit| if speed && unit.measures == "speed" { unit.factor * 3600.0 } else { unit.factor };
    let (one_base, other_base) = (one.value * factor(a), other.value * factor(b));
    if near(factor(a), factor(b)) {
        return false;
    }
    let slack =
        0.55 * (one.grain * factor(a)).max(other.round() * factor(b)).max(other.grain * factor(b)).min(0.25 * one_base);
    let slack = slack.max(0.55 * (other.grain * factor(b)).max(one.round() * factor(a)).min(0.25 * one_base));
    (one_base - other_base).abs() <= slack.max(0.025 * one_base)
}

fn lengthy(measures: &str) -> bool {
    matches!(measures, "length" | "speed")
}

/// Fahrenheit in the one, Celsius in the other, where neither need say which.
fn degrees(fahrenheit: &Fact, celsius: &Fact) -> bool {
    let named = |fact: &Fact, name: &str| fact.unit.is_some_and(|unit| unit.name == name);
    if named(fahrenheit, "celsius") || named(celsius, "fahrenheit") {
        return false;
    }
    let as_point = (fahrenheit.value - 32.0) / 1.8;
    let as_span = fahrenheit.value / 1.8;
    let close = |to: f64| (to.abs() - celsius.value).abs() <= 1.1;
    close(as_point) || close(as_span)
}

/// The coarse one is the fine one, rounded to what it says.
fn rounded(coarse: &Fact, fine: &Fact) -> bool {
    let grain = if coarse.bound == Bound::Exact { coarse.grain } else { coarse.round() };
    coarse.form != Form::Digits
        && fine.form == Form::Digits
        && coarse.grain >= 1000.0
        && grain > fine.grain * 1.5
        && fine.value >= grain * 4.0
        && coarse.class == fine.class
        && (coarse.value - fine.value).abs() <= grain * 0.5000001
}
