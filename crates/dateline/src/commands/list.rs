//! `dateline list`: stories, the latest changed first.

use super::{Context, output};
use crate::{call::Call, fault::Result, reach::Reach};
use clap::Args;
use story::Tag;

/// List stories, the latest changed first
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline list
  dateline list --lang ur --most 100 --json")]
pub struct List {
    /// Show headlines in this language where there is one [default: the language it was filed in]
    #[arg(long)]
    lang: Option<Tag>,
    /// How many at most
    #[arg(long, default_value_t = 20, value_name = "NUMBER")]
    most: usize,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

impl List {
    /// Lists them.
    ///
    /// # Errors
    /// When the newsroom cannot be reached.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut reach = Reach::open(context.folder(), "list").await?;
        let answer = reach.ask(&Call::List { lang: self.lang, most: self.most }).await;
        reach.close().await;
        output::print(&answer?, self.json)
    }
}
