//! What a story is about, by code: a subject, a genre, anything of a controlled vocabulary.

use crate::{Data, text::Line};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The longest code that is accepted, in bytes. The standard sets no bound.
pub const LONGEST: usize = 512;

/// A code of a vocabulary as the trade writes it: the vocabulary's alias, a colon, the code (QCode, IPTC NewsML-G2):
/// `medtop:20000001`, `genre:Current`, `desk:harbour`. No space stands in it, and the code may hold more colons, so
/// that the whole address of a concept is a QCode too, of the alias `http` or `https`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct QCode {
    whole: Line,
    /// Where the colon stands, in bytes.
    colon: usize,
}

/// Why a text is not a code of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a code of a vocabulary, such as medtop:20000001")]
pub struct NotAQCode(pub String);

impl QCode {
    /// The alias of the vocabulary: `medtop`. It says which one only together with a catalog.
    pub fn alias(&self) -> &str {
        self.whole.get(..self.colon).unwrap_or_default()
    }

    /// The code within the vocabulary: `20000001`.
    pub fn code(&self) -> &str {
        self.whole.get(self.colon + 1..).unwrap_or_default()
    }

    /// Both, as they are written: `medtop:20000001`.
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// Whether it is the address of a concept (`https://...`), of a vocabulary that has no alias here.
    pub fn is_address(&self) -> bool {
        ["http", "https"].iter().any(|scheme| self.alias().eq_ignore_ascii_case(scheme))
            && self.code().starts_with("//")
    }
}

impl FromStr for QCode {
    type Err = NotAQCode;
    fn from_str(text: &str) -> Result<Self, NotAQCode> {
        let whole = if text.len() <= LONGEST { Line::new(text) } else { Line::default() };
        match whole.find(':') {
            // What a line drops or folds is no part of a code either.
            Some(colon)
                if 0 < colon && colon + 1 < whole.len() && *whole == *text && !text.contains(char::is_whitespace) =>
            {
                Ok(Self { whole, colon })
            }
            _ => Err(NotAQCode(text.chars().take(64).collect())),
        }
    }
}

impl TryFrom<&Line> for QCode {
    type Error = NotAQCode;
    fn try_from(line: &Line) -> Result<Self, NotAQCode> {
        line.parse()
    }
}

impl TryFrom<String> for QCode {
    type Error = NotAQCode;
    fn try_from(text: String) -> Result<Self, NotAQCode> {
        text.parse()
    }
}

impl From<QCode> for String {
    fn from(code: QCode) -> String {
        code.whole.into()
    }
}

/// As story data holds it.
impl From<QCode> for Line {
    fn from(code: QCode) -> Line {
        code.whole
    }
}

impl AsRef<str> for QCode {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for QCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Data {
    /// Its subjects, as codes. A line that is none, such as a bare word that somebody typed, is passed over.
    pub fn subject_codes(&self) -> impl Iterator<Item = QCode> {
        self.subjects.iter().filter_map(|line| line.parse().ok())
    }

    /// Its genre, as a code.
    pub fn genre_code(&self) -> Option<QCode> {
        self.genre.as_ref()?.parse().ok()
    }

    /// Adds a subject, once, as long as there is room ([`MOST_LABELS`](crate::data::MOST_LABELS)). Says whether the
    /// story has it now.
    pub fn add_subject(&mut self, code: QCode) -> bool {
        let line = Line::from(code);
        if !self.subjects.contains(&line) {
            if self.subjects.len() >= crate::data::MOST_LABELS {
                return false;
            }
            self.subjects.push(line);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::MOST_LABELS;
    use proptest::prelude::*;

    fn code(text: &str) -> QCode {
        text.parse().expect("a code")
    }

    #[test]
    fn a_code_is_an_alias_and_a_code() {
        let topic = code("medtop:20000001");
        assert_eq!((topic.alias(), topic.code()), ("medtop", "20000001"));
        assert!(!topic.is_address());
        let more = code("desk:north:harbour");
        assert_eq!((more.alias(), more.code()), ("desk", "north:harbour"));
        assert!(code("https://example.org/topics/7").is_address());
        assert!(!code("http:7").is_address());
    }

    #[test]
    fn what_is_not_a_code_is_refused() {
        for text in ["", ":", "medtop", "medtop:", ":20000001", "medtop: 20000001", "a b:c", "a:b\u{0}", "a:b\u{a0}c"] {
            assert_eq!(text.parse::<QCode>(), Err(NotAQCode(text.into())));
        }
        assert!(format!("a:{}", "b".repeat(LONGEST)).parse::<QCode>().is_err());
    }

    #[test]
    fn story_data_holds_codes_as_lines() {
        let mut data = Data { genre: Some(Line::new("genre:Current")), ..Data::default() };
        data.subjects = vec![Line::new("medtop:11000000"), Line::new("a bare word")];
        assert!(data.add_subject(code("medtop:11000000")) && data.add_subject(code("medtop:20000574")));
        let subjects: Vec<String> = data.subject_codes().map(String::from).collect();
        assert_eq!(subjects, ["medtop:11000000", "medtop:20000574"]);
        assert_eq!(data.genre_code().as_ref().map(QCode::code), Some("Current"));
        assert_eq!(Data::from_stored(&data.stored()), Ok(data));
    }

    #[test]
    fn a_story_has_so_many_subjects_and_no_more() {
        let mut data = Data::default();
        assert!((0..MOST_LABELS).all(|n| data.add_subject(code(&format!("desk:{n}")))));
        assert!(!data.add_subject(code("desk:one-more")) && data.fits());
        assert!(data.add_subject(code("desk:0")));
    }

    proptest! {
        #[test]
        fn a_code_is_what_it_was_read_from(text in "\\PC{0,12}|[a-z]{0,4}:[ -~]{0,9}|.{0,9}") {
            if let Ok(code) = text.parse::<QCode>() {
                prop_assert_eq!(code.as_str(), &text);
                prop_assert_eq!(format!("{}:{}", code.alias(), code.code()), text);
                prop_assert!(!code.alias().is_empty() && !code.code().is_empty());
                prop_assert_eq!(QCode::try_from(&Line::from(code.clone())), Ok(code));
            }
        }
    }
}
