//! The form of the file: older ones are brought up to date, later ones are left alone.

use super::{
    super::desk::{batch, release, story},
    file_of, two_stories,
};
use crate::{
    Error, Store, Write, disk,
    sqlite::migrate::{STEPS, migrate},
};
use std::os::unix::fs::PermissionsExt;
use story::Kind;

#[tokio::test]
async fn a_later_form_is_refused_and_left_alone() {
    let folder = two_stories().await;
    file_of(folder.path()).pragma_update(None, "user_version", 99).expect("set");
    let error = Store::open(folder.path()).expect_err("too new");
    assert_eq!(error, Error::TooNew { found: 99, known: STEPS.len() as u32 });
    assert_eq!(error.to_string(), "the folder is of form 99; this program knows forms up to 3: use a later program");
}

#[tokio::test]
async fn an_older_form_goes_through_the_steps_that_it_lacks() {
    let folder = two_stories().await;
    let path = folder.path().join("agency.db");
    let later = [STEPS, &["ALTER TABLE story ADD COLUMN colour TEXT NOT NULL DEFAULT 'red';"]].concat();
    let file = disk::writer(&path).expect("the file");
    assert_eq!(migrate(&file, &later), Ok(false));
    let read = |what: &str| file.query_row(what, [], |row| row.get::<_, u32>(0)).expect("read");
    assert_eq!(read("PRAGMA user_version"), STEPS.len() as u32 + 1);
    assert_eq!(read("SELECT count(*) FROM story WHERE colour = 'red'"), 2);
    assert_eq!(migrate(&file, &later), Ok(false));
    // The program of before finds a later form.
    assert!(matches!(migrate(&file, STEPS), Err(Error::TooNew { .. })));
}

#[tokio::test]
async fn a_folder_of_the_first_form_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("agency.db");
    {
        let file = disk::writer(&path).expect("the file");
        assert_eq!(migrate(&file, &STEPS[..1]), Ok(true));
        file.execute("INSERT INTO agency VALUES (1, ?1)", [[7; 16]]).expect("a log");
        file.execute("INSERT INTO epoch VALUES (1, 0)", []).expect("an epoch");
    }
    let store = Store::open(folder.path()).expect("a store");
    store.file(1, story(1), "One").await;
    store.keep(batch(2, vec![Write::Release(release(story(1), "en", 1, Kind::First, 1, "One"))])).await;
    assert_eq!(store.verify(|_| ()).await, Ok(vec![]));
}

#[tokio::test]
async fn a_step_that_fails_leaves_the_form_of_before() {
    let folder = two_stories().await;
    let path = folder.path().join("agency.db");
    let broken = [STEPS, &["CREATE TABLE half (a); INSERT INTO nowhere VALUES (1);"]].concat();
    {
        let file = disk::writer(&path).expect("the file");
        assert!(migrate(&file, &broken).is_err());
    }
    let store = Store::open(folder.path()).expect("a store");
    store.keep(batch(4, vec![Write::Release(release(story(2), "en", 1, Kind::First, 1, "Other"))])).await;
    assert_eq!(store.verify(|_| ()).await, Ok(vec![]));
    let tables = "SELECT count(*) FROM sqlite_schema WHERE name = 'half'";
    assert_eq!(file_of(folder.path()).query_row(tables, [], |row| row.get(0)), Ok(0));
}

#[test]
fn the_file_of_another_program_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    file_of(folder.path()).execute_batch("CREATE TABLE recipes (name TEXT)").expect("made");
    assert!(matches!(Store::open(folder.path()), Err(Error::Refused(_))));
    std::fs::write(folder.path().join("agency.db"), "these are no pages, but words and more words").expect("written");
    assert!(matches!(Store::open(folder.path()), Err(Error::Damaged(_))));
}

#[tokio::test]
async fn the_files_are_for_their_owner_alone() {
    let (folder, store) = super::empty();
    store.file(1, story(1), "One").await;
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder.path()).expect("a folder") {
        let entry = entry.expect("an entry");
        assert_eq!(entry.metadata().expect("metadata").permissions().mode() & 0o777, 0o600, "{entry:?}");
        names.push(entry.file_name());
    }
    names.sort();
    assert_eq!(names, ["agency.db", "agency.db-shm", "agency.db-wal"]);
    store.close().await;
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
}
