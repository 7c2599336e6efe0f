//! The one thread that writes. It takes all batches that wait, keeps them in one transaction with one sync, and then
//! answers them all: many callers cost little more than one.

use super::{
    apply::{self, Failed},
    read,
    release::Tail,
};
use crate::{Batch, Committed, Error, Result, Write, disk};
use rusqlite::Connection;
use std::{
    sync::{
        Arc, RwLock,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::Duration,
};
use story::Position;
use tokio::sync::{oneshot, watch};

/// A batch and whoever waits for it.
pub(crate) struct Job {
    pub batch: Batch,
    pub answer: oneshot::Sender<Result<Committed>>,
}

/// The most batches of one transaction: those behind them should not wait for ever.
const MOST: usize = 512;
/// After this long without a batch the write-ahead log is folded in, however short it is.
const IDLE: Duration = Duration::from_millis(500);

/// Where the log ends, for all who ask.
#[derive(Debug)]
pub(crate) struct End {
    position: RwLock<Position>,
    changed: watch::Sender<u64>,
}

impl End {
    pub fn new(position: Position) -> Self {
        Self { position: RwLock::new(position), changed: watch::Sender::new(position.n) }
    }

    pub fn position(&self) -> Position {
        *self.position.read().unwrap_or_else(|e| e.into_inner())
    }

    pub fn changed(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    fn reach(&self, position: Position) {
        *self.position.write().unwrap_or_else(|e| e.into_inner()) = position;
        self.changed.send_if_modified(|n| std::mem::replace(n, position.n) != position.n);
    }
}

pub(crate) struct Writer {
    pub connection: Connection,
    pub epoch: u32,
    pub end: Arc<End>,
    pub jobs: Receiver<Job>,
    pub fold: disk::Fold,
}

/// What there is to do once nobody brings a batch.
#[derive(Default)]
struct Chores {
    /// The write-ahead log has not been folded in since the newest batch.
    fold: bool,
    /// The write-ahead log still holds what was sealed.
    wipe: bool,
}

/// Checks and writes one batch.
type Keep = fn(&Connection, &mut Tail, &Batch) -> Result<Committed, Failed>;

impl Writer {
    /// Keeps batches until nobody is left who could bring one.
    pub fn run(self) {
        let mut chores = Chores::default();
        loop {
            let first = match chores {
                Chores { fold: false, wipe: false } => self.jobs.recv().map_err(RecvTimeoutError::from),
                _ => self.jobs.recv_timeout(IDLE),
            };
            match first {
                Ok(first) => {
                    let jobs = [first].into_iter().chain(self.jobs.try_iter().take(MOST - 1));
                    self.keep(jobs.collect(), &mut chores);
                }
                Err(RecvTimeoutError::Timeout) => self.tidy(&mut chores),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.report(disk::fold_all(&self.connection));
    }

    fn keep(&self, jobs: Vec<Job>, chores: &mut Chores) {
        let (batches, answers): (Vec<Batch>, Vec<_>) = jobs.into_iter().map(|job| (job.batch, job.answer)).unzip();
        let results = self.together(&batches).unwrap_or_else(|error| vec![Err(error); batches.len()]);
        for (answer, result) in answers.into_iter().zip(results) {
            // Whoever does not wait any more finds the answer under the request's identity.
            let _ = answer.send(result);
        }
        self.fold.grown(&self.connection);
        chores.fold = true;
        if batches.iter().flat_map(|batch| &batch.writes).any(|one| matches!(one, Write::Seal(..))) {
            chores.wipe = true;
            self.tidy(chores);
        }
    }

    fn tidy(&self, chores: &mut Chores) {
        if chores.wipe {
            chores.wipe = !self.report(disk::fold_all(&self.connection));
        } else {
            self.fold.tell();
        }
        chores.fold = false;
    }

    fn report(&self, folded: Result<bool>) -> bool {
        folded.unwrap_or_else(|error| {
            tracing::warn!(%error, "the write-ahead log could not be folded in");
            false
        })
    }

    /// Keeps batches with one sync; each is kept or refused by itself. An error is one of the disk: none is kept.
    ///
    /// Most of the time no batch is refused once it was begun, so nothing is fenced off at first; when one is, all of
    /// it is done again with a fence around each.
    pub(crate) fn together(&self, batches: &[Batch]) -> Result<Vec<Result<Committed>>> {
        match self.transaction(batches, apply::batch) {
            Err(Failed::Dirty(error)) if batches.len() == 1 => Ok(vec![Err(error)]),
            Err(Failed::Dirty(_)) => self.transaction(batches, fenced).map_err(Failed::error),
            done => done.map_err(Failed::error),
        }
    }

    /// [`Failed::Dirty`] when a batch must be fenced off, [`Failed::Clean`] when nothing can be written. Either way
    /// all of it is rolled back.
    fn transaction(&self, batches: &[Batch], keep: Keep) -> Result<Vec<Result<Committed>>, Failed> {
        let c = &self.connection;
        let begin_to_end = || {
            run(c, "BEGIN IMMEDIATE").map_err(Failed::Clean)?;
            let position = read::log::last(c).map_err(Failed::Clean)?;
            let mut tail = Tail { epoch: self.epoch, position };
            let results = batches.iter().map(|batch| alone(c, keep(c, &mut tail, batch))).collect::<Result<_, _>>()?;
            run(c, "COMMIT").map_err(Failed::Clean)?;
            self.end.reach(tail.position);
            Ok(results)
        };
        let done = begin_to_end();
        if done.is_err() && !c.is_autocommit() {
            run(c, "ROLLBACK").map_err(Failed::Clean)?;
        }
        done
    }
}

/// Sorts what became of one batch: its own affair, or everybody's.
fn alone(c: &Connection, result: Result<Committed, Failed>) -> Result<Result<Committed>, Failed> {
    match result {
        Ok(committed) => Ok(Ok(committed)),
        // The disk is full or gone, or SQLite has rolled everything back by itself.
        Err(Failed::Clean(error) | Failed::Dirty(error))
            if matches!(error, Error::CannotWrite(_) | Error::InUse(_)) || c.is_autocommit() =>
        {
            Err(Failed::Clean(error))
        }
        Err(Failed::Clean(error)) => Ok(Err(error)),
        Err(dirty) => Err(dirty),
    }
}

/// Keeps a batch or leaves nothing behind.
fn fenced(c: &Connection, tail: &mut Tail, batch: &Batch) -> Result<Committed, Failed> {
    let before = *tail;
    run(c, "SAVEPOINT one").map_err(Failed::Dirty)?;
    let mut done = apply::batch(c, tail, batch);
    if let Err(Failed::Dirty(error)) = done {
        *tail = before;
        if !c.is_autocommit() {
            run(c, "ROLLBACK TO one").map_err(Failed::Dirty)?;
        }
        done = Err(Failed::Clean(error));
    }
    if !c.is_autocommit() {
        run(c, "RELEASE one").map_err(Failed::Dirty)?;
    }
    done
}

fn run(c: &Connection, sql: &str) -> Result<()> {
    c.prepare_cached(sql)?.execute([])?;
    Ok(())
}
