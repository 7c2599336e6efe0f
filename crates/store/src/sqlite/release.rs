//! A release gets its number: an entry of the log that names the one before it, and the release itself.

use crate::{
    Error, NewRelease, Result,
    columns::{At, at},
};
use jiff::Timestamp;
use rusqlite::{Connection, params};
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
    check(c, new)?;
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

/// What is on record beside the entry.
fn record(c: &Connection, new: &NewRelease) -> Result<Record> {
    let sql = "SELECT v.by, v.at, s.filed_by, s.filed_at FROM revision v JOIN story s ON s.id = v.story
               WHERE v.story = ?1 AND v.lang = ?2 AND v.number = ?3";
    let record = c.prepare_cached(sql)?.query_row(params![new.story.bytes(), new.lang.as_str(), new.revision], |row| {
        Ok(Record {
            by: new.by.to_string(),
            reason: new.reason.as_ref().map(ToString::to_string),
            despite: new.despite.as_ref().map(ToString::to_string),
            written_by: row.get(0)?,
            written_at: at(row, 1)?,
            filed_by: row.get(2)?,
            filed_at: at(row, 3)?,
        })
    });
    Ok(record?)
}

/// The number is the next, and what is pinned is there and has the hashes that the entry will name.
fn check(c: &Connection, new: &NewRelease) -> Result<()> {
    let (text, data, last): (Option<[u8; 32]>, Option<[u8; 32]>, u32) = c
        .prepare_cached(
            "SELECT (SELECT text FROM revision WHERE story = ?1 AND lang = ?2 AND number = ?3),
                    (SELECT hash FROM data WHERE story = ?1 AND number = ?4),
                    (SELECT coalesce(max(number), 0) FROM release WHERE story = ?1 AND lang = ?2)",
        )?
        .query_row(params![new.story.bytes(), new.lang.as_str(), new.revision, new.data], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    let (story, lang) = (new.story, &new.lang);
    if text != Some(new.text.0) {
        return Err(Error::Refused(format!("revision {} of {lang} of story {story} is not that text", new.revision)));
    }
    if data != Some(new.data_hash.0) {
        return Err(Error::Refused(format!("revision {} of the data of story {story} is not that", new.data)));
    }
    if new.number != last + 1 {
        return Err(Error::Refused(format!("release {} of {lang} of story {story} is not the next", new.number)));
    }
    Ok(())
}
