//! A translation against its source: a file per thing that has to agree.

pub mod align;

use crate::{Copy, Finding};

/// All in which a translation differs from its source. Both are read as [`Copy`]; places name their side.
pub fn compare(_source: &Copy<'_>, _translation: &Copy<'_>) -> Vec<Finding> {
    Vec::new()
}
