//! What must last: revisions, releases and the log, what is due, drafts, accounts and settings; and, in a file of its
//! own, the pages of the site.
//!
//! Comes in: a [`Batch`] of plain data with its preconditions. Goes out: a [`Receipt`] once it has reached the disk,
//! and plain values of `story`. A batch is kept as a whole or not at all; what was acknowledged survives a power cut.
//! Never here: a rule of the trade (who may, what may follow what), the clock, or a transaction, a row or a connection
//! in a caller's hands. This is the only room with SQL.
//!
//! | module | holds |
//! |---|---|
//! | [`batch`] | what is written, as plain data |
//! | [`kept`] | what is read that `story` has no word for |
//! | `sqlite` | the store in one file, `agency.db` |
//! | [`pages`] | `pages.db`: what the site shows, and how far in the log it is |

pub mod batch;
mod columns;
mod disk;
mod error;
pub mod kept;
pub mod pages;
mod sqlite;
#[cfg(test)]
mod tests;

pub use batch::{Account, Answered, Batch, Committed, Kept, Must, NewRelease, Receipt, Request, Session, What, Write};
pub use error::{Error, Result};
pub use kept::{Checked, Dismissal, Draft, Progress};
pub use pages::{Card, Cursor, Encoding, Page, Pages, PagesBatch};

use jiff::Timestamp;
use std::path::Path;
use story::{AccountId, Dossier, Entry, Hash, LogId, Position, RequestId, StoryId, Tag, dossier::Planned};

/// The store of one agency. Cheap to clone; every method is a whole unit of work.
///
/// A second database stands beside the first as another arm: no caller sees which one it is.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Store {
    /// One file in the agency's folder.
    Sqlite(sqlite::Sqlite),
}

impl Store {
    /// Opens the store in a folder. Makes one where there is none, and brings an older one to today's form.
    ///
    /// It takes no lock that would keep a second program out: the caller holds the folder's lock.
    ///
    /// # Errors
    /// [`Error::TooNew`] for a folder of a later program, [`Error::CannotWrite`] and [`Error::Damaged`] as they say.
    pub fn open(folder: &Path) -> Result<Store> {
        sqlite::Sqlite::open(folder).map(Store::Sqlite)
    }

    /// Makes a store in an empty folder from a backup, in a new epoch of the same log. All sessions end, and the
    /// setting [`kept::PAUSED`] says `restored`, so that nothing goes out until a person confirms it.
    ///
    /// # Errors
    /// [`Error::Refused`] when the folder has a store or the file is no backup; else as [`Store::open`].
    pub fn restore(from: &Path, folder: &Path) -> Result<()> {
        sqlite::restore(from, folder)
    }

    /// Keeps a batch, whole, and answers once it has reached the disk.
    ///
    /// A request that was answered before is not carried out again, whatever the batch's preconditions say.
    ///
    /// # Errors
    /// [`Error::Changed`] when a story is no longer at the version that the batch was decided on;
    /// [`Error::Refused`] for what looking again will not mend. Nothing is written then.
    pub async fn commit(&self, batch: Batch) -> Result<Committed> {
        match self {
            Store::Sqlite(s) => s.commit(batch).await,
        }
    }

    /// What a person's request was answered, if it was made before.
    ///
    /// # Errors
    /// When the store cannot be read. So with every method that reads.
    pub async fn answered(&self, id: RequestId, by: &str) -> Result<Option<Answered>> {
        match self {
            Store::Sqlite(s) => s.answered(id, by).await,
        }
    }

    /// The newest entry of the log. Kept in memory.
    pub fn position(&self) -> Position {
        match self {
            Store::Sqlite(s) => s.position(),
        }
    }

    /// Which log this is, and its epoch.
    pub fn log_id(&self) -> LogId {
        match self {
            Store::Sqlite(s) => s.log_id(),
        }
    }

    /// The number of the newest log entry, as it changes. It is raised after the entry has reached the disk and
    /// before whoever wrote it has the answer.
    pub fn changed(&self) -> tokio::sync::watch::Receiver<u64> {
        match self {
            Store::Sqlite(s) => s.changed(),
        }
    }

    /// All that is known of a story, at one moment.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn dossier(&self, id: StoryId) -> Result<Option<Dossier>> {
        match self {
            Store::Sqlite(s) => s.dossier(id).await,
        }
    }

    /// Stories, latest changed first, each with the time of its latest change. The next page is asked for with the
    /// time and identity of the last one.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn stories(
        &self,
        before: Option<(Timestamp, StoryId)>,
        most: usize,
    ) -> Result<Vec<(Timestamp, Dossier)>> {
        match self {
            Store::Sqlite(s) => s.stories(before, most).await,
        }
    }

    /// The stories that a word may mean: an identity, the beginning of one (four signs or more), or a slug in upper
    /// or lower case. Latest filed first.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn find(&self, word: &str, most: usize) -> Result<Vec<StoryId>> {
        match self {
            Store::Sqlite(s) => s.find(word, most).await,
        }
    }

    /// The bytes of a story under a hash.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn bytes(&self, story: StoryId, hash: Hash) -> Result<Option<Kept>> {
        match self {
            Store::Sqlite(s) => s.bytes(story, hash).await,
        }
    }

    /// Many bytes in one read, in the order asked for.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn texts(&self, wanted: Vec<(StoryId, Hash)>) -> Result<Vec<Option<Kept>>> {
        match self {
            Store::Sqlite(s) => s.texts(wanted).await,
        }
    }

    /// Every hash that a story holds bytes under, and what they are: what a takedown seals. Sealed ones are left out.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn hashes(&self, story: StoryId) -> Result<Vec<(Hash, What)>> {
        match self {
            Store::Sqlite(s) => s.hashes(story).await,
        }
    }

    /// The copy that a revision was read from.
    ///
    /// # Errors
    /// [`Error::Sealed`] when it was taken down.
    pub async fn input(&self, story: StoryId, lang: &Tag, revision: u32) -> Result<Option<Vec<u8>>> {
        match self {
            Store::Sqlite(s) => s.input(story, lang, revision).await,
        }
    }

    /// What the checks found in a revision, if they looked.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn checked(&self, story: StoryId, lang: &Tag, revision: u32) -> Result<Option<Checked>> {
        match self {
            Store::Sqlite(s) => s.checked(story, lang, revision).await,
        }
    }

    /// All that was ever dismissed in a story, oldest first, also what was taken back.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn dismissals(&self, story: StoryId) -> Result<Vec<Dismissal>> {
        match self {
            Store::Sqlite(s) => s.dismissals(story).await,
        }
    }

    /// Entries of the log behind a number, in order.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn log(&self, after: u64, most: usize) -> Result<Vec<Entry>> {
        match self {
            Store::Sqlite(s) => s.log(after, most).await,
        }
    }

    /// What is due until a moment and not stuck, oldest first.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn due(&self, until: Timestamp, most: usize) -> Result<Vec<(StoryId, Planned)>> {
        match self {
            Store::Sqlite(s) => s.due(until, most).await,
        }
    }

    /// When the next is due that is not stuck.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn next_due(&self) -> Result<Option<Timestamp>> {
        match self {
            Store::Sqlite(s) => s.next_due().await,
        }
    }

    /// All that waits for its time, stuck or not, oldest first.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn all_due(&self) -> Result<Vec<(StoryId, Planned)>> {
        match self {
            Store::Sqlite(s) => s.all_due().await,
        }
    }

    /// What a person is typing in an edition.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn draft(&self, story: StoryId, lang: &Tag, by: &str) -> Result<Option<Draft>> {
        match self {
            Store::Sqlite(s) => s.draft(story, lang, by).await,
        }
    }

    /// All drafts of a story.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn drafts(&self, story: StoryId) -> Result<Vec<Draft>> {
        match self {
            Store::Sqlite(s) => s.drafts(story).await,
        }
    }

    /// An account.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>> {
        match self {
            Store::Sqlite(s) => s.account(id).await,
        }
    }

    /// The account that one signs in to with this name.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn account_named(&self, name: &str) -> Result<Option<Account>> {
        match self {
            Store::Sqlite(s) => s.account_named(name).await,
        }
    }

    /// All accounts, by name.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn accounts(&self) -> Result<Vec<Account>> {
        match self {
            Store::Sqlite(s) => s.accounts().await,
        }
    }

    /// The session of a token's hash, with its account. Whether it has run out, and whether the account is closed, is
    /// for the caller to see.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn session(&self, token: Hash) -> Result<Option<(Session, Account)>> {
        match self {
            Store::Sqlite(s) => s.session(token).await,
        }
    }

    /// The sessions of an account, newest first.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn sessions(&self, account: AccountId) -> Result<Vec<Session>> {
        match self {
            Store::Sqlite(s) => s.sessions(account).await,
        }
    }

    /// A setting.
    ///
    /// # Errors
    /// See [`Store::answered`].
    pub async fn setting(&self, name: &str) -> Result<Option<String>> {
        match self {
            Store::Sqlite(s) => s.setting(name).await,
        }
    }

    /// Holds everything kept against its hashes, the log against its chain, releases against the log, and numbers
    /// and references against each other. Gives back what is wrong, in words; nothing when all is well. Writing goes
    /// on meanwhile: what is written after the beginning is not looked at.
    ///
    /// # Errors
    /// See [`Store::answered`]. What is found wrong is no error.
    pub async fn verify(&self, progress: impl FnMut(Progress) + Send + 'static) -> Result<Vec<String>> {
        match self {
            Store::Sqlite(s) => s.verify(progress).await,
        }
    }

    /// Writes the whole store, as it is at one moment, to one new file that only its owner may read. Writing goes on
    /// meanwhile.
    ///
    /// # Errors
    /// [`Error::Refused`] when there is a file already; [`Error::CannotWrite`] as it says. No half backup is left.
    pub async fn backup(&self, to: &Path) -> Result<()> {
        match self {
            Store::Sqlite(s) => s.backup(to).await,
        }
    }

    /// Closes the store, for all its clones, once everything that was asked before is kept. Later askings get
    /// [`Error::Closed`].
    pub async fn close(self) {
        match self {
            Store::Sqlite(s) => s.close().await,
        }
    }
}
