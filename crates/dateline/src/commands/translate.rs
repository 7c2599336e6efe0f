//! `dateline translate`: an edition is made from another one.

use super::{
    Context,
    input::{CopyFile, EditionAt},
    verb::{Asking, Verb, newest},
};
use crate::fault::Result;
use clap::Args;
use newsroom::Ask;
use story::{Origin, Tag};

/// Add an edition to a story, made from another edition
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline translate harbour-clock urdu.txt --lang ur
  dateline translate harbour-clock arabic.txt --lang ar --from ur@2")]
pub struct Translate {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    #[command(flatten)]
    copy: CopyFile,
    /// The language of the new edition
    #[arg(long)]
    lang: Tag,
    /// The edition and revision it is made from [default: the newest of the original]
    #[arg(long, value_name = "LANG[@REVISION]")]
    from: Option<EditionAt>,
    #[command(flatten)]
    asking: Asking,
}

/// The revision that an edition is made from.
///
/// # Errors
/// When there is no such edition.
pub fn origin(dossier: &story::Dossier, from: EditionAt) -> Result<Origin> {
    let revision = from.revision.map_or_else(|| newest(dossier, &from.lang), Ok)?;
    Ok(Origin { lang: from.lang, revision })
}

impl Translate {
    /// Adds the edition.
    ///
    /// # Errors
    /// What cannot be read, understood or kept.
    pub async fn run(self, context: &Context) -> Result<()> {
        let copy = self.copy.copy()?;
        let mut verb = Verb::begin(context, "translate", &self.asking).await?;
        let dossier = verb.dossier(&self.story).await?;
        let from = self.from.unwrap_or_else(|| EditionAt { lang: dossier.original.clone(), revision: None });
        let made_from = origin(&dossier, from)?;
        verb.ask(Ask::Translate(newsroom::Translate { story: dossier.id, lang: self.lang, made_from, copy })).await
    }
}
