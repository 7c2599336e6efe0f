//! A text in words, figures and marks, each as it is compared.

use crate::{compare::fold_to, figure::digit, script};
use std::ops::Range;

/// A word, a run of figures, a letter of a script without spaces, or a mark.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// Its bytes in [`Tokens::folded`].
    folded: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Whether nothing stands between it and the one before.
    pub joined: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// One letter of a script that puts no spaces between words.
    Letter,
    /// Figures: their worth, and how many.
    Figures(u32, u8),
    /// Any other character.
    Mark,
}

/// A text, cut up.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    /// Every token, in order.
    pub list: Vec<Token>,
    folded: String,
}

/// What characters make a run.
#[derive(PartialEq, Clone, Copy)]
enum Class {
    Space,
    Word,
    Letter,
    Figure,
    Mark,
    /// Steers the line, or joins letters: part of what stands before it.
    Silent,
}

impl Tokens {
    /// Cuts a text up, each word as all copy is compared.
    pub fn new(text: &str) -> Self {
        Self::cut(text, fold_to)
    }

    /// Cuts a text up, with the accents that tell one tense from another.
    pub fn plain(text: &str) -> Self {
        Self::cut(text, super::tense::plain)
    }

    fn cut(text: &str, fold: fn(&str, &mut String)) -> Self {
        let mut out = Self::default();
        let mut last = Class::Space;
        for (at, c) in text.char_indices() {
            let class = class(c);
            let end = at + c.len_utf8();
            match (class, last) {
                (Class::Silent, Class::Word) => out.longer(end, None, fold),
                (Class::Silent, _) => continue,
                (Class::Word, Class::Word) => out.longer(end, Some(c), fold),
                (Class::Figure, Class::Figure) => out.longer(end, Some(c), fold),
                (Class::Space, _) => {}
                _ => out.begin(at..end, c, (class, last), fold),
            }
            if class != Class::Silent {
                last = class;
            }
        }
        out
    }

    fn begin(&mut self, at: Range<usize>, c: char, (class, last): (Class, Class), fold: fn(&str, &mut String)) {
        let from = self.folded.len();
        let mut buffer = [0; 4];
        fold(c.encode_utf8(&mut buffer), &mut self.folded);
        if matches!(c, '~' | '～' | '〜' | '—' | '–' | '−') {
            self.folded.truncate(from);
            self.folded.push('-');
        }
        let kind = match class {
            Class::Figure => Kind::Figures(digit(c).unwrap_or_default().into(), 1),
            Class::Word => Kind::Word,
            Class::Letter => Kind::Letter,
            _ => Kind::Mark,
        };
        let folded = from..self.folded.len();
        self.list.push(Token { at, folded, kind, joined: last != Class::Space, capital: c.is_uppercase() });
    }

    fn longer(&mut self, end: usize, c: Option<char>, fold: fn(&str, &mut String)) {
        let Some(token) = self.list.last_mut() else { return };
        token.at.end = end;
        let Some(c) = c else { return };
        let mut buffer = [0; 4];
        fold(c.encode_utf8(&mut buffer), &mut self.folded);
        token.folded.end = self.folded.len();
        if let (Kind::Figures(worth, count), Some(d)) = (token.kind, digit(c)) {
            token.kind = Kind::Figures(worth.saturating_mul(10).saturating_add(d.into()), count.saturating_add(1));
        }
    }

    /// A token.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// A token as it is compared.
    pub fn folded(&self, at: usize) -> Option<&str> {
        self.folded.get(self.list.get(at)?.folded.clone())
    }

    /// Whether a token is this one, as it is compared.
    pub fn is(&self, at: usize, folded: &str) -> bool {
        self.folded(at) == Some(folded)
    }
}

fn class(c: char) -> Class {
    if c.is_ascii_alphabetic() {
        Class::Word
    } else if c.is_whitespace() {
        Class::Space
    } else if digit(c).is_some() {
        Class::Figure
    } else if matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{ad}' | '\u{61c}' | '\u{feff}')
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}')
    {
        Class::Silent
    } else if c == '〇' || c == '○' || script::has_no_spaces(c) {
        Class::Letter
    } else if c.is_alphanumeric() {
        Class::Word
    } else {
        Class::Mark
    }
}
