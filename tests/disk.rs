//! A full disk and a folder that cannot be written: a clear word, nothing half done, and on it goes afterwards.

use crate::support::{Agency, skip, text};
use newsroom::{Ask, Copy, Error, File};
use std::{path::Path, process::Command};
use story::Data;

/// A small disk of its own; needs root.
struct Disk(tempfile::TempDir);

impl Disk {
    fn new(size: &str) -> Option<Self> {
        let place = tempfile::tempdir().expect("a temporary folder");
        let size = format!("size={size}");
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "none"]).arg(place.path()).output();
        let mounted = done.is_ok_and(|o| o.status.success());
        mounted.then_some(Self(place))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn read_only(&self, yes: bool) {
        let how = if yes { "remount,ro" } else { "remount,rw" };
        let done = Command::new("mount").args(["-o", how]).arg(self.path()).status().expect("mount");
        assert!(done.success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

fn big(n: usize) -> Ask {
    let copy = Copy::Text(Box::new(text(&format!("Story {n}"), &["A long paragraph. ".repeat(4_000).as_str()])));
    Ask::File(File { copy, lang: Some(crate::support::tag("en")), desk: None, data: Data::default() })
}

#[tokio::test]
async fn a_full_disk_is_said_and_nothing_is_half_done() {
    let Some(disk) = Disk::new("6m") else {
        return skip("a_full_disk_is_said_and_nothing_is_half_done", "a small disk needs root");
    };
    let agency = Agency::at(disk.path().join("agency"));
    let mut kept = Vec::new();
    let mut refused = None;
    for n in 0..200 {
        match agency.ask(big(n)).await {
            Ok(done) => kept.push(done.answer.story),
            Err(error) => {
                refused = Some(error);
                break;
            }
        }
    }
    assert!(matches!(refused, Some(Error::Store(store::Error::CannotWrite(_)))), "{refused:?}");
    assert!(!kept.is_empty());
    let store = agency.room.store();
    for story in &kept {
        assert!(store.dossier(*story).await.expect("the store").is_some());
    }
    assert_eq!(store.stories(None, 1_000).await.expect("the list").len(), kept.len());
    // With room again, work goes on.
    let grown = Command::new("mount").args(["-o", "remount,size=64m"]).arg(disk.path()).status().expect("mount");
    assert!(grown.success());
    agency.ask(big(999)).await.expect("room to write");
    assert!(store.verify(|_| {}).await.expect("verify").is_empty());
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_said() {
    let Some(disk) = Disk::new("16m") else {
        return skip("a_folder_that_cannot_be_written_is_said", "a disk of one's own needs root");
    };
    let folder = disk.path().join("agency");
    let agency = Agency::at(folder.clone());
    agency.done(big(1)).await;
    drop(agency.close().await);
    disk.read_only(true);
    match store::Store::open(&folder) {
        Err(store::Error::CannotWrite(why)) => assert!(!why.is_empty()),
        other => panic!("{:?}", other.err()),
    }
    disk.read_only(false);
    assert!(store::Store::open(&folder).is_ok());
}
