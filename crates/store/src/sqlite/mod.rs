//! The store in one file: SQLite with a write-ahead log and a full sync at each commit.
//!
//! One thread writes ([`writer`]), a few read ([`readers`]); `read` holds a file for each noun that is read. Callers
//! wait without holding a thread.

mod apply;
mod backup;
mod checks;
pub(crate) mod migrate;
mod must;
pub(crate) mod open;
mod read;
mod readers;
mod release;
mod verify;
pub(crate) mod writer;

pub(crate) use backup::restore;

use crate::{
    Account, Answered, Batch, Checked, Committed, Dismissal, Draft, Error, Kept, Progress, Result, Session, What,
    Write, disk,
};
use jiff::Timestamp;
use readers::Readers;
use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, RwLock, mpsc},
    thread::{self, JoinHandle},
};
use story::{AccountId, Dossier, Entry, Hash, LogId, Position, RequestId, StoryId, Tag, dossier::Planned};
use tokio::sync::{oneshot, watch};
use writer::{End, Job, Writer};

/// The store in one file.
#[derive(Clone)]
pub struct Sqlite(Arc<Inside>);

struct Inside {
    file: PathBuf,
    log: LogId,
    end: Arc<End>,
    /// None once the store is closed.
    jobs: RwLock<Option<mpsc::Sender<Job>>>,
    writer: Mutex<Option<JoinHandle<()>>>,
    readers: Readers,
}

impl Sqlite {
    pub(crate) fn open(folder: &Path) -> Result<Sqlite> {
        let file = folder.join(open::FILE);
        let (connection, log, position) = open::open(&file)?;
        let end = Arc::new(End::new(position));
        let (jobs, brought) = mpsc::channel();
        let fold = disk::Fold::start(&file)?;
        let writer = Writer { connection, epoch: log.epoch, end: end.clone(), jobs: brought, fold };
        let readers = Readers::start(&file)?;
        let thread = thread::Builder::new().name("write".into()).spawn(|| writer.run()).map_err(disk::no_thread)?;
        let (jobs, writer) = (RwLock::new(Some(jobs)), Mutex::new(Some(thread)));
        Ok(Sqlite(Arc::new(Inside { file, log, end, jobs, writer, readers })))
    }

    pub(crate) async fn commit(&self, batch: Batch) -> Result<Committed> {
        check_hashes(&batch)?;
        let (answer, answered) = oneshot::channel();
        self.0.bring(Job { batch, answer })?;
        answered.await.map_err(|_| Error::Closed)?
    }

    pub(crate) fn position(&self) -> Position {
        self.0.end.position()
    }

    pub(crate) fn log_id(&self) -> LogId {
        self.0.log
    }

    pub(crate) fn changed(&self) -> watch::Receiver<u64> {
        self.0.end.changed()
    }

    pub(crate) async fn answered(&self, id: RequestId, by: &str) -> Result<Option<Answered>> {
        let by = by.to_owned();
        self.0.readers.read(move |c| read::request::answered(c, id, &by)).await
    }

    pub(crate) async fn checked(&self, story: StoryId, lang: &Tag, revision: u32) -> Result<Option<Checked>> {
        let lang = lang.clone();
        self.0.readers.read(move |c| read::checks::checked(c, story, &lang, revision)).await
    }

    pub(crate) async fn dismissals(&self, story: StoryId) -> Result<Vec<Dismissal>> {
        self.0.readers.read(move |c| read::checks::dismissals(c, story)).await
    }

    pub(crate) async fn dossier(&self, id: StoryId) -> Result<Option<Dossier>> {
        self.0.readers.read(move |c| read::story::dossier(c, id)).await
    }

    pub(crate) async fn stories(
        &self,
        before: Option<(Timestamp, StoryId)>,
        most: usize,
    ) -> Result<Vec<(Timestamp, Dossier)>> {
        self.0.readers.read(move |c| read::story::stories(c, before, most)).await
    }

    pub(crate) async fn find(&self, word: &str, most: usize) -> Result<Vec<StoryId>> {
        let word = word.to_owned();
        self.0.readers.read(move |c| read::story::find(c, &word, most)).await
    }

    pub(crate) async fn bytes(&self, story: StoryId, hash: Hash) -> Result<Option<Kept>> {
        self.0.readers.read(move |c| read::bytes::of(c, story, hash)).await
    }

    pub(crate) async fn texts(&self, wanted: Vec<(StoryId, Hash)>) -> Result<Vec<Option<Kept>>> {
        let all = move |c: &_| wanted.into_iter().map(|(story, hash)| read::bytes::of(c, story, hash)).collect();
        self.0.readers.read(all).await
    }

    pub(crate) async fn hashes(&self, story: StoryId) -> Result<Vec<(Hash, What)>> {
        self.0.readers.read(move |c| read::bytes::hashes(c, story)).await
    }

    pub(crate) async fn input(&self, story: StoryId, lang: &Tag, revision: u32) -> Result<Option<Vec<u8>>> {
        let lang = lang.clone();
        self.0.readers.read(move |c| read::bytes::input(c, story, &lang, revision)).await
    }

    pub(crate) async fn log(&self, after: u64, most: usize) -> Result<Vec<Entry>> {
        self.0.readers.read(move |c| read::log::entries(c, after, most)).await
    }

    pub(crate) async fn due(&self, until: Timestamp, most: usize) -> Result<Vec<(StoryId, Planned)>> {
        self.0.readers.read(move |c| read::due::until(c, until, most)).await
    }

    pub(crate) async fn next_due(&self) -> Result<Option<Timestamp>> {
        self.0.readers.read(read::due::next).await
    }

    pub(crate) async fn all_due(&self) -> Result<Vec<(StoryId, Planned)>> {
        self.0.readers.read(read::due::all).await
    }

    pub(crate) async fn draft(&self, story: StoryId, lang: &Tag, by: &str) -> Result<Option<Draft>> {
        let (lang, by) = (lang.clone(), by.to_owned());
        self.0.readers.read(move |c| read::draft::one(c, story, &lang, &by)).await
    }

    pub(crate) async fn drafts(&self, story: StoryId) -> Result<Vec<Draft>> {
        self.0.readers.read(move |c| read::draft::all(c, story)).await
    }

    pub(crate) async fn account(&self, id: AccountId) -> Result<Option<Account>> {
        self.0.readers.read(move |c| read::people::account(c, id)).await
    }

    pub(crate) async fn account_named(&self, name: &str) -> Result<Option<Account>> {
        let name = name.to_owned();
        self.0.readers.read(move |c| read::people::named(c, &name)).await
    }

    pub(crate) async fn accounts(&self) -> Result<Vec<Account>> {
        self.0.readers.read(read::people::accounts).await
    }

    pub(crate) async fn session(&self, token: Hash) -> Result<Option<(Session, Account)>> {
        self.0.readers.read(move |c| read::people::session(c, token)).await
    }

    pub(crate) async fn sessions(&self, account: AccountId) -> Result<Vec<Session>> {
        self.0.readers.read(move |c| read::people::sessions(c, account)).await
    }

    pub(crate) async fn setting(&self, name: &str) -> Result<Option<String>> {
        let name = name.to_owned();
        self.0.readers.read(move |c| read::people::setting(c, &name)).await
    }

    pub(crate) async fn verify(&self, progress: impl FnMut(Progress) + Send + 'static) -> Result<Vec<String>> {
        self.aside(move |file| verify::verify(file, progress)).await
    }

    pub(crate) async fn backup(&self, to: &Path) -> Result<()> {
        let to = to.to_owned();
        self.aside(move |file| backup::backup(file, &to)).await
    }

    pub(crate) async fn close(self) {
        let _ = aside(move || self.0.end()).await;
    }

    /// Long work, on a thread and a connection of its own, so that nobody who reads waits for it.
    async fn aside<T: Send + 'static>(&self, work: impl FnOnce(&Path) -> Result<T> + Send + 'static) -> Result<T> {
        let file = self.0.file.clone();
        aside(move || work(&file)).await?
    }
}

impl Inside {
    fn bring(&self, job: Job) -> Result<()> {
        let jobs = self.jobs.read().unwrap_or_else(|e| e.into_inner());
        jobs.as_ref().and_then(|jobs| jobs.send(job).ok()).ok_or(Error::Closed)
    }

    /// Lets the writer and the readers finish what they were asked, and waits for them.
    fn end(&self) {
        self.jobs.write().unwrap_or_else(|e| e.into_inner()).take();
        self.readers.end();
        if let Some(writer) = self.writer.lock().unwrap_or_else(|e| e.into_inner()).take() {
            let _ = writer.join();
        }
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        self.end();
    }
}

impl fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sqlite").field("file", &self.0.file).finish_non_exhaustive()
    }
}

/// Runs on a thread of its own.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let (answer, answered) = oneshot::channel();
    thread::Builder::new()
        .name("aside".into())
        .spawn(move || {
            let _ = answer.send(work());
        })
        .map_err(disk::no_thread)?;
    answered.await.map_err(|_| Error::Closed)
}

/// Whether all bytes have the hashes that they are said to have. Done by the caller, beside the writer.
fn check_hashes(batch: &Batch) -> Result<()> {
    for one in &batch.writes {
        if let Write::Bytes { hash, bytes, .. } = one
            && Hash::of(bytes) != *hash
        {
            return Err(Error::Refused(format!("the bytes do not have the hash {hash}")));
        }
    }
    Ok(())
}
