//! The rule `form`: what a story has to have, and how it is set.

mod dates;
mod head;
mod language;
mod letters;
mod notes;
mod page;
mod spellings;
#[cfg(test)]
mod tests;

pub use page::PAGE;

use crate::{Copy, Finding};

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    head::find(copy, findings);
    dates::find(copy, findings);
    language::find(copy, findings);
    letters::find(copy, findings);
    spellings::find(copy, findings);
    notes::find(copy, findings);
}
