//! How a verb is carried out: read, decide, commit; decide again when somebody else was quicker.

use crate::{Answer, Ask, By, Error, Newsroom, Released, Result, Why, pen::Pen};
use serde::{Deserialize, Serialize};
use std::pin::Pin;
use store::{Batch, Committed, Must, Receipt, Request};
use story::{Hash, Kind, StoryId};

/// How often a verb decides anew before it says that the story is too busy.
const TRIES: usize = 16;

/// A verb that was carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// What came of it.
    pub answer: Answer,
    /// Where it stands in the log.
    pub receipt: Receipt,
    /// It had been asked before: this is the first time's answer.
    pub repeated: bool,
    /// Everything that follows the log has applied it. When not, it will: the release itself is kept.
    pub followed: bool,
}

/// What comes of it later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// A verb: a decision on a story.
pub(crate) trait Verb: Sync {
    /// The story it is on; none for a new one.
    fn story(&self) -> Option<StoryId>;

    /// Decides, on the story as the pen holds it, and writes with the pen. Asked again from the start when the story
    /// changed before the batch was kept.
    fn decide(&self, room: &Newsroom, pen: &mut Pen) -> impl Future<Output = Result<()>> + Send;
}

/// A verb as one thing among others, so that one way of carrying out is compiled for all of them.
pub(crate) trait Decision: Sync {
    /// See [`Verb::story`].
    fn on(&self) -> Option<StoryId>;

    /// See [`Verb::decide`].
    fn decided<'a>(&'a self, room: &'a Newsroom, pen: &'a mut Pen) -> Later<'a, ()>;
}

impl<V: Verb> Decision for V {
    fn on(&self) -> Option<StoryId> {
        self.story()
    }

    fn decided<'a>(&'a self, room: &'a Newsroom, pen: &'a mut Pen) -> Later<'a, ()> {
        Box::pin(self.decide(room, pen))
    }
}

impl Newsroom {
    /// Carries out whatever is asked.
    ///
    /// # Errors
    /// See [`Error`]. Nothing is written unless the answer is `Ok`.
    pub fn ask<'a>(&'a self, by: &'a By<'_>, ask: &'a Ask) -> Later<'a, Done> {
        // In a box, so that it is compiled here once and not in every room that asks.
        Box::pin(async move {
            let asked = Hash::of(&serde_json::to_vec(ask).unwrap_or_default());
            let answered = self.act(by, asked, verb_of(ask)).await;
            log(by, ask, &answered);
            answered
        })
    }

    pub(crate) async fn act(&self, by: &By<'_>, asked: Hash, verb: &dyn Decision) -> Result<Done> {
        if let Some(id) = by.request
            && let Some(before) = self.store().answered(id, &by.actor.name).await?
        {
            if before.asked != asked {
                return Err(store::Error::RequestReused.into());
            }
            return self.again(&before.answer, before.receipt).await;
        }
        for _ in 0..TRIES {
            let mut pen = self.pen(by, verb.on()).await?;
            verb.decided(self, &mut pen).await?;
            if goes_out(&pen.answer) && self.is_paused().await? {
                return Err(Error::CannotNow(Why::Paused));
            }
            if pen.writes.is_empty() {
                let receipt = Receipt { first: None, last: self.store().position().n, at: pen.now };
                return Ok(Done { answer: pen.answer, receipt, repeated: false, followed: true });
            }
            let (batch, answer) = batch(pen, by, asked);
            match self.store().commit(batch).await {
                Ok(Committed::Now(receipt)) => return self.done(answer, receipt, false).await,
                Ok(Committed::Before(answer, receipt)) => return self.again(&answer, receipt).await,
                Err(store::Error::Changed(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Busy { seconds: 1 })
    }

    async fn pen(&self, by: &By<'_>, story: Option<StoryId>) -> Result<Pen> {
        let now = self.clock().now();
        let Some(id) = story else { return Ok(Pen::new_story(self.house(), by.actor, now)) };
        let dossier = self.store().dossier(id).await?.ok_or(Error::Missing("story"))?;
        Ok(Pen::on(dossier, by.actor, now))
    }

    async fn again(&self, answer: &[u8], receipt: Receipt) -> Result<Done> {
        let answer = serde_json::from_slice(answer)
            .map_err(|e| store::Error::Damaged(format!("an answer that was given before: {e}")))?;
        self.done(answer, receipt, true).await
    }

    async fn done(&self, mut answer: Answer, receipt: Receipt, repeated: bool) -> Result<Done> {
        let mut followed = true;
        if let Some(first) = receipt.first {
            for (n, release) in (first..).zip(&mut answer.released) {
                release.n = n;
            }
            followed = self.followers().reach(receipt.last).await;
        }
        if !answer.planned.is_empty() || !answer.cancelled.is_empty() {
            self.0.planned.notify_one();
        }
        Ok(Done { answer, receipt, repeated, followed })
    }
}

fn verb_of(ask: &Ask) -> &dyn Decision {
    match ask {
        Ask::File(verb) => verb,
        Ask::Translate(verb) => verb,
        Ask::Revise(verb) => verb,
        Ask::ReviseData(verb) => verb,
        Ask::Release(verb) => verb,
        Ask::Correct(verb) => verb,
        Ask::Hold(verb) => verb,
        Ask::Unhold(verb) => verb,
        Ask::Kill(verb) => verb,
        Ask::Takedown(verb) => verb,
        Ask::Schedule(verb) => verb,
        Ask::Move(verb) => verb,
        Ask::Cancel(verb) => verb,
        Ask::Embargo(verb) => verb,
        Ask::Dismiss(verb) => verb,
        Ask::Undismiss(verb) => verb,
        Ask::KeepDraft(verb) => verb,
        Ask::DiscardDraft(verb) => verb,
    }
}

/// For whoever keeps the program: who asked for what on which story, and what came of it. Never a text, never a reason.
fn log(by: &By<'_>, ask: &Ask, answered: &Result<Done>) {
    let (actor, verb) = (by.actor.name.as_str(), ask.verb());
    match answered {
        Ok(done) => {
            let story = done.answer.story;
            tracing::info!(actor, verb, %story, repeated = done.repeated, "done");
            for released in &done.answer.released {
                let Released { lang, kind, revision, n, .. } = released;
                tracing::info!(actor, verb, %story, %lang, %kind, revision, n, "released");
            }
        }
        Err(error) => {
            let story = ask.story().map(|story| story.to_string()).unwrap_or_default();
            tracing::info!(actor, verb, story, error = error.code(), "refused");
        }
    }
}

/// Whether something new comes before the public. What protects it (hold, kill, takedown) goes at any time.
fn goes_out(answer: &Answer) -> bool {
    let protects = |kind| matches!(kind, Kind::Hold | Kind::Kill | Kind::Takedown);
    answer.released.iter().any(|released| !protects(released.kind))
}

fn batch(pen: Pen, by: &By<'_>, asked: Hash) -> (Batch, Answer) {
    let answer = serde_json::to_vec(&pen.answer).unwrap_or_default();
    let request = by.request.map(|id| Request { id, by: by.actor.name.clone(), asked, answer });
    let must = vec![Must::Story(pen.dossier.id, pen.before)];
    (Batch { request, at: pen.now, act: pen.act, must, writes: pen.writes }, pen.answer)
}
