//! The tail of an address, made from a headline.

use crate::Profile;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// The longest tail, in characters.
const LONGEST: usize = 80;

impl Profile {
    /// The tail of an address: lower case, letters and digits of any script, words joined by `-`, at most 80
    /// characters, cut at a word. Empty when the headline has no letter and no digit.
    pub fn tail(&self, headline: &str) -> String {
        let mut kept = String::with_capacity(headline.len());
        for c in headline.chars() {
            match c {
                c if unicode_normalization::char::is_combining_mark(c) => {
                    if kept.ends_with(|before| before != ' ') {
                        kept.push(c);
                    }
                }
                c if c.is_alphanumeric() => kept.push(c),
                '\'' | '’' | 'ʼ' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' => {}
                _ => kept.push(' '),
            }
        }
        let whole: String = kept.to_lowercase().nfc().collect();
        let mut out = String::new();
        let mut left = LONGEST;
        for word in whole.split_whitespace() {
            let length = word.chars().count() + usize::from(!out.is_empty());
            if length > left {
                if out.is_empty() {
                    out = beginning(word);
                }
                break;
            }
            if !out.is_empty() {
                out.push('-');
            }
            out.push_str(word);
            left -= length;
        }
        out
    }
}

/// As much of one long word as fits, without cutting a letter from its marks.
fn beginning(word: &str) -> String {
    let mut left = LONGEST;
    let fits = |letter: &&str| {
        let length = letter.chars().count();
        let fits = length <= left;
        left = left.saturating_sub(length);
        fits
    };
    word.graphemes(true).take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use crate::Languages;
    use proptest::prelude::*;

    fn tail(headline: &str) -> String {
        Languages::built_in().profile(&story::Tag::unknown()).tail(headline)
    }

    #[test]
    fn every_script_keeps_its_letters() {
        assert_eq!(tail("  The Mayor’s clock: 3-day stop! "), "the-mayors-clock-3-day-stop");
        assert_eq!(tail("گھنٹہ گھر کی گھڑی، ۳ دن بند"), "گھنٹہ-گھر-کی-گھڑی-۳-دن-بند");
        assert_eq!(tail("港口时钟停摆三天"), "港口时钟停摆三天");
        assert_eq!(tail("Élan «Größe»"), "élan-größe");
        assert_eq!(tail("…—!"), "");
    }

    #[test]
    fn a_long_headline_is_cut_at_a_word() {
        let long = tail(&"seven words make one very long headline ".repeat(5));
        assert!(long.chars().count() <= 80 && long.ends_with("very-long-headline"), "{long}");
        assert_eq!(tail(&"时".repeat(200)).chars().count(), 80);
    }

    proptest! {
        #[test]
        fn a_tail_is_its_own_tail(headline in "\\PC{0,120}|[a-zÀ-ž '’\u{301}\u{200c}-]{0,120}|[ء-ی \u{64e}\u{200c}]{0,120}") {
            let once = tail(&headline);
            prop_assert_eq!(tail(&once), once.clone());
            prop_assert!(once.chars().count() <= 80);
            prop_assert!(!once.starts_with('-') && !once.ends_with('-') && !once.contains("--"));
        }
    }
}
