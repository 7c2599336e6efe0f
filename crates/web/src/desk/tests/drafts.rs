//! What is typed can be kept without being saved, and is offered again.

use super::{COPY, Office, tag};
use http::StatusCode;
use story::Role;

fn box_of(form: &super::browser::Form, name: &str) -> String {
    form.boxes.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

#[tokio::test]
async fn what_was_typed_is_kept_offered_and_gone_on_with() {
    let office = Office::open();
    let mut ana = office.seat("ana", &[Role::Reporter], "en").await;
    let mut bo = office.seat("bo", &[Role::Editor], "en").await;
    let id = office.file("en", COPY, "clock").await;
    let (story, way) = (format!("/desk/story/{id}"), format!("/desk/story/{id}/en/revise"));
    let page = ana.get(&way).await;
    assert!(!page.has("Your draft of"));
    let half = "Harbour clock\n\nBAKU, 2 March 2026 (GNP) — The harbour clo";
    let kept = ana.submit(&page, &way, &[("copy", half), ("do", "draft")]).await;
    assert_eq!(kept.leads_to(), format!("{way}?draft=kept"));
    let page = ana.follow(&kept).await;
    assert!(page.has("The draft is kept. Only you see it.") && page.has("Your draft of 2 March 2026, 08:00"));
    assert_eq!(box_of(&page.form(&way), "copy"), half, "as it was typed");
    let shown = office.room.show(&Office::owner(), id).await.expect("a story");
    assert_eq!(shown.editions[0].revision, 1, "nothing was saved");

    let page = ana.get(&way).await;
    assert!(page.has("Go on with the draft"), "{}", page.body);
    assert_eq!(box_of(&page.form(&way), "copy"), COPY, "the newest text stands in the box until she asks");
    assert!(ana.get(&story).await.has(&format!("{way}?draft=open")));
    assert!(!bo.get(&story).await.has("draft=open") && !bo.get(&way).await.has("Your draft"));

    let his = bo.get(&way).await;
    bo.submit(&his, &way, &[("copy", &COPY.replace("ninety", "eighty")), ("do", "save")]).await;
    let page = ana.get(&format!("{way}?draft=open")).await;
    assert!(page.has("The draft is based on revision 1."), "{}", page.body);
    let form = page.form(&way);
    assert_eq!(box_of(&form, "based_on"), "1");
    let stale = ana.fill(&form, &[("do", "save")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "both texts are shown");
    let saved = ana.submit(&stale, &way, &[("copy", COPY), ("do", "save")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert!(!ana.get(&way).await.has("Your draft"), "it has become a revision");
}

#[tokio::test]
async fn a_draft_is_thrown_away_by_its_button() {
    let office = Office::open();
    let mut ana = office.seat("ana", &[Role::Editor], "en").await;
    let id = office.file("en", COPY, "clock").await;
    let way = format!("/desk/story/{id}/en/revise");
    let page = ana.get(&way).await;
    ana.submit(&page, &way, &[("do", "draft")]).await;
    let page = ana.get(&way).await;
    let gone = ana.submit(&page, &format!("/desk/story/{id}/en/draft"), &[]).await;
    assert!(ana.follow(&gone).await.has("The draft is discarded."));
    assert!(!ana.get(&way).await.has("Your draft"));
}

#[tokio::test]
async fn a_translation_is_kept_half_way() {
    let office = Office::open();
    let mut ana = office.seat("ana", &[Role::Translator], "fr").await;
    let id = office.file("en", COPY, "clock").await;
    let (story, way) = (format!("/desk/story/{id}"), format!("/desk/story/{id}/translate"));
    let page = ana.get(&format!("{way}?to=fr")).await;
    let kept = ana.submit(&page, &way, &[("copy", "L’horloge du port"), ("do", "draft")]).await;
    assert_eq!(kept.leads_to(), format!("{way}?to=fr&from=en&draft=kept"));
    assert_eq!(box_of(&ana.follow(&kept).await.form(&way), "copy"), "L’horloge du port");
    assert_eq!(box_of(&ana.get(&format!("{way}?to=fr")).await.form(&way), "copy"), "");
    let page = ana.get(&story).await;
    assert!(page.has("translate?to=fr&amp;draft=open"), "{}", page.body);
    let page = ana.get(&format!("{way}?to=fr&draft=open")).await;
    let saved = ana.submit(&page, &way, &[("copy", "L’horloge\n\nUn mot ici."), ("do", "save")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert!(office.room.draft(&Office::owner(), id, &tag("fr")).await.expect("read").is_none());
    assert!(!ana.get(&story).await.has("draft=open"));
}

#[tokio::test]
async fn what_went_wrong_is_said_in_the_language_of_the_desk() {
    let office = Office::open();
    let mut ana = office.seat("ana", &[Role::Editor], "ur").await;
    let page = ana.get("/desk/file").await;
    let long = "سطر\n\n".repeat(60_000);
    for (copy, status) in [("%PDF-1.7", 400), ("", 400), (long.as_str(), 400)] {
        let page = ana.submit(&page, "/desk/file", &[("copy", copy), ("lang", "ur"), ("do", "file")]).await;
        assert_eq!(page.status.as_u16(), status);
        let fault = page.body.split("role=\"alert\">").nth(1).and_then(|rest| rest.split("</div>").next());
        let fault = fault.expect("what went wrong");
        let words = fault.replace("<p>", "").replace("</p>", "");
        assert!(!words.chars().any(|c| c.is_ascii_alphabetic()), "{words}");
    }
}
