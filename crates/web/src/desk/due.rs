//! What is signed off and waits for its time.

use super::{
    done,
    door::{Person, Refused},
    page::Page,
    spoken::Spoken,
};
use askama::Template;
use axum::{extract::Query, response::Response};
use http::StatusCode;
use jiff::Timestamp;
use lang::Word;
use newsroom::Saying;
use story::{StoryId, Tag, Verb};

struct Row {
    id: StoryId,
    slug: String,
    headline: Spoken,
    lang: Tag,
    revision: u32,
    at: Timestamp,
    by: String,
    stuck: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/due.html")]
struct Due {
    page: Page,
    rows: Vec<Row>,
    paused: bool,
}

pub(super) async fn show(person: Person, Query(asked): Query<done::Asked>) -> Result<Response, Refused> {
    let room = person.desk().room();
    let refuse = |error| person.refuse(&error);
    let page = person.page(Word::DueList).with_done(asked.said(&person).await);
    let paused = room.is_paused().await.map_err(refuse)?;
    let mut rows = Vec::new();
    for (id, planned) in room.waiting(&person.actor).await.map_err(refuse)? {
        let shown = room.show(&person.actor, id).await.map_err(refuse)?;
        let text = shown.editions.iter().find(|e| e.lang == planned.lang).and_then(|e| e.text.as_ref());
        let headline = text.map(|text| text.headline.plain()).unwrap_or_default();
        rows.push(Row {
            id,
            slug: shown.data.slug.to_string(),
            headline: Spoken::new(&room.house().languages, &planned.lang, headline),
            lang: planned.lang,
            revision: planned.revision,
            at: planned.at,
            by: planned.by,
            stuck: planned.stuck.map(|why| Saying::stored_printed(&why, person.profile(), &room.house().languages)),
        });
    }
    Ok(person.reply(StatusCode::OK, &Due { page, rows, paused }))
}
