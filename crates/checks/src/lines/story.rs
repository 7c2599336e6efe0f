//! `check-story`: one text.

use super::{BadLine, fits, profile, text};
use crate::{HouseStyle, Level, Material, check};
use lang::Languages;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Asked {
    id: serde_json::Value,
    lang: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    dateline: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    alarms: Vec<Alarm>,
}

#[derive(Serialize)]
struct Alarm {
    kind: String,
    level: Level,
    text: String,
    says: String,
}

/// Answers one line `{"id","lang","title","dateline":"YYYY-MM-DD","text"}` with
/// `{"id","alarms":[{"kind","level","text","says"}]}`: what is found at `stop` and `warn`.
///
/// # Errors
/// [`BadLine`] says what is wrong with the line.
pub fn story(line: &str, languages: &Languages) -> Result<String, BadLine> {
    fits(line)?;
    let asked: Asked = serde_json::from_str(line)?;
    let profile = profile(languages, &asked.lang)?;
    let (text, style) = (text(&asked.title, &asked.text), HouseStyle::default());
    let date = asked.dateline.as_deref().and_then(|date| date.parse().ok());
    let found = check(&Material { text: &text, profile: &profile, languages, date, asides: &[], style: &style });
    // A line has neither dateline nor byline: that they are missing says nothing of the copy.
    let bare = |finding: &crate::Finding| finding.places.iter().all(|place| place.words.is_empty());
    let alarm = |finding: crate::Finding| Alarm {
        level: finding.level,
        text: finding.places.first().map(|place| place.words.clone()).unwrap_or_default(),
        says: finding.message.printed(&profile),
        kind: finding.kind.into_owned(),
    };
    let heard = found.into_iter().filter(|finding| finding.level > Level::Note && !bare(finding));
    Ok(serde_json::to_string(&Answer { id: asked.id, alarms: heard.map(alarm).collect() })?)
}
