//! `dateline release`: editions become public.

use super::{
    Context,
    input::EditionAt,
    verb::{Asking, Verb, newest, no_edition},
};
use crate::fault::{Fault, Result};
use clap::Args;
use newsroom::{Ask, Pin};
use story::{Dossier, Edition, Tag, text::Line};

/// Make editions public, or public as they now stand
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline release harbour-clock               every edition that has something new
  dateline release harbour-clock en ur@3       the newest English revision, and revision 3 in Urdu

All of it is one act. Under an embargo it waits for the embargo's end.")]
pub struct Release {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// The editions [default: every one that has something new]
    #[arg(value_name = "LANG[@REVISION]")]
    editions: Vec<EditionAt>,
    /// Why it goes out in spite of what the checks hold back, for the desk alone
    #[arg(long, value_name = "REASON")]
    despite_findings: Option<Line>,
    #[command(flatten)]
    asking: Asking,
}

/// What is released: what was named, each with its newest revision where none was said; else all that is new.
///
/// # Errors
/// When there is no such edition or revision.
pub fn pins(dossier: &Dossier, named: &[EditionAt]) -> Result<Vec<Pin>> {
    if !named.is_empty() {
        let pin = |at: &EditionAt| {
            let edition = dossier.editions.get(&at.lang).ok_or_else(|| no_edition(dossier, &at.lang))?;
            if let Some(revision) = at.revision.filter(|n| edition.revision(*n).is_none()) {
                let newest = newest(dossier, &at.lang)?;
                return Err(Fault::missing(format!("{} has no revision {revision}; the newest is {newest}", at.lang)));
            }
            Ok(Pin { lang: at.lang.clone(), revision: at.revision.map_or_else(|| newest(dossier, &at.lang), Ok)? })
        };
        return named.iter().map(pin).collect();
    }
    let data = dossier.newest_data().map(|d| d.number);
    let is_new = |edition: &Edition| {
        let (newest, last) = (edition.newest(), edition.last());
        last.is_none_or(|last| newest.is_some_and(|n| n.number > last.revision) || Some(last.data) != data)
    };
    let pin = |(lang, edition): (&Tag, &Edition)| {
        edition.newest().map(|revision| Pin { lang: lang.clone(), revision: revision.number })
    };
    let new: Vec<Pin> = dossier.editions.iter().filter(|(_, edition)| is_new(edition)).filter_map(pin).collect();
    // With nothing new all is asked for: the newsroom knows best why it cannot be.
    Ok(if new.is_empty() { dossier.editions.iter().filter_map(pin).collect() } else { new })
}

impl Release {
    /// Releases.
    ///
    /// # Errors
    /// What the rules refuse.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut verb = Verb::begin(context, "release", &self.asking).await?;
        let dossier = verb.dossier(&self.story).await?;
        // What is newest may have changed since a script asked the first time: it is answered as then all the same.
        if let Some((done, answer)) = verb.before().await?
            && done.answer.story == dossier.id
        {
            return verb.end(Ok(answer)).await;
        }
        let editions = pins(&dossier, &self.editions)?;
        let despite_findings = self.despite_findings;
        verb.ask(Ask::Release(newsroom::Release { story: dossier.id, editions, despite_findings })).await
    }
}
