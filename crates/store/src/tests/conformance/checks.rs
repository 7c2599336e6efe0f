//! What the checks found stands beside its revision; what was dismissed stays on record.

use super::super::desk::{at, batch, release, saved, story, tag};
use crate::{Checked, Dismissal, Error, Store, Write};
use story::{Hash, Kind};

fn found(words: &str) -> Checked {
    Checked { version: 1, found: Some(words.as_bytes().to_vec()) }
}

fn checked(n: u64, lang: &str, revision: u32, checked: &Checked) -> Write {
    Write::Checked { story: story(n), lang: tag(lang), revision, checked: checked.clone() }
}

pub async fn what_was_found_stands_beside_its_revision(store: &Store) {
    let id = story(1);
    store.file(1, id, "One").await;
    let read = async |revision| store.checked(id, &tag("en"), revision).await.expect("read");
    assert_eq!(read(1).await, None);
    store.keep(batch(2, vec![checked(1, "en", 1, &found("[1]"))])).await;
    let second = [saved(id, "en", 2, "Two"), vec![checked(1, "en", 2, &found("[2]"))]].concat();
    store.keep(batch(3, second)).await;
    assert_eq!((read(1).await, read(2).await), (Some(found("[1]")), Some(found("[2]"))));
    // A later version of the checks looks again.
    let again = Checked { version: 2, found: Some(b"[]".to_vec()) };
    store.keep(batch(4, vec![checked(1, "en", 1, &again)])).await;
    assert_eq!(read(1).await, Some(again));
    // There is no such revision.
    assert!(matches!(store.refuse(batch(5, vec![checked(1, "en", 3, &found("[]"))])).await, Error::Refused(_)));
    assert!(matches!(store.refuse(batch(5, vec![checked(1, "ur", 1, &found("[]"))])).await, Error::Refused(_)));
}

pub async fn a_takedown_seals_what_was_found(store: &Store) {
    for n in [1, 2] {
        store.file(1, story(n), "One").await;
        let public = Write::Release(release(story(n), "en", 1, Kind::First, 1, "One"));
        store.keep(batch(2, vec![checked(n, "en", 1, &found("quotes the text")), public])).await;
    }
    let down = Write::Release(release(story(1), "en", 2, Kind::Takedown, 1, "One"));
    let text = Hash::of(&super::super::desk::text("One"));
    store.keep(batch(3, vec![down, Write::Seal(story(1), text)])).await;
    let sealed = Some(Checked { version: 1, found: None });
    assert_eq!(store.checked(story(1), &tag("en"), 1).await, Ok(sealed.clone()));
    assert_eq!(store.checked(story(2), &tag("en"), 1).await, Ok(Some(found("quotes the text"))));
    store.keep(batch(4, vec![checked(1, "en", 1, &found("again"))])).await;
    assert_eq!(store.checked(story(1), &tag("en"), 1).await, Ok(sealed), "what is sealed stays so");
}

pub async fn a_dismissal_stands_until_it_is_taken_back(store: &Store) {
    let id = story(1);
    store.file(1, id, "One").await;
    let dismissal = |second, lang: &str, reason: &str| Dismissal {
        lang: tag(lang),
        key: Hash::of(b"what was found"),
        rule: "dates".into(),
        kind: "weekday".into(),
        reason: reason.into(),
        by: "ana".into(),
        at: at(second),
        undone: None,
    };
    let (first, other) = (dismissal(2, "en", "it is a Sunday there"), dismissal(3, "ur", "so said the council"));
    store.keep(batch(2, vec![Write::Dismiss(id, first.clone())])).await;
    store.keep(batch(3, vec![Write::Dismiss(id, other.clone())])).await;
    assert_eq!(store.version(id).await, Ok(3));
    let twice = batch(4, vec![Write::Dismiss(id, dismissal(4, "en", "again"))]);
    assert!(matches!(store.refuse(twice).await, Error::Refused(_)));
    let undo = |lang: &str| Write::Undismiss { story: id, lang: tag(lang), key: first.key, by: "bo".into() };
    assert!(matches!(store.refuse(batch(4, vec![undo("fr")])).await, Error::Refused(_)));
    store.keep(batch(5, vec![undo("en")])).await;
    assert!(matches!(store.refuse(batch(6, vec![undo("en")])).await, Error::Refused(_)));
    let third = dismissal(7, "en", "after all");
    store.keep(batch(7, vec![Write::Dismiss(id, third.clone())])).await;
    let first = Dismissal { undone: Some(("bo".into(), at(5))), ..first };
    assert_eq!(store.dismissals(id).await, Ok(vec![first, other, third]));
    assert_eq!(store.dismissals(story(2)).await, Ok(vec![]));
}

pub async fn a_release_says_what_it_went_out_in_spite_of(store: &Store) {
    let id = story(1);
    store.file(1, id, "One").await;
    let despite = Some("checked by telephone".to_owned());
    let waiting = super::super::desk::planned(super::super::desk::due(1), "en", 60);
    let waiting = story::dossier::Planned { despite: despite.clone(), ..waiting };
    let public = crate::NewRelease { despite: despite.clone(), ..release(id, "en", 1, Kind::First, 1, "One") };
    store.keep(batch(2, vec![Write::Plan(id, waiting.clone()), Write::Release(public)])).await;
    let dossier = store.dossier(id).await.expect("read").expect("there");
    assert_eq!(dossier.due, [waiting]);
    assert_eq!(dossier.editions[&tag("en")].releases[0].despite, despite);
}
