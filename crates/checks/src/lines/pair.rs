//! `check-pair`: a translation against its source.

use super::{BadLine, fits, profile, text};
use crate::{Copy, HouseStyle, Material, Side, pair as pairs};
use lang::Languages;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Asked {
    id: serde_json::Value,
    src_lang: String,
    tgt_lang: String,
    src: String,
    tgt: String,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    alarms: Vec<Alarm>,
}

#[derive(Serialize)]
struct Alarm {
    kind: String,
    side: &'static str,
    text: String,
}

/// Answers one line `{"id","src_lang","tgt_lang","src","tgt"}` with `{"id","alarms":[{"kind","side","text"}]}`.
///
/// # Errors
/// [`BadLine`] says what is wrong with the line.
pub fn pair(line: &str, languages: &Languages) -> Result<String, BadLine> {
    fits(line)?;
    let asked: Asked = serde_json::from_str(line)?;
    let (source, target) = (profile(languages, &asked.src_lang)?, profile(languages, &asked.tgt_lang)?);
    let (from, to) = (text("", &asked.src), text("", &asked.tgt));
    let style = HouseStyle::default();
    let read =
        |text, profile| Copy::new(&Material { text, profile, languages, date: None, asides: &[], style: &style });
    let found = pairs::compare(&read(&from, &source).as_source(), &read(&to, &target));
    let alarm = |finding: crate::Finding| {
        let place = finding.places.first();
        let side = if place.is_some_and(|p| p.side == Side::Source) { "src" } else { "tgt" };
        Alarm { kind: finding.kind.into_owned(), side, text: place.map(|p| p.words.clone()).unwrap_or_default() }
    };
    let alarms = found.into_iter().filter(|finding| finding.level > crate::Level::Note).map(alarm).collect();
    Ok(serde_json::to_string(&Answer { id: asked.id, alarms })?)
}
