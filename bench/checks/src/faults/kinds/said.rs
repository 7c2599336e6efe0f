//! A sentence that tells something false; twin: the same sentence, right.

use super::{Language, Pair, between};
use crate::faults::{chance::Chance, fill::fill, stories::Story, told};
use jiff::civil::Date;

pub fn pair(kind: &str, story: &Story, date: Date, chance: &mut Chance, language: &Language) -> Option<Pair> {
    let phrases = language.phrases.told.get(kind)?;
    let number = chance.below(phrases.len());
    let phrase = phrases.get(number)?;
    let (right, wrong) = told::drawn(kind, phrase, date, chance, &language.phrases);
    let own_digits = chance.once_in(4);
    let filled = |values| match fill(phrase, values, &language.phrases, own_digits) {
        Ok(filled) => filled,
        Err(why) => panic!("{}: {kind}: {why}", story.lang),
    };
    let (right, wrong) = (filled(&right), filled(&wrong));
    let (at, alone) = (between(story, 1, chance), chance.once_in(2));
    Some(Pair {
        fault: story.with(&wrong, at, alone),
        twin: story.with(&right, at, alone),
        shown: wrong,
        phrase: Some(number),
    })
}
