//! Source and time behind the text: `AP-NY-03-12-26 1030GMT`. Month, day, year; the hour before or behind them.

use crate::copy::{self, House};
use crate::{Liberties, Took};
use lang::Languages;
use story::Item;
use story::item::{Party, PartyRole, When};

/// Reads the line; the source is a party of the item.
pub(super) fn read(tail: &str, item: &mut Item, languages: &Languages, liberties: &mut Liberties) -> Option<When> {
    let tail = tail.split('\u{4}').next().unwrap_or_default().trim();
    let parts: Vec<&str> =
        tail.split(|c: char| c == '-' || c.is_whitespace()).filter(|part| !part.is_empty()).collect();
    let two = |part: &str| part.parse::<i8>().ok().filter(|_| part.len() <= 2);
    let at = parts.windows(3).position(|three| three.iter().all(|part| two(part).is_some()));
    let Some(at) = at else {
        liberties.take(if tail.is_empty() { Took::Missing } else { Took::LeftOut }, "date", tail);
        return None;
    };
    let (before, behind) = (parts.get(..at).unwrap_or_default(), parts.get(at + 3..).unwrap_or_default());
    let early = before.last().copied().filter(|part| clock(part).is_some());
    let source = before.get(..before.len() - usize::from(early.is_some())).unwrap_or_default().join("-");
    if !source.is_empty() {
        item.parties.push(Party::named(PartyRole::Provider, source));
    }
    let number = |n: usize| parts.get(at + n).and_then(|part| two(part));
    let (mut month, mut day, year) = (number(0)?, number(1)?, i16::from(number(2)?));
    let year = if year >= 70 { 1900 + year } else { 2000 + year };
    // Some agencies set the day first: what the dateline says decides.
    if (month > 12 || printed(item, languages) == Some((day, month))) && day <= 12 {
        (month, day) = (day, month);
        liberties.take(Took::Form, "date", format!("{tail}: the day stands before the month"));
    }
    let late = behind.first().copied().unwrap_or_default();
    let (hour, minute) = early.and_then(clock).or_else(|| clock(late)).unwrap_or(("00", "00"));
    let zone: String = behind.concat().chars().filter(|c| c.is_ascii_alphabetic()).collect();
    let mut silent = Liberties::new();
    let words = format!("{year:04}-{month:02}-{day:02} {hour}:{minute} {zone}");
    let found = crate::times::read(words.trim(), "date", &mut silent);
    if found.is_none() || silent.has(Took::NoZone) {
        liberties.take(if found.is_none() { Took::Value } else { Took::NoZone }, "date", tail);
    }
    found
}

/// Hour and minute: `1030GMT`, `10:30`.
fn clock(part: &str) -> Option<(&str, &str)> {
    let two = |at: usize| part.get(at..at + 2).filter(|two| two.bytes().all(|b| b.is_ascii_digit()));
    let minute = if part.get(2..3) == Some(":") { two(3) } else { two(2) };
    Some((two(0)?, minute?))
}

/// Month and day of the dateline.
fn printed(item: &Item, languages: &Languages) -> Option<(i8, i8)> {
    let house = House { languages, lang: item.lang.as_ref(), taglines: &[], agency: "" };
    let date = copy::dateline(&item.dateline, &house)?.date?;
    Some((date.month(), date.day()))
}
