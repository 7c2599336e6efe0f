//! The lock: one program at a time works in a folder.

use crate::fault::{Fault, Result};
use rustix::fs::{FlockOperation, flock};
use std::{
    fs::{self, File, OpenOptions},
    io::{Read, Seek, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// The lock's name within the folder.
pub(super) const FILE: &str = "dateline.lock";

/// The lock of a folder, held until it is dropped. The system lets go of it also when the program is killed.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, and leaves word of who has it.
    ///
    /// # Errors
    /// Says who holds it.
    pub fn take(folder: &Path, doing: &str) -> Result<Self> {
        let path = folder.join(FILE);
        let fault = |e: std::io::Error| Fault::file(&path, "write", &e);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&path)
            .map_err(fault)?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(rustix::io::Errno::WOULDBLOCK) => return Err(held(folder, &mut file)),
            Err(error) => return Err(Fault::file(&path, "lock", &error.into())),
        }
        let word = format!("{} {doing}\n", std::process::id());
        file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(word.as_bytes())).map_err(fault)?;
        Ok(Self { _file: file })
    }

    /// Gives up a folder that was made for nothing: it goes, if there is nothing in it but the lock.
    pub fn leave(self, folder: &Path) {
        let _ = fs::remove_file(folder.join(FILE));
        let _ = fs::remove_dir(folder);
    }

    /// Who holds the folder: what it is doing and its process, when it left word; nobody when it is free.
    pub fn holder(folder: &Path) -> Option<String> {
        let mut file = File::open(folder.join(FILE)).ok()?;
        match flock(&file, FlockOperation::NonBlockingLockShared) {
            Err(rustix::io::Errno::WOULDBLOCK) => Some(who(&mut file)),
            _ => None,
        }
    }
}

fn who(file: &mut File) -> String {
    let mut word = String::new();
    let _ = file.take(200).read_to_string(&mut word);
    match word.trim().split_once(' ') {
        Some((process, doing)) => format!("`dateline {doing}`, process {process}"),
        None => "another program".into(),
    }
}

fn held(folder: &Path, file: &mut File) -> Fault {
    Fault::in_use(format!("{} is held by {}", super::shown(folder), who(file)))
        .help("wait until it is done, or stop it; while `dateline serve` runs, commands go to it by themselves")
}
