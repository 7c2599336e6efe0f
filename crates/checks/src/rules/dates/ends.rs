//! What began after it had ended: two moments, one of which is said to be a beginning and the other an end.

use super::order::{report, runs_back};
use crate::{Copy, Finding, copy::Passage};
use lang::{Value, What, language::Count};
use std::ops::Range;

/// The most bytes of a sentence that is looked at: a longer one is none.
const LONGEST: usize = 600;

/// How many characters may stand between the two, and where no spaces are written.
const NEAR: (usize, usize) = (45, 20);

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    for passage in &copy.passages {
        for sentence in passage.sentences.iter().filter(|sentence| sentence.len() <= LONGEST) {
            let moment = |value: &&Value| matches!(value.what, What::Day(_) | What::Month { .. } | What::Year { .. });
            let other = |value: &Value| matches!(value.what, What::Years(..) | What::Decade(_) | What::Century(_));
            let values = passage.values_in(sentence);
            let mut moments = values.iter().filter(moment);
            let (Some(first), Some(second), None) = (moments.next(), moments.next(), moments.next()) else { continue };
            if values.iter().any(other) {
                continue;
            }
            if runs_back(&first.what, &second.what) && told(copy, passage, sentence, first, second) {
                let at = first.at.start..second.at.end;
                let known = copy.place(passage, at.clone());
                let same = |finding: &Finding| {
                    finding.kind == "order"
                        && finding
                            .places
                            .iter()
                            .any(|place| place.part == known.part && place.sentence == known.sentence)
                };
                if !findings.iter().any(same) {
                    report(copy, passage, at, findings);
                }
            }
        }
    }
}

/// Whether the first moment is told to be a beginning, and the second an end: by words before each of them, or by words
/// behind, as the language has it.
fn told(copy: &Copy<'_>, passage: &Passage, sentence: &Range<usize>, first: &Value, second: &Value) -> bool {
    let (one, other) = ("opening", "ending");
    let says = |list: &str, at: &Range<usize>| {
        at.start < at.end && copy.profile().says_one_of(list, &passage.text, at.clone())
    };
    let only = |list: &str, not: &str, at: &Range<usize>| says(list, at) && !says(not, at);
    let between = first.at.end..second.at.start;
    // With many words between them, what ends may be something else than what begins.
    let by_character = copy.profile().language().count == Count::Characters;
    let long = passage.text.get(between.clone()).is_none_or(|words| {
        words.chars().count() > if by_character { NEAR.1 } else { NEAR.0 } || words.contains([';', '؛', '；'])
    });
    if long {
        return false;
    }
    let (before, behind) = (sentence.start..first.at.start, second.at.end..sentence.end);
    if copy.profile().has_verbs_last() {
        let begins = only(one, other, &between) || only(one, other, &before);
        begins && only(other, one, &behind) || only(one, other, &before) && only(other, one, &between)
    } else {
        only(one, other, &before) && only(other, one, &between)
    }
}
