//! What stands on pages.

use super::*;

#[tokio::test]
async fn a_story_page_says_what_it_is() {
    let home = Home::new().await;
    let story = home.release("en", text("Clock")).await;
    let got = home.story(story, "en").await;
    assert_eq!(got.status, 200);
    let page = got.page();
    for part in [
        "<html lang=\"en\" dir=\"ltr\">",
        "<title>Clock headline | Harbour News</title>",
        "<h1>Clock headline</h1>",
        "<p class=\"deck\">Clock deck</p>",
        "By Ana Lopez",
        "PORT EXAMPLE, 2 January 2030 (HN)",
        "Clock body.",
        "<time datetime=\"2030-01-02T10:02:00Z\">2 January 2030, 10:02 GMT</time>",
        "<meta name=\"example-site-verification\" content=\"token-&#34;1&#34;\">",
        "\"@type\":\"NewsArticle\"",
        "© 2030 Harbour News",
    ] {
        assert!(page.contains(part), "{part} in\n{page}");
    }
    let address = format!("https://news.example/en/{story}/clock-headline");
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{page}");
    assert!(page.contains(&format!("hreflang=\"x-default\" href=\"{address}\"")), "{page}");
    assert_eq!(home.site.address(story, &tag("en")).expect("readable"), Some(address));
}

#[tokio::test]
async fn editions_name_each_other_and_say_when_they_are_behind() {
    let home = Home::new().await;
    let story = home.release("en", text("Clock")).await;
    home.translate(story, ("en", 1), "ur", text("گھڑی")).await;
    let english = home.story(story, "en").await.page();
    let urdu = home.story(story, "ur").await.page();
    for page in [&english, &urdu] {
        for lang in ["en", "ur", "x-default"] {
            assert_eq!(page.matches(&format!("rel=\"alternate\" hreflang=\"{lang}\"")).count(), 1, "{lang}\n{page}");
        }
    }
    assert!(urdu.contains("dir=\"rtl\""));
    assert!(!english.contains("The original has changed since"));
    home.revise(story, "en", 1, text("Clock again")).await;
    assert!(!home.story(story, "en").await.page().contains("again"), "a revision is not public");
    assert!(!home.story(story, "en").await.page().contains("The original has changed since"));
    home.put_out(story, "en", 2).await;
    assert!(home.story(story, "en").await.page().contains("The original has changed since"));
    assert!(home.story(story, "ur").await.page().contains("class=\"notice note\""));
}

#[tokio::test]
async fn a_correction_stands_on_its_page_on_those_made_from_it_and_among_corrections() {
    let home = Home::new().await;
    let story = home.release("en", text("Clock")).await;
    home.translate(story, ("en", 1), "fr", text("Horloge")).await;
    home.correct(story, "en", 1, text("Clock right")).await;
    let page = home.story(story, "en").await.page();
    assert!(page.contains("wrong words") && page.contains("right words") && page.contains("CorrectionComment"));
    assert!(page.contains("Corrected <time") && !page.contains("Updated <time"), "{page}");
    let french = home.story(story, "fr").await.page();
    assert!(french.contains("class=\"notice\"") && !french.contains("class=\"notice note\""), "{french}");
    let corrections = home.get("/en/corrections").await.page();
    assert!(corrections.contains("Clock right headline") && corrections.contains("wrong words"));
    assert!(!home.get("/fr/corrections").await.page().contains("Horloge"), "a notice is no correction");
    // The record stays; the notice on the other edition ends with its next release from the corrected text.
    let copy = newsroom::Copy::Text(Box::new(text("Horloge juste")));
    let made_from = Some(Origin { lang: tag("en"), revision: 2 });
    home.ask(Ask::Revise(Revise { story, lang: tag("fr"), based_on: 1, copy, made_from })).await;
    home.put_out(story, "fr", 2).await;
    assert!(!home.story(story, "fr").await.page().contains("class=\"notice"));
    home.revise(story, "en", 2, text("Clock more")).await;
    home.put_out(story, "en", 3).await;
    assert!(home.story(story, "en").await.page().contains("wrong words"));
}

#[tokio::test]
async fn an_edition_that_a_correction_does_not_concern_is_not_behind() {
    let home = Home::new().await;
    let story = home.release("en", text("Clock")).await;
    home.translate(story, ("en", 1), "fr", text("Horloge")).await;
    let copy = Some(newsroom::Copy::Text(Box::new(text("Right"))));
    let (was, is, unconcerned) = ("wrong".into(), "right".into(), Some("a slip of the English alone".into()));
    let lang = tag("en");
    home.ask(Ask::Correct(Correct {
        story,
        lang,
        based_on: 1,
        copy,
        was,
        is,
        unconcerned,
        made_from: None,
        despite_findings: None,
    }))
    .await;
    assert!(!home.story(story, "en").await.page().contains("<small>"));
    assert!(!home.story(story, "fr").await.page().contains("class=\"notice"));
    // One that is made from the uncorrected text later on is.
    home.translate(story, ("en", 1), "es", text("Reloj")).await;
    assert!(home.story(story, "es").await.page().contains("class=\"notice note\""));
    assert_eq!(home.story(story, "en").await.page().matches("<small>").count(), 1);
}

#[tokio::test]
async fn nothing_is_left_of_a_killed_story_but_its_notice() {
    let home = Home::new().await;
    let story = home.release("en", text("Secret")).await;
    home.translate(story, ("en", 1), "es", text("Secreto")).await;
    home.correct(story, "en", 1, text("Secret again")).await;
    let other = home.release("en", pointing("Other", Some(story))).await;
    assert!(home.story(other, "en").await.page().contains("Secret again headline"));
    home.kill(story).await;
    for lang in ["en", "es"] {
        let got = home.get(&format!("/{lang}/{story}/any-tail")).await;
        assert_eq!((got.status.as_u16(), got.header("location")), (410, ""));
        assert_eq!(got.header("etag"), "");
        let page = got.page();
        assert!(page.contains("Harbour News") && !page.contains("inside reason"));
        assert!(!page.contains("canonical") && !page.contains("hreflang=\"x-default\""), "{page}");
    }
    let english = home.get(&format!("/en/{story}")).await.page();
    assert!(english.contains("has been withdrawn"), "{english}");
    let corrections = home.get("/en/corrections").await.page();
    assert!(corrections.contains("has been withdrawn") && !corrections.contains("wrong words"));
    for (path, (_, tail, page)) in home.on_disk() {
        for word in ["Secret", "secret", "inside reason", "wrong words"] {
            assert!(!page.contains(word) && !tail.iter().any(|t| t.contains(word)), "{word} on {path}");
        }
    }
    let cards = home.cards_on_disk();
    assert!(!cards.contains("ecret"), "{cards}");
    assert!(cards.contains("Other headline"));
}

#[tokio::test]
async fn a_held_story_is_out_of_sight_and_comes_back() {
    let home = Home::new().await;
    let story = home.release("en", text("Held")).await;
    home.translate(story, ("en", 1), "fr", text("Tenu")).await;
    let other = home.release("en", pointing("Other", Some(story))).await;
    let before = home.story(story, "en").await.page();
    home.hold(story).await;
    let got = home.story(story, "en").await;
    assert_eq!(got.status, 404);
    assert!(got.page().contains("being checked") && !got.page().contains("Held headline"));
    assert!(!home.get("/en/").await.page().contains("Held headline"));
    assert!(!home.story(other, "en").await.page().contains("points"), "known, but not public: the line is left out");
    home.unhold(story).await;
    let after = home.story(story, "en").await.page();
    assert!(after.contains("Held headline") && after.contains("can be read again"));
    assert!(before.contains("Held headline") && home.get("/en/").await.page().contains("Held headline"));
    assert!(home.story(other, "en").await.page().contains("Held headline"));
}

#[tokio::test]
async fn a_line_that_points_at_a_story_follows_it() {
    let home = Home::new().await;
    let target = home.file("en", text("Target")).await;
    let story = home.release("en", pointing("Other", Some(target))).await;
    let lost = home.release("en", pointing("Lost", None)).await;
    assert!(home.story(lost, "en").await.page().contains("Lost points"), "nobody knows the story: its title stands");
    assert!(!home.story(story, "en").await.page().contains("Other points"));
    home.put_out(target, "en", 1).await;
    let page = home.story(story, "en").await.page();
    assert!(page.contains(&format!("href=\"/en/{target}/target-headline\"")), "{page}");
    home.revise(target, "en", 1, text("Moved")).await;
    home.put_out(target, "en", 2).await;
    let page = home.story(story, "en").await.page();
    assert!(page.contains(&format!("href=\"/en/{target}/moved-headline\"")) && page.contains("Moved headline"));
}

#[tokio::test]
async fn the_front_shows_the_latest_and_leads_to_all_others() {
    let home = Home::new().await;
    for i in 0..65 {
        home.release("en", text(&format!("No{i}"))).await;
    }
    let (mut path, mut seen) = ("/en/".to_owned(), Vec::new());
    loop {
        let page = home.get(&path).await.page();
        seen.extend(page.split("<h2><a href=\"").skip(1).map(|s| s[..s.find('"').unwrap_or(0)].to_owned()));
        let Some(next) = page.split("rel=\"next\" href=\"").nth(1) else { break };
        path = next[..next.find('"').unwrap_or(0)].to_owned();
    }
    assert_eq!(seen.len(), 65);
    assert!(seen[0].ends_with("no64-headline") && seen[64].ends_with("no0-headline"));
}

#[tokio::test]
async fn copy_cannot_break_out_of_a_page() {
    let home = Home::new().await;
    let evil = "</title></script><script>alert(1)</script>\"'&";
    let mut text = text(evil);
    text.byline = Some(evil.into());
    let story = home.release("en", text).await;
    for page in [home.story(story, "en").await.page(), home.get("/en/").await.page()] {
        assert!(!page.contains("<script>") && !page.contains("</title></"), "{page}");
    }
}

#[tokio::test]
async fn a_story_reads_so() {
    let home = Home::new().await;
    let story = home.release("en", text("Clock")).await;
    home.translate(story, ("en", 1), "ur", text("Horloge")).await;
    home.correct(story, "en", 1, text("Right")).await;
    let page = home.story(story, "en").await.page().replace(&story.to_string(), "[id]");
    let main = page.split("<main id=\"content\">").nth(1).and_then(|p| p.split("</main>").next());
    insta::assert_snapshot!(main.unwrap_or_default(), @r#"
    <article class="story">
    <h1>Right headline</h1>
    <p class="deck">Right deck</p>
    <p class="meta"><span>By Ana Lopez</span> <span>Published <time datetime="2030-01-02T10:02:00Z">2 January 2030, 10:02 GMT</time></span> <span>Corrected <time datetime="2030-01-02T10:05:00Z">2 January 2030, 10:05 GMT</time></span> </p>
    <nav class="editions" aria-label="In other languages"><h2>In other languages</h2><ul>
    <li><a href="/ur/[id]/horloge-headline" rel="alternate" lang="ur" hreflang="ur" dir="rtl">اردو</a> <small>(This edition is being checked)</small></li>
    </ul></nav>
    <aside class="notice" aria-label="Correction">
    <p class="label">Correction <time datetime="2030-01-02T10:05:00Z">2 January 2030, 10:05 GMT</time></p>
    <dl><dt>It said</dt><dd>wrong words</dd><dt>It should say</dt><dd>right words</dd></dl>
    </aside>
    <div class="copy">
    <p class="dateline">PORT EXAMPLE, 2 January 2030 (HN)</p>
    <p>Right body.</p>

    </div>
    </article>
    "#);
    let data = page.split("ld+json\">").nth(1).and_then(|p| p.split("</script>").next()).unwrap_or_default();
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    insta::assert_snapshot!(serde_json::to_string_pretty(&data).expect("JSON"), @r#"
    {
      "@context": "https://schema.org",
      "@id": "https://news.example/en/[id]/right-headline",
      "@type": "NewsArticle",
      "author": {
        "@type": "Person",
        "name": "Ana Lopez"
      },
      "correction": [
        {
          "@type": "CorrectionComment",
          "datePublished": "2030-01-02T10:05:00Z",
          "text": "Correction: this story said “wrong words”. It should have said “right words”."
        }
      ],
      "dateModified": "2030-01-02T10:05:00Z",
      "datePublished": "2030-01-02T10:02:00Z",
      "dateline": "PORT EXAMPLE, 2 January 2030 (HN)",
      "description": "Right deck",
      "headline": "Right headline",
      "inLanguage": "en",
      "isAccessibleForFree": true,
      "isPartOf": {
        "@id": "https://news.example/en/",
        "@type": "WebSite",
        "inLanguage": "en",
        "name": "Harbour News"
      },
      "locationCreated": [
        {
          "@type": "Place",
          "name": "Port Example"
        }
      ],
      "mainEntityOfPage": "https://news.example/en/[id]/right-headline",
      "publisher": {
        "@id": "https://news.example/#agency",
        "@type": "NewsMediaOrganization",
        "correctionsPolicy": "https://news.example/en/corrections",
        "name": "Harbour News",
        "url": "https://news.example/en/"
      },
      "url": "https://news.example/en/[id]/right-headline",
      "workTranslation": [
        {
          "@id": "https://news.example/ur/[id]/horloge-headline",
          "@type": "NewsArticle",
          "inLanguage": "ur"
        }
      ]
    }
    "#);
}
