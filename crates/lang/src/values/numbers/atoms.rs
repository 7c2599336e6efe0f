//! A text as words, figures and marks.

use super::{
    literal::{Figure, figure_at},
    phrases::Lists,
};
use crate::{Profile, fold, letter, script};
use std::ops::Range;

/// A word, a figure or a mark.
#[derive(Debug)]
pub(super) struct Atom {
    /// Its bytes.
    pub at: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// A word or mark as it is compared; empty for figures.
    pub fold: String,
    /// What stands before it.
    pub gap: Gap,
    /// The lists of the lexicon that have a phrase which opens with it.
    pub opens: Lists,
}

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits.
    Figure(Figure),
    /// Any other sign.
    Mark(char),
}

/// What stands between two atoms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// Spaces.
    Space,
    /// The end of a line.
    Line,
}

impl Atom {
    /// Whether it is a hyphen.
    pub fn is_hyphen(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '\u{2010}' | '\u{2011}'))
    }

    /// Whether it is a dash or hyphen.
    pub fn is_dash(&self) -> bool {
        self.is_hyphen() || matches!(self.kind, Kind::Mark('–' | '—' | '−' | '~' | '～' | '－'))
    }

    /// Its figure.
    pub fn figure(&self) -> Option<Figure> {
        match self.kind {
            Kind::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    /// Whether it stands close to what is before it.
    pub fn close(&self) -> bool {
        self.gap == Gap::None
    }
}

/// Whether a character belongs to a word without being a letter.
fn within(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{ad}' | 'ـ') || unicode_normalization::char::is_combining_mark(c)
}

/// Marks that only steer the line.
fn unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The atoms of a text, in order. A Han character is a word of its own.
pub(super) fn atoms(profile: &Profile, text: &str) -> Vec<Atom> {
    let mut out = Vec::new();
    let mut gap = Gap::Line;
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let next = at + c.len_utf8();
        if c.is_whitespace() {
            let line = c == '\n' || gap == Gap::Line;
            gap = if line { Gap::Line } else { Gap::Space };
            at = next;
            continue;
        }
        if unseen(c) {
            at = next;
            continue;
        }
        let is_letter = letter::is_alphabetic(c);
        let figure = if is_letter { None } else { figure_at(profile, text, at) };
        let (kind, end) = match figure {
            Some((figure, end)) => (Kind::Figure(figure), end),
            None if script::is_han(c) => (Kind::Word, next),
            None if is_letter => (Kind::Word, word(text, next)),
            None => (Kind::Mark(c), next),
        };
        let fold = match kind {
            Kind::Word => {
                let word = text.get(at..end).unwrap_or_default();
                let marked = profile.lexicon.marked.iter().any(|other| other == word);
                // As it is written it is none of the words that are looked for.
                if marked { word.to_owned() } else { fold(word) }
            }
            Kind::Mark(c) => c.to_string(),
            Kind::Figure(_) => String::new(),
        };
        let opens = profile.lexicon.opened_by(&fold);
        out.push(Atom { at: at..end, kind, fold, gap, opens });
        gap = Gap::None;
        at = end;
    }
    out
}

/// Where a word ends.
fn word(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let other = |c: char| !(letter::is_alphabetic(c) && !script::is_han(c) || within(c));
    rest.find(other).map_or(text.len(), |end| from + end)
}
