//! The site: what readers see.
//!
//! Comes in: entries of the log, and the texts that they name. Goes out: pages, made and compressed when something is
//! released, and sent as they lie. Nothing here asks who is reading, sets a cookie or needs a script.
//!
//! A release's way: [`follower`] is handed the entries; [`record`] reads the stories as they now stand; [`card`] keeps
//! what the site shows of an edition; [`step`] finds the pages that change; [`job`] has the [`press`] make them on all
//! cores; cards, pages and the number in the log are written in one transaction, and the [`shelf`] lets go of the old
//! pages. A reader's way: [`serve`] finds the page on the [`shelf`] and sends it.

pub mod address;
mod assets;
mod body;
mod card;
mod corrections;
mod encoding;
mod follower;
mod frame;
mod front;
mod headers;
mod job;
mod jsonld;
mod masthead;
mod plain_page;
mod press;
mod record;
mod remake;
mod serve;
mod shelf;
mod step;
mod story_page;
#[cfg(test)]
mod tests;
mod verify;

pub use masthead::{Masthead, NotASite};
pub use record::Error;
pub use serve::routes;

use press::Press;
use serve::Answers;
use shelf::Shelf;
use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};
use store::{Cursor, Pages, Store};
use story::{Position, StoryId, Tag};
use tokio::sync::{Mutex, watch};

/// How long the making of all pages rests after it failed.
const REST: Duration = Duration::from_secs(2);

/// The site of one agency: it follows the log and answers readers.
pub struct Site {
    press: Arc<Press>,
    store: Store,
    pages: Pages,
    shelf: Arc<Shelf>,
    answers: Answers,
    /// Where the pages stand. Whoever holds it changes them; nobody else does.
    cursor: Mutex<Cursor>,
    applied: AtomicU64,
    /// Pages are being made from nothing: what is not there yet is made when it is asked for.
    hollow: AtomicBool,
    settled: watch::Sender<bool>,
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Site({}, at {})", self.press.masthead().site_url(), self.applied.load(Ordering::Relaxed))
    }
}

impl Site {
    /// Opens the site over its pages. It can answer at once: pages of another log are forgotten, and pages that
    /// another program or configuration made are made again in the background, while the old ones are sent.
    ///
    /// # Errors
    /// When the store or the pages cannot be read or written.
    pub async fn open(masthead: Masthead, store: Store, pages: Pages) -> Result<Arc<Site>, Error> {
        let press = Arc::new(Press::of(masthead));
        let kept = match pages.cursor()? {
            Some(cursor) if is_of(&cursor, &store).await? => Some(cursor),
            _ => None,
        };
        let (fresh, cursor) = (kept.is_none(), kept.unwrap_or_else(|| nothing(&store)));
        let site = Arc::new(Site {
            answers: Answers::of(&press),
            press,
            store,
            shelf: Arc::new(Shelf::over(pages.clone())),
            pages,
            applied: AtomicU64::new(cursor.position.n),
            hollow: AtomicBool::new(cursor.made_with.is_empty()),
            cursor: Mutex::new(cursor),
            settled: watch::Sender::new(true),
        });
        site.begin(fresh).await?;
        Ok(site)
    }

    async fn begin(self: &Arc<Self>, fresh: bool) -> Result<(), Error> {
        let mut cursor = self.cursor.lock().await;
        if fresh {
            self.begin_anew(&mut cursor).await?;
        }
        let (made_with, empty) = (cursor.made_with.clone(), cursor.position.n == 0);
        drop(cursor);
        if made_with == self.press.made_with() {
            return Ok(());
        }
        if empty {
            return self.remake(|_| {}).await;
        }
        self.settled.send_replace(false);
        let site = self.clone();
        tokio::spawn(async move {
            while let Err(error) = site.remake(|_| {}).await {
                tracing::error!(%error, "the pages could not be made again; trying again");
                tokio::time::sleep(REST).await;
            }
            tracing::info!("all pages are made by this program and configuration");
            site.settled.send_replace(true);
        });
        Ok(())
    }

    /// Waits until no pages are being made again in the background.
    pub async fn settled(&self) {
        let mut settled = self.settled.subscribe();
        // The sender lives as long as the site.
        let _ = settled.wait_for(|settled| *settled).await;
    }

    /// What stands over every page.
    pub fn masthead(&self) -> &Masthead {
        self.press.masthead()
    }

    /// The whole address of a public edition; none when it is not public, or the site does not have its language.
    ///
    /// # Errors
    /// When the pages cannot be read.
    pub fn address(&self, story: StoryId, lang: &Tag) -> Result<Option<String>, Error> {
        let card = self.cards_on_disk(story)?.into_iter().find(|card| card.lang == *lang);
        let known = card.filter(|card| self.press.profile(&card.lang).is_some());
        Ok(known.and_then(|card| self.press.path(&card)).map(|path| self.masthead().absolute(&path)))
    }
}

/// Before the first page was made.
fn nothing(store: &Store) -> Cursor {
    Cursor { log: store.log_id(), position: Position::START, made_with: String::new() }
}

/// Whether pages at this cursor follow this log.
async fn is_of(cursor: &Cursor, store: &Store) -> Result<bool, Error> {
    let at = cursor.position;
    if cursor.log != store.log_id() || at.n > store.position().n {
        return Ok(false);
    }
    match at.n.checked_sub(1) {
        None => Ok(true),
        Some(before) => Ok(store.log(before, 1).await?.first().is_some_and(|entry| entry.hash() == at.hash)),
    }
}
