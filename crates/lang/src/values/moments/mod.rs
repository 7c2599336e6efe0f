//! Dates and times in running text.
//!
//! The text is cut up once; at every word the patterns that can begin with it are tried, each over a few words, so
//! the work is linear in the length of the text. What a language writes is data: `moments.toml`.

mod gap;
mod index;
mod lives;
mod names;
mod pattern;
mod take;
mod tense;
#[cfg(test)]
mod tests;
mod tokens;
mod told;
mod values;
mod vocabulary;
pub(crate) mod words;

pub use lives::{Length, Life, Lived};
pub use tense::{Clauses, Tense};
pub use told::{Span, Told};

use super::Value;
use crate::{
    Profile, built_in,
    language::{DateOrder, Dates},
};
use index::Index;
use take::Taking;
use tokens::Tokens;
use told::Ends;
use values::Sort;
use vocabulary::Vocabulary;
use words::{CommonMoments, MomentWords, Patterns};

/// The patterns of a language, ready to be used.
#[derive(Debug)]
pub(crate) struct Moments {
    taking: Taking,
    values: Index<Sort>,
    told: Index<Told>,
    tenses: tense::Tenses,
    lives: lives::Lives,
    ends: Ends,
    order: DateOrder,
}

impl Moments {
    /// Reads the patterns; or names one that cannot be read.
    pub fn new(words: &MomentWords, dates: &Dates) -> Result<Self, String> {
        let common: CommonMoments = built_in::common("moments.toml");
        let ordered = match dates.order {
            DateOrder::Dmy => &common.dmy,
            DateOrder::Mdy => &common.mdy,
            DateOrder::Ymd => &common.ymd,
        };
        let patterns = sorted(&words.patterns).chain(sorted(&common.all)).chain(sorted(ordered));
        let folded = |list: &[String]| list.iter().map(|word| crate::fold(word)).collect();
        let glued = words.glued.iter().map(|[front, stands]| (crate::fold(front), crate::fold(stands)));
        let mut vocabulary = Vocabulary::new(glued.collect());
        let known = &mut vocabulary;
        let names = names::Names::new(words, dates, known);
        let values = Index::new(patterns, &words.lists, known)?;
        let told = Index::new(told::sorted(&words.told), &words.lists, known)?;
        let tenses = tense::Tenses::new(words, known)?;
        let lives = lives::Lives::new(words, known)?;
        Ok(Self {
            values,
            told,
            tenses,
            lives,
            taking: Taking {
                names,
                vocabulary,
                roman_endings: folded(&words.words.roman_endings),
                joins: folded(&words.words.joins),
            },
            ends: Ends::new(&words.from_to),
            order: dates.order,
        })
    }

    /// A text, cut up and numbered for the patterns.
    fn tokens(&self, text: &str) -> Tokens {
        self.taking.vocabulary.number(Tokens::new(text))
    }

    /// The moments in a text, in order.
    pub fn find(&self, text: &str) -> Vec<Value> {
        let what = |sort: Sort, caught: &take::Caught| match sort {
            Sort::None => Some(None),
            sort => sort.what(caught, self.order).map(Some),
        };
        let found = self.values.find(&self.taking, &self.tokens(text), what);
        found.into_iter().map(|(at, what)| Value { at, what }).collect()
    }
}

impl Profile {
    /// The dates and times in a text, in order.
    pub(super) fn moments(&self, text: &str) -> Vec<Value> {
        self.moments.find(text)
    }
}

fn sorted(patterns: &Patterns) -> impl Iterator<Item = (Sort, &String)> {
    [
        (Sort::None, &patterns.none),
        (Sort::Day, &patterns.day),
        (Sort::Month, &patterns.month),
        (Sort::Years, &patterns.years),
        (Sort::Year, &patterns.year),
        (Sort::Decade, &patterns.decade),
        (Sort::Century, &patterns.century),
        (Sort::Weekday, &patterns.weekday),
        (Sort::Clock, &patterns.clock),
    ]
    .into_iter()
    .flat_map(|(sort, list)| list.iter().map(move |pattern| (sort, pattern)))
}
