//! The demo agency and the founding of an empty one, as a newcomer meets them.

use crate::support::{
    owner,
    program::{self, Serving, get},
};
use std::process::Command;
use store::Kept;
use story::{Standing, Text};

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_files_everything_once() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let folder = place.path().join("demo");
    let mut serving = Serving::with(Command::new(program::BINARY), &folder, &["--demo"]);
    for lang in ["en", "ur", "ar", "zh", "es", "fr", "ru"] {
        let front = get(&serving.address(), &format!("/{lang}/")).await;
        assert!(front.starts_with("HTTP/1.1 200"), "{lang}");
        let linked = front.matches(&format!("href=\"/{lang}/0")).count();
        assert!(linked >= 8, "{lang}: {linked} stories");
    }
    serving.kill();
    let first = log(&folder).await;
    let mut again = Serving::with(Command::new(program::BINARY), &folder, &["--demo"]);
    again.kill();
    let second = log(&folder).await;
    // What waited under its embargo may have gone out meanwhile; nothing was filed again.
    assert_eq!(first.0, second.0, "stories");
    assert!(second.1 == first.1 || second.1 == first.1 + 7, "{} then {} entries", first.1, second.1);
    assert!(first.2.contains(&Standing::Killed) && first.2.contains(&Standing::Held));
    let pointing = pointing(&folder).await;
    let of = |lang: &str| pointing.iter().filter(|pointing| *pointing == lang).count();
    for lang in ["en", "ur", "ar", "zh", "es", "fr", "ru"] {
        assert_eq!(of(lang), 9, "{lang}: the lines that name another story have found it");
    }
}

/// The languages of the newest texts with an "Also read" line that has found its story.
async fn pointing(folder: &std::path::Path) -> Vec<String> {
    let store = store::Store::open(folder).expect("the store");
    let mut out = Vec::new();
    for (_, dossier) in store.stories(None, 1_000).await.expect("the stories") {
        for (lang, edition) in &dossier.editions {
            let hash = edition.newest().expect("a revision").text;
            if let Some(Kept::Bytes(bytes)) = store.bytes(dossier.id, hash).await.expect("read")
                && Text::from_stored(&bytes).expect("a text").targets().count() == 1
            {
                out.push(lang.to_string());
            }
        }
    }
    store.close().await;
    out
}

/// How many stories and log entries there are, and how the editions stand.
async fn log(folder: &std::path::Path) -> (usize, u64, Vec<Standing>) {
    let store = store::Store::open(folder).expect("the store");
    let stories = store.stories(None, 1_000).await.expect("the stories");
    let standings = stories.iter().flat_map(|(_, d)| d.editions.values().map(|e| e.standing())).collect();
    let out = (stories.len(), store.position().n, standings);
    store.close().await;
    out
}

#[test]
fn a_demo_is_served_on_this_machine_alone() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let dir = place.path().join("demo");
    let done = program::run(&["serve", "--demo", "--listen", "0.0.0.0:0", "--dir", dir.to_str().expect("a path")]);
    assert!(!done.status.success());
    assert!(String::from_utf8_lossy(&done.stderr).contains("this machine alone"));
}

#[test]
fn a_folder_that_holds_something_else_is_refused() {
    let place = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(place.path().join("letter.txt"), "dear").expect("to write");
    let done = program::run(&["serve", "--listen", "127.0.0.1:0", "--dir", place.path().to_str().expect("a path")]);
    assert!(!done.status.success());
    assert_eq!(std::fs::read_dir(place.path()).expect("the folder").count(), 1, "it is left as it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_folder_becomes_an_agency_whose_first_account_needs_the_token() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let folder = place.path().join("agency");
    let mut serving = Serving::start(&folder);
    let said = serving.said.clone();
    let words: Vec<&str> = said.iter().flat_map(|l| l.split_whitespace()).collect();
    let tokens: Vec<String> = words
        .iter()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .filter(|w| w.len() == 20)
        .collect();
    serving.kill();
    let store = store::Store::open(&folder).expect("the store");
    let room =
        newsroom::Newsroom::open(crate::support::house(), store, std::sync::Arc::new(newsroom::System), Vec::new());
    assert!(room.make_first("wrong", "ana", "long enough words", None).await.is_err());
    let mut made = 0;
    for token in &tokens {
        made += usize::from(room.make_first(token, "ana", "long enough words", None).await.is_ok());
    }
    assert_eq!(made, 1, "one of {words:?} is the token");
    assert!(room.first_token().await.expect("the store").is_none(), "there is an account now");
    assert!(room.sign_in("ana", "long enough words", "here", "a browser").await.is_ok());
    assert!(room.sign_in("ana", "other words", "here", "a browser").await.is_err());
    assert_eq!(room.people(&owner()).await.expect("the people").len(), 1);
}
