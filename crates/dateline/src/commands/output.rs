//! What a command prints. Answers go to the standard output, everything else to the standard error.

use crate::{
    call::Answer,
    fault::{Fault, Result, Whose},
    say::paint,
};
use serde::Serialize;
use std::io::{self, IsTerminal, Write};

/// Whether colours are wanted where this goes (<https://no-color.org>).
fn coloured(terminal: bool) -> bool {
    terminal && std::env::var_os("NO_COLOR").is_none_or(|word| word.is_empty())
}

/// Prints words, with their colours on a terminal.
///
/// # Errors
/// When nobody reads any more, or the disk is full.
pub fn words(words: &str) -> Result<()> {
    let out = io::stdout();
    if coloured(out.is_terminal()) { raw(words) } else { raw(&paint::plain(words)) }
}

/// Prints text as it is.
///
/// # Errors
/// As [`words`].
pub fn raw(text: &str) -> Result<()> {
    bytes(text.as_bytes())
}

/// Prints bytes as they are.
///
/// # Errors
/// As [`words`].
pub fn bytes(bytes: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(unwritten)
}

/// What it means that the output cannot be written.
pub fn unwritten(error: io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Fault::new(Whose::Nobody, "unread", "nobody reads any more"),
        _ => Fault::ours(format!("cannot write the output: {error}")),
    }
}

/// Prints a value as JSON, readable by people too.
///
/// # Errors
/// As [`words`].
pub fn json(value: &impl Serialize) -> Result<()> {
    let mut text = serde_json::to_string_pretty(value).map_err(Fault::ours)?;
    text.push('\n');
    raw(&text)
}

/// Prints an answer, for a program or for a person.
///
/// # Errors
/// As [`words`].
pub fn print(answer: &Answer, as_json: bool) -> Result<()> {
    if as_json { json(&answer.value) } else { words(&answer.words) }
}

/// Says to the person at the terminal what is not the answer.
pub fn aside(text: &str) {
    let mut out = io::stderr().lock();
    let colour = coloured(out.is_terminal());
    // Nobody to say it to: nothing is lost.
    let _ = if colour { out.write_all(text.as_bytes()) } else { out.write_all(paint::plain(text).as_bytes()) };
}
