//! HTML entities, tags, and letters read in the wrong charset; twin: a sentence with harmless marks.

use super::{Language, Pair, between, mojibake, words};
use crate::faults::{chance::Chance, stories::Story};

const ENTITIES: [&str; 12] = [
    "&amp;", "&nbsp;", "&quot;", "&#39;", "&#8217;", "&#x2019;", "&mdash;", "&rsquo;", "&ldquo;", "&hellip;", "&lt;",
    "&#160;",
];

pub fn pair(story: &Story, chance: &mut Chance, language: &Language) -> Option<Pair> {
    let at = chance.below(story.lines.len());
    let line = story.lines.get(at)?;
    let spaces: Vec<usize> = line.match_indices(' ').map(|(at, _)| at).collect();
    let cut = chance.one(&spaces).copied().unwrap_or(0);
    let (before, after) = line.split_at(cut);
    let (wrong, shown) = match chance.below(3) {
        0 => {
            let entity = *chance.one(&ENTITIES)?;
            // In place of the space between two words, or beside it.
            let gap = if chance.once_in(2) { entity.to_owned() } else { format!(" {entity}") };
            (format!("{before}{gap}{after}"), entity.to_owned())
        }
        1 => tagged(line, before, after, chance),
        _ => garbled(line, chance)?,
    };
    let mut fault = story.clone();
    *fault.lines.get_mut(at)? = wrong;
    let twin = story.with(chance.one(&language.phrases.marks_rightly)?, between(story, 0, chance), chance.once_in(2));
    Some(Pair { fault, twin, shown, phrase: None })
}

fn tagged(line: &str, before: &str, after: &str, chance: &mut Chance) -> (String, String) {
    let shown = match chance.below(7) {
        0 => return (format!("<p>{line}</p>"), "<p>".into()),
        1 => return (format!("{before} <b>{}</b>", after.trim()), "<b>".into()),
        2 => return (format!("{before} <a href=\"https://example.org/news\">{}</a>", after.trim()), "<a>".into()),
        3 => "<br>",
        4 => "<br />",
        5 => "</span>",
        _ => "<!-- more -->",
    };
    (format!("{before} {shown}{after}"), shown.into())
}

/// A word whose letters were read in another charset; a line of ASCII gets a dash or an apostrophe that was.
fn garbled(line: &str, chance: &mut Chance) -> Option<(String, String)> {
    let fit: Vec<(usize, &str)> =
        words(line).into_iter().filter(|(_, word)| !word.is_ascii() && word.chars().count() >= 2).collect();
    if let Some((from, word)) = chance.one(&fit).copied() {
        let cyrillic = word.chars().any(|c| ('\u{400}'..'\u{460}').contains(&c));
        let garbled = if cyrillic && chance.once_in(2) { mojibake::cyrillic(word) } else { mojibake::western(word) };
        let (before, after) = (line.get(..from)?, line.get(from + word.len()..)?);
        return Some((format!("{before}{garbled}{after}"), garbled));
    }
    let (old, new) = [("'", "’"), (" - ", " — "), ("\"", "“")]
        .into_iter()
        .find(|(old, _)| line.contains(old))
        .unwrap_or((", ", "… "));
    let garbled = mojibake::western(new.trim_matches(' '));
    line.contains(old).then(|| (line.replacen(old, &mojibake::western(new), 1), garbled))
}
