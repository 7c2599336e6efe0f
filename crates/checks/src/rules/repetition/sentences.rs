//! A paragraph, sentence or list item twice.

use crate::{
    Copy, Finding, Level, Message, Part, Rule,
    copy::{Passage, Role},
};
use foldhash::HashMap;
use lang::Word;
use std::ops::Range;
use story::Block;

/// The fewest words of a sentence that nobody writes twice on purpose; in quotation marks, where people repeat
/// themselves, and outside.
const FEWEST_WORDS: (usize, usize) = (8, 4);
/// The fewest letters and figures of such a sentence, where words are counted; and where characters are.
const FEWEST_LETTERS: usize = 14;
/// The fewest letters and figures of a list item.
const FEWEST_OF_ITEM: usize = 3;
/// The most findings in one text.
const MOST: usize = 20;

pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let mut seen: HashMap<String, (usize, Range<usize>)> = HashMap::default();
    let mut found = 0;
    for (at, passage) in copy.passages.iter().enumerate() {
        if found >= MOST {
            return;
        }
        if !is_running(copy, passage) {
            continue;
        }
        let whole = 0..passage.text.len();
        let keys = Keys::of(passage);
        if let Some(first) = again(copy, at, passage, &whole, &keys.all, &mut seen) {
            findings.extend(finding(copy, passage, whole, &first));
            found += 1;
            continue;
        }
        if passage.sentences.len() < 2 {
            continue;
        }
        for (number, sentence) in passage.sentences.iter().enumerate() {
            // The sentence that all of the passage is, but for its marks.
            let first = again(copy, at, passage, sentence, keys.of_sentence(number), &mut seen)
                .filter(|(other, first)| (*other, first) != (at, &whole));
            if let Some(first) = first {
                findings.extend(finding(copy, passage, sentence.clone(), &first));
                found += 1;
            }
        }
    }
    items(copy, findings);
}

fn finding(
    copy: &Copy<'_>,
    passage: &Passage,
    at: Range<usize>,
    (other, first): &(usize, Range<usize>),
) -> Option<Finding> {
    let places = vec![copy.place(passage, at), copy.place(copy.passages.get(*other)?, first.clone())];
    Some(Finding::new(Rule::Repetition, "repeat", Level::Warn, Message::plain(Word::RepeatSentence), places))
}

/// The key of a passage, in which those of its sentences stand.
struct Keys {
    all: String,
    sentences: Vec<Range<usize>>,
}

impl Keys {
    fn of(passage: &Passage) -> Self {
        let (mut all, mut sentences) = (String::with_capacity(passage.text.len()), Vec::new());
        let mut last = 0;
        for sentence in &passage.sentences {
            add_key(passage.text.get(last..sentence.start).unwrap_or_default(), &mut all);
            let from = all.len();
            add_key(passage.text.get(sentence.clone()).unwrap_or_default(), &mut all);
            sentences.push(from..all.len());
            last = sentence.end;
        }
        add_key(passage.text.get(last..).unwrap_or_default(), &mut all);
        Self { all, sentences }
    }

    fn of_sentence(&self, number: usize) -> &str {
        self.sentences.get(number).and_then(|at| self.all.get(at.clone())).unwrap_or_default()
    }
}

/// Where this piece of text, by its key, stood before. Remembers it where it did not.
fn again(
    copy: &Copy<'_>,
    at: usize,
    passage: &Passage,
    piece: &Range<usize>,
    key: &str,
    seen: &mut HashMap<String, (usize, Range<usize>)>,
) -> Option<(usize, Range<usize>)> {
    let words = passage.text.get(piece.clone())?;
    let fewest = if passage.is_quoted(piece) { FEWEST_WORDS.0 } else { FEWEST_WORDS.1 };
    let by_characters = copy.profile().language().count == lang::language::Count::Characters;
    let letters = if by_characters { fewest * 2 } else { FEWEST_LETTERS };
    if key.chars().count() < letters || copy.profile().words_in(words) < fewest {
        return None;
    }
    match seen.get(key) {
        Some(first) => Some(first.clone()),
        None => {
            seen.insert(key.to_owned(), (at, piece.clone()));
            None
        }
    }
}

/// The letters and figures of a piece of text, in small letters.
fn key(words: &str) -> String {
    let mut out = String::new();
    add_key(words, &mut out);
    out
}

fn add_key(words: &str, out: &mut String) {
    for c in words.chars().filter(|c| lang::letter::is_alphanumeric(*c)) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            _ => out.extend(c.to_lowercase()),
        }
    }
}

/// Whether a passage is one of the story's own running text.
fn is_running(copy: &Copy<'_>, passage: &Passage) -> bool {
    let related = match passage.part {
        Part::Block { block, .. } => matches!(copy.material.text.body.get(block), Some(Block::Related(_))),
        _ => true,
    };
    matches!(passage.role, Role::Paragraph | Role::Quotation) && !related
}

/// The same item twice in one list.
fn items(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let mut seen: HashMap<(usize, String), usize> = HashMap::default();
    for (at, passage) in copy.passages.iter().enumerate().filter(|(_, passage)| passage.role == Role::Item) {
        let Part::Block { block, .. } = passage.part else { continue };
        let key = key(&passage.text);
        if key.chars().count() < FEWEST_OF_ITEM || !key.contains(lang::letter::is_alphabetic) {
            continue;
        }
        if let Some(first) = seen.insert((block, key), at).and_then(|first| copy.passages.get(first)) {
            let whole = |passage: &Passage| copy.place(passage, 0..passage.text.len());
            let (message, places) = (Message::plain(Word::RepeatItem), vec![whole(passage), whole(first)]);
            findings.push(Finding::new(Rule::Repetition, "repeat", Level::Warn, message, places));
        }
    }
}
