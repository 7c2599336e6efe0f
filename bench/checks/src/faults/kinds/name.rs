//! A name that the story uses three times or more, misspelt once; twin: the story.

use super::{Language, Pair, marks_in, quoted, words};
use crate::faults::{chance::Chance, stories::Story};
use std::collections::HashMap;

pub fn pair(story: &Story, chance: &mut Chance, language: &Language) -> Option<Pair> {
    let mut places: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (at, line) in story.lines.iter().enumerate() {
        for (from, word) in words(line) {
            places.entry(word).or_default().push((at, from));
        }
    }
    let mut names: Vec<(&str, &Vec<(usize, usize)>)> =
        places.iter().filter(|(word, places)| is_name(word, places, story, language)).map(|(w, p)| (*w, p)).collect();
    names.sort_unstable();
    let (name, places) = *chance.one(&names)?;
    // What is quoted is left as it was said: a slip of the reporter's is looked for in the reporter's own words.
    let running = quoted(story);
    let own = |place: &&(usize, usize)| {
        let before = story.lines.get(place.0).and_then(|line| line.get(..place.1)).unwrap_or_default();
        running.get(place.0) == Some(&!marks_in(before).is_multiple_of(2))
    };
    let own: Vec<&(usize, usize)> = places.iter().skip(1).filter(own).collect();
    let (at, from) = **chance.one(&own)?;
    let wrong =
        (0..20).map(|_| misspelt(name, chance)).find(|wrong| wrong != name && !language.words.contains_key(wrong))?;
    let mut fault = story.clone();
    fault.lines.get_mut(at)?.replace_range(from..from + name.len(), &wrong);
    Some(Pair { fault, twin: story.clone(), shown: format!("{name} -> {wrong}"), phrase: None })
}

/// A word of five letters or more, three times here, always with a capital, and at times inside a sentence.
fn is_name(word: &str, places: &[(usize, usize)], story: &Story, language: &Language) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.clone().all(char::is_lowercase);
    let inside = places.iter().filter(|(at, from)| {
        let before = story.lines.get(*at).and_then(|line| line.get(..*from)).unwrap_or_default();
        before.ends_with(' ') && before.trim_end().ends_with(|c: char| c.is_lowercase() || c == ',')
    });
    capital
        && places.len() >= 3
        && letters.count() >= 4
        && inside.count() >= 2
        && !language.words.contains_key(&word.to_lowercase())
}

/// One letter exchanged with the next, dropped, doubled or replaced; never the first.
fn misspelt(name: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + chance.below(letters.len() - 2);
    match chance.below(4) {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ => {
            let others: Vec<char> = name.to_lowercase().chars().chain("aeiou".chars()).collect();
            let latin = letters.iter().all(|c| *c < '\u{400}');
            let fit: Vec<char> = others.into_iter().filter(|c| latin == (*c < '\u{400}')).collect();
            if let Some(other) = chance.one(&fit) {
                letters[at] = *other;
            }
        }
    }
    letters.into_iter().collect()
}
