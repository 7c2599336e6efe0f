//! What waits for its time.

use super::{all as rows, limit, one};
use crate::{
    Result,
    columns::{At, at, bytes, word},
};
use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use story::{StoryId, dossier::Planned};

fn planned(row: &Row<'_>) -> rusqlite::Result<(StoryId, Planned)> {
    let planned = Planned {
        id: bytes(row, 1)?,
        lang: word(row, 2)?,
        revision: row.get(3)?,
        at: at(row, 4)?,
        chosen: row.get::<_, Option<At>>(5)?.map(|at| at.0),
        by: row.get(6)?,
        stuck: row.get(7)?,
        despite: row.get(8)?,
    };
    Ok((bytes(row, 0)?, planned))
}

/// What is due and not stuck, oldest first.
pub(crate) fn until(c: &Connection, until: Timestamp, most: usize) -> Result<Vec<(StoryId, Planned)>> {
    let sql =
        "SELECT story, id, lang, revision, at, chosen, by, stuck, despite FROM due WHERE stuck IS NULL AND at <= ?1
               ORDER BY at, story, id LIMIT ?2";
    rows(c, sql, params![At(until).nearest(), limit(most)], planned)
}

/// When the next is due that is not stuck.
pub(crate) fn next(c: &Connection) -> Result<Option<Timestamp>> {
    one(c, "SELECT at FROM due WHERE stuck IS NULL ORDER BY at LIMIT 1", [], |row| at(row, 0))
}

/// All that waits, oldest first.
pub(crate) fn all(c: &Connection) -> Result<Vec<(StoryId, Planned)>> {
    let sql = "SELECT story, id, lang, revision, at, chosen, by, stuck, despite FROM due ORDER BY at, story, id";
    rows(c, sql, [], planned)
}

/// What waits in one story, oldest first.
pub(crate) fn of(c: &Connection, story: StoryId) -> Result<Vec<Planned>> {
    let sql =
        "SELECT story, id, lang, revision, at, chosen, by, stuck, despite FROM due WHERE story = ?1 ORDER BY at, id";
    rows(c, sql, [story.bytes()], |row| planned(row).map(|(_, planned)| planned))
}
