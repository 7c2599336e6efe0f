//! Where sentences end: `sentences.toml` of each language, and what holds for all of them.
//!
//! A mark alone does not end a sentence: a full stop may belong to an abbreviation, an initial, a number or an address,
//! and a quotation may end in the middle of the sentence that cites it. When in doubt the sentence goes on.

mod marks;
#[cfg(test)]
mod tests;

use crate::{Profile, script};
use marks::{Quote, Run, is_line_end, is_mark};
use serde::Deserialize;
use std::{collections::HashSet, ops::Range};

/// What has to be known of a language to tell where its sentences end. All without the full stop; an entry in small
/// letters stands for the word with a capital too.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentenceWords {
    /// Abbreviations that never end a sentence: `Mr`.
    pub titles: HashSet<String>,
    /// Abbreviations that do not end a sentence when a figure follows: `No`.
    pub before_figures: HashSet<String>,
    /// Abbreviations that may end a sentence: they do when one of `openers` follows.
    pub short: HashSet<String>,
    /// Words that open sentences and are no names.
    pub openers: HashSet<String>,
    /// Names of letters, where initials are written so.
    pub letters: HashSet<String>,
    /// Whether a full stop behind one or two figures makes them an ordinal: `3. Oktober`.
    pub ordinals: bool,
    /// Whether two full stops (`..`) stand for a dash within a sentence, as in headlines.
    pub two_dots_pause: bool,
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] =
    &["titles", "before_figures", "short", "openers", "letters", "ordinals", "two_dots_pause"];

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 48;

impl Profile {
    /// The sentences of a text, in order, without the spaces between them. Together they hold every word. A line end
    /// ends a sentence. Linear in the length of the text.
    pub fn sentences(&self, text: &str) -> Vec<Range<usize>> {
        let own: Vec<char> = self.language().marks.sentence.iter().flat_map(|mark| mark.chars()).collect();
        let mut out = Vec::new();
        let (mut at, mut from) = (0, 0);
        let mut quote = Quote::default();
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let next = at + c.len_utf8();
            if is_line_end(c) {
                push(text, from..at, &mut out);
                (at, from, quote) = (next, next, Quote::default());
            } else if is_mark(c) || own.contains(&c) {
                let run = Run::read(text, at, &own, &mut quote);
                if self.ends(text, &run) {
                    push(text, from..run.to, &mut out);
                    from = run.to;
                }
                at = run.to;
            } else {
                let opens_sentence =
                    text.get(from..at).is_some_and(|before| before.len() < LONGEST && is_blank(before));
                quote.see(c, opens_sentence);
                at = next;
            }
        }
        push(text, from..text.len(), &mut out);
        out
    }

    /// Whether a sentence ends with this run of marks.
    fn ends(&self, text: &str, run: &Run) -> bool {
        let after = text.get(run.to..).unwrap_or_default();
        let Some(next) = after.chars().next() else { return true };
        if self.sentence_words.two_dots_pause && text.get(run.at..run.to) == Some("..") {
            return false;
        }
        if !next.is_whitespace() {
            return self.ends_without_space(text, run, next);
        }
        let rest = after.trim_start_matches(|c: char| c.is_whitespace() && !is_line_end(c));
        let (first, behind_mark, is_short) = first_word(rest);
        if rest.starts_with(is_line_end) || rest.is_empty() {
            return true;
        }
        if rest.starts_with([',', ';', '،', '؛', '，']) {
            return false;
        }
        // A small letter goes on with the sentence, save in a name such as iPhone or al-Amin.
        let small = first.chars().next().is_some_and(crate::letter::is_lowercase)
            && !first.contains(crate::letter::is_uppercase);
        if small && !behind_mark {
            return false;
        }
        let opener = !is_short && self.opens(first);
        !run.is_stop() || self.stop_ends(text, run, first, opener && !small)
    }

    /// Whether a lone full stop before a space ends a sentence.
    fn stop_ends(&self, text: &str, run: &Run, next: &str, opener: bool) -> bool {
        let words = &self.sentence_words;
        let (word, begins_line) = word_before(text, run.at);
        let last = word.rsplit(['.', '-', '’', '\'']).next().unwrap_or_default();
        let letters = || last.chars().filter(|c| crate::letter::is_alphabetic(*c)).count();
        let figure = next.starts_with(crate::letter::is_numeric);
        if !word.is_empty() && word.chars().all(crate::letter::is_numeric) {
            let few = word.chars().count() <= 2;
            return !(few && (begins_line || words.ordinals && !opener));
        }
        if run.is_closed {
            return true;
        }
        if knows(&words.titles, word) || knows(&words.titles, last) {
            return false;
        }
        if figure && (knows(&words.before_figures, word) || knows(&words.before_figures, last)) {
            return false;
        }
        // Abbreviations of single letters need no list.
        let lettered =
            letters() == 1 && !word.contains(crate::letter::is_numeric) && !script::has_no_spaces(first(last));
        if lettered || knows(&words.short, word) || knows(&words.short, last) || knows(&words.letters, last) {
            return opener;
        }
        true
    }

    /// Whether a sentence opens with this word, which is no name.
    fn opens(&self, word: &str) -> bool {
        let elided = word.split_inclusive(['’', '\'']).next().unwrap_or_default();
        knows(&self.sentence_words.openers, word) || knows(&self.sentence_words.openers, elided)
    }

    /// Whether a sentence ends with marks that something follows at once.
    fn ends_without_space(&self, text: &str, run: &Run, next: char) -> bool {
        let before = text.get(..run.at).and_then(|before| before.chars().next_back());
        if is_line_end(next) {
            return true;
        }
        if matches!(next, ',' | ';' | ':' | '،' | '؛' | '，' | '；' | '、' | ')' | ']' | '-' | '—' | '–') {
            return false;
        }
        let is_digit = |c: char| crate::letter::is_numeric(c);
        if before.is_some_and(is_digit) && is_digit(next) {
            return false;
        }
        let close = script::has_no_spaces(next) || before.is_some_and(script::has_no_spaces);
        let plain = run.last.is_ascii();
        let full_stop = plain && run.is_stop() && !script::has_no_spaces(next);
        if run.pauses || plain && !close || full_stop {
            return false;
        }
        // A quotation with which a sentence opens is followed by who says it.
        if run.is_closed && run.opened_sentence && script::has_no_spaces(next) {
            return false;
        }
        let (word, _) = word_before(text, run.at);
        !knows(&self.sentence_words.letters, word)
    }
}

/// Whether the list has the word, or the word has a capital where the list has none.
fn knows(list: &HashSet<String>, word: &str) -> bool {
    !word.is_empty()
        && (list.contains(word) || word.chars().any(crate::letter::is_uppercase) && list.contains(&word.to_lowercase()))
}

fn first(word: &str) -> char {
    word.chars().next().unwrap_or(' ')
}

/// The word with which a text opens, whether a quotation mark or bracket stands before it, and whether it is a letter
/// with a full stop behind it.
fn first_word(text: &str) -> (&str, bool, bool) {
    let far = text.char_indices().map(|(at, _)| at).find(|at| *at >= 2 * LONGEST);
    let text = text.get(..far.unwrap_or(text.len())).unwrap_or_default();
    let word = text
        .trim_start_matches(|c: char| !crate::letter::is_alphanumeric(c) && !is_line_end(c) && !matches!(c, ',' | ';'));
    let before = text.get(..text.len() - word.len()).unwrap_or_default();
    let end = word
        .char_indices()
        .find(|(at, c)| *at >= LONGEST || !(crate::letter::is_alphanumeric(*c) || matches!(c, '’' | '\'' | '-')))
        .map_or(word.len(), |(at, _)| at);
    let dash = before.chars().next().is_some_and(|c| matches!(c, '-' | '–' | '—' | '―'));
    let (word, behind) = word.split_at_checked(end).unwrap_or_default();
    let is_short = behind.starts_with('.') && word.chars().nth(1).is_none();
    (word, !before.is_empty() && !dash, is_short)
}

/// The word that ends at this byte, with the full stops inside it, and whether a line begins with it.
fn word_before(text: &str, to: usize) -> (&str, bool) {
    let before = text.get(..to).unwrap_or_default();
    let mut from = to;
    let mut stopped_by = None;
    for (at, c) in before.char_indices().rev() {
        let inside =
            crate::letter::is_alphanumeric(c) || matches!(c, '.' | '-' | '’' | '\'' | 'º' | 'ª' | '°' | 'ـ' | '&');
        if !inside || to - at > LONGEST {
            stopped_by = Some(c);
            break;
        }
        from = at;
    }
    let word = before.get(from..).unwrap_or_default().trim_start_matches(|c: char| !crate::letter::is_alphanumeric(c));
    (word, stopped_by.is_none_or(is_line_end))
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

fn push(text: &str, range: Range<usize>, out: &mut Vec<Range<usize>>) {
    let Some(part) = text.get(range.clone()) else { return };
    let start = range.start + (part.len() - part.trim_start().len());
    let end = range.start + part.trim_end().len();
    if start < end {
        out.push(start..end);
    }
}
