//! Every verb with every role and with none.

use crate::support::{Agency, person, tag, text};
use newsroom::{
    Actor, Ask, By, Cancel, Copy, DiscardDraft, Dismiss, Embargo, Error, File, Hold, KeepDraft, Kill, Move, Pin,
    Release, Revise, ReviseData, Schedule, Takedown, Translate, Typed, Undismiss, Unhold,
};
use story::{Data, DueId, Origin, Rights, Role, StoryId, Verb};

/// One asking for each verb, on a story with a public English edition. Those that make no sense as the story stands
/// are refused for that only after rights were asked.
fn every_ask(agency: &Agency, story: StoryId) -> Vec<(Verb, Ask)> {
    let copy = || Copy::Text(Box::new(text("Another", &["Words."])));
    let reason = story::text::Line::new("because");
    let typed = || Typed::Copy("Half a sen".into());
    let en = || vec![Pin { lang: tag("en"), revision: 1 }];
    let at = agency.now().checked_add(jiff::SignedDuration::from_hours(1)).expect("a moment");
    let (notice, due) = (newsroom_wording(), DueId::from_bytes([1; 16]));
    let (made_from, key) = (Origin { lang: tag("en"), revision: 1 }, story::Hash::ZERO);
    let correct = newsroom::Correct {
        story,
        lang: tag("en"),
        based_on: 1,
        copy: Some(copy()),
        was: "a".into(),
        is: "b".into(),
        unconcerned: None,
        made_from: None,
        despite_findings: None,
    };
    vec![
        (Verb::File, Ask::File(File { copy: copy(), lang: Some(tag("en")), desk: None, data: Data::default() })),
        (Verb::Translate, Ask::Translate(Translate { story, lang: tag("fr"), made_from, copy: copy() })),
        (Verb::Revise, Ask::Revise(Revise { story, lang: tag("en"), based_on: 1, copy: copy(), made_from: None })),
        (Verb::Revise, Ask::ReviseData(ReviseData { story, based_on: 1, data: Data::default() })),
        (Verb::Release, Ask::Release(Release { story, editions: en(), despite_findings: None })),
        (Verb::Correct, Ask::Correct(correct)),
        (Verb::Hold, Ask::Hold(Hold { story, reason: reason.clone(), notice: notice.clone() })),
        (Verb::Unhold, Ask::Unhold(Unhold { story, reason: reason.clone(), notice: notice.clone() })),
        (Verb::Kill, Ask::Kill(Kill { story, reason: reason.clone(), notice: notice.clone() })),
        (Verb::Takedown, Ask::Takedown(Takedown { story, reason, notice })),
        (Verb::Schedule, Ask::Schedule(Schedule { story, editions: en(), at, despite_findings: None })),
        (Verb::Schedule, Ask::Move(Move { story, due, at })),
        (Verb::Schedule, Ask::Cancel(Cancel { story, due })),
        (Verb::Embargo, Ask::Embargo(Embargo { story, until: Some(at) })),
        (Verb::Dismiss, Ask::Dismiss(Dismiss { story, lang: tag("en"), key, reason: "no".into() })),
        (Verb::Dismiss, Ask::Undismiss(Undismiss { story, lang: tag("en"), key })),
        (Verb::Revise, Ask::KeepDraft(KeepDraft { story, lang: tag("en"), based_on: Some(1), typed: typed() })),
        (Verb::Translate, Ask::KeepDraft(KeepDraft { story, lang: tag("fr"), based_on: None, typed: typed() })),
        (Verb::Revise, Ask::DiscardDraft(DiscardDraft { story, lang: tag("en") })),
    ]
}

/// The place of a verb among all. A new one does not compile here until it has a place, and is missed below until
/// somebody asks for it.
fn place(ask: &Ask) -> usize {
    match ask {
        Ask::File(_) => 0,
        Ask::Translate(_) => 1,
        Ask::Revise(_) => 2,
        Ask::ReviseData(_) => 3,
        Ask::Release(_) => 4,
        Ask::Correct(_) => 5,
        Ask::Hold(_) => 6,
        Ask::Unhold(_) => 7,
        Ask::Kill(_) => 8,
        Ask::Takedown(_) => 9,
        Ask::Schedule(_) => 10,
        Ask::Move(_) => 11,
        Ask::Cancel(_) => 12,
        Ask::Embargo(_) => 13,
        Ask::Dismiss(_) => 14,
        Ask::Undismiss(_) => 15,
        Ask::KeepDraft(_) => 16,
        Ask::DiscardDraft(_) => 17,
    }
}

#[tokio::test]
async fn no_verb_is_left_out() {
    let asks = every_ask(&Agency::new(), StoryId::from_bytes([0; 16]));
    let places: std::collections::BTreeSet<usize> = asks.iter().map(|(_, ask)| place(ask)).collect();
    assert_eq!(places, (0..18).collect());
}

fn newsroom_wording() -> std::collections::BTreeMap<story::Tag, story::text::Line> {
    std::collections::BTreeMap::new()
}

#[tokio::test]
async fn every_verb_asks_who_may() {
    for &role in Role::ALL {
        let count = every_ask(&Agency::new(), StoryId::from_bytes([0; 16])).len();
        for i in 0..count {
            let agency = Agency::new();
            let story = agency.file("en", text("A story", &["Words."])).await;
            agency.release(story, &["en"]).await;
            let (verb, ask) = every_ask(&agency, story).swap_remove(i);
            let asked = agency.room.ask(&By::once(&person("somebody", role)), &ask).await;
            let denied = matches!(asked, Err(Error::Denied { .. }));
            assert_eq!(denied, !role.verbs().contains(&verb), "{role} asks {ask:?}: {asked:?}");
        }
    }
}

#[tokio::test]
async fn without_rights_there_is_no_story() {
    let agency = Agency::new();
    let story = agency.file("en", text("A story", &["Words."])).await;
    agency.release(story, &["en"]).await;
    let before = agency.room.store().position();
    let nobody = Actor { name: "nobody".into(), account: None, rights: Rights::default(), lang: None };
    for (verb, ask) in every_ask(&agency, story) {
        let asked = agency.room.ask(&By::once(&nobody), &ask).await;
        let refused = match verb {
            Verb::File => matches!(asked, Err(Error::Denied { .. })),
            _ => matches!(asked, Err(Error::Missing("story"))),
        };
        assert!(refused, "{ask:?}: {asked:?}");
    }
    assert!(matches!(agency.room.show(&nobody, story).await, Err(Error::Missing("story"))));
    assert!(matches!(agency.room.history(&nobody, story, &tag("en")).await, Err(Error::Missing("story"))));
    assert!(matches!(agency.room.draft(&nobody, story, &tag("en")).await, Err(Error::Missing("story"))));
    assert!(agency.room.list(&nobody, None, None, 10).await.expect("a list").is_empty());
    assert!(agency.room.named(&nobody, &story.to_string()).await.is_err());
    assert!(matches!(agency.room.people(&nobody).await, Err(Error::Denied { .. })));
    assert!(matches!(agency.room.confirm(&nobody).await, Err(Error::Denied { .. })));
    assert_eq!(agency.room.store().position(), before);
}
