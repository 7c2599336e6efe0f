//! What the checks found, on the desk: listed in the reader's language, dismissed, and holding a release back.

use super::{COPY, Office, Options, tag};
use checks::{Finding, HouseStyle, Level, Rule};
use newsroom::Clock;
use story::{Role, StoryId};

/// A desk of a house that avoids a word of the copy.
fn office() -> Office {
    let file = "[[avoid]]\nword = \"gulls\"\nuse = \"birds\"\nlevel = \"warn\"\nwhy = \"they mind\"\n";
    let style = HouseStyle::read(&[("style/en.toml".into(), file.into())]).expect("a house style");
    Office::with_style(Options::default(), style)
}

/// Raises what was found to a level that holds a release back.
async fn raise(office: &Office, story: StoryId) {
    let store = office.room.store();
    let kept = store.checked(story, &tag("en"), 1).await.expect("the store").expect("looked at");
    let mut findings: Vec<Finding> = serde_json::from_slice(&kept.found.expect("kept")).expect("findings");
    findings.iter_mut().filter(|f| f.rule == Rule::Style).for_each(|f| f.level = Level::Stop);
    let found = Some(serde_json::to_vec(&findings).expect("JSON"));
    let checked = store::Checked { version: checks::VERSION, found };
    let write = store::Write::Checked { story, lang: tag("en"), revision: 1, checked };
    let (at, act) = (office.clock.now(), newsroom::chance::batch(office.clock.now()));
    store.commit(store::Batch { request: None, at, act, must: Vec::new(), writes: vec![write] }).await.expect("kept");
}

#[tokio::test]
async fn what_was_found_is_listed_with_its_words_and_its_paragraph() {
    let office = office();
    let id = office.file("en", COPY, "clock").await;
    let mut reporter = office.seat("reporter", &[Role::Reporter], "fr").await;
    let page = reporter.get(&format!("/desk/story/{id}")).await;
    assert!(page.has("Résultat des vérifications") && page.has("<mark>gulls</mark>") && page.has("they mind"));
    assert!(page.has(&format!("/desk/story/{id}#en-1")) && page.has("id=\"en-1\""));
    assert!(page.has("<span aria-hidden=\"true\">▲</span>"), "colour is never the only sign");
    assert!(page.offers(&format!("/desk/story/{id}/dismiss")));
    let page = reporter.get(&format!("/desk/story/{id}/en/revise")).await;
    assert!(page.has("<mark>gulls</mark>"), "it stands beside the box");
}

/// The copy with a byline, so that nothing but its words is found.
fn signed() -> String {
    COPY.replacen("\n\n", "\n\nBy Ana Kite\n\n", 1)
}

#[tokio::test]
async fn a_finding_is_dismissed_with_a_reason_and_counts_again() {
    let office = office();
    let id = office.file("en", &signed(), "clock").await;
    let mut editor = office.seat("editor", &[Role::Editor], "en").await;
    let (story, way) = (format!("/desk/story/{id}"), format!("/desk/story/{id}/dismiss"));
    let page = editor.get(&story).await;
    let empty = editor.submit(&page, &way, &[("reason", " ")]).await;
    assert_eq!(empty.status, 400, "it says why");
    let done = editor.submit(&page, &way, &[("reason", "they do not mind")]).await;
    let page = editor.follow(&done).await;
    assert!(page.has("The finding was dismissed.") && page.has("Dismissed by editor") && page.has("they do not mind"));
    assert!(!page.offers(&way));
    let history = editor.get(&format!("{story}/en/history")).await;
    assert!(history.has("they do not mind") && history.has("House style"));
    let done = editor.submit(&page, &format!("{story}/undismiss"), &[]).await;
    let page = editor.follow(&done).await;
    assert!(page.has("The finding counts again.") && page.offers(&way));
}

#[tokio::test]
async fn what_holds_a_release_back_is_counted_in_every_language_of_the_desk() {
    let office = office();
    let id = office.file("en", COPY, "clock").await;
    raise(&office, id).await;
    let (story, way) = (format!("/desk/story/{id}"), format!("/desk/story/{id}/release"));
    for (lang, says) in [
        ("en", "English: 1 finding holds it back."),
        ("ur", "نشان دہی اسے روک رہی ہے۔"),
        ("ar", "ملاحظة واحدة تمنع النشر"),
        ("zh", "处问题阻止发布"),
        ("es", "aviso impide publicar"),
        ("fr", "alerte empêche la publication"),
        ("ru", "замечание не даёт выпустить"),
    ] {
        let mut chief = office.seat(&format!("chief-{lang}"), &[Role::Chief], lang).await;
        let page = chief.get(&story).await;
        let held = chief.submit(&page, &way, &[("edition", "en:1")]).await;
        assert_eq!(held.status, 409, "{lang}");
        assert!(held.has(says), "{lang}: {}", held.body);
    }
    let mut chief = office.seat("chief", &[Role::Chief], "en").await;
    let page = chief.get(&story).await;
    let done = chief.submit(&page, &way, &[("edition", "en:1"), ("despite", "the birds agreed")]).await;
    assert!(chief.follow(&done).await.has("English"), "{}", done.body);
    assert_eq!(office.room.store().position().n, 1);
    let history = chief.get(&format!("{story}/en/history")).await;
    assert!(history.has("the birds agreed"));
}
