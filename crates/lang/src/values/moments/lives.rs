//! How long somebody has been at it, when it began, and how many days or weeks something lasts.

use super::{index::Index, vocabulary::Vocabulary, words::MomentWords};
use crate::Profile;
use std::ops::Range;

/// What is told of a life, or of how long something lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lived {
    /// So many years in an occupation that nobody has as a child.
    Career,
    /// That such an occupation began; the year stands near it.
    Began,
    /// So many years in prison until now.
    Prison,
    /// Somebody else is told of, or several together.
    Others,
}

/// Something that is told of a life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// What is told.
    pub told: Lived,
    /// How many years; nought where no number belongs to it.
    pub years: u16,
}

/// How many days something lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Length {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// How many.
    pub number: u16,
    /// How many days are one of them: 7 for weeks.
    pub days: u16,
}

/// The patterns of a language.
#[derive(Debug)]
pub(super) struct Lives {
    told: Index<Option<Lived>>,
    lengths: Index<Option<u16>>,
}

impl Lives {
    /// Reads the patterns; or names one that cannot be read.
    pub fn new(words: &MomentWords, vocabulary: &mut Vocabulary) -> Result<Self, String> {
        let (lives, lengths) = (&words.lives, &words.lengths);
        let told = [
            (None, &lives.none),
            (Some(Lived::Others), &lives.others),
            (Some(Lived::Career), &lives.career),
            (Some(Lived::Began), &lives.began),
            (Some(Lived::Prison), &lives.prison),
        ];
        let lasting = [(None, &lengths.none), (Some(1), &lengths.days), (Some(7), &lengths.weeks)];
        Ok(Self {
            told: Index::new(flat(&told), &words.lists, vocabulary)?,
            lengths: Index::new(flat(&lasting), &words.lists, vocabulary)?,
        })
    }
}

fn flat<'w, S: Copy>(lists: &'w [(S, &'w Vec<String>)]) -> impl Iterator<Item = (S, &'w String)> {
    lists.iter().flat_map(|(sort, list)| list.iter().map(|pattern| (*sort, pattern)))
}

impl Profile {
    /// What a sentence tells of how long somebody has been at it, in order.
    pub fn lives(&self, sentence: &str) -> Vec<Life> {
        let moments = &self.moments;
        let found = moments.lives.told.find(&moments.taking, &moments.tokens(sentence), |told, caught| {
            Some(told.map(|told| (told, caught.number.unwrap_or_default())))
        });
        found.into_iter().map(|(at, (told, years))| Life { at, told, years }).collect()
    }

    /// How many days something lasts that a sentence tells of, in order.
    pub fn lengths(&self, sentence: &str) -> Vec<Length> {
        let moments = &self.moments;
        let found = moments.lives.lengths.find(&moments.taking, &moments.tokens(sentence), |days, caught| {
            Some(days.map(|days| (days, caught.number.unwrap_or_default())))
        });
        found.into_iter().map(|(at, (days, number))| Length { at, number, days }).collect()
    }
}
