//! `dateline data`: what is true of a story in every language.

use super::{
    Context,
    file::Labels,
    verb::{Asking, Verb},
};
use crate::{
    call::Call,
    fault::{Fault, Result},
};
use clap::Args;
use newsroom::Ask;
use story::{Data as StoryData, text::Line};

/// Change a story's slug, urgency, subjects, places, genre or rights
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline data harbour-clock --urgency 2 --based-on 1
  dateline data harbour-clock --place Havenmouth --place Ostrel --based-on 2

What is not named stays. `dateline show` says the number of the data's revision. It becomes public with the next \
release; an embargo has its own command.")]
pub struct Data {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// The number of the data's revision that you had in hand
    #[arg(long, value_name = "REVISION")]
    based_on: u32,
    /// The desk's slugline
    #[arg(long)]
    slug: Option<Line>,
    #[command(flatten)]
    labels: Labels,
    #[command(flatten)]
    asking: Asking,
}

impl Data {
    /// Saves the data.
    ///
    /// # Errors
    /// What cannot be kept; stale when somebody else saved meanwhile.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut verb = Verb::begin(context, "data", &self.asking).await?;
        let dossier = verb.dossier(&self.story).await?;
        let shown = verb.call(&Call::Show { story: dossier.id.to_string(), lang: None, reader: None }).await?;
        let mut data: StoryData =
            serde_json::from_value(shown.value.get("data").cloned().unwrap_or_default()).map_err(Fault::ours)?;
        if let Some(slug) = self.slug {
            data.slug = slug;
        }
        self.labels.put_into(&mut data);
        verb.ask(Ask::ReviseData(newsroom::ReviseData { story: dossier.id, based_on: self.based_on, data })).await
    }
}
