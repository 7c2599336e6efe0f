//! Letters and figures, told in one step.
//!
//! What the standard library answers for a character beyond ASCII it searches for in a table of ranges. The checks ask
//! of every character of a text a dozen times over: here the first characters, which hold every alphabet of the news,
//! have their answers in a row, and so have the Chinese ones.

use std::sync::LazyLock;

/// How many characters, from the first, have their answers in the row: every alphabet up to the marks of Chinese.
const LOW: usize = 0x3100;

const ALPHABETIC: u8 = 1;
const NUMERIC: u8 = 2;
const LOWERCASE: u8 = 4;
const UPPERCASE: u8 = 8;

static ROW: LazyLock<[u8; LOW]> = LazyLock::new(|| {
    let mut row = [0; LOW];
    for (answers, c) in row.iter_mut().zip('\0'..) {
        *answers = [
            (ALPHABETIC, c.is_alphabetic()),
            (NUMERIC, c.is_numeric()),
            (LOWERCASE, c.is_lowercase()),
            (UPPERCASE, c.is_uppercase()),
        ]
        .iter()
        .fold(0, |answers, (bit, yes)| if *yes { answers | bit } else { answers });
    }
    row
});

/// What [`char::is_alphabetic`] says.
pub fn is_alphabetic(c: char) -> bool {
    is(c, ALPHABETIC, char::is_alphabetic)
}

/// What [`char::is_numeric`] says.
pub fn is_numeric(c: char) -> bool {
    is(c, NUMERIC, char::is_numeric)
}

/// What [`char::is_alphanumeric`] says.
pub fn is_alphanumeric(c: char) -> bool {
    is(c, ALPHABETIC | NUMERIC, char::is_alphanumeric)
}

/// What [`char::is_lowercase`] says.
pub fn is_lowercase(c: char) -> bool {
    is(c, LOWERCASE, char::is_lowercase)
}

/// What [`char::is_uppercase`] says.
pub fn is_uppercase(c: char) -> bool {
    is(c, UPPERCASE, char::is_uppercase)
}

/// Whether one of the answers of the row is yes; of a character behind it, what the standard library says.
fn is(c: char, any: u8, slow: fn(char) -> bool) -> bool {
    match ROW.get(c as usize) {
        Some(answers) => answers & any != 0,
        None if is_common_han(c) => any & ALPHABETIC != 0,
        None => slow(c),
    }
}

/// Whether it is one of the Chinese characters of every text: letters, all of them.
pub(crate) const fn is_common_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_character_is_what_the_standard_library_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(super::is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(super::is_numeric(c), c.is_numeric(), "{c:?}");
            assert_eq!(super::is_lowercase(c), c.is_lowercase(), "{c:?}");
            assert_eq!(super::is_uppercase(c), c.is_uppercase(), "{c:?}");
        }
    }
}
