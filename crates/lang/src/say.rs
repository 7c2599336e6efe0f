//! Words on the screen.

use crate::{Profile, Word, isolate::isolate, phrase};
use icu::plurals::PluralCategory;
use std::borrow::Cow;

impl Profile {
    /// A string without gaps. One that has gaps comes with its braces.
    pub fn say(&self, word: Word) -> &str {
        self.form(word, PluralCategory::Other)
    }

    /// A string with its gaps filled; values that run against the line are isolated. Plain text, not HTML.
    pub fn say_with(&self, word: Word, gaps: &[(&str, &str)]) -> String {
        self.filled(self.form(word, PluralCategory::Other), gaps)
    }

    /// The form of a string that goes with this number; `{count}` is printed as [`Profile::number`] does.
    pub fn say_count(&self, word: Word, count: u64, gaps: &[(&str, &str)]) -> String {
        let printed = self.number(i64::try_from(count).unwrap_or(i64::MAX));
        let form = self.form(word, self.phrases().category(count));
        let with_count: Vec<_> = gaps.iter().copied().chain([("count", printed.as_str())]).collect();
        self.filled(form, &with_count)
    }

    fn form(&self, word: Word, category: PluralCategory) -> &str {
        self.phrases().all.get(word as usize).map_or("", |phrase| phrase.form(category))
    }

    fn filled(&self, template: &str, gaps: &[(&str, &str)]) -> String {
        phrase::fill(template, |name| {
            gaps.iter().find(|(gap, _)| *gap == name).map(|(_, value)| isolate(value, self.speaks_towards()))
        })
    }
}

/// A pattern filled with values that are ready to be printed.
pub(crate) fn pattern<'v>(template: &str, gaps: &[(&str, Cow<'v, str>)]) -> String {
    phrase::fill(template, |name| gaps.iter().find(|(gap, _)| *gap == name).map(|(_, value)| value.clone()))
}
