//! Every page in every language: words, direction, nothing left to fill in.

use super::{COPY, Office, tag};
use http::StatusCode;
use lang::Languages;
use newsroom::{Ask, Copy, Pin, Release, Translate};
use story::{Origin, Role};

#[tokio::test]
async fn every_page_speaks_every_language_in_its_direction() {
    let office = Office::open();
    let id = office.file("en", COPY, "clock").await;
    let made_from = Origin { lang: tag("en"), revision: 1 };
    let urdu = "بندرگاہ کی گھڑی نے تیرہ بجائے\n\nباکو: بندرگاہ کی گھڑی نے پیر کو تیرہ بار گھنٹی بجائی۔\n";
    let copy = Copy::Bytes(urdu.into());
    office.ask(&Ask::Translate(Translate { story: id, lang: tag("ur"), made_from, copy })).await;
    office
        .ask(&Ask::Release(Release {
            story: id,
            editions: vec![Pin { lang: tag("ur"), revision: 1 }],
            despite_findings: None,
        }))
        .await;
    let mut browser = office.seat("ana", Role::ALL, "en").await;
    let story = format!("/desk/story/{id}");
    let ways = [
        "/desk".to_owned(),
        "/desk/file".into(),
        "/desk/due".into(),
        "/desk/accounts".into(),
        "/desk/password".into(),
        "/desk/nothing".into(),
        story.clone(),
        format!("{story}/translate?to=fr"),
        format!("{story}/en/revise"),
        format!("{story}/en/revise?draft=open"),
        format!("{story}/ur/correct"),
        format!("{story}/ur/history"),
        format!("{story}/en/revision/1"),
    ];
    for profile in Languages::built_in().iter() {
        let page = browser.get("/desk").await;
        let switched = browser.submit(&page, "/desk/language", &[("lang", profile.tag().as_str())]).await;
        assert_eq!(switched.leads_to(), "/desk");
        let frame = format!("<html lang=\"{}\" dir=\"{}\">", profile.tag(), profile.direction().as_str());
        for way in &ways {
            let page = browser.get(way).await;
            assert!(page.has(&frame), "{}: {way}", profile.tag());
            assert!(page.has(profile.say(lang::Word::SignOut)) || page.status == StatusCode::NOT_FOUND);
            let gap = page.body.split('{').nth(1).map(|rest| rest.chars().take(20).collect::<String>());
            assert_eq!(gap, None, "{}: {way} has a gap that nobody filled", profile.tag());
            assert!(
                !page.has("<label><input") && !page.has("<button></button>"),
                "{}: {way} lacks a word",
                profile.tag()
            );
        }
        let page = browser.get(&story).await;
        assert!(page.has("lang=\"ur\" dir=\"rtl\"") && page.has("lang=\"en\" dir=\"ltr\""), "{}", profile.tag());
    }
}

#[tokio::test]
async fn a_stranger_is_asked_in_the_language_of_the_browser() {
    let office = Office::open();
    office.hire("ana", &[Role::Chief], "en").await;
    let mut browser = office.browser();
    browser.headers.insert("accept-language", http::HeaderValue::from_static("ar-EG,ar;q=0.9,en;q=0.5"));
    let page = browser.get("/desk/sign-in").await;
    assert!(page.has("<html lang=\"ar\" dir=\"rtl\">"));
    let switched = browser.submit(&page, "/desk/language", &[("lang", "ru")]).await;
    assert!(browser.follow(&switched).await.has("<html lang=\"ru\" dir=\"ltr\">"));
    let unknown = browser.submit(&page, "/desk/language", &[("lang", "tlh")]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}
