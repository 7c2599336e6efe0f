//! Numbers in running text.

use super::Value;
use crate::Profile;

impl Profile {
    /// The numbers in a text that are no part of a date or time, in order.
    pub(super) fn numbers(&self, _text: &str, _moments: &[Value]) -> Vec<Value> {
        Vec::new()
    }
}
