//! What is written of the pages, each call in one transaction.

use super::{
    Card, Cursor, Encoding, Page, Pages, PagesBatch,
    read::{cursor, not_at},
};
use crate::{
    Result,
    columns::{At, pack_stories, unpack_stories},
};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use story::{StoryId, Tag};

impl Pages {
    /// Follows the log by a step: cards, pages and cursor change together or not at all.
    ///
    /// # Errors
    /// [`crate::Error::Refused`] when the pages are not where the step begins; [`crate::Error::CannotWrite`] as it says.
    pub fn write(&self, batch: PagesBatch) -> Result<()> {
        self.change(|c| {
            let found = cursor(c)?.map_or(0, |cursor| cursor.position.n);
            if found != batch.from {
                return Err(not_at(found, batch.from));
            }
            for card in &batch.cards {
                put_card(c, card)?;
            }
            for page in &batch.pages {
                put_page(c, page)?;
            }
            for path in &batch.gone {
                c.prepare_cached("DELETE FROM page WHERE path = ?1")?.execute([path])?;
            }
            put_cursor(c, &batch.to)
        })?;
        if batch.wipe {
            self.0.fold.wipe(&self.0.writer.lock().unwrap_or_else(|e| e.into_inner()));
        }
        Ok(())
    }

    /// Puts pages that were made anew in the place of the old ones, at the same cursor. A page that went meanwhile
    /// stays away.
    ///
    /// # Errors
    /// [`crate::Error::CannotWrite`] as it says.
    pub fn rewrite(&self, pages: Vec<Page>) -> Result<()> {
        self.change(|c| {
            for page in &pages {
                if c.prepare_cached("SELECT 1 FROM page WHERE path = ?1")?.exists([&page.path])? {
                    put_page(c, page)?;
                }
            }
            Ok(())
        })
    }

    /// Keeps a page in another compression, unless the page has changed since.
    ///
    /// # Errors
    /// [`crate::Error::CannotWrite`] as it says.
    pub fn keep_encoding(&self, path: &str, etag: &str, encoding: Encoding, bytes: &[u8]) -> Result<()> {
        let sql = match encoding {
            Encoding::Gzip => "UPDATE page SET gzip = ?3 WHERE path = ?1 AND etag = ?2",
            Encoding::Zstd => "UPDATE page SET zstd = ?3 WHERE path = ?1 AND etag = ?2",
        };
        self.change(|c| {
            c.prepare_cached(sql)?.execute(params![path, etag, bytes])?;
            Ok(())
        })
    }

    /// Forgets everything: pages, cards and cursor.
    ///
    /// # Errors
    /// [`crate::Error::CannotWrite`] as it says.
    pub fn clear(&self) -> Result<()> {
        self.change(|c| {
            c.execute_batch(
                "DELETE FROM page; DELETE FROM card; DELETE FROM pointer; DELETE FROM tally; DELETE FROM cursor",
            )?;
            Ok(())
        })
    }

    fn change(&self, with: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
        let mut writer = self.0.writer.lock().unwrap_or_else(|e| e.into_inner());
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        with(&transaction)?;
        transaction.commit()?;
        self.0.fold.grown(&writer);
        Ok(())
    }
}

fn put_cursor(c: &Connection, cursor: &Cursor) -> Result<()> {
    let (log, position) = (cursor.log, cursor.position);
    c.prepare_cached(
        "INSERT OR REPLACE INTO cursor (only, log, epoch, n, hash, at, made_with) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        log.id.bytes(),
        log.epoch,
        position.n,
        position.hash.0,
        At(position.at),
        cursor.made_with
    ])?;
    Ok(())
}

fn put_page(c: &Connection, page: &Page) -> Result<()> {
    c.prepare_cached(
        "INSERT INTO page (path, tail, status, lang, etag, made_with, br, gzip, zstd, moved_to)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (path) DO UPDATE SET tail = ?2, status = ?3, lang = ?4, etag = ?5, made_with = ?6, br = ?7,
           gzip = ?8, zstd = ?9, moved_to = ?10",
    )?
    .execute(params![
        page.path,
        page.tail,
        page.status,
        page.lang,
        page.etag,
        page.made_with,
        page.br,
        page.gzip,
        page.zstd,
        page.moved_to
    ])?;
    Ok(())
}

fn put_card(c: &Connection, card: &Card) -> Result<()> {
    let (story, lang) = (card.story, &card.lang);
    let old: Option<(bool, Vec<u8>)> = c
        .prepare_cached("SELECT listed IS NOT NULL, points_at FROM card WHERE story = ?1 AND lang = ?2")?
        .query_row(params![story.bytes(), lang.as_str()], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    let (was_listed, was_pointing) = old.unwrap_or_default();
    c.prepare_cached(
        "INSERT INTO card (story, lang, listed, corrected, called, points_at, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (story, lang)
         DO UPDATE SET listed = ?3, corrected = ?4, called = ?5, points_at = ?6, body = ?7",
    )?
    .execute(params![
        story.bytes(),
        lang.as_str(),
        card.listed,
        card.corrected,
        card.called.map(|hash| hash.0),
        pack_stories(&card.points_at),
        card.body
    ])?;
    point(c, story, lang, &unpack_stories(&was_pointing), &card.points_at)?;
    match (was_listed, card.listed.is_some()) {
        (false, true) => tally(c, lang, 1),
        (true, false) => tally(c, lang, -1),
        _ => Ok(()),
    }
}

fn point(c: &Connection, story: StoryId, lang: &Tag, was: &[StoryId], is: &[StoryId]) -> Result<()> {
    for target in was.iter().filter(|target| !is.contains(target)) {
        c.prepare_cached("DELETE FROM pointer WHERE target = ?1 AND story = ?2 AND lang = ?3")?.execute(params![
            target.bytes(),
            story.bytes(),
            lang.as_str()
        ])?;
    }
    for target in is.iter().filter(|target| !was.contains(target)) {
        c.prepare_cached("INSERT OR IGNORE INTO pointer (target, story, lang) VALUES (?1, ?2, ?3)")?
            .execute(params![target.bytes(), story.bytes(), lang.as_str()])?;
    }
    Ok(())
}

fn tally(c: &Connection, lang: &Tag, by: i64) -> Result<()> {
    c.prepare_cached(
        "INSERT INTO tally (lang, listed) VALUES (?1, ?2) ON CONFLICT (lang) DO UPDATE SET listed = listed + ?2",
    )?
    .execute(params![lang.as_str(), by])?;
    Ok(())
}
