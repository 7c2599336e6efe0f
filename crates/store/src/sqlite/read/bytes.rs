//! Bytes under their hashes.

use super::{all, one};
use crate::{
    Error, Kept, Result, What,
    columns::{bytes, maybe_hash, word},
};
use rusqlite::{Connection, Row, params};
use story::{Hash, StoryId, Tag};

/// The bytes, or the number of the entry that sealed them.
pub(crate) fn of(c: &Connection, story: StoryId, hash: Hash) -> Result<Option<Kept>> {
    let kept = |row: &Row<'_>| {
        Ok(match row.get(0)? {
            Some(n) => Kept::Sealed(n),
            None => Kept::Bytes(row.get(1)?),
        })
    };
    one(c, "SELECT sealed_by, bytes FROM bytes WHERE story = ?1 AND hash = ?2", params![story.bytes(), hash.0], kept)
}

/// What a story holds that is not sealed, in the order in which it came.
pub(crate) fn hashes(c: &Connection, story: StoryId) -> Result<Vec<(Hash, What)>> {
    let sql = "SELECT hash, what FROM bytes WHERE story = ?1 AND sealed_by IS NULL ORDER BY id";
    all(c, sql, [story.bytes()], |row| Ok((bytes(row, 0)?, word(row, 1)?)))
}

/// The copy that a revision was read from.
pub(crate) fn input(c: &Connection, story: StoryId, lang: &Tag, revision: u32) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT input FROM revision WHERE story = ?1 AND lang = ?2 AND number = ?3";
    let hash = one(c, sql, params![story.bytes(), lang.as_str(), revision], |row| maybe_hash(row, 0))?.flatten();
    let Some(hash) = hash else { return Ok(None) };
    match of(c, story, hash)? {
        Some(Kept::Bytes(input)) => Ok(Some(input)),
        Some(Kept::Sealed(_)) => Err(Error::Sealed(hash)),
        None => Err(Error::Damaged(format!("story {story} has nothing under {hash}"))),
    }
}
