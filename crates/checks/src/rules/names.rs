//! The rule `names`.

use crate::{Copy, Finding, Rule, pages::Page};

/// Its page.
pub const PAGE: Page = Page { rule: Rule::Names, about: "", kinds: &[], finds: &[], leaves: &[] };

/// Adds what it finds.
pub fn find(_copy: &Copy<'_>, _findings: &mut Vec<Finding>) {}
