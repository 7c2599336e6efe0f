//! How many releases a second the store keeps, against a bare loop that writes the same bytes in the same tables.
//!
//! Both make the same commits from the same number of callers: a text of 4 KB, its revision, its release with the log
//! entry, the story's version, and the request. `cargo run --release -p store --example commits -- [CALLERS] [SECONDS]`

use jiff::Timestamp;
use rusqlite::{Connection, params};
use std::{
    path::Path,
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};
use store::{Batch, Committed, Must, NewRelease, Request, Store, What, Write};
use story::{BatchId, BlockId, Data, DataRevision, Entry, Hash, Kind, LogId, RequestId, Revision, StoryId, Tag};
use tokio::sync::oneshot;

type Anything = Box<dyn std::error::Error + Send + Sync>;

/// Stories in the archive before anything is measured.
const STORIES: u64 = 2_000;
const TEXT: usize = 4_000;

#[tokio::main]
async fn main() -> Result<(), Anything> {
    let mut words = std::env::args().skip(1);
    let callers: u64 = words.next().map_or(Ok(64), |w| w.parse())?;
    let seconds: u64 = words.next().map_or(Ok(4), |w| w.parse())?;
    let rounds: usize = words.next().map_or(Ok(3), |w| w.parse())?;
    let mut ratios = Vec::new();
    for _ in 0..rounds {
        let bare = bare(callers, Duration::from_secs(seconds)).await?;
        let ours = ours(callers, Duration::from_secs(seconds)).await?;
        println!("{callers} callers: bare {bare}, store {ours}, {:.2}", ours.rate / bare.rate);
        ratios.push(ours.rate / bare.rate);
    }
    ratios.sort_by(f64::total_cmp);
    println!("median {:.2}", ratios[ratios.len() / 2]);
    Ok(())
}

struct Figures {
    rate: f64,
    p50: Duration,
    p99: Duration,
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.0}/s (p50 {:.1?}, p99 {:.1?})", self.rate, self.p50, self.p99)
    }
}

fn figures(mut took: Vec<Duration>, all: Duration) -> Figures {
    took.sort();
    let at = |part: f64| took.get((took.len() as f64 * part) as usize).copied().unwrap_or_default();
    Figures { rate: took.len() as f64 / all.as_secs_f64(), p50: at(0.5), p99: at(0.99) }
}

fn story(n: u64) -> StoryId {
    StoryId::from_parts(1_800_000_000_000 + n, [7; 10])
}

fn now() -> Timestamp {
    Timestamp::now()
}

fn en() -> Tag {
    "en".parse().unwrap_or_else(|_| Tag::unknown())
}

fn text(unique: u64) -> Vec<u8> {
    let mut text = format!("{{\"v\":1,\"unique\":{unique},\"body\":\"").into_bytes();
    text.resize(TEXT, b'x');
    text
}

fn blocks() -> Vec<BlockId> {
    (0..16).map(BlockId).collect()
}

fn batch(unique: u64, at: Timestamp, id: StoryId, version: u64, writes: Vec<Write>) -> Batch {
    let chance = [&unique.to_be_bytes()[..], &[1, 2]].concat().try_into().unwrap_or([0; 10]);
    let ms = at.as_millisecond().cast_unsigned();
    let request = Request {
        id: RequestId::from_parts(ms, chance),
        by: "editor".into(),
        asked: Hash::of(b"asked"),
        answer: vec![b'a'; 200],
    };
    let act = BatchId::from_parts(ms, chance);
    Batch { request: Some(request), at, act, must: vec![Must::Story(id, version)], writes }
}

fn filing(n: u64) -> Batch {
    let (id, at, by) = (story(n), now(), String::from("editor"));
    let data = Data { slug: format!("story-{n}").as_str().into(), ..Data::default() }.stored();
    let text = text(n);
    let (data_hash, hash) = (Hash::of(&data), Hash::of(&text));
    let revision =
        Revision { number: 1, based_on: None, made_from: None, text: hash, blocks: blocks(), at, by: by.clone() };
    let writes = vec![
        Write::Story { id, desk: "main".into(), original: en(), by: by.clone() },
        Write::Bytes { story: id, what: What::Data, hash: data_hash, bytes: data },
        Write::Data { story: id, revision: DataRevision { number: 1, hash: data_hash, at, by } },
        Write::Bytes { story: id, what: What::Text, hash, bytes: text },
        Write::Revision { story: id, lang: en(), revision, input: None },
    ];
    batch(n, at, id, 0, writes)
}

fn data_hash(n: u64) -> Hash {
    Hash::of(&Data { slug: format!("story-{n}").as_str().into(), ..Data::default() }.stored())
}

/// The `number`th release of a story, with a new revision.
fn release(unique: u64, n: u64, number: u32, version: u64) -> Batch {
    let (id, at, by) = (story(n), now(), String::from("editor"));
    let text = text(unique);
    let hash = Hash::of(&text);
    let revision = Revision {
        number: number + 1,
        based_on: Some(number),
        made_from: None,
        text: hash,
        blocks: blocks(),
        at,
        by: by.clone(),
    };
    let writes = vec![
        Write::Bytes { story: id, what: What::Text, hash, bytes: text },
        Write::Revision { story: id, lang: en(), revision, input: None },
        Write::Release(NewRelease {
            story: id,
            lang: en(),
            number,
            kind: if number == 1 { Kind::First } else { Kind::Update },
            revision: number + 1,
            text: hash,
            data: 1,
            data_hash: data_hash(n),
            notice: None,
            until: None,
            reason: None,
            despite: None,
            by,
        }),
    ];
    batch(unique, at, id, version, writes)
}

async fn fill(store: &Store) -> Result<(), Anything> {
    let tasks: Vec<_> = (0..STORIES)
        .map(|n| {
            let store = store.clone();
            tokio::spawn(async move { store.commit(filing(n)).await.map(drop) })
        })
        .collect();
    for task in tasks {
        task.await??;
    }
    Ok(())
}

/// Every caller goes round its own stories, so that no two of them are in each other's way.
fn turn(caller: u64, callers: u64, round: u64) -> (u64, u32) {
    let mine = STORIES / callers;
    (caller + callers * (round % mine), (round / mine) as u32 + 1)
}

async fn measure<F, R>(callers: u64, time: Duration, commit: F) -> Result<Figures, Anything>
where
    F: Fn(Batch, u64, u32) -> R + Clone + Send + 'static,
    R: Future<Output = Result<(), Anything>> + Send,
{
    static UNIQUE: AtomicU64 = AtomicU64::new(1_000_000_000);
    let begun = Instant::now();
    let tasks: Vec<_> = (0..callers)
        .map(|caller| {
            let commit = commit.clone();
            tokio::spawn(async move {
                let mut took = Vec::new();
                for round in 0.. {
                    let (n, number) = turn(caller, callers, round);
                    let batch = release(UNIQUE.fetch_add(1, Ordering::Relaxed), n, number, u64::from(number));
                    let asked = Instant::now();
                    commit(batch, n, number).await?;
                    took.push(asked.elapsed());
                    if begun.elapsed() > time {
                        break;
                    }
                }
                Ok::<_, Anything>(took)
            })
        })
        .collect();
    let mut took = Vec::new();
    for task in tasks {
        took.extend(task.await??);
    }
    Ok(figures(took, begun.elapsed()))
}

async fn ours(callers: u64, time: Duration) -> Result<Figures, Anything> {
    let folder = tempfile::tempdir()?;
    let store = Store::open(folder.path())?;
    fill(&store).await?;
    let commit = {
        let store = store.clone();
        move |batch: Batch, _, _| {
            let store = store.clone();
            async move {
                match store.commit(batch).await? {
                    Committed::Now(_) => Ok(()),
                    Committed::Before(..) => Err("asked before".into()),
                }
            }
        }
    };
    let figures = measure(callers, time, commit).await?;
    store.close().await;
    Ok(figures)
}

type Waiting = (Batch, u32, oneshot::Sender<()>);

async fn bare(callers: u64, time: Duration) -> Result<Figures, Anything> {
    let folder = tempfile::tempdir()?;
    let store = Store::open(folder.path())?;
    fill(&store).await?;
    let log = store.log_id();
    store.close().await;
    let (bring, brought) = mpsc::channel::<Waiting>();
    let path = folder.path().join("agency.db");
    let loops = std::thread::spawn(move || bare_loop(&path, log, &brought));
    let commit = move |batch: Batch, _, number| {
        let bring = bring.clone();
        async move {
            let (answer, answered) = oneshot::channel();
            bring.send((batch, number, answer))?;
            Ok(answered.await?)
        }
    };
    let figures = measure(callers, time, commit).await?;
    loops.join().map_err(|_| "the loop fell over")??;
    Ok(figures)
}

/// No checks, no answers to repeat, nothing that reads: only the rows.
fn bare_loop(path: &Path, log: LogId, brought: &mpsc::Receiver<Waiting>) -> Result<(), Anything> {
    let c = Connection::open(path)?;
    c.execute_batch("PRAGMA journal_mode = wal; PRAGMA synchronous = full")?;
    c.set_prepared_statement_cache_capacity(100);
    let (mut n, mut before) = (0, Hash::ZERO);
    while let Ok(first) = brought.recv() {
        let waiting: Vec<Waiting> = [first].into_iter().chain(brought.try_iter().take(511)).collect();
        c.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        for (batch, number, _) in &waiting {
            bare_rows(&c, batch, *number, log, &mut n, &mut before)?;
        }
        c.prepare_cached("COMMIT")?.execute([])?;
        for (_, _, answer) in waiting {
            let _ = answer.send(());
        }
    }
    Ok(())
}

fn bare_rows(
    c: &Connection,
    batch: &Batch,
    number: u32,
    log: LogId,
    n: &mut u64,
    before: &mut Hash,
) -> Result<(), Anything> {
    let at = i64::try_from(batch.at.as_nanosecond())?;
    for write in &batch.writes {
        match write {
            Write::Bytes { story, hash, bytes, .. } => {
                c.prepare_cached("INSERT INTO bytes (story, hash, what, bytes) VALUES (?1, ?2, 'text', ?3)")?
                    .execute(params![story.bytes(), hash.0, bytes])?;
            }
            Write::Revision { story, revision, .. } => {
                let blocks: Vec<u8> = revision.blocks.iter().flat_map(|b| b.0.to_be_bytes()).collect();
                c.prepare_cached(
                    "INSERT INTO revision (story, lang, number, based_on, text, blocks, at, by)
                     VALUES (?1, 'en', ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![
                    story.bytes(),
                    revision.number,
                    revision.based_on,
                    revision.text.0,
                    blocks,
                    at,
                    revision.by
                ])?;
            }
            Write::Release(new) => {
                *n += 1;
                let entry = Entry {
                    n: *n,
                    epoch: log.epoch,
                    batch: batch.act,
                    of: 1,
                    story: new.story,
                    lang: new.lang.clone(),
                    release: number,
                    kind: new.kind,
                    revision: new.revision,
                    text: new.text,
                    data: new.data_hash,
                    notice: None,
                    record: None,
                    at: batch.at,
                    before: *before,
                };
                let stored = entry.stored();
                *before = Hash::of(&stored);
                c.prepare_cached("INSERT INTO log (n, at, batch, story, hash, entry) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
                    .execute(params![*n, at, batch.act.bytes(), new.story.bytes(), before.0, stored])?;
                c.prepare_cached(
                    "INSERT INTO release (story, lang, number, kind, revision, data, n, batch, at, by)
                     VALUES (?1, 'en', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                )?
                .execute(params![
                    new.story.bytes(),
                    number,
                    new.kind.as_str(),
                    new.revision,
                    new.data,
                    *n,
                    batch.act.bytes(),
                    at,
                    new.by
                ])?;
                c.prepare_cached("UPDATE story SET version = version + 1, changed_at = ?2 WHERE id = ?1")?
                    .execute(params![new.story.bytes(), at])?;
            }
            _ => {}
        }
    }
    if let Some(request) = &batch.request {
        c.prepare_cached(
            "INSERT INTO request (id, by, asked, answer, first, last, at) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)",
        )?
        .execute(params![request.id.bytes(), request.by, request.asked.0, request.answer, *n, at])?;
    }
    Ok(())
}
