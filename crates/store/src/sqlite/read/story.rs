//! Stories: their dossiers, and how one is found.

use super::{all, due, limit, one};
use crate::{
    Result,
    columns::{At, at, blocks, bytes, maybe_hash, maybe_tag, word},
};
use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use std::collections::BTreeMap;
use story::{DataRevision, Dossier, Edition, Origin, Release, Revision, StoryId, Tag, text::Line};

/// The version of a story; 0 when it is not there.
pub(crate) fn version(c: &Connection, id: StoryId) -> Result<u64> {
    let found = one(c, "SELECT version FROM story WHERE id = ?1", [id.bytes()], |row| row.get(0))?;
    Ok(found.unwrap_or(0))
}

/// All that is known of a story.
pub(crate) fn dossier(c: &Connection, id: StoryId) -> Result<Option<Dossier>> {
    let sql = "SELECT id, desk, version, filed_at, filed_by, original FROM story WHERE id = ?1";
    let Some(mut dossier) = one(c, sql, [id.bytes()], head)? else { return Ok(None) };
    let sql = "SELECT number, hash, at, by FROM data WHERE story = ?1 ORDER BY number";
    dossier.data = all(c, sql, [id.bytes()], data)?;
    let sql = "SELECT lang, number, based_on, made_from_lang, made_from_revision, text, blocks, at, by
               FROM revision WHERE story = ?1 ORDER BY lang, number";
    for (lang, revision) in all(c, sql, [id.bytes()], revision)? {
        edition(&mut dossier.editions, lang).revisions.push(revision);
    }
    let sql = "SELECT lang, number, kind, revision, data, notice, until_lang, until_revision, reason, n, batch, at, by,
                      despite
               FROM release WHERE story = ?1 ORDER BY lang, number";
    for (lang, release) in all(c, sql, [id.bytes()], release)? {
        edition(&mut dossier.editions, lang).releases.push(release);
    }
    dossier.due = due::of(c, id)?;
    Ok(Some(dossier))
}

fn edition(editions: &mut BTreeMap<Tag, Edition>, lang: Tag) -> &mut Edition {
    editions.entry(lang).or_default()
}

fn head(row: &Row<'_>) -> rusqlite::Result<Dossier> {
    Ok(Dossier {
        id: bytes(row, 0)?,
        desk: Line::new(row.get_ref(1)?.as_str()?),
        version: row.get(2)?,
        filed_at: at(row, 3)?,
        filed_by: row.get(4)?,
        original: word(row, 5)?,
        data: Vec::new(),
        editions: BTreeMap::new(),
        due: Vec::new(),
    })
}

fn data(row: &Row<'_>) -> rusqlite::Result<DataRevision> {
    Ok(DataRevision { number: row.get(0)?, hash: bytes(row, 1)?, at: at(row, 2)?, by: row.get(3)? })
}

fn revision(row: &Row<'_>) -> rusqlite::Result<(Tag, Revision)> {
    let revision = Revision {
        number: row.get(1)?,
        based_on: row.get(2)?,
        made_from: origin(row, 3)?,
        text: bytes(row, 5)?,
        blocks: blocks(row, 6)?,
        at: at(row, 7)?,
        by: row.get(8)?,
    };
    Ok((word(row, 0)?, revision))
}

fn release(row: &Row<'_>) -> rusqlite::Result<(Tag, Release)> {
    let release = Release {
        number: row.get(1)?,
        kind: word(row, 2)?,
        revision: row.get(3)?,
        data: row.get(4)?,
        notice: maybe_hash(row, 5)?,
        until: origin(row, 6)?,
        reason: row.get(8)?,
        n: row.get(9)?,
        batch: bytes(row, 10)?,
        at: at(row, 11)?,
        by: row.get(12)?,
        despite: row.get(13)?,
    };
    Ok((word(row, 0)?, release))
}

/// A revision of another edition, in two columns.
fn origin(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Origin>> {
    let revision: Option<u32> = row.get(column + 1)?;
    Ok(maybe_tag(row, column)?.zip(revision).map(|(lang, revision)| Origin { lang, revision }))
}

/// Stories with the time of their latest change, latest first.
pub(crate) fn stories(
    c: &Connection,
    before: Option<(Timestamp, StoryId)>,
    most: usize,
) -> Result<Vec<(Timestamp, Dossier)>> {
    let sql = "SELECT changed_at, id FROM story WHERE (changed_at, id) < (?1, ?2)
               ORDER BY changed_at DESC, id DESC LIMIT ?3";
    // Behind every identity there is the same with a byte more.
    let (time, id) =
        before.as_ref().map_or((i64::MAX, &[0xff; 17][..]), |(time, id)| (At(*time).nearest(), id.bytes()));
    let found = all(c, sql, params![time, id, limit(most)], |row| Ok((at(row, 0)?, bytes(row, 1)?)))?;
    let with_dossier = |(time, id)| Ok(dossier(c, id)?.map(|dossier| (time, dossier)));
    found.into_iter().filter_map(|found| with_dossier(found).transpose()).collect()
}

/// The fewest signs of an identity by which a story is found.
const FEWEST: usize = 4;
/// The signs of a whole identity.
const WHOLE: usize = 26;

/// The stories that a word may mean, latest filed first.
pub(crate) fn find(c: &Connection, word: &str, most: usize) -> Result<Vec<StoryId>> {
    let slug = Line::new(word);
    if slug.is_empty() {
        return Ok(Vec::new());
    }
    let (from, to) = range(&slug).map(|(from, to)| (*from.bytes(), *to.bytes())).unzip();
    let sql = "SELECT id FROM story WHERE id BETWEEN ?1 AND ?2
               UNION SELECT id FROM story WHERE slug = ?3 COLLATE NOCASE AND slug <> ''
               ORDER BY id DESC LIMIT ?4";
    all(c, sql, params![from, to, &*slug, limit(most)], |row| bytes(row, 0))
}

/// The first and the last identity that begin with a word.
fn range(word: &str) -> Option<(StoryId, StoryId)> {
    if let Ok(id) = word.parse() {
        return Some((id, id));
    }
    let word = word.to_ascii_lowercase();
    let missing = WHOLE.checked_sub(word.len()).filter(|_| word.len() >= FEWEST)?;
    let filled = |with: &str| (word.clone() + &with.repeat(missing)).parse().ok();
    filled("0").zip(filled("z"))
}
