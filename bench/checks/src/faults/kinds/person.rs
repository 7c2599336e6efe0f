//! Somebody who is introduced twice, named by the surname too early, or changes title or first name; twin: the same
//! sentences with the name as it should be. Two sentences stand in two lines of the story.

use super::{Language, Pair, between};
use crate::faults::{
    chance::Chance,
    fill::{Value, Values, fill},
    phrases::Phrases,
    stories::Story,
};

/// The kinds.
pub const KINDS: [&str; 3] = ["intro", "surname", "title"];

pub fn pair(kind: &str, story: &Story, chance: &mut Chance, language: &Language) -> Option<Pair> {
    let phrases = language.phrases.people.get(kind)?;
    let number = chance.below(phrases.len());
    let (right, wrong) = match told(kind, phrases.get(number)?, chance, &language.phrases) {
        Ok(told) => told,
        Err(why) => panic!("{}: {kind}: {why}", story.lang),
    };
    let first = between(story, 1, chance);
    let second = between(story, first + 1, chance);
    if second <= first || second > story.lines.len() {
        return None;
    }
    let alone = (chance.once_in(2), chance.once_in(2));
    // The later one first: the lines before it stay where they are.
    let with = |told: &[String; 2]| story.with(&told[1], second, alone.1).with(&told[0], first, alone.0);
    Some(Pair { fault: with(&wrong), twin: with(&right), shown: wrong.join(" … "), phrase: Some(number) })
}

/// The two sentences, right and wrong.
pub fn told(
    kind: &str,
    phrase: &str,
    chance: &mut Chance,
    phrases: &Phrases,
) -> Result<([String; 2], [String; 2]), String> {
    let mut one = |of: &[String]| chance.one(of).cloned().unwrap_or_default();
    let (man, woman, place) = (one(&phrases.men), one(&phrases.women), one(&phrases.places));
    let others: Vec<&String> = phrases.women.iter().filter(|other| **other != woman).collect();
    let given = chance.one(&others).and_then(|other| other.split(' ').next()).unwrap_or_default();
    let other = woman.split_once(' ').map_or_else(String::new, |(_, last)| format!("{given} {last}"));
    let values = [("man", man), ("woman", woman), ("place", place), ("other", other)];
    let values = Values::from(values.map(|(name, value)| (name, Value::Name(value))));
    let filled = |part: &str| fill(part, &values, phrases, false);
    match (kind, phrase.split(" | ").collect::<Vec<_>>().as_slice()) {
        ("surname", [full, surname]) => {
            let (full, surname) = (filled(full)?, filled(surname)?);
            Ok(([full.clone(), surname.clone()], [surname, full]))
        }
        ("intro" | "title", [first, right, wrong]) => {
            let first = filled(first)?;
            Ok(([first.clone(), filled(right)?], [first, filled(wrong)?]))
        }
        (_, parts) => Err(format!("{} parts: {phrase}", parts.len())),
    }
}
