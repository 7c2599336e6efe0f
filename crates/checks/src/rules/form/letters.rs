//! Marks that steer the line, and letters of the wrong script in a word.

use crate::{Copy, Finding, Level, Message, Place, Rule, Said, copy::Passage};
use lang::Word;
use std::{collections::BTreeSet, ops::Range};
use story::Direction;

/// The most places of one finding, and the most findings of one kind.
const MOST: usize = 8;

pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let mut loud = Vec::new();
    let mut quiet = Vec::new();
    let mut seen = BTreeSet::new();
    for passage in &copy.passages {
        if passage.text.is_ascii() {
            continue;
        }
        for (at, c) in passage.text.char_indices().filter(|(_, c)| steers(*c)) {
            let list = if embeds(c) { &mut loud } else { &mut quiet };
            if list.len() < MOST {
                list.push(copy.place(passage, at..at + c.len_utf8()));
            }
        }
        for at in passage.folded().ranges() {
            if seen.len() < MOST {
                findings.extend(script(copy, passage, at).filter(|f| seen.insert(f.places.first().map(said))));
            }
        }
    }
    let mut bidi = |level, places: Vec<Place>| {
        if !places.is_empty() {
            findings.push(Finding::new(Rule::Form, "bidi", level, Message::plain(Word::FormBidi), places));
        }
    };
    bidi(Level::Warn, loud);
    // Where lines run from the right, the plain marks have their work.
    if copy.profile().direction() == Direction::Ltr {
        bidi(Level::Note, quiet);
    }
}

fn said(place: &Place) -> String {
    place.words.clone()
}

fn steers(c: char) -> bool {
    embeds(c) || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

fn embeds(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A word with a letter of the wrong script.
fn script(copy: &Copy<'_>, passage: &Passage, at: &Range<usize>) -> Option<Finding> {
    let word = passage.text.get(at.clone()).filter(|word| !word.is_ascii())?;
    let profile = copy.profile();
    let own = || own_letters(word, &profile.usage().form.letters).filter(|_| !is_gloss(&passage.text, at.start));
    let right = profile.in_one_script(word).or_else(own)?;
    let message = Message::new(Word::FormScript, [("word", Said::Words(right.clone()))]);
    let places = vec![copy.place(passage, at.clone())];
    Some(Finding::new(Rule::Form, "script", Level::Warn, message, places).with_fix(right))
}

/// How far before a word the bracket stands in which a language is named, in bytes.
const GLOSS: usize = 60;

/// Whether a word is given in another language: "(Arabic: ...)".
fn is_gloss(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let from = (at.saturating_sub(GLOSS)..=at).find(|from| before.is_char_boundary(*from)).unwrap_or(at);
    let near = before.get(from..).unwrap_or_default();
    near.rfind(['(', '（', '[']).is_some_and(|open| {
        let inside = near.get(open..).unwrap_or_default();
        inside.contains([':', '：']) && !inside.contains([')', '）', ']'])
    })
}

/// The word with the letters that the language has its own for put right.
fn own_letters(word: &str, pairs: &[String]) -> Option<String> {
    let right = |c: char| {
        let pair = pairs.iter().find(|pair| pair.starts_with(c))?;
        pair.chars().nth(1)
    };
    // One letter alone is a letter that is spoken of.
    let wrong = word.chars().any(|c| right(c).is_some()) && word.chars().nth(1).is_some();
    wrong.then(|| word.chars().map(|c| right(c).unwrap_or(c)).collect())
}
