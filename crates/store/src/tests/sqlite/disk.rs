//! What the disk does to the store: it is full, it cannot be written, it keeps what it should forget.

use super::{
    super::desk::{at, batch, bytes, filed, release, saved, story, text},
    empty,
};
use crate::{
    Batch, Committed, Error, Store, What, Write, disk,
    sqlite::{open, writer::End, writer::Writer},
};
use std::{
    path::Path,
    sync::{Arc, mpsc},
};
use story::{Hash, Kind, Position};

/// A writer without its thread, so that a test can put its hand on the connection.
fn writer(folder: &Path) -> Writer {
    let file = folder.join(open::FILE);
    let (connection, log, position) = open::open(&file).expect("a store");
    let end = Arc::new(End::new(position));
    let fold = disk::Fold::start(&file).expect("a thread");
    Writer { connection, epoch: log.epoch, end, jobs: mpsc::channel().1, fold }
}

fn public(n: u64) -> Batch {
    let first = Write::Release(release(story(n), "en", 1, Kind::First, 1, "One"));
    batch(1, [filed(story(n), "One"), vec![first]].concat())
}

#[test]
fn a_full_disk_refuses_all_that_wait_and_leaves_nothing_half_done() {
    let folder = tempfile::tempdir().expect("a folder");
    let writer = writer(folder.path());
    let c = &writer.connection;
    writer.together(&[public(1)]).expect("kept").remove(0).expect("kept");
    let pages: u32 = c.pragma_query_value(None, "page_count", |row| row.get(0)).expect("read");
    c.pragma_update(None, "max_page_count", pages + 8).expect("set");
    let mut large = public(2);
    large.writes.push(bytes(story(2), What::Text, vec![b'x'; 200_000]));
    let full = Error::CannotWrite("the disk is full".into());
    assert_eq!(writer.together(&[public(3), large.clone(), public(4)]), Err(full));
    assert_eq!(writer.end.position().n, 1);
    assert!(c.is_autocommit());
    c.pragma_update(None, "max_page_count", pages + 1_000).expect("set");
    let kept = writer.together(&[public(3), large, public(4)]).expect("kept");
    assert!(kept.iter().all(Result::is_ok));
    assert_eq!(writer.end.position().n, 4);
}

#[test]
fn what_cannot_be_written_is_refused_until_it_can() {
    let folder = tempfile::tempdir().expect("a folder");
    let writer = writer(folder.path());
    writer.connection.pragma_update(None, "query_only", true).expect("set");
    assert_eq!(writer.together(&[public(1), public(2)]), Err(Error::CannotWrite("it is read-only".into())));
    assert_eq!(writer.end.position(), Position::START);
    writer.connection.pragma_update(None, "query_only", false).expect("set");
    assert!(writer.together(&[public(1), public(2)]).expect("kept").iter().all(Result::is_ok));
}

#[test]
fn a_batch_that_fails_halfway_is_fenced_off_from_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let writer = writer(folder.path());
    let mut bad = public(2);
    bad.writes.extend(saved(story(2), "en", 7, "No"));
    let mut results = writer.together(&[public(1), bad, public(3)]).expect("kept").into_iter();
    let receipt = |result| match result {
        Some(Ok(Committed::Now(receipt))) => receipt,
        other => panic!("{other:?}"),
    };
    let first = receipt(results.next());
    assert!(matches!(results.next(), Some(Err(Error::Refused(_)))));
    let last = receipt(results.next());
    assert_eq!((first.first, last.first, last.at), (Some(1), Some(2), at(1)));
    assert_eq!(writer.end.position().n, 2);
    // Alone, it needs no second try.
    let mut bad = public(4);
    bad.writes.extend(saved(story(4), "en", 7, "No"));
    assert!(matches!(&writer.together(&[bad]).expect("kept")[..], [Err(Error::Refused(_))]));
    assert!(writer.connection.is_autocommit());
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = Store::open(Path::new("/nowhere/at/all")).expect_err("no folder");
    assert!(matches!(&error, Error::CannotWrite(says) if says.contains("/nowhere/at/all")), "{error}");
}

/// Whether any file in a folder holds these words.
fn holds(folder: &Path, words: &[u8]) -> bool {
    let files = std::fs::read_dir(folder).expect("a folder");
    files
        .map(|entry| std::fs::read(entry.expect("an entry").path()).expect("a file"))
        .any(|file| file.windows(words.len()).any(|window| window == words))
}

#[tokio::test]
async fn what_is_sealed_is_in_no_file_any_more() {
    let (folder, store) = empty();
    let id = story(1);
    let secret = "the words that have to go, ".repeat(400);
    let words = b"the words that have to go";
    let first = Write::Release(release(id, "en", 1, Kind::First, 1, &secret));
    store.keep(batch(1, [filed(id, &secret), vec![first]].concat())).await;
    assert!(holds(folder.path(), words));
    let takedown = Write::Release(release(id, "en", 2, Kind::Takedown, 1, &secret));
    store.keep(batch(2, vec![takedown, Write::Seal(id, Hash::of(&text(&secret)))])).await;
    store.close().await;
    assert!(!holds(folder.path(), words));
}
