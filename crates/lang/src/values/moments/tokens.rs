//! A text in words, figures and marks, each as it is compared.

use super::vocabulary::Id;
use crate::{compare::fold_to, figure::digit, letter, script};
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
    /// By token, its number among the words of the patterns.
    ids: Vec<Id>,
    /// The same without what is written on to its front, in the order of the tokens.
    bare: Vec<(usize, Id)>,
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

    fn cut(text: &str, fold: fn(char, &mut String)) -> Self {
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

    fn begin(&mut self, at: Range<usize>, c: char, (class, last): (Class, Class), fold: fn(char, &mut String)) {
        let from = self.folded.len();
        self.push(c, fold);
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
        self.list.push(Token { at, folded, kind, joined: last != Class::Space, capital: letter::is_uppercase(c) });
    }

    /// Adds a character as it is compared.
    fn push(&mut self, c: char, fold: fn(char, &mut String)) {
        if c.is_ascii_alphanumeric() {
            self.folded.push(c.to_ascii_lowercase());
        } else {
            fold(c, &mut self.folded);
        }
    }

    fn longer(&mut self, end: usize, c: Option<char>, fold: fn(char, &mut String)) {
        if let Some(c) = c {
            self.push(c, fold);
        }
        let Some(token) = self.list.last_mut() else { return };
        token.at.end = end;
        let Some(c) = c else { return };
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

    /// Numbers the tokens: `ids` by token, `bare` without what is written on to the front of some.
    pub fn number(&mut self, ids: Vec<Id>, bare: Vec<(usize, Id)>) {
        (self.ids, self.bare) = (ids, bare);
    }

    /// The number of a token; nought for what no pattern has.
    pub fn id(&self, at: usize) -> Id {
        self.ids.get(at).copied().unwrap_or_default()
    }

    /// The numbers of a token without what is written on to its front.
    pub fn bare(&self, at: usize) -> impl Iterator<Item = Id> {
        let from = if self.bare.is_empty() { 0 } else { self.bare.partition_point(|entry| entry.0 < at) };
        self.bare.iter().skip(from).take_while(move |entry| entry.0 == at).map(|entry| entry.1)
    }

    /// Whether a token is this word of a pattern, with or without what is written on to its front.
    pub fn stands_for(&self, at: usize, id: Id) -> bool {
        self.id(at) == id && id != 0 || !self.bare.is_empty() && self.bare(at).any(|bare| bare == id)
    }

    /// Whether a token is this one, as it is compared.
    pub fn is(&self, at: usize, folded: &str) -> bool {
        self.folded(at) == Some(folded)
    }
}

/// Whether it is a letter of an alphabet of the news, told without a table.
fn is_plain_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}')
        || matches!(c, '\u{400}'..='\u{481}' | '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}')
}

fn class(c: char) -> Class {
    if is_plain_letter(c) {
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
    } else if letter::is_alphanumeric(c) {
        Class::Word
    } else {
        Class::Mark
    }
}
