//! Times as boxes hold them: `2026-11-22T18:30`, in the zone of the desk.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// The moment that a box names; none when it is no time.
pub(super) fn read(typed: &str, zone: &TimeZone) -> Option<Timestamp> {
    let typed = typed.trim();
    if let Ok(at) = typed.parse::<Timestamp>() {
        return Some(at);
    }
    let civil: DateTime = typed.parse().ok()?;
    Some(civil.to_zoned(zone.clone()).ok()?.timestamp())
}

/// A moment as a box holds it.
pub(super) fn write(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_read_in_the_zone_of_the_desk() {
        let baku = TimeZone::fixed(jiff::tz::offset(4));
        let at = read("2026-11-22T18:30", &baku).expect("a time");
        assert_eq!(at.to_string(), "2026-11-22T14:30:00Z");
        assert_eq!(write(at, &baku), "2026-11-22T18:30");
        assert_eq!(read("2026-11-22 18:30", &baku), Some(at));
        assert_eq!(read("2026-11-22T14:30:00Z", &baku), Some(at));
        for no_time in ["", "tomorrow", "18:30", "2026-13-01T00:00"] {
            assert_eq!(read(no_time, &baku), None, "{no_time}");
        }
    }
}
