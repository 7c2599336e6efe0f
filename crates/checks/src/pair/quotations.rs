//! Quotations: what one text gives in somebody's words and the other does not.

use super::{
    align::{Alignment, Group, Sentence},
    told::{Sides, Spot, of_group},
};
use crate::{Copy, Finding, Level, Message, Rule};
use lang::Word;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// Shorter quotations may be titles of works, nicknames, words kept at a distance: in letters, those of scripts without
/// spaces counting three.
const SHORTEST: usize = 40;

/// Adds what it finds.
pub(super) fn find(source: &Copy<'_>, translation: &Copy<'_>, alignment: &Alignment, findings: &mut Vec<Finding>) {
    let sides = Sides::new(source, translation, alignment);
    for group in alignment.paragraphs() {
        let Group { source: one, translation: two } = &group;
        if one.is_empty() || two.is_empty() {
            continue;
        }
        let (here, there) = (quoted(translation, &alignment.translation, two), quoted(source, &alignment.source, one));
        let (spot, word, in_source) = match (here.first(), there.first()) {
            (None, Some(spot)) if !marked(translation, &alignment.translation, two) => {
                (spot, Word::TranslationQuoteLost, true)
            }
            (Some(spot), None) if !marked(source, &alignment.source, one) => {
                (spot, Word::TranslationQuoteGained, false)
            }
            _ => continue,
        };
        let other = if in_source { all(&alignment.translation, two) } else { all(&alignment.source, one) };
        let Some(other) = other else { continue };
        let places = if in_source {
            [sides.in_translation(&other), sides.in_source(spot)]
        } else {
            [sides.in_translation(spot), sides.in_source(&other)]
        };
        let places = places.into_iter().flatten().collect();
        findings.push(Finding::new(Rule::Translation, "quote", Level::Note, Message::plain(word), places));
    }
}

/// The first sentence of a group.
fn all(sentences: &[Sentence], some: &Range<usize>) -> Option<Spot> {
    sentences.get(some.start).map(|first| Spot { passage: first.passage, at: first.at.clone() })
}

/// The quotations that begin in some sentences and are long enough to be somebody's words.
fn quoted(copy: &Copy<'_>, sentences: &[Sentence], some: &Range<usize>) -> Vec<Spot> {
    let mut out = Vec::new();
    for (sentence, passage) in of_group(copy, sentences, some) {
        let from = passage.quoted.partition_point(|range| range.start < sentence.at.start);
        for range in passage.quoted.iter().skip(from).take_while(|range| range.start < sentence.at.end) {
            let words = passage.text.get(range.clone()).unwrap_or_default();
            let long: usize = words.graphemes(true).map(str::len).map(|bytes| if bytes > 2 { 3 } else { 1 }).sum();
            if long >= SHORTEST {
                out.push(Spot { passage: sentence.passage, at: range.clone() });
            }
        }
    }
    out
}

/// Whether some sentences have any quotation mark at all, or stand in a quotation that goes on.
fn marked(copy: &Copy<'_>, sentences: &[Sentence], some: &Range<usize>) -> bool {
    of_group(copy, sentences, some).any(|(sentence, passage)| {
        let text = passage.text.get(sentence.at.clone()).unwrap_or_default();
        let mark =
            |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '‘' | '\'' | '’');
        let open = passage.quoted.partition_point(|quoted| quoted.end <= sentence.at.start);
        text.contains(mark) || passage.quoted.get(open).is_some_and(|quoted| quoted.start < sentence.at.end)
    })
}
