//! A single plain line: a byline, a place, a credit, a title.

use serde::{Deserialize, Serialize};
use std::{fmt, ops::Deref};

/// One line of plain text in normal form: no control characters, no line ends, single spaces, none at the ends.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Line(String);

/// Characters that no text keeps: controls (but for what the caller handles) and Unicode's noncharacters, which XML
/// 1.0 cannot carry.
pub(super) fn is_unkept(c: char) -> bool {
    c.is_control() || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff) || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// A character that folds into a single space. No-break and other typographic spaces are kept as they are.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a text is in its normal form already, but for a space at its beginning and one at its end: most text is,
/// and need not be looked at sign by sign.
pub(super) fn is_tidy(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut after_space = false;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b' ' if after_space => return false,
            b' ' => {
                after_space = true;
                continue;
            }
            0..0x20 | 0x7f => return false,
            // The first bytes of what is folded or not kept: U+0080 to U+009F, U+2028, U+2029, the noncharacters.
            0xc2 | 0xe2 | 0xef | 0xf0..=0xf4 => {
                let c = text.get(at..).and_then(|rest| rest.chars().next());
                if c.is_none_or(|c| is_space(c) || is_unkept(c)) {
                    return false;
                }
            }
            _ => {}
        }
        after_space = false;
    }
    true
}

impl Line {
    /// The line in its normal form.
    pub fn new(text: impl AsRef<str>) -> Self {
        if is_tidy(text.as_ref()) {
            return Self(text.as_ref().trim_matches(' ').to_owned());
        }
        let mut out = String::with_capacity(text.as_ref().len());
        for word in text.as_ref().split(is_space) {
            let start = out.len();
            if start > 0 {
                out.push(' ');
            }
            let kept = out.len();
            out.extend(word.chars().filter(|&c| !is_unkept(c)));
            if out.len() == kept {
                out.truncate(start);
            }
        }
        Self(out)
    }
}

impl Deref for Line {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Line {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<Line> for String {
    fn from(line: Line) -> String {
        line.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_one_line_with_single_spaces() {
        assert_eq!(&*Line::new("  By\t Ana \u{0}\n  Lopez "), "By Ana Lopez");
        assert!(Line::new(" \u{1} \n").is_empty());
    }

    proptest! {
        #[test]
        fn the_normal_form_is_normal(text in "\\PC{0,30}|.{0,30}|[ \\t\\n\u{0}a\u{fffe}]{0,20}") {
            let once = Line::new(&text);
            prop_assert_eq!(&Line::new(&*once), &once);
            prop_assert!(is_tidy(&once));
            prop_assert!(!is_tidy(&text) || *once == *text.trim_matches(' '));
            prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
        }
    }
}
