//! The page this project began with, through the whole program. Its words are its agency's and stay outside.

use crate::support::{program, shared, tag};
use dateline::call::Call;
use serde_json::Value;

#[tokio::test(flavor = "multi_thread")]
async fn the_page_it_began_with_is_read_filed_released_and_shown() {
    let test = "the_page_it_began_with_is_read_filed_released_and_shown";
    let Some(folder) = shared(test, "samples") else { return };
    let file = folder.join("agency-page.txt");
    let file = file.to_str().expect("a path");
    let read: Value = serde_json::from_str(&program::says(&["read", "--json", file])).expect("JSON");
    assert_eq!(read["lang"], "en");
    let dateline = &read["text"]["dateline"];
    assert_eq!(dateline["places"], serde_json::json!(["Baku"]));
    assert_eq!(dateline["date"], "2023-02-26");
    assert_eq!(dateline["agency"], "GNP");
    let body = read["text"]["body"].as_array().expect("a body");
    let of = |kind: &str| body.iter().filter(|b| b.get(kind).is_some()).count();
    assert_eq!((of("paragraph"), of("related"), body.len()), (16, 2, 18));
    assert_eq!(read["furniture"].as_array().map(Vec::len), Some(3));

    let place = tempfile::tempdir().expect("a temporary folder");
    let agency = place.path().join("agency");
    let serving = program::Serving::start(&agency);
    let dir = agency.to_str().expect("a path");
    let filed: Value = serde_json::from_str(&program::says(&["file", "--json", "--dir", dir, file])).expect("JSON");
    let story = filed["answer"]["story"].as_str().expect("a story").to_owned();
    program::says(&["release", "--dir", dir, &story]);
    let shown = program::call(
        &mut serving.line().await,
        Call::Show { story: story.clone(), lang: Some(tag("en")), reader: None },
    )
    .await;
    assert!(shown.to_string().contains("public"), "{shown}");
    let page = program::get(&serving.address(), &format!("/en/{story}")).await;
    assert!(page.starts_with("HTTP/1.1 301") || page.starts_with("HTTP/1.1 308"), "{page}");
    let front = program::get(&serving.address(), "/en/").await;
    assert!(front.contains(&story) && !front.contains("site-verification"));
}
