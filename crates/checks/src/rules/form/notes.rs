//! Matters of form that are worth a look: straight beside curly marks, digits of two scripts, a sentence that opens
//! with a figure.

use crate::{Copy, Finding, Level, Message, Place, Rule, copy::Role};
use lang::Word;

/// The most places of one finding.
const MOST: usize = 6;

pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let mut note = |kind, word, places: Vec<Place>| {
        findings.push(Finding::new(Rule::Form, kind, Level::Note, Message::plain(word), places));
    };
    for pair in [[is_straight_double, is_curly_double], [is_straight_single, is_curly_single]] {
        if let [Some(straight), Some(curly)] = pair.map(|is| first(copy, is)) {
            note("marks", Word::FormMarks, vec![straight, curly]);
        }
    }
    if let [Some(western), Some(own)] = [first(copy, |c| c.is_ascii_digit()), first(copy, is_decimal)] {
        note("digits", Word::FormDigits, vec![western, own]);
    }
    let opening = opening_figures(copy);
    if !opening.is_empty() {
        note("opening", Word::FormOpening, opening);
    }
}

/// The first place of such a character.
fn first(copy: &Copy<'_>, is: impl Fn(char) -> bool) -> Option<Place> {
    copy.passages.iter().find_map(|passage| {
        let (at, c) = passage.text.char_indices().find(|(_, c)| is(*c))?;
        Some(copy.place(passage, at..at + c.len_utf8()))
    })
}

fn is_straight_double(c: char) -> bool {
    c == '"'
}

fn is_curly_double(c: char) -> bool {
    matches!(c, '“' | '”' | '„')
}

fn is_straight_single(c: char) -> bool {
    c == '\''
}

fn is_curly_single(c: char) -> bool {
    matches!(c, '‘' | '’')
}

/// The digits of Arabic script, eastern ones too.
fn is_decimal(c: char) -> bool {
    matches!(c, '٠'..='٩' | '۰'..='۹')
}

/// Sentences that open with a figure, where the language minds.
fn opening_figures(copy: &Copy<'_>) -> Vec<Place> {
    if !copy.profile().usage().form.figure_opens {
        return Vec::new();
    }
    let mut out = Vec::new();
    for passage in copy.passages.iter().filter(|passage| passage.role == Role::Paragraph) {
        for sentence in &passage.sentences {
            let text = passage.text.get(sentence.clone()).unwrap_or_default();
            let length: usize =
                text.chars().take_while(|c| c.is_ascii_digit() || ".,".contains(*c)).map(char::len_utf8).sum();
            if text.starts_with(|c: char| c.is_ascii_digit()) && out.len() < MOST {
                out.push(copy.place(passage, sentence.start..sentence.start + length));
            }
        }
    }
    out
}
