//! The text of one revision, and the copy that it was read from.

use super::{
    blocks,
    door::{Person, Refused},
    page::Page,
    story::{edition, identity},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use http::StatusCode;
use lang::Word;
use newsroom::Error;
use store::Kept;
use story::{StoryId, Tag, Text};

#[derive(Template)]
#[template(path = "desk/revision.html")]
struct RevisionPage {
    page: Page,
    id: StoryId,
    lang: Tag,
    name: String,
    revision: story::Revision,
    text: Option<blocks::Shown>,
    /// The copy as it came; bytes that are not UTF-8 show as �.
    input: Option<String>,
}

pub(super) async fn show(
    person: Person,
    Path((id, lang, number)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let (id, lang) = (identity(&person, &id)?, edition(&person, &lang)?);
    let (room, refuse) = (person.desk().room(), |error: Error| person.refuse(&error));
    let missing = || person.refuse(&Error::Missing("revision"));
    let number: u32 = number.parse().map_err(|_| missing())?;
    // Asked of the newsroom, so that nobody sees what is not for them.
    let shown = room.show(&person.actor, id).await.map_err(refuse)?;
    let revision = shown.dossier.editions.get(&lang).and_then(|e| e.revision(number)).ok_or_else(missing)?.clone();
    let kept = room.store().bytes(id, revision.text).await.map_err(|error| refuse(error.into()))?;
    let text = match kept {
        Some(Kept::Bytes(bytes)) => Text::from_stored(&bytes).ok(),
        _ => None,
    };
    let input = match room.store().input(id, &lang, number).await {
        Ok(input) => input.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        Err(store::Error::Sealed(_)) => None,
        Err(error) => return Err(refuse(error.into())),
    };
    let page = person.page(Word::Revision);
    let name = page.language(&lang);
    let title = format!("{} · {name}", page.say_number(Word::RevisionNumber, number));
    let text = text.map(|text| blocks::Shown::new(&room.house().languages, &lang, &text));
    let page = page.titled(title);
    Ok(person.reply(StatusCode::OK, &RevisionPage { page, id, lang, name, revision, text, input }))
}
