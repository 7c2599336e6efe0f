//! `dateline embargo`: nothing of a story is public before a moment.

use super::{
    Context, input,
    verb::{Asking, Verb},
};
use crate::fault::Result;
use clap::Args;
use newsroom::Ask;

/// Set, move or lift a story's embargo
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("embargo").required(true).args(["until", "lift"]), after_help = "\
Examples:
  dateline embargo harbour-clock --until \"2026-11-22 18:30\"
  dateline embargo harbour-clock --lift

What is released under an embargo waits for its end, in every language. Lifting it makes that public at once.")]
pub struct Embargo {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// The moment: 2026-11-22T14:30:00Z, "2026-11-22 18:30" in your time zone, or +90m from now
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// The embargo no longer holds
    #[arg(long)]
    lift: bool,
    #[command(flatten)]
    asking: Asking,
}

impl Embargo {
    /// Sets or lifts it.
    ///
    /// # Errors
    /// What the rules refuse.
    pub async fn run(self, context: &Context) -> Result<()> {
        let until = self.until.as_deref().map(input::moment).transpose()?;
        let mut verb = Verb::begin(context, "embargo", &self.asking).await?;
        let story = verb.dossier(&self.story).await?.id;
        verb.ask(Ask::Embargo(newsroom::Embargo { story, until })).await
    }
}
