//! Negation: one text denies what the other does not.
//!
//! Languages deny in many ways ("failed to", "far from", "unable"), so only the plainest case is told: two sentences that
//! stand for one another, one with a single plain negation and the other with nothing that could be one. What translators
//! say positively may well be put as a denial ("rare" is "not often"); the other way round is seldom, and in a short
//! sentence nearly always a slip: that alone is more than a note.

use super::{
    align::{Alignment, Sentence},
    told::{Sides, Spot},
};
use crate::{Copy, Finding, Level, Message, Rule, copy::Role};
use lang::Word;
use std::ops::Range;

/// The most words of a source whose negation is surely lost; longer ones are taken apart and told anew.
const SHORT: usize = 25;

/// Adds what it finds.
pub(super) fn find(source: &Copy<'_>, translation: &Copy<'_>, alignment: &Alignment, findings: &mut Vec<Finding>) {
    let plain = |copy: &Copy<'_>| copy.profile().usage().negation.plain.is_empty();
    if plain(source) || plain(translation) {
        return;
    }
    let sides = Sides::new(source, translation, alignment);
    for group in &alignment.groups {
        let one = Read::new(source, &alignment.source, &group.source);
        let two = Read::new(translation, &alignment.translation, &group.translation);
        let (Some(one), Some(two)) = (one, two) else { continue };
        let (word, from, to, level) = match (one.plain.as_slice(), two.plain.as_slice()) {
            ([at], []) if one.denies(at) && two.affirms() => {
                let level = if source.profile().words_in(one.text) <= SHORT { Level::Warn } else { Level::Note };
                (Word::TranslationNegationLost, one.spot(at), two.spot(&(0..two.text.len())), level)
            }
            ([], [at]) if two.denies(at) && one.affirms() => {
                (Word::TranslationNegationGained, one.spot(&(0..one.text.len())), two.spot(at), Level::Note)
            }
            _ => continue,
        };
        let places: Vec<_> = sides.in_translation(&to).into_iter().chain(sides.in_source(&from)).collect();
        findings.push(Finding::new(Rule::Translation, "negation", level, Message::plain(word), places));
    }
}

/// A sentence that stands alone for one of the other text.
struct Read<'c> {
    copy: &'c Copy<'c>,
    sentence: &'c Sentence,
    text: &'c str,
    /// Where its plain negations stand.
    plain: Vec<Range<usize>>,
}

impl<'c> Read<'c> {
    fn new(copy: &'c Copy<'c>, sentences: &'c [Sentence], some: &Range<usize>) -> Option<Self> {
        let [sentence] = sentences.get(some.clone())? else { return None };
        let passage = copy.passages.get(sentence.passage)?;
        let text = passage.text.get(sentence.at.clone())?;
        // Headlines leave out words; a question denies nothing by its "not".
        if passage.role == Role::Headline || text.contains(['?', '؟', '？']) {
            return None;
        }
        Some(Self { copy, sentence, text, plain: copy.profile().usage().negation.plain.find(text) })
    }

    /// Whether the negation at this place is all that denies anything.
    fn denies(&self, plain: &Range<usize>) -> bool {
        let other = self.copy.profile().usage().negation.other.find(self.text);
        other.iter().all(|at| plain.start <= at.start && at.end <= plain.end)
    }

    /// Whether nothing in it can deny anything.
    fn affirms(&self) -> bool {
        let words = &self.copy.profile().usage().negation;
        words.other.find(self.text).is_empty() && words.may.find(self.text).is_empty()
    }

    fn spot(&self, at: &Range<usize>) -> Spot {
        let from = self.sentence.at.start;
        Spot { passage: self.sentence.passage, at: from + at.start..from + at.end }
    }
}
