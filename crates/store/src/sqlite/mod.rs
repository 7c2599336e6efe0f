//! stub while the room is built
use crate::{kept::*, *};
use jiff::Timestamp;
use std::path::Path;
use story::{dossier::Planned, *};

/// The store in one file.
#[derive(Debug, Clone)]
pub struct Sqlite;

pub(crate) fn restore(_from: &Path, _folder: &Path) -> Result<()> {
    Err(Error::Closed)
}

#[allow(unused_variables)]
impl Sqlite {
    pub fn open(folder: &Path) -> Result<Sqlite> {
        Ok(Sqlite)
    }
    pub async fn commit(&self, batch: Batch) -> Result<Committed> {
        Err(Error::Closed)
    }
    pub async fn answered(&self, id: RequestId, by: &str) -> Result<Option<Answered>> {
        Err(Error::Closed)
    }
    pub fn position(&self) -> Position {
        Position::START
    }
    pub fn log_id(&self) -> LogId {
        LogId { id: BatchId::from_bytes([0; 16]), epoch: 1 }
    }
    pub fn changed(&self) -> tokio::sync::watch::Receiver<u64> {
        tokio::sync::watch::channel(0).1
    }
    pub async fn dossier(&self, id: StoryId) -> Result<Option<Dossier>> {
        Err(Error::Closed)
    }
    pub async fn stories(
        &self,
        before: Option<(Timestamp, StoryId)>,
        most: usize,
    ) -> Result<Vec<(Timestamp, Dossier)>> {
        Err(Error::Closed)
    }
    pub async fn find(&self, word: &str, most: usize) -> Result<Vec<StoryId>> {
        Err(Error::Closed)
    }
    pub async fn bytes(&self, story: StoryId, hash: Hash) -> Result<Option<Kept>> {
        Err(Error::Closed)
    }
    pub async fn texts(&self, wanted: Vec<(StoryId, Hash)>) -> Result<Vec<Option<Kept>>> {
        Err(Error::Closed)
    }
    pub async fn hashes(&self, story: StoryId) -> Result<Vec<(Hash, What)>> {
        Err(Error::Closed)
    }
    pub async fn input(&self, story: StoryId, lang: &Tag, revision: u32) -> Result<Option<Vec<u8>>> {
        Err(Error::Closed)
    }
    pub async fn log(&self, after: u64, most: usize) -> Result<Vec<Entry>> {
        Err(Error::Closed)
    }
    pub async fn due(&self, until: Timestamp, most: usize) -> Result<Vec<(StoryId, Planned)>> {
        Err(Error::Closed)
    }
    pub async fn next_due(&self) -> Result<Option<Timestamp>> {
        Err(Error::Closed)
    }
    pub async fn all_due(&self) -> Result<Vec<(StoryId, Planned)>> {
        Err(Error::Closed)
    }
    pub async fn draft(&self, story: StoryId, lang: &Tag, by: &str) -> Result<Option<Draft>> {
        Err(Error::Closed)
    }
    pub async fn drafts(&self, story: StoryId) -> Result<Vec<Draft>> {
        Err(Error::Closed)
    }
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>> {
        Err(Error::Closed)
    }
    pub async fn account_named(&self, name: &str) -> Result<Option<Account>> {
        Err(Error::Closed)
    }
    pub async fn accounts(&self) -> Result<Vec<Account>> {
        Err(Error::Closed)
    }
    pub async fn session(&self, token: Hash) -> Result<Option<(Session, Account)>> {
        Err(Error::Closed)
    }
    pub async fn sessions(&self, account: AccountId) -> Result<Vec<Session>> {
        Err(Error::Closed)
    }
    pub async fn setting(&self, name: &str) -> Result<Option<String>> {
        Err(Error::Closed)
    }
    pub async fn verify(&self, progress: impl FnMut(Progress) + Send + 'static) -> Result<Vec<String>> {
        Err(Error::Closed)
    }
    pub async fn backup(&self, to: &Path) -> Result<()> {
        Err(Error::Closed)
    }
    pub async fn close(self) {}
}
