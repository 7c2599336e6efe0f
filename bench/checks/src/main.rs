//! What the checks find, what they leave alone and how long they take: `bench/README.md` says how to run it.
//!
//! A program of its own beside `bench`, because it needs only the checks: it is built in seconds, and whoever works
//! on a rule runs it many times a day.

mod command;
mod faults;
mod speed;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.split_first() {
        Some((part, rest)) if part == "faults" => faults::run(&faults::Asked::read(rest)?),
        Some((part, _)) if part == "speed" => speed::run(),
        Some((part, rest)) if part == "story" => command::story(rest),
        _ => bail!("which part? faults, speed, story"),
    }
}
