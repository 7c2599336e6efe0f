//! `dateline schedule`, `move` and `cancel`: what is signed off for a later moment.

use super::{
    Context,
    input::{self, EditionAt},
    release::pins,
    verb::{Asking, Verb},
};
use crate::fault::Result;
use clap::Args;
use newsroom::Ask;
use story::{DueId, text::Line};

/// Sign editions off for a later moment
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline schedule harbour-clock --at \"2026-11-22 18:30\"
  dateline schedule harbour-clock en ur@3 --at +90m

The revision is pinned now. `dateline due` lists what waits; `dateline move` and `dateline cancel` change it.")]
pub struct Schedule {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// The editions [default: every one that has something new]
    #[arg(value_name = "LANG[@REVISION]")]
    editions: Vec<EditionAt>,
    /// The moment: 2026-11-22T14:30:00Z, "2026-11-22 18:30" in your time zone, or +90m from now
    #[arg(long, value_name = "WHEN")]
    at: String,
    /// Why it goes out in spite of what the checks hold back, for the desk alone
    #[arg(long, value_name = "REASON")]
    despite_findings: Option<Line>,
    #[command(flatten)]
    asking: Asking,
}

/// Move what waits to another moment
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline move harbour-clock 01h455vb4pex5vsknk084sn02q --at +2h

`dateline due` lists what waits.")]
pub struct Move {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// What waits, as `dateline due` names it
    due: DueId,
    /// The moment: 2026-11-22T14:30:00Z, "2026-11-22 18:30" in your time zone, or +90m from now
    #[arg(long, value_name = "WHEN")]
    at: String,
    #[command(flatten)]
    asking: Asking,
}

/// Cancel what waits
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline cancel harbour-clock 01h455vb4pex5vsknk084sn02q

`dateline due` lists what waits.")]
pub struct Cancel {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// What waits, as `dateline due` names it
    due: DueId,
    #[command(flatten)]
    asking: Asking,
}

impl Schedule {
    /// Signs off.
    ///
    /// # Errors
    /// What the rules refuse.
    pub async fn run(self, context: &Context) -> Result<()> {
        let at = input::moment(&self.at)?;
        let mut verb = Verb::begin(context, "schedule", &self.asking).await?;
        let dossier = verb.dossier(&self.story).await?;
        if let Some((done, answer)) = verb.before().await?
            && done.answer.story == dossier.id
        {
            return verb.end(Ok(answer)).await;
        }
        let editions = pins(&dossier, &self.editions)?;
        let despite_findings = self.despite_findings;
        verb.ask(Ask::Schedule(newsroom::Schedule { story: dossier.id, editions, at, despite_findings })).await
    }
}

impl Move {
    /// Moves it.
    ///
    /// # Errors
    /// What the rules refuse.
    pub async fn run(self, context: &Context) -> Result<()> {
        let at = input::moment(&self.at)?;
        let mut verb = Verb::begin(context, "move", &self.asking).await?;
        let story = verb.dossier(&self.story).await?.id;
        verb.ask(Ask::Move(newsroom::Move { story, due: self.due, at })).await
    }
}

impl Cancel {
    /// Cancels it.
    ///
    /// # Errors
    /// What the rules refuse.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut verb = Verb::begin(context, "cancel", &self.asking).await?;
        let story = verb.dossier(&self.story).await?.id;
        verb.ask(Ask::Cancel(newsroom::Cancel { story, due: self.due })).await
    }
}
