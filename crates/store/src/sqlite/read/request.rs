//! Requests that were carried out.

use super::one;
use crate::{
    Answered, Receipt, Result,
    columns::{at, bytes},
};
use rusqlite::{Connection, Row, params};
use story::RequestId;

/// What a person's request was answered.
pub(crate) fn answered(c: &Connection, id: RequestId, by: &str) -> Result<Option<Answered>> {
    let answered = |row: &Row<'_>| {
        let receipt = Receipt { first: row.get(2)?, last: row.get(3)?, at: at(row, 4)? };
        Ok(Answered { asked: bytes(row, 0)?, answer: row.get(1)?, receipt })
    };
    let sql = "SELECT asked, answer, first, last, at FROM request WHERE id = ?1 AND by = ?2";
    one(c, sql, params![id.bytes(), by], answered)
}
