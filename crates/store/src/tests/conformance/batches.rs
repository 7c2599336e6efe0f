//! A batch is kept whole or not at all, and once.

use super::super::desk::{at, batch, bytes, filed, release, saved, story, tag, text};
use crate::{Answered, Committed, Error, Must, Store, What, Write};
use story::{Hash, Kind, RequestId};

pub async fn a_batch_is_kept_whole_or_not_at_all(store: &Store) {
    let id = story(1);
    store.file(1, id, "One").await;
    let good = [saved(id, "en", 2, "Two"), vec![Write::Release(release(id, "en", 1, Kind::First, 2, "Two"))]].concat();
    let bad = Write::Release(release(id, "ur", 1, Kind::First, 1, "Two"));
    let both = batch(2, [good.clone(), vec![bad]].concat()).asked(1, "bo", "release");
    let before = store.dossier(id).await;
    assert!(matches!(store.refuse(both).await, Error::Refused(_)));
    assert_eq!(store.dossier(id).await, before);
    assert_eq!(store.bytes(id, Hash::of(&text("Two"))).await, Ok(None));
    assert_eq!(store.answered(RequestId::from_bytes([1; 16]), "bo").await, Ok(None));
    assert_eq!(store.position().n, 0);
    let receipt = store.keep(batch(2, good)).await;
    assert_eq!((receipt.first, receipt.last, receipt.at), (Some(1), 1, at(2)));
}

pub async fn a_stale_batch_is_refused(store: &Store) {
    let id = story(1);
    let file = || batch(1, filed(id, "One")).must(Must::Story(id, 0));
    store.keep(file()).await;
    assert_eq!(store.refuse(file()).await, Error::Changed(id));
    let revise = |number, version| batch(2, saved(id, "en", number, "More")).must(Must::Story(id, version));
    assert_eq!(store.refuse(revise(2, 0)).await, Error::Changed(id));
    store.keep(revise(2, 1)).await;
    assert_eq!(store.refuse(revise(3, 1)).await, Error::Changed(id));
    assert_eq!(store.refuse(revise(3, 3)).await, Error::Changed(id));
    store.keep(revise(3, 2)).await;
}

pub async fn a_request_is_carried_out_once(store: &Store) {
    let id = story(1);
    let file = |id, by: &str, what: &str| batch(1, filed(id, "One")).must(Must::Story(id, 0)).asked(7, by, what);
    let receipt = store.keep(file(id, "ana", "this")).await;
    // The same asking, whatever has become of the story meanwhile.
    store.keep(batch(2, saved(id, "en", 2, "Two"))).await;
    let answer = b"answer to this".to_vec();
    let again = store.commit(file(id, "ana", "this")).await;
    assert_eq!(again, Ok(Committed::Before(answer.clone(), receipt.clone())));
    let asked = Hash::of(b"this");
    let request = RequestId::from_bytes([7; 16]);
    assert_eq!(store.answered(request, "ana").await, Ok(Some(Answered { asked, answer, receipt })));
    assert_eq!(store.answered(request, "bo").await, Ok(None));
    // The same identity for something else; another person's.
    assert_eq!(store.refuse(file(story(2), "ana", "that")).await, Error::RequestReused);
    assert_eq!(store.refuse(file(id, "bo", "this")).await, Error::Changed(id));
    store.keep(file(story(2), "bo", "that")).await;
}

pub async fn one_refused_batch_harms_no_other(store: &Store) {
    let tasks: Vec<_> = (0..48)
        .map(|n| {
            let (store, id) = (store.clone(), story(n));
            let mut writes = filed(id, "One");
            if n % 3 == 0 {
                writes.push(Write::Release(release(id, "ur", 1, Kind::First, 1, "One")));
            } else {
                writes.push(Write::Release(release(id, "en", 1, Kind::First, 1, "One")));
            }
            tokio::spawn(async move { (n, store.commit(batch(1, writes)).await) })
        })
        .collect();
    for task in tasks {
        let (n, result) = task.await.expect("a task");
        assert_eq!(result.is_err(), n % 3 == 0, "{n}: {result:?}");
        assert_eq!(store.version(story(n)).await, Ok(u64::from(n % 3 != 0)));
    }
    assert_eq!(store.position().n, 32);
}

pub async fn of_many_who_decide_on_the_same_version_one_wins(store: &Store) {
    let id = story(1);
    store.file(1, id, "One").await;
    let tasks: Vec<_> = (0..64)
        .map(|n| {
            let revise = batch(2, saved(id, "en", 2, &format!("Version of {n}"))).must(Must::Story(id, 1));
            let store = store.clone();
            tokio::spawn(async move { store.commit(revise).await })
        })
        .collect();
    let mut won = 0;
    for task in tasks {
        match task.await.expect("a task") {
            Ok(_) => won += 1,
            Err(error) => assert_eq!(error, Error::Changed(id)),
        }
    }
    assert_eq!((won, store.version(id).await), (1, Ok(2)));
    // The texts of those who lost have left nothing behind.
    assert_eq!(store.hashes(id).await.expect("read").len(), 3);
}

pub async fn a_moment_too_far_away_is_refused(store: &Store) {
    let mut far = batch(1, filed(story(1), "One"));
    far.at = "9999-01-01T00:00:00Z".parse().expect("a moment");
    assert!(matches!(store.refuse(far).await, Error::Refused(_)));
    assert_eq!(store.dossier(story(1)).await, Ok(None));
    let ever = "9999-01-01T00:00:00Z".parse().expect("a moment");
    assert_eq!(store.due(ever, 9).await, Ok(vec![]));
    assert_eq!(store.stories(Some((ever, story(1))), 9).await, Ok(vec![]));
}

pub async fn a_closed_store_says_so(store: &Store) {
    // Another clone stays: it is the store that is closed.
    let (_folder, other) = super::super::empty();
    other.file(1, story(1), "One").await;
    other.clone().close().await;
    assert_eq!(other.commit(batch(2, saved(story(1), "en", 2, "Two"))).await, Err(Error::Closed));
    assert_eq!(other.dossier(story(1)).await, Err(Error::Closed));
    let words = bytes(story(1), What::Text, text("One"));
    assert!(matches!(store.refuse(batch(1, vec![words])).await, Error::Refused(_)));
    assert_eq!(store.draft(story(1), &tag("en"), "ana").await, Ok(None));
}
