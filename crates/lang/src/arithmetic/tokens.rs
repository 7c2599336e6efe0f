//! A sentence as the patterns see it: words, marks, figures.

use crate::{
    Value, What,
    compare::fold_char,
    fold, letter, script,
    values::{Number, Sort},
};
use std::ops::Range;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub(super) at: Range<usize>,
    /// What it is.
    pub(super) what: Piece,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// A word, as it is compared; one character where no spaces stand between words.
    Word(String),
    /// A mark.
    Mark(char),
    /// A figure, by its place in the values of the sentence.
    Figure(usize),
    /// A date, a rank, a name with digits: no figure to reckon with.
    Other,
}

/// The pieces of a sentence. Spaces and apostrophes are none.
pub(super) fn tokens(text: &str, sentence: Range<usize>, values: &[Value]) -> Vec<Token> {
    let mut out = Vec::new();
    let mut at = sentence.start;
    for (index, value) in values.iter().enumerate() {
        if value.at.start < at || value.at.end > sentence.end {
            continue;
        }
        words(text, at..value.at.start, &mut out);
        if matches!(&value.what, What::Number(number) if number.sort == Sort::Times) {
            // "Twice" says which way.
            continue;
        }
        let figure = matches!(&value.what, What::Number(number) if counts(number)) && !runs_on(text, value.at.end);
        let what = if figure { Piece::Figure(index) } else { Piece::Other };
        out.push(Token { at: value.at.clone(), what });
        at = value.at.end;
    }
    words(text, at..sentence.end, &mut out);
    out
}

/// Whether it can be reckoned with.
fn counts(number: &Number) -> bool {
    matches!(number.sort, Sort::Count | Sort::Percent | Sort::Points | Sort::Share)
}

/// Whether a word is fastened to it: the 27-nation bloc.
fn runs_on(text: &str, end: usize) -> bool {
    let mut next = text.get(end..).unwrap_or_default().chars();
    matches!(next.next(), Some('-' | '‐' | '‑')) && next.next().is_some_and(char::is_alphabetic)
}

/// The words and marks of a phrase.
pub(super) fn phrase(phrase: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    words(phrase, 0..phrase.len(), &mut out);
    out.into_iter().map(|token| token.what).collect()
}

fn words(text: &str, range: Range<usize>, out: &mut Vec<Token>) {
    let Some(part) = text.get(range.clone()) else { return };
    let mut word: Option<usize> = None;
    let end_word = |word: &mut Option<usize>, end: usize, out: &mut Vec<Token>| {
        if let Some(start) = word.take() {
            let folded = fold(text.get(start..end).unwrap_or_default());
            if !folded.is_empty() {
                out.push(Token { at: start..end, what: Piece::Word(folded) });
            }
        }
    };
    for (at, c) in part.char_indices() {
        let at = range.start + at;
        let passed_over = || fold_char(c).is_none();
        if script::has_no_spaces(c) {
            end_word(&mut word, at, out);
            out.push(Token { at: at..at + c.len_utf8(), what: Piece::Word(fold(c.encode_utf8(&mut [0; 4]))) });
        } else if letter::is_alphanumeric(c) || c == '*' {
            word.get_or_insert(at);
        } else if word.is_some() && !c.is_ascii() && passed_over() {
            // A vowel sign or a joiner within a word.
        } else {
            end_word(&mut word, at, out);
            if c.is_whitespace() || passed_over() {
                continue;
            }
            let mark = mark(c);
            if mark != '\'' {
                out.push(Token { at: at..at + c.len_utf8(), what: Piece::Mark(mark) });
            }
        }
    }
    end_word(&mut word, range.end, out);
}

/// The mark as which a mark is compared.
fn mark(c: char) -> char {
    match c {
        '；' | '؛' => ';',
        '[' | '［' => '(',
        ']' | '］' => ')',
        _ => fold_char(c).unwrap_or(c),
    }
}
