//! One fault of a kind in a story, and its faultless twin beside it.

mod entity;
mod mojibake;
mod name;
pub mod person;
mod quote;
mod repeat;
mod said;
mod token;
mod word;

use super::{chance::Chance, phrases::Phrases, stories::Story, told};
use jiff::civil::Date;
use std::collections::HashMap;

/// The kinds, in the order of the table.
pub const KINDS: [&str; 19] = [
    "repeat", "token", "entity", "quote", "word", "name", "intro", "surname", "title", "anniv", "weekday", "age",
    "parts", "sum", "percent", "order", "tense", "career", "duration",
];

/// Kinds that are not asked for in these languages.
pub fn is_asked(kind: &str, lang: &str) -> bool {
    match kind {
        "word" => lang != "zh",
        "surname" => lang != "zh",
        "name" => ["en", "es", "fr", "ru"].contains(&lang),
        _ => true,
    }
}

/// What the kinds need to know of a story's language.
pub struct Language {
    pub phrases: Phrases,
    /// How often each word stands in the corpus.
    pub words: HashMap<String, usize>,
    /// Sentences without marks or figures.
    pub plain: Vec<String>,
}

/// A fault, its twin, and what was done.
pub struct Pair {
    pub fault: Story,
    pub twin: Story,
    /// What was put in, to be read.
    pub shown: String,
    /// The number of the phrase in its file, where the fault is one.
    pub phrase: Option<usize>,
}

/// A fault of this kind in this story; none when the story has no room for it.
pub fn pair(kind: &str, story: &Story, date: Date, chance: &mut Chance, language: &Language) -> Option<Pair> {
    match kind {
        "repeat" => repeat::pair(story, chance, language),
        "token" => token::pair(story, chance, language),
        "entity" => entity::pair(story, chance, language),
        "quote" => quote::pair(story, chance, language),
        "word" => word::pair(story, chance, language),
        "name" => name::pair(story, chance, language),
        person if person::KINDS.contains(&person) => person::pair(person, story, chance, language),
        told if told::KINDS.contains(&told) => said::pair(told, story, date, chance, language),
        _ => None,
    }
}

/// Is a quotation running on where each line begins, and where the last ends?
fn quoted(story: &Story) -> Vec<bool> {
    let mut inside = false;
    let mut out = vec![inside];
    for line in &story.lines {
        inside ^= !marks_in(line).is_multiple_of(2);
        out.push(inside);
    }
    out
}

/// How many quotation marks a text holds: an odd number opens or closes one.
fn marks_in(text: &str) -> usize {
    text.chars().filter(|c| "\"＂”“„«»".contains(*c)).count()
}

/// Where a sentence may be put in: one of the places between lines, from here on, at which no quotation runs on.
fn between(story: &Story, from: usize, chance: &mut Chance) -> usize {
    let fit: Vec<usize> =
        quoted(story).iter().enumerate().skip(from).filter(|(_, inside)| !**inside).map(|(at, _)| at).collect();
    chance.one(&fit).copied().unwrap_or(from)
}

impl Story {
    /// The story with a sentence more: in a line of its own, or at the end of a line that ends like a sentence.
    fn with(&self, sentence: &str, at: usize, alone: bool) -> Story {
        let mut out = self.clone();
        let at = at.min(out.lines.len());
        let ends = |line: &String| line.ends_with(['.', '۔', '。', '!', '?']);
        match out.lines.get_mut(at.wrapping_sub(1)).filter(|line| !alone && ends(line)) {
            Some(line) => {
                if !line.ends_with('。') {
                    line.push(' ');
                }
                line.push_str(sentence);
            }
            None => out.lines.insert(at, sentence.to_owned()),
        }
        out
    }
}

/// Sentences of a line, cut where there is little doubt: some are missed, none is half of one.
pub fn sentences(line: &str) -> Vec<&str> {
    let (mut out, mut begun) = (Vec::new(), 0);
    let marks: Vec<(usize, char)> = line.char_indices().collect();
    for window in marks.windows(6) {
        let [(_, first), (_, second), (_, before), (at, mark), (after_at, after), (_, next)] = *window else {
            continue;
        };
        // Three small letters before the mark: what is shorter may be an abbreviation.
        let word = before.is_lowercase() && second.is_lowercase() && first.is_lowercase();
        let arabic = mark == '.' && after == ' ' && ('\u{620}'..'\u{700}').contains(&before);
        let ends = match mark {
            '。' | '！' => true,
            '۔' | '؟' => after == ' ',
            '.' | '!' | '?' => word && after == ' ' && next.is_uppercase(),
            _ => false,
        };
        if ends || arabic {
            out.extend(line.get(begun..at + mark.len_utf8()));
            begun = after_at;
        }
    }
    out.extend(line.get(begun..));
    out.iter().map(|s| s.trim()).filter(|s| !s.is_empty()).collect()
}

/// The words of a line, with where they begin.
pub fn words(line: &str) -> Vec<(usize, &str)> {
    let (mut out, mut begun) = (Vec::new(), None);
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        match (c.is_alphabetic() || ('\u{64b}'..'\u{660}').contains(&c), begun) {
            (true, None) => begun = Some(at),
            (false, Some(from)) => {
                out.extend(line.get(from..at).map(|word| (from, word)));
                begun = None;
            }
            _ => {}
        }
    }
    out
}
