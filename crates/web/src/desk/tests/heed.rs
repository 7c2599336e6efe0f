//! What copy says of itself is said on the page after the form, and stands in the way of a release where it must.

use super::{COPY, Office, at};
use http::StatusCode;
use story::Role;

#[tokio::test]
async fn an_embargo_in_the_copy_is_set_and_said() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let page = chief.get("/desk/file").await;
    let copy = format!("EMBARGOED UNTIL 18:00 GMT, 2 March 2026\n\n{COPY}");
    let filed = chief.submit(&page, "/desk/file", &[("copy", &copy), ("lang", "en"), ("do", "file")]).await;
    let page = chief.follow(&filed).await;
    assert!(
        page.has("EMBARGOED UNTIL 18:00 GMT, 2 March 2026") && page.has("The story is under embargo until"),
        "{}",
        page.body
    );
    let way = filed.leads_to().split('?').next().expect("a way").to_owned();
    assert!(chief.get(&way).await.has("Embargoed until"));
    office.clock.set(at("2026-03-02T18:00:01Z"));
    let page = chief.get(&way).await;
    assert!(!page.has("Embargoed until"), "it has ended: {}", page.body);
}

#[tokio::test]
async fn an_embargo_that_nobody_can_read_is_said_and_lifted_on_the_page() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let page = chief.get("/desk/file").await;
    let copy = format!("Not for publication before Monday\n\n{COPY}");
    let filed = chief.submit(&page, "/desk/file", &[("copy", &copy), ("lang", "en"), ("do", "file")]).await;
    let page = chief.follow(&filed).await;
    assert!(page.has("no moment can be read in it"), "{}", page.body);
    let way = filed.leads_to().split('?').next().expect("a way").to_owned();
    let refused = chief.submit(&page, &format!("{way}/release"), &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
    let page = chief.get(&way).await;
    let lifted = chief.submit(&page, &format!("{way}/embargo"), &[("do", "lift")]).await;
    let page = chief.follow(&lifted).await;
    let released = chief.submit(&page, &format!("{way}/release"), &[]).await;
    assert!(chief.follow(&released).await.has("Released as no. 1 of the log."));
}

#[tokio::test]
async fn copy_in_another_language_is_said() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let page = chief.get("/desk/file").await;
    let filed = chief.submit(&page, "/desk/file", &[("copy", COPY), ("lang", "ur"), ("do", "file")]).await;
    let page = chief.follow(&filed).await;
    assert!(page.has("The copy looks like another language: English"), "{}", page.body);
    assert!(page.has("The text is in another language than its edition: English"), "{}", page.body);
}

#[tokio::test]
async fn a_word_that_names_no_story_stays_in_its_box() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let page = chief.get("/desk").await;
    let found = chief.submit(&page, "/desk/find", &[("word", "no-such-clock")]).await;
    assert_eq!(found.status, StatusCode::NOT_FOUND);
    assert!(found.has("value=\"no-such-clock\"") && found.offers("/desk/find"), "{}", found.body);
}

#[tokio::test]
async fn a_middle_dot_never_stands_beside_digits_that_look_like_it() {
    let office = Office::open();
    let id = office.file("ur", COPY, "clock").await;
    for (lang, has_dot) in [("ur", false), ("en", true)] {
        let mut chief = office.seat(lang, &[Role::Chief], lang).await;
        let page = chief.get(&format!("/desk/story/{id}")).await;
        let main = page.body.split("<main").nth(1).expect("the page");
        assert_eq!(main.contains(" · "), has_dot, "{lang}: {main}");
    }
}

#[tokio::test]
async fn who_may_not_translate_is_told_so() {
    let office = Office::open();
    let id = office.file("en", COPY, "clock").await;
    let mut reporter = office.seat("rosa", &[Role::Reporter], "en").await;
    assert_eq!(reporter.get(&format!("/desk/story/{id}/translate")).await.status, StatusCode::FORBIDDEN);
}
