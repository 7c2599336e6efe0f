//! Checks that read the copy.
//!
//! Comes in: a text with its language, the day it is dated, the agency's house style; for a translation, its source.
//! Goes out: findings, each with its rule, its level, its places in the text and what each place says.
//! Never here: a fact about the world, a change to the text, input or output, the clock, a panic on any input.
//!
//! | module | holds |
//! |---|---|
//! | [`copy`] | a text as the rules see it: passages, sentences, what is quoted, the values in them |
//! | [`finding`] | what a rule says |
//! | [`rules`] | one text against itself and against the house's style: a file per rule |
//! | [`pair`] | a translation against its source: a file per thing that has to agree |
//! | [`lines`] | `check-pair` and `check-story`: one JSON object a line |
//! | [`style`] | the agency's house style |
//! | [`pages`] | the page of each rule, with examples that are tested |

pub mod copy;
pub mod finding;
pub mod lines;
pub mod pages;
pub mod pair;
pub mod rules;
pub mod style;
#[cfg(test)]
mod tests;
mod text_words;

pub use copy::{Copy, Material};
pub use finding::{Finding, Fix, Level, Message, Part, Place, Rule, Said, Side};
pub use style::HouseStyle;

/// The version of the rules: what was found under another one is looked for again before it counts. Goes up whenever
/// a rule finds something else.
pub const VERSION: u32 = 6;

/// All that the rules find in one text, in reading order.
pub fn check(material: &Material<'_>) -> Vec<Finding> {
    let copy = Copy::new(material);
    let mut findings = Vec::new();
    for rule in rules::ALL {
        (rule.find)(&copy, &mut findings);
    }
    findings.sort_by_key(Finding::order);
    findings
}
