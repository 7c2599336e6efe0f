//! Its page.

use crate::{Rule, pages::Page};

/// The page of the rule.
pub const PAGE: Page = Page { rule: Rule::Figures, about: "", kinds: &[], finds: &[], leaves: &[] };
