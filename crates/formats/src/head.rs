//! What every writer of a wire format asks of an item: its language, its dateline in print, how long it is.

use lang::{Languages, Profile};
use std::borrow::Cow;
use std::sync::Arc;
use story::{Item, Tag};

/// The profile of an item's language; the neutral one where nobody said which it is.
pub(crate) fn profile(item: &Item, languages: &Languages) -> Arc<Profile> {
    languages.profile(item.lang.as_ref().unwrap_or(&Tag::unknown()))
}

/// The dateline as it is printed: as it came, or in the usual form of the language.
pub(crate) fn dateline<'i>(item: &'i Item, profile: &Profile) -> Option<Cow<'i, str>> {
    if !item.dateline.is_empty() {
        return Some(Cow::Borrowed(&item.dateline));
    }
    let printed = item.text.dateline.as_ref().map(|dateline| profile.dateline(dateline))?;
    (!printed.is_empty()).then_some(Cow::Owned(printed))
}

/// The words and the characters of the body, as the language counts them.
pub(crate) fn length(item: &Item, profile: &Profile) -> (usize, usize) {
    item.text.body.iter().fold((0, 0), |(words, signs), block| {
        let plain = block.plain();
        (words + profile.words_in(&plain), signs + plain.chars().count())
    })
}
