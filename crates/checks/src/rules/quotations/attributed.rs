//! Whether somebody is said to say it.

use super::marks::is_dash;
use lang::{Profile, language::Count};
use std::ops::Range;

/// How far behind a comma or dash the word stands that says so, in characters: ", the mayor of the town said".
const FARTHEST: usize = 40;
/// The same where no spaces stand between words.
const FARTHEST_WITHOUT_SPACES: usize = 12;
/// Whether a clause of the text says who says it.
pub(super) fn is_attributed_within(text: &str, profile: &Profile) -> bool {
    text.split(parts).skip(1).any(|clause| says_near(clause, profile))
}

/// The same of the words between a quotation and the one within it. Those that lead to the inner one do not count:
/// "people said: «".
pub(super) fn is_attributed_before(text: &str, profile: &Profile) -> bool {
    let Some(cut) = text.rfind(parts) else { return false };
    let (before, last) = text.split_at(cut);
    let leads = |clause: &str| {
        let clause = clause.trim_end().trim_end_matches(':').trim_end();
        let said = profile.usage().quotations.says.find(clause);
        said.last().is_some_and(|at| at.end == clause.len())
    };
    let mut chars = last.chars();
    let behind_dash = chars.next().is_some_and(is_dash);
    is_attributed_within(before, profile)
        || says_near(chars.as_str(), profile) && (behind_dash || !leads(chars.as_str()))
}

fn says_near(clause: &str, profile: &Profile) -> bool {
    let near = clause.char_indices().nth(farthest(profile)).map_or(clause.len(), |(at, _)| at);
    let head = clause.get(..near).unwrap_or_default();
    !profile.usage().quotations.says.find(head).is_empty()
}

/// Whether somebody speaks behind the mark at this place: it opens the passage, or stands behind a colon, a comma or a
/// word that says so; and a sentence begins behind it.
pub(super) fn opens_speech(text: &str, mark: &Range<usize>, profile: &Profile) -> bool {
    let behind = text.get(mark.end..).unwrap_or_default().trim_start();
    if behind.chars().find(|c| lang::letter::is_alphanumeric(*c)).is_none_or(lang::letter::is_lowercase) {
        return false;
    }
    let before = text.get(..mark.start).unwrap_or_default().trim_end();
    let Some(last) = before.chars().next_back() else { return true };
    let near = before.char_indices().rev().nth(farthest(profile)).map_or(0, |(at, _)| at);
    let head = before.get(near..).unwrap_or_default();
    !lang::letter::is_alphanumeric(last) && !"([«“".contains(last)
        || profile.usage().quotations.says.find(head).last().is_some_and(|at| at.end == head.len())
}

fn farthest(profile: &Profile) -> usize {
    match profile.language().count {
        Count::Words => FARTHEST,
        Count::Characters => FARTHEST_WITHOUT_SPACES,
    }
}

/// What parts a quotation from who says it.
fn parts(c: char) -> bool {
    matches!(c, ',' | '،' | '，' | '!' | '?' | '！' | '？' | '؟') || is_dash(c) && c != '-'
}
