//! The door within the machine: a Unix socket in the folder, by which commands reach the newsroom while it serves.
//!
//! HTTP/1.1 (RFC 9112), one address: `POST /` with a [`Call`](crate::call::Call) as JSON. The answer is JSON lines of
//! [`Message`](crate::call::Message). Only the folder's owner (and root) may open the socket; who asks is on record as
//! the operating system names them.

mod client;
mod lines;
mod server;
pub mod user;

pub use client::{Client, Unreached};
pub use server::Door;

use std::{
    fs::File,
    io,
    os::fd::AsRawFd,
    path::{Path, PathBuf},
};

/// The socket's name within the folder.
pub const FILE: &str = "dateline.sock";
/// The longest path that a socket may have (`sun_path` of unix(7), with its end).
const LONGEST: usize = 107;

/// The socket's address. A path that is too long for a socket is reached through the folder's descriptor, which has to
/// stay open meanwhile.
fn address(folder: &Path) -> io::Result<(PathBuf, Option<File>)> {
    let plain = folder.join(FILE);
    if plain.as_os_str().len() <= LONGEST {
        return Ok((plain, None));
    }
    let open = File::open(folder)?;
    let short = PathBuf::from(format!("/proc/self/fd/{}/{FILE}", open.as_raw_fd()));
    Ok((short, Some(open)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deep_folder_still_has_a_door() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let deep = place.path().join("a".repeat(100)).join("b".repeat(100));
        std::fs::create_dir_all(&deep).expect("made");
        let (address, _open) = address(&deep).expect("it is there");
        assert!(address.as_os_str().len() <= LONGEST);
        let bound = std::os::unix::net::UnixListener::bind(&address);
        assert!(bound.is_ok() && deep.join(FILE).exists());
    }
}
