//! `dateline dismiss` and `undismiss`: a finding counts no more, or again.

use super::{
    Context,
    verb::{Asking, Verb, no_edition},
};
use crate::{
    call::Call,
    fault::{Fault, Result},
    found::Report,
};
use clap::Args;
use newsroom::Ask;
use story::{Hash, StoryId, Tag, text::Line};

/// Dismiss what the checks found in an edition, for a reason
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline dismiss harbour-clock en 3f09 --reason \"the council confirmed both figures\"

`dateline check STORY` shows the key of each finding. It stays dismissed as long as the sentences that it points at stay \
as they are, whatever else is edited. Who dismissed it, when and why goes on record.")]
pub struct Dismiss {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// The edition
    lang: Tag,
    /// The key of the finding, or the beginning of it
    key: String,
    /// Why, for the desk alone; it never leaves the house
    #[arg(long, value_name = "WHY")]
    reason: Line,
    #[command(flatten)]
    asking: Asking,
}

/// Let a finding that was dismissed count again
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline undismiss harbour-clock en 3f09")]
pub struct Undismiss {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// The edition
    lang: Tag,
    /// The key of the finding, or the beginning of it
    key: String,
    #[command(flatten)]
    asking: Asking,
}

impl Dismiss {
    /// Dismisses it.
    ///
    /// # Errors
    /// When there is no such finding, or the rules refuse.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut verb = Verb::begin(context, "dismiss", &self.asking).await?;
        let (story, key) = finding(&mut verb, &self.story, &self.lang, &self.key).await?;
        verb.ask(Ask::Dismiss(newsroom::Dismiss { story, lang: self.lang, key, reason: self.reason })).await
    }
}

impl Undismiss {
    /// Takes the dismissal back.
    ///
    /// # Errors
    /// When there is no such dismissal, or the rules refuse.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut verb = Verb::begin(context, "undismiss", &self.asking).await?;
        let (story, key) = finding(&mut verb, &self.story, &self.lang, &self.key).await?;
        verb.ask(Ask::Undismiss(newsroom::Undismiss { story, lang: self.lang, key })).await
    }
}

/// The finding whose key begins so.
async fn finding(verb: &mut Verb<'_>, story: &str, lang: &Tag, key: &str) -> Result<(StoryId, Hash)> {
    let dossier = verb.dossier(story).await?;
    if !dossier.editions.contains_key(lang) {
        return Err(no_edition(&dossier, lang));
    }
    if let Ok(key) = key.parse() {
        return Ok((dossier.id, key));
    }
    let call = Call::Check { story: dossier.id.to_string(), lang: Some(lang.clone()), reader: None };
    let report: Report = serde_json::from_value(verb.call(&call).await?.value).map_err(Fault::ours)?;
    let all = report.editions.iter().flat_map(|edition| &edition.findings).map(|finding| finding.key);
    let mut keys: Vec<Hash> = all.filter(|whole| whole.to_string().starts_with(&key.to_lowercase())).collect();
    keys.sort_unstable();
    keys.dedup();
    match keys.as_slice() {
        [one] => Ok((dossier.id, *one)),
        [] => Err(Fault::missing(format!("the {lang} edition has no finding whose key begins with {key:?}"))
            .help("`dateline check STORY` shows them")),
        many => {
            Err(Fault::refused(format!("{} findings have keys that begin with {key:?}: give more of it", many.len())))
        }
    }
}
