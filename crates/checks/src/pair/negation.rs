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
use crate::{Copy, Finding, Level, Message, Rule, copy::Role};
use lang::{Word, wordlist::Words};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// The words of a long sentence.
const LONG: usize = 30;
/// How far behind a denial a turn is of the same verb, in characters.
const NEAR: usize = 12;

/// Adds what it finds.
pub(super) fn find(sides: &Sides<'_>, findings: &mut Vec<Finding>) {
    for group in &sides.alignment.groups {
        let one = Side { copy: sides.source, sentences: &sides.alignment.source, some: &group.source };
        let two = Side { copy: sides.translation, sentences: &sides.alignment.translation, some: &group.translation };
        let (Some(first), Some(second)) = (one.only(), two.only()) else { continue };
        let (lost, gained) = (one.denials(), two.denials());
        let (word, level, places) = match (lost.as_slice(), gained.as_slice()) {
            ([denial], []) if !two.turns() => {
                let level = if one.is_long() { Level::Note } else { Level::Warn };
                (Word::TranslationNegationLost, level, [sides.in_translation(&second), sides.in_source(denial)])
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
    /// Their only sentence, unless it asks or is a headline: those put things as they like.
    fn only(self) -> Option<Spot> {
        let [sentence] = self.sentences.get(self.some.clone())? else { return None };
        let passage = self.copy.passages.get(sentence.passage)?;
        let asks = passage.text.get(sentence.at.clone())?.contains(['?', '？', '؟']);
        (!asks && passage.role != Role::Headline).then(|| Spot { passage: sentence.passage, at: sentence.at.clone() })
    }

    /// Whether a sentence has so much in it that a denial may have gone into other words.
    fn is_long(self) -> bool {
        self.texts().any(|(_, text)| text.unicode_words().nth(LONG).is_some())
    }

    fn texts(self) -> impl Iterator<Item = (&'a Sentence, &'a str)> {
        of_group(self.copy, self.sentences, self.some)
            .filter_map(|(sentence, passage)| Some((sentence, passage.text.get(sentence.at.clone())?)))
    }

    /// Where they deny. A denial within a longer turn ("not only", "not least") denies nothing, nor does one right before
    /// a turn ("did not stop").
    fn denials(self) -> Vec<Spot> {
        let negation = &self.copy.profile().usage().negation;
        let mut out = Vec::new();
        for (sentence, text) in self.texts() {
            let words = Words::of(text);
            let denials = negation.denies.find_in(&words);
            if denials.is_empty() {
                continue;
            }
            let turns = negation.turns.find_in(&words);
            let near = |at: &Range<usize>, turn: &Range<usize>| {
                text.get(at.end..turn.start).is_some_and(|between| between.chars().count() <= NEAR)
            };
            let turned =
                |at: &Range<usize>, turn: &Range<usize>| within(at, turn) && turn.len() > at.len() || near(at, turn);
            let free = |at: &&Range<usize>| !turns.iter().any(|turn| turned(at, turn));
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
        self.texts().any(|(_, text)| {
            let words = Words::of(text);
            !negation.turns.find_in(&words).is_empty() || !negation.denies.find_in(&words).is_empty()
        })
    }
}

/// Whether one place lies in another.
fn within(at: &Range<usize>, other: &Range<usize>) -> bool {
    other.start <= at.start && at.end <= other.end
}
