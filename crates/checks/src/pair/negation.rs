//! Negation: what one text denies and the other does not.
//!
//! Languages deny in many ways: "unable", "fails to", "without", "far from". So it is told only where one side says
//! plainly "not", once, and the other has nothing at all that may stand for it: no "not" and none of the many words
//! that another language puts as one. Whoever translates may well put "is far" as "is not near", and rarely the other
//! way round: a denial that is lost is a warning, one that is gained a note.

use super::{
    align::Sentence,
    told::{Sides, Spot, of_group},
};
use crate::{Copy, Finding, Level, Message, Rule};
use lang::Word;
use std::ops::Range;

/// Adds what it finds.
pub(super) fn find(sides: &Sides<'_>, findings: &mut Vec<Finding>) {
    for group in &sides.alignment.groups {
        let one = Side { copy: sides.source, sentences: &sides.alignment.source, some: &group.source };
        let two = Side { copy: sides.translation, sentences: &sides.alignment.translation, some: &group.translation };
        let (Some(first), Some(second)) = (one.all(), two.all()) else { continue };
        let (lost, gained) = (one.denials(), two.denials());
        let (word, level, places) = match (lost.as_slice(), gained.as_slice()) {
            ([denial], []) if !two.turns() => {
                (Word::TranslationNegationLost, Level::Warn, [sides.in_translation(&second), sides.in_source(denial)])
            }
            ([], [denial]) if !one.turns() => {
                (Word::TranslationNegationGained, Level::Note, [sides.in_translation(denial), sides.in_source(&first)])
            }
            _ => continue,
        };
        let places = places.into_iter().flatten().collect();
        findings.push(Finding::new(Rule::Translation, "negation", level, Message::plain(word), places));
    }
}

/// The sentences of a group in one text.
#[derive(Clone, Copy)]
struct Side<'a> {
    copy: &'a Copy<'a>,
    sentences: &'a [Sentence],
    some: &'a Range<usize>,
}

impl<'a> Side<'a> {
    /// The first of them.
    fn all(self) -> Option<Spot> {
        let first = self.sentences.get(self.some.clone())?.first()?;
        Some(Spot { passage: first.passage, at: first.at.clone() })
    }

    fn texts(self) -> impl Iterator<Item = (&'a Sentence, &'a str)> {
        of_group(self.copy, self.sentences, self.some)
            .filter_map(|(sentence, passage)| Some((sentence, passage.text.get(sentence.at.clone())?)))
    }

    /// Where they deny. A denial within a longer turn ("not only", "not least") denies nothing.
    fn denials(self) -> Vec<Spot> {
        let negation = &self.copy.profile().usage().negation;
        let mut out = Vec::new();
        for (sentence, text) in self.texts() {
            let denials = negation.denies.find(text);
            if denials.is_empty() {
                continue;
            }
            let turns = negation.turns.find(text);
            let free = |at: &&Range<usize>| !turns.iter().any(|turn| within(at, turn) && turn.len() > at.len());
            out.extend(denials.iter().filter(free).map(|at| Spot {
                passage: sentence.passage,
                at: at.start + sentence.at.start..at.end + sentence.at.start,
            }));
        }
        out
    }

    /// Whether anything in them may stand for a denial, or turn one round.
    fn turns(self) -> bool {
        let negation = &self.copy.profile().usage().negation;
        self.texts().any(|(_, text)| !negation.turns.find(text).is_empty() || !negation.denies.find(text).is_empty())
    }
}

/// Whether one place lies in another.
fn within(at: &Range<usize>, other: &Range<usize>) -> bool {
    other.start <= at.start && at.end <= other.end
}
