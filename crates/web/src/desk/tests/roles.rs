//! Every page and every verb, with every role and with none.

use super::{Browser, COPY, Office, tag};
use http::{Method, StatusCode};
use newsroom::{Ask, Clock, Pin, Release};
use story::{Role, StoryId, Verb};

/// Every page that is asked for, and the verb that opens it; none: signing in is enough.
fn pages(id: StoryId) -> Vec<(String, Option<Verb>)> {
    let story = format!("/desk/story/{id}");
    vec![
        ("/desk".into(), None),
        ("/desk/file".into(), None),
        ("/desk/due".into(), None),
        ("/desk/password".into(), None),
        ("/desk/accounts".into(), Some(Verb::Accounts)),
        (story.clone(), Some(Verb::Read)),
        (format!("{story}/en/revise"), Some(Verb::Revise)),
        (format!("{story}/translate?to=fr"), Some(Verb::Translate)),
        (format!("{story}/en/correct"), Some(Verb::Correct)),
        (format!("{story}/en/history"), Some(Verb::Read)),
        (format!("{story}/en/revision/1"), Some(Verb::Read)),
    ]
}

/// What is typed in the boxes of a form.
type Typed = Vec<(&'static str, &'static str)>;

/// A key of no finding.
const KEY: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Every form that does something, the verb that it asks for, and what is typed.
fn forms(id: StoryId) -> Vec<(String, Verb, Typed)> {
    let story = |verb: &str| format!("/desk/story/{id}/{verb}");
    let why = || vec![("reason", "because")];
    vec![
        ("/desk/file".into(), Verb::File, vec![("copy", COPY), ("lang", "en"), ("do", "file")]),
        (
            story("translate"),
            Verb::Translate,
            vec![("to", "fr"), ("made_from", "en:1"), ("copy", "T\n\nUn mot ici."), ("do", "save")],
        ),
        (story("en/revise"), Verb::Revise, vec![("based_on", "1"), ("copy", COPY), ("do", "save")]),
        (story("en/draft"), Verb::Revise, vec![]),
        (story("data"), Verb::Revise, vec![("based_on", "1"), ("slug", "a"), ("urgency", "2")]),
        (story("release"), Verb::Release, vec![("edition", "en:1")]),
        (
            story("en/correct"),
            Verb::Correct,
            vec![("based_on", "1"), ("was", "a"), ("is", "b"), ("copy", COPY), ("do", "correct")],
        ),
        (story("hold"), Verb::Hold, why()),
        (story("unhold"), Verb::Unhold, why()),
        (story("kill"), Verb::Kill, why()),
        (story("takedown"), Verb::Takedown, vec![("reason", "because"), ("slug", "clock")]),
        (story("schedule"), Verb::Schedule, vec![("edition", "en:1"), ("at", "2026-04-01T08:00")]),
        (story("move"), Verb::Schedule, vec![("due", "01jn9v3z8y0000000000000000"), ("at", "2026-04-01T08:00")]),
        (story("cancel"), Verb::Schedule, vec![("due", "01jn9v3z8y0000000000000000")]),
        (story("embargo"), Verb::Embargo, vec![("at", "2026-04-01T08:00"), ("do", "set")]),
        (story("dismiss"), Verb::Dismiss, vec![("lang", "en"), ("key", KEY), ("reason", "because")]),
        (story("undismiss"), Verb::Dismiss, vec![("lang", "en"), ("key", KEY)]),
        (
            "/desk/accounts".into(),
            Verb::Accounts,
            vec![("name", "x"), ("password", super::PASSWORD), ("again", super::PASSWORD), ("role", "editor")],
        ),
        ("/desk/accounts/01jn9v3z8y0000000000000000/rights".into(), Verb::Accounts, vec![("role", "editor")]),
        ("/desk/accounts/01jn9v3z8y0000000000000000/close".into(), Verb::Accounts, vec![]),
        ("/desk/confirm".into(), Verb::Keep, vec![]),
    ]
}

/// What anybody who has signed in may do, or nobody has to sign in for.
const OF_EVERYBODY: &[&str] = &[
    "/desk/",
    "/desk/assets/{name}",
    "/desk/find",
    "/desk/first",
    "/desk/language",
    "/desk/password",
    "/desk/sign-in",
    "/desk/sign-out",
    "/desk/{*rest}",
];

#[test]
fn no_address_of_the_desk_is_left_out() {
    let id = StoryId::from_bytes([1; 16]);
    let asked: Vec<String> = pages(id).into_iter().map(|(way, _)| way).collect();
    let sent: Vec<String> = forms(id).into_iter().map(|(way, ..)| way).collect();
    let walked = |route: &str, ways: &[String]| {
        ways.iter().any(|way| {
            let way = way.split('?').next().unwrap_or_default();
            let fits = |(a, b): (&str, &str)| a == b || a.starts_with('{');
            route.split('/').count() == way.split('/').count() && route.split('/').zip(way.split('/')).all(fits)
        })
    };
    let router = include_str!("../mod.rs");
    let mut count = 0;
    for line in router.lines().filter_map(|line| line.trim().strip_prefix(".route(\"")) {
        let (route, how) = line.split_once('"').expect("an address between quotes");
        if OF_EVERYBODY.contains(&route) {
            continue;
        }
        count += 1;
        assert!(!how.contains("get(") || walked(route, &asked), "no role asks for {route}");
        assert!(!how.contains("post(") || walked(route, &sent), "no role sends a form to {route}");
    }
    assert!(count > 20, "the router is written otherwise than it was: {count}");
}

/// The guard and a fresh asking, from a page that everybody has.
async fn guard(browser: &mut Browser) -> Vec<(String, String)> {
    browser.get("/desk/password").await.form("/desk/password").boxes.into_iter().take(2).collect()
}

#[tokio::test]
async fn each_role_sees_its_pages_and_is_refused_what_is_not_its_own() {
    let office = Office::open();
    let id = office.file("en", COPY, "clock").await;
    for &role in Role::ALL {
        let mut browser = office.seat(role.as_str(), &[role], "en").await;
        for (way, verb) in pages(id) {
            let page = browser.get(&way).await;
            let may = verb.is_none_or(|verb| role.verbs().contains(&verb));
            let expected = if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(page.status, expected, "{role}: {way}");
        }
        for (action, verb, typed) in forms(id) {
            if role.verbs().contains(&verb) {
                continue;
            }
            let form = super::browser::Form { action: action.clone(), boxes: guard(&mut browser).await };
            let page = browser.fill(&form, &typed).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{role}: {action}\n{}", page.body);
        }
    }
    assert_eq!(office.room.store().position().n, 0, "nothing came of it");
}

#[tokio::test]
async fn without_a_role_or_a_session_there_is_nothing() {
    let office = Office::open();
    let id = office.file("en", COPY, "clock").await;
    let mut nobody = office.seat("nobody", &[], "en").await;
    let mut stranger = office.browser();
    for (way, verb) in pages(id) {
        let page = nobody.get(&way).await;
        assert!(!page.has("Harbour"), "{way}");
        assert_eq!(page.status.is_success(), verb.is_none(), "{way}: {}", page.status);
        let page = stranger.get(&way).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{way}");
        assert!(page.leads_to().starts_with("/desk/sign-in?then="));
    }
    for (action, _, typed) in forms(id) {
        let form = super::browser::Form { action: action.clone(), boxes: guard(&mut nobody).await };
        let page = nobody.fill(&form, &typed).await;
        assert!(matches!(page.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{action}: {}", page.status);
        let page = stranger.fill(&form, &typed).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{action}");
        assert!(page.has("name=\"password\""), "{action}: asks to sign in");
    }
    let page = stranger.send(Method::POST, "/desk/sign-out", None, "").await;
    assert_ne!(page.status, StatusCode::OK);
    assert_eq!(office.room.store().position().n, 0);
}

#[tokio::test]
async fn after_a_restore_a_keeper_confirms_and_others_are_told() {
    let office = Office::open();
    let write = store::Write::Set(store::kept::PAUSED.into(), Some("restored".into()));
    let (at, act) = (office.clock.now(), newsroom::chance::batch(office.clock.now()));
    let batch = store::Batch { request: None, at, act, must: Vec::new(), writes: vec![write] };
    office.room.store().commit(batch).await.expect("kept");
    let mut reporter = office.seat("reporter", &[Role::Reporter], "en").await;
    let page = reporter.get("/desk").await;
    assert!(page.has("Nothing is going out") && !page.offers("/desk/confirm"));
    let mut keeper = office.seat("keeper", &[Role::Administrator], "en").await;
    let page = keeper.get("/desk/due").await;
    let done = keeper.submit(&page, "/desk/confirm", &[]).await;
    assert!(!keeper.follow(&done).await.has("Nothing is going out"));
    assert!(!office.room.is_paused().await.expect("a store"));
}

#[tokio::test]
async fn a_verb_is_offered_to_those_who_may_use_it() {
    let office = Office::open();
    let id = office.file("en", COPY, "clock").await;
    let story = format!("/desk/story/{id}");
    let verbs =
        [("release", Verb::Release), ("schedule", Verb::Schedule), ("embargo", Verb::Embargo), ("data", Verb::Revise)];
    for &role in Role::ALL {
        let mut browser = office.seat(role.as_str(), &[role], "en").await;
        let page = browser.get(&story).await;
        for (name, verb) in verbs {
            assert_eq!(page.offers(&format!("{story}/{name}")), role.verbs().contains(&verb), "{role}: {name}");
        }
        assert_eq!(page.has(&format!("{story}/en/revise")), role.verbs().contains(&Verb::Revise), "{role}");
        assert_eq!(page.has(&format!("{story}/translate")), role.verbs().contains(&Verb::Translate), "{role}");
        assert_eq!(page.has("href=\"/desk/accounts\""), role.verbs().contains(&Verb::Accounts), "{role}");
        for never_now in ["hold", "unhold", "kill", "takedown"] {
            assert!(!page.offers(&format!("{story}/{never_now}")), "{role}: nothing is public");
        }
    }
    let pin = Pin { lang: tag("en"), revision: 1 };
    office.ask(&Ask::Release(Release { story: id, editions: vec![pin], despite_findings: None })).await;
    let mut chief = office.seat("second", &[Role::Chief], "en").await;
    let page = chief.get(&story).await;
    for (name, offered) in [("hold", true), ("kill", true), ("takedown", true), ("unhold", false), ("embargo", false)] {
        assert_eq!(page.offers(&format!("{story}/{name}")), offered, "{name}");
    }
    let mut reporter = office.seat("third", &[Role::Reporter], "en").await;
    let page = reporter.get(&story).await;
    assert!(!page.offers(&format!("{story}/kill")));
}
