//! The data beside the project: tests on it are skipped where it is not there, and fail where it is promised.

use std::{io::Write, path::PathBuf};

/// A folder of the shared data, or nothing after having said that the test is skipped.
///
/// # Panics
/// When `DATELINE_SHARED` names a place where it is not.
pub fn shared(test: &str, part: &str) -> Option<PathBuf> {
    let promised = std::env::var_os("DATELINE_SHARED");
    let root = promised
        .clone()
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")), PathBuf::from);
    let place = root.join(part);
    if place.exists() {
        return Some(place);
    }
    assert!(promised.is_none(), "DATELINE_SHARED promises {}, which is not there", place.display());
    skip(test, &format!("{part} of the shared data is not here"));
    None
}

/// Says that a test is skipped, and why; `./test` lists it at its end.
pub fn skip(test: &str, why: &str) {
    eprintln!("skipped: {test}: {why}");
    if let Some(list) = std::env::var_os("DATELINE_SKIPPED")
        && let Ok(mut list) = std::fs::OpenOptions::new().append(true).create(true).open(list)
    {
        let _ = writeln!(list, "{test}: {why}");
    }
}
