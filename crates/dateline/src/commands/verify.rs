//! `dateline verify`: everything kept is held against everything else that says the same.

use super::{Context, output, progress};
use crate::{
    call::Call,
    fault::{Fault, Result},
    reach::Reach,
};
use clap::Args;
use serde_json::Value;

/// Check every hash, the chain of the log, and the pages against the log
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline verify

Ends with 0 when all is sound and with 1 when something is not.")]
pub struct Verify {
    /// Print what was found as JSON
    #[arg(long)]
    json: bool,
}

impl Verify {
    /// Checks it.
    ///
    /// # Errors
    /// What was found wrong.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut reach = Reach::open(context.folder(), "verify").await?;
        let answer = reach.call(&Call::Verify, &progress::teller()).await;
        progress::end();
        reach.close().await;
        let answer = answer?;
        output::print(&answer, self.json)?;
        match answer.value.get("faults").and_then(Value::as_array).map_or(0, Vec::len) {
            0 => Ok(()),
            n => Err(Fault::new(
                crate::fault::Whose::Refused,
                "unsound",
                format!("{} found", crate::say::count(n, "fault was", "faults were")),
            )
            .help("faults of the store: `dateline restore` brings a backup back; of pages: `dateline rebuild`")),
        }
    }
}
