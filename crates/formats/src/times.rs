//! Times as wire formats write them, read leniently.
//!
//! ISO 8601 in its long and its short form (`20261122T103100Z`), RFC 3339, the dates of e-mail and RSS (RFC 822, 2822,
//! 850, asctime), W3C-DTF with as little as a year. What has no zone is taken for UTC, and that is said.

use crate::reading::{Liberties, Took};
use jiff::{Timestamp, civil, tz};
use story::item::{Precision, When};

/// The longest time that is looked at, in bytes.
const LONGEST: usize = 64;

/// Reads a time, however it is written. None when it is no time, which is listed; `at` says where it stands.
pub(crate) fn read(words: &str, at: &str, liberties: &mut Liberties) -> Option<When> {
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    if words.len() > LONGEST {
        liberties.take(Took::Value, at, words);
        return None;
    }
    if let Ok(when) = words.parse::<When>() {
        return Some(when);
    }
    let found = iso(words).or_else(|| mail(words));
    match found {
        Some(Found { when, zone: true }) => {
            liberties.take(Took::Time, at, words);
            Some(when)
        }
        Some(Found { when, zone: false }) => {
            liberties.take(Took::NoZone, at, words);
            Some(when)
        }
        None => {
            liberties.take(Took::Value, at, words);
            None
        }
    }
}

/// A time, and whether it named its zone (or needs none).
struct Found {
    when: When,
    zone: bool,
}

/// The forms of ISO 8601 and their usual slips.
fn iso(words: &str) -> Option<Found> {
    let (date, rest) = iso_date(words)?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(['T', 't']).unwrap_or(rest).trim_start();
    if rest.is_empty() {
        return Some(Found { when: date, zone: true });
    }
    if date.precision() != Precision::Day {
        return None;
    }
    let (time, rest) = clock(rest)?;
    let day = date.at().to_zoned(tz::TimeZone::UTC).date();
    moment(day, time, rest)
}

/// `2026-03-12`, `20260312`, `2026-3-12`, `2026-03`, `2026`, `2026-071` (the day of the year), and what follows.
fn iso_date(words: &str) -> Option<(When, &str)> {
    let (year, rest) = digits(words, 4, 4)?;
    let year = i16::try_from(year).ok()?;
    let (month, day, rest, precision) = if let Some(rest) = rest.strip_prefix(['-', '/']) {
        if let Some((ordinal, rest)) = digits(rest, 3, 3) {
            let date = civil::Date::new(year, 1, 1).ok()?.checked_add(jiff::Span::new().days(i64::from(ordinal) - 1));
            return Some((When::day(date.ok().filter(|d| d.year() == year)?, Precision::Day)?, rest));
        }
        let (month, rest) = digits(rest, 1, 2)?;
        match rest.strip_prefix(['-', '/']).and_then(|rest| digits(rest, 1, 2)) {
            Some((day, rest)) => (month, day, rest, Precision::Day),
            None => (month, 1, rest, Precision::Month),
        }
    } else if let Some((month, rest)) = digits(rest, 2, 2) {
        match digits(rest, 2, 2) {
            Some((day, rest)) => (month, day, rest, Precision::Day),
            None => (month, 1, rest, Precision::Month),
        }
    } else {
        (1, 1, rest, Precision::Year)
    };
    let date = civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some((When::day(date, precision)?, rest))
}

/// `10:31:00.5`, `103100`, `10:31`, `10`, and what follows. Hour 24 is midnight at the end of the day; second 60 is 59.
fn clock(words: &str) -> Option<(Clock, &str)> {
    let (hour, rest) = digits(words, 1, 2)?;
    let (minute, second, mut rest) = if let Some((minute, rest)) = colon(rest) {
        match colon(rest) {
            Some((second, rest)) => (minute, second, rest),
            None => (minute, 0, rest),
        }
    } else if let Some((minute, rest)) = digits(rest, 2, 2) {
        match digits(rest, 2, 2) {
            Some((second, rest)) => (minute, second, rest),
            None => (minute, 0, rest),
        }
    } else {
        (0, 0, rest)
    };
    let mut nanosecond = 0i64;
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        let end = fraction.find(|c: char| !c.is_ascii_digit()).unwrap_or(fraction.len());
        let (known, _) = fraction.split_at(end.min(9));
        let value: i64 = known.parse().unwrap_or_default();
        nanosecond = value * 10i64.pow(9 - u32::try_from(known.len()).ok()?);
        rest = fraction.get(end..).unwrap_or_default();
    }
    let sound = hour <= 24 && minute < 60 && second <= 60 && (hour < 24 || (minute, second) == (0, 0));
    let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second.min(59));
    sound.then_some((Clock { seconds, nanosecond }, rest))
}

/// A time of day.
struct Clock {
    seconds: i64,
    nanosecond: i64,
}

fn colon(words: &str) -> Option<(u32, &str)> {
    words.strip_prefix(':').and_then(|rest| digits(rest, 1, 2))
}

/// A day and a time with the zone that follows them.
fn moment(day: civil::Date, time: Clock, zone: &str) -> Option<Found> {
    let zone = zone.trim();
    let offset = if zone.is_empty() { None } else { Some(offset(zone)?) };
    let midnight = day.to_zoned(tz::TimeZone::UTC).ok()?.timestamp();
    let span = jiff::SignedDuration::from_secs(time.seconds - offset.unwrap_or_default())
        .checked_add(jiff::SignedDuration::from_nanos(time.nanosecond))?;
    let at: Timestamp = midnight.checked_add(span).ok()?;
    Some(Found { when: When::moment(at), zone: offset.is_some() })
}

/// The zones that the mail of the last decades names, in seconds east of Greenwich (RFC 822, and those that feeds use).
const ZONES: &[(&str, i64)] = &[
    ("Z", 0),
    ("UT", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("WET", 0),
    ("BST", 3600),
    ("CET", 3600),
    ("MET", 3600),
    ("CEST", 7200),
    ("MEST", 7200),
    ("EET", 7200),
    ("EEST", 10_800),
    ("MSK", 10_800),
    ("PKT", 18_000),
    ("JST", 32_400),
    ("KST", 32_400),
    ("AEST", 36_000),
    ("AEDT", 39_600),
    ("EST", -18_000),
    ("EDT", -14_400),
    ("ET", -18_000),
    ("CST", -21_600),
    ("CDT", -18_000),
    ("CT", -21_600),
    ("MST", -25_200),
    ("MDT", -21_600),
    ("MT", -25_200),
    ("PST", -28_800),
    ("PDT", -25_200),
    ("PT", -28_800),
];

/// Seconds east of Greenwich.
fn offset(zone: &str) -> Option<i64> {
    let bare = zone.split(['(', '[']).next().unwrap_or(zone).trim();
    if let Some((_, seconds)) = ZONES.iter().find(|(name, _)| name.eq_ignore_ascii_case(bare)) {
        return Some(*seconds);
    }
    let signed = ["GMT", "UTC"].iter().find_map(|name| bare.strip_prefix(name)).unwrap_or(bare);
    let (sign, digits_of) = match signed.strip_prefix(['+', '-', '\u{2212}']) {
        Some(rest) => (if signed.starts_with('+') { 1 } else { -1 }, rest),
        None => return None,
    };
    let plain: String = digits_of.chars().filter(|c| *c != ':').collect();
    if plain.is_empty() || plain.len() > 6 || !plain.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) =
        if plain.len() <= 2 { (plain.as_str(), "0") } else { plain.split_at(plain.len().min(4) - 2) };
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.get(..minutes.len().min(2))?.parse().ok()?);
    (hours <= 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// The dates of mail: `Thu, 01 Jan 2004 19:48:21 GMT`, `1 Jan 04 19:48`, `Thu Jan  1 19:48:21 2004`.
fn mail(words: &str) -> Option<Found> {
    let parts: Vec<&str> = words.split(|c: char| c.is_whitespace() || c == ',').filter(|p| !p.is_empty()).collect();
    let parts: Vec<&str> = parts.iter().flat_map(|p| hyphened(p)).collect();
    let mut parts = parts.as_slice();
    if parts.first().is_some_and(|p| p.chars().all(|c| c.is_alphabetic() || c == '.') && month(p).is_none()) {
        parts = parts.get(1..)?;
    }
    let (day, month_number, year, time, zone) = match *parts {
        [d, m, y, ref rest @ ..] if number(d).is_some() => {
            (number(d)?, month(m)?, year(y)?, rest.first(), rest.get(1..))
        }
        [m, d, t, y] if t.contains(':') => (number(d)?, month(m)?, year(y)?, parts.get(2), None),
        [m, d, t, z, y] if t.contains(':') => {
            let date = civil::Date::new(year(y)?, month(m)?, i8::try_from(number(d)?).ok()?).ok()?;
            return moment(date, clock(t)?.0, z);
        }
        [m, d, y, ref rest @ ..] => (number(d)?, month(m)?, year(y)?, rest.first(), rest.get(1..)),
        _ => return None,
    };
    let date = civil::Date::new(year, month_number, i8::try_from(day).ok()?).ok()?;
    let Some(time) = time else { return Some(Found { when: When::day(date, Precision::Day)?, zone: true }) };
    let (time, rest) = clock(time)?;
    let zone = zone.unwrap_or_default().join(" ");
    moment(date, time, &format!("{rest}{zone}"))
}

/// The parts of `01-Jan-04`, or the word itself.
fn hyphened(word: &str) -> Vec<&str> {
    let parts: Vec<&str> = word.split('-').collect();
    if parts.len() == 3 && parts.get(1).is_some_and(|m| month(m).is_some()) { parts } else { vec![word] }
}

fn number(word: &str) -> Option<u32> {
    digits(word, 1, 2).filter(|(_, rest)| rest.is_empty()).map(|(n, _)| n)
}

/// Two digits are of the years 1969 to 2068 (POSIX), as RFC 2822 has it for the later ones.
fn year(word: &str) -> Option<i16> {
    let n: i16 = word.parse().ok().filter(|_| word.bytes().all(|b| b.is_ascii_digit()))?;
    match word.len() {
        4 => Some(n),
        2 if n >= 69 => Some(1900 + n),
        2 => Some(2000 + n),
        _ => None,
    }
}

/// The months of e-mail are English in every language (RFC 5322).
fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let head = word.get(..3)?.to_ascii_lowercase();
    let found = MONTHS.iter().position(|name| *name == head)?;
    word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.').then_some(i8::try_from(found).ok()? + 1)
}

/// As many digits as there are, from `least` to `most`, and what follows.
fn digits(words: &str, least: usize, most: usize) -> Option<(u32, &str)> {
    let len = words.bytes().take(most).take_while(u8::is_ascii_digit).count();
    if len < least {
        return None;
    }
    let (number, rest) = words.split_at_checked(len)?;
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(words: &str) -> String {
        let mut liberties = Liberties::new();
        let when = read(words, "", &mut liberties);
        let took: Vec<String> = liberties.list.iter().map(|l| format!(" {:?}", l.took)).collect();
        format!("{}{}", when.map_or("-".into(), |w| w.to_string()), took.concat())
    }

    #[test]
    fn times_are_read_however_they_are_written() {
        for (words, is) in [
            ("2026-11-22T10:31:00Z", "2026-11-22T10:31:00Z"),
            ("2026-11-22T10:31:00+02:00", "2026-11-22T08:31:00Z"),
            ("2026-11-22T10:31:00", "2026-11-22T10:31:00Z NoZone"),
            ("2026-11-22 10:31", "2026-11-22T10:31:00Z NoZone"),
            ("20261122T103100Z", "2026-11-22T10:31:00Z"),
            ("20261122T103100+0100", "2026-11-22T09:31:00Z"),
            ("20261122T1031", "2026-11-22T10:31:00Z NoZone"),
            ("20261122", "2026-11-22 Time"),
            ("2026-11", "2026-11"),
            ("2026", "2026"),
            ("2003-335", "2003-12-01 Time"),
            ("2018-10-12T06:42:04Z ", "2018-10-12T06:42:04Z"),
            ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z Time"),
            ("Thu, 1 Jan 04 19:48 EST", "2004-01-02T00:48:00Z Time"),
            ("Thursday, 01-Jan-04 19:48:21 GMT", "2004-01-01T19:48:21Z Time"),
            ("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z NoZone"),
            ("Thu, 01 Jan 2004 19:48:21 -0330", "2004-01-01T23:18:21Z Time"),
            ("Thu, 31 Dec 2003 24:00:00 GMT", "2004-01-01T00:00:00Z Time"),
            ("yesterday", "- Value"),
            ("2026-02-30T10:00:00Z", "- Value"),
            ("", "-"),
        ] {
            assert_eq!(told(words), is, "{words}");
        }
    }

    proptest! {
        #[test]
        fn no_words_make_the_reader_panic(words in "\\PC{0,40}") {
            told(&words);
        }

        #[test]
        fn nothing_like_a_time_makes_the_reader_panic(words in "[0-9TZ:+. -]{0,30}( (Jan|GMT|PST|[+-][0-9]{1,6}))?") {
            told(&words);
        }

        #[test]
        fn any_moment_is_read_back(when in story::item::arbitrary::when()) {
            let mut liberties = Liberties::new();
            prop_assert_eq!(read(&when.to_string(), "", &mut liberties), Some(when));
            prop_assert!(liberties.is_empty());
        }
    }
}
