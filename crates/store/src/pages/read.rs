//! What is read of the pages.

use super::{Card, Cursor, Page, Pages};
use crate::{
    Error, Result,
    columns::{at, bytes, unpack_stories, word},
};
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use story::{Hash, LogId, Position, StoryId, Tag};

const PAGE: &str = "path, tail, status, lang, etag, made_with, br, gzip, zstd, moved_to";
const CARD: &str = "story, lang, listed, corrected, called, points_at, body";

pub(super) fn cursor(c: &Connection) -> Result<Option<Cursor>> {
    let row = |r: &Row<'_>| {
        let log = LogId { id: bytes(r, 0)?, epoch: r.get(1)? };
        let position = Position { n: r.get(2)?, hash: bytes(r, 3)?, at: at(r, 4)? };
        Ok(Cursor { log, position, made_with: r.get(5)? })
    };
    let sql = "SELECT log, epoch, n, hash, at, made_with FROM cursor";
    Ok(c.prepare_cached(sql)?.query_row([], row).optional()?)
}

fn page(r: &Row<'_>) -> rusqlite::Result<Page> {
    Ok(Page {
        path: r.get(0)?,
        tail: r.get(1)?,
        status: r.get(2)?,
        lang: r.get(3)?,
        etag: r.get(4)?,
        made_with: r.get(5)?,
        br: r.get(6)?,
        gzip: r.get(7)?,
        zstd: r.get(8)?,
        moved_to: r.get(9)?,
    })
}

fn card(r: &Row<'_>) -> rusqlite::Result<Card> {
    let points_at = unpack_stories(r.get_ref(5)?.as_blob()?);
    Ok(Card {
        story: bytes(r, 0)?,
        lang: word(r, 1)?,
        listed: r.get(2)?,
        corrected: r.get(3)?,
        called: r.get::<_, Option<[u8; 32]>>(4)?.map(Hash),
        points_at,
        body: r.get(6)?,
    })
}

fn all<T>(c: &Connection, sql: &str, with: impl Params, row: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
    Ok(c.prepare_cached(sql)?.query_map(with, row)?.collect::<rusqlite::Result<_>>()?)
}

impl Pages {
    /// How far the pages are. None: nothing was made yet.
    ///
    /// # Errors
    /// When the file cannot be read. So with every method that reads.
    pub fn cursor(&self) -> Result<Option<Cursor>> {
        self.read(cursor)
    }

    /// The page of a path.
    ///
    /// # Errors
    /// See [`Pages::cursor`].
    pub fn page(&self, path: &str) -> Result<Option<Page>> {
        let sql = format!("SELECT {PAGE} FROM page WHERE path = ?1");
        self.read(|c| Ok(c.prepare_cached(&sql)?.query_row([path], page).optional()?))
    }

    /// The cards of a story, in the order of their tags.
    ///
    /// # Errors
    /// See [`Pages::cursor`].
    pub fn cards_of(&self, story: StoryId) -> Result<Vec<Card>> {
        let sql = format!("SELECT {CARD} FROM card WHERE story = ?1 ORDER BY lang");
        self.read(|c| all(c, &sql, [story.bytes()], card))
    }

    /// The cards in the lists of a language, highest first, behind the one whose place and story are given.
    ///
    /// # Errors
    /// See [`Pages::cursor`].
    pub fn listed(&self, lang: &Tag, before: Option<(i64, StoryId)>, most: usize) -> Result<Vec<Card>> {
        let sql = format!(
            "SELECT {CARD} FROM card WHERE lang = ?1 AND listed IS NOT NULL AND (listed, story) < (?2, ?3)
             ORDER BY listed DESC, story DESC LIMIT ?4"
        );
        let (place, story) = before.as_ref().map_or((i64::MAX, PAST), |(place, s)| (*place, s.bytes()));
        self.read(|c| all(c, &sql, params![lang.as_str(), place, story, limit(most)], card))
    }

    /// How many cards stand in the lists of a language. Kept, not counted.
    ///
    /// # Errors
    /// See [`Pages::cursor`].
    pub fn count_listed(&self, lang: &Tag) -> Result<u64> {
        let sql = "SELECT listed FROM tally WHERE lang = ?1";
        self.read(|c| Ok(c.prepare_cached(sql)?.query_row([lang.as_str()], |r| r.get(0)).optional()?.unwrap_or(0)))
    }

    /// The cards on the corrections page of a language, highest first, behind the one whose number and story are given.
    ///
    /// # Errors
    /// See [`Pages::cursor`].
    pub fn corrected(&self, lang: &Tag, before: Option<(u64, StoryId)>, most: usize) -> Result<Vec<Card>> {
        let sql = format!(
            "SELECT {CARD} FROM card WHERE lang = ?1 AND corrected IS NOT NULL AND (corrected, story) < (?2, ?3)
             ORDER BY corrected DESC, story DESC LIMIT ?4"
        );
        let (n, story) = before.as_ref().map_or((i64::MAX, PAST), |(n, s)| (n.cast_signed(), s.bytes()));
        self.read(|c| all(c, &sql, params![lang.as_str(), n, story, limit(most)], card))
    }

    /// The cards that point at a story.
    ///
    /// # Errors
    /// See [`Pages::cursor`].
    pub fn pointing_at(&self, target: StoryId) -> Result<Vec<(StoryId, Tag)>> {
        let sql = "SELECT story, lang FROM pointer WHERE target = ?1 ORDER BY story, lang";
        self.read(|c| all(c, sql, [target.bytes()], |r| Ok((bytes(r, 0)?, word(r, 1)?))))
    }

    /// The story that is called so and stands in the lists of a language; of several, the one that stands highest.
    ///
    /// # Errors
    /// See [`Pages::cursor`].
    pub fn called(&self, lang: &Tag, called: &Hash) -> Result<Option<StoryId>> {
        let sql = "SELECT story FROM card WHERE lang = ?1 AND called = ?2 AND listed IS NOT NULL AND called IS NOT NULL
                   ORDER BY listed DESC, story DESC LIMIT 1";
        self.read(|c| {
            Ok(c.prepare_cached(sql)?.query_row(params![lang.as_str(), called.0], |r| bytes(r, 0)).optional()?)
        })
    }

    /// All cards in the order of story and tag, behind the one that is given.
    ///
    /// # Errors
    /// See [`Pages::cursor`].
    pub fn all_cards(&self, after: Option<(StoryId, Tag)>, most: usize) -> Result<Vec<Card>> {
        let sql = format!("SELECT {CARD} FROM card WHERE (story, lang) > (?1, ?2) ORDER BY story, lang LIMIT ?3");
        let (story, lang) = after.map_or(([0; 16], String::new()), |(s, l)| (*s.bytes(), l.to_string()));
        self.read(|c| all(c, &sql, params![story, lang, limit(most)], card))
    }

    /// All pages in the order of their paths, behind the one that is given.
    ///
    /// # Errors
    /// See [`Pages::cursor`].
    pub fn pages_after(&self, path: &str, most: usize) -> Result<Vec<Page>> {
        let sql = format!("SELECT {PAGE} FROM page WHERE path > ?1 ORDER BY path LIMIT ?2");
        self.read(|c| all(c, &sql, params![path, limit(most)], page))
    }

    /// The paths of pages that another program or configuration made, fronts (paths that end in a stroke) first.
    ///
    /// # Errors
    /// See [`Pages::cursor`].
    pub fn stale(&self, made_with: &str, most: usize) -> Result<Vec<String>> {
        let some = |c: &Connection, front: &str, most: usize| -> Result<Vec<String>> {
            let sql = format!(
                "SELECT path FROM page WHERE made_with < ?1 AND {front} UNION ALL
                 SELECT path FROM page WHERE made_with > ?1 AND {front} LIMIT ?2"
            );
            all(c, &sql, params![made_with, limit(most)], |r| r.get(0))
        };
        self.read(|c| {
            let mut paths = some(c, "path LIKE '%/'", most)?;
            if paths.len() < most {
                paths.extend(some(c, "path NOT LIKE '%/'", most - paths.len())?);
            }
            Ok(paths)
        })
    }
}

/// Behind every identity.
const PAST: &[u8] = &[0xff; 17];

pub(super) fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

pub(super) fn not_at(found: u64, asked: u64) -> Error {
    Error::Refused(format!("the pages are at entry {found} of the log, not at {asked}"))
}
