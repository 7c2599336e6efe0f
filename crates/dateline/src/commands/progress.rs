//! How far a long work is, on the standard error: one line that grows on a terminal, nothing elsewhere.

use crate::call::{Progress, Tell};
use std::{
    io::{self, IsTerminal, Write},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// How often the line is written anew.
const OFTEN: Duration = Duration::from_millis(100);

/// Tells a person at a terminal; nobody otherwise.
pub fn teller() -> Tell {
    if !io::stderr().is_terminal() {
        return Arc::new(|_| {});
    }
    let last: Mutex<Option<Instant>> = Mutex::new(None);
    Arc::new(move |at| {
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        let done = at.done >= at.of;
        if done || last.is_none_or(|last| last.elapsed() >= OFTEN) {
            *last = Some(Instant::now());
            let _ = io::stderr().write_all(line(&at).as_bytes());
        }
    })
}

/// Takes the line away.
pub fn end() {
    if io::stderr().is_terminal() {
        let _ = io::stderr().write_all(b"\r\x1b[2K");
    }
}

fn line(at: &Progress) -> String {
    let part = (100 * at.done.min(at.of)).checked_div(at.of).unwrap_or(100);
    format!("\r\x1b[2K{}: {} of {} ({part} %)", at.what, at.done, at.of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_counts() {
        let line = |done, of| super::line(&Progress { what: "log".into(), done, of });
        assert!(line(5, 10).ends_with("log: 5 of 10 (50 %)"));
        assert!(line(0, 0).ends_with("(100 %)"));
    }
}
