//! Jobs for the press: one page each, with everything that it is made of, so that several are done at a time.

use super::{
    card::Card,
    press::{Press, Sheet},
    story_page::Copy,
};
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};
use store::{Page, Pages, Result};
use story::{StoryId, Tag, Text};

/// One page that is to be made.
#[derive(Debug)]
pub enum Job {
    /// A story in a language in which it is public.
    Story {
        /// The edition.
        card: Card,
        /// Its text.
        text: Arc<Text>,
        /// All editions of the story.
        editions: Arc<Vec<Card>>,
        /// What the text points at, as far as it is public in this language.
        targets: HashMap<StoryId, Card>,
    },
    /// What is left of an edition that is out of sight.
    OutOfSight(Card),
    /// A front, with the cards that it shows and one more if there is one.
    Front(Tag, Vec<Card>),
    /// A corrections page, likewise.
    Corrections(Tag, Vec<Card>),
}

impl Job {
    /// The page, if the site has its language.
    pub fn sheet(&self, press: &Press) -> Option<Sheet> {
        match self {
            Job::Story { card, text, editions, targets } => {
                press.story(Copy { card, open: card.open()?, text, editions, targets })
            }
            Job::OutOfSight(card) => press.out_of_sight(card),
            Job::Front(lang, cards) => Some(press.front(press.profile(lang)?, None, cards)),
            Job::Corrections(lang, cards) => Some(press.corrections(press.profile(lang)?, None, cards)),
        }
    }

    /// The page, compressed; none when it is on the disk just so.
    fn page(&self, press: &Press, pages: &Pages) -> Result<Option<Page>> {
        let Some(sheet) = self.sheet(press) else { return Ok(None) };
        let same = |old: Page| {
            old.made_with == press.made_with()
                && old.etag == sheet.etag()
                && old.status == sheet.status
                && old.tail == sheet.tail
        };
        if pages.page(&sheet.path)?.is_some_and(same) {
            return Ok(None);
        }
        Ok(Some(sheet.pressed(press.made_with())))
    }
}

/// Makes pages on all cores and gives back those that are new or have changed, in the order of the jobs.
///
/// # Errors
/// When the pages on the disk cannot be read.
pub fn make(press: &Press, pages: &Pages, jobs: &[Job]) -> Result<Vec<Page>> {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(jobs.len())));
    let work = || {
        while let Some((place, job)) = {
            let place = next.fetch_add(1, Ordering::Relaxed);
            jobs.get(place).map(|job| (place, job))
        } {
            let page = job.page(press, pages).transpose();
            done.lock().unwrap_or_else(PoisonError::into_inner).extend(page.map(|page| (place, page)));
        }
    };
    thread::scope(|scope| {
        (1..cores).for_each(|_| drop(scope.spawn(work)));
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, page)| page).collect()
}
