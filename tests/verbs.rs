//! What each verb does, as the design says it.

use crate::support::{Agency, tag, text};
use newsroom::{
    Ask, By, Cancel, Copy, Embargo, Error, Hold, Kill, Move, Pin, Release, Revise, Schedule, Takedown, Unhold,
};
use story::{Kind, RequestId, Standing, StoryId};

async fn three_languages(agency: &Agency) -> StoryId {
    let story = agency.file("ur", text("گھڑی چل پڑی", &["گھڑی نے نو بجائے۔", "لوگ خوش ہوئے۔"])).await;
    agency.translate(story, "en", "ur", text("The clock runs", &["The clock struck nine.", "People were glad."])).await;
    agency.translate(story, "ar", "en", text("الساعة تعمل", &["دقت الساعة تسعا.", "فرح الناس."])).await;
    story
}

fn kinds(log: &[(Kind, story::Tag)], from: usize) -> Vec<String> {
    log[from..].iter().map(|(kind, lang)| format!("{kind} {lang}")).collect()
}

#[tokio::test]
async fn a_release_is_numbered_and_an_update_follows_it() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    let done = agency.release(story, &["ur", "en"]).await;
    assert_eq!(done.answer.released.iter().map(|r| r.n).collect::<Vec<_>>(), [1, 2]);
    agency.revise(story, "en", text("The clock runs again", &["The clock struck ten.", "People were glad."])).await;
    agency.release(story, &["en"]).await;
    assert_eq!(kinds(&agency.log().await, 0), ["first ur", "first en", "update en"]);
    let again = agency.releasing(story, &["en"]).await;
    assert!(matches!(agency.ask(again).await, Err(Error::CannotNow(_))), "nothing new to release");
}

#[tokio::test]
async fn a_stale_text_is_refused_with_both_texts_in_hand() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    agency.revise(story, "en", text("Theirs", &["One."])).await;
    let yours = text("Yours", &["Two."]);
    let copy = Copy::Text(Box::new(yours.clone()));
    let ask = Ask::Revise(Revise { story, lang: tag("en"), based_on: 1, copy, made_from: None });
    match agency.ask(ask).await {
        Err(Error::Stale(stale)) => {
            assert_eq!(stale.theirs.expect("their text").headline.plain(), "Theirs");
            assert_eq!(*stale.yours.expect("your text"), yours);
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_repeated_request_is_answered_as_the_first_time() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    let by = By::request(&agency.chief, RequestId::from_bytes([7; 16]));
    let ask = agency.releasing(story, &["en"]).await;
    let first = agency.room.ask(&by, &ask).await.expect("the first time");
    let again = agency.room.ask(&by, &ask).await.expect("the second time");
    assert!(!first.repeated && again.repeated);
    assert_eq!(first.answer, again.answer);
    assert_eq!(agency.log().await.len(), 1);
    let other = agency.releasing(story, &["ur"]).await;
    assert!(matches!(agency.room.ask(&by, &other).await, Err(Error::Store(store::Error::RequestReused))));
}

#[tokio::test]
async fn a_correction_reaches_every_edition_made_from_it_until_it_is_taken_over() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    agency.release(story, &["ur", "en", "ar"]).await;
    let correct = agency.correcting(story, "ur", text("گھڑی چل پڑی", &["گھڑی نے دس بجائے۔", "لوگ خوش ہوئے۔"])).await;
    agency.done(Ask::Correct(correct)).await;
    assert_eq!(kinds(&agency.log().await, 3), ["correction ur", "notice ar", "notice en"]);

    let shown = agency.room.show(&agency.chief, story).await.expect("the story");
    let of = |lang: &str| shown.editions.iter().find(|e| e.lang == tag(lang)).expect("an edition");
    assert!(of("en").notices.iter().any(|n| n.until.is_some() && !n.says.is_empty()));
    assert_eq!(of("ar").notices.len(), 1, "made from the corrected one by way of another");
    let behind = of("en").behind.as_ref().expect("behind");
    assert_eq!(behind.parts.len(), 1, "one paragraph has changed: {:?}", behind.parts);
    assert!(behind.parts[0].2.contains("دس"));

    // English takes the correction over; Arabic was made from English and still waits.
    let from = Some(story::Origin { lang: tag("ur"), revision: 2 });
    let copy = Copy::Text(Box::new(text("The clock runs", &["The clock struck ten.", "People were glad."])));
    agency.done(Ask::Revise(Revise { story, lang: tag("en"), based_on: 1, copy, made_from: from })).await;
    agency.release(story, &["en"]).await;
    let dossier = agency.room.store().dossier(story).await.expect("the store").expect("the story");
    assert!(dossier.standing_notices(&tag("en")).is_empty());
    assert_eq!(dossier.standing_notices(&tag("ar")).len(), 1);
}

#[tokio::test]
async fn a_correction_can_say_why_it_does_not_concern_the_others() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    agency.release(story, &["ur", "en"]).await;
    let mut correct = agency.correcting(story, "ur", text("گھڑی", &["گھڑی نے نو بجائے۔"])).await;
    correct.unconcerned = Some("a slip of the keyboard in Urdu alone".into());
    agency.done(Ask::Correct(correct)).await;
    assert_eq!(kinds(&agency.log().await, 2), ["correction ur"]);
}

#[tokio::test]
async fn a_correction_says_what_was_wrong() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    agency.release(story, &["en"]).await;
    let mut empty = agency.correcting(story, "en", text("The clock", &["Ten."])).await;
    empty.was = "".into();
    assert!(matches!(agency.ask(Ask::Correct(empty)).await, Err(Error::Invalid(_))));
    let same =
        agency.correcting(story, "en", text("The clock runs", &["The clock struck nine.", "People were glad."])).await;
    assert!(matches!(agency.ask(Ask::Correct(same)).await, Err(Error::Invalid(_))));
    let unreleased = agency.correcting(story, "ar", text("الساعة", &["عشرا."])).await;
    assert!(matches!(agency.ask(Ask::Correct(unreleased)).await, Err(Error::CannotNow(_))));
    assert_eq!(agency.newest(story, "en").await, 1, "a refused verb writes nothing");
}

#[tokio::test]
async fn hold_and_unhold_take_all_editions_at_once() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    agency.release(story, &["ur", "en"]).await;
    let done = agency.done(Ask::Hold(Hold { story, reason: "checking".into(), notice: Default::default() })).await;
    assert_eq!(done.answer.released.len(), 2);
    assert_eq!(agency.standing(story, "en").await, Standing::Held);
    let ask = agency.releasing(story, &["ar"]).await;
    assert!(matches!(agency.ask(ask).await, Err(Error::CannotNow(_))), "a held story goes out in no language");
    agency.done(Ask::Unhold(Unhold { story, reason: "checked".into(), notice: Default::default() })).await;
    assert_eq!(agency.standing(story, "ur").await, Standing::Public);
    let entries = agency.room.store().log(2, 10).await.expect("the log");
    assert_eq!(entries.iter().filter(|e| e.batch == entries[0].batch).count(), 2);
}

#[tokio::test]
async fn a_kill_takes_every_language_and_nothing_follows_it() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    agency.release(story, &["ur", "en"]).await;
    let at = agency.now().checked_add(jiff::SignedDuration::from_hours(1)).expect("a moment");
    let editions = vec![Pin { lang: tag("ar"), revision: 1 }];
    agency.done(Ask::Schedule(Schedule { story, editions, at, despite_findings: None })).await;
    let kill = |reason: &str| Ask::Kill(Kill { story, reason: reason.into(), notice: Default::default() });
    assert!(matches!(agency.ask(kill("")).await, Err(Error::Invalid(_))), "a kill says why");
    let done = agency.done(kill("it never happened")).await;
    assert_eq!(done.answer.released.len(), 2);
    assert_eq!(done.answer.cancelled.len(), 1, "what was planned is cancelled");
    agency.pass(7200).await;
    assert_eq!(agency.standing(story, "ar").await, Standing::Unreleased);
    for lang in ["ur", "en", "ar"] {
        let ask = agency.releasing(story, &[lang]).await;
        assert!(matches!(agency.ask(ask).await, Err(Error::CannotNow(_))), "{lang}");
    }
    let shown = agency.room.show(&agency.chief, story).await.expect("the story");
    let says: Vec<_> = shown.editions.iter().flat_map(|e| &e.notices).map(|n| n.says.to_string()).collect();
    assert_eq!(says.len(), 2);
    assert_ne!(says[0], says[1], "each in its own language");
    assert!(!says.iter().any(|s| s.contains("never happened")), "the inside reason stays inside");
}

#[tokio::test]
async fn a_takedown_seals_every_text_and_keeps_the_record() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    agency.release(story, &["ur", "en"]).await;
    let down = Takedown { story, reason: "a court order".into(), notice: Default::default() };
    agency.done(Ask::Takedown(down)).await;
    let shown = agency.room.show(&agency.chief, story).await.expect("the story");
    assert!(shown.editions.iter().all(|e| e.text.is_none()));
    assert_eq!(shown.dossier.editions[&tag("en")].releases.len(), 2);
    assert_eq!(shown.dossier.editions[&tag("en")].releases[1].reason.as_deref(), Some("a court order"));
    assert!(agency.room.store().verify(|_| {}).await.expect("verify").is_empty());
    // Gone from the disk too, not only from sight.
    let folder = agency.close().await;
    for file in ["agency.db", "agency.db-wal"] {
        let bytes = std::fs::read(folder.path().join(file)).unwrap_or_default();
        let found = bytes.windows(b"struck nine".len()).any(|w| w == b"struck nine");
        assert!(!found, "{file} still holds the text");
    }
}

#[tokio::test]
async fn an_embargo_holds_every_edition_and_ends_by_itself() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    let until = agency.now().checked_add(jiff::SignedDuration::from_mins(10)).expect("a moment");
    agency.done(Ask::Embargo(Embargo { story, until: Some(until) })).await;
    let done = agency.release(story, &["ur", "en"]).await;
    assert!(done.answer.released.is_empty());
    assert_eq!(done.answer.planned.len(), 2);
    agency.pass(599).await;
    assert!(agency.log().await.is_empty());
    agency.pass(1).await;
    // Both were signed off in the same millisecond: which goes first is drawn.
    let mut out = kinds(&agency.log().await, 0);
    out.sort();
    assert_eq!(out, ["first en", "first ur"]);
    let late = agency.ask(Ask::Embargo(Embargo { story, until: None })).await;
    assert!(matches!(late, Err(Error::CannotNow(_))));
}

#[tokio::test]
async fn an_embargo_can_be_moved_and_lifted() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    let at = |minutes| agency.now().checked_add(jiff::SignedDuration::from_mins(minutes)).expect("a moment");
    let (ten, hour) = (at(10), at(60));
    agency.done(Ask::Embargo(Embargo { story, until: Some(ten) })).await;
    agency.release(story, &["en"]).await;
    agency.done(Ask::Embargo(Embargo { story, until: Some(hour) })).await;
    agency.pass(30 * 60).await;
    assert!(agency.log().await.is_empty(), "it was moved");
    agency.done(Ask::Embargo(Embargo { story, until: None })).await;
    assert_eq!(kinds(&agency.log().await, 0), ["first en"]);
}

#[tokio::test]
async fn a_plan_fires_late_rather_than_never_and_can_be_moved_and_cancelled() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    let at = agency.now().checked_add(jiff::SignedDuration::from_mins(5)).expect("a moment");
    let plan = |lang: &str| {
        Ask::Schedule(Schedule {
            story,
            editions: vec![Pin { lang: tag(lang), revision: 1 }],
            at,
            despite_findings: None,
        })
    };
    let urdu = agency.done(plan("ur")).await.answer.planned[0].id;
    let english = agency.done(plan("en")).await.answer.planned[0].id;
    agency.done(plan("ar")).await;
    agency.done(Ask::Cancel(Cancel { story, due: urdu })).await;
    let later = at.checked_add(jiff::SignedDuration::from_hours(10)).expect("a moment");
    agency.done(Ask::Move(Move { story, due: english, at: later })).await;
    // The program was down for two hours.
    agency.pass(2 * 3600).await;
    assert_eq!(kinds(&agency.log().await, 0), ["first ar"]);
    agency.pass(10 * 3600).await;
    assert_eq!(kinds(&agency.log().await, 1), ["first en"]);
    assert!(matches!(agency.ask(plan("ur")).await, Err(Error::Invalid(_))), "that time has passed");
}

#[tokio::test]
async fn a_plan_that_cannot_go_out_waits_for_a_person_and_says_why() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    agency.release(story, &["ur"]).await;
    let at = agency.now().checked_add(jiff::SignedDuration::from_mins(5)).expect("a moment");
    let editions = vec![Pin { lang: tag("en"), revision: 1 }];
    agency.done(Ask::Schedule(Schedule { story, editions, at, despite_findings: None })).await;
    agency.done(Ask::Hold(Hold { story, reason: "checking".into(), notice: Default::default() })).await;
    agency.pass(3600).await;
    assert_eq!(agency.standing(story, "en").await, Standing::Unreleased);
    let waiting = agency.room.waiting(&agency.chief).await.expect("what waits");
    assert!(waiting[0].1.stuck.as_ref().is_some_and(|why| why.contains("held")), "{waiting:?}");
}

#[tokio::test]
async fn log_time_never_runs_back() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    agency.release(story, &["ur"]).await;
    agency.clock.pass(-86_400);
    agency.release(story, &["en"]).await;
    let entries = agency.room.store().log(0, 10).await.expect("the log");
    assert_eq!(entries[0].at, entries[1].at);
    agency.log().await;
}

#[tokio::test]
async fn a_hold_signs_off_nothing_that_the_desk_has_saved_since() {
    let agency = Agency::new();
    let story = three_languages(&agency).await;
    agency.release(story, &["en"]).await;
    let data = story::Data { slug: "inside".into(), ..Default::default() };
    agency.done(Ask::ReviseData(newsroom::ReviseData { story, based_on: 1, data })).await;
    agency.done(Ask::Hold(Hold { story, reason: "checking".into(), notice: Default::default() })).await;
    let dossier = agency.room.store().dossier(story).await.expect("the store").expect("the story");
    let releases = &dossier.editions[&tag("en")].releases;
    assert_eq!(releases.iter().map(|r| r.data).collect::<Vec<_>>(), [1, 1]);
}

#[tokio::test]
async fn what_has_no_headline_or_body_is_not_released() {
    let agency = Agency::new();
    let story = agency.file("en", text("Only a headline", &[])).await;
    let ask = agency.releasing(story, &["en"]).await;
    assert!(matches!(agency.ask(ask).await, Err(Error::CannotNow(_))));
    let none = Ask::Release(Release { story, editions: Vec::new(), despite_findings: None });
    assert!(matches!(agency.ask(none).await, Err(Error::Invalid(_))));
    let missing =
        Ask::Release(Release { story, editions: vec![Pin { lang: tag("en"), revision: 9 }], despite_findings: None });
    assert!(matches!(agency.ask(missing).await, Err(Error::Missing("revision"))));
}

#[tokio::test]
async fn many_at_once_lose_nothing() {
    let agency = std::sync::Arc::new(Agency::new());
    let story = agency.file("en", text("Start", &["First."])).await;
    let mut tasks = Vec::new();
    for n in 0..24 {
        let agency = agency.clone();
        tasks.push(tokio::spawn(async move {
            let lang = ["fr", "es", "ru", "zh", "ar", "ur"][n % 6];
            if n < 6 {
                agency.translate(story, lang, "en", text(&format!("T{n}"), &["P."])).await;
            } else {
                agency.file("en", text(&format!("Story {n}"), &["P."])).await;
            }
        }));
    }
    for task in tasks {
        task.await.expect("a task");
    }
    let dossier = agency.room.store().dossier(story).await.expect("the store").expect("the story");
    assert_eq!(dossier.editions.len(), 7);
}
