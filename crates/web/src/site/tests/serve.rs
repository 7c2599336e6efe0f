//! Answers to readers.

use super::*;
use story::BatchId;

fn nobody() -> StoryId {
    StoryId::from_bytes(*BatchId::from_bytes([7; 16]).bytes())
}

#[tokio::test]
async fn another_tail_leads_to_the_right_one() {
    let home = Home::new().await;
    let story = home.release("ur", text("گھڑی")).await;
    let got = home.get(&format!("/ur/{story}")).await;
    assert_eq!(got.status, 301);
    let right = got.header("location").to_owned();
    assert!(right.is_ascii() && right.starts_with(&format!("/ur/{story}/%DA%AF")), "{right}");
    assert_eq!(home.get(&right).await.status, 200);
    assert_eq!(home.get(&right.to_lowercase()).await.status, 200);
    assert_eq!(home.get(&format!("{right}?from=somewhere")).await.status, 200);
    for wrong in
        [format!("/ur/{story}/"), format!("/ur/{story}/x"), format!("/ur/{}/x", story.uuid()), format!("/UR/{story}")]
    {
        let got = home.get(&wrong).await;
        assert_eq!((got.status.as_u16(), got.header("location")), (301, right.as_str()), "{wrong}");
    }
    assert_eq!(home.get(&format!("/en/{story}")).await.status, 404, "there is no such edition");
    assert_eq!(home.get(&format!("/ur/{story}/a/b")).await.header("location"), right);
}

#[tokio::test]
async fn what_is_not_public_is_as_what_is_not_there() {
    let home = Home::new().await;
    let draft = home.file("en", text("Draft")).await;
    let embargoed = home.file("en", text("Embargoed")).await;
    home.embargo(embargoed, "2031-01-01T00:00:00Z").await;
    home.put_out(embargoed, "en", 1).await;
    let nothing = home.get(&format!("/en/{}", nobody())).await;
    assert_eq!(nothing.status, 404);
    for path in [
        format!("/en/{embargoed}"),
        format!("/en/{draft}"),
        format!("/en/{embargoed}/embargoed-headline"),
        format!("/en/{}", embargoed.uuid()),
        "/en/nothing".to_owned(),
        "/en/nothing/at/all".to_owned(),
    ] {
        let got = home.get(&path).await;
        assert_eq!((got.status, &got.headers), (nothing.status, &nothing.headers), "{path}");
        assert_eq!(got.body, nothing.body, "{path}");
    }
    assert!(!home.get("/en/").await.page().contains("headline"));
    home.clock.set("2031-01-01T00:00:01Z".parse().expect("a moment"));
    home.room.fire_due().await.expect("fired");
    assert_eq!(home.story(embargoed, "en").await.status, 200);
}

#[tokio::test]
async fn a_page_is_sent_as_the_reader_takes_it() {
    let home = Home::new().await;
    let story = home.release("en", text("Clock")).await;
    let path = home.get(&format!("/en/{story}")).await.header("location").to_owned();
    let plain = home.get_with(&path, &[]).await;
    assert_eq!(plain.header("content-encoding"), "");
    let mut tags = vec![plain.header("etag").to_owned()];
    for coding in ["br", "zstd", "gzip"] {
        for _ in 0..2 {
            let got = home.get_with(&path, &[("accept-encoding", coding)]).await;
            assert_eq!(got.header("content-encoding"), coding);
            tags.push(got.header("etag").to_owned());
            let unchanged =
                home.get_with(&path, &[("accept-encoding", coding), ("if-none-match", got.header("etag"))]).await;
            assert_eq!((unchanged.status.as_u16(), unchanged.body.len()), (304, 0));
            assert_eq!(unchanged.header("etag"), got.header("etag"));
        }
    }
    tags.dedup();
    assert_eq!(tags.len(), 4, "{tags:?}");
    assert!(tags.iter().all(|tag| tag.starts_with('"')));
    let kept = home.pages.page(&format!("/en/{story}")).expect("readable").expect("a page");
    assert!(kept.gzip.is_some() && kept.zstd.is_some(), "made once, and kept");
    for (path, coding) in [("/en/before/9", "gzip"), ("/en/before/9", "zstd"), ("/en/none", "gzip"), ("/en/none", "")] {
        let got = home.get_with(path, &[("accept-encoding", coding)]).await;
        assert_eq!(got.header("content-encoding"), coding, "{path}");
    }
}

#[tokio::test]
async fn headers_are_strict() {
    let home = Home::new().await;
    let story = home.release("en", text("Clock")).await;
    for path in [&format!("/en/{story}/clock-headline"), "/en/", "/en/corrections", "/en/none"] {
        let got = home.get(path).await;
        assert_eq!(got.header("cache-control"), "no-cache", "{path}");
        assert_eq!(got.header("vary"), "accept-encoding", "{path}");
        assert_eq!(got.header("content-language"), "en", "{path}");
        assert_eq!(got.header("x-content-type-options"), "nosniff", "{path}");
        assert!(got.header("content-security-policy").starts_with("default-src 'none'; style-src 'self'"), "{path}");
        assert_eq!(got.header("set-cookie"), "", "{path}");
    }
}

#[tokio::test]
async fn only_reading_is_allowed() {
    let home = Home::new().await;
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let got = home.send(method, "/en/", &[]).await;
        assert_eq!((got.status.as_u16(), got.header("allow")), (405, "GET, HEAD"), "{method}");
    }
    let (head, get) = (home.send("HEAD", "/en/", &[]).await, home.get_with("/en/", &[]).await);
    assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
    assert_eq!(head.header("etag"), get.header("etag"));
    assert_eq!(head.header("content-length"), get.body.len().to_string());
}

#[tokio::test]
async fn the_root_leads_to_the_readers_language() {
    let home = Home::new().await;
    for (accept, to) in [
        ("", "/en/"),
        ("ur", "/ur/"),
        ("zh-TW, fr;q=0.9", "/zh/"),
        ("de, fr;q=0.9, ar;q=0.95", "/ar/"),
        ("fr;q=0, es-419;q=0.1", "/es/"),
        ("*", "/en/"),
        ("xx;q=oops,,;", "/en/"),
    ] {
        let got = home.get_with("/", &[("accept-language", accept)]).await;
        assert_eq!((got.status.as_u16(), got.header("location")), (302, to), "{accept}");
        assert_eq!(got.header("vary"), "accept-language");
    }
}

#[tokio::test]
async fn other_spellings_lead_to_the_right_one() {
    let home = Home::new().await;
    for (path, to) in [
        ("/en", "/en/"),
        ("/EN/", "/en/"),
        ("/en/corrections/", "/en/corrections"),
        ("/En/corrections", "/en/corrections"),
        ("/EN/before/9", "/en/before/9"),
    ] {
        let got = home.get(path).await;
        assert_eq!((got.status.as_u16(), got.header("location")), (301, to), "{path}");
    }
    for path in ["/de/", "/favicon.ico", "/en/corrections/x", "/en/before/x", "/assets/none.css", "/assets/", "/../etc"]
    {
        let got = home.get(path).await;
        assert_eq!((got.status.as_u16(), got.header("content-language")), (404, "en"), "{path}");
    }
    assert_eq!(home.get("/ur/none").await.header("content-language"), "ur");
    assert!(home.get("/robots.txt").await.page().contains("Disallow: /desk"));
}

#[tokio::test]
async fn files_are_kept_for_ever_under_their_own_hash() {
    let home = Home::new().await;
    let page = home.get("/ur/").await.page();
    let style = page.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|s| s.split('"').next()).expect("a sheet");
    let got = home.get(style).await;
    assert_eq!((got.status.as_u16(), got.header("content-encoding")), (200, "br"));
    assert!(got.header("cache-control").contains("immutable"));
    let sheet = got.page();
    let font = sheet.split("url(\"").nth(1).and_then(|s| s.split('"').next()).expect("a font");
    let font = home.get(font).await;
    assert_eq!((font.header("content-type"), font.header("content-encoding")), ("font/woff2", ""));
    // A page of an earlier program still finds a sheet, which nobody keeps under that name.
    let old = home.get("/assets/ur-000000000000.css").await;
    assert_eq!((old.status.as_u16(), old.header("cache-control")), (200, "no-cache"));
    let english = home.get("/en/").await.page();
    let style = english.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|s| s.split('"').next()).expect("a sheet");
    assert!(!home.get(style).await.page().contains("@font-face"), "others need no face of ours");
}
