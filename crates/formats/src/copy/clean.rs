//! Characters that nobody sees, and the normal form of those that everybody does.

use super::reading::{Aside, Furniture};
use super::traced::{Rewrite, Traced};
use story::Line;
use unicode_normalization::{IsNormalized, UnicodeNormalization, char::canonical_combining_class, is_nfc_quick};

/// What was done.
#[derive(Debug, Default)]
pub(super) struct Cleaned {
    /// Invisible characters taken out.
    pub invisible: usize,
    /// Words joined that a hyphen parted at a line's end.
    pub hyphens: usize,
    /// What was taken out, as bytes of the input.
    pub dropped: Vec<Aside>,
}

/// Takes out what nobody sees and brings the rest into NFC (Unicode Standard Annex 15).
pub(super) fn clean(text: Traced) -> (Traced, Cleaned) {
    let mut done = Cleaned::default();
    let text = without_invisible(&text, &mut done).unwrap_or(text);
    (composed(&text).unwrap_or(text), done)
}

/// A character that shows nothing and means nothing in copy. Joiners stay (Urdu and emoji need them), and so do
/// the marks of direction that stand alone; embeddings and overrides reach beyond their line and go.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{feff}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{180e}' | '\u{ad}' | '\u{fff9}'..='\u{fffb}'
        | '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}' | '\u{e0001}'..='\u{e007f}'
        | '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}')
}

fn without_invisible(text: &Traced, done: &mut Cleaned) -> Option<Traced> {
    let mut rewrite = Rewrite::of(text);
    for (at, c) in text.text.char_indices() {
        if !is_invisible(c) || at < rewrite.done() {
            continue;
        }
        let mut end = at + c.len_utf8();
        let rest = text.text.get(end..).unwrap_or_default();
        if c == '\u{ad}' {
            let after = rest.trim_start_matches([' ', '\t', '\r']);
            if let Some(next) = after.strip_prefix('\n').filter(|next| next.starts_with(char::is_alphabetic)) {
                end = text.text.len() - next.len();
                done.hyphens += 1;
            }
        }
        done.invisible += 1;
        done.dropped.push(Aside { range: text.source(&(at..end)), kind: Furniture::Junk, words: Line::default() });
        rewrite.replace(at..end, "");
    }
    rewrite.finish()
}

/// The text in NFC, cluster by cluster, so that the origin of each is kept.
fn composed(text: &Traced) -> Option<Traced> {
    if text.text.is_ascii() || is_nfc_quick(text.text.chars()) == IsNormalized::Yes {
        return None;
    }
    let mut rewrite = Rewrite::of(text);
    let mut start = 0;
    for (end, c) in text.text.char_indices().skip(1).chain([(text.text.len(), '\0')]) {
        // A cluster ends where no accent follows and nothing composes with what stands before (Hangul does).
        if canonical_combining_class(c) != 0 || is_nfc_quick(std::iter::once(c)) == IsNormalized::Maybe {
            continue;
        }
        let cluster = text.text.get(start..end).unwrap_or_default();
        if is_nfc_quick(cluster.chars()) != IsNormalized::Yes {
            let normal: String = cluster.nfc().collect();
            if normal != cluster {
                rewrite.replace(start..end, &normal);
            }
        }
        start = end;
    }
    rewrite.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cleaned(text: &str) -> (String, Cleaned) {
        let (text, done) = clean(Traced::straight(text.into(), 0));
        (text.text, done)
    }

    #[test]
    fn what_nobody_sees_is_taken_out() {
        let (text, done) = cleaned("\u{feff}a\u{200b}b\u{200c}c\u{202e}d\u{200f}");
        assert_eq!(text, "ab\u{200c}cd\u{200f}");
        assert_eq!(done.invisible, 3);
        assert_eq!(done.dropped.first(), Some(&Aside { range: 0..3, kind: Furniture::Junk, words: Line::default() }));
    }

    #[test]
    fn a_word_that_a_soft_hyphen_parts_is_whole_again() {
        let (text, done) = cleaned("agri\u{ad} \nculture and rain\u{ad}fall\u{ad}\n\nx");
        assert_eq!(text, "agriculture and rainfall\n\nx");
        assert_eq!(done.hyphens, 1);
    }

    #[test]
    fn letters_and_accents_are_put_together() {
        assert_eq!(cleaned("cafe\u{301} \u{627}\u{653}\u{628} x").0, "café آب x");
    }

    proptest! {
        #[test]
        fn the_outcome_is_nfc(text in "[a-zé\u{301}\u{327}\u{627}\u{653}\u{1100}\u{1161}\u{11a8}\u{212b}\n]{0,20}|\\PC{0,20}") {
            let (out, _) = cleaned(&text);
            prop_assert!(unicode_normalization::is_nfc(&out));
        }
    }
}
