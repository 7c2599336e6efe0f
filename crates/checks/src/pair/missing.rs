//! Whole paragraphs that the translation leaves out or adds.

use super::{
    align::{Alignment, Sentence},
    told::{Sides, Spot},
};
use crate::{
    Copy, Finding, Level, Message, Rule,
    copy::{Passage, Role},
};
use lang::Word;

/// Texts with fewer paragraphs say nothing of what is missing.
const FEWEST: usize = 3;
/// Shorter paragraphs may have been drawn into the one before them, in letters.
const SHORTEST: usize = 60;

/// Adds what it finds.
pub(super) fn find(source: &Copy<'_>, translation: &Copy<'_>, alignment: &Alignment, findings: &mut Vec<Finding>) {
    let sides = Sides::new(source, translation, alignment);
    if source.passages.len() < FEWEST || translation.passages.len() < FEWEST {
        return;
    }
    let (ones, twos) = (alignment.source.len(), alignment.translation.len());
    let (mut lost, mut added) = (vec![false; ones], vec![false; twos]);
    for group in &alignment.groups {
        let (slots, range) = match (group.source.is_empty(), group.translation.is_empty()) {
            (false, true) => (&mut lost, group.source.clone()),
            (true, false) => (&mut added, group.translation.clone()),
            _ => continue,
        };
        slots.get_mut(range).into_iter().flatten().for_each(|slot| *slot = true);
    }
    for spot in whole(source, &alignment.source, &lost) {
        let place = sides.in_source(&spot);
        let message = Message::plain(Word::TranslationParagraphMissing);
        findings.extend(place.map(|p| Finding::new(Rule::Translation, "missing", Level::Warn, message, vec![p])));
    }
    for spot in whole(translation, &alignment.translation, &added) {
        let place = sides.in_translation(&spot);
        let message = Message::plain(Word::TranslationParagraphAdded);
        findings.extend(place.map(|p| Finding::new(Rule::Translation, "missing", Level::Warn, message, vec![p])));
    }
}

/// The paragraphs all of whose sentences stand alone.
fn whole(copy: &Copy<'_>, sentences: &[Sentence], alone: &[bool]) -> Vec<Spot> {
    let mut all = vec![true; copy.passages.len()];
    for (sentence, alone) in sentences.iter().zip(alone) {
        if let Some(slot) = all.get_mut(sentence.passage).filter(|_| !alone) {
            *slot = false;
        }
    }
    let counts = |passage: &Passage| {
        let running = matches!(passage.role, Role::Paragraph | Role::Quotation);
        running && passage.text.chars().take(SHORTEST).count() == SHORTEST
    };
    let passages = copy.passages.iter().enumerate().zip(all);
    passages
        .filter(|((_, passage), all)| *all && counts(passage) && !passage.sentences.is_empty())
        .map(|((at, passage), _)| Spot { passage: at, at: 0..passage.text.len() })
        .collect()
}
