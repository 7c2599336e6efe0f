//! What is read, a file for each noun. Every function runs in a transaction of its caller.

pub(super) mod bytes;
pub(super) mod checks;
pub(super) mod draft;
pub(super) mod due;
pub(super) mod log;
pub(super) mod people;
pub(super) mod request;
pub(super) mod story;

use crate::Result;
use rusqlite::{Connection, OptionalExtension, Params, Row};

/// A function that makes a value of a row.
pub(super) type Of<T> = fn(&Row<'_>) -> rusqlite::Result<T>;

/// All rows.
pub(super) fn all<T>(c: &Connection, sql: &str, with: impl Params, of: Of<T>) -> Result<Vec<T>> {
    Ok(c.prepare_cached(sql)?.query_map(with, of)?.collect::<rusqlite::Result<_>>()?)
}

/// The one row, if it is there.
fn one<T>(c: &Connection, sql: &str, with: impl Params, of: Of<T>) -> Result<Option<T>> {
    Ok(c.prepare_cached(sql)?.query_row(with, of).optional()?)
}

/// A number of rows, as SQL counts them.
fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}
