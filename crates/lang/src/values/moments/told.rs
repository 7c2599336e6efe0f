//! What is told of times: how long ago, for how long, how old; and whether two moments are the ends of a span.

use super::{
    tokens::Tokens,
    words::{FromTo, ToldPatterns},
};
use crate::Profile;
use std::ops::Range;

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// So many years before the day the copy is from.
    Ago,
    /// For so many years, until now.
    Lasting,
    /// The anniversary of this number.
    Anniversary,
    /// So many years later, which is now.
    Later,
    /// So many years, without more.
    Years,
    /// From when on; the moment stands beside it.
    Since,
    /// How old somebody is or was.
    Age,
    /// How old somebody was at the time that is named beside it.
    AgeThen,
    /// That somebody was born; the moment stands near it.
    Born,
    /// That somebody is dead.
    Died,
    /// So many years of something else: a sentence, a contract, what is only about so much.
    Other,
}

/// Something that is told of times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// What is told.
    pub told: Told,
    /// How many years; nought where no number belongs to it.
    pub years: u16,
}

/// What stands between the ends of a span, as it is compared.
#[derive(Debug)]
pub(super) struct Ends {
    from: Vec<Vec<String>>,
    to: Vec<Vec<String>>,
    dash: Vec<Vec<String>>,
    between: Vec<Vec<String>>,
    and: Vec<Vec<String>>,
    after: Vec<Vec<String>>,
}

pub(super) fn sorted(patterns: &ToldPatterns) -> impl Iterator<Item = (Told, &String)> {
    [
        (Told::Other, &patterns.none),
        (Told::Ago, &patterns.ago),
        (Told::Anniversary, &patterns.anniversary),
        (Told::Later, &patterns.later),
        (Told::Lasting, &patterns.lasting),
        (Told::AgeThen, &patterns.age_then),
        (Told::Age, &patterns.age),
        (Told::Years, &patterns.years),
        (Told::Since, &patterns.since),
        (Told::Born, &patterns.born),
        (Told::Died, &patterns.died),
    ]
    .into_iter()
    .flat_map(|(told, list)| list.iter().map(move |pattern| (told, pattern)))
}

impl Ends {
    pub fn new(words: &FromTo) -> Self {
        let cut = |list: &[String]| list.iter().map(|phrase| cut(phrase)).collect();
        Self {
            from: cut(&words.from),
            to: cut(&words.to),
            dash: cut(&words.dash),
            between: cut(&words.between),
            and: cut(&words.and),
            after: cut(&words.after),
        }
    }
}

fn cut(text: &str) -> Vec<String> {
    let tokens = Tokens::new(text);
    (0..tokens.list.len()).filter_map(|at| tokens.folded(at)).map(str::to_owned).collect()
}

impl Profile {
    /// What is told of times in a text, in order. Linear in the length of the text.
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let moments = &self.moments;
        let what = |told: Told, caught: &super::take::Caught| {
            let years = caught.number.or(caught.nth.map(u16::from)).unwrap_or_default();
            Some(Some((told, years)))
        };
        let found = moments.told.find(&moments.taking, &moments.tokens(text), what);
        found.into_iter().map(|(at, (told, years))| Span { at, told, years }).collect()
    }

    /// Whether two moments that follow one another in a text are said to be the ends of a span.
    pub fn is_from_to(&self, text: &str, first: &Range<usize>, second: &Range<usize>) -> bool {
        // No phrase around a moment is longer than this.
        const NEAR: usize = 40;
        let (Some(between), Some(behind)) = (text.get(first.end..second.start), text.get(second.end..)) else {
            return false;
        };
        if between.len() > NEAR {
            return false;
        }
        let ends = &self.moments.ends;
        let from =
            (0..=first.start).rev().find(|at| first.start - at >= NEAR && text.is_char_boundary(*at)).unwrap_or(0);
        let to = (0..=behind.len()).find(|at| *at >= NEAR && behind.is_char_boundary(*at)).unwrap_or(behind.len());
        let (before, between) = (cut(text.get(from..first.start).unwrap_or_default()), cut(between));
        let after = cut(behind.get(..to).unwrap_or_default());
        let is = |list: &[Vec<String>]| list.contains(&between);
        let before = |list: &[Vec<String>]| list.iter().any(|phrase| before.ends_with(phrase));
        let after = |list: &[Vec<String>]| list.iter().any(|phrase| after.starts_with(phrase));
        is(&ends.dash)
            || is(&ends.to) && (ends.from.is_empty() || before(&ends.from))
            || is(&ends.and) && (before(&ends.between) || after(&ends.after))
    }
}
