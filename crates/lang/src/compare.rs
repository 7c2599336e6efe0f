//! Comparing copy with the words of a language: without regard to case, accents, the digits and spaces that were used,
//! and letters that writers use for one another (`common/fold.toml`).

use crate::{built_in, figure::digit, letter, script};
use serde::Deserialize;
use std::sync::LazyLock;
use unicode_normalization::char::decompose_canonical;

#[derive(Deserialize)]
struct Fold {
    same: Vec<String>,
    none: Vec<String>,
}

/// Characters with what stands for them, in their order; nothing for those that are passed over.
static STANDS_FOR: LazyLock<Vec<(char, Option<char>)>> = LazyLock::new(|| {
    let Fold { same, none } = built_in::common("fold.toml");
    let mut all: Vec<(char, Option<char>)> = Vec::new();
    for group in &same {
        let first = group.chars().next();
        all.extend(group.chars().skip(1).map(|c| (c, first)));
    }
    all.extend(none.iter().flat_map(|c| c.chars()).map(|c| (c, None)));
    all.sort_unstable();
    all
});

/// How many characters, from the first, are looked up in one step: the alphabets of Europe and of Arabic writing.
const LOW: usize = 0x780;

/// As which each of the first [`LOW`] characters is compared, and how many characters that is.
static COMPARED: LazyLock<Vec<([char; 3], u8)>> = LazyLock::new(|| {
    let compared = |c: char| {
        let (mut out, mut count) = (['\0'; 3], 0u8);
        spelt(c, |part| {
            // A fourth would be lost: no letter there has so many, and a test counts.
            if let Some(place) = out.get_mut(usize::from(count)) {
                *place = part;
                count += 1;
            }
        });
        (out, count)
    };
    ('\0'..).take(LOW).map(compared).collect()
});

const FIRST_HAN: usize = 0x4e00;

/// Of each common Chinese character, from [`FIRST_HAN`], whether another stands for it.
static HAN: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let is_entry = |c| STANDS_FOR.binary_search_by_key(&c, |entry| entry.0).is_ok();
    ('\u{4e00}'..='\u{9fff}').map(is_entry).collect()
});

fn stands_for(c: char) -> Option<char> {
    match STANDS_FOR.binary_search_by_key(&c, |entry| entry.0) {
        Ok(at) => STANDS_FOR.get(at).and_then(|entry| entry.1),
        Err(_) => Some(c),
    }
}

/// Gives each character as which this one is compared: none for one that is passed over, a space for any space.
fn folded(c: char, give: impl FnMut(char)) {
    match COMPARED.get(c as usize) {
        Some((parts, count)) => parts.iter().take(usize::from(*count)).copied().for_each(give),
        // Chinese characters have no case and no parts.
        None if letter::is_common_han(c) => match HAN.get((c as usize).wrapping_sub(FIRST_HAN)) {
            Some(false) => std::iter::once(c).for_each(give),
            _ => stands_for(c).into_iter().for_each(give),
        },
        None => spelt(c, give),
    }
}

/// As [`folded`], from the data.
fn spelt(c: char, mut give: impl FnMut(char)) {
    if c.is_ascii_alphanumeric() {
        return give(c.to_ascii_lowercase());
    }
    if c.is_whitespace() {
        return give(' ');
    }
    if let Some(value) = digit(c) {
        return give(char::from(b'0' + value));
    }
    let Some(c) = stands_for(c) else { return };
    for lower in c.to_lowercase() {
        decompose_canonical(lower, |part| {
            if let Some(part) = stands_for(part) {
                give(part);
            }
        });
    }
}

/// A text, character by character as it is compared, each with the byte at which its character of the text ends.
struct Folded<'t> {
    rest: std::str::CharIndices<'t>,
    /// What the last character of the text gave, last first.
    given: Vec<char>,
    end: usize,
}

impl<'t> Folded<'t> {
    fn new(text: &'t str) -> Self {
        Self { rest: text.char_indices(), given: Vec::new(), end: 0 }
    }
}

impl Iterator for Folded<'_> {
    type Item = (char, usize);

    fn next(&mut self) -> Option<Self::Item> {
        while self.given.is_empty() {
            let (at, c) = self.rest.next()?;
            self.end = at + c.len_utf8();
            // Most characters give one.
            let mut one = None;
            folded(c, |part| match one {
                None if self.given.is_empty() => one = Some(part),
                _ => {
                    self.given.extend(one.take());
                    self.given.push(part);
                }
            });
            if one.is_some() {
                return Some((one?, self.end));
            }
            self.given.reverse();
        }
        Some((self.given.pop()?, self.end))
    }
}

/// The text as it is compared: see `common/fold.toml`. A run of spaces becomes one.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_word_to(text, &mut out);
    out
}

/// Adds to `out` what [`fold`] makes of a text, of a word best: a space at its front is one with a space before it.
pub(crate) fn fold_word_to(text: &str, out: &mut String) {
    for c in text.chars() {
        folded(c, |part| {
            if part != ' ' || !out.ends_with(' ') {
                out.push(part);
            }
        });
    }
}

/// The character as which one is compared that is compared as one; the first of several, none for one that is passed
/// over.
pub(crate) fn fold_char(c: char) -> Option<char> {
    let mut first = None;
    folded(c, |part| first = first.or(Some(part)));
    first
}

/// Adds a character as it is compared to `out`.
pub(crate) fn fold_to(c: char, out: &mut String) {
    folded(c, |part| out.push(part));
}

/// How many bytes of the text this phrase takes, when the text opens with it and its last word or figure ends
/// there. A space in the phrase stands for any spaces or none.
pub fn opens(text: &str, phrase: &str) -> Option<usize> {
    let taken = takes(text, phrase)?;
    let kept = |c: &char| stands_for(*c).is_some();
    let last = text.get(..taken)?.chars().rfind(kept)?;
    let next = text.get(taken..)?.chars().next();
    let both = |test: fn(char) -> bool| test(last) && next.is_some_and(test);
    let runs_on = both(letter::is_alphabetic) && !script::has_no_spaces(last) || both(letter::is_numeric);
    (!runs_on).then_some(taken)
}

/// As [`opens`], for the first of these phrases that fits.
pub fn opens_with<'p>(text: &str, phrases: impl IntoIterator<Item = &'p String>) -> Option<usize> {
    let first = |text: &str| text.chars().find_map(fold_char);
    let begins = first(text);
    phrases.into_iter().filter(|phrase| first(phrase.trim()) == begins).find_map(|phrase| opens(text, phrase))
}

/// As [`opens`], within a word too.
pub(crate) fn takes(text: &str, phrase: &str) -> Option<usize> {
    let mut have = Folded::new(text).peekable();
    let mut taken = None;
    for (wanted, _) in Folded::new(phrase.trim()) {
        if wanted == ' ' {
            while have.next_if(|(c, _)| *c == ' ').is_some() {}
        } else {
            taken = Some(have.next_if(|(c, _)| *c == wanted)?.1);
        }
    }
    let taken = taken?;
    let passed_over = |c: &char| stands_for(*c).is_none();
    Some(taken + text.get(taken..)?.chars().take_while(passed_over).map(char::len_utf8).sum::<usize>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    #[test]
    fn a_phrase_is_found_however_it_is_typed() {
        assert_eq!(opens("ALSO  READ: a", "Also read"), Some(10));
        assert_eq!(opens("یہ بھي پڑھيں", "یہ بھی پڑھیں"), Some("یہ بھي پڑھيں".len()));
        assert_eq!(opens("كَتَبَ فلان", "كتب"), Some("كَتَبَ".len()));
        assert_eq!(opens("记者王五", "记者"), Some(6));
        assert_eq!(opens("２月３日", "2月"), Some(6));
        assert_eq!(opens("A LIRE\u{a0}AUSSI : x", "À lire aussi"), Some(13));
        assert_eq!(opens("À lire aussi".nfd().collect::<String>().as_str(), "à lire aussi"), Some(14));
        assert_eq!(opens("Читайте еще", "Читайте ещё"), Some("Читайте еще".len()));
    }

    #[test]
    fn a_word_has_to_end_where_the_phrase_does() {
        assert_eq!(opens("Byron wrote", "By"), None);
        assert_eq!(opens("By Ron", "By"), Some(2));
        assert_eq!(opens("Alsop", "Also"), None);
        assert_eq!(opens("", "By"), None);
        assert_eq!(opens("By", ""), None);
    }

    #[test]
    fn what_is_looked_up_is_what_the_data_says() {
        for c in ('\0'..).take(LOW).chain('\u{4e00}'..='\u{9fff}') {
            let (mut looked_up, mut said) = (String::new(), String::new());
            folded(c, |part| looked_up.push(part));
            spelt(c, |part| said.push(part));
            assert_eq!(looked_up, said, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_is_an_opening_of_the_text(text in "\\PC{0,20}|[ aA\u{64e}1۱]{0,9}", phrase in "\\PC{0,4}|[ a1]{0,4}") {
            if let Some(taken) = opens(&text, &phrase) {
                prop_assert!(text.is_char_boundary(taken));
            }
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
