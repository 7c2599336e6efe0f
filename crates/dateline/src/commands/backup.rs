//! `dateline backup`: everything that must last, in one file.

use super::{Context, output, progress};
use crate::{
    call::Call,
    fault::{Fault, Result},
    reach::Reach,
};
use clap::Args;
use std::path::PathBuf;

/// Copy everything that must last into one file, while work goes on
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline backup /backups/news-2026-11-22.db

The file is new, whole, and for its owner alone. It holds stories, the log, accounts, agency.toml and languages/; the \
pages are made from it. `dateline restore` brings it back.")]
pub struct Backup {
    /// The new file
    #[arg(value_name = "FILE")]
    to: PathBuf,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

impl Backup {
    /// Copies it.
    ///
    /// # Errors
    /// When there is such a file already, or it cannot be written.
    pub async fn run(self, context: &Context) -> Result<()> {
        let to = std::path::absolute(&self.to).map_err(|e| Fault::file(&self.to, "find", &e))?;
        let mut reach = Reach::open(context.folder(), "backup").await?;
        let answer = reach.call(&Call::Backup { to }, &progress::teller()).await;
        progress::end();
        reach.close().await;
        output::print(&answer?, self.json)
    }
}
