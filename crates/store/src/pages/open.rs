//! Opening the file, and folding its log in while nobody waits for it.

use super::{Inside, Pages};
use crate::{Error, Result, disk};
use rusqlite::Connection;
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

/// The form of the file. Another form is not brought up to date but made anew.
const FORM: u32 = 2;
/// "Dlps": the file says whose it is.
const APPLICATION: u32 = 0x446c_7073;
pub(super) fn open(file: &Path) -> Result<Pages> {
    let writer = match try_open(file) {
        Ok(Some(connection)) => connection,
        Ok(None) => anew(file)?,
        Err(error @ Error::Damaged(_)) => {
            tracing::warn!(%error, "the pages are damaged and are made again");
            anew(file)?
        }
        Err(error) => return Err(error),
    };
    let fold = disk::Fold::start(file)?;
    let inside = Inside { file: file.to_owned(), writer: Mutex::new(writer), readers: Mutex::default(), fold };
    Ok(Pages(Arc::new(inside)))
}

/// The file, if it is of this form.
fn try_open(file: &Path) -> Result<Option<Connection>> {
    let connection = disk::writer(file)?;
    connection.pragma_update(None, "synchronous", "normal")?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
    match (number("application_id")?, number("user_version")?) {
        (APPLICATION, FORM) => Ok(Some(connection)),
        (0, 0) => {
            connection.execute_batch(&format!(
                "BEGIN IMMEDIATE; {} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORM}; COMMIT",
                include_str!("schema.sql")
            ))?;
            Ok(Some(connection))
        }
        _ => Ok(None),
    }
}

fn anew(file: &Path) -> Result<Connection> {
    for end in ["", "-wal", "-shm"] {
        let mut path = file.as_os_str().to_owned();
        path.push(end);
        let path = PathBuf::from(path);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(disk::cannot_write(&path, &error)),
            _ => {}
        }
    }
    try_open(file)?.ok_or_else(|| Error::Database("the file of the pages cannot be made anew".into()))
}

impl Pages {
    /// A connection to read with, for as long as the call lasts.
    pub(super) fn read<T>(&self, with: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let idle = self.0.readers.lock().unwrap_or_else(|e| e.into_inner()).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => disk::reader(&self.0.file)?,
        };
        let out = with(&connection);
        let mut readers = self.0.readers.lock().unwrap_or_else(|e| e.into_inner());
        if readers.len() < MOST_READERS {
            readers.push(connection);
        }
        out
    }
}

/// Connections that are kept open for the next reader.
const MOST_READERS: usize = 8;
