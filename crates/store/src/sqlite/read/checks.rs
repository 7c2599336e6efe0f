//! What the checks found, and what was dismissed.

use super::{all, one};
use crate::{
    Checked, Dismissal, Result,
    columns::{At, at, bytes, word},
};
use rusqlite::{Connection, Row, params};
use story::{StoryId, Tag};

/// What the checks found in a revision.
pub(crate) fn checked(c: &Connection, story: StoryId, lang: &Tag, revision: u32) -> Result<Option<Checked>> {
    let sql = "SELECT version, found FROM checked WHERE story = ?1 AND lang = ?2 AND revision = ?3";
    let checked = |row: &Row<'_>| Ok(Checked { version: row.get(0)?, found: row.get(1)? });
    one(c, sql, params![story.bytes(), lang.as_str(), revision], checked)
}

/// What was dismissed in a story, oldest first.
pub(crate) fn dismissals(c: &Connection, story: StoryId) -> Result<Vec<Dismissal>> {
    let sql = "SELECT lang, key, rule, kind, reason, by, at, undone_by, undone_at FROM dismissal
               WHERE story = ?1 ORDER BY id";
    all(c, sql, [story.bytes()], dismissal)
}

fn dismissal(row: &Row<'_>) -> rusqlite::Result<Dismissal> {
    let (undone_by, undone_at) = (row.get::<_, Option<String>>(7)?, row.get::<_, Option<At>>(8)?);
    Ok(Dismissal {
        lang: word(row, 0)?,
        key: bytes(row, 1)?,
        rule: row.get(2)?,
        kind: row.get(3)?,
        reason: row.get(4)?,
        by: row.get(5)?,
        at: at(row, 6)?,
        undone: undone_by.zip(undone_at.map(|at| at.0)),
    })
}
