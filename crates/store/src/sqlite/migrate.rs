//! The form of the file: numbered steps, each run once, in one transaction that also raises the number.

use crate::{Error, Result};
use rusqlite::Connection;

/// "Dtln": the file says whose it is.
pub(crate) const APPLICATION: u32 = 0x4474_6c6e;

/// The steps, in their order. A step that stands here never changes: folders have gone through it.
pub(crate) const STEPS: &[&str] = &[
    include_str!("migrations/0001_agency.sql"),
    include_str!("migrations/0002_checks.sql"),
    include_str!("migrations/0003_guards.sql"),
];

/// Brings a file to the form that the steps lead to.
///
/// Returns whether the file was empty before.
pub(crate) fn migrate(connection: &Connection, steps: &[&str]) -> Result<bool> {
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    let found = form(connection)?.unwrap_or(0);
    if found > known {
        return Err(Error::TooNew { found, known });
    }
    for (step, sql) in (1..).zip(steps).skip(found as usize) {
        connection.execute_batch(&format!(
            "BEGIN IMMEDIATE; {sql} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {step}; COMMIT"
        ))?;
        if found > 0 {
            tracing::info!(form = step, "the folder was brought to a later form");
        }
    }
    Ok(found == 0)
}

/// The form of a file; none when it is empty.
pub(crate) fn form(connection: &Connection) -> Result<Option<u32>> {
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
    match (number("application_id")?, number("user_version")?) {
        (APPLICATION, form) => Ok(Some(form)),
        (0, 0) if connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))? => Ok(None),
        _ => Err(Error::Refused("the file is not an agency's".into())),
    }
}
