//! What all verbs share: asking under an identity, and saying what came of it.

use super::{Context, output};
use crate::{
    call::{Answer, Call},
    fault::{Fault, Result, Whose},
    reach::Reach,
};
use clap::Args;
use newsroom::{Ask, Clock, Done};
use story::{Dossier, RequestId, Tag};

/// How a verb is asked.
#[derive(Debug, Clone, Args)]
pub struct Asking {
    /// The identity of this asking, for scripts: asked again, it is answered as the first time
    #[arg(long, value_name = "ID")]
    pub request: Option<RequestId>,
    /// Print the answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// A verb on its way to the newsroom.
pub struct Verb<'a> {
    reach: Reach,
    asking: &'a Asking,
}

impl<'a> Verb<'a> {
    /// Reaches the newsroom.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub async fn begin(context: &Context, doing: &'static str, asking: &'a Asking) -> Result<Self> {
        Ok(Self { reach: Reach::open(context.folder(), doing).await?, asking })
    }

    /// All that is known of the story that a word names.
    ///
    /// # Errors
    /// When there is none, or several.
    pub async fn dossier(&mut self, story: &str) -> Result<Dossier> {
        let answer = self.reach.ask(&Call::Dossier { story: story.to_owned() }).await?;
        serde_json::from_value(answer.value).map_err(Fault::ours)
    }

    /// Asks for something else than the verb itself.
    ///
    /// # Errors
    /// What the newsroom refuses.
    pub async fn call(&mut self, call: &Call) -> Result<Answer> {
        self.reach.ask(call).await
    }

    /// What was answered when the same was asked before, if it was.
    ///
    /// # Errors
    /// When the newsroom cannot be asked.
    pub async fn before(&mut self) -> Result<Option<(Done, Answer)>> {
        let Some(request) = self.asking.request else { return Ok(None) };
        let answer = self.reach.ask(&Call::Before { request }).await?;
        let done: Option<Done> = serde_json::from_value(answer.value.clone()).map_err(Fault::ours)?;
        Ok(done.map(|done| (done, answer)))
    }

    /// Asks, prints what came of it, and leaves.
    ///
    /// # Errors
    /// What the newsroom refuses.
    pub async fn ask(mut self, ask: Ask) -> Result<()> {
        let request = self.asking.request.unwrap_or_else(|| newsroom::chance::request(newsroom::System.now()));
        let answer = self.reach.ask(&Call::Ask { request, ask: Box::new(ask) }).await;
        self.end(answer).await
    }

    /// Prints an answer, and leaves.
    ///
    /// # Errors
    /// The fault that came in place of an answer.
    pub async fn end(self, answer: Result<Answer>) -> Result<()> {
        self.reach.close().await;
        output::print(&answer?, self.asking.json)
    }
}

/// The newest revision of an edition.
///
/// # Errors
/// When there is no such edition.
pub fn newest(dossier: &Dossier, lang: &Tag) -> Result<u32> {
    let edition = dossier.editions.get(lang).and_then(story::Edition::newest);
    edition.map(|revision| revision.number).ok_or_else(|| no_edition(dossier, lang))
}

/// That there is no such edition, and which there are.
pub fn no_edition(dossier: &Dossier, lang: &Tag) -> Fault {
    let there: Vec<&str> = dossier.editions.keys().map(Tag::as_str).collect();
    Fault::new(Whose::Missing, "missing", format!("the story has no edition in {lang}; it has {}", there.join(", ")))
}
