//! Forms that were sent twice, for what the store keeps no request of (accounts, passwords).

use moka::sync::Cache;
use std::time::Duration;
use story::{Hash, RequestId};

/// Where a form led when it was first sent. Kept for an hour; what is asked of the newsroom by a verb is kept there,
/// for good.
pub(in crate::desk) struct Repeats(Cache<(Hash, RequestId), String>);

impl Default for Repeats {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(10_000).time_to_live(Duration::from_secs(3600)).build())
    }
}

impl Repeats {
    /// Where this form of this session led before.
    pub fn before(&self, session: &str, request: RequestId) -> Option<String> {
        self.0.get(&(Hash::of(session.as_bytes()), request))
    }

    /// Remembers where it led.
    pub fn remember(&self, session: &str, request: RequestId, led_to: &str) {
        self.0.insert((Hash::of(session.as_bytes()), request), led_to.to_owned());
    }
}
