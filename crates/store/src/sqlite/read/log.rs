//! The log.

use super::{limit, one};
use crate::{
    Error, Result,
    columns::{at, bytes},
};
use rusqlite::{Connection, params};
use story::{Entry, Position};

/// The newest entry.
pub(crate) fn last(c: &Connection) -> Result<Position> {
    let sql = "SELECT n, hash, at FROM log ORDER BY n DESC LIMIT 1";
    let last = one(c, sql, [], |row| Ok(Position { n: row.get(0)?, hash: bytes(row, 1)?, at: at(row, 2)? }))?;
    Ok(last.unwrap_or(Position::START))
}

/// The entries behind a number, in order.
pub(crate) fn entries(c: &Connection, after: u64, most: usize) -> Result<Vec<Entry>> {
    let mut statement = c.prepare_cached("SELECT n, entry FROM log WHERE n > ?1 ORDER BY n LIMIT ?2")?;
    let mut rows = statement.query(params![after.min(i64::MAX as u64), limit(most)])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let entry = serde_json::from_slice(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?);
        let n: u64 = row.get(0)?;
        entries.push(entry.map_err(|e| Error::Damaged(format!("entry {n} of the log: {e}")))?);
    }
    Ok(entries)
}
