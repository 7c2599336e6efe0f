//! Making every page again: from nothing (`dateline rebuild`, or pages of another log), or because templates, words or
//! configuration have changed. Old pages are served meanwhile, and releases go through between two portions.
//!
//! Cards come first, then the fronts, then all stories, latest first. When all is done the cursor says what made the
//! pages; a program that was stopped before that begins anew.

use super::{Site, job::Job, record::Error, step::Step};
use std::{
    collections::{BTreeSet, HashMap},
    sync::atomic::Ordering,
};
use store::{Cursor, Progress};
use story::{Kind, StoryId, Tag};

/// Stories in one portion: as many as a release can wait for.
const PORTION: usize = 8;
/// Log entries that are read at once.
const ENTRIES: usize = 4_096;

impl Site {
    /// Makes every page again from nothing but the log and the texts that it names: for the same program and
    /// configuration the same bytes.
    ///
    /// # Errors
    /// The store's, or the disk's.
    pub async fn rebuild(&self, progress: impl FnMut(Progress)) -> Result<(), Error> {
        {
            let mut cursor = self.cursor.lock().await;
            self.begin_anew(&mut cursor).await?;
        }
        self.remake(progress).await
    }

    /// Forgets all pages. What is in the log by now is made again by [`Site::remake`], what comes after it by the
    /// follower.
    pub(super) async fn begin_anew(&self, cursor: &mut Cursor) -> Result<(), Error> {
        self.hollow.store(true, Ordering::Release);
        let to = Cursor { log: self.store.log_id(), position: self.store.position(), made_with: String::new() };
        let shelf = self.shelf.clone();
        let clear = move || shelf.clear();
        tokio::task::spawn_blocking(clear).await.map_err(|_| Error::Stopped)??;
        cursor.position.n = 0;
        self.put(cursor, to, Step::default(), Vec::new()).await
    }

    /// Makes every page again, in portions.
    ///
    /// # Errors
    /// The store's, or the disk's.
    pub(super) async fn remake(&self, mut progress: impl FnMut(Progress)) -> Result<(), Error> {
        if !self.hollow.load(Ordering::Acquire) {
            self.portion(&[], true).await?;
        }
        let stories = self.stories_in_log().await?;
        let of = stories.len() as u64;
        let mut tell = |what, done: usize| progress(Progress { what, done: done as u64, of });
        tell("cards", 0);
        for (i, some) in stories.chunks(PORTION).enumerate() {
            self.new_cards(some).await?;
            tell("cards", i * PORTION + some.len());
            if i == 0 {
                // The latest stories are there: fronts need not wait for the rest.
                self.portion(&[], true).await?;
            }
        }
        self.portion(&[], true).await?;
        for (i, some) in stories.chunks(PORTION).enumerate() {
            self.portion(some, false).await?;
            tell("pages", i * PORTION + some.len());
        }
        self.end().await
    }

    /// The cards of some stories, from what is on record of them.
    async fn new_cards(&self, stories: &[StoryId]) -> Result<(), Error> {
        let mut cursor = self.cursor.lock().await;
        let step = Step { records: self.records(stories).await?, ..Step::default() };
        let to = cursor.clone();
        self.put(&mut cursor, to, step, Vec::new()).await
    }

    /// The pages of some stories, from their cards; with or without all fronts and corrections pages.
    async fn portion(&self, stories: &[StoryId], fronts: bool) -> Result<(), Error> {
        let mut cursor = self.cursor.lock().await;
        let mut step = Step::default();
        if fronts {
            let langs: Vec<Tag> = self.press.masthead().languages.tags().cloned().collect();
            for lang in langs {
                let front = self.listed(&step, &lang)?;
                let corrections = self.corrected(&step, &lang)?;
                step.jobs.push(Job::Front(lang.clone(), front));
                step.jobs.push(Job::Corrections(lang, corrections));
            }
        }
        for &id in stories {
            let jobs = self.edition_jobs(&step, id, None).await?;
            step.jobs.extend(jobs);
        }
        let to = cursor.clone();
        self.put(&mut cursor, to, step, Vec::new()).await
    }

    /// The last portion: pages that nothing made are gone, and the cursor says what made the others.
    async fn end(&self) -> Result<(), Error> {
        let mut cursor = self.cursor.lock().await;
        let made_with = self.press.made_with().to_owned();
        let gone = self.pages.stale(&made_with, usize::MAX)?;
        let to = Cursor { made_with, ..cursor.clone() };
        self.put(&mut cursor, to, Step::default(), gone).await?;
        self.hollow.store(false, Ordering::Release);
        Ok(())
    }

    /// Every story in the log; first the one that was last released in a language for the first time.
    pub(super) async fn stories_in_log(&self) -> Result<Vec<StoryId>, Error> {
        let mut place: HashMap<StoryId, u64> = HashMap::new();
        let mut after = 0;
        loop {
            let entries = self.store.log(after, ENTRIES).await?;
            let Some(last) = entries.last() else { break };
            after = last.n;
            for entry in entries {
                let known = place.entry(entry.story).or_insert(entry.n);
                if entry.kind == Kind::First {
                    *known = entry.n;
                }
            }
        }
        let order: BTreeSet<(u64, StoryId)> = place.into_iter().map(|(id, n)| (n, id)).collect();
        Ok(order.into_iter().rev().map(|(_, id)| id).collect())
    }
}
