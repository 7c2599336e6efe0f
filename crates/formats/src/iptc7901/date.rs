//! The date group behind the text: `251100 Sep 24`, `221130 GMT nov 2026`.

use super::words;
use crate::{Liberties, Took};
use jiff::{SignedDuration, civil, tz::TimeZone};
use lang::wire::Agency;
use story::item::When;

/// Reads the date group. Nothing is made up: without its month or year there is no time.
pub(super) fn read(tail: &str, agency: Option<&Agency>, liberties: &mut Liberties) -> Option<When> {
    const AT: &str = "date";
    let mut parts = tail.split_whitespace();
    let Some(group) = parts.next() else {
        liberties.take(Took::Missing, AT, "");
        return None;
    };
    let rest: Vec<&str> = parts.take(6).collect();
    let end = group.find(|c: char| !c.is_ascii_digit()).unwrap_or(group.len());
    let (figures, suffix) = group.split_at(end);
    let two = |from: usize| figures.get(from..from + 2).and_then(|n| n.parse::<i8>().ok());
    let month = rest.iter().find_map(|word| words().month(word));
    let year = rest.iter().rev().find_map(|word| year(word));
    let found = (figures.len() == 6).then_some(()).and_then(|()| Some((two(0)?, two(2)?, two(4)?)));
    let (Some((day, hour, minute)), Some(month), Some(year)) = (found, month, year) else {
        liberties.take(Took::LeftOut, AT, tail);
        return None;
    };
    let local = civil::Date::new(year, month, day)
        .ok()
        .and_then(|date| civil::Time::new(hour, minute, 0, 0).ok().map(|time| date.to_datetime(time)));
    let Some(local) = local else {
        liberties.take(Took::Value, AT, tail);
        return None;
    };
    let named = std::iter::once(suffix).chain(rest.iter().copied());
    let named = named.filter(|word| !word.is_empty()).find_map(|word| {
        words().zones.iter().find(|(zone, _)| lang::fold(zone) == lang::fold(word)).map(|(_, minutes)| *minutes)
    });
    let utc = local.to_zoned(TimeZone::UTC).ok()?.timestamp();
    if let Some(minutes) = named {
        return utc.checked_sub(SignedDuration::from_mins(minutes)).ok().map(When::moment);
    }
    if let Some(zone) = agency.and_then(|agency| TimeZone::posix(&agency.zone).ok()) {
        let name = agency.map(|a| a.name.as_str()).unwrap_or_default();
        liberties.take(Took::Assumed, AT, format!("the zone in which {name} keeps its clock"));
        return local.to_zoned(zone).ok().map(|at| When::moment(at.timestamp()));
    }
    liberties.take(Took::NoZone, AT, tail);
    Some(When::moment(utc))
}

/// Two digits are of the years 1970 to 2069.
fn year(word: &str) -> Option<i16> {
    let n: i16 = word.bytes().all(|b| b.is_ascii_digit()).then(|| word.parse().ok()).flatten()?;
    match word.len() {
        4 => Some(n),
        2 => Some(if n >= 70 { 1900 + n } else { 2000 + n }),
        _ => None,
    }
}
