//! Guards, cookies, headers, limits.

use super::{COPY, Office, PASSWORD};
use crate::desk::Options;
use http::{HeaderValue, Method, StatusCode, header};
use story::Role;

#[tokio::test]
async fn a_form_without_the_right_word_does_nothing() {
    let office = Office::open();
    let mut browser = office.seat("ana", &[Role::Chief], "en").await;
    let form = browser.get("/desk/file").await.form("/desk/file");
    let typed = [("copy", COPY), ("do", "file"), ("guard", "0000")];
    let page = browser.fill(&form, &typed).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!page.has("struck thirteen"), "whoever does not say where they come from gets nothing back");
    browser.headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
    let page = browser.fill(&form, &typed).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.has("struck thirteen"), "what was typed on a page of ours is kept");
    let story = browser.submit(&page, "/desk/file", &[]).await;
    assert_eq!(story.status, StatusCode::SEE_OTHER);
    assert_eq!(listed(&office).await, 1);
}

async fn listed(office: &Office) -> usize {
    office.room.list(&Office::owner(), None, None, 10).await.expect("a list").len()
}

#[tokio::test]
async fn another_site_sends_no_forms() {
    let office = Office::open();
    let mut browser = office.seat("ana", &[Role::Chief], "en").await;
    let form = browser.get("/desk/file").await.form("/desk/file");
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("origin", "null")] {
        browser.headers.clear();
        browser.headers.insert(name, HeaderValue::from_static(value));
        let page = browser.fill(&form, &[("copy", COPY), ("do", "file")]).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{name}: {value}");
        assert!(!page.has("struck thirteen"));
    }
    browser.headers.clear();
    browser.headers.insert("origin", HeaderValue::from_static("http://desk.example"));
    let page = browser.fill(&form, &[("copy", COPY), ("do", "file")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(listed(&office).await, 1);
}

#[tokio::test]
async fn signing_in_is_guarded_too() {
    let office = Office::open();
    office.hire("ana", &[Role::Chief], "en").await;
    let mut browser = office.browser();
    let form = browser.get("/desk/sign-in").await.form("/desk/sign-in");
    let typed = [("name", "ana"), ("password", PASSWORD)];
    let mut elsewhere = office.browser();
    let page = elsewhere.fill(&form, &typed).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "a word from another browser is worth nothing");
    assert!(!elsewhere.cookies.contains_key("desk"));
    assert_eq!(browser.fill(&form, &typed).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_link_from_elsewhere_is_asked_for_again_from_here() {
    let office = Office::open();
    let mut browser = office.seat("ana", &[Role::Chief], "en").await;
    browser.cookies.clear();
    browser.headers.insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
    let page = browser.get("/desk/due").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("http-equiv=\"refresh\" content=\"0; url=/desk/due\""));
}

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do_with_it() {
    let office = Office::open();
    let mut browser = office.seat("ana", &[Role::Chief], "en").await;
    for way in ["/desk", "/desk/file", "/desk/nothing", "/desk/story/x"] {
        let page = browser.get(way).await;
        let said = |name: header::HeaderName| page.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        assert_eq!(said(header::CACHE_CONTROL), "no-store", "{way}");
        let policy = said(header::CONTENT_SECURITY_POLICY);
        for rule in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
            assert!(policy.contains(rule), "{way}: {policy}");
        }
        assert!(!page.has("<script") && !page.has(" style=") && !page.has(" onclick"), "{way}");
    }
}

#[tokio::test]
async fn cookies_are_bound_to_the_host_over_https() {
    let office = Office::with(Options { site_url: Some("https://gull.example".into()), ..Options::default() });
    office.hire("ana", &[Role::Chief], "en").await;
    let mut browser = office.browser();
    let page = browser.get("/desk/sign-in").await;
    let right = browser.submit(&page, "/desk/sign-in", &[("name", "ana"), ("password", PASSWORD)]).await;
    let cookie = right.headers.get(header::SET_COOKIE).expect("a cookie").to_str().expect("plain");
    assert!(cookie.starts_with("__Host-desk="), "{cookie}");
    for part in ["Path=/;", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(browser.get("/desk").await.status, StatusCode::OK);
}

#[tokio::test]
async fn more_than_a_form_holds_is_refused() {
    let office = Office::open();
    let mut browser = office.seat("ana", &[Role::Chief], "en").await;
    let kind = Some("application/x-www-form-urlencoded");
    let page = browser.send(Method::POST, "/desk/find", kind, "a=".to_owned() + &"x".repeat(3 << 20)).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    let mut nobody = office.browser();
    let page = nobody.send(Method::POST, "/desk/file", kind, "a=".to_owned() + &"x".repeat(3 << 20)).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE, "nobody makes us hold a file without a session");
}

#[tokio::test]
async fn the_sheet_is_kept_by_browsers_and_nothing_else_is() {
    let office = Office::open();
    let mut browser = office.browser();
    office.hire("ana", &[Role::Chief], "en").await;
    let page = browser.get("/desk/sign-in").await;
    let start = page.body.find("/desk/assets/").expect("a sheet");
    let way = page.body[start..].split('"').next().expect("an end").to_owned();
    let sheet = browser.get(&way).await;
    assert_eq!(sheet.status, StatusCode::OK);
    assert!(sheet.headers[header::CACHE_CONTROL].to_str().expect("plain").contains("immutable"));
    assert!(sheet.has("[lang=\"ur\"]") && sheet.has("@font-face"));
    assert_eq!(browser.get("/desk/assets/other.css").await.status, StatusCode::NOT_FOUND);
}
