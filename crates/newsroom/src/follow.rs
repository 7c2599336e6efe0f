//! The followers: what is made from the log (the site, later the wire and the index), and waiting for them.
//!
//! One task a follower, woken by the log and by a timer: the same path for the happy case and for recovery. A
//! follower keeps its own place in the log; asked twice for the same entries it makes the same.

use std::{fmt, future::Future, pin::Pin, sync::Arc, time::Duration};
use store::Store;
use story::{Entry, StoryId, Tag};
use tokio::sync::watch;

/// Entries handed over at once. Entries of one act are never parted.
const MOST: usize = 512;
/// How long a verb waits for the followers. Its release is kept in any case.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a follower rests after it failed.
const REST: Duration = Duration::from_millis(500);

/// Why a follower could not go on.
#[derive(Debug)]
pub struct FollowError(pub String);

impl fmt::Display for FollowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Something that is made from the log and can be made again.
pub trait Follower: Send + Sync + 'static {
    /// What it is called in reports.
    fn name(&self) -> &'static str;

    /// The number of the last entry that it applied and keeps.
    fn applied(&self) -> u64;

    /// The story that is public in this language and has this headline; the latest, when there are several. None when
    /// there is no such story, or when this follower does not know headlines.
    fn called(&self, lang: &Tag, headline: &str) -> Option<StoryId> {
        let _ = (lang, headline);
        None
    }

    /// Applies entries that follow on what it has applied: whole acts, in order. When it returns, they are applied.
    fn apply<'a>(&'a self, entries: &'a [Entry]) -> Pin<Box<dyn Future<Output = Result<(), FollowError>> + Send + 'a>>;
}

struct Following {
    follower: Arc<dyn Follower>,
    applied: watch::Receiver<u64>,
}

/// Those that follow.
pub struct Followers {
    following: Vec<Following>,
    tasks: Vec<tokio::task::JoinHandle<()>>,
}

impl Drop for Followers {
    fn drop(&mut self) {
        self.tasks.iter().for_each(tokio::task::JoinHandle::abort);
    }
}

impl Followers {
    pub(crate) fn start(store: Store, followers: Vec<Arc<dyn Follower>>) -> Self {
        let (mut following, mut tasks) = (Vec::new(), Vec::new());
        for follower in followers {
            let (tell, applied) = watch::channel(follower.applied());
            following.push(Following { follower: follower.clone(), applied });
            tasks.push(tokio::spawn(follow(store.clone(), follower, tell)));
        }
        Self { following, tasks }
    }

    /// Waits until every follower has applied entry `n`; says whether they have.
    pub async fn reach(&self, n: u64) -> bool {
        for following in &self.following {
            let mut applied = following.applied.clone();
            let there = tokio::time::timeout(PATIENCE, applied.wait_for(|&at| at >= n)).await;
            if !matches!(there, Ok(Ok(_))) {
                tracing::warn!(follower = following.follower.name(), n, "has not followed yet");
                return false;
            }
        }
        true
    }

    /// See [`Follower::called`].
    pub(crate) fn called(&self, lang: &Tag, headline: &str) -> Option<StoryId> {
        self.following.iter().find_map(|following| following.follower.called(lang, headline))
    }

    /// Each follower's name and the number of the last entry that it applied.
    pub fn places(&self) -> Vec<(&'static str, u64)> {
        self.following.iter().map(|f| (f.follower.name(), *f.applied.borrow())).collect()
    }
}

async fn follow(store: Store, follower: Arc<dyn Follower>, tell: watch::Sender<u64>) {
    let mut newest = store.changed();
    loop {
        let applied = follower.applied();
        tell.send_if_modified(|at| std::mem::replace(at, applied) != applied);
        newest.borrow_and_update();
        match step(&store, &*follower, applied).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => {
                tracing::error!(follower = follower.name(), %error, "cannot follow; trying again");
                tokio::time::sleep(REST).await;
                continue;
            }
        }
        if newest.changed().await.is_err() {
            return;
        }
    }
}

/// Applies the next entries; says whether there were any.
async fn step(store: &Store, follower: &dyn Follower, applied: u64) -> Result<bool, FollowError> {
    let mut entries = store.log(applied, MOST).await.map_err(|e| FollowError(e.to_string()))?;
    if entries.is_empty() {
        return Ok(false);
    }
    keep_whole_acts(&mut entries);
    follower.apply(&entries).await?;
    Ok(true)
}

/// Drops the entries of a last act that is not all there, unless it is the only one.
fn keep_whole_acts(entries: &mut Vec<Entry>) {
    let Some(last) = entries.last() else { return };
    let start = entries.iter().rposition(|e| e.batch != last.batch).map_or(0, |i| i + 1);
    if start > 0 && entries.len() - start < last.of as usize {
        entries.truncate(start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{BatchId, Hash, Kind, StoryId, Tag};

    fn entry(n: u64, act: u8, of: u32) -> Entry {
        Entry {
            n,
            epoch: 1,
            batch: BatchId::from_bytes([act; 16]),
            of,
            story: StoryId::from_bytes([0; 16]),
            lang: Tag::unknown(),
            release: 1,
            kind: Kind::First,
            revision: 1,
            text: Hash::ZERO,
            data: Hash::ZERO,
            notice: None,
            record: None,
            at: jiff::Timestamp::UNIX_EPOCH,
            before: Hash::ZERO,
        }
    }

    #[test]
    fn an_act_that_is_cut_off_waits_for_the_next_round() {
        let mut cut = vec![entry(1, 1, 1), entry(2, 2, 3), entry(3, 2, 3)];
        keep_whole_acts(&mut cut);
        assert_eq!(cut.len(), 1);
        let mut whole = vec![entry(1, 1, 1), entry(2, 2, 2), entry(3, 2, 2)];
        keep_whole_acts(&mut whole);
        assert_eq!(whole.len(), 3);
        let mut only = vec![entry(1, 1, 9)];
        keep_whole_acts(&mut only);
        assert_eq!(only.len(), 1);
    }
}
