//! Names: a country, a name of the agency's own list or a person that became another in the translation.
//!
//! That a name is missing says little: a translation may say "he", "the country", "the capital". That another stands
//! where it stood says much, so only that is told at `warn`.

mod known;
mod people;
mod speakers;
#[cfg(test)]
mod tests;

use super::{align::Alignment, told::Sides};
use crate::{Copy, Finding};

/// Adds what it finds.
pub(super) fn find(source: &Copy<'_>, translation: &Copy<'_>, alignment: &Alignment, findings: &mut Vec<Finding>) {
    let sides = Sides::new(source, translation, alignment);
    known::find(&sides, findings);
    people::find(&sides, findings);
    speakers::find(&sides, findings);
}
