//! What was understood of a wire file, and what another format could not carry.

use super::{count, paint};
use formats::{Format, Reading, Refused};

/// What a file was read as, and every liberty that was taken with it.
pub fn reading(name: &str, reading: &Reading) -> String {
    let version = if reading.version.is_empty() { String::new() } else { format!(" {}", reading.version) };
    let items = count(reading.items.len(), "item", "items");
    let mut out = format!("{name}: {}{version}, {items}\n", reading.format);
    for liberty in &reading.liberties.list {
        out.push_str(&format!("  {}\n", paint::yellow(&liberty.to_string())));
    }
    if reading.liberties.more > 0 {
        out.push_str(&format!("  and {} more\n", reading.liberties.more));
    }
    out
}

/// Why a file was not read, and what to do.
pub fn refused(why: &Refused) -> String {
    why.to_string()
}

/// What a format could not carry.
pub fn left_out(format: Format, members: &[String]) -> String {
    format!("{} has no place for: {}\n", format, members.join(", "))
}
