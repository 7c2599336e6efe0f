//! Which sentences of a translation stand for which of its source.
//!
//! Lengths, paragraphs, and what both texts have in common whatever their languages: figures, values, names by their
//! sound. The cheapest way through both texts is found within a band around the line that rare things draw, so that the
//! time taken grows with the length of the texts and not with its square.

mod band;
#[cfg(test)]
mod tests;
mod traits;
mod way;

use crate::Copy;
use std::ops::Range;

/// A sentence of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Which of [`Copy::passages`].
    pub passage: usize,
    /// Its bytes in that passage.
    pub at: Range<usize>,
}

/// Sentences that say the same. Either side may be empty: what was left out, what was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which of [`Alignment::source`].
    pub source: Range<usize>,
    /// Which of [`Alignment::translation`].
    pub translation: Range<usize>,
}

/// Two texts, sentence by sentence. Groups stand in order and hold every sentence of both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alignment {
    /// The sentences of the source.
    pub source: Vec<Sentence>,
    /// The sentences of the translation.
    pub translation: Vec<Sentence>,
    /// Which belong together.
    pub groups: Vec<Group>,
}

impl Alignment {
    /// Aligns a translation with its source.
    pub fn new(source: &Copy<'_>, translation: &Copy<'_>) -> Self {
        let (one, two) = (traits::read(source), traits::read(translation));
        let groups = match (one.sentences.len(), two.sentences.len()) {
            (0, 0) => Vec::new(),
            (0, _) | (_, 0) => {
                vec![Group { source: 0..one.sentences.len(), translation: 0..two.sentences.len() }]
            }
            _ => way::cheapest(&one, &two, &band::Band::new(&one, &two)),
        };
        Self { source: one.sentences, translation: two.sentences, groups }
    }

    /// The groups, put together so that none ends within a paragraph of both texts: whoever finds nothing in a group may
    /// look in the paragraphs it belongs to.
    pub fn paragraphs(&self) -> Vec<Group> {
        let mut out: Vec<Group> = Vec::new();
        let mut goes_on = false;
        for group in &self.groups {
            match out.last_mut() {
                Some(last) if goes_on => {
                    last.source.end = group.source.end;
                    last.translation.end = group.translation.end;
                }
                _ => out.push(group.clone()),
            }
            goes_on = within(&self.source, group.source.end) || within(&self.translation, group.translation.end);
        }
        out
    }
}

/// Whether the sentence at this place goes on with the paragraph of the one before it.
fn within(sentences: &[Sentence], at: usize) -> bool {
    let passage = |at: usize| sentences.get(at).map(|sentence| sentence.passage);
    at.checked_sub(1).and_then(passage).is_some_and(|before| passage(at) == Some(before))
}
