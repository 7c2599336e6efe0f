//! A word twice in a row, where the language does not double it on purpose.

use crate::{
    Copy, Finding, Level, Message, Rule, Said,
    copy::{Passage, Role},
};
use foldhash::HashMap;
use lang::{Word, wordlist::words};
use std::ops::Range;

/// The most findings in one text.
const MOST: usize = 20;

/// The longest name that is a doubled syllable, in letters.
const LONGEST_NICKNAME: usize = 4;

/// The longest title of a song or book between marks, in bytes.
const LONGEST_TITLE: usize = 80;

/// How many words before a doubled one may make it right: "what the clock is is a copy".
const BEFORE: usize = 4;

/// A doubled word.
struct Double<'c> {
    passage: &'c Passage,
    first: Range<usize>,
    second: Range<usize>,
    /// From four words before it to the word behind it.
    around: Range<usize>,
}

pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    if !copy.profile().usage().doubles.are_slips {
        return;
    }
    let mut all: Vec<Double<'_>> = Vec::new();
    let mut alone: HashMap<&str, usize> = HashMap::default();
    for passage in copy.passages.iter().filter(|passage| passage.role != Role::Cell) {
        let words = passage.folded().ranges();
        for (at, second) in words.iter().enumerate() {
            let first = at.checked_sub(1).and_then(|before| words.get(before));
            let is_double = first.is_some_and(|first| is_double(passage, first, second));
            let around = [at.checked_sub(2).and_then(|i| words.get(i)), words.get(at + 1)];
            match first.filter(|_| is_double) {
                Some(first) if !is_longer(passage, first, second, around) => {
                    let before = words.get(at.saturating_sub(1 + BEFORE)).unwrap_or(first);
                    let around = before.start.min(first.start)..around[1].unwrap_or(second).end;
                    all.push(Double { passage, first: first.clone(), second: second.clone(), around });
                }
                _ => *alone.entry(passage.text.get(second.clone()).unwrap_or_default()).or_default() += 1,
            }
        }
    }
    let mut often: HashMap<String, usize> = HashMap::default();
    for double in &all {
        *often.entry(double.word().to_lowercase()).or_default() += 1;
    }
    let slips = all.iter().filter(|double| {
        // What is doubled twice in one text is a name or a habit.
        often.get(&double.word().to_lowercase()) == Some(&1) && double.is_slip(copy, &alone)
    });
    findings.extend(slips.take(MOST).map(|double| double.finding(copy)));
}

impl Double<'_> {
    fn word(&self) -> &str {
        self.passage.text.get(self.second.clone()).unwrap_or_default()
    }

    fn is_slip(&self, copy: &Copy<'_>, alone: &HashMap<&str, usize>) -> bool {
        let word = self.word();
        if self.is_on_purpose(copy) || is_foreign_name(word, copy) {
            return false;
        }
        if !word.starts_with(lang::letter::is_uppercase) {
            return true;
        }
        // A name may double itself, a short one above all, and in a title. Words that the copy has by themselves too do
        // not, and such as have no capital elsewhere.
        let lower = word.to_lowercase();
        let own = alone.get(word).is_some_and(|count| *count > 1) || alone.contains_key(lower.as_str());
        let title = |range: &Range<usize>| {
            range.len() <= LONGEST_TITLE && range.start <= self.first.start && self.second.end <= range.end
        };
        own || word.chars().count() > LONGEST_NICKNAME && !self.passage.quoted.iter().any(title)
    }

    /// Whether the language doubles the word on purpose, by itself or in a phrase.
    fn is_on_purpose(&self, copy: &Copy<'_>) -> bool {
        let usage = &copy.profile().usage().doubles;
        let phrase = || {
            let around = self.passage.text.get(self.around.clone()).unwrap_or_default();
            let (from, to) = (self.first.start - self.around.start, self.second.end - self.around.start);
            usage.allowed.find(around).iter().any(|at| at.start <= from && to <= at.end)
        };
        // "What the clock is is a copy": the one ends a clause, the other goes on.
        let clause = |pair: &String| {
            let (opener, word) = pair.split_once(' ').unwrap_or_default();
            let before = self.passage.text.get(self.around.start..self.first.start).unwrap_or_default();
            let opens = |at: Range<usize>| before.get(at).is_some_and(|word| word.to_lowercase() == opener);
            self.word().to_lowercase() == word && words(before).into_iter().any(opens)
        };
        usage.allowed.holds(self.word())
            || usage.clauses.iter().any(clause)
            || usage.endings.iter().any(|ending| self.word().ends_with(ending.as_str()))
            || phrase()
    }

    fn finding(&self, copy: &Copy<'_>) -> Finding {
        let first = self.passage.text.get(self.first.clone()).unwrap_or_default();
        let message = Message::new(Word::RepeatWord, [("word", Said::Words(first.to_owned()))]);
        let places = vec![copy.place(self.passage, self.first.start..self.second.end)];
        Finding::new(Rule::Repetition, "word", Level::Warn, message, places).with_fix(first)
    }
}

/// Whether it is a name in Latin letters in a text of another script: Duran Duran.
fn is_foreign_name(word: &str, copy: &Copy<'_>) -> bool {
    word.is_ascii()
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && !copy.profile().language().scripts.iter().any(|script| script == "Latn")
}

/// Whether two words are the same, with nothing but spaces between them, and neither is a part of a longer one.
fn is_double(passage: &Passage, first: &Range<usize>, second: &Range<usize>) -> bool {
    let text = |at: Range<usize>| passage.text.get(at).unwrap_or_default();
    let (one, other, between) = (text(first.clone()), text(second.clone()), text(first.end..second.start));
    let apart = !between.is_empty() && between.chars().all(|c| c.is_whitespace() && c != '\n');
    if !apart || !one.chars().all(|c| !lang::letter::is_numeric(c)) || !is_word(one) {
        return false;
    }
    let opens = passage.sentences.iter().any(|sentence| sentence.start == first.start);
    let same = one == other || opens && one.to_lowercase() == other;
    let joins = |c: char| matches!(c, '-' | '‐' | '‑' | '\'' | '’' | '.' | '/' | '@' | '_' | '&');
    let before = text(0..first.start).chars().next_back();
    // The full stop behind an initial; that of a sentence is another matter.
    let behind = text(second.end..passage.text.len()).chars().next().filter(|c| *c != '.');
    same && !before.is_some_and(joins) && !behind.is_some_and(joins)
}

/// Letters alone: of one letter, a small one or one of a script without capitals.
fn is_word(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| lang::letter::is_alphabetic(*c));
    let (first, second) = (letters.next(), letters.next());
    first.is_some_and(|c| second.is_some() || !lang::letter::is_uppercase(c))
}

/// Whether the word stands there three times or more: "no no no".
fn is_longer(
    passage: &Passage,
    first: &Range<usize>,
    second: &Range<usize>,
    [before, behind]: [Option<&Range<usize>>; 2],
) -> bool {
    before.is_some_and(|before| is_double(passage, before, first))
        || behind.is_some_and(|behind| is_double(passage, second, behind))
}
