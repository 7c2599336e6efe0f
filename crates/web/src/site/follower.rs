//! The site follows the log: cards, pages and the number they stand at change in one transaction.

use super::{Site, card, job, record::Error, step::Step};
use newsroom::{FollowError, Follower};
use std::{collections::BTreeSet, future::Future, pin::Pin, sync::atomic::Ordering};
use store::{Cursor, PagesBatch};
use story::{Entry, Kind, Position, StoryId, Tag};

impl Follower for Site {
    fn name(&self) -> &'static str {
        "site"
    }

    fn applied(&self) -> u64 {
        self.applied.load(Ordering::Acquire)
    }

    fn called(&self, lang: &Tag, headline: &str) -> Option<StoryId> {
        self.pages.called(lang, &card::called(headline)).unwrap_or_else(|error| {
            tracing::error!(%error, "headlines cannot be looked up");
            None
        })
    }

    fn apply<'a>(&'a self, entries: &'a [Entry]) -> Pin<Box<dyn Future<Output = Result<(), FollowError>> + Send + 'a>> {
        Box::pin(async move { self.follow(entries).await.map_err(|e| FollowError(e.to_string())) })
    }
}

impl Site {
    async fn follow(&self, entries: &[Entry]) -> Result<(), Error> {
        let mut cursor = self.cursor.lock().await;
        // What a rebuild took in meanwhile is not applied once more.
        let known = entries.partition_point(|entry| entry.n <= cursor.position.n);
        let entries = entries.get(known..).unwrap_or_default();
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return Ok(()) };
        if first.n != cursor.position.n + 1 {
            return Err(Error::Order { at: cursor.position.n, found: first.n });
        }
        let stories: BTreeSet<StoryId> = entries.iter().map(|entry| entry.story).collect();
        let wipe = entries.iter().any(|entry| entry.kind == Kind::Takedown);
        let step = Step { wipe, ..self.step(&stories).await? };
        let position = Position { n: last.n, hash: last.hash(), at: last.at };
        let to = Cursor { position, ..cursor.clone() };
        self.put(&mut cursor, to, step, Vec::new()).await
    }

    /// Makes the pages of a step and writes everything at once.
    pub(super) async fn put(
        &self,
        cursor: &mut Cursor,
        to: Cursor,
        step: Step,
        gone: Vec<String>,
    ) -> Result<(), Error> {
        let (from, cards, jobs, wipe) = (cursor.position.n, step.cards(), step.jobs, step.wipe);
        let (press, shelf, there) = (self.press.clone(), self.shelf.clone(), to.clone());
        let work = move || {
            let pages = job::make(&press, shelf.pages(), &jobs)?;
            let names: Vec<String> = pages.iter().map(|page| page.path.clone()).chain(gone.iter().cloned()).collect();
            let batch = PagesBatch { from, to: there, cards, pages, gone, wipe };
            shelf.change(&names, |pages| pages.write(batch))
        };
        tokio::task::spawn_blocking(work).await.map_err(|_| Error::Stopped)??;
        self.applied.store(to.position.n, Ordering::Release);
        *cursor = to;
        Ok(())
    }
}
