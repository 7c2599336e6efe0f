//! `dateline check-pair` and `dateline check-story`: many texts in one run, a JSON object a line.

use super::output;
use crate::fault::{Fault, Result};
use checks::lines::{Answering, Ended, stream};
use clap::Args;
use lang::Languages;
use std::io::{self, BufReader, BufWriter};

/// So many bytes are read and written in one go.
const AT_ONCE: usize = 1 << 16;

/// Check translations against their sources: JSON lines in, JSON lines out
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline check-pair < pairs.jsonl

In:  {\"id\":1,\"src_lang\":\"en\",\"tgt_lang\":\"fr\",\"src\":\"Nine boats came.\",\"tgt\":\"Huit bateaux sont venus.\"} \
Out: {\"id\":1,\"alarms\":[{\"kind\":\"figure\",\"side\":\"tgt\",\"text\":\"Huit\"}]}

A line that is not understood is answered with {\"error\":\"...\",\"line\":n}; the exit code is then 1.")]
pub struct CheckPair {}

/// Check texts: JSON lines in, JSON lines out
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline check-story < stories.jsonl

In:  {\"id\":1,\"lang\":\"en\",\"title\":\"Boats\",\"dateline\":\"2026-03-12\",\"text\":\"The the boats came.\"} \
Out: {\"id\":1,\"alarms\":[{\"kind\":\"repeat\",\"level\":\"warn\",\"text\":\"The the\",\"says\":\"...\"}]}

The paragraphs of a text are apart by line ends; title and dateline may be left out. A line that is not understood is \
answered with {\"error\":\"...\",\"line\":n}; the exit code is then 1.")]
pub struct CheckStory {}

impl CheckPair {
    /// Checks them.
    ///
    /// # Errors
    /// When a line was not understood, or the output cannot be written.
    pub fn run(self) -> Result<()> {
        run(checks::lines::pair)
    }
}

impl CheckStory {
    /// Checks them.
    ///
    /// # Errors
    /// As [`CheckPair::run`].
    pub fn run(self) -> Result<()> {
        run(checks::lines::story)
    }
}

fn run(answering: Answering) -> Result<()> {
    let input = BufReader::with_capacity(AT_ONCE, io::stdin());
    let out = BufWriter::with_capacity(AT_ONCE, io::stdout());
    match stream(input, out, answering, Languages::built_in()) {
        Ok(0) => Ok(()),
        Ok(1) => Err(Fault::refused("1 line was not understood")),
        Ok(n) => Err(Fault::refused(format!("{n} lines were not understood"))),
        Err(Ended::Input(error)) => Err(Fault::ours(format!("cannot read the standard input: {error}"))),
        Err(Ended::Output(error)) => Err(output::unwritten(error)),
    }
}
