//! A bare rusqlite loop: one thread that takes what waits, writes the same rows and commits for all, with full sync.
//! No preconditions, no triggers, no savepoints, no answers to repeat.

use anyhow::{Result, anyhow};
use rusqlite::{Connection, params};
use std::{path::Path, sync::mpsc};
use store::{Batch, Write};
use tokio::sync::oneshot;

/// What is written of one release.
pub struct Rows {
    story: [u8; 16],
    bytes: Vec<(Vec<u8>, Vec<u8>)>,
    revision: (Vec<u8>, Vec<u8>),
    data: Vec<u8>,
    entry: Vec<u8>,
}

impl Rows {
    /// The rows of a batch that the store is given.
    pub fn of(batch: Batch) -> Self {
        let mut rows = Rows {
            story: *batch.act.bytes(),
            bytes: Vec::new(),
            revision: Default::default(),
            data: Vec::new(),
            entry: Vec::new(),
        };
        for write in batch.writes {
            match write {
                Write::Bytes { hash, bytes, .. } => rows.bytes.push((hash.0.to_vec(), bytes)),
                Write::Revision { revision, .. } => {
                    let blocks = revision.blocks.iter().flat_map(|b| b.0.to_le_bytes()).collect();
                    rows.revision = (revision.text.0.to_vec(), blocks);
                }
                Write::Data { revision, .. } => rows.data = revision.hash.0.to_vec(),
                // As long as a log entry of ours; hashing and chaining it is the store's own work.
                Write::Release(_) => rows.entry = vec![b'x'; 560],
                _ => {}
            }
        }
        rows
    }
}

type Job = (Rows, oneshot::Sender<bool>);

/// The loop.
pub struct Bare(mpsc::Sender<Job>);

const TABLES: &str = "
    pragma journal_mode = wal; pragma synchronous = full;
    create table story (id blob primary key, version integer, desk text, original text, by text, at integer) without rowid;
    create table bytes (story blob, hash blob, what integer, bytes blob, primary key (story, hash)) without rowid;
    create table revision (story blob, lang text, number integer, text blob, blocks blob, at integer, by text, primary key (story, lang, number)) without rowid;
    create table data (story blob, number integer, hash blob, at integer, by text, primary key (story, number)) without rowid;
    create table release (story blob, lang text, number integer, kind text, n integer, at integer, by text, primary key (story, lang, number)) without rowid;
    create table log (n integer primary key, entry blob, hash blob);";

impl Bare {
    /// Opens a database of its own and starts the loop.
    pub fn open(file: &Path) -> Result<Self> {
        let db = Connection::open(file)?;
        db.execute_batch(TABLES)?;
        db.set_prepared_statement_cache_capacity(64);
        let (send, receive) = mpsc::channel::<Job>();
        std::thread::spawn(move || {
            while let Ok(first) = receive.recv() {
                let mut jobs = vec![first];
                jobs.extend(receive.try_iter().take(511));
                let ok = write_all(&db, &jobs).is_ok();
                for (_, answer) in jobs {
                    // Whoever has gone away meanwhile needs no answer.
                    let _ = answer.send(ok);
                }
            }
        });
        Ok(Self(send))
    }

    /// Writes the rows; answers after the sync.
    pub async fn write(&self, rows: Rows) -> Result<()> {
        let (answer, answered) = oneshot::channel();
        self.0.send((rows, answer)).map_err(|_| anyhow!("the bare loop has ended"))?;
        if answered.await? { Ok(()) } else { Err(anyhow!("the bare loop could not write")) }
    }
}

fn write_all(db: &Connection, jobs: &[Job]) -> rusqlite::Result<()> {
    db.execute_batch("begin immediate")?;
    for (rows, _) in jobs {
        let id = rows.story.as_slice();
        db.prepare_cached("insert into story values (?1, 1, 'main', 'en', 'bench', 0)")?.execute([id])?;
        for (hash, bytes) in &rows.bytes {
            db.prepare_cached("insert into bytes values (?1, ?2, 1, ?3)")?.execute(params![id, hash, bytes])?;
        }
        let (text, blocks) = &rows.revision;
        db.prepare_cached("insert into revision values (?1, 'en', 1, ?2, ?3, 0, 'bench')")?
            .execute(params![id, text, blocks])?;
        db.prepare_cached("insert into data values (?1, 1, ?2, 0, 'bench')")?.execute(params![id, rows.data])?;
        db.prepare_cached("insert into release values (?1, 'en', 1, 'first', ?2, 0, 'bench')")?
            .execute(params![id, 0])?;
        db.prepare_cached("insert into log (entry, hash) values (?1, ?2)")?.execute(params![rows.entry, text])?;
    }
    db.execute_batch("commit")
}
