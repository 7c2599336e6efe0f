//! The rule `attribution`: who says what the agency does not. Nothing here is more than a note.

mod page;
#[cfg(test)]
mod tests;

pub use page::PAGE;

use crate::{
    Copy, Finding, Level, Message, Place, Rule,
    copy::{Passage, Role},
};
use lang::{Word, Wordlist};
use std::ops::Range;

/// The most places of one finding.
const MOST: usize = 8;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    contested(copy, findings);
    sources(copy, findings);
}

/// Terms that the house calls contested, in a paragraph in which nobody says anything: one finding a paragraph.
fn contested(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    for passage in copy.passages.iter().filter(|passage| is_own_voice(passage)) {
        let mut terms = copy.material.style.contested(copy.profile(), &passage.text);
        terms.retain(|at| !passage.is_quoted(at));
        if terms.is_empty() || is_said(copy, passage) {
            continue;
        }
        let places: Vec<Place> = terms.into_iter().take(MOST).map(|at| copy.place(passage, at)).collect();
        let message = Message::plain(Word::AttributionContested);
        findings.push(Finding::new(Rule::Attribution, "contested", Level::Note, message, places));
    }
}

fn is_own_voice(passage: &Passage) -> bool {
    matches!(passage.role, Role::Paragraph | Role::Item)
}

/// Whether somebody says something in the passage, outside what is quoted.
fn is_said(copy: &Copy<'_>, passage: &Passage) -> bool {
    let said = copy.profile().usage().quotations.says.find_in(passage.folded());
    said.iter().any(|at| !passage.is_quoted(at))
}

/// One source that is not named, and several of them further on.
fn sources(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let usage = &copy.profile().usage().sources;
    let Some((one_at, one)) = first(copy, &usage.one) else { return };
    let Some((several_at, several)) = first(copy, &usage.several) else { return };
    // "Sources said", and one of them more: that is no slip.
    if one_at < several_at {
        let message = Message::plain(Word::AttributionSources);
        findings.push(Finding::new(Rule::Attribution, "sources", Level::Note, message, vec![several, one]));
    }
}

/// The first place of one of these phrases, outside what is quoted.
fn first(copy: &Copy<'_>, phrases: &Wordlist) -> Option<((usize, usize), Place)> {
    copy.passages.iter().enumerate().filter(|(_, passage)| passage.role == Role::Paragraph).find_map(|(at, passage)| {
        let free = |range: &Range<usize>| !passage.is_quoted(range);
        let found = phrases.find_in(passage.folded()).into_iter().find(free)?;
        Some(((at, found.start), copy.place(passage, found)))
    })
}
