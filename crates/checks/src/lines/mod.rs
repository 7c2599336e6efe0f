//! For machines: one JSON object a line in, one out.

mod pair;
mod story;
mod stream;

pub use pair::pair;
pub use story::story;
pub use stream::{Answering, Ended, stream};

use ::story::{
    Text,
    text::{Block, Inline},
};
use lang::Languages;

/// The longest line that is read, in bytes.
pub const LONGEST_LINE: usize = 8 * 1024 * 1024;

/// Why a line cannot be checked.
#[derive(Debug, thiserror::Error)]
pub enum BadLine {
    /// It is longer than [`LONGEST_LINE`].
    #[error("the line has {0} bytes; {LONGEST_LINE} is the most")]
    TooLong(usize),
    /// It is no object of the shape that is asked for.
    #[error("not what is asked for: {0}")]
    Shape(#[from] serde_json::Error),
    /// It names a language by no BCP 47 tag.
    #[error("{0:?} is no language tag")]
    Language(String),
    /// It is no text in UTF-8.
    #[error("the line is not UTF-8: {0}")]
    NotUtf8(#[from] std::str::Utf8Error),
}

fn fits(line: &str) -> Result<(), BadLine> {
    if line.len() > LONGEST_LINE { Err(BadLine::TooLong(line.len())) } else { Ok(()) }
}

fn profile(languages: &Languages, tag: &str) -> Result<std::sync::Arc<lang::Profile>, BadLine> {
    tag.parse().map(|tag| languages.profile(&tag)).map_err(|_| BadLine::Language(tag.chars().take(40).collect()))
}

/// A text of paragraphs apart by line ends.
pub(crate) fn text(title: &str, body: &str) -> Text {
    let paragraphs = body.lines().map(Inline::plain_text).filter(|inline| !inline.is_empty());
    Text { headline: Inline::plain_text(title), body: paragraphs.map(Block::Paragraph).collect(), ..Text::default() }
}

/// All that is found in a text of paragraphs, for tests of rules.
#[cfg(test)]
pub(crate) fn read_and_check(tag: &str, body: &str, style: &crate::HouseStyle) -> Vec<crate::Finding> {
    let languages = Languages::built_in();
    let profile = profile(languages, tag).expect("a tag");
    let text = text("", body);
    crate::check(&crate::Material { text: &text, profile: &profile, languages, date: None, asides: &[], style })
}
