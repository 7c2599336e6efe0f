//! Two aligned texts, as what is compared in them finds its way about.

use super::align::{Alignment, Group, Sentence};
use crate::{Copy, Place, copy::Passage};
use std::ops::Range;

/// Two aligned texts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides<'a> {
    /// The source.
    pub(super) source: &'a Copy<'a>,
    /// The translation.
    pub(super) translation: &'a Copy<'a>,
    /// Which sentences belong together.
    pub(super) alignment: &'a Alignment,
}

/// A place in one text: a passage and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// Which of [`Copy::passages`].
    pub(super) passage: usize,
    /// Its bytes there.
    pub(super) at: Range<usize>,
}

impl<'a> Sides<'a> {
    /// Two texts.
    pub(super) fn new(source: &'a Copy<'a>, translation: &'a Copy<'a>, alignment: &'a Alignment) -> Self {
        Self { source, translation, alignment }
    }

    /// The group at this place.
    pub(super) fn group(&self, at: usize) -> Option<&'a Group> {
        self.alignment.groups.get(at)
    }

    /// A place in the source.
    pub(super) fn in_source(&self, spot: &Spot) -> Option<Place> {
        place(self.source, spot)
    }

    /// A place in the translation.
    pub(super) fn in_translation(&self, spot: &Spot) -> Option<Place> {
        place(self.translation, spot)
    }
}

fn place(copy: &Copy<'_>, spot: &Spot) -> Option<Place> {
    copy.passages.get(spot.passage).map(|passage| copy.place(passage, spot.at.clone()))
}

/// The sentences of a group, each with its passage.
pub(super) fn of_group<'c>(
    copy: &'c Copy<'_>,
    sentences: &'c [Sentence],
    group: &Range<usize>,
) -> impl Iterator<Item = (&'c Sentence, &'c Passage)> {
    let some = sentences.get(group.clone()).unwrap_or_default();
    some.iter().filter_map(|sentence| Some((sentence, copy.passages.get(sentence.passage)?)))
}
