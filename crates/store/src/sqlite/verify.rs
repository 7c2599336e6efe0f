//! Everything that is kept, held against everything else that says the same.

use super::{migrate::form, read, readers::at_one_moment};
use crate::{
    Error, Progress, Result, What,
    columns::{at, bytes, maybe_hash, word},
    disk,
};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use std::path::Path;
use story::{BatchId, Entry, Hash, Kind, Position, Record, StoryId, Tag};

/// How many rows are looked at within one transaction: a long one would keep the write-ahead log from ending.
const STEP: usize = 500;
/// The most faults that are told: whoever has so many needs the backup and not the rest of the list.
const MOST: usize = 1_000;

/// What is wrong with a file, in words.
pub(super) fn verify(file: &Path, progress: impl FnMut(Progress)) -> Result<Vec<String>> {
    let connection = disk::reader(file)?;
    form(&connection)?;
    let mut look = Look { c: &connection, progress, faults: Vec::new() };
    look.over("file", Look::file)?;
    look.over("bytes", Look::bytes)?;
    look.over("log", Look::log)?;
    look.over("releases", Look::releases)?;
    look.over("numbers", Look::numbers)?;
    look.over("references", Look::references)?;
    Ok(look.faults)
}

struct Look<'c, P> {
    c: &'c Connection,
    progress: P,
    faults: Vec<String>,
}

impl<P: FnMut(Progress)> Look<'_, P> {
    /// One look. That something cannot be read is a fault like any other; the looks that follow go on.
    fn over(&mut self, what: &'static str, look: fn(&mut Self) -> Result<()>) -> Result<()> {
        match look(self) {
            Err(Error::Damaged(says)) => self.fault(format!("{what}: {says}")),
            other => other?,
        }
        Ok(())
    }

    fn fault(&mut self, says: String) {
        match self.faults.len() {
            ..MOST => self.faults.push(says),
            MOST => self.faults.push("and more".into()),
            _ => {}
        }
    }

    fn say(&mut self, what: &'static str, done: u64, of: u64) {
        (self.progress)(Progress { what, done, of });
    }

    fn number(&self, sql: &str) -> Result<u64> {
        Ok(self.c.query_row(sql, [], |row| row.get(0))?)
    }

    /// The file as SQLite sees it: its pages, and whether its indices agree with its tables.
    fn file(&mut self) -> Result<()> {
        self.say("file", 0, 1);
        let found: Vec<String> = read::all(self.c, "PRAGMA integrity_check(20)", [], |row| row.get(0))?;
        found.into_iter().filter(|says| says != "ok").for_each(|says| self.fault(format!("file: {says}")));
        self.say("file", 1, 1);
        Ok(())
    }

    /// All bytes against their hashes; what is sealed against its takedown.
    fn bytes(&mut self) -> Result<()> {
        let last = self.number("SELECT coalesce(max(id), 0) FROM bytes")?;
        let mut done = 0;
        while done < last {
            let upto = last.min(done + STEP as u64);
            let sql = "SELECT story, hash, what, sealed_by, bytes FROM bytes WHERE id > ?1 AND id <= ?2";
            let mut statement = self.c.prepare_cached(sql)?;
            let mut rows = statement.query([done, upto])?;
            while let Some(row) = rows.next()? {
                let (story, hash, what): (StoryId, Hash, What) = (bytes(row, 0)?, bytes(row, 1)?, word(row, 2)?);
                let name = format!("{} {hash} of story {story}", what.as_str());
                match (row.get(3)?, row.get_ref(4)?.as_blob_or_null().map_err(rusqlite::Error::from)?) {
                    (None, Some(found)) if Hash::of(found) == hash => {}
                    (Some(n), None) if self.is_takedown(story, n)? => {}
                    (Some(n), None) => self.fault(format!("the {name} is sealed by entry {n}, which is no takedown")),
                    _ => self.fault(format!("the {name} is not what was kept")),
                }
            }
            done = upto;
            self.say("bytes", done, last);
        }
        Ok(())
    }

    fn is_takedown(&self, story: StoryId, n: u64) -> Result<bool> {
        let sql = "SELECT 1 FROM release WHERE story = ?1 AND n = ?2 AND kind = ?3";
        Ok(self.c.prepare_cached(sql)?.exists(params![story.bytes(), n, Kind::Takedown.as_str()])?)
    }

    /// All entries of the log: their hashes, the chain, their columns, their act, their epoch, their release.
    fn log(&mut self) -> Result<()> {
        let last = read::log::last(self.c)?.n;
        let sql = "SELECT epoch, after FROM epoch ORDER BY epoch";
        let epochs: Vec<(u32, u64)> = read::all(self.c, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut place = Position::START;
        let mut act: Option<(BatchId, u32, u32)> = None;
        while place.n < last {
            let begun = place.n;
            let c = self.c;
            at_one_moment(c, |c| {
                for row in rows_of_log(c, place.n)?.into_iter().take_while(|row| row.n <= last) {
                    self.entry(&row, &mut place, &mut act, &epochs)?;
                }
                Ok(())
            })?;
            if place.n == begun {
                self.fault(format!("entry {} of the log is missing", begun + 1));
                return Ok(());
            }
            self.say("log", place.n, last);
        }
        if let Some((batch, of, count)) = act.filter(|(_, of, count)| of != count) {
            self.fault(format!("act {batch} has {count} entries in the log instead of {of}"));
        }
        Ok(())
    }

    fn entry(
        &mut self,
        row: &Row,
        place: &mut Position,
        act: &mut Option<(BatchId, u32, u32)>,
        epochs: &[(u32, u64)],
    ) -> Result<()> {
        let n = row.n;
        let before = std::mem::replace(place, Position { n, hash: row.hash, at: row.at });
        if Hash::of(&row.stored) != row.hash {
            self.fault(format!("entry {n} of the log does not have its hash"));
        }
        let Ok(entry) = serde_json::from_slice::<Entry>(&row.stored) else {
            self.fault(format!("entry {n} of the log cannot be read"));
            return Ok(());
        };
        if let Err(broken) = entry.follows(&before) {
            self.fault(broken.to_string());
        }
        if (entry.n, entry.at, entry.batch, entry.story) != (n, row.at, row.batch, row.story) {
            self.fault(format!("entry {n} of the log says something else than its columns"));
        }
        let epoch = epochs.iter().rev().find(|(_, after)| *after < n).map(|(epoch, _)| *epoch);
        if epoch != Some(entry.epoch) {
            self.fault(format!("entry {n} of the log is of epoch {}, which did not run then", entry.epoch));
        }
        match act {
            Some((batch, of, count)) if *batch == entry.batch && *of == entry.of => *count += 1,
            other => {
                if let Some((batch, of, count)) = other.filter(|(_, of, count)| of != count) {
                    self.fault(format!("act {batch} has {count} entries in the log instead of {of}"));
                }
                *other = Some((entry.batch, entry.of, 1));
            }
        }
        self.release_of(&entry)
    }

    /// The release of an entry, and what it pins.
    fn release_of(&mut self, entry: &Entry) -> Result<()> {
        let sql = "SELECT r.n, r.kind, r.revision, r.notice, r.batch, r.at, v.text, d.hash,
                     r.by, r.reason, r.despite, v.by, v.at, s.filed_by, s.filed_at
                   FROM release r
                   JOIN story s ON s.id = r.story
                   JOIN revision v ON v.story = r.story AND v.lang = r.lang AND v.number = r.revision
                   JOIN data d ON d.story = r.story AND d.number = r.data
                   WHERE r.story = ?1 AND r.lang = ?2 AND r.number = ?3";
        let same = self
            .c
            .prepare_cached(sql)?
            .query_row(params![entry.story.bytes(), entry.lang.as_str(), entry.release], |row| {
                Ok(row.get::<_, u64>(0)? == entry.n
                    && word::<Kind>(row, 1)? == entry.kind
                    && row.get::<_, u32>(2)? == entry.revision
                    && maybe_hash(row, 3)? == entry.notice
                    && bytes::<BatchId>(row, 4)? == entry.batch
                    && at(row, 5)? == entry.at
                    && bytes::<Hash>(row, 6)? == entry.text
                    && bytes::<Hash>(row, 7)? == entry.data
                    && (entry.record.is_none() || entry.record == Some(record(row)?.hash())))
            })
            .optional()?;
        let name = format!("release {} of {} of story {}", entry.release, entry.lang, entry.story);
        match same {
            Some(true) => {}
            Some(false) => self.fault(format!("{name} says something else than entry {} of the log", entry.n)),
            None => self.fault(format!("entry {} of the log: {name}, or what it pins, is missing", entry.n)),
        }
        Ok(())
    }

    /// All releases have an entry of the log that names them.
    fn releases(&mut self) -> Result<()> {
        self.say("releases", 0, 1);
        let sql = "SELECT r.story, r.lang, r.number, r.n FROM release r LEFT JOIN log ON log.n = r.n
                   WHERE log.n IS NULL OR log.story <> r.story OR log.batch <> r.batch
                     OR 1 < (SELECT count(*) FROM release s WHERE s.story = r.story AND s.n = r.n)";
        let strays: Vec<(StoryId, Tag, u32, u64)> =
            read::all(self.c, sql, [], |row| Ok((bytes(row, 0)?, word(row, 1)?, row.get(2)?, row.get(3)?)))?;
        for (story, lang, number, n) in strays {
            self.fault(format!("release {number} of {lang} of story {story} is not entry {n} of the log"));
        }
        self.say("releases", 1, 1);
        Ok(())
    }

    /// Numbers that count from 1, without holes.
    fn numbers(&mut self) -> Result<()> {
        for (done, (what, table, key)) in (1..).zip(COUNTED) {
            let sql = format!(
                "SELECT story, {key}, count(*), max(number) FROM {table} GROUP BY 1, 2
                 HAVING min(number) <> 1 OR max(number) <> count(*)"
            );
            let holes: Vec<(StoryId, String, u64, u64)> =
                read::all(self.c, &sql, [], |row| Ok((bytes(row, 0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
            for (story, which, count, last) in holes {
                self.fault(format!("story {story} {which}: {count} {what}, but the last is number {last}"));
            }
            self.say("numbers", done, COUNTED.len() as u64);
        }
        Ok(())
    }

    /// What one row names in another is there.
    fn references(&mut self) -> Result<()> {
        self.say("references", 0, 1);
        let broken: Vec<(String, String)> =
            read::all(self.c, "PRAGMA foreign_key_check", [], |row| Ok((row.get(0)?, row.get(2)?)))?;
        for (from, to) in broken {
            self.fault(format!("a row of {from} names a row of {to} that is not there"));
        }
        self.say("references", 1, 1);
        Ok(())
    }
}

/// What is on record beside an entry, from the ninth column on.
fn record(row: &rusqlite::Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        by: row.get(8)?,
        reason: row.get(9)?,
        despite: row.get(10)?,
        written_by: row.get(11)?,
        written_at: at(row, 12)?,
        filed_by: row.get(13)?,
        filed_at: at(row, 14)?,
    })
}

/// What is counted, where, and for what besides the story.
const COUNTED: [(&str, &str, &str); 3] =
    [("revisions", "revision", "lang"), ("revisions of its data", "data", "''"), ("releases", "release", "lang")];

/// A row of the log.
struct Row {
    n: u64,
    at: Timestamp,
    batch: BatchId,
    story: StoryId,
    hash: Hash,
    stored: Vec<u8>,
}

fn rows_of_log(c: &Connection, after: u64) -> Result<Vec<Row>> {
    let sql = "SELECT n, at, batch, story, hash, entry FROM log WHERE n > ?1 ORDER BY n LIMIT ?2";
    read::all(c, sql, params![after, STEP as u64], |row| {
        let (n, at, batch, story) = (row.get(0)?, at(row, 1)?, bytes(row, 2)?, bytes(row, 3)?);
        Ok(Row { n, at, batch, story, hash: bytes(row, 4)?, stored: row.get(5)? })
    })
}
