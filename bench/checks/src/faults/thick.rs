//! Text of nothing but the phrases, all of them right: what the checks have most to do with.

use super::{chance::Chance, fill::fill, phrases, told};
use anyhow::{Result, anyhow};
use jiff::civil::{Date, date};

const DATELINE: Date = date(2024, 5, 14);

/// A line for `check-story` of so many words (of Chinese: twice as many characters), or of so many bytes.
///
/// # Errors
/// When the language's phrases are not there, or one has a gap that nothing fills.
pub fn line(lang: &str, key: &str, words: Option<usize>, bytes: usize) -> Result<String> {
    let phrases = phrases::of(lang)?;
    let told: Vec<(&str, &String)> = told::KINDS
        .iter()
        .flat_map(|kind| phrases.told.get(*kind).into_iter().flatten().map(move |p| (*kind, p)))
        .collect();
    let mut chance = Chance::of(format!("{lang}/{key}"));
    let (mut text, mut counted) = (String::new(), 0);
    while words.map_or(text.len() < bytes, |words| counted < words) {
        let Some((kind, phrase)) = chance.one(&told) else { break };
        let (right, _) = told::drawn(kind, phrase, DATELINE, &mut chance, &phrases);
        let sentence = match chance.below(4) {
            0 => chance.one(&phrases.quoted).cloned().unwrap_or_default(),
            _ => fill(phrase, &right, &phrases, false).map_err(|why| anyhow!("{lang}: {why}"))?,
        };
        counted += if sentence.contains(' ') { sentence.split(' ').count() } else { sentence.chars().count() / 2 };
        text.push_str(&sentence);
        text.push(if chance.once_in(3) { '\n' } else { ' ' });
    }
    Ok(serde_json::json!({ "id": key, "lang": lang, "title": "", "dateline": DATELINE.to_string(), "text": text })
        .to_string())
}
