//! Two people at one edition.

use super::{COPY, Office};
use http::StatusCode;
use story::Role;

#[tokio::test]
async fn whoever_comes_second_sees_both_texts_and_goes_on_from_the_newest() {
    let office = Office::open();
    let mut ana = office.seat("ana", &[Role::Editor], "en").await;
    let mut bo = office.seat("bo", &[Role::Editor], "en").await;
    let id = office.file("en", COPY, "clock").await;
    let way = format!("/desk/story/{id}/en/revise");
    let (hers, his) = (ana.get(&way).await, bo.get(&way).await);
    let copy = hers.form(&way).boxes.iter().find(|(name, _)| name == "copy").expect("copy").1.clone();
    let first = ana.submit(&hers, &way, &[("copy", &copy.replace("Nobody", "No gull")), ("do", "save")]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let mine = copy.replace("ninety", "eighty");
    let second = bo.submit(&his, &way, &[("copy", &mine), ("do", "save")]).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.has("Saved by ana") && second.has("No gull was hurt"), "{}", second.body);
    assert!(second.has("<del>ninety</del><ins>eighty</ins>"), "{}", second.body);
    let form = second.form(&way);
    assert!(form.boxes.contains(&("copy".into(), mine.clone())), "what was typed stands in the box");
    assert!(form.boxes.contains(&("based_on".into(), "2".into())));
    let both = mine.replace("Nobody", "No gull");
    let third = bo.fill(&form, &[("copy", &both), ("do", "save")]).await;
    assert_eq!(third.status, StatusCode::SEE_OTHER);
    let shown = office.room.show(&Office::owner(), id).await.expect("a story");
    let text = shown.editions[0].text.as_ref().expect("a text").plain();
    assert!(text.contains("No gull") && text.contains("eighty"));
}

#[tokio::test]
async fn a_page_that_was_read_first_does_not_forget_what_it_is_based_on() {
    let office = Office::open();
    let mut ana = office.seat("ana", &[Role::Editor], "en").await;
    let mut bo = office.seat("bo", &[Role::Editor], "en").await;
    let id = office.file("en", COPY, "clock").await;
    let way = format!("/desk/story/{id}/en/revise");
    let his = bo.get(&way).await;
    let hers = ana.get(&way).await;
    ana.submit(&hers, &way, &[("copy", &COPY.replace("Nobody", "No gull")), ("do", "save")]).await;
    let read = bo.submit(&his, &way, &[("do", "read")]).await;
    assert_eq!(read.status, StatusCode::OK);
    let saved = bo.submit(&read, &way, &[("copy", &COPY.replace("ninety", "eighty")), ("do", "save")]).await;
    assert_eq!(saved.status, StatusCode::CONFLICT);
}
