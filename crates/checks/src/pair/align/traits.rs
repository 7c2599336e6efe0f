//! What an alignment goes by: how long each sentence is, where paragraphs begin, and what it has that the other text
//! may have too.

use super::Sentence;
use crate::{Copy, copy::Role};
use lang::{
    Sound,
    values::{Form, Value, What},
};
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};
use unicode_segmentation::UnicodeSegmentation as _;

/// A character of a script without spaces says as much as this many letters.
const DENSE: f32 = 2.9;

/// The most traits that are kept of one sentence.
const MOST: usize = 64;

/// A text, as it is aligned.
#[derive(Debug, Default)]
pub(super) struct Traits {
    /// Its sentences.
    pub(super) sentences: Vec<Sentence>,
    /// How long each is, in letters.
    pub(super) lengths: Vec<f32>,
    /// Whether each begins a paragraph; one more at the end.
    pub(super) begins: Vec<bool>,
    /// Whether each stands in the headline.
    pub(super) heads: Vec<bool>,
    /// What each has, sorted, each once.
    pub(super) marks: Vec<Vec<u64>>,
    /// How often each mark stands in the text.
    pub(super) counts: HashMap<u64, u32>,
}

/// Reads a text.
pub(super) fn read(copy: &Copy<'_>) -> Traits {
    let mut out = Traits::default();
    for (at, passage) in copy.passages.iter().enumerate() {
        for (nth, range) in passage.sentences.iter().enumerate() {
            let text = passage.text.get(range.clone()).unwrap_or_default();
            let mut marks = marks(text);
            marks.extend(passage.values_in(range).iter().filter_map(of_value));
            marks.sort_unstable();
            marks.dedup();
            marks.truncate(MOST);
            for &mark in &marks {
                *out.counts.entry(mark).or_default() += 1;
            }
            out.sentences.push(Sentence { passage: at, at: range.clone() });
            out.lengths.push(length(text));
            out.begins.push(nth == 0);
            out.heads.push(passage.role == Role::Headline);
            out.marks.push(marks);
        }
    }
    out.begins.push(true);
    out
}

fn length(text: &str) -> f32 {
    let dense = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    text.chars().map(|c| if dense(c) { DENSE } else { 1.0 }).sum::<f32>().max(1.0)
}

fn hashed(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// Figures in whatever digits, words by their sound, Latin words as they stand.
fn marks(text: &str) -> Vec<u64> {
    let mut out = Vec::new();
    let mut seen = [false; 3];
    for c in text.chars().filter(|c| !lang::letter::is_alphabetic(*c)) {
        match c {
            '"' | '“' | '”' | '„' | '«' | '「' => seen[0] = true,
            '?' | '？' | '؟' => seen[1] = true,
            '(' | '（' => seen[2] = true,
            _ => {}
        }
    }
    out.extend(seen.into_iter().enumerate().filter(|(_, seen)| *seen).map(|(nth, _)| hashed(('m', nth))));
    for word in text.unicode_words().take(4 * MOST) {
        if word.starts_with(lang::letter::is_numeric) {
            let digits: String = lang::fold(word).chars().filter(char::is_ascii_digit).collect();
            if !digits.is_empty() {
                out.push(hashed(('f', digits)));
            }
            continue;
        }
        let long = word.len() > 2;
        if long && word.starts_with(|c: char| c.is_ascii_uppercase()) {
            out.push(hashed(('w', lang::fold(word))));
        }
        // Where the script has capitals, names have one.
        if !word.starts_with(lang::letter::is_lowercase) {
            out.extend(Sound::of(word).key().map(|key| hashed(('s', key))));
        }
    }
    out
}

/// What a value is known by; none for one whose digits are counted already.
fn of_value(value: &Value) -> Option<u64> {
    match &value.what {
        What::Number(number) if number.form != Form::Digits && number.value > 2.0 => {
            Some(hashed(('n', number.value.to_bits())))
        }
        What::Day(day) => Some(hashed(('d', day.month, day.day))),
        What::Month { month, .. } => Some(hashed(('m', month))),
        What::Weekday(day) => Some(hashed(('y', day))),
        What::Century(century) => Some(hashed(('c', century))),
        What::Decade(year) => Some(hashed(('e', year))),
        _ => None,
    }
}
