//! `dateline history`: what happened to a story, with differences.

use super::{Context, output};
use crate::{call::Call, fault::Result, reach::Reach};
use clap::Args;
use story::Tag;

/// Show what happened to a story, word by word
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline history harbour-clock --lang en
  dateline history harbour-clock --json

[-words-] went out, {+words+} came in.")]
pub struct History {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// One edition [default: all]
    #[arg(long)]
    lang: Option<Tag>,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

impl History {
    /// Shows it.
    ///
    /// # Errors
    /// When there is no such story.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut reach = Reach::open(context.folder(), "history").await?;
        let answer = reach.ask(&Call::History { story: self.story, lang: self.lang }).await;
        reach.close().await;
        output::print(&answer?, self.json)
    }
}
