//! The file itself refuses what must never be, whoever asks.

use super::{file_of, two_stories};

#[tokio::test]
async fn what_was_kept_is_neither_changed_nor_taken_away() {
    let folder = two_stories().await;
    let file = file_of(folder.path());
    file.pragma_update(None, "foreign_keys", false).expect("set");
    let mut told = String::new();
    for sql in [
        "UPDATE revision SET by = 'somebody else'",
        "DELETE FROM revision",
        "UPDATE data SET at = 0",
        "DELETE FROM data",
        "UPDATE release SET reason = 'another'",
        "DELETE FROM release WHERE number = 2",
        "UPDATE log SET entry = x''",
        "DELETE FROM log WHERE n = 2",
        "UPDATE bytes SET bytes = x'00'",
        "UPDATE bytes SET bytes = NULL, sealed_by = 1",
        "UPDATE bytes SET bytes = NULL, sealed_by = 9",
        "UPDATE bytes SET hash = x'00'",
        "DELETE FROM bytes",
        "INSERT INTO log SELECT 4, at, batch, story, hash, entry FROM log WHERE n = 2",
        "INSERT INTO log SELECT 0, at, batch, story, hash, entry FROM log WHERE n = 2",
    ] {
        let refused = file.execute(sql, []).expect_err(sql).to_string();
        told.push_str(&format!("{refused}\n"));
    }
    insta::assert_snapshot!(told, @"
    a revision never changes
    a revision never goes
    a revision of story data never changes
    a revision of story data never goes
    a release never changes
    a release never goes
    a log entry never changes
    a log entry never goes
    what is kept never changes, but for what a takedown seals
    what is kept never changes, but for what a takedown seals
    what is kept never changes, but for what a takedown seals
    what is kept never changes, but for what a takedown seals
    what is kept never goes
    the log has no holes
    the log has no holes
    ");
}

#[tokio::test]
async fn replacing_is_no_way_around() {
    let folder = two_stories().await;
    // Any program may open the file; what the connection is set to makes no difference.
    let file = file_of(folder.path());
    file.pragma_update(None, "foreign_keys", false).expect("set");
    file.pragma_update(None, "recursive_triggers", false).expect("set");
    for sql in [
        "INSERT OR REPLACE INTO story SELECT * FROM story",
        "UPDATE story SET filed_by = 'somebody else'",
        "DELETE FROM story",
        "INSERT OR REPLACE INTO revision SELECT * FROM revision",
        "INSERT OR REPLACE INTO release SELECT * FROM release",
        "INSERT OR REPLACE INTO data SELECT * FROM data",
        "INSERT OR REPLACE INTO bytes SELECT * FROM bytes",
        "INSERT OR REPLACE INTO log SELECT * FROM log",
    ] {
        assert!(file.execute(sql, []).is_err(), "{sql}");
    }
}

/// A takedown that is no longer the end of the log seals nothing more.
#[tokio::test]
async fn sealing_is_done_in_the_act_of_the_takedown() {
    use super::super::desk::{batch, release, story};
    use crate::{Store, Write};
    use story::Kind;

    let folder = two_stories().await;
    let store = Store::open(folder.path()).expect("a store");
    let takedown = Write::Release(release(story(1), "en", 3, Kind::Takedown, 2, "Two"));
    store.keep(batch(4, vec![takedown])).await;
    let first = Write::Release(release(story(2), "en", 1, Kind::First, 1, "Other"));
    store.keep(batch(5, vec![first])).await;
    store.close().await;
    let file = file_of(folder.path());
    let seal = "UPDATE bytes SET bytes = NULL, sealed_by = 3 WHERE story = (SELECT story FROM log WHERE n = 3)";
    assert!(file.execute(seal, []).is_err());
}

#[tokio::test]
async fn a_dismissal_is_taken_back_once_and_never_goes() {
    let folder = two_stories().await;
    let file = file_of(folder.path());
    let new = "INSERT INTO dismissal (story, lang, key, rule, kind, reason, at, by)
               SELECT id, 'en', x'00', 'dates', 'weekday', 'because', 1, 'ana' FROM story LIMIT 1";
    file.execute(new, []).expect("dismissed");
    for sql in [
        "DELETE FROM dismissal",
        "UPDATE dismissal SET reason = 'another'",
        "UPDATE dismissal SET reason = 'another', undone_at = 2, undone_by = 'bo'",
    ] {
        file.execute(sql, []).expect_err(sql);
    }
    let undo = "UPDATE dismissal SET undone_at = 2, undone_by = 'bo'";
    file.execute(undo, []).expect("taken back");
    file.execute(undo, []).expect_err("only once");
}
