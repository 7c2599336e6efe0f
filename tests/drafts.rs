//! Drafts: what is typed is kept for its writer alone, until it becomes a revision or its story is taken down.

use crate::support::{Agency, person, tag, text};
use newsroom::{Actor, Ask, By, Copy, DiscardDraft, Draft, Error, KeepDraft, Revise, Takedown, Typed, Why};
use story::{Role, StoryId, Tag};

fn keep(story: StoryId, lang: &str, based_on: Option<u32>, words: &str) -> Ask {
    Ask::KeepDraft(KeepDraft { story, lang: tag(lang), based_on, typed: Typed::Copy(words.into()) })
}

fn revise(story: StoryId, based_on: u32, headline: &str) -> Ask {
    let copy = Copy::Text(Box::new(text(headline, &["Words."])));
    Ask::Revise(Revise { story, lang: tag("en"), based_on, copy, made_from: None })
}

async fn ask(agency: &Agency, who: &Actor, ask: Ask) -> newsroom::Result<()> {
    agency.room.ask(&By::once(who), &ask).await.map(drop)
}

async fn draft(agency: &Agency, who: &Actor, story: StoryId, lang: &Tag) -> Option<Draft> {
    agency.room.draft(who, story, lang).await.expect("to be read")
}

#[tokio::test]
async fn a_draft_is_kept_for_its_writer_alone() {
    let agency = Agency::new();
    let story = agency.file("en", text("A story", &["Words."])).await;
    let (ana, bo, en) = (person("ana", Role::Reporter), person("bo", Role::Reporter), tag("en"));
    let before = agency.room.store().dossier(story).await.expect("the store").expect("the story");
    ask(&agency, &ana, keep(story, "en", Some(1), "Half a sen")).await.expect("to be kept");
    agency.clock.pass(60);
    ask(&agency, &ana, keep(story, "en", Some(1), "Half a sentence,\n and more")).await.expect("to be kept");
    let kept = draft(&agency, &ana, story, &en).await.expect("her draft");
    assert_eq!(kept.typed, Typed::Copy("Half a sentence,\n and more".into()), "as it was typed");
    assert_eq!((kept.based_on, kept.at), (Some(1), agency.now()));
    assert_eq!(draft(&agency, &bo, story, &en).await, None);
    let shown = agency.room.show(&ana, story).await.expect("the story");
    assert_eq!(shown.drafts, [kept]);
    assert!(agency.room.show(&bo, story).await.expect("the story").drafts.is_empty());
    assert_eq!(shown.dossier, before, "no revision, and no change that others would see");

    let folder = agency.close().await;
    let agency = Agency::at(folder.path().to_owned());
    assert!(draft(&agency, &ana, story, &en).await.is_some(), "it is there after a restart");
    let discard = || Ask::DiscardDraft(DiscardDraft { story, lang: tag("en") });
    ask(&agency, &bo, discard()).await.expect("nothing of his to throw away");
    assert!(draft(&agency, &ana, story, &en).await.is_some());
    ask(&agency, &ana, discard()).await.expect("to be thrown away");
    assert_eq!(draft(&agency, &ana, story, &en).await, None);
}

#[tokio::test]
async fn a_draft_is_done_with_once_it_is_saved_and_not_before() {
    let agency = Agency::new();
    let story = agency.file("en", text("A story", &["Words."])).await;
    let (ana, bo, en) = (person("ana", Role::Editor), person("bo", Role::Editor), tag("en"));
    for who in [&ana, &bo] {
        ask(&agency, who, keep(story, "en", Some(1), "Mine")).await.expect("to be kept");
    }
    ask(&agency, &bo, revise(story, 1, "His")).await.expect("to be saved");
    assert_eq!(draft(&agency, &bo, story, &en).await, None);
    let stale = ask(&agency, &ana, revise(story, 1, "Hers")).await;
    assert!(matches!(stale, Err(Error::Stale(_))));
    assert!(draft(&agency, &ana, story, &en).await.is_some(), "what was not saved is still kept");
    ask(&agency, &ana, revise(story, 2, "His")).await.expect("nothing new, but said");
    assert_eq!(draft(&agency, &ana, story, &en).await, None, "the text that she saved is there already");
}

#[tokio::test]
async fn a_draft_of_a_translation_waits_until_it_is_an_edition() {
    let agency = Agency::new();
    let story = agency.file("en", text("A story", &["Words."])).await;
    let chief = agency.chief.clone();
    let early = ask(&agency, &chief, keep(story, "fr", Some(1), "Un")).await;
    assert!(matches!(early, Err(Error::Missing(_))), "there is no such revision: {early:?}");
    ask(&agency, &chief, keep(story, "fr", None, "Un récit")).await.expect("to be kept");
    let reporter = person("reporter", Role::Reporter);
    let denied = ask(&agency, &reporter, keep(story, "fr", None, "Un")).await;
    assert!(matches!(denied, Err(Error::Denied { .. })), "reporters translate nothing: {denied:?}");
    assert!(draft(&agency, &chief, story, &tag("fr")).await.is_some());
    agency.translate(story, "fr", "en", text("Un récit", &["Des mots."])).await;
    assert_eq!(draft(&agency, &chief, story, &tag("fr")).await, None);
}

#[tokio::test]
async fn a_takedown_takes_every_draft_with_it() {
    let agency = Agency::new();
    let story = agency.file("en", text("A story", &["Words."])).await;
    agency.release(story, &["en"]).await;
    let ana = person("ana", Role::Reporter);
    ask(&agency, &ana, keep(story, "en", Some(1), "strictly unspeakable")).await.expect("to be kept");
    let down = Takedown { story, reason: "a court order".into(), notice: Default::default() };
    agency.done(Ask::Takedown(down)).await;
    assert_eq!(draft(&agency, &ana, story, &tag("en")).await, None);
    let again = ask(&agency, &ana, keep(story, "en", Some(1), "again")).await;
    assert!(matches!(again, Err(Error::CannotNow(Why::Withdrawn))), "{again:?}");
    let folder = agency.close().await;
    for file in ["agency.db", "agency.db-wal"] {
        let bytes = std::fs::read(folder.path().join(file)).unwrap_or_default();
        assert!(!bytes.windows(20).any(|w| w == b"strictly unspeakable"), "{file} still holds the draft");
    }
}

#[tokio::test]
async fn what_is_too_long_to_be_a_text_is_no_draft() {
    let agency = Agency::new();
    let story = agency.file("en", text("A story", &["Words."])).await;
    let words = "a".repeat(story::text::MOST_BYTES + 1);
    let kept = ask(&agency, &agency.chief, keep(story, "en", Some(1), &words)).await;
    assert!(matches!(kept, Err(Error::TooMuch(_))), "{kept:?}");
}
