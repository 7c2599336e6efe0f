//! The first account, signing in and out, passwords, accounts.

use super::{Office, PASSWORD};
use http::StatusCode;
use story::Role;

const FIRST: [(&str, &str); 4] = [("name", "ana"), ("password", PASSWORD), ("again", PASSWORD), ("lang", "ur")];

#[tokio::test]
async fn the_first_account_is_made_once_with_the_token() {
    let office = Office::open();
    let token = office.room.first_token().await.expect("a store").expect("a token");
    let mut browser = office.browser();
    assert_eq!(browser.get("/desk").await.leads_to(), "/desk/first");
    let page = browser.get("/desk/first").await;
    let mut typed = vec![("token", "wrong")];
    typed.extend(FIRST);
    let unnamed = browser.submit(&page, "/desk/first", &[("name", " ")]).await;
    assert!(unnamed.status == StatusCode::BAD_REQUEST && !unnamed.has("too long"), "{}", unnamed.body);
    let refused = browser.submit(&page, "/desk/first", &typed).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.has("value=\"ana\"") && !refused.has(PASSWORD));
    typed[0] = ("token", &token);
    let done = browser.submit(&refused, "/desk/first", &typed).await;
    assert_eq!(done.leads_to(), "/desk");
    let desk = browser.get("/desk").await;
    assert_eq!(desk.status, StatusCode::OK);
    assert!(desk.has("<html lang=\"ur\" dir=\"rtl\">"), "the desk speaks the language of the account");
    assert_eq!(office.browser().get("/desk/first").await.status, StatusCode::NOT_FOUND);
    let late = browser.submit(&refused, "/desk/first", &typed).await;
    assert_eq!(late.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_signs_in_comes_to_the_page_they_asked_for_and_whoever_signs_out_is_out() {
    let office = Office::open();
    office.hire("ana", &[Role::Chief], "en").await;
    let mut browser = office.browser();
    let door = browser.get("/desk/due").await;
    let page = browser.follow(&door).await;
    let form = page.form("/desk/sign-in");
    let wrong = browser.fill(&form, &[("name", "ana"), ("password", "wrong")]).await;
    assert_eq!(wrong.status, StatusCode::FORBIDDEN);
    assert!(wrong.has("The name or the password is wrong."));
    let nobody = browser.fill(&form, &[("name", "nobody"), ("password", "wrong")]).await;
    assert_eq!(nobody.status, StatusCode::FORBIDDEN);
    let right = browser.fill(&form, &[("name", "ana"), ("password", PASSWORD)]).await;
    assert_eq!(right.leads_to(), "/desk/due");
    let due = browser.follow(&right).await;
    assert!(due.has("Nothing is waiting."));
    let out = browser.submit(&due, "/desk/sign-out", &[]).await;
    assert_eq!(out.leads_to(), "/desk/sign-in");
    assert!(!browser.cookies.contains_key("desk"));
    assert_eq!(browser.get("/desk").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn too_many_attempts_have_to_wait() {
    let office = Office::open();
    office.hire("ana", &[Role::Chief], "en").await;
    let mut browser = office.browser();
    let form = browser.get("/desk/sign-in").await.form("/desk/sign-in");
    let mut last = StatusCode::OK;
    for _ in 0..6 {
        last = browser.fill(&form, &[("name", "ana"), ("password", "wrong")]).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    let right = browser.fill(&form, &[("name", "ana"), ("password", PASSWORD)]).await;
    assert_eq!(right.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(right.headers.contains_key("retry-after"));
    let mut elsewhere = office.browser();
    elsewhere.peer = ([198, 51, 100, 9], 1).into();
    let form = elsewhere.get("/desk/sign-in").await.form("/desk/sign-in");
    let right = elsewhere.fill(&form, &[("name", "ana"), ("password", PASSWORD)]).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER, "another place is not shut out");
    office.clock.pass(61);
    let form = browser.get("/desk/sign-in").await.form("/desk/sign-in");
    let right = browser.fill(&form, &[("name", "ana"), ("password", PASSWORD)]).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_form_that_comes_after_its_session_waits_until_one_has_signed_in() {
    let office = Office::open();
    let mut browser = office.seat("ana", &[Role::Editor], "en").await;
    let form = browser.get("/desk/file").await.form("/desk/file");
    office.clock.pass(60 * 60 * 24 * 15);
    let typed = [("copy", super::COPY), ("slug", "clock-<thirteen>"), ("do", "file")];
    let page = browser.fill(&form, &typed).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.has("Your session has ended"));
    let again = browser.submit(&page, "/desk/sign-in", &[("name", "ana"), ("password", "wrong")]).await;
    assert!(again.has("clock-&#60;thirteen&#62;"), "a wrong password loses nothing");
    let page = browser.submit(&again, "/desk/sign-in", &[("name", "ana"), ("password", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::OK);
    let story = browser.submit(&page, "/desk/file", &[]).await;
    let story = browser.follow(&story).await;
    assert!(story.has("clock-&#60;thirteen&#62;") && story.has("The harbour clock struck thirteen"));
}

#[tokio::test]
async fn passwords_wait_on_no_page() {
    let office = Office::open();
    let mut browser = office.seat("ana", &[Role::Administrator], "en").await;
    let form = browser.get("/desk/accounts").await.form("/desk/accounts");
    office.clock.pass(60 * 60 * 24 * 15);
    let secret = "nobody reads this";
    let new = [("name", "bilal"), ("password", secret), ("again", secret)];
    let page = browser.fill(&form, &new).await;
    assert!(page.has("value=\"bilal\"") && !page.has(secret));
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_and_not_this_one() {
    let office = Office::open();
    let mut browser = office.seat("ana", &[Role::Reporter], "en").await;
    let mut other = browser.clone();
    let page = browser.get("/desk/password").await;
    let new = [("old", PASSWORD), ("new", "another horse here"), ("again", "another horse hare")];
    let differ = browser.submit(&page, "/desk/password", &new).await;
    assert!(differ.has("The two passwords are not the same."));
    let wrong = [("old", "wrong"), ("new", "another horse here"), ("again", "another horse here")];
    assert_eq!(browser.submit(&page, "/desk/password", &wrong).await.status, StatusCode::FORBIDDEN);
    let right = [("old", PASSWORD), ("new", "another horse here"), ("again", "another horse here")];
    let done = browser.submit(&page, "/desk/password", &right).await;
    let page = browser.follow(&done).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("The account is saved."));
    assert_eq!(other.get("/desk").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn accounts_are_made_given_rights_and_closed() {
    let office = Office::open();
    let mut admin = office.seat("root", &[Role::Administrator], "en").await;
    let page = admin.get("/desk/accounts").await;
    let form = page.form("/desk/accounts");
    let new = [("name", "bilal"), ("password", PASSWORD), ("again", PASSWORD), ("role", "editor"), ("lang", "ur")];
    let made = admin.fill(&form, &new).await;
    assert_eq!(admin.fill(&form, &new).await.leads_to(), made.leads_to(), "sent twice, answered as the first time");
    let page = admin.follow(&made).await;
    assert!(page.has("bilal") && page.has("Sub-editor"));
    let taken = admin.submit(&page, "/desk/accounts", &new).await;
    assert_eq!(taken.status, StatusCode::BAD_REQUEST);
    assert!(taken.has("value=\"bilal\""));
    let people = office.room.people(&Office::owner()).await.expect("people");
    let id = people.iter().find(|p| p.name == "bilal").expect("bilal").id;
    let rights = format!("/desk/accounts/{id}/rights");
    let page = admin.get("/desk/accounts").await;
    let added = admin.submit(&page, &rights, &[("take", ""), ("role", "chief"), ("lang", ""), ("desk", "sport")]).await;
    let page = admin.follow(&added).await;
    assert!(page.has("Desk chief") && page.has("sport"));
    let taken = admin.submit(&page, &rights, &[("take", "editor|ur|")]).await;
    let page = admin.follow(&taken).await;
    assert!(!page.has("name=\"take\" value=\"editor|ur|\""));
    let closed = admin.submit(&page, &format!("/desk/accounts/{id}/close"), &[]).await;
    let page = admin.follow(&closed).await;
    assert!(page.has("Closed"));
    assert!(office.room.sign_in("bilal", PASSWORD, "here", "test").await.is_err());
}
