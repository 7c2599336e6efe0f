//! `kill -9` at any moment: what was acknowledged is there, the log has no hole, the pages are those of the log.

use crate::support::{
    program::{Acknowledged, BINARY, Serving, call, file_and_release, says},
    skip, tag, text,
};
use dateline::call::Call;
use std::{
    collections::BTreeMap,
    process::Command,
    sync::{Arc, Mutex},
    time::Duration,
};
use story::{Hash, Position, StoryId};

/// How often the program is killed.
const KILLS: u64 = 200;
const WRITERS: u64 = 16;

/// A number that looks like chance, the same in every run (SplitMix64).
fn chance(n: u64) -> u64 {
    let mut z = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z ^ (z >> 31)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_kill_9() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let folder = place.path().join("agency");
    let told: Arc<Mutex<Vec<(Hash, Acknowledged)>>> = Arc::default();
    for round in 0..KILLS {
        let mut serving = Serving::start(&folder);
        drop(serving.line().await);
        let mut writers = Vec::new();
        for writer in 0..WRITERS {
            let (told, mut line) = (told.clone(), serving.line().await);
            writers.push(tokio::spawn(async move {
                for n in 0.. {
                    let words = format!("Round {round}, writer {writer}, story {n}");
                    let key = (1 + round * WRITERS + writer, n);
                    let text = text(&words, &["It happened."]);
                    let hash = text.hash();
                    let done = file_and_release(&mut line, key, text).await;
                    let broken = !matches!(done, Acknowledged::Released(..));
                    told.lock().expect("the list").push((hash, done));
                    if broken {
                        return;
                    }
                }
            }));
        }
        // The moment of the kill is the test: there is nothing to wait for.
        tokio::time::sleep(Duration::from_micros(2_000 + chance(round) % 120_000)).await;
        serving.kill();
        for writer in writers {
            writer.await.expect("a writer ends when the line breaks");
        }
    }
    let told = Arc::try_unwrap(told).expect("no writer is left").into_inner().expect("the list");
    check(&folder, &told).await;
}

async fn check(folder: &std::path::Path, told: &[(Hash, Acknowledged)]) {
    let store = store::Store::open(folder).expect("the store");
    let entries = store.log(0, 10_000_000).await.expect("the log");
    let mut place = Position::START;
    for entry in &entries {
        place = entry.follows(&place).expect("an unbroken log");
    }
    let numbers: BTreeMap<u64, StoryId> = entries.iter().map(|e| (e.n, e.story)).collect();
    let (mut filed, mut released) = (0, 0);
    for (text, acknowledged) in told {
        let story = match acknowledged {
            Acknowledged::Nothing => continue,
            Acknowledged::Filed(story) => {
                filed += 1;
                story
            }
            Acknowledged::Released(story, n) => {
                released += 1;
                assert_eq!(numbers.get(n), Some(story), "entry {n}");
                story
            }
        };
        let dossier = store.dossier(*story).await.expect("the store").expect("the story that was filed");
        let revision = dossier.editions[&tag("en")].revisions.first().expect("its revision");
        assert_eq!(revision.text, *text, "the words of story {story}");
    }
    assert!(released > KILLS as usize, "too few releases to prove anything: {released}, and {filed} filed");
    store.close().await;
    let verified = says(&["verify", "--dir", folder.to_str().expect("a path")]);
    eprintln!(
        "{released} releases and {filed} filings acknowledged over {KILLS} kills; {} in the log; {verified}",
        entries.len()
    );
    let serving = Serving::start(folder);
    let state = call(&mut serving.line().await, Call::Verify).await;
    assert_eq!(state["faults"], serde_json::json!([]), "pages and log after the restart");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_stands_between_request_and_answer() {
    let test = "a_sync_stands_between_request_and_answer";
    if !Command::new("strace").arg("-V").output().is_ok_and(|o| o.status.success()) {
        return skip(test, "strace is not installed");
    }
    let place = tempfile::tempdir().expect("a temporary folder");
    let (folder, trace) = (place.path().join("agency"), place.path().join("trace"));
    let mut strace = Command::new("strace");
    strace.args(["-f", "-y", "-s", "400", "-e", "trace=read,recvfrom,write,writev,sendto,fsync,fdatasync", "-o"]);
    strace.arg(&trace).arg(BINARY);
    let mut serving = Serving::with(strace, &folder, &[]);
    let mut line = serving.line().await;
    let done = file_and_release(&mut line, (1, 1), text("Traced", &["It happened."])).await;
    assert!(matches!(done, Acknowledged::Released(..)));
    drop(line);
    serving.kill();
    let trace = std::fs::read_to_string(trace).expect("the trace");
    let lines: Vec<&str> = trace.lines().collect();
    let at = |from: usize, what: &dyn Fn(&str) -> bool| lines[from..].iter().position(|l| what(l)).map(|i| from + i);
    let asked = at(0, &|l| (l.contains("read") || l.contains("recvfrom")) && l.contains("\\\"release\\\":"))
        .expect("the request in the trace");
    let answered = at(asked, &|l| (l.contains("write") || l.contains("sendto")) && l.contains("\\\"released\\\":"))
        .expect("the answer in the trace");
    let synced = at(asked, &|l| l.contains("sync(") && l.contains("agency.db-wal"));
    assert!(synced.is_some_and(|s| s < answered), "asked {asked}, synced {synced:?}, answered {answered}");
}
