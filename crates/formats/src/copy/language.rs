//! The language of the copy.

use super::House;
use super::lines::Sheet;
use super::reading::Note;
use story::Tag;

/// How much of the copy is looked at, in bytes.
const SAMPLE: usize = 4 * 1024;

/// The language of the copy, whether that is sure, and what has to be said about it.
pub(super) fn of(sheet: &Sheet, house: &House<'_>) -> (Tag, bool, Option<Note>) {
    let mut text = String::new();
    // Long lines are copy; what stands around it may be in any language.
    let mut lines: Vec<usize> = sheet.copy().collect();
    lines.sort_by_key(|&line| std::cmp::Reverse(sheet.words(line).len()));
    for line in lines {
        if text.len() > SAMPLE {
            break;
        }
        text.push_str(sheet.words(line));
        text.push('\n');
    }
    let (tag, sure) = identify(&text, house);
    match house.lang {
        Some(given) => {
            let other = sure && tag != Tag::unknown() && tag.language() != given.language();
            let note = other.then(|| Note::OtherLanguage { given: given.clone(), looks: tag });
            (given.clone(), true, note)
        }
        None => {
            let note = (tag == Tag::unknown()).then_some(Note::UnknownLanguage);
            (tag, sure, note)
        }
    }
}

/// The language whose words and script a text shares most; `und` when it shares nothing.
fn identify(text: &str, house: &House<'_>) -> (Tag, bool) {
    let words: Vec<String> = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
    let score = |profile: &lang::Profile| {
        let toml = format!("{:?}", profile.copy()).to_lowercase();
        let known: std::collections::HashSet<&str> =
            toml.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() > 1).collect();
        words.iter().filter(|word| known.contains(word.as_str())).count()
            + text.chars().filter(|c| super::words::is_wide(*c) && toml.contains(*c)).count()
    };
    let best = house.languages.iter().map(|profile| (score(profile), profile.tag().clone())).max_by_key(|(n, _)| *n);
    best.filter(|(n, _)| *n > 0).map_or((Tag::unknown(), false), |(_, tag)| (tag, false))
}
