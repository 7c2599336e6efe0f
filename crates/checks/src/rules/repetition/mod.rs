//! The rule `repetition`: the same thing twice, a deck that was cut off, a headline that promises what the body lacks.

mod deck;
mod doubles;
mod headline;
mod page;
mod sentences;
#[cfg(test)]
mod tests;

pub use page::PAGE;

use crate::{Copy, Finding};

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    sentences::find(copy, findings);
    doubles::find(copy, findings);
    deck::find(copy, findings);
    headline::find(copy, findings);
}
