//! Commits of a release with its revision and log entry, 64 callers, full sync; against a bare rusqlite loop that
//! writes the same bytes with group commit, and against PostgreSQL.

use crate::{
    figures::{Row, rate},
    peers, samples,
};
use anyhow::Result;
use jiff::Timestamp;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use store::{Batch, Must, NewRelease, Store, What, Write};
use story::{BatchId, BlockId, Hash, Kind, Revision, StoryId, Tag};

const CALLERS: u64 = 64;
/// A round; ours and the bare loop take turns, so that a noisy neighbour troubles both.
const ROUND: Duration = Duration::from_secs(4);
const ROUNDS: usize = 3;
const WORDS: usize = 600;

pub async fn run() -> Result<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let store = Store::open(folder.path())?;
    let bare = Arc::new(peers::bare::Bare::open(&folder.path().join("bare.db"))?);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS as u64 {
        let store = store.clone();
        ours.push(round_of(move |caller, number| release(store.clone(), round, caller, number)).await?);
        let bare = bare.clone();
        theirs.push(round_of(move |caller, number| bare_release(bare.clone(), round, caller, number)).await?);
    }
    store.close().await;
    let (ours, theirs) = (middle(ours), middle(theirs));
    let mut rows = vec![Row {
        what: "`store` commits, 64 callers, full sync / bare rusqlite group commit".into(),
        ours: format!("{ours:.0} a second"),
        peer: format!("{theirs:.0} a second"),
        ratio: Some(ours / theirs),
        asked: ">= 0.8",
    }];
    let (peer, ratio) = match peers::postgres::inserts_a_second(stored_bytes())? {
        Some(theirs) => (format!("{theirs:.0} a second"), Some(ours / theirs)),
        None => ("PostgreSQL is not installed".into(), None),
    };
    let what = "`store` commits, 64 callers / PostgreSQL, 8 clients".into();
    rows.push(Row { what, ours: format!("{ours:.0} a second"), peer, ratio, asked: ">= 1" });
    Ok(rows)
}

fn middle(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

fn stored_bytes() -> usize {
    samples::text(1, WORDS).stored().len()
}

async fn round_of<F>(one: impl Fn(u64, u64) -> F + Clone + Send + Sync + 'static) -> Result<f64>
where
    F: Future<Output = Result<()>> + Send,
{
    let begun = Instant::now();
    let mut callers = Vec::new();
    for caller in 0..CALLERS {
        let one = one.clone();
        callers.push(tokio::spawn(async move {
            let mut count = 0;
            while begun.elapsed() < ROUND {
                one(caller, count).await?;
                count += 1;
            }
            anyhow::Ok(count)
        }));
    }
    let mut count = 0;
    for caller in callers {
        count += caller.await??;
    }
    Ok(rate(count as usize, begun.elapsed()))
}

fn identity(round: u64, caller: u64, number: u64) -> [u8; 16] {
    let mut id = [0; 16];
    id[..8].copy_from_slice(&(round << 48 | number).to_be_bytes());
    id[8..].copy_from_slice(&caller.to_be_bytes());
    id
}

/// A story with its data, its first revision and its release, in one batch.
pub fn batch(id: [u8; 16], number: u64) -> Batch {
    let (story, lang): (StoryId, Tag) = (StoryId::from_bytes(id), "en".parse().unwrap_or_else(|_| Tag::unknown()));
    let text = samples::text(number, WORDS);
    let (bytes, data) = (text.stored(), samples::data(number).stored());
    let (hash, data_hash) = (Hash::of(&bytes), Hash::of(&data));
    let (at, by) = (Timestamp::UNIX_EPOCH, "bench".to_owned());
    let blocks = (0..text.body.len() as u64).map(BlockId).collect();
    let revision = Revision { number: 1, based_on: None, made_from: None, text: hash, blocks, at, by: by.clone() };
    let writes = vec![
        Write::Story { id: story, desk: "main".into(), original: lang.clone(), by: by.clone() },
        Write::Bytes { story, what: What::Data, hash: data_hash, bytes: data },
        Write::Data { story, revision: story::DataRevision { number: 1, hash: data_hash, at, by: by.clone() } },
        Write::Bytes { story, what: What::Text, hash, bytes },
        Write::Revision { story, lang: lang.clone(), revision, input: None },
        Write::Release(NewRelease {
            story,
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
            by,
        }),
    ];
    Batch { request: None, at, act: BatchId::from_bytes(id), must: vec![Must::Story(story, 0)], writes }
}

async fn release(store: Store, round: u64, caller: u64, number: u64) -> Result<()> {
    store.commit(batch(identity(round, caller, number), number)).await?;
    Ok(())
}

async fn bare_release(bare: Arc<peers::bare::Bare>, round: u64, caller: u64, number: u64) -> Result<()> {
    bare.write(peers::bare::Rows::of(batch(identity(round, caller, number), number))).await
}
