//! The demo agency in a real browser: every language, phone and desk width, light and dark.

use crate::support::{browser::Browser, program, skip};
use std::process::Command;

const LANGS: [&str; 7] = ["en", "ur", "ar", "zh", "es", "fr", "ru"];

/// The demo agency, serving, or nothing when there is no browser.
async fn demo(test: &str, size: (u32, u32), dark: bool) -> Option<(tempfile::TempDir, program::Serving, Browser)> {
    let Some(browser) = Browser::open(size, dark).await else {
        skip(test, "no chromium with its driver is installed");
        return None;
    };
    let place = tempfile::tempdir().expect("a temporary folder");
    let serving = program::Serving::with(Command::new(program::BINARY), &place.path().join("demo"), &["--demo"]);
    Some((place, serving, browser))
}

/// The first story that the front page of a language links.
async fn first_story(browser: &Browser, address: &str, lang: &str) -> String {
    browser.go(&format!("http://{address}/{lang}/")).await;
    let links = browser.ask("[...document.querySelectorAll('main a')].map(a => a.href)").await;
    let all = links.as_array().cloned().unwrap_or_default();
    let start = format!("http://{address}/{lang}/");
    let story =
        |l: &&serde_json::Value| l.as_str().is_some_and(|l| l.starts_with(&start) && l.len() > start.len() + 27);
    all.iter().find(story).and_then(|l| l.as_str()).unwrap_or_else(|| panic!("no story on the {lang} front")).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_language_is_set_as_its_script_asks() {
    for (size, dark) in [((390, 844), false), ((1280, 900), true)] {
        let test = "every_language_is_set_as_its_script_asks";
        let Some((_place, serving, browser)) = demo(test, size, dark).await else { return };
        let address = serving.address();
        for lang in LANGS {
            let story = first_story(&browser, &address, lang).await;
            browser.go(&story).await;
            let profile = lang::Languages::built_in().profile(&crate::support::tag(lang));
            assert_eq!(browser.ask("document.documentElement.lang").await, lang);
            assert_eq!(browser.ask("getComputedStyle(document.body).direction").await, profile.direction().as_str());
            let wide = browser.ask("document.documentElement.scrollWidth - window.innerWidth").await;
            assert!(wide.as_i64().is_some_and(|w| w <= 0), "{lang} at {size:?} is {wide} too wide");
            let ratio = "(e => parseFloat(getComputedStyle(e).lineHeight) / parseFloat(getComputedStyle(e).fontSize))";
            for element in ["h1", "article p"] {
                let got = browser.ask_when_set(&format!("{ratio}(document.querySelector('{element}'))")).await;
                let least = if profile.face().web_font.is_some() { 2.5 } else { 1.1 };
                assert!(got.as_f64().is_some_and(|g| g >= least - 0.001), "{lang} {element}: {got}");
            }
            let faces = browser
                .ask_when_set("performance.getEntriesByType('resource').filter(r => r.name.endsWith('.woff2')).length")
                .await;
            let wanted = usize::from(profile.face().web_font.is_some());
            assert_eq!(faces.as_u64(), Some(wanted as u64), "{lang} loads {faces} faces");
            let background = browser.ask("getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor").await;
            assert!(background.as_str().is_some_and(|b| b.contains("rgb")), "{background}");
            assert_eq!(browser.complaints().await, Vec::<String>::new(), "{lang} {story}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_signs_in_and_files_a_story() {
    let test = "somebody_signs_in_and_files_a_story";
    let Some((_place, serving, browser)) = demo(test, (1280, 900), false).await else { return };
    let address = serving.address();
    let said = serving.said.join("\n");
    let password = said
        .lines()
        .find_map(|l| l.split_once("password").map(|(_, p)| p.trim_matches([' ', ':', '.', '"']).to_owned()));
    let password = password.unwrap_or_else(|| panic!("no password in {said}"));
    browser.go(&format!("http://{address}/desk")).await;
    browser.fill("name", "desk").await;
    browser.fill("password", &password).await;
    browser.press("main form button").await;
    assert!(browser.ask("document.querySelectorAll('table tr').length").await.as_i64().is_some_and(|n| n > 8));
    browser.go(&format!("http://{address}/desk/file")).await;
    browser.fill("copy", "Kite caught in the town clock\n\nHAVENMOUTH, 12 March 2026 (SCN): A kite was caught today.\n\nNobody minded.\n").await;
    browser.press("main form button").await;
    let understood = browser.ask("document.querySelector('main').innerText").await;
    assert!(understood.as_str().is_some_and(|t| t.contains("Kite caught in the town clock")), "{understood}");
}
