//! The time. Only the edge of the program reads a clock; tests bring one that stands still.

use jiff::Timestamp;
use std::sync::Mutex;

/// Tells the time, in whole milliseconds.
pub trait Clock: Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Timestamp;
}

fn whole_milliseconds(t: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(t.as_millisecond()).unwrap_or(t)
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Clock for System {
    fn now(&self) -> Timestamp {
        whole_milliseconds(Timestamp::now())
    }
}

/// A clock that stands still until it is set.
#[derive(Debug)]
pub struct Fixed(Mutex<Timestamp>);

impl Fixed {
    /// A clock that shows this time.
    pub const fn at(now: Timestamp) -> Self {
        Self(Mutex::new(now))
    }

    /// Shows another time, also an earlier one.
    pub fn set(&self, now: Timestamp) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = now;
    }

    /// Goes on by some seconds (back, when negative).
    pub fn pass(&self, seconds: i64) {
        let now = self.now();
        self.set(now.checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap_or(now));
    }
}

impl Clock for Fixed {
    fn now(&self) -> Timestamp {
        whole_milliseconds(*self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}
