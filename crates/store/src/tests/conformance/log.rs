//! All releases stand in one numbered order.

use super::super::desk::{at, batch, filed, release, saved, story};
use crate::{Error, NewRelease, Store, Write};
use story::{Entry, Hash, Kind, Position};

/// The whole log, page by page; each entry follows the one before it.
pub async fn chained(store: &Store) -> Vec<Entry> {
    let mut place = Position::START;
    let mut entries = Vec::new();
    loop {
        let page = store.log(place.n, 7).await.expect("read");
        if page.is_empty() {
            assert_eq!(place, store.position());
            return entries;
        }
        for entry in page {
            place = entry.follows(&place).expect("the chain holds");
            entries.push(entry);
        }
    }
}

pub async fn entries_of_an_act_stand_together(store: &Store) {
    let id = story(1);
    store.keep(batch(1, [filed(id, "One"), saved(id, "ur", 1, "ایک"), saved(id, "zh", 1, "一")].concat())).await;
    let all = |kind| {
        let one = |(lang, words)| Write::Release(release(id, lang, 1, kind, 1, words));
        [("ur", "ایک"), ("en", "One"), ("zh", "一")].map(one).to_vec()
    };
    let first = batch(2, all(Kind::First));
    let receipt = store.keep(first.clone()).await;
    assert_eq!((receipt.first, receipt.last, receipt.at), (Some(1), 3, at(2)));
    let quiet = store.keep(batch(3, saved(id, "en", 2, "Two"))).await;
    assert_eq!((quiet.first, quiet.last, quiet.at), (None, 3, at(3)));
    let log = chained(store).await;
    let told: Vec<_> = log.iter().map(|e| (e.n, e.lang.as_str(), e.of, e.batch, e.at, e.epoch)).collect();
    assert_eq!(
        told,
        [(1, "ur", 3, first.act, at(2), 1), (2, "en", 3, first.act, at(2), 1), (3, "zh", 3, first.act, at(2), 1)]
    );
    assert_eq!(log[1].text, Hash::of(&super::super::desk::text("One")));
    assert_eq!(store.log(1, 1).await, Ok(vec![log[1].clone()]));
    assert_eq!(store.log(3, 9).await, Ok(vec![]));
    assert_eq!(store.log(u64::MAX, 9).await, Ok(vec![]));
}

pub async fn log_time_never_runs_back(store: &Store) {
    let id = story(1);
    store.file(100, id, "One").await;
    store.keep(batch(100, vec![Write::Release(release(id, "en", 1, Kind::First, 1, "One"))])).await;
    // Somebody has set the clock back by a minute.
    let receipt = store.keep(batch(40, vec![Write::Release(release(id, "en", 2, Kind::Update, 1, "One"))])).await;
    assert_eq!(receipt.at, at(100));
    store.keep(batch(101, vec![Write::Release(release(id, "en", 3, Kind::Update, 1, "One"))])).await;
    let times: Vec<_> = chained(store).await.iter().map(|e| e.at).collect();
    assert_eq!(times, [at(100), at(100), at(101)]);
    let dossier = store.dossier(id).await.expect("read").expect("there");
    assert!(dossier.editions.values().all(|e| e.releases.iter().map(|r| r.at).eq(times.iter().copied())));
}

pub async fn a_release_pins_what_is_there(store: &Store) {
    let id = story(1);
    store.file(1, id, "One").await;
    let right = release(id, "en", 1, Kind::First, 1, "One");
    let wrong = [
        NewRelease { text: Hash::ZERO, ..right.clone() },
        NewRelease { data_hash: Hash::ZERO, ..right.clone() },
        NewRelease { revision: 2, ..right.clone() },
        NewRelease { data: 2, ..right.clone() },
        NewRelease { notice: Some(Hash::ZERO), ..right.clone() },
        NewRelease { story: story(2), ..right.clone() },
    ];
    for new in wrong {
        let says = format!("{new:?}");
        assert!(matches!(store.refuse(batch(2, vec![Write::Release(new)])).await, Error::Refused(_)), "{says}");
    }
    assert_eq!(store.position(), Position::START);
    assert_eq!(store.keep(batch(2, vec![Write::Release(right)])).await.first, Some(1));
}

pub async fn many_callers_leave_no_holes(store: &Store) {
    let tasks: Vec<_> = (0..64)
        .map(|n| {
            let (store, id) = (store.clone(), story(n));
            tokio::spawn(async move {
                store.file(1, id, "One").await;
                for number in 1..=4 {
                    let kind = if number == 1 { Kind::First } else { Kind::Update };
                    let receipt =
                        store.keep(batch(2, vec![Write::Release(release(id, "en", number, kind, 1, "One"))])).await;
                    assert!(store.position().n >= receipt.last && *store.changed().borrow() >= receipt.last);
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a task");
    }
    assert_eq!(chained(store).await.len(), 256);
}

pub async fn whoever_waits_for_the_log_is_woken(store: &Store) {
    let id = story(1);
    store.file(1, id, "One").await;
    let mut changed = store.changed();
    assert!(!changed.has_changed().expect("open"));
    let waits = tokio::spawn(async move { changed.wait_for(|n| *n == 1).await.map(|n| *n).expect("open") });
    store.keep(batch(2, saved(id, "en", 2, "Two"))).await;
    store.keep(batch(2, vec![Write::Release(release(id, "en", 1, Kind::First, 1, "One"))])).await;
    assert_eq!(waits.await.expect("a task"), 1);
}
