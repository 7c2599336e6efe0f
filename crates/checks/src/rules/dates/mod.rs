//! The rule `dates`.

mod alone;
mod anniversary;
mod calendar;
mod duration;
mod ends;
mod order;
mod page;
pub(super) mod scope;
mod tense;
#[cfg(test)]
mod tests;

use crate::{Copy, Finding};

pub use page::PAGE;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    anniversary::find(copy, findings);
    alone::find(copy, findings);
    calendar::find(copy, findings);
    order::find(copy, findings);
    ends::find(copy, findings);
    tense::find(copy, findings);
    duration::find(copy, findings);
}
