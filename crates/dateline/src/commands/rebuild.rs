//! `dateline rebuild`: every page is made again from the log.

use super::{Context, output, progress};
use crate::{call::Call, fault::Result, reach::Reach};
use clap::Args;

/// Make every page of the site again from the log
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline rebuild

Old pages are served until the new ones stand. The same program and agency.toml make the same bytes.")]
pub struct Rebuild {
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

impl Rebuild {
    /// Makes them.
    ///
    /// # Errors
    /// When the newsroom cannot be reached, or the disk is full.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut reach = Reach::open(context.folder(), "rebuild").await?;
        let answer = reach.call(&Call::Rebuild, &progress::teller()).await;
        progress::end();
        reach.close().await;
        output::print(&answer?, self.json)
    }
}
