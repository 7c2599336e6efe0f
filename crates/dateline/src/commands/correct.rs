//! `dateline correct`: what was wrong, and what is right.

use super::{
    Context, input,
    input::EditionAt,
    revise::nothing_lost,
    translate::origin,
    verb::{Asking, Verb},
};
use crate::fault::Result;
use clap::Args;
use newsroom::Ask;
use std::path::PathBuf;
use story::{Tag, text::Line};

/// Correct a public edition, and say so
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline correct harbour-clock new.txt --lang en --based-on 2 --was \"at nine\" --is \"at ten\"
  dateline correct harbour-clock --lang en --based-on 3 --was \"at nine\" --is \"at ten\"

The second form releases revision 3, which was saved before, as the correction. Readers of every edition that was made \
from this one are told that the original was corrected, unless --unconcerned says why it does not concern them.")]
pub struct Correct {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// The corrected copy: a file, or - for the standard input [default: the revision it is based on]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The file is a text tree in JSON
    #[arg(long, requires = "file")]
    tree: bool,
    /// The edition
    #[arg(long)]
    lang: Tag,
    /// The number of the newest revision
    #[arg(long, value_name = "REVISION")]
    based_on: u32,
    /// What was wrong, in the language of the edition
    #[arg(long)]
    was: Line,
    /// What is right, in the language of the edition
    #[arg(long)]
    is: Line,
    /// Why it does not concern the editions made from this one
    #[arg(long, value_name = "WHY")]
    unconcerned: Option<Line>,
    /// The revision of another edition that it now says the same as [default: as before]
    #[arg(long, value_name = "LANG[@REVISION]")]
    from: Option<EditionAt>,
    /// Why it goes out in spite of what the checks hold back, for the desk alone
    #[arg(long, value_name = "REASON")]
    despite_findings: Option<Line>,
    #[command(flatten)]
    asking: Asking,
}

impl Correct {
    /// Corrects.
    ///
    /// # Errors
    /// What the rules refuse; stale, with both texts in hand.
    pub async fn run(self, context: &Context) -> Result<()> {
        let copy = self.file.as_deref().map(|file| input::copy(file, self.tree)).transpose()?;
        let mut verb = Verb::begin(context, "correct", &self.asking).await?;
        let dossier = verb.dossier(&self.story).await?;
        let made_from = self.from.map(|from| origin(&dossier, from)).transpose()?;
        let ask = newsroom::Correct {
            story: dossier.id,
            lang: self.lang.clone(),
            based_on: self.based_on,
            copy: copy.clone(),
            was: self.was,
            is: self.is,
            unconcerned: self.unconcerned,
            made_from,
            despite_findings: self.despite_findings,
        };
        let done = verb.ask(Ask::Correct(ask)).await;
        done.map_err(|fault| match (&self.file, &copy) {
            (Some(file), Some(copy)) => nothing_lost(fault, file, copy, &self.lang, self.asking.json),
            _ => fault,
        })
    }
}
