//! The words of a text: runs of letters and figures; of a script without spaces, each character.

use std::ops::Range;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextWord {
    /// Its bytes.
    pub at: Range<usize>,
}

impl TextWord {
    /// The word itself.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.at.clone()).unwrap_or_default()
    }
}

/// The words, in order. Apostrophes and hyphens stand between words.
pub(crate) fn text_words(text: &str) -> Vec<TextWord> {
    let mut out: Vec<TextWord> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if stands_alone(c) {
            out.push(TextWord { at: at..end });
            open = false;
        } else if lang::letter::is_alphanumeric(c) || open && is_part(c) {
            match out.last_mut() {
                Some(last) if open => last.at.end = end,
                _ => out.push(TextWord { at: at..end }),
            }
            open = true;
        } else {
            open = false;
        }
    }
    out
}

/// Marks that stand on or in a word: vowel signs, the joiners of Arabic writing, the soft hyphen.
fn is_part(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
        || matches!(c, '\u{6d6}'..='\u{6ed}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Whether a character of a script without spaces.
fn stands_alone(c: char) -> bool {
    c >= '\u{2e80}' && is_sign(c)
}

fn is_sign(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
        || matches!(c, '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
