//! Ends a test that does not come to an end, and says on what.
//!
//! A property that hangs tells nobody its input, and may fill the memory of the machine first. No thread can be stopped
//! from outside, so the whole process goes; a test runner that gives each test its process loses no other test.

use std::{
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread,
    time::Duration,
};

/// How long one input may take. Each of many thousands takes less than a fifth of a second.
const LIMIT: Duration = Duration::from_secs(20);

/// How many characters of it are said.
const SAID: usize = 10_000;

/// Whoever holds it is watched.
pub(super) struct Watched(#[allow(dead_code, reason = "dropping it is what tells")] Sender<()>);

/// Watches until what it gives is dropped. `input` is said when that takes too long.
pub(super) fn watch(input: String) -> Watched {
    let (held, end) = channel();
    thread::spawn(move || {
        if end.recv_timeout(LIMIT) == Err(RecvTimeoutError::Timeout) {
            eprintln!("not done after {LIMIT:?}: {}", input.chars().take(SAID).collect::<String>());
            std::process::exit(101);
        }
    });
    Watched(held)
}
