//! The log.

use super::{Look, paint, time};
use story::Entry;

/// Entries, a line each.
pub fn words(entries: &[Entry], look: &Look) -> String {
    entries.iter().map(|entry| line(entry, look)).collect()
}

fn line(entry: &Entry, look: &Look) -> String {
    let at = paint::faint(&time::show(entry.at, &look.zone));
    let act = if entry.of > 1 { format!("  one act of {}", entry.of) } else { String::new() };
    let hash: String = entry.hash().to_string().chars().take(12).collect();
    format!(
        "{:>7}  {at}  {:<10}  {}  {} release {}, revision {}  {}{act}\n",
        entry.n,
        entry.kind.as_str(),
        entry.story,
        entry.lang,
        entry.release,
        entry.revision,
        paint::faint(&hash)
    )
}
