//! The rule `furniture`: what is no part of the copy and stands in it, and what was taken off it when it was read.

mod asides;
mod entities;
mod links;
mod notes;
mod page;
mod placeholders;
#[cfg(test)]
mod tests;
mod tokens;

pub use page::PAGE;

use crate::{Copy, Finding, Level, Message, Rule, copy::Passage};
use lang::Word;
use std::ops::Range;

/// The most findings of one kind in one passage.
const MOST: usize = 8;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    asides::find(copy, findings);
    for passage in &copy.passages {
        let mut warn = |kind, word, at: Range<usize>, becomes: Option<String>| {
            findings.push(finding(copy, passage, kind, word, at, becomes));
        };
        for at in tokens::tokens(&passage.text).into_iter().take(MOST) {
            warn("token", Word::FurnitureToken, at, None);
        }
        for at in placeholders::placeholders(&passage.text).into_iter().take(MOST) {
            warn("placeholder", Word::FurniturePlaceholder, at, None);
        }
        // What could not be read at all stands as this sign.
        for (at, lost) in passage.text.match_indices('\u{fffd}').take(MOST) {
            warn("entity", Word::FurnitureSpoilt, at..at + lost.len(), None);
        }
        for entity in entities::entities(&passage.text).into_iter().take(MOST) {
            warn("entity", entity.word, entity.at, entity.becomes);
        }
        for mend in passage.spoilt().iter().take(MOST) {
            let was = Some(mend.was.clone()).filter(|was| !was.is_empty());
            warn("entity", Word::FurnitureSpoilt, mend.part.clone(), was);
        }
        for at in links::tracking(&passage.text).into_iter().take(MOST) {
            warn("tracking", Word::LeftTracking, at, None);
        }
        for at in notes::desk_notes(passage, copy.profile()).into_iter().take(MOST) {
            warn("desk", Word::FurnitureDesk, at, None);
        }
        for at in notes::also_read(passage, copy.profile()).into_iter().take(MOST) {
            warn("also", Word::FurnitureAlso, at, None);
        }
    }
    links::in_runs(copy, findings);
}

fn finding(
    copy: &Copy<'_>,
    passage: &Passage,
    kind: &'static str,
    word: Word,
    at: Range<usize>,
    becomes: Option<String>,
) -> Finding {
    let places = vec![copy.place(passage, at)];
    let finding = Finding::new(Rule::Furniture, kind, Level::Warn, Message::plain(word), places);
    match becomes {
        Some(becomes) => finding.with_fix(becomes),
        None => finding,
    }
}
