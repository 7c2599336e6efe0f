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

    use crate::{
        assemble::Works,
        call::{Call, Tell},
        config,
        folder::Folder,
        reach::Reach,
    };
    use std::{os::unix::fs::PermissionsExt, sync::Arc};
    use tokio::sync::watch;

    fn file(copy: &str, request: story::RequestId) -> Call {
        let file = newsroom::File {
            copy: newsroom::Copy::Bytes(copy.into()),
            lang: "en".parse().ok(),
            desk: None,
            data: story::Data { slug: "clock".into(), ..story::Data::default() },
        };
        Call::Ask { request, ask: Box::new(newsroom::Ask::File(file)) }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_question_goes_through_the_socket_and_back() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let template = config::template(&config::Agency::default().site_url);
        let folder = Folder::take_or_found(place.path(), "serve", &template).expect("an empty folder");
        let works = Arc::new(Works::open(folder).await.expect("an agency"));
        let (tell, stop) = watch::channel(false);
        let door = Door::open(&works).expect("a door");
        let mode = std::fs::metadata(place.path().join(FILE)).expect("a socket").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let served = tokio::spawn(door.serve(works.clone(), stop));

        let mut reach = Reach::open(place.path(), "file").await.expect("somebody answers");
        assert!(reach.is_serving());
        let request = story::RequestId::from_bytes([7; 16]);
        let call = file("A clock strikes\n\nIt struck nine at noon on Monday.", request);
        let first = reach.ask(&call).await.expect("filed");
        let second = reach.ask(&call).await.expect("answered as the first time");
        assert_eq!(first.value["answer"], second.value["answer"]);
        assert_eq!(second.value["repeated"], true);

        let shown = reach.ask(&Call::Show { story: "clock".into(), lang: None, reader: None }).await.expect("shown");
        let by = format!("os:{}", user::name(user::own()));
        assert_eq!(shown.value["dossier"]["filed_by"], by);
        let fault = reach.ask(&Call::Dossier { story: "nothing".into() }).await.expect_err("no such story");
        assert_eq!(fault.whose.code(), 3);
        let heard = Arc::new(std::sync::Mutex::new(0));
        let ear = heard.clone();
        let teller: Tell = Arc::new(move |_| *ear.lock().expect("an ear") += 1);
        reach.call(&Call::Verify, &teller).await.expect("sound");
        assert!(*heard.lock().expect("an ear") > 0);

        tell.send_replace(true);
        drop(reach);
        served.await.expect("it stops");
        assert!(!place.path().join(FILE).exists());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn without_a_program_that_serves_the_folder_is_opened() {
        let place = tempfile::tempdir().expect("a temporary folder");
        assert_eq!(Reach::open(place.path(), "list").await.err().map(|f| f.whose.code()), Some(3));
        let template = config::template(&config::Agency::default().site_url);
        Folder::take_or_found(place.path(), "serve", &template).expect("an empty folder").leave();
        // What a program that was killed leaves behind.
        drop(std::os::unix::net::UnixListener::bind(place.path().join(FILE)).expect("a socket"));
        let mut reach = Reach::open(place.path(), "list").await.expect("the folder");
        assert!(!reach.is_serving());
        let answer = reach.ask(&Call::List { lang: None, most: 10 }).await.expect("a list");
        assert_eq!(answer.value, serde_json::json!([]));
        reach.close().await;
    }

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
