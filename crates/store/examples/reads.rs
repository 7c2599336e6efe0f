//! How long a dossier, a text and a page take to read, and a step of the site's follower to write, with many stories
//! in the archive. `cargo run --release -p store --example reads -- [STORIES]`

use jiff::Timestamp;
use std::time::{Duration, Instant};
use store::{Batch, Card, Cursor, NewRelease, Page, Pages, PagesBatch, Store, What, Write};
use story::{BatchId, BlockId, Data, DataRevision, Hash, Kind, Origin, Revision, StoryId, Tag};

type Anything = Box<dyn std::error::Error + Send + Sync>;

const LANGUAGES: [&str; 7] = ["en", "ur", "ar", "zh", "es", "fr", "ru"];
const TURNS: u64 = 2_000;

#[tokio::main]
async fn main() -> Result<(), Anything> {
    let stories: u64 = std::env::args().nth(1).map_or(Ok(10_000), |w| w.parse())?;
    let folder = tempfile::tempdir()?;
    let store = Store::open(folder.path())?;
    for from in (0..stories).step_by(256) {
        let tasks: Vec<_> = (from..stories.min(from + 256))
            .map(|n| {
                let store = store.clone();
                tokio::spawn(async move { store.commit(in_all_languages(n)).await.map(drop) })
            })
            .collect();
        for task in tasks {
            task.await??;
        }
    }
    let turn = |n: u64| story(n.wrapping_mul(7_919) % stories);
    let mut took = Vec::new();
    for n in 0..TURNS {
        let begun = Instant::now();
        store.dossier(turn(n)).await?.ok_or("no story")?;
        took.push(begun.elapsed());
    }
    say("dossier, seven editions", took);
    let mut took = Vec::new();
    for n in 0..TURNS {
        let id = turn(n);
        let begun = Instant::now();
        store.bytes(id, Hash::of(&text(0))).await?.ok_or("no text")?;
        took.push(begun.elapsed());
    }
    say("text of 4 KB", took);
    let begun = Instant::now();
    store.stories(None, 50).await?;
    say("list of fifty stories", vec![begun.elapsed()]);
    let begun = Instant::now();
    let faults = store.verify(|_| ()).await?;
    println!("verify: {:?} ({} faults), log at {}", begun.elapsed(), faults.len(), store.position().n);
    pages(folder.path(), &store, stories)?;
    let begun = Instant::now();
    store.close().await;
    println!("close: {:?}", begun.elapsed());
    let begun = Instant::now();
    let store = Store::open(folder.path())?;
    let pages = Pages::open(folder.path())?;
    println!("open both: {:?}, pages at {:?}", begun.elapsed(), pages.cursor()?.map(|c| c.position.n));
    store.close().await;
    Ok(())
}

fn pages(folder: &std::path::Path, store: &Store, stories: u64) -> Result<(), Anything> {
    let pages = Pages::open(folder)?;
    let cursor = |n| -> Cursor {
        let mut position = store.position();
        position.n = n;
        Cursor { log: store.log_id(), position, made_with: "0123456789abcdef".into() }
    };
    let page = |n: u64, lang: &str| Page {
        path: format!("/{lang}/{}", story(n)),
        tail: Some("a-clock".into()),
        status: 200,
        lang: lang.into(),
        etag: "\"0123456789abcdef\"".into(),
        made_with: "0123456789abcdef".into(),
        br: vec![b'x'; 8_000],
        gzip: None,
        zstd: None,
        moved_to: None,
    };
    let card = |n: u64, lang: &str| Card {
        story: story(n),
        lang: tag(lang),
        listed: Some(n as i64),
        corrected: None,
        called: None,
        points_at: vec![story(n / 2)],
        body: vec![b'x'; 600],
    };
    let mut at = 0;
    for n in 0..stories {
        let both = |lang: &&str| (page(n, lang), card(n, lang));
        let (all, cards) = LANGUAGES.iter().map(both).unzip();
        pages.write(PagesBatch { from: at, to: cursor(at + 1), cards, pages: all, gone: vec![], wipe: false })?;
        at += 1;
    }
    let turn = |n: u64| n.wrapping_mul(7_919) % stories;
    let mut took = Vec::new();
    for n in 0..TURNS {
        let path = format!("/ur/{}", story(turn(n)));
        let begun = Instant::now();
        pages.page(&path)?.ok_or("no page")?;
        took.push(begun.elapsed());
    }
    say("page of 8 KB", took);
    let mut took = Vec::new();
    for n in 0..TURNS {
        let (cards, changed) = (vec![card(turn(n), "en")], vec![page(turn(n), "en"), page(turn(n + 1), "en")]);
        let begun = Instant::now();
        pages.write(PagesBatch { from: at, to: cursor(at + 1), cards, pages: changed, gone: vec![], wipe: false })?;
        at += 1;
        took.push(begun.elapsed());
        std::thread::sleep(Duration::from_millis(2));
    }
    say("a step: two pages, one card", took);
    let mut took = Vec::new();
    for _ in 0..TURNS {
        let begun = Instant::now();
        pages.listed(&tag("en"), None, 40)?;
        pages.count_listed(&tag("en"))?;
        took.push(begun.elapsed());
    }
    say("forty cards and their count", took);
    Ok(())
}

fn say(what: &str, mut took: Vec<Duration>) {
    took.sort();
    let at = |part: usize| took.get(took.len() * part / 100).copied().unwrap_or_default();
    println!("{what}: p50 {:.1?}, p99 {:.1?}", at(50), at(99));
}

fn story(n: u64) -> StoryId {
    StoryId::from_parts(1_800_000_000_000 + n, [7; 10])
}

fn tag(word: &str) -> Tag {
    word.parse().unwrap_or_else(|_| Tag::unknown())
}

fn text(n: usize) -> Vec<u8> {
    vec![b'a' + n as u8; 4_000]
}

fn in_all_languages(n: u64) -> Batch {
    let (id, at, by) = (story(n), Timestamp::now(), String::from("editor"));
    let data = Data { slug: format!("story-{n}").as_str().into(), ..Data::default() }.stored();
    let data_hash = Hash::of(&data);
    let mut writes = vec![
        Write::Story { id, desk: "main".into(), original: tag("en"), by: by.clone() },
        Write::Bytes { story: id, what: What::Data, hash: data_hash, bytes: data },
        Write::Data { story: id, revision: DataRevision { number: 1, hash: data_hash, at, by: by.clone() } },
    ];
    for (i, lang) in LANGUAGES.into_iter().enumerate() {
        let (text, lang) = (text(i), tag(lang));
        let hash = Hash::of(&text);
        let made_from = (i > 0).then(|| Origin { lang: tag("en"), revision: 1 });
        let blocks = (0..16).map(BlockId).collect();
        let revision = Revision { number: 1, based_on: None, made_from, text: hash, blocks, at, by: by.clone() };
        writes.push(Write::Bytes { story: id, what: What::Text, hash, bytes: text });
        writes.push(Write::Revision { story: id, lang: lang.clone(), revision, input: None });
        writes.push(Write::Release(NewRelease {
            story: id,
            lang,
            number: 1,
            kind: Kind::First,
            revision: 1,
            text: hash,
            data: 1,
            data_hash,
            notice: None,
            until: None,
            reason: None,
            despite: None,
            by: by.clone(),
        }));
    }
    let mut act = [0; 16];
    act[..8].copy_from_slice(&n.to_be_bytes());
    Batch { request: None, at, act: BatchId::from_bytes(act), must: vec![], writes }
}
