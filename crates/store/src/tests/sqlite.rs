//! What is particular to the store in one file.

mod backup;
mod disk;
mod form;
mod triggers;
mod verify;

use super::{
    desk::{batch, filed, release, saved, story},
    empty,
};
use crate::{Store, Write};
use rusqlite::Connection;
use std::path::Path;
use story::Kind;

/// A store with two stories, one of them public and corrected, closed again so that its file can be looked at.
async fn two_stories() -> tempfile::TempDir {
    let (folder, store) = empty();
    write_two_stories(&store).await;
    store.close().await;
    folder
}

async fn write_two_stories(store: &Store) {
    let id = story(1);
    let first = Write::Release(release(id, "en", 1, Kind::First, 1, "One"));
    store.keep(batch(1, [filed(id, "One"), vec![first]].concat())).await;
    let second = Write::Release(release(id, "en", 2, Kind::Correction, 2, "Two"));
    store.keep(batch(2, [saved(id, "en", 2, "Two"), vec![second]].concat())).await;
    store.file(3, story(2), "Other").await;
}

/// The file as another program would open it.
fn file_of(folder: &Path) -> Connection {
    Connection::open(folder.join("agency.db")).expect("the file")
}
