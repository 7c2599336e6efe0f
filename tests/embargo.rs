//! What copy says of itself is heeded: an embargo in its words, a language that is not the one it was filed in; and what
//! goes out after a restore.

use crate::support::{Agency, tag, text};
use newsroom::{
    Ask, Became, Copy, Done, Embargo, Error, File, Hold, Kill, Pin, Release, Revise, Schedule, Translate, Unhold, Why,
    Wrong,
};
use story::{Data, Kind, Origin, Standing, StoryId};

const BODY: &str = "A clock strikes\n\nHAVENMOUTH, May 1 (TCN) - The clock on the town hall struck nine on Monday, the \
                    council said. It has stood above the harbour for ninety years and keeps good time, said the keeper, \
                    who winds it every morning before the boats go out.\n";

fn at(word: &str) -> jiff::Timestamp {
    word.parse().expect("a moment")
}

fn filing(copy: &str, lang: &str, embargo: Option<jiff::Timestamp>) -> Ask {
    let data = Data { embargo, ..Data::default() };
    Ask::File(File { copy: Copy::Bytes(copy.into()), lang: Some(tag(lang)), desk: None, data })
}

fn releasing(story: StoryId, despite: Option<&str>) -> Ask {
    let editions = vec![Pin { lang: tag("en"), revision: 1 }];
    Ask::Release(Release { story, editions, despite_findings: despite.map(Into::into) })
}

fn became(done: &Done) -> Option<Became> {
    done.answer.embargo.as_ref().map(|embargo| embargo.became)
}

async fn embargo_of(agency: &Agency, story: StoryId) -> Option<jiff::Timestamp> {
    agency.room.show(&agency.chief, story).await.expect("the story").data.embargo
}

fn is_held(asked: newsroom::Result<Done>) -> bool {
    matches!(asked, Err(Error::CannotNow(Why::Found(_))))
}

#[tokio::test]
async fn an_embargo_that_can_be_read_is_set_and_holds_the_release() {
    let agency = Agency::new();
    let until = at("2030-05-01T18:00:00Z");
    let copy = format!("EMBARGOED UNTIL 18:00 GMT, 1 May 2030\n\n{BODY}");
    let filed = agency.done(filing(&copy, "en", None)).await;
    let story = filed.answer.story;
    assert_eq!(became(&filed), Some(Became::Set(until)));
    assert_eq!(filed.answer.embargo.as_ref().map(|e| e.words.to_string()).as_deref(), copy.lines().next());
    assert_eq!(embargo_of(&agency, story).await, Some(until));
    let released = agency.done(releasing(story, None)).await;
    assert!(released.answer.released.is_empty() && released.answer.planned.len() == 1, "{released:?}");
    agency.pass(8 * 3600).await;
    assert_eq!(agency.standing(story, "en").await, Standing::Unreleased);
    agency.pass(3600).await;
    assert_eq!(agency.standing(story, "en").await, Standing::Public);
}

#[tokio::test]
async fn a_reporter_need_not_be_allowed_to_set_the_embargo_that_the_copy_names() {
    let agency = Agency::new();
    let reporter = crate::support::person("rosa", story::Role::Reporter);
    let copy = format!("EMBARGOED UNTIL 18:00 GMT, 1 May 2030\n\n{BODY}");
    let done = agency.room.ask(&newsroom::By::once(&reporter), &filing(&copy, "en", None)).await.expect("filed");
    assert!(matches!(became(&done), Some(Became::Set(_))));
}

#[tokio::test]
async fn an_embargo_that_nobody_can_read_holds_a_release_until_somebody_decides() {
    let agency = Agency::new();
    let copy = format!("Not for publication before Monday\n\n{BODY}");
    let mut stories = Vec::new();
    for _ in 0..4 {
        let filed = agency.done(filing(&copy, "en", None)).await;
        assert_eq!(became(&filed), Some(Became::Unread));
        assert_eq!(filed.answer.revised[0].found.stop, 1, "{filed:?}");
        assert!(is_held(agency.ask(releasing(filed.answer.story, None)).await));
        let editions = vec![Pin { lang: tag("en"), revision: 1 }];
        let (story, at) = (filed.answer.story, at("2030-05-02T00:00:00Z"));
        assert!(is_held(agency.ask(Ask::Schedule(Schedule { story, editions, at, despite_findings: None })).await));
        stories.push(story);
    }
    // Lifted, set, or sent out for a reason.
    let lifted = agency.done(Ask::Embargo(Embargo { story: stories[0], until: None })).await;
    assert_eq!(lifted.answer.dismissed.len(), 1);
    assert_eq!(agency.done(releasing(stories[0], None)).await.answer.released.len(), 1);
    agency.done(Ask::Embargo(Embargo { story: stories[1], until: Some(at("2030-05-06T06:00:00Z")) })).await;
    assert_eq!(agency.done(releasing(stories[1], None)).await.answer.planned.len(), 1);
    assert_eq!(agency.done(releasing(stories[2], Some("it is Monday"))).await.answer.released.len(), 1);
    // What is checked again finds it again.
    let write = store::Write::Checked {
        story: stories[3],
        lang: tag("en"),
        revision: 1,
        checked: store::Checked { version: 0, found: Some(b"[]".to_vec()) },
    };
    let (now, act) = (agency.now(), newsroom::chance::batch(agency.now()));
    let batch = store::Batch { request: None, at: now, act, must: Vec::new(), writes: vec![write] };
    agency.room.store().commit(batch).await.expect("kept");
    assert!(is_held(agency.ask(releasing(stories[3], None)).await));
}

#[tokio::test]
async fn whoever_files_may_name_another_embargo_but_none_that_has_passed() {
    let agency = Agency::new();
    let (before, later) = (at("2030-05-01T08:00:00Z"), at("2030-05-03T00:00:00Z"));
    let fault = agency.ask(filing(BODY, "en", Some(before))).await.expect_err("it has passed");
    assert!(matches!(fault, Error::Invalid(Wrong::EmbargoPassed)), "{fault:?}");
    let copy = format!("Not for publication before Monday\n\n{BODY}");
    let filed = agency.done(filing(&copy, "en", Some(later))).await;
    assert_eq!(became(&filed), Some(Became::Stands(later)));
    assert_eq!(filed.answer.revised[0].found.stop, 0);
    // Copy that came when its embargo had ended goes out as any other.
    let copy = format!("EMBARGOED UNTIL 18:00 GMT, 30 April 2030\n\n{BODY}");
    let filed = agency.done(filing(&copy, "en", None)).await;
    assert_eq!(became(&filed), Some(Became::Passed(at("2030-04-30T18:00:00Z"))));
    assert_eq!(agency.done(releasing(filed.answer.story, None)).await.answer.released.len(), 1);
}

#[tokio::test]
async fn a_revision_or_a_translation_may_bring_the_embargo() {
    let agency = Agency::new();
    let until = at("2030-05-01T18:00:00Z");
    let line = "EMBARGOED UNTIL 18:00 GMT, 1 May 2030";
    let story = agency.file("en", text("A clock strikes", &["It struck nine."])).await;
    let editions = vec![Pin { lang: tag("en"), revision: 1 }];
    let (soon, copy) = (at("2030-05-01T10:00:00Z"), Copy::Bytes(format!("{line}\n\n{BODY}").into_bytes()));
    agency.done(Ask::Schedule(Schedule { story, editions, at: soon, despite_findings: None })).await;
    let revise = Revise { story, lang: tag("en"), based_on: 1, copy: copy.clone(), made_from: None };
    let revised = agency.done(Ask::Revise(revise)).await;
    assert_eq!(became(&revised), Some(Became::Set(until)));
    agency.pass(2 * 3600).await;
    assert_eq!(agency.standing(story, "en").await, Standing::Unreleased, "what waited waits for its end");

    let story = agency.file("en", text("A clock strikes", &["It struck nine."])).await;
    let french = format!("{line}\n\nUne horloge sonne\n\nL’horloge de la mairie a sonné neuf coups lundi.\n");
    let made_from = Origin { lang: tag("en"), revision: 1 };
    let translate = Translate { story, lang: tag("fr"), made_from, copy: Copy::Bytes(french.into_bytes()) };
    let translated = agency.done(Ask::Translate(translate)).await;
    assert_eq!(became(&translated), Some(Became::Set(until)));
    assert_eq!(embargo_of(&agency, story).await, Some(until));

    // A text that came as a tree, as the box for HTML sends it: the line is for the desk and not for readers.
    let tree = text("A clock strikes", &[line, "It struck nine."]);
    let copy_of_tree = Copy::Text(Box::new(tree));
    let file = File { copy: copy_of_tree, lang: Some(tag("en")), desk: None, data: Data::default() };
    let filed = agency.done(Ask::File(file)).await;
    assert_eq!(became(&filed), Some(Became::Set(until)));
    let actor = &agency.chief;
    let item = agency.room.item(actor, filed.answer.story, &tag("en"), None).await.expect("an item");
    assert_eq!(item.text.body.len(), 1, "{:?}", item.text);

    // Too late for a story that is public: the new text is held back.
    let story = agency.file("en", text("A clock strikes", &["It struck nine."])).await;
    agency.release(story, &["en"]).await;
    let revise = Revise { story, lang: tag("en"), based_on: 1, copy, made_from: None };
    assert_eq!(became(&agency.done(Ask::Revise(revise)).await), Some(Became::Late));
    assert!(is_held(agency.ask(agency.releasing(story, &["en"]).await).await));
}

#[tokio::test]
async fn copy_in_another_language_than_it_was_filed_in_is_told_and_found() {
    let agency = Agency::new();
    let filed = agency.done(filing(BODY, "ur", None)).await;
    let notes = serde_json::to_string(&filed.answer.revised[0].notes).expect("JSON");
    assert!(notes.contains("note_other_language"), "{notes}");
    let shown = agency.room.show(&agency.chief, filed.answer.story).await.expect("the story");
    let found = shown.editions[0].findings.iter().find(|found| found.finding.kind == "language").expect("a finding");
    assert_eq!(found.finding.level, checks::Level::Warn);
    let filed = agency.done(filing(BODY, "en", None)).await;
    let shown = agency.room.show(&agency.chief, filed.answer.story).await.expect("the story");
    assert!(shown.editions[0].findings.iter().all(|found| found.finding.kind != "language"));
}

#[tokio::test]
async fn an_edition_is_behind_a_text_and_not_a_number() {
    let agency = Agency::with_site(lang::Languages::built_in()).await;
    let story = agency.file("ur", text("گھڑی بج گئی", &["گھڑی نے پیر کو نو بجائے۔", "کوئی زخمی نہیں ہوا۔"])).await;
    agency.translate(story, "ar", "ur", text("دقت الساعة", &["دقت الساعة تسع دقات.", "لم يصب أحد."])).await;
    agency.release(story, &["ur", "ar"]).await;
    let behind = async |agency: &Agency| {
        let shown = agency.room.show(&agency.chief, story).await.expect("the story");
        shown.editions.into_iter().find(|e| e.lang == tag("ar")).expect("the edition").behind.map(|b| b.parts.len())
    };
    // The same text, saved as made from something else: another revision that says nothing else.
    let same = Copy::Text(Box::new(text("گھڑی بج گئی", &["گھڑی نے پیر کو نو بجائے۔", "کوئی زخمی نہیں ہوا۔"])));
    let made_from = Some(Origin { lang: tag("ar"), revision: 1 });
    agency.done(Ask::Revise(Revise { story, lang: tag("ur"), based_on: 1, copy: same, made_from })).await;
    assert_eq!(agency.newest(story, "ur").await, 2);
    assert_eq!(behind(&agency).await, None);
    agency.release(story, &["ur"]).await;
    let says = "تغيّر الأصل";
    let page = agency.page(story, "ar").await.body;
    assert!(page.contains("دقت الساعة") && !page.contains(says), "{page}");
    agency.revise(story, "ur", text("گھڑی بج گئی", &["گھڑی نے پیر کو دس بجائے۔", "کوئی زخمی نہیں ہوا۔"])).await;
    assert_eq!(behind(&agency).await, Some(1));
    agency.release(story, &["ur"]).await;
    let page = agency.page(story, "ar").await.body;
    assert!(page.contains(says), "{page}");
}

#[tokio::test]
async fn after_a_restore_nothing_new_goes_out_and_what_protects_does() {
    let agency = Agency::new();
    let public = agency.file("en", text("A clock strikes", &["It struck nine."])).await;
    let gone = agency.file("en", text("A bell rings", &["It rang twice."])).await;
    agency.release(public, &["en"]).await;
    agency.release(gone, &["en"]).await;
    let fresh = agency.file("en", text("A gull lands", &["It landed on the tower."])).await;
    let write = store::Write::Set(store::kept::PAUSED.into(), Some("restored".into()));
    let (now, act) = (agency.now(), newsroom::chance::batch(agency.now()));
    let batch = store::Batch { request: None, at: now, act, must: Vec::new(), writes: vec![write] };
    agency.room.store().commit(batch).await.expect("kept");

    let paused = |asked: newsroom::Result<Done>| matches!(asked, Err(Error::CannotNow(Why::Paused)));
    assert!(paused(agency.ask(agency.releasing(fresh, &["en"]).await).await));
    let correct = agency.correcting(public, "en", text("A clock strikes", &["It struck ten."])).await;
    assert!(paused(agency.ask(Ask::Correct(correct.clone())).await));
    let (reason, notice) = (|| "checking".into(), std::collections::BTreeMap::new);
    agency.done(Ask::Hold(Hold { story: public, reason: reason(), notice: notice() })).await;
    let unhold = Ask::Unhold(Unhold { story: public, reason: reason(), notice: notice() });
    assert!(paused(agency.ask(unhold.clone()).await));
    agency.done(Ask::Kill(Kill { story: gone, reason: reason(), notice: notice() })).await;
    let kinds: Vec<Kind> = agency.log().await.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::First, Kind::First, Kind::Hold, Kind::Kill]);

    agency.room.confirm(&newsroom::Actor::of_the_machine("keeper")).await.expect("confirmed");
    agency.done(unhold).await;
    agency.done(Ask::Correct(correct)).await;
    agency.release(fresh, &["en"]).await;
}

#[tokio::test]
async fn the_last_account_that_keeps_accounts_goes_on_doing_so() {
    let agency = Agency::new();
    let owner = crate::support::owner();
    let rights = |role| story::Rights(vec![story::Right { role, lang: None, desk: None }]);
    let make = async |name: &str, role| {
        let (name, password) = (name.to_owned(), "correct horse battery".to_owned());
        let new = newsroom::people::NewAccount { name, password, rights: rights(role), lang: None };
        agency.room.make_account(&owner, new).await.expect("an account")
    };
    use story::Role::{Administrator, Editor};
    let ana = make("ana", Administrator).await;
    let last = |asked: newsroom::Result<()>| matches!(asked, Err(Error::CannotNow(Why::LastAdministrator)));
    assert!(last(agency.room.set_rights(&owner, ana, rights(Editor)).await));
    assert!(last(agency.room.close_account(&owner, ana).await));
    let bob = make("bob", Administrator).await;
    agency.room.set_rights(&owner, ana, rights(Editor)).await.expect("there is another");
    assert!(last(agency.room.close_account(&owner, bob).await));
}
