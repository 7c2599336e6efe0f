//! The language of the copy.

use super::House;
use super::lines::Sheet;
use super::reading::Note;
use story::Tag;

/// How much of the copy is looked at, in bytes.
const SAMPLE: usize = 4 * 1024;

/// From here on an answer counts as certain: one in a hundred may be wrong.
const SURE: f32 = 0.99;

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

/// The language that a text looks like, under the tag that the house has for it.
fn identify(text: &str, house: &House<'_>) -> (Tag, bool) {
    let found = lang::identify(text);
    let own = house.languages.tags().find(|tag| tag.language() == found.tag.language());
    (own.unwrap_or(&found.tag).clone(), found.sure >= SURE)
}
