//! A sentence that stands twice; twin: a sentence of another story in its place.

use super::{Language, Pair, between, sentences};
use crate::faults::{chance::Chance, stories::Story};

/// Shorter ones may stand twice by right.
const LEAST: usize = 45;
const LEAST_DENSE: usize = 16;

pub fn pair(story: &Story, chance: &mut Chance, language: &Language) -> Option<Pair> {
    let all: Vec<(usize, &str)> = story
        .lines
        .iter()
        .enumerate()
        .flat_map(|(at, line)| sentences(line).into_iter().map(move |s| (at, s)))
        .collect();
    let least = if story.lang == "zh" { LEAST_DENSE } else { LEAST };
    let once = |sentence: &str| all.iter().filter(|(_, other)| *other == sentence).count() == 1;
    let fit: Vec<&(usize, &str)> = all.iter().filter(|(_, s)| s.chars().count() >= least && once(s)).collect();
    let (line, sentence) = **chance.one(&fit)?;
    // Right behind itself, or some way on.
    let at = if chance.once_in(2) { line + 1 } else { between(story, line + 1, chance) };
    let alone = chance.once_in(2);
    let other = chance.one(&language.plain).filter(|other| all.iter().all(|(_, own)| own != other))?;
    Some(Pair {
        fault: story.with(sentence, at, alone),
        twin: story.with(other, at, alone),
        shown: sentence.to_owned(),
        phrase: None,
    })
}
