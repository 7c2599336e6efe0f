//! Stories are read back as they were written.

use super::super::desk::{SLUG, at, batch, bytes, data, due, filed, planned, release, saved, story, tag, text};
use crate::{Error, Kept, NewRelease, Store, What, Write};
use story::{BlockId, DataRevision, Hash, Kind, Notice, Origin, Position, Revision};

pub async fn an_empty_store_is_empty(store: &Store) {
    assert_eq!(store.position(), Position::START);
    assert_eq!(store.log_id().epoch, 1);
    assert_eq!(store.dossier(story(1)).await, Ok(None));
    assert_eq!(store.bytes(story(1), Hash::ZERO).await, Ok(None));
    assert_eq!(store.log(0, 10).await, Ok(vec![]));
    assert_eq!(store.stories(None, 10).await, Ok(vec![]));
    assert_eq!(store.find("", 10).await, Ok(vec![]));
    assert_eq!(store.next_due().await, Ok(None));
    assert_eq!(store.accounts().await, Ok(vec![]));
    assert_eq!(store.setting("paused").await, Ok(None));
}

pub async fn a_story_is_read_back_as_it_was_written(store: &Store) {
    let id = story(1);
    let (english, urdu) = (text("A clock"), text("ایک گھڑی"));
    let copy = b"A CLOCK\r\n\xff".to_vec();
    let notice = Notice { says: "Put right.".into(), ..Notice::default() }.stored();
    let made_from = Origin { lang: tag("en"), revision: 1 };
    let (first, second) = (
        Revision {
            number: 1,
            based_on: None,
            made_from: None,
            text: Hash::of(&english),
            blocks: vec![BlockId(0), BlockId(u64::MAX)],
            at: at(3),
            by: "ana".into(),
        },
        Revision {
            number: 1,
            based_on: None,
            made_from: Some(made_from.clone()),
            text: Hash::of(&urdu),
            blocks: vec![],
            at: at(4),
            by: "نور".into(),
        },
    );
    let facts = DataRevision { number: 1, hash: Hash::of(&data()), at: at(3), by: "ana".into() };
    store
        .keep(batch(
            3,
            vec![
                Write::Story { id, desk: "main".into(), original: tag("en"), by: "ana".into() },
                bytes(id, What::Data, data()),
                Write::Data { story: id, revision: facts.clone() },
                bytes(id, What::Input, copy.clone()),
                bytes(id, What::Text, english.clone()),
                Write::Revision { story: id, lang: tag("en"), revision: first.clone(), input: Some(Hash::of(&copy)) },
            ],
        ))
        .await;
    let new = NewRelease {
        notice: Some(Hash::of(&notice)),
        until: Some(made_from.clone()),
        reason: Some("between us".into()),
        ..release(id, "ur", 1, Kind::First, 1, "ایک گھڑی")
    };
    let waiting = planned(due(1), "en", 60);
    let receipt = store
        .keep(batch(
            4,
            vec![
                bytes(id, What::Text, urdu.clone()),
                Write::Revision { story: id, lang: tag("ur"), revision: second.clone(), input: None },
                bytes(id, What::Notice, notice.clone()),
                Write::Release(new.clone()),
                Write::Plan(id, waiting.clone()),
            ],
        ))
        .await;

    let dossier = store.dossier(id).await.expect("read").expect("there");
    assert_eq!((dossier.id, dossier.version, dossier.filed_at, &*dossier.filed_by), (id, 2, at(3), "ana"));
    assert_eq!((&*dossier.desk, &dossier.original), ("main", &tag("en")));
    assert_eq!((dossier.data, dossier.due), (vec![facts], vec![waiting]));
    assert_eq!(dossier.editions.keys().collect::<Vec<_>>(), [&tag("en"), &tag("ur")]);
    assert_eq!(dossier.editions[&tag("en")].revisions, [first]);
    assert_eq!(dossier.editions[&tag("en")].releases, []);
    assert_eq!(dossier.editions[&tag("ur")].revisions, [second]);
    let [kept] = &dossier.editions[&tag("ur")].releases[..] else { panic!("one release") };
    assert_eq!((kept.number, kept.kind, kept.revision, kept.data, kept.notice), (1, Kind::First, 1, 1, new.notice));
    assert_eq!((&kept.until, &kept.reason, &*kept.by), (&new.until, &new.reason, "bo"));
    assert_eq!((Some(kept.n), kept.at), (receipt.first, at(4)));

    let wanted = vec![(id, Hash::of(&urdu)), (id, Hash::ZERO), (id, Hash::of(&notice))];
    assert_eq!(
        store.texts(wanted).await,
        Ok(vec![Some(Kept::Bytes(urdu.clone())), None, Some(Kept::Bytes(notice.clone()))])
    );
    assert_eq!(store.input(id, &tag("en"), 1).await, Ok(Some(copy.clone())));
    assert_eq!(store.input(id, &tag("ur"), 1).await, Ok(None));
    let all = [(data(), What::Data), (copy, What::Input), (english, What::Text), (urdu, What::Text)];
    let all = all.into_iter().chain([(notice, What::Notice)]).map(|(b, what)| (Hash::of(&b), what));
    assert_eq!(store.hashes(id).await, Ok(all.collect()));
}

pub async fn each_batch_raises_the_version_once(store: &Store) {
    store.file(1, story(1), "One").await;
    assert_eq!(store.version(story(1)).await, Ok(1));
    let both = [saved(story(1), "en", 2, "Two"), saved(story(1), "en", 3, "Three"), filed(story(2), "Other")].concat();
    store.keep(batch(2, both)).await;
    assert_eq!((store.version(story(1)).await, store.version(story(2)).await), (Ok(2), Ok(1)));
    let draft = Write::Draft { story: story(1), lang: tag("en"), by: "ana".into(), based_on: None, text: None };
    store.keep(batch(3, vec![draft, Write::Set("a".into(), None)])).await;
    assert_eq!(store.version(story(1)).await, Ok(2));
}

pub async fn numbers_have_no_holes(store: &Store) {
    let id = story(1);
    store.file(1, id, "One").await;
    for number in [0, 1, 3] {
        assert!(matches!(store.refuse(batch(2, saved(id, "en", number, "No"))).await, Error::Refused(_)), "{number}");
    }
    assert!(matches!(store.refuse(batch(2, saved(id, "ur", 2, "No"))).await, Error::Refused(_)));
    let facts = DataRevision { number: 3, hash: Hash::of(&data()), at: at(2), by: "ana".into() };
    let facts = |number| Write::Data { story: id, revision: DataRevision { number, ..facts.clone() } };
    assert!(matches!(store.refuse(batch(2, vec![facts(3)])).await, Error::Refused(_)));
    store.keep(batch(2, vec![facts(2)])).await;
    for number in [0, 2] {
        let new = Write::Release(release(id, "en", number, Kind::First, 1, "One"));
        assert!(matches!(store.refuse(batch(2, vec![new])).await, Error::Refused(_)), "{number}");
    }
    assert_eq!(store.version(id).await, Ok(2));
}

pub async fn what_is_named_must_be_there(store: &Store) {
    let (id, missing) = (story(1), story(9));
    store.file(1, id, "One").await;
    let revision = |made_from, based_on| Revision {
        number: 2,
        based_on,
        made_from,
        text: Hash::of(&text("One")),
        blocks: vec![],
        at: at(1),
        by: "ana".into(),
    };
    let save = |revision, input| vec![Write::Revision { story: id, lang: tag("en"), revision, input }];
    let refused = [
        vec![bytes(missing, What::Text, text("One"))],
        vec![Write::Unplan(id, due(1))],
        vec![Write::Stick { story: id, due: due(1), why: "why".into() }],
        vec![Write::Move { story: id, due: due(1), at: at(1), chosen: None }],
        vec![Write::Plan(id, planned(due(1), "ur", 1))],
        vec![Write::Draft {
            story: missing,
            lang: tag("en"),
            by: "ana".into(),
            based_on: None,
            text: Some("x".into()),
        }],
        save(revision(None, None), Some(Hash::ZERO)),
        save(revision(Some(Origin { lang: tag("ur"), revision: 1 }), None), None),
        save(revision(None, Some(7)), None),
        save(Revision { text: Hash::ZERO, ..revision(None, Some(1)) }, None),
        vec![Write::Bytes { story: id, what: What::Text, hash: Hash::ZERO, bytes: text("One") }],
        filed(id, "again"),
    ];
    for writes in refused {
        let says = format!("{writes:?}");
        assert!(matches!(store.refuse(batch(2, writes)).await, Error::Refused(_)), "{says}");
    }
    store.keep(batch(2, save(revision(None, Some(1)), None))).await;
}

pub async fn stories_are_listed_latest_changed_first(store: &Store) {
    for n in 1..=5 {
        store.file(n, story(n.cast_unsigned()), "One").await;
    }
    // Two that changed in the same moment, and one that changed again.
    store.keep(batch(9, [saved(story(1), "en", 2, "Two"), saved(story(3), "en", 2, "Two")].concat())).await;
    let mut seen = Vec::new();
    let mut before = None;
    loop {
        let page = store.stories(before, 2).await.expect("read");
        let Some((time, last)) = page.last() else { break };
        before = Some((*time, last.id));
        seen.extend(page.into_iter().map(|(time, dossier)| (time, dossier.id)));
    }
    assert_eq!(seen, [(at(9), story(3)), (at(9), story(1)), (at(5), story(5)), (at(4), story(4)), (at(2), story(2))]);
}

pub async fn a_story_is_found_by_identity_and_slug(store: &Store) {
    store.file(1, story(1), "One").await;
    store.file(1, story(2), "Two").await;
    let name = story(1).to_string();
    assert_eq!(store.find(&name, 9).await, Ok(vec![story(1)]));
    assert_eq!(store.find(&name.to_uppercase(), 9).await, Ok(vec![story(1)]));
    assert_eq!(store.find(&story(1).uuid().to_string(), 9).await, Ok(vec![story(1)]));
    assert_eq!(store.find(&name[..6], 9).await, Ok(vec![story(2), story(1)]));
    assert_eq!(store.find(&name[..6], 1).await, Ok(vec![story(2)]));
    assert_eq!(store.find(&name[..3], 9).await, Ok(vec![]));
    assert_eq!(store.find(&SLUG.to_uppercase(), 9).await, Ok(vec![story(2), story(1)]));
    for nothing in ["zzzz", "0000", "no such slug", "ساعت", " "] {
        assert_eq!(store.find(nothing, 9).await, Ok(vec![]), "{nothing}");
    }
}
