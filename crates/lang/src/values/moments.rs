//! Dates and times in running text.

use super::Value;
use crate::Profile;

impl Profile {
    /// The dates and times in a text, in order.
    pub(super) fn moments(&self, _text: &str) -> Vec<Value> {
        Vec::new()
    }
}
