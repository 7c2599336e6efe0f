//! The reader as a whole, on invented copy.

mod languages;
mod pages;
mod properties;
mod sample;
mod shapes;

use super::*;
use std::fmt::Write;

/// Reads copy for a house of all built-in languages.
fn read_as(bytes: &[u8], lang: Option<&str>) -> Result<Reading, Unreadable> {
    let lang = lang.map(|tag| tag.parse().expect("a tag"));
    let taglines = ["Kites and Tides, a wire for the whole coast".to_owned()];
    let house = House { languages: Languages::built_in(), lang: lang.as_ref(), taglines: &taglines, agency: "GNP" };
    read(bytes, &house)
}

/// What was understood, for a snapshot: the text tree, then what stands around it.
fn shown(reading: &Reading) -> String {
    let mut out = String::new();
    let text = &reading.text;
    let _ = writeln!(out, "{} {}", reading.lang, reading.charset);
    let _ = writeln!(out, "headline: {}", text.headline.plain());
    if let Some(deck) = &text.deck {
        let _ = writeln!(out, "deck: {}", deck.plain());
    }
    if let Some(byline) = &text.byline {
        let _ = writeln!(out, "byline: {byline}");
    }
    if let Some(dateline) = &text.dateline {
        let _ = writeln!(out, "dateline: {}", serde_json::to_string(dateline).expect("JSON"));
    }
    for block in &text.body {
        let _ = writeln!(out, "{}: {}", block.name(), block.plain().replace('\n', " / "));
    }
    if let Some(embargo) = &reading.embargo {
        let _ = writeln!(out, "embargo: {embargo}");
    }
    for note in &reading.desk_notes {
        let _ = writeln!(out, "desk: {note}");
    }
    for aside in &reading.furniture {
        let _ = writeln!(out, "off: {}: {}", aside.kind, aside.words);
    }
    for note in &reading.notes {
        let _ = writeln!(out, "note: {note}");
    }
    out
}

/// Fails unless the pieces tile the input.
fn assert_tiled(reading: &Reading, len: usize) {
    let mut at = 0;
    for piece in &reading.pieces {
        assert_eq!(piece.range.start, at, "pieces adjoin");
        assert!(piece.range.end > at, "no piece is empty");
        at = piece.range.end;
    }
    assert_eq!(at, len, "the last piece ends where the input ends");
}
