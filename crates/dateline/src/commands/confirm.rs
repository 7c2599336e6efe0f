//! `dateline confirm`: after a restore, what waits may go out again.

use super::{Context, output};
use crate::{call::Call, fault::Result, reach::Reach};
use clap::Args;

/// After a restore: let what waits go out again
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline due          what would go out
  dateline confirm")]
pub struct Confirm {
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

impl Confirm {
    /// Confirms it.
    ///
    /// # Errors
    /// When the newsroom cannot be reached.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut reach = Reach::open(context.folder(), "confirm").await?;
        let answer = reach.ask(&Call::Confirm).await;
        reach.close().await;
        output::print(&answer?, self.json)
    }
}
