//! Moments: as they are shown, and as a person writes them on the command line.

use crate::fault::{Fault, Result};
use jiff::{Span, Timestamp, civil, tz::TimeZone};

/// A moment, to the second, with its offset: `2026-11-22 18:30:05 +04:00`.
pub fn show(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S %:z").to_string()
}

/// How moments may be written, for help and errors.
pub const FORMS: &str = "2026-11-22T14:30:00Z, \"2026-11-22 18:30\" (your time zone), or \"+90m\" from now";

/// Reads a moment.
///
/// # Errors
/// Says how one is written.
pub fn read(word: &str, now: Timestamp, zone: &TimeZone) -> Result<Timestamp> {
    let word = word.trim();
    let bad = || Fault::usage(format!("{word:?} is no moment")).help(format!("write {FORMS}"));
    if let Some(later) = word.strip_prefix('+') {
        let span: Span = later.parse().map_err(|_| bad())?;
        return now.to_zoned(zone.clone()).checked_add(span).map(|at| at.timestamp()).map_err(|_| bad());
    }
    if let Ok(at) = word.parse::<Timestamp>() {
        return Ok(at);
    }
    let at: civil::DateTime = word.parse().map_err(|_| bad())?;
    // A day alone is read by the parser as its midnight, which nobody means who leaves the hour out.
    if !word.contains(':') {
        return Err(bad());
    }
    at.to_zoned(zone.clone()).map(|at| at.timestamp()).map_err(|_| bad())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(word: &str) -> Timestamp {
        word.parse().expect("a moment")
    }

    #[test]
    fn a_moment_is_read_in_each_of_its_forms() {
        let (now, zone) = (at("2026-11-22T14:00:00Z"), TimeZone::fixed(jiff::tz::offset(4)));
        for (word, is) in [
            ("2026-11-22T14:30:00Z", "2026-11-22T14:30:00Z"),
            ("2026-11-22 18:30", "2026-11-22T14:30:00Z"),
            ("2026-11-22T18:30", "2026-11-22T14:30:00Z"),
            ("+90m", "2026-11-22T15:30:00Z"),
            ("+1h30m", "2026-11-22T15:30:00Z"),
            ("+2 days", "2026-11-24T14:00:00Z"),
        ] {
            assert_eq!(read(word, now, &zone), Ok(at(is)), "{word}");
        }
        for word in ["", "soon", "18:30", "2026-11-22", "+", "+x", "2026-13-01 10:00"] {
            assert!(read(word, now, &zone).is_err(), "{word}");
        }
    }

    #[test]
    fn a_moment_is_shown_with_its_offset() {
        let zone = TimeZone::fixed(jiff::tz::offset(5));
        assert_eq!(show(at("2026-11-22T14:30:05Z"), &zone), "2026-11-22 19:30:05 +05:00");
    }
}
