//! Backing up, restoring, verifying, and what waits until somebody confirms.

use crate::support::{Agency, tag, text};
use jiff::SignedDuration;
use newsroom::{Ask, Pin, Schedule};

#[tokio::test]
async fn a_backup_comes_back_in_a_new_epoch_and_waits_to_be_confirmed() {
    let agency = Agency::new();
    let story = agency.file("en", text("Kept", &["Words."])).await;
    agency.release(story, &["en"]).await;
    let other = agency.file("fr", text("Attend", &["Des mots."])).await;
    let at = agency.now().checked_add(SignedDuration::from_mins(5)).expect("a moment");
    let editions = vec![Pin { lang: tag("fr"), revision: 1 }];
    agency.done(Ask::Schedule(Schedule { story: other, editions, at, despite_findings: None })).await;

    let place = tempfile::tempdir().expect("a temporary folder");
    let (file, folder) = (place.path().join("backup"), place.path().join("restored"));
    agency.room.backup(&crate::support::owner(), &file).await.expect("a backup");
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(std::fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o600);
    assert!(agency.room.backup(&crate::support::owner(), &file).await.is_err(), "a backup overwrites nothing");

    std::fs::create_dir(&folder).expect("a folder");
    store::Store::restore(&file, &folder).expect("a restore");
    let again = Agency::at(folder);
    let (was, is) = (agency.room.store().log_id(), again.room.store().log_id());
    assert_eq!(was.id, is.id);
    assert_eq!(is.epoch, was.epoch + 1);
    assert_eq!(again.room.store().position(), agency.room.store().position());
    assert!(again.room.store().verify(|_| {}).await.expect("verify").is_empty());
    again.pass(3_600).await;
    assert_eq!(again.log().await.len(), 1, "what is due waits");
    again.room.confirm(&crate::support::owner()).await.expect("to confirm");
    again.pass(1).await;
    assert_eq!(again.log().await.len(), 2);
    let entries = again.room.store().log(1, 1).await.expect("the log");
    assert_eq!(entries[0].epoch, is.epoch);
}

#[tokio::test]
async fn damage_is_found() {
    let agency = Agency::new();
    let story = agency.file("en", text("Kept", &["Words."])).await;
    agency.release(story, &["en"]).await;
    let folder = agency.close().await;
    let file = folder.path().join("agency.db");
    let mut bytes = std::fs::read(&file).expect("the file");
    let at = bytes.windows(6).position(|w| w == b"Words.").expect("the text in the file");
    bytes[at] = b'L';
    std::fs::write(&file, bytes).expect("to write");
    let store = store::Store::open(folder.path()).expect("the store");
    let faults = store.verify(|_| {}).await.expect("verify");
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[tokio::test]
async fn a_folder_of_a_later_program_is_refused() {
    let agency = Agency::new();
    let folder = agency.close().await;
    let db = rusqlite::Connection::open(folder.path().join("agency.db")).expect("the file");
    db.pragma_update(None, "user_version", 9_999).expect("to write");
    drop(db);
    assert!(matches!(store::Store::open(folder.path()), Err(store::Error::TooNew { found: 9_999, .. })));
}
