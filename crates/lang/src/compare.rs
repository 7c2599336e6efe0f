//! Comparing copy with the words of a language: without regard to case, to the digits and spaces that were used, and
//! to letters that writers use for one another (`common/fold.toml`).

use crate::{built_in, script};
use serde::Deserialize;
use std::{collections::HashMap, sync::LazyLock};

#[derive(Deserialize)]
struct Fold {
    same: Vec<String>,
    none: Vec<String>,
}

/// What stands for a character; nothing for one that is passed over.
static FOLDED: LazyLock<HashMap<char, Option<char>>> = LazyLock::new(|| {
    let Fold { same, none } = built_in::common("fold.toml");
    let same = same.into_iter().flat_map(|group| {
        let first = group.chars().next();
        group.chars().skip(1).map(move |c| (c, first)).collect::<Vec<_>>()
    });
    same.chain(none.iter().flat_map(|c| c.chars()).map(|c| (c, None))).collect()
});

/// The digits of the scripts in which news is written: their noughts.
const NOUGHTS: [char; 14] = ['0', '٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '೦', '൦', '๐', '０', '၀'];

/// The value of a digit of any script.
pub(crate) fn digit(c: char) -> Option<u8> {
    NOUGHTS.iter().find_map(|&zero| {
        let value = u32::from(c).checked_sub(u32::from(zero))?;
        u8::try_from(value).ok().filter(|value| *value < 10)
    })
}

/// A character as it is compared; nothing for one that is passed over. Spaces of every kind are one space.
fn folded(c: char) -> impl Iterator<Item = char> {
    let c = match FOLDED.get(&c) {
        Some(first) => *first,
        None if c.is_whitespace() => Some(' '),
        None => Some(digit(c).map_or(c, |d| char::from(b'0' + d))),
    };
    c.into_iter().flat_map(char::to_lowercase).filter_map(|c| FOLDED.get(&c).copied().unwrap_or(Some(c)))
}

/// The text as it is compared: see `common/fold.toml`. A run of spaces becomes one.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(folded) {
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

/// How many bytes of the text this phrase takes, when the text opens with it and its last word ends there. A space in
/// the phrase stands for any spaces or none.
pub fn opens(text: &str, phrase: &str) -> Option<usize> {
    let taken = takes(text, phrase)?;
    let last = text.get(..taken)?.chars().rfind(|c| folded(*c).next().is_some())?;
    let next = text.get(taken..)?.chars().next();
    let runs_on = next.is_some_and(char::is_alphanumeric) && last.is_alphanumeric() && !script::has_no_spaces(last);
    (!runs_on).then_some(taken)
}

/// As [`opens`], within a word too.
pub(crate) fn takes(text: &str, phrase: &str) -> Option<usize> {
    let mut have = text.char_indices().flat_map(|(at, c)| folded(c).map(move |f| (f, at + c.len_utf8()))).peekable();
    let mut taken = None;
    for wanted in fold(phrase).trim().chars() {
        if wanted == ' ' {
            while have.next_if(|(c, _)| *c == ' ').is_some() {}
        } else {
            taken = Some(have.next_if(|(c, _)| *c == wanted)?.1);
        }
    }
    let taken = taken?;
    let passed_over = |c: &char| FOLDED.get(c) == Some(&None);
    Some(taken + text.get(taken..)?.chars().take_while(passed_over).map(char::len_utf8).sum::<usize>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_phrase_is_found_however_it_is_typed() {
        assert_eq!(opens("ALSO  READ: a", "Also read"), Some(10));
        assert_eq!(opens("یہ بھي پڑھيں", "یہ بھی پڑھیں"), Some("یہ بھي پڑھيں".len()));
        assert_eq!(opens("كَتَبَ فلان", "كتب"), Some("كَتَبَ".len()));
        assert_eq!(opens("记者王五", "记者"), Some(6));
        assert_eq!(opens("２月３日", "2月"), Some(6));
    }

    #[test]
    fn a_word_has_to_end_where_the_phrase_does() {
        assert_eq!(opens("Byron wrote", "By"), None);
        assert_eq!(opens("By Ron", "By"), Some(2));
        assert_eq!(opens("Alsó", "Also"), None);
        assert_eq!(opens("", "By"), None);
        assert_eq!(opens("By", ""), None);
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
