//! Opening the file: its form, which log it holds, where the log ends.

use super::{
    migrate::{STEPS, migrate},
    read,
};
use crate::{Error, Result, columns::bytes, disk};
use rusqlite::{Connection, TransactionBehavior, params};
use std::path::Path;
use story::{BatchId, LogId, Position};

/// The name of the file in its folder.
pub(crate) const FILE: &str = "agency.db";

/// A connection that writes, to a file of today's form.
pub(crate) fn open(file: &Path) -> Result<(Connection, LogId, Position)> {
    let mut connection = disk::writer(file)?;
    connection.pragma_update(None, "synchronous", "full")?;
    migrate(&connection, STEPS)?;
    let log = found(&mut connection)?;
    let position = read::log::last(&connection)?;
    Ok((connection, log, position))
}

/// Which log the file holds. It is drawn when the file has none.
fn found(connection: &mut Connection) -> Result<LogId> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if !transaction.prepare("SELECT 1 FROM agency")?.exists([])? {
        let mut chance = [0; 16];
        getrandom::fill(&mut chance).map_err(|e| Error::Database(format!("no chance to draw from: {e}")))?;
        transaction.execute("INSERT INTO agency (only, log) VALUES (1, ?1)", [BatchId::from_bytes(chance).bytes()])?;
        transaction.execute("INSERT INTO epoch (epoch, after) VALUES (1, 0)", [])?;
    }
    let log = transaction.query_row("SELECT log, (SELECT max(epoch) FROM epoch) FROM agency", params![], |row| {
        Ok(LogId { id: bytes(row, 0)?, epoch: row.get(1)? })
    })?;
    transaction.commit()?;
    Ok(log)
}
