//! Filling the gaps of a phrase: `{n}`, `{n:w}` (in words), `{n?year/years}` (the noun's form for that number).

use super::phrases::Phrases;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What goes into a gap.
#[derive(Clone)]
pub enum Value {
    /// A number of things, grouped as the language groups.
    Count(i64),
    /// A year.
    Year(i64),
    /// A day.
    Day(Date),
    /// A weekday, Monday is 0.
    Weekday(usize),
    /// A name.
    Name(String),
}

/// Values by the names of their gaps.
pub type Values = BTreeMap<&'static str, Value>;

/// The phrase with its gaps filled; a gap without a value is an error of the phrase.
pub fn fill(phrase: &str, values: &Values, phrases: &Phrases, own_digits: bool) -> Result<String, String> {
    let (mut out, mut rest) = (String::new(), phrase);
    while let Some((before, after)) = rest.split_once('{') {
        let (gap, after) = after.split_once('}').ok_or_else(|| format!("a gap is not closed: {phrase}"))?;
        out.push_str(before);
        let filled = gap_of(gap, values, phrases).ok_or_else(|| format!("{{{gap}}} has no value: {phrase}"))?;
        out.push_str(&filled);
        rest = after;
    }
    out.push_str(rest);
    Ok(match phrases.own_zero {
        Some(zero) if own_digits => out.chars().map(|c| shaped(c, zero)).collect(),
        _ => out,
    })
}

fn shaped(c: char, zero: char) -> char {
    c.to_digit(10).filter(|_| c.is_ascii()).and_then(|d| char::from_u32(zero as u32 + d)).unwrap_or(c)
}

fn gap_of(gap: &str, values: &Values, phrases: &Phrases) -> Option<String> {
    if let Some((name, forms)) = gap.split_once('?') {
        let Value::Count(number) = values.get(name)? else { return None };
        let forms: Vec<&str> = forms.split('/').collect();
        return forms.get(phrases.plural.form(*number).min(forms.len() - 1)).map(|f| (*f).to_owned());
    }
    let (name, form) = gap.split_once(':').unwrap_or((gap, ""));
    Some(match (values.get(name)?, form) {
        (Value::Name(name), "") => name.clone(),
        (Value::Name(name), "last") => name.rsplit(' ').next()?.to_owned(),
        (Value::Year(year), "") => year.to_string(),
        (Value::Count(number), "") => grouped(*number, &phrases.group, phrases.group_from),
        (Value::Count(number), "w") => in_words(*number, &phrases.words)?,
        (Value::Count(number), "v") => in_words(*number, &phrases.words_other)?,
        (Value::Count(number), "th") => format!("{number}{}", english_ordinal(*number)),
        (Value::Weekday(day), "") => phrases.weekdays.get(*day)?.clone(),
        (Value::Weekday(day), "on") => phrases.weekdays_on.get(*day)?.clone(),
        (Value::Day(day), "day") => day.day().to_string(),
        (Value::Day(day), "th") => format!("{}{}", day.day(), english_ordinal(i64::from(day.day()))),
        (Value::Day(day), "mon") => phrases.months.get(month(*day))?.clone(),
        (Value::Day(day), "mon_in") => phrases.months_in.get(month(*day))?.clone(),
        (Value::Day(day), "m") => day.month().to_string(),
        (Value::Day(day), "year") => day.year().to_string(),
        _ => return None,
    })
}

fn month(day: Date) -> usize {
    day.month().unsigned_abs() as usize - 1
}

fn in_words(number: i64, words: &[String]) -> Option<String> {
    words.get(usize::try_from(number).ok()?.checked_sub(2)?).cloned()
}

fn grouped(number: i64, mark: &str, from: i64) -> String {
    let digits = number.to_string();
    if number < from || mark.is_empty() {
        return digits;
    }
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(mark);
        }
        out.push(digit);
    }
    out
}

fn english_ordinal(number: i64) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}
