//! A word that stands twice; twin: a sentence in which one rightly does.

use super::{Language, Pair, between, words};
use crate::faults::{chance::Chance, stories::Story};

pub fn pair(story: &Story, chance: &mut Chance, language: &Language) -> Option<Pair> {
    let at = chance.below(story.lines.len());
    let line = story.lines.get(at)?;
    let all = words(line);
    // Small words are doubled most, and other words now and then.
    let common = !chance.once_in(3);
    let fit: Vec<&(usize, &str)> =
        all.iter().filter(|(from, word)| fits(line, *from, word, common, language)).collect();
    let (from, word) = **chance.one(&fit)?;
    let end = from + word.len();
    let wrong = format!("{} {word}{}", line.get(..end)?, line.get(end..)?);
    let mut fault = story.clone();
    *fault.lines.get_mut(at)? = wrong;
    let twin = story.with(chance.one(&language.phrases.doubled_rightly)?, between(story, 0, chance), chance.once_in(2));
    Some(Pair { fault, twin, shown: format!("{word} {word}"), phrase: None })
}

fn fits(line: &str, from: usize, word: &str, common: bool, language: &Language) -> bool {
    let end = from + word.len();
    let spaced = line.get(..from).is_some_and(|b| b.is_empty() || b.ends_with(' '))
        && line.get(end..).is_some_and(|a| a.starts_with([' ', ',', '.', '۔', '،']));
    let letters = word.chars().count();
    let often = language.words.get(word).copied().unwrap_or(0) >= 40;
    let small = word.chars().all(|c| !c.is_uppercase());
    let repeated = line.get(end..).is_some_and(|a| a.trim_start().starts_with(word))
        || line.get(..from).is_some_and(|b| b.trim_end().ends_with(word));
    spaced
        && small
        && !repeated
        && letters >= 2
        && often == common
        && (common || letters >= 4)
        && !language.phrases.never_doubled.iter().any(|never| never == word)
}
