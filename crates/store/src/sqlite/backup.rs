//! A backup is one file; a restore makes a store of it, in a new epoch of the same log.

use super::{
    migrate::form,
    open::{self, FILE},
    verify::verify,
};
use crate::{Error, Result, disk, kept::PAUSED};
use rusqlite::{Connection, params};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Writes all that a file holds, as it is at one moment, to a new file.
pub(super) fn backup(file: &Path, to: &Path) -> Result<()> {
    if to.try_exists().map_err(|e| disk::cannot_write(to, &e))? {
        return Err(Error::Refused(format!("there is a file {} already", to.display())));
    }
    let half = Half::beside(to)?;
    copy(file, &half)?;
    half.finish(to)
}

/// Makes a store in a folder from a backup.
pub(crate) fn restore(from: &Path, folder: &Path) -> Result<()> {
    let to = folder.join(FILE);
    if to.try_exists().map_err(|e| disk::cannot_write(&to, &e))? {
        return Err(Error::Refused(format!("there is an agency in {} already", folder.display())));
    }
    if !from.is_file() {
        return Err(Error::Refused(format!("there is no backup {}", from.display())));
    }
    let half = Half::beside(&to)?;
    copy(from, &half)?;
    begin_epoch(&half.0)?;
    sound(from, &half)?;
    half.finish(&to)
}

/// Copies within SQLite, so that the copy is whole whatever is written meanwhile, and as small as it can be.
fn copy(file: &Path, half: &Half) -> Result<()> {
    let source = disk::reader(file)?;
    let known = || form(&source)?.ok_or_else(|| Error::Refused("the file is empty".into()));
    known().map_err(|error| match error {
        Error::Damaged(_) => Error::Refused(format!("{} is not an agency's", file.display())),
        other => other,
    })?;
    let to = half.0.to_str().ok_or_else(|| Error::Refused("the name of the file is not UTF-8".into()))?;
    source.execute("VACUUM INTO ?1", [to])?;
    Ok(())
}

/// Refuses a backup that is not what was kept: an agency that goes on from it would put it before the public.
fn sound(from: &Path, half: &Half) -> Result<()> {
    let faults = verify(&half.0, |_| ())?;
    let Some(first) = faults.first() else { return Ok(()) };
    let (file, more) = (from.display(), faults.len() - 1);
    Err(Error::Refused(format!("the backup {file} is damaged: {first} (and {more} more); take an older one")))
}

/// What a restored agency has to begin with: a new epoch, nobody signed in, and nothing that goes out by itself.
fn begin_epoch(file: &Path) -> Result<()> {
    let (mut connection, log, position) = open::open(file)?;
    let transaction = connection.transaction()?;
    transaction.execute("INSERT INTO epoch (epoch, after) VALUES (?1, ?2)", params![log.epoch + 1, position.n])?;
    transaction.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, 'restored')", [PAUSED])?;
    transaction.execute("DELETE FROM session", [])?;
    transaction.commit()?;
    as_one_file(&connection)
}

/// Leaves nothing of a file in a write-ahead log beside it.
fn as_one_file(connection: &Connection) -> Result<()> {
    connection.pragma_update(None, "journal_mode", "delete")?;
    Ok(())
}

/// A file in the making, beside the one that it will be. It goes when it is not finished.
struct Half(PathBuf);

impl Half {
    fn beside(to: &Path) -> Result<Half> {
        let mut name = to.as_os_str().to_owned();
        name.push(".half");
        let half = PathBuf::from(name);
        // What an earlier attempt left when it was cut off.
        match fs::remove_file(&half) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(disk::cannot_write(&half, &error)),
            _ => disk::make_new(&half).map_err(|e| disk::cannot_write(&half, &e))?,
        };
        Ok(Half(half))
    }

    fn finish(self, to: &Path) -> Result<()> {
        disk::put_in_place(&self.0, to).map_err(|e| disk::cannot_write(to, &e))
    }
}

impl Drop for Half {
    fn drop(&mut self) {
        // Finished, there is nothing of that name.
        let _ = fs::remove_file(&self.0);
    }
}
