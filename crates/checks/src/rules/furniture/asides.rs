//! What was taken off the copy when it was read.

use crate::{
    Copy, Finding, Level, Message, Part, Place, Rule,
    copy::{Aside, Off},
};
use lang::Word;

/// What was taken off, with the kind of its finding, its level and what is said of it.
const SORTS: [(Off, &str, Level, Word); 6] = [
    (Off::Token, "token", Level::Warn, Word::FurnitureToken),
    (Off::Tracking, "tracking", Level::Note, Word::LeftTracking),
    (Off::Markup, "entity", Level::Note, Word::LeftMarkup),
    (Off::DeskNote, "desk", Level::Note, Word::FurnitureDesk),
    (Off::Embargo, "embargo", Level::Stop, Word::FurnitureEmbargo),
    (Off::Mojibake, "entity", Level::Note, Word::FurnitureSpoilt),
];

/// The most places of one finding, and the most characters that are shown of one.
const MOST: usize = 20;
const LONGEST: usize = 200;

/// One finding for each sort, with all its places.
pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    for (what, kind, level, word) in SORTS {
        let all = copy.material.asides.iter().filter(|aside| aside.what == what);
        let places: Vec<Place> = all.take(MOST).map(|aside| place(copy, aside)).collect();
        if !places.is_empty() {
            findings.push(Finding::new(Rule::Furniture, kind, level, Message::plain(word), places));
        }
    }
}

fn place(copy: &Copy<'_>, aside: &Aside) -> Place {
    let words: String = aside.words.trim().chars().take(LONGEST).collect();
    Place { side: copy.side, part: Part::Input, at: aside.at.clone(), sentence: words.clone(), words, says: None }
}
