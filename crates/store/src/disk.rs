//! What both files have in common: how they are opened, who may read them, and when their logs are folded in.

use crate::{Error, Result};
use rusqlite::{Connection, OpenFlags};
use std::{
    cell::Cell,
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::OpenOptionsExt,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
        mpsc::{self, RecvTimeoutError, SyncSender},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// How long a connection waits for another one before it gives up.
const PATIENCE: Duration = Duration::from_secs(5);
/// More than the statements that any connection has, so that each is prepared once.
const STATEMENTS: usize = 160;
/// Kilobytes of pages that a writer keeps in memory: more than the largest transaction should change.
const CACHE: i64 = 8_000;
/// Each time the write-ahead log has grown by this many pages (4 MB) it is folded in beside the writing.
const FOLD_EACH: u32 = 1_000;
/// At this many pages whoever writes folds in what is left, so that the log begins anew: a log that stays short is
/// written over and over in place, which is what makes a sync quick.
const FOLD_NOW: u32 = 4_000;

/// How long a log that could not be emptied is left alone.
const AGAIN: Duration = Duration::from_millis(50);

/// A connection that writes. The file is made, for its owner alone, when it is not there.
pub(crate) fn writer(file: &Path) -> Result<Connection> {
    make_private(file)?;
    let connection = connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    // REPLACE must not pass the triggers that refuse DELETE, and what is sealed must not stay in unused pages.
    connection.pragma_update(None, "recursive_triggers", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    connection.pragma_update(None, "cache_size", -CACHE)?;
    connection.wal_hook(Some(|_, pages| {
        WAL_PAGES.set(u32::try_from(pages).unwrap_or(0));
        Ok(())
    }));
    Ok(connection)
}

/// A connection that cannot write.
pub(crate) fn reader(file: &Path) -> Result<Connection> {
    connect(file, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

fn connect(file: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

/// Makes a file that only its owner may read; SQLite gives the files beside it the same rights.
fn make_private(file: &Path) -> Result<()> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(file) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(cannot_write(file, &error)),
    }
}

/// Makes a new file that only its owner may read.
pub(crate) fn make_new(file: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)
}

/// Gives a finished file its name: after this the name stands for the whole file, also after a power cut.
pub(crate) fn put_in_place(from: &Path, to: &Path) -> io::Result<()> {
    File::open(from)?.sync_all()?;
    fs::rename(from, to)?;
    match to.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => File::open(folder)?.sync_all(),
        _ => File::open(".")?.sync_all(),
    }
}

pub(crate) fn cannot_write(file: &Path, error: &io::Error) -> Error {
    Error::CannotWrite(format!("{}: {error}", file.display()))
}

thread_local! {
    /// The pages in the write-ahead log after the newest commit on this thread.
    static WAL_PAGES: Cell<u32> = const { Cell::new(0) };
}

/// Copies the write-ahead log into the file as far as readers allow, without keeping anybody waiting. Returns whether
/// all of it is in the file: then the next commit begins the log anew.
fn fold(connection: &Connection) -> Result<bool> {
    checkpoint(connection, "PRAGMA wal_checkpoint(PASSIVE)")
}

/// Copies the whole write-ahead log into the file and empties it. Returns whether it could: not while somebody reads.
pub(crate) fn fold_all(connection: &Connection) -> Result<bool> {
    connection.busy_timeout(Duration::ZERO)?;
    let done = checkpoint(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    connection.busy_timeout(PATIENCE)?;
    done
}

fn checkpoint(connection: &Connection, pragma: &str) -> Result<bool> {
    let (busy, pages, done): (bool, i64, i64) =
        connection.query_row(pragma, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(!busy && pages == done)
}

/// A thread that folds a write-ahead log in, beside whoever writes. Ends when it is dropped.
#[derive(Debug)]
pub(crate) struct Fold {
    /// The pages in the write-ahead log when it was last looked at.
    pages: AtomicU32,
    /// The write-ahead log holds what must not stay on the disk.
    wipe: Arc<AtomicBool>,
    tell: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Fold {
    /// Begins with a connection of its own.
    pub fn start(file: &Path) -> Result<Fold> {
        let connection = writer(file)?;
        let (tell, told) = mpsc::sync_channel(1);
        let wipe = Arc::new(AtomicBool::new(false));
        let wiping = wipe.clone();
        let work = move || {
            loop {
                let wipe = wiping.load(Ordering::Acquire);
                let told = if wipe { told.recv_timeout(AGAIN) } else { told.recv().map_err(RecvTimeoutError::from) };
                match told {
                    Err(RecvTimeoutError::Disconnected) => break,
                    _ if !wiping.load(Ordering::Acquire) => fold_round(&connection),
                    _ => wiping.store(!fold_all(&connection).unwrap_or_default(), Ordering::Release),
                }
            }
        };
        let thread = thread::Builder::new().name("fold".into()).spawn(work).map_err(no_thread)?;
        Ok(Fold { pages: AtomicU32::new(0), wipe, tell: Some(tell), thread: Some(thread) })
    }

    /// After a commit on this thread and connection: sees to it that the log does not grow for ever.
    pub fn grown(&self, connection: &Connection) {
        let pages = WAL_PAGES.get();
        let before = self.pages.swap(pages, Ordering::Relaxed);
        if pages >= FOLD_NOW {
            fold_round(connection);
        } else if pages / FOLD_EACH > before / FOLD_EACH {
            self.tell();
        }
    }

    /// After a commit that took away what must not stay on the disk: empties the log, at once if nobody reads, and as
    /// soon as nobody does otherwise.
    pub fn wipe(&self, connection: &Connection) {
        let done = fold_all(connection).unwrap_or_else(|error| {
            tracing::warn!(%error, "the write-ahead log could not be folded in");
            false
        });
        if !done {
            self.wipe.store(true, Ordering::Release);
            self.tell();
        }
    }

    /// Tells it to. When it was told already, once is enough.
    pub fn tell(&self) {
        if let Some(tell) = &self.tell {
            let _ = tell.try_send(());
        }
    }
}

impl Drop for Fold {
    fn drop(&mut self) {
        self.tell = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A second round takes in what was written during the first, so that the log can begin anew.
fn fold_round(connection: &Connection) {
    for _ in 0..4 {
        match fold(connection) {
            Ok(true) => return,
            Ok(false) => {}
            Err(error) => {
                tracing::warn!(%error, "the write-ahead log could not be folded in");
                return;
            }
        }
    }
}

pub(crate) fn no_thread(error: io::Error) -> Error {
    Error::Database(format!("no thread could be begun: {error}"))
}
