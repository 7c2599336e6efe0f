//! What the checks found, as commands tell it: a [`Report`] for programs, and words for a person, as a compiler shows
//! its errors.

mod caret;
mod input;
mod report;
mod words;

pub use input::Input;
pub use report::{Edition, Listed, Report, Shown, Spot};
pub use words::{line, listed, whole};

use lang::{Languages, Profile};
use std::sync::Arc;
use story::Tag;

/// The language of whoever reads, as the system knows it, if the agency has it.
pub fn reader() -> Option<Tag> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    let word = set.into_iter().find(|word| !word.is_empty())?;
    word.split(['_', '.', '@']).next()?.parse().ok()
}

/// The words in which a finding is said: those of the reader's language, else those of the rest of the program.
pub fn profile(languages: &Languages, reader: Option<&Tag>) -> Arc<Profile> {
    let own = reader.and_then(|tag| languages.get(tag).or_else(|| Languages::built_in().get(tag)));
    let program = || "en".parse().ok().and_then(|tag: Tag| Languages::built_in().get(&tag));
    own.or_else(program).cloned().unwrap_or_else(|| languages.profile(&Tag::unknown()))
}
