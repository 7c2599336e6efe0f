//! Ends a test that does not come to an end, and says on what.
//!
//! A property that hangs tells nobody its input, and may fill the memory of the machine first. No thread can be stopped
//! from outside, so the whole process goes; a test runner that gives each test its process loses no other test.

use std::{
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread,
    time::Duration,
};

/// How long one input may take, with another second for each [`MORE`] bytes. Each of many thousands takes less than a
/// fifth of a second; what grows without end fills the memory of a machine in a few more.
const LIMIT: Duration = Duration::from_secs(5);
/// How many bytes of it take another second, at the most.
const MORE: usize = 10_000;

/// How many characters of it are said.
const SAID: usize = 10_000;

/// Whoever holds it is watched.
pub(super) struct Watched(#[allow(dead_code, reason = "dropping it is what tells")] Sender<()>);

/// Watches until what it gives is dropped. `input` is said when that takes too long.
pub(super) fn watch(input: String) -> Watched {
    let (held, end) = channel();
    let limit = LIMIT + Duration::from_secs((input.len() / MORE) as u64);
    thread::spawn(move || {
        if end.recv_timeout(limit) == Err(RecvTimeoutError::Timeout) {
            eprintln!("not done after {limit:?}: {}", input.chars().take(SAID).collect::<String>());
            std::process::exit(101);
        }
    });
    Watched(held)
}
