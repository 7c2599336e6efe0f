//! Backups and what is made of them.

use super::{
    super::desk::{batch, release, saved, story},
    empty, write_two_stories,
};
use crate::{Account, Error, Session, Store, Write};
use std::os::unix::fs::PermissionsExt;
use story::{AccountId, Hash, Kind, LogId, Rights};

async fn with_session(store: &Store) -> Hash {
    let id = AccountId::from_bytes([1; 16]);
    let (name, password) = ("ana".into(), String::new());
    let account = Account { id, name, password, rights: Rights::default(), lang: None, closed: false };
    let (began, ends) = (super::super::desk::at(1), super::super::desk::at(9));
    let session = Session { token: Hash([1; 32]), account: id, began, ends, device: String::new() };
    let token = session.token;
    store.keep(batch(1, vec![Write::Account(account), Write::Session(session)])).await;
    token
}

#[tokio::test]
async fn a_restored_agency_is_the_same_in_a_new_epoch() {
    let (folder, store) = empty();
    write_two_stories(&store).await;
    let token = with_session(&store).await;
    let file = folder.path().join("backup.db");
    store.backup(&file).await.expect("a backup");
    assert_eq!(std::fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);
    let position = store.position();
    // What is written after the backup is not in it.
    store.keep(batch(5, vec![Write::Release(release(story(2), "en", 1, Kind::First, 1, "Other"))])).await;

    let empty_folder = tempfile::tempdir().expect("a folder");
    Store::restore(&file, empty_folder.path()).expect("restored");
    assert_eq!(std::fs::read_dir(empty_folder.path()).expect("a folder").count(), 1);
    let again = Store::open(empty_folder.path()).expect("a store");
    assert_eq!(again.log_id(), LogId { epoch: 2, ..store.log_id() });
    assert_eq!(again.position(), position);
    assert_eq!(again.dossier(story(1)).await, store.dossier(story(1)).await);
    assert_eq!(again.setting("paused").await, Ok(Some("restored".into())));
    assert_eq!(again.session(token).await, Ok(None));
    assert_eq!(again.accounts().await.map(|a| a.len()), Ok(1));

    // The log goes on in its new epoch, and the chain holds across.
    let third = Write::Release(release(story(1), "en", 3, Kind::Update, 2, "Two"));
    assert_eq!(again.keep(batch(6, vec![third])).await.first, Some(3));
    let epochs: Vec<_> = super::super::conformance::log::chained(&again).await.iter().map(|e| e.epoch).collect();
    assert_eq!(epochs, [1, 1, 2]);
    assert_eq!(again.verify(|_| ()).await, Ok(vec![]));
    assert_eq!(
        std::fs::metadata(empty_folder.path().join("agency.db")).expect("a file").permissions().mode() & 0o777,
        0o600
    );
}

#[tokio::test]
async fn nothing_is_written_over() {
    let (folder, store) = empty();
    write_two_stories(&store).await;
    let file = folder.path().join("backup.db");
    store.backup(&file).await.expect("a backup");
    assert!(matches!(store.backup(&file).await, Err(Error::Refused(_))));
    assert!(matches!(Store::restore(&file, folder.path()), Err(Error::Refused(_))));
    let nowhere = store.backup(&folder.path().join("no/such/folder.db")).await;
    assert!(matches!(nowhere, Err(Error::CannotWrite(_))), "{nowhere:?}");
}

#[tokio::test]
async fn what_is_no_backup_is_refused_and_leaves_nothing() {
    let (folder, target) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let file = folder.path().join("words.txt");
    assert!(matches!(Store::restore(&file, target.path()), Err(Error::Refused(_))));
    std::fs::write(&file, "no backup, but words enough to fill a header and more of them. ".repeat(99))
        .expect("written");
    assert!(matches!(Store::restore(&file, target.path()), Err(Error::Refused(_))));
    std::fs::write(&file, "").expect("written");
    assert!(matches!(Store::restore(&file, target.path()), Err(Error::Refused(_))));
    assert_eq!(std::fs::read_dir(target.path()).expect("a folder").count(), 0);
}

#[tokio::test]
async fn a_damaged_backup_is_refused_and_leaves_nothing() {
    let (folder, target) = (super::two_stories().await, tempfile::tempdir().expect("a folder"));
    let file = folder.path().join("backup.db");
    let store = Store::open(folder.path()).expect("a store");
    store.backup(&file).await.expect("a backup");
    store.close().await;
    let backup = rusqlite::Connection::open(&file).expect("the backup");
    backup
        .execute_batch("DROP TRIGGER bytes_stay; UPDATE bytes SET bytes = CAST(replace(bytes, 'O', 'o') AS BLOB)")
        .expect("damaged");
    drop(backup);
    let refused = Store::restore(&file, target.path());
    assert!(matches!(&refused, Err(Error::Refused(why)) if why.contains("damaged")), "{refused:?}");
    assert_eq!(std::fs::read_dir(target.path()).expect("a folder").count(), 0);
}

#[tokio::test]
async fn a_backup_of_a_later_program_is_refused() {
    let (folder, target) = (super::two_stories().await, tempfile::tempdir().expect("a folder"));
    super::file_of(folder.path()).pragma_update(None, "user_version", 99).expect("set");
    let restored = Store::restore(&folder.path().join("agency.db"), target.path());
    assert!(matches!(restored, Err(Error::TooNew { found: 99, .. })), "{restored:?}");
    assert_eq!(std::fs::read_dir(target.path()).expect("a folder").count(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_whole_while_others_write() {
    let (folder, store) = empty();
    write_two_stories(&store).await;
    let writes = {
        let store = store.clone();
        tokio::spawn(async move {
            for number in 3..60 {
                let words = format!("Words of {number}");
                let new = Write::Release(release(story(1), "en", number, Kind::Update, number, &words));
                store.keep(batch(9, [saved(story(1), "en", number, &words), vec![new]].concat())).await;
            }
        })
    };
    for n in 0..5 {
        let (file, target) = (folder.path().join(format!("{n}.db")), tempfile::tempdir().expect("a folder"));
        store.backup(&file).await.expect("a backup");
        Store::restore(&file, target.path()).expect("restored");
        let again = Store::open(target.path()).expect("a store");
        assert_eq!(again.verify(|_| ()).await, Ok(vec![]));
        let public = again.dossier(story(1)).await.expect("read").expect("there").editions["en"].releases.len();
        assert_eq!(again.position().n, public as u64);
    }
    writes.await.expect("a task");
}
