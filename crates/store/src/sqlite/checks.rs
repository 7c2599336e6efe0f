//! What the checks found and what people say to it become rows.

use super::apply::{change, change_one};
use crate::{Checked, Dismissal, Result, columns::At};
use jiff::Timestamp;
use rusqlite::{Connection, params};
use story::{Hash, StoryId, Tag};

/// What was found in a revision, in place of what an earlier version of the checks found. What was sealed stays so.
pub(super) fn checked(c: &Connection, story: StoryId, lang: &Tag, revision: u32, checked: &Checked) -> Result<()> {
    change(
        c,
        "INSERT INTO checked (story, lang, revision, version, found) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (story, lang, revision) DO UPDATE SET version = ?4, found = ?5 WHERE found IS NOT NULL",
        params![story.bytes(), lang.as_str(), revision, checked.version, checked.found],
    )
}

/// A dismissal, where none stands.
pub(super) fn dismiss(c: &Connection, story: StoryId, new: &Dismissal) -> Result<()> {
    let (undone_by, undone_at) = new.undone.clone().unzip();
    change_one(
        c,
        "INSERT INTO dismissal (story, lang, key, rule, kind, reason, at, by, undone_by, undone_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING",
        params![
            story.bytes(),
            new.lang.as_str(),
            new.key.0,
            new.rule,
            new.kind,
            new.reason,
            At(new.at),
            new.by,
            undone_by,
            undone_at.map(At)
        ],
        || format!("it is dismissed already in {} of story {story}", new.lang),
    )
}

/// The dismissal that stands is taken back.
pub(super) fn undismiss(c: &Connection, story: StoryId, lang: &Tag, key: Hash, at: Timestamp, by: &str) -> Result<()> {
    change_one(
        c,
        "UPDATE dismissal SET undone_at = ?4, undone_by = ?5
         WHERE story = ?1 AND lang = ?2 AND key = ?3 AND undone_at IS NULL",
        params![story.bytes(), lang.as_str(), key.0, At(at), by],
        || format!("no such dismissal stands in {lang} of story {story}"),
    )
}
