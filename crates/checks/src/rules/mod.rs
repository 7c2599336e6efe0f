//! One text against itself and against the house's style: a file per rule.

pub mod ages;
pub mod attribution;
pub mod dates;
pub mod figures;
pub mod form;
pub mod furniture;
#[cfg(test)]
mod invented_page;
pub mod names;
pub mod quotations;
pub mod repetition;
pub mod spelling;
pub mod style;

use crate::{Copy, Finding, pages::Page};

/// A rule: its page, and what finds.
#[derive(Debug, Clone, Copy)]
pub struct RuleOf {
    /// Its page.
    pub page: Page,
    /// Adds what it finds in a text.
    pub find: fn(&Copy<'_>, &mut Vec<Finding>),
}

/// Every rule.
pub const ALL: &[RuleOf] = &[
    RuleOf { page: dates::PAGE, find: dates::find },
    RuleOf { page: ages::PAGE, find: ages::find },
    RuleOf { page: figures::PAGE, find: figures::find },
    RuleOf { page: names::PAGE, find: names::find },
    RuleOf { page: quotations::PAGE, find: quotations::find },
    RuleOf { page: attribution::PAGE, find: attribution::find },
    RuleOf { page: repetition::PAGE, find: repetition::find },
    RuleOf { page: furniture::PAGE, find: furniture::find },
    RuleOf { page: form::PAGE, find: form::find },
    RuleOf { page: spelling::PAGE, find: spelling::find },
    RuleOf { page: style::PAGE, find: style::find },
];
