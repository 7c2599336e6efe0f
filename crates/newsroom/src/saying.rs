//! What is said to a person: a string of the language folders with what fills its gaps. It is kept and sent as data, so
//! that each reads it in their own language.

use lang::{Languages, Profile, Word};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use story::Tag;

/// A string of [`lang::Word`] with what fills its gaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// The key of the string.
    word: Cow<'static, str>,
    /// What fills its gaps, by their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<(Cow<'static, str>, Gap)>,
}

/// What fills a gap: printed as the reader's language does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// Words of somebody, or a name that is the same everywhere.
    Words(String),
    /// A number. In the gap `count` it chooses the form of the string.
    Number(u64),
    /// A language, by its own name.
    Language(Tag),
    /// A string of the program, by its key.
    Word(Cow<'static, str>),
}

impl Gap {
    /// A number of things.
    pub(crate) const fn count(of: usize) -> Gap {
        Gap::Number(of as u64)
    }

    /// A string of the program.
    pub(crate) const fn word(word: Word) -> Gap {
        Gap::Word(Cow::Borrowed(word.key()))
    }

    fn printed(&self, profile: &Profile, languages: &Languages) -> String {
        match self {
            Gap::Words(words) => words.clone(),
            Gap::Number(number) => profile.number(i64::try_from(*number).unwrap_or(i64::MAX)),
            Gap::Language(tag) => languages.profile(tag).name().to_owned(),
            Gap::Word(key) => Word::from_key(key).map_or_else(|| key.to_string(), |word| profile.say(word).to_owned()),
        }
    }
}

impl Saying {
    /// A string without gaps.
    pub(crate) const fn plain(word: Word) -> Self {
        Self { word: Cow::Borrowed(word.key()), gaps: Vec::new() }
    }

    /// A string with its gaps.
    pub(crate) fn new<const N: usize>(word: Word, gaps: [(&'static str, Gap); N]) -> Self {
        let gaps = gaps.into_iter().map(|(name, gap)| (name.into(), gap)).collect();
        Self { word: word.key().into(), gaps }
    }

    /// The sentence in the language of `profile`; `languages` are the house's, for their names.
    pub fn printed(&self, profile: &Profile, languages: &Languages) -> String {
        let Some(word) = Word::from_key(&self.word) else { return self.word.clone().into_owned() };
        let values: Vec<(&str, String)> =
            self.gaps.iter().map(|(name, gap)| (name.as_ref(), gap.printed(profile, languages))).collect();
        let gaps: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let count = self.gaps.iter().find_map(|(name, gap)| match gap {
            Gap::Number(number) if name == "count" => Some(*number),
            _ => None,
        });
        match count {
            Some(count) if word.is_counted() => profile.say_count(word, count, &gaps),
            _ => profile.say_with(word, &gaps),
        }
    }

    /// Several sentences, one after the other.
    pub fn all_printed(sayings: &[Saying], profile: &Profile, languages: &Languages) -> String {
        sayings.iter().map(|saying| saying.printed(profile, languages)).collect::<Vec<_>>().join(" ")
    }

    /// Several sentences as they are kept.
    pub(crate) fn stored(sayings: &[Saying]) -> String {
        serde_json::to_string(sayings).unwrap_or_default()
    }

    /// What was kept, in the language of `profile`. What an older program kept is a sentence already.
    pub fn stored_printed(stored: &str, profile: &Profile, languages: &Languages) -> String {
        match serde_json::from_str::<Vec<Saying>>(stored) {
            Ok(sayings) => Self::all_printed(&sayings, profile, languages),
            Err(_) => stored.to_owned(),
        }
    }
}
