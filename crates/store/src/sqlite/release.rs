//! A release gets its number: an entry of the log that names the one before it, and the release itself.

use crate::{
    Error, NewRelease, Result,
    columns::{At, at},
};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use story::{BatchId, Entry, Position, Record};

/// The end of the log within a transaction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    pub epoch: u32,
    pub position: Position,
}

/// What all entries of one act share.
pub(super) struct Act {
    pub batch: BatchId,
    pub of: u32,
    pub at: Timestamp,
}

/// Writes a release under the next number of the log.
pub(super) fn write(c: &Connection, tail: &mut Tail, act: &Act, new: &NewRelease) -> Result<()> {
    let record = record(c, new)?;
    let entry = Entry {
        n: tail.position.n + 1,
        epoch: tail.epoch,
        batch: act.batch,
        of: act.of,
        story: new.story,
        lang: new.lang.clone(),
        release: new.number,
        kind: new.kind,
        revision: new.revision,
        text: new.text,
        data: new.data_hash,
        notice: new.notice,
        record: Some(record.hash()),
        at: act.at,
        before: tail.position.hash,
    };
    let stored = entry.stored();
    let hash = story::Hash::of(&stored);
    c.prepare_cached("INSERT INTO log (n, at, batch, story, hash, entry) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![entry.n, At(act.at), act.batch.bytes(), new.story.bytes(), hash.0, stored])?;
    let (until_lang, until_revision) = new.until.as_ref().map(|o| (o.lang.as_str(), o.revision)).unzip();
    c.prepare_cached(
        "INSERT INTO release (story, lang, number, kind, revision, data, notice, until_lang, until_revision, reason, n,
           batch, at, by, despite)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?
    .execute(params![
        new.story.bytes(),
        new.lang.as_str(),
        new.number,
        new.kind.as_str(),
        new.revision,
        new.data,
        new.notice.map(|hash| hash.0),
        until_lang,
        until_revision,
        new.reason,
        entry.n,
        act.batch.bytes(),
        At(act.at),
        new.by,
        new.despite
    ])?;
    tail.position = Position { n: entry.n, hash, at: act.at };
    Ok(())
}

/// What is on record beside the entry. The number must be the next, and what is pinned must be there and have the hashes
/// that the entry will name.
fn record(c: &Connection, new: &NewRelease) -> Result<Record> {
    let (story, lang) = (new.story, &new.lang);
    let is_not = |what: String| Error::Refused(format!("{what} of story {story} is not that"));
    let pinned = c
        .prepare_cached(
            "SELECT v.by, v.at, s.filed_by, s.filed_at, v.text,
                    (SELECT hash FROM data WHERE story = ?1 AND number = ?4),
                    (SELECT coalesce(max(number), 0) FROM release WHERE story = ?1 AND lang = ?2)
             FROM revision v JOIN story s ON s.id = v.story
             WHERE v.story = ?1 AND v.lang = ?2 AND v.number = ?3",
        )?
        .query_row(params![story.bytes(), lang.as_str(), new.revision, new.data], |row| {
            let record = Record {
                by: new.by.to_string(),
                reason: new.reason.as_ref().map(ToString::to_string),
                despite: new.despite.as_ref().map(ToString::to_string),
                written_by: row.get(0)?,
                written_at: at(row, 1)?,
                filed_by: row.get(2)?,
                filed_at: at(row, 3)?,
            };
            Ok((record, row.get::<_, [u8; 32]>(4)?, row.get::<_, Option<[u8; 32]>>(5)?, row.get::<_, u32>(6)?))
        })
        .optional()?;
    let Some((record, _, data, last)) = pinned.filter(|(_, text, ..)| *text == new.text.0) else {
        return Err(is_not(format!("revision {} of {lang}", new.revision)));
    };
    if data != Some(new.data_hash.0) {
        return Err(is_not(format!("revision {} of the data", new.data)));
    }
    if new.number != last + 1 {
        return Err(Error::Refused(format!("release {} of {lang} of story {story} is not the next", new.number)));
    }
    Ok(record)
}
