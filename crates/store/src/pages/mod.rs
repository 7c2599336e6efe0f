//! The site's own file, `pages.db`: pages as they are sent, cards from which lists are made, and how far in the log
//! both are. It can be deleted: the site's follower makes it again from the log.
//!
//! Pages and cursor change in one transaction. It need not have reached the disk when it is answered: after a power
//! cut the cursor stands where the pages stand, and the follower goes on from there.

mod open;
mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::{Result, disk};
use rusqlite::Connection;
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};
use story::{Hash, LogId, Position, StoryId, Tag};

/// How far the pages have followed the log, and what made them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The log that they follow.
    pub log: LogId,
    /// The newest entry that they show.
    pub position: Position,
    /// The fingerprint of the program and configuration that began this file or went through it last.
    pub made_with: String,
}

/// A page as it is sent, or a pointer to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The part of the address that names it: `/en/`, `/en/corrections`, `/en/{id}`.
    pub path: String,
    /// What follows the path in the page's whole address, for readers alone; another tail is redirected.
    pub tail: Option<String>,
    /// The HTTP status that it is sent with.
    pub status: u16,
    /// The language that it is written in, as BCP 47 names it.
    pub lang: String,
    /// Its strong entity tag.
    pub etag: String,
    /// The fingerprint of the program and configuration that made it.
    pub made_with: String,
    /// The page, compressed with Brotli.
    pub br: Vec<u8>,
    /// The page, compressed with gzip, once somebody asked for it.
    pub gzip: Option<Vec<u8>>,
    /// The page, compressed with Zstandard, once somebody asked for it.
    pub zstd: Option<Vec<u8>>,
    /// The path that has taken its place.
    pub moved_to: Option<String>,
}

/// A compression that is made when it is first asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// RFC 1952.
    Gzip,
    /// RFC 8878.
    Zstd,
}

/// What lists show of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The story.
    pub story: StoryId,
    /// The edition.
    pub lang: Tag,
    /// Its place in lists, the highest first; none when it stands in no list.
    pub listed: Option<i64>,
    /// The number of the log entry by which it stands on the corrections page, the highest first.
    pub corrected: Option<u64>,
    /// What stands for its headline, by which it is found while it stands in lists.
    pub called: Option<Hash>,
    /// The stories that it points at.
    pub points_at: Vec<StoryId>,
    /// What the site shows of it, in the site's own form.
    pub body: Vec<u8>,
}

/// What changes when the site follows the log by a step: all of it at once.
#[derive(Debug, Clone)]
pub struct PagesBatch {
    /// The number at which the pages must stand; 0 when there is no cursor.
    pub from: u64,
    /// Where they stand then.
    pub to: Cursor,
    /// Cards, new or changed.
    pub cards: Vec<Card>,
    /// Pages, new or changed.
    pub pages: Vec<Page>,
    /// The paths of pages that are there no more.
    pub gone: Vec<String>,
    /// Nothing of what it takes away may stay on the disk.
    pub wipe: bool,
}

/// The pages of the site. Cheap to clone. Its methods do not wait for anything but the disk, and are short: they may
/// be called from an async handler.
#[derive(Debug, Clone)]
pub struct Pages(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    file: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    fold: disk::Fold,
}

impl Pages {
    /// Opens `pages.db` in a folder. Makes it where there is none, and anew where it is of another form or damaged.
    ///
    /// # Errors
    /// [`crate::Error::CannotWrite`] as it says.
    pub fn open(folder: &Path) -> Result<Pages> {
        open::open(&folder.join("pages.db"))
    }
}
