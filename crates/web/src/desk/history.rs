//! What happened to an edition: every revision with what it changed, every release with what it said.

use super::{
    door::{Person, Refused},
    page::Page,
    story::{edition, identity, place, what, word},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use http::StatusCode;
use jiff::Timestamp;
use lang::Word;
use newsroom::Dismissal;
use newsroom::{Change, Event};
use story::differences::{self, Bit};
use story::{Release, Revision, StoryId, Tag};

/// Something that happened.
enum Happened {
    /// A revision was saved.
    Saved { revision: Revision, changes: Vec<Changed>, sealed: bool },
    /// The edition was released.
    Released { release: Release, kind: Word, notice: Option<String> },
    /// A finding was dismissed, or the dismissal taken back.
    Dismissed { rule: Word, dismissal: Dismissal, undone: Option<(String, Timestamp)> },
}

/// A part that a revision changed.
struct Changed {
    word: Word,
    number: Option<u64>,
    how: Word,
    bits: Vec<Bit>,
}

#[derive(Template)]
#[template(path = "desk/history.html")]
struct History {
    page: Page,
    id: StoryId,
    lang: Tag,
    name: String,
    dir: &'static str,
    /// The newest first.
    events: Vec<Happened>,
}

pub(super) async fn show(person: Person, Path((id, lang)): Path<(String, String)>) -> Result<Response, Refused> {
    let (id, lang) = (identity(&person, &id)?, edition(&person, &lang)?);
    let room = person.desk().room();
    let history = room.history(&person.actor, id, &lang).await.map_err(|error| person.refuse(&error))?;
    let page = person.page(Word::History);
    let (name, dir) = (page.language(&lang), page.direction(&lang));
    let page = page.titled(format!("{} · {name}", person.profile().say(Word::History)));
    let events = history.events.into_iter().rev().map(event).collect();
    Ok(person.reply(StatusCode::OK, &History { page, id, lang, name, dir, events }))
}

fn event(event: Event) -> Happened {
    match event {
        Event::Revision { revision, changes, sealed } => {
            let changes = changes.iter().map(|change| changed(change, &revision)).collect();
            Happened::Saved { revision, changes, sealed }
        }
        Event::Release { release, notice } => {
            let kind = Word::from(release.kind);
            Happened::Released { release, kind, notice: notice.map(|notice| notice.says.to_string()) }
        }
        Event::Dismissed(dismissal) => Happened::Dismissed { rule: rule(&dismissal), undone: None, dismissal },
        Event::Undismissed(dismissal) => {
            Happened::Dismissed { rule: rule(&dismissal), undone: dismissal.undone.clone(), dismissal }
        }
    }
}

/// The name of the rule whose finding it was.
fn rule(dismissal: &Dismissal) -> Word {
    Word::from_key(&format!("rule_{}", dismissal.rule)).unwrap_or(Word::Findings)
}

fn changed(change: &Change, revision: &Revision) -> Changed {
    let (was, is) = (change.was.as_deref().unwrap_or_default(), change.is.as_deref().unwrap_or_default());
    Changed {
        word: word(change.part),
        number: place(change.part, Some(revision)),
        how: what(change.how),
        bits: differences::between(was, is),
    }
}
