//! Logs, on the standard error: text for a person, JSON lines for a program.

use clap::ValueEnum;
use std::io::IsTerminal;
use tracing_subscriber::{EnvFilter, fmt};

/// The form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lines for a person
    Text,
    /// A JSON object a line
    Json,
}

/// Begins to log. `DATELINE_LOG` says how much, as `warn` or `info,store=debug`; a log that was begun before stays.
pub fn begin(format: Format, usual: &str) {
    let filter = EnvFilter::try_from_env("DATELINE_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = match format {
        Format::Text => log.with_ansi(std::io::stderr().is_terminal()).with_target(false).try_init(),
        Format::Json => log.json().flatten_event(true).try_init(),
    };
}
