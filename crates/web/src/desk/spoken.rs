//! Words in a language that need not be the page's.

use lang::Languages;
use story::Tag;

/// Words with their language and direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spoken {
    pub text: String,
    pub lang: Tag,
    pub dir: &'static str,
}

impl Spoken {
    pub fn new(languages: &Languages, lang: &Tag, text: impl Into<String>) -> Self {
        let dir = languages.profile(lang).direction().as_str();
        Self { text: text.into(), lang: lang.clone(), dir }
    }
}
