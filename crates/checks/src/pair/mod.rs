//! A translation against its source: a file per thing that has to agree.

pub mod align;
mod figures;
mod missing;
mod names;
mod negation;
mod quotations;
#[cfg(test)]
mod tests;
mod told;

use crate::{Copy, Finding};
use align::Alignment;

/// All in which a translation differs from its source. Both are read as [`Copy`]; places name their side.
pub fn compare(source: &Copy<'_>, translation: &Copy<'_>) -> Vec<Finding> {
    let alignment = Alignment::new(source, translation);
    let mut findings = Vec::new();
    names::find(source, translation, &alignment, &mut findings);
    quotations::find(source, translation, &alignment, &mut findings);
    negation::find(source, translation, &alignment, &mut findings);
    missing::find(source, translation, &alignment, &mut findings);
    figures::find(source, translation, &alignment, &mut findings);
    findings.sort_by_key(Finding::order);
    findings
}
