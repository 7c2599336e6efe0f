//! A takedown seals the text of its story, and nothing else ever goes.

use super::super::desk::{SLUG, batch, bytes, data, filed, release, story, tag, text};
use crate::{Error, Kept, Store, What, Write};
use story::{Hash, Kind, Revision};

/// Two stories with the same text, one of them filed from copy, both public.
async fn two_stories(store: &Store) {
    for n in [1, 2] {
        let id = story(n);
        let copy = b"copy as it came".to_vec();
        let mut writes = vec![Write::Release(release(id, "en", 1, Kind::First, 1, "One"))];
        writes.splice(0..0, filed(id, "One"));
        for write in &mut writes {
            if let Write::Revision { input, .. } = write {
                *input = Some(Hash::of(&copy));
            }
        }
        writes.insert(1, bytes(id, What::Input, copy));
        store.keep(batch(1, writes)).await;
    }
}

pub async fn a_takedown_seals_its_story_alone(store: &Store) {
    two_stories(store).await;
    let id = story(1);
    let (words, copy) = (Hash::of(&text("One")), Hash::of(b"copy as it came"));
    assert_eq!(store.find(SLUG, 9).await, Ok(vec![story(2), id]));
    // The seals stand before the release that allows them: it is the batch that counts.
    let mut writes: Vec<_> = store.hashes(id).await.expect("read").iter().map(|(h, _)| Write::Seal(id, *h)).collect();
    assert_eq!(writes.len(), 3);
    writes.push(Write::Release(release(id, "en", 2, Kind::Takedown, 1, "One")));
    let receipt = store.keep(batch(2, writes)).await;
    assert_eq!(receipt.first, Some(3));
    assert_eq!(store.bytes(id, words).await, Ok(Some(Kept::Sealed(3))));
    assert_eq!(store.input(id, &tag("en"), 1).await, Err(Error::Sealed(copy)));
    assert_eq!(store.hashes(id).await, Ok(vec![]));
    assert_eq!(store.find(SLUG, 9).await, Ok(vec![story(2)]));
    assert_eq!(store.bytes(story(2), words).await, Ok(Some(Kept::Bytes(text("One")))));
    let dossier = store.dossier(id).await.expect("read").expect("there");
    assert_eq!((dossier.version, dossier.texts().contains(&words)), (2, true));
}

pub async fn nothing_is_sealed_without_a_takedown(store: &Store) {
    two_stories(store).await;
    let (id, words) = (story(1), Hash::of(&text("One")));
    let seal = Write::Seal(id, words);
    let kill = Write::Release(release(id, "en", 2, Kind::Kill, 1, "One"));
    let other = Write::Release(release(story(2), "en", 2, Kind::Takedown, 1, "One"));
    let own = Write::Release(release(id, "en", 2, Kind::Takedown, 1, "One"));
    for writes in
        [vec![seal.clone()], vec![kill, seal.clone()], vec![other, seal], vec![own, Write::Seal(id, Hash::ZERO)]]
    {
        let says = format!("{writes:?}");
        assert!(matches!(store.refuse(batch(2, writes)).await, Error::Refused(_)), "{says}");
    }
    assert_eq!(store.bytes(id, words).await, Ok(Some(Kept::Bytes(text("One")))));
    assert_eq!(store.position().n, 2);
}

pub async fn sealed_bytes_do_not_come_back(store: &Store) {
    two_stories(store).await;
    let (id, words) = (story(1), Hash::of(&text("One")));
    let takedown = |number| Write::Release(release(id, "en", number, Kind::Takedown, 1, "One"));
    store.keep(batch(2, vec![takedown(2), Write::Seal(id, words)])).await;
    let again = bytes(id, What::Text, text("One"));
    let revision = Revision {
        number: 2,
        based_on: Some(1),
        made_from: None,
        text: words,
        blocks: vec![],
        at: super::super::desk::at(3),
        by: "ana".into(),
    };
    let save = Write::Revision { story: id, lang: tag("en"), revision, input: None };
    assert_eq!(store.refuse(batch(3, vec![again, save])).await, Error::Sealed(words));
    // Sealing what is sealed changes nothing: the first takedown stays on record.
    store.keep(batch(4, vec![takedown(3), Write::Seal(id, words), Write::Seal(id, Hash::of(&data()))])).await;
    assert_eq!(store.bytes(id, words).await, Ok(Some(Kept::Sealed(3))));
    assert_eq!(store.bytes(id, Hash::of(&data())).await, Ok(Some(Kept::Sealed(4))));
}
