//! What the desk keeps: what is due, drafts, people, settings.

use super::super::desk::{at, batch, due, planned, saved, story, tag};
use crate::{Account, Draft, Error, Must, Session, Store, Write};
use story::{AccountId, Hash, Right, Rights, Role, dossier::Planned};

pub async fn what_is_due_waits_in_order(store: &Store) {
    let (a, b) = (story(1), story(2));
    store.file(1, a, "One").await;
    store.file(1, b, "Two").await;
    store.keep(batch(1, saved(a, "ur", 1, "ایک"))).await;
    let (late, soon, other) = (planned(due(1), "en", 60), planned(due(2), "ur", 30), planned(due(3), "en", 45));
    let plan = [(a, &late), (a, &soon), (b, &other)].map(|(id, p)| Write::Plan(id, p.clone()));
    store.keep(batch(2, plan.to_vec())).await;
    assert_eq!(store.due(at(29), 9).await, Ok(vec![]));
    assert_eq!(store.due(at(45), 9).await, Ok(vec![(a, soon.clone()), (b, other.clone())]));
    assert_eq!(store.due(at(99), 1).await, Ok(vec![(a, soon.clone())]));
    assert_eq!(store.next_due().await, Ok(Some(at(30))));

    store.keep(batch(3, vec![Write::Stick { story: a, due: due(2), why: "held".into() }])).await;
    let stuck = Planned { stuck: Some("held".into()), ..soon.clone() };
    assert_eq!(store.next_due().await, Ok(Some(at(45))));
    assert_eq!(store.due(at(99), 9).await, Ok(vec![(b, other.clone()), (a, late.clone())]));
    assert_eq!(store.all_due().await, Ok(vec![(a, stuck), (b, other), (a, late.clone())]));

    let put_off = Write::Move { story: a, due: due(2), at: at(90), chosen: Some(at(90)) };
    store.keep(batch(4, vec![put_off, Write::Unplan(b, due(3))])).await;
    let moved = Planned { at: at(90), chosen: Some(at(90)), ..soon };
    assert_eq!(store.all_due().await, Ok(vec![(a, late.clone()), (a, moved.clone())]));
    assert_eq!(store.dossier(a).await.expect("read").expect("there").due, [late, moved]);
}

pub async fn drafts_come_and_go(store: &Store) {
    let id = story(1);
    store.file(1, id, "One").await;
    let draft = |second, lang: &str, by: &str, text: Option<&str>| {
        let (by, text) = (by.to_owned(), text.map(str::to_owned));
        batch(second, vec![Write::Draft { story: id, lang: tag(lang), by, based_on: Some(1), text }])
    };
    for (second, lang, by, words) in
        [(2, "en", "ana", "A"), (3, "en", "bo", "B"), (4, "ur", "ana", "C"), (5, "en", "ana", "D")]
    {
        store.keep(draft(second, lang, by, Some(words))).await;
    }
    let kept = |second, lang: &str, by: &str, text: &str| Draft {
        lang: tag(lang),
        by: by.into(),
        based_on: Some(1),
        text: text.into(),
        at: at(second),
    };
    assert_eq!(store.draft(id, &tag("en"), "ana").await, Ok(Some(kept(5, "en", "ana", "D"))));
    let all = vec![kept(5, "en", "ana", "D"), kept(3, "en", "bo", "B"), kept(4, "ur", "ana", "C")];
    assert_eq!(store.drafts(id).await, Ok(all));
    store.keep(draft(6, "en", "ana", None)).await;
    assert_eq!(store.draft(id, &tag("en"), "ana").await, Ok(None));
    store.keep(batch(7, vec![Write::EndDrafts(id)])).await;
    assert_eq!(store.drafts(id).await, Ok(Vec::new()));
}

fn account(n: u8, name: &str) -> Account {
    let right = Right { role: Role::Chief, lang: Some(tag("ur")), desk: Some("main".into()) };
    let (id, password) = (AccountId::from_bytes([n; 16]), "$argon2id$...".into());
    Account { id, name: name.into(), password, rights: Rights(vec![right]), lang: Some(tag("ur")), closed: false }
}

pub async fn accounts_have_one_name_each(store: &Store) {
    let (ana, bo) = (account(1, "ana"), account(2, "bo"));
    store.keep(batch(1, vec![Write::Account(bo.clone())]).must(Must::NoAccount)).await;
    let late = batch(1, vec![Write::Account(ana.clone())]);
    assert!(matches!(store.refuse(late.clone().must(Must::NoAccount)).await, Error::Refused(_)));
    store.keep(late).await;
    assert_eq!(store.accounts().await, Ok(vec![ana.clone(), bo.clone()]));
    assert_eq!(store.account(ana.id).await, Ok(Some(ana.clone())));
    assert_eq!(store.account_named("bo").await, Ok(Some(bo.clone())));
    assert_eq!(store.account_named("Bo").await, Ok(None));

    let taken = Account { name: "ana".into(), ..bo.clone() };
    assert!(matches!(store.refuse(batch(2, vec![Write::Account(taken)])).await, Error::Refused(_)));
    let renamed = Account { name: "bea".into(), lang: None, closed: true, rights: Rights::default(), ..bo };
    store.keep(batch(2, vec![Write::Account(renamed.clone())])).await;
    assert_eq!(store.accounts().await, Ok(vec![ana, renamed]));
}

pub async fn sessions_end(store: &Store) {
    let (ana, bo) = (account(1, "ana"), account(2, "bo"));
    let session = |token: u8, account: &Account, began, ends| Session {
        token: Hash([token; 32]),
        account: account.id,
        began: at(began),
        ends: at(ends),
        device: "a browser".into(),
    };
    let (old, short, long, other) =
        (session(1, &ana, 1, 5), session(2, &ana, 2, 100), session(3, &ana, 3, 900), session(4, &bo, 3, 900));
    let begin = |s: &Session| Write::Session(s.clone());
    let orphan = batch(1, vec![begin(&other)]);
    assert!(matches!(store.refuse(orphan).await, Error::Refused(_)));
    let people = [ana.clone(), bo.clone()].map(Write::Account);
    store.keep(batch(1, people.into_iter().chain([&old, &short, &long, &other].map(begin)).collect())).await;
    assert_eq!(store.session(old.token).await, Ok(Some((old.clone(), ana.clone()))));
    assert_eq!(store.sessions(ana.id).await, Ok(vec![long.clone(), short.clone(), old.clone()]));

    store.keep(batch(6, vec![Write::EndSession(short.token)])).await;
    assert_eq!(store.session(short.token).await, Ok(None));
    // Whoever signs in sweeps out what has run out.
    store.keep(batch(7, vec![begin(&session(5, &bo, 7, 900))])).await;
    assert_eq!(store.session(old.token).await, Ok(None));
    store.keep(batch(8, vec![Write::EndSessions(bo.id)])).await;
    assert_eq!(store.session(other.token).await, Ok(None));
    assert_eq!(store.session(long.token).await, Ok(Some((long, ana))));
}

pub async fn settings_are_set_and_unset(store: &Store) {
    let set = |value: Option<&str>| vec![Write::Set("colour".into(), value.map(str::to_owned))];
    let must = |value: Option<&str>| Must::Setting("colour".into(), value.map(str::to_owned));
    store.keep(batch(1, set(Some("red"))).must(must(None))).await;
    assert_eq!(store.setting("colour").await, Ok(Some("red".into())));
    assert!(matches!(store.refuse(batch(2, set(None)).must(must(None))).await, Error::Refused(_)));
    store.keep(batch(2, set(Some("blue"))).must(must(Some("red")))).await;
    store.keep(batch(3, set(None)).must(must(Some("blue")))).await;
    assert_eq!(store.setting("colour").await, Ok(None));
}
