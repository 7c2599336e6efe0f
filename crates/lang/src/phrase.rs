//! Strings with gaps: `An earlier version said {was}.`

use icu::plurals::{PluralCategory, PluralRules};
use std::collections::BTreeMap;

/// A string of a language folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// The same for every number.
    Plain(String),
    /// A form for each plural category of the language.
    Counted(BTreeMap<PluralCategory, String>),
}

impl Phrase {
    /// The form for a plural category; the general one when there is none.
    pub(crate) fn form(&self, category: PluralCategory) -> &str {
        match self {
            Phrase::Plain(text) => text,
            Phrase::Counted(forms) => {
                forms.get(&category).or_else(|| forms.get(&PluralCategory::Other)).map_or("", String::as_str)
            }
        }
    }

    /// Every form.
    pub(crate) fn forms(&self) -> Vec<&str> {
        match self {
            Phrase::Plain(text) => vec![text],
            Phrase::Counted(forms) => forms.values().map(String::as_str).collect(),
        }
    }
}

/// The strings of a language, in the order of [`crate::Word::ALL`], with the rules that choose their forms.
#[derive(Debug)]
pub(crate) struct Phrases {
    pub(crate) all: Vec<Phrase>,
    pub(crate) rules: Option<PluralRules>,
}

impl Phrases {
    /// The category of a number.
    pub(crate) fn category(&self, count: u64) -> PluralCategory {
        self.rules.as_ref().map_or(PluralCategory::Other, |rules| rules.category_for(count))
    }
}

/// One part of a string with gaps.
pub(crate) enum Part<'a> {
    /// Words as they stand.
    Text(&'a str),
    /// The name of a gap.
    Gap(&'a str),
}

/// The parts of a string. A brace that opens no gap is a character like any other.
pub(crate) fn parts(mut template: &str) -> Vec<Part<'_>> {
    let mut out = Vec::new();
    while let Some((before, name, after)) = first_gap(template) {
        if !before.is_empty() {
            out.push(Part::Text(before));
        }
        out.push(Part::Gap(name));
        template = after;
    }
    if !template.is_empty() {
        out.push(Part::Text(template));
    }
    out
}

/// What stands before the first gap, the gap's name, and what comes after it.
fn first_gap(template: &str) -> Option<(&str, &str, &str)> {
    template.match_indices('{').find_map(|(open, _)| {
        let (name, after) = template.get(open + 1..)?.split_once('}')?;
        let named = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        named.then(|| (&template[..open], name, after))
    })
}

/// The string with its gaps filled. A gap that nobody fills stays as it is.
pub(crate) fn fill<'v>(template: &str, value: impl Fn(&str) -> Option<std::borrow::Cow<'v, str>>) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    for part in parts(template) {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Gap(name) => match value(name) {
                Some(value) => out.push_str(&value),
                None => out.extend(["{", name, "}"]),
            },
        }
    }
    out
}

/// The names of the gaps, sorted, each once.
pub(crate) fn gaps(template: &str) -> Vec<&str> {
    let mut out: Vec<_> = parts(template)
        .into_iter()
        .filter_map(|part| match part {
            Part::Gap(name) => Some(name),
            Part::Text(_) => None,
        })
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn gaps_are_filled_and_the_rest_stays() {
        let said = fill("{was} {} { {is}} {other}", |name| match name {
            "was" => Some("a".into()),
            "is" => Some("{was}".into()),
            _ => None,
        });
        assert_eq!(said, "a {} { {was}} {other}");
    }

    proptest! {
        #[test]
        fn filling_nothing_changes_nothing(text in "\\PC{0,20}|[{}a1 ]{0,20}") {
            prop_assert_eq!(fill(&text, |_| None), text);
        }
    }
}
