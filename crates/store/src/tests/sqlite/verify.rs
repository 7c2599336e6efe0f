//! What somebody did to the file behind the program's back is found.

use super::{file_of, two_stories};
use crate::{Progress, Store};
use std::{
    path::Path,
    sync::{Arc, Mutex},
};

async fn faults(folder: &Path) -> String {
    let store = Store::open(folder).expect("a store");
    let faults = store.verify(|_| ()).await.expect("looked at");
    store.close().await;
    let hide = |word: &str| match word.trim_matches([':', ',']) {
        w if w.len() == 64 => word.replace(w, "<hash>"),
        w if w.len() == 26 => word.replace(w, "<id>"),
        _ => word.to_owned(),
    };
    let line = |fault: &String| fault.split(' ').map(hide).collect::<Vec<_>>().join(" ");
    faults.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Changes the file with its guards taken off.
async fn tampered(sql: &str) -> String {
    let folder = two_stories().await;
    let file = file_of(folder.path());
    let guards: Vec<String> = {
        let mut names = file.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").expect("read");
        names.query_map([], |row| row.get(0)).expect("read").collect::<Result<_, _>>().expect("read")
    };
    file.pragma_update(None, "foreign_keys", false).expect("set");
    file.pragma_update(None, "ignore_check_constraints", true).expect("set");
    for name in guards {
        file.execute_batch(&format!("DROP TRIGGER {name}")).expect("dropped");
    }
    file.execute_batch(sql).expect(sql);
    drop(file);
    faults(folder.path()).await
}

#[tokio::test]
async fn a_text_that_was_changed() {
    let found = tampered("UPDATE bytes SET bytes = CAST('{\"v\":1}' AS BLOB) WHERE id = 2").await;
    insta::assert_snapshot!(found, @"the text <hash> of story <id> is not what was kept");
}

#[tokio::test]
async fn another_author_or_another_reason() {
    for sql in [
        "UPDATE release SET by = 'mallory' WHERE n = 1",
        "UPDATE release SET reason = 'another' WHERE n = 1",
        "UPDATE release SET despite = 'another' WHERE n = 1",
        "UPDATE revision SET by = 'mallory' WHERE story = (SELECT story FROM log WHERE n = 1)",
        "UPDATE revision SET at = at - 1 WHERE story = (SELECT story FROM log WHERE n = 1)",
        "UPDATE story SET filed_by = 'mallory' WHERE id = (SELECT story FROM log WHERE n = 1)",
    ] {
        let found = tampered(sql).await;
        assert!(found.contains("says something else than entry 1 of the log"), "{sql}: {found}");
    }
}

#[tokio::test]
async fn a_text_that_was_taken_away() {
    let found = tampered("UPDATE bytes SET bytes = NULL, sealed_by = 2 WHERE id = 2").await;
    insta::assert_snapshot!(found, @"the text <hash> of story <id> is sealed by entry 2, which is no takedown");
}

#[tokio::test]
async fn an_entry_that_was_changed() {
    let found =
        tampered("UPDATE log SET entry = CAST(replace(entry, '\"epoch\":1', '\"epoch\":2') AS BLOB) WHERE n = 1").await;
    insta::assert_snapshot!(found, @"
    entry 1 of the log does not have its hash
    entry 1 of the log is of epoch 2, which did not run then
    ");
}

#[tokio::test]
async fn an_entry_that_was_taken_away() {
    let found = tampered("DELETE FROM log WHERE n = 1").await;
    insta::assert_snapshot!(found, @"
    after entry 0 comes entry 2
    release 1 of en of story <id> is not entry 1 of the log
    a row of release names a row of log that is not there
    ");
}

#[tokio::test]
async fn a_release_that_was_taken_away() {
    let found = tampered("DELETE FROM release WHERE number = 1").await;
    insta::assert_snapshot!(found, @"
    entry 1 of the log: release 1 of en of story <id>, or what it pins, is missing
    story <id> en: 1 releases, but the last is number 2
    ");
}

#[tokio::test]
async fn a_release_that_was_changed() {
    let found =
        tampered("UPDATE release SET kind = 'update' WHERE number = 2; UPDATE log SET at = at + 1 WHERE n = 2").await;
    insta::assert_snapshot!(found, @"
    entry 2 of the log says something else than its columns
    release 2 of en of story <id> says something else than entry 2 of the log
    ");
}

#[tokio::test]
async fn a_revision_that_was_taken_away() {
    let found = tampered(
        "DELETE FROM revision WHERE number = 1 AND EXISTS (SELECT 1 FROM log WHERE log.story = revision.story)",
    )
    .await;
    insta::assert_snapshot!(found, @"
    entry 1 of the log: release 1 of en of story <id>, or what it pins, is missing
    story <id> en: 1 revisions, but the last is number 2
    a row of release names a row of revision that is not there
    a row of revision names a row of revision that is not there
    ");
}

#[tokio::test]
async fn pages_of_the_file_that_were_overwritten() {
    let folder = two_stories().await;
    let path = folder.path().join("agency.db");
    // The pages of a table that is not needed to open the store.
    let root = "SELECT rootpage, (SELECT page_size FROM pragma_page_size()) FROM sqlite_schema WHERE name = 'draft'";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, usize>(0)?, row.get::<_, usize>(1)?));
    let (page, size) = file_of(folder.path()).query_row(root, [], read).expect("a table");
    let mut file = std::fs::read(&path).expect("read");
    file[(page - 1) * size..page * size].fill(0xa5);
    std::fs::write(&path, file).expect("written");
    let found = faults(folder.path()).await;
    assert!(found.contains("file: "), "{found}");
}

#[tokio::test]
async fn progress_is_told_from_beginning_to_end() {
    let folder = two_stories().await;
    let store = Store::open(folder.path()).expect("a store");
    let told = Arc::new(Mutex::new(Vec::new()));
    let tell = told.clone();
    let progress = move |Progress { what, done, of }| tell.lock().expect("a lock").push(format!("{what} {done}/{of}"));
    assert_eq!(store.verify(progress).await, Ok(vec![]));
    let told = told.lock().expect("a lock").join(", ");
    insta::assert_snapshot!(told, @"file 0/1, file 1/1, bytes 5/5, log 2/2, releases 0/1, releases 1/1, numbers 1/3, numbers 2/3, numbers 3/3, references 0/1, references 1/1");
}
