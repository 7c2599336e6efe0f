//! `dateline due`: what waits for its time.

use super::{Context, output};
use crate::{call::Call, fault::Result, reach::Reach};
use clap::Args;

/// List what is signed off and waits for its time
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline due

It goes out by itself while `dateline serve` runs; what became due meanwhile goes out when it starts.")]
pub struct Due {
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

impl Due {
    /// Lists it.
    ///
    /// # Errors
    /// When the newsroom cannot be reached.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut reach = Reach::open(context.folder(), "due").await?;
        let answer = reach.ask(&Call::Waiting).await;
        reach.close().await;
        output::print(&answer?, self.json)
    }
}
