//! What readers see, and what they do not.

use crate::support::{Agency, tag, text};
use jiff::SignedDuration;
use lang::Languages;
use newsroom::{Ask, Embargo, Hold, Kill, Takedown, Unhold};
use story::{Block, StoryId, text::Related};

const LANGS: [&str; 7] = ["en", "ur", "ar", "zh", "es", "fr", "ru"];

async fn agency() -> Agency {
    Agency::with_site(Languages::built_in()).await
}

async fn clock_story(agency: &Agency) -> StoryId {
    let story = agency.file("en", text("Clock strikes nine", &["The harbour clock struck nine."])).await;
    agency.translate(story, "ur", "en", text("گھڑی نے نو بجائے", &["بندرگاہ کی گھڑی نے نو بجائے۔"])).await;
    agency.translate(story, "fr", "en", text("L’horloge sonne neuf heures", &["L’horloge du port a sonné."])).await;
    story
}

/// Whether a page names another language's edition in its head.
fn alternate(page: &str, lang: &str) -> bool {
    let head = page.split("</head>").next().unwrap_or_default();
    head.contains("rel=\"alternate\"") && head.contains(&format!("hreflang=\"{lang}\""))
}

#[tokio::test]
async fn what_is_released_stands_on_the_site_when_the_verb_returns() {
    let agency = agency().await;
    let story = clock_story(&agency).await;
    assert_eq!(agency.page(story, "en").await.status, 404);
    agency.release(story, &["en", "ur"]).await;
    let english = agency.page(story, "en").await;
    assert_eq!(english.status, 200);
    assert!(english.body.contains("<html lang=\"en\""), "{}", &english.body[..200]);
    assert!(english.body.contains("harbour clock struck nine"));
    assert!(alternate(&english.body, "ur") && alternate(&english.body, "x-default"));
    assert!(!alternate(&english.body, "fr"), "French is not public");
    assert!(english.body.contains("application/ld+json") && english.body.contains("NewsArticle"));
    let urdu = agency.page(story, "ur").await;
    assert!(urdu.body.contains("dir=\"rtl\"") && alternate(&urdu.body, "en"));
    assert!(agency.get("/en/").await.body.contains("Clock strikes nine"));
    assert!(!agency.get("/fr/").await.body.contains("sonne neuf"));
    agency.release(story, &["fr"]).await;
    assert!(alternate(&agency.page(story, "en").await.body, "fr"), "reciprocal");
}

#[tokio::test]
async fn pages_are_strict_and_never_kept_without_asking() {
    let agency = agency().await;
    let story = clock_story(&agency).await;
    agency.release(story, &["en"]).await;
    let page = agency.page(story, "en").await;
    assert_eq!(page.headers["cache-control"], "no-cache");
    assert!(page.headers["content-security-policy"].contains("default-src 'none'"));
    assert!(page.headers["etag"].starts_with('"'), "a strong tag");
    assert!(!page.headers.contains_key("set-cookie"));
    assert!(!page.body.to_lowercase().contains("<script src") && !page.body.contains("onclick"));
}

#[tokio::test]
async fn a_correction_is_told_in_every_language_it_concerns() {
    let agency = agency().await;
    let story = clock_story(&agency).await;
    agency.release(story, &["en", "ur"]).await;
    let mut correct =
        agency.correcting(story, "en", text("Clock strikes ten", &["The harbour clock struck ten."])).await;
    (correct.was, correct.is) = ("it struck nine".into(), "it struck ten".into());
    agency.done(Ask::Correct(correct)).await;
    let english = agency.page(story, "en").await.body;
    assert!(english.contains("it struck nine") && english.contains("it struck ten"));
    let profile = Languages::built_in().profile(&tag("ur"));
    let date = profile.date(jiff::civil::date(2030, 5, 1));
    let urdu = agency.page(story, "ur").await.body;
    assert!(urdu.contains(&date) && urdu.contains("English"), "the notice names the original and the day");
    assert!(agency.get("/en/corrections").await.body.contains("it struck ten"));
    // Once the Urdu edition says what the corrected one says, its notice has ended.
    let from = Some(story::Origin { lang: tag("en"), revision: 2 });
    let copy = newsroom::Copy::Text(Box::new(text("گھڑی نے دس بجائے", &["بندرگاہ کی گھڑی نے دس بجائے۔"])));
    let revise = newsroom::Revise { story, lang: tag("ur"), based_on: 1, copy, made_from: from };
    agency.done(Ask::Revise(revise)).await;
    agency.release(story, &["ur"]).await;
    assert!(!agency.page(story, "ur").await.body.contains("English</bdi>؛"));
    let dossier = agency.room.store().dossier(story).await.expect("the store").expect("the story");
    assert!(dossier.standing_notices(&tag("ur")).is_empty());
}

#[tokio::test]
async fn a_killed_story_says_so_and_repeats_nothing() {
    let agency = agency().await;
    let story = clock_story(&agency).await;
    agency.release(story, &LANGS[..2]).await;
    let pointing = agency.file("en", pointing_at(story)).await;
    agency.release(pointing, &["en"]).await;
    assert!(agency.page(pointing, "en").await.body.contains("Clock strikes nine"));
    let address = agency.get(&format!("/en/{story}")).await.headers["location"].clone();
    agency.done(Ask::Kill(Kill { story, reason: "inside".into(), notice: Default::default() })).await;
    for lang in ["en", "ur"] {
        let page = agency.page(story, lang).await;
        assert_eq!(page.status, 410, "{lang}");
        let says = Languages::built_in().profile(&tag(lang)).say(lang::Word::NoticeKill).to_owned();
        assert!(page.body.contains(&says), "{lang}");
        for word in ["Clock", "strikes", "نو بجائے", "inside", "rel=\"alternate\" hreflang"] {
            assert!(!page.body.contains(word), "{lang}: {word}");
        }
    }
    let old = agency.get(address.strip_prefix("https://news.example").unwrap_or(&address)).await;
    assert_eq!(old.status, 410, "its old address says so too");
    for page in ["/en/", "/ur/", "/en/corrections"] {
        assert!(!agency.get(page).await.body.contains("Clock strikes"), "{page}");
    }
    assert!(!agency.page(pointing, "en").await.body.contains("Clock strikes"), "no line points at it");
}

fn pointing_at(target: StoryId) -> story::Text {
    let mut pointing = text("Another story", &["About something else."]);
    pointing.body.push(Block::Related(Related { title: "Clock strikes nine".into(), target: Some(target) }));
    pointing
}

#[tokio::test]
async fn a_held_story_is_out_of_sight_and_comes_back() {
    let agency = agency().await;
    let story = clock_story(&agency).await;
    agency.release(story, &["en", "ur"]).await;
    agency.done(Ask::Hold(Hold { story, reason: "checking".into(), notice: Default::default() })).await;
    let page = agency.page(story, "en").await;
    assert_eq!(page.status, 404);
    assert!(page.body.contains(Languages::built_in().profile(&tag("en")).say(lang::Word::NoticeHold)));
    assert!(!page.body.contains("Clock") && !page.body.contains("checking"));
    assert!(!agency.get("/en/").await.body.contains("Clock strikes"));
    agency.done(Ask::Unhold(Unhold { story, reason: "checked".into(), notice: Default::default() })).await;
    assert_eq!(agency.page(story, "en").await.status, 200);
    assert!(agency.get("/en/").await.body.contains("Clock strikes"));
}

#[tokio::test]
async fn nothing_tells_an_embargoed_story_from_one_that_does_not_exist() {
    let agency = agency().await;
    let story = clock_story(&agency).await;
    let pointing = agency.file("en", pointing_at(story)).await;
    agency.release(pointing, &["en"]).await;
    let nowhere = StoryId::from_parts(1_900_000_000_000, [9; 10]);
    let fronts_before = fronts(&agency).await;
    let pointing_before = agency.page(pointing, "en").await;
    let until = agency.now().checked_add(SignedDuration::from_mins(1)).expect("a moment");
    agency.done(Ask::Embargo(Embargo { story, until: Some(until) })).await;
    agency.release(story, &["en", "ur", "fr"]).await;
    for lang in LANGS {
        for tail in ["", "/clock-strikes-nine"] {
            let hidden = agency.get(&format!("/{lang}/{story}{tail}")).await;
            let unknown = agency.get(&format!("/{lang}/{nowhere}{tail}")).await;
            assert_eq!(hidden, unknown, "{lang}{tail}");
            assert_eq!(hidden.status, 404);
        }
    }
    assert_eq!(fronts(&agency).await, fronts_before, "no list, no count");
    assert_eq!(agency.page(pointing, "en").await, pointing_before, "no related line");
    agency.pass(60).await;
    assert_eq!(agency.page(story, "ur").await.status, 200, "by itself, when its time comes");
    assert!(agency.page(pointing, "en").await.body.contains("Clock strikes nine"));
}

async fn fronts(agency: &Agency) -> Vec<crate::support::Sent> {
    let mut out = Vec::new();
    for lang in LANGS {
        for page in ["", "corrections"] {
            out.push(agency.get(&format!("/{lang}/{page}")).await);
        }
    }
    out
}

#[tokio::test]
async fn an_address_never_dies() {
    let agency = agency().await;
    let story = clock_story(&agency).await;
    agency.release(story, &["en"]).await;
    let first = agency.get(&format!("/en/{story}")).await;
    assert!([301, 308].contains(&first.status));
    let old = first.headers["location"].clone();
    agency.revise(story, "en", text("Clock falls silent", &["The harbour clock fell silent."])).await;
    agency.release(story, &["en"]).await;
    let moved = agency.get(old.strip_prefix("https://news.example").unwrap_or(&old)).await;
    assert!([301, 308].contains(&moved.status));
    assert!(moved.headers["location"].contains("clock-falls-silent"));
    let nonsense = agency.get(&format!("/en/{story}/something-else")).await;
    assert_eq!(nonsense.headers["location"], moved.headers["location"]);
}

#[tokio::test]
async fn a_takedown_leaves_no_word_in_the_pages() {
    let agency = agency().await;
    let story = clock_story(&agency).await;
    agency.release(story, &["en", "ur"]).await;
    agency.done(Ask::Takedown(Takedown { story, reason: "inside".into(), notice: Default::default() })).await;
    assert_eq!(agency.page(story, "en").await.status, 410);
    let again = Agency::in_folder(agency.close().await, Languages::built_in()).await;
    assert_eq!(again.page(story, "en").await.status, 410);
    assert!(!again.get("/en/").await.body.contains("Clock"));
}

#[tokio::test]
async fn pages_made_again_from_the_log_are_the_same_pages() {
    let agency = agency().await;
    let mut stories = Vec::new();
    for n in 0..6 {
        let story = clock_story(&agency).await;
        agency.release(story, &LANGS[..=n % 2]).await;
        stories.push(story);
    }
    let correct = agency.correcting(stories[0], "en", text("Clock strikes ten", &["It struck ten."])).await;
    agency.done(Ask::Correct(correct)).await;
    agency.done(Ask::Kill(Kill { story: stories[1], reason: "no".into(), notice: Default::default() })).await;
    agency.done(Ask::Hold(Hold { story: stories[2], reason: "no".into(), notice: Default::default() })).await;
    let mut live = fronts(&agency).await;
    for story in &stories {
        live.push(agency.page(*story, "en").await);
        live.push(agency.page(*story, "ur").await);
    }
    let folder = agency.close().await;
    for file in ["pages.db", "pages.db-wal", "pages.db-shm"] {
        let _ = std::fs::remove_file(folder.path().join(file));
    }
    let again = Agency::in_folder(folder, Languages::built_in()).await;
    again.room.followers().reach(again.room.store().position().n).await;
    let mut remade = fronts(&again).await;
    for story in &stories {
        remade.push(again.page(*story, "en").await);
        remade.push(again.page(*story, "ur").await);
    }
    for (live, remade) in live.iter().zip(&remade) {
        assert_eq!(live, remade);
    }
}
