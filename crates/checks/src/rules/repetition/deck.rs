//! A deck that is a run of words from inside a sentence of the body, cut off before that sentence's end.

use crate::{
    Copy, Finding, Level, Message, Rule,
    copy::{Passage, Role},
};
use lang::{Word, wordlist::words};
use std::ops::Range;

/// The fewest words of such a run; and the fewest of them where no spaces stand between words.
const FEWEST_WORDS: usize = 6;
const FEWEST_CHARACTERS: usize = 10;

pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let Some(deck) = copy.passages.iter().find(|passage| passage.role == Role::Deck) else { return };
    // What comes before the last sentence of a deck is whole.
    let Some(last) = deck.sentences.last() else { return };
    let by_characters = copy.profile().language().count == lang::language::Count::Characters;
    let fewest = if by_characters { FEWEST_CHARACTERS } else { FEWEST_WORDS };
    let wanted = Sequence::of(deck, last);
    if wanted.words.len() < fewest {
        return;
    }
    for passage in copy.passages.iter().filter(|passage| passage.role == Role::Paragraph) {
        for sentence in &passage.sentences {
            let Some((run, next)) = Sequence::of(passage, sentence).run(&wanted) else { continue };
            let cut = passage.text.get(run.end..next).unwrap_or_default();
            let clause = cut.contains(|c: char| !lang::letter::is_alphanumeric(c) && !c.is_whitespace());
            // Where the body has a mark, the deck is at least a clause.
            let level = if clause { Level::Note } else { Level::Warn };
            let places = vec![copy.place(deck, last.clone()), copy.place(passage, run.clone())];
            findings.push(Finding::new(Rule::Repetition, "deck", level, Message::plain(Word::RepeatDeck), places));
            return;
        }
    }
}

/// The words of a sentence, and all of them in one line with a space on either side of each.
struct Sequence {
    words: Vec<Range<usize>>,
    /// Where each word begins in the line.
    starts: Vec<usize>,
    line: String,
}

impl Sequence {
    fn of(passage: &Passage, sentence: &Range<usize>) -> Self {
        let text = passage.text.get(sentence.clone()).unwrap_or_default();
        let mut sequence = Self { words: Vec::new(), starts: Vec::new(), line: " ".into() };
        for at in words(text) {
            sequence.starts.push(sequence.line.len());
            sequence.line.push_str(&text.get(at.clone()).unwrap_or_default().to_lowercase());
            sequence.line.push(' ');
            sequence.words.push(at.start + sentence.start..at.end + sentence.start);
        }
        sequence
    }

    /// Where the words of another stand in this one, and where the next word begins; none when they end with it.
    fn run(&self, wanted: &Sequence) -> Option<(Range<usize>, usize)> {
        let at = self.line.find(&wanted.line)?;
        let first = self.starts.binary_search(&(at + 1)).ok()?;
        let last = self.words.get(first + wanted.words.len() - 1)?;
        let next = self.words.get(first + wanted.words.len())?;
        Some((self.words.get(first)?.start..last.end, next.start))
    }
}
