//! What people are typing.

use super::{all as rows, one as row};
use crate::{
    Draft, Result,
    columns::{at, word},
};
use rusqlite::{Connection, Row, params};
use story::{StoryId, Tag};

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft { lang: word(row, 0)?, by: row.get(1)?, based_on: row.get(2)?, at: at(row, 3)?, text: row.get(4)? })
}

/// What one person is typing in one edition.
pub(crate) fn one(c: &Connection, story: StoryId, lang: &Tag, by: &str) -> Result<Option<Draft>> {
    let sql = "SELECT lang, by, based_on, at, text FROM draft WHERE story = ?1 AND lang = ?2 AND by = ?3";
    row(c, sql, params![story.bytes(), lang.as_str(), by], draft)
}

/// What everybody is typing in a story.
pub(crate) fn all(c: &Connection, story: StoryId) -> Result<Vec<Draft>> {
    let sql = "SELECT lang, by, based_on, at, text FROM draft WHERE story = ?1 ORDER BY lang, by";
    rows(c, sql, [story.bytes()], draft)
}
