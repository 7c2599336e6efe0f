//! Batches of all kinds in any order: the log and the hashes hold, whatever was asked.

use super::{
    conformance::log::chained,
    desk::{batch, filed, release, saved, story, text},
    empty,
};
use crate::{Kept, Store, Write};
use proptest::prelude::*;
use story::{Dossier, Hash, Kind, Standing, Tag};

#[derive(Debug, Clone)]
enum Step {
    Revise(u64, &'static str),
    /// Releases every edition that can follow with this.
    Release(u64, Kind),
    /// A release whose number is not the next.
    Wrong(u64),
}

fn steps() -> impl Strategy<Value = Vec<(i64, Step)>> {
    let lang = prop_oneof![Just("en"), Just("ur"), Just("zh-Hant")];
    let kind = prop::sample::select(Kind::ALL.to_vec());
    let step = prop_oneof![
        3 => (0..3u64, lang).prop_map(|(story, lang)| Step::Revise(story, lang)),
        5 => (0..3u64, kind).prop_map(|(story, kind)| Step::Release(story, kind)),
        1 => (0..3u64).prop_map(Step::Wrong),
    ];
    prop::collection::vec((0..1_000i64, step), 1..24)
}

fn newest(dossier: Option<&Dossier>, lang: &str) -> u32 {
    dossier.and_then(|d| d.editions.get(lang)).and_then(|e| e.newest()).map_or(0, |r| r.number)
}

fn words(n: u64, lang: &str, revision: u32) -> String {
    format!("{n} {lang} {revision}")
}

/// The releases of this kind that may follow in a story, and what a takedown seals.
fn releases(n: u64, dossier: &Dossier, kind: Kind, skip: u32) -> Vec<Write> {
    let mut writes = Vec::new();
    for (lang, edition) in &dossier.editions {
        let (Ok(_), Some(last)) = (edition.standing().after(kind), edition.newest()) else { continue };
        let number = edition.releases.len() as u32 + 1 + skip;
        let words = words(n, lang.as_str(), last.number);
        writes.push(Write::Release(release(dossier.id, lang.as_str(), number, kind, last.number, &words)));
        if kind == Kind::Takedown {
            writes.extend(edition.revisions.iter().map(|r| Write::Seal(dossier.id, r.text)));
        }
    }
    writes
}

async fn carry_out(store: &Store, second: i64, step: &Step) {
    match step {
        Step::Revise(n, lang) => {
            let id = story(*n);
            let dossier = store.dossier(id).await.expect("read");
            let number = newest(dossier.as_ref(), lang) + 1;
            let mut writes = if dossier.is_none() { filed(id, &words(*n, "en", 1)) } else { Vec::new() };
            if !(dossier.is_none() && *lang == "en") {
                writes.extend(saved(id, lang, number, &words(*n, lang, number)));
            }
            store.keep(batch(second, writes)).await;
        }
        Step::Release(n, kind) => {
            if let Some(dossier) = store.dossier(story(*n)).await.expect("read") {
                let writes = releases(*n, &dossier, *kind, 0);
                let count = writes.iter().filter(|w| matches!(w, Write::Release(_))).count() as u64;
                let before = store.position().n;
                let receipt = store.keep(batch(second, writes)).await;
                assert_eq!((receipt.first, receipt.last), ((count > 0).then_some(before + 1), before + count));
            }
        }
        Step::Wrong(n) => {
            if let Some(dossier) = store.dossier(story(*n)).await.expect("read") {
                let writes = releases(*n, &dossier, Kind::Update, 1);
                if !writes.is_empty() {
                    store.refuse(batch(second, writes)).await;
                }
            }
        }
    }
}

/// Every release of every story, in the order of the log.
async fn in_order(store: &Store) -> Vec<(u64, story::StoryId, Tag, u32)> {
    let mut out = Vec::new();
    for (_, dossier) in store.stories(None, 99).await.expect("read") {
        for (lang, edition) in &dossier.editions {
            out.extend(edition.releases.iter().map(|r| (r.n, dossier.id, lang.clone(), r.number)));
            for revision in &edition.revisions {
                let kept = store.bytes(dossier.id, revision.text).await.expect("read");
                let sealed = edition.standing() == Standing::TakenDown;
                assert_eq!(matches!(kept, Some(Kept::Sealed(_))), sealed && !later(edition, revision.number));
            }
        }
    }
    out.sort();
    out
}

/// Whether a revision was saved after its edition was taken down: then it is not sealed.
fn later(edition: &story::Edition, revision: u32) -> bool {
    let taken = edition.releases.iter().find(|r| r.kind == Kind::Takedown);
    taken.is_some_and(|r| revision > r.revision)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_log_holds_whatever_is_asked(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let (folder, store) = empty();
            for (second, step) in &steps {
                carry_out(&store, *second, step).await;
            }
            let log = chained(&store).await;
            let told: Vec<_> = log.iter().map(|e| (e.n, e.story, e.lang.clone(), e.release)).collect();
            assert_eq!(told, in_order(&store).await);
            for entry in &log {
                let acts = log.iter().filter(|other| other.batch == entry.batch).count();
                assert_eq!(acts, entry.of as usize);
            }
            assert_eq!(store.verify(|_| ()).await.expect("verified"), [""; 0]);
            // The same again after a restart.
            let position = store.position();
            store.close().await;
            let store = Store::open(folder.path()).expect("a store");
            assert_eq!(store.position(), position);
            assert_eq!(chained(&store).await, log);
            assert_eq!(store.bytes(story(0), Hash::of(&text("never"))).await, Ok(None));
        });
    }
}
