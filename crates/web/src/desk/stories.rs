//! The list of stories: each with its state in every language, the latest change first.

use super::{
    done,
    door::{Person, Refused},
    page::Page,
    spoken::Spoken,
};
use crate::answers::Answer;
use askama::Template;
use axum::{extract::Query, response::Response};
use jiff::Timestamp;
use lang::Word;
use newsroom::Listed;
use serde::Deserialize;
use story::{Dossier, Standing, StoryId, Tag, Verb};

/// Stories on a page.
const MOST: usize = 40;

/// A story in the list.
struct Row {
    id: StoryId,
    headline: Spoken,
    slug: String,
    at: Timestamp,
    /// One for each column.
    cells: Vec<Cell>,
}

/// The story in one language.
struct Cell {
    lang: Tag,
    /// None: there is no such edition.
    standing: Option<Standing>,
    behind: bool,
    due: bool,
    /// There is a newer revision than the public one.
    newer: bool,
}

#[derive(Template)]
#[template(path = "desk/stories.html")]
struct Stories {
    page: Page,
    columns: Vec<(Tag, String)>,
    rows: Vec<Row>,
    older: Option<String>,
    waiting: usize,
    paused: bool,
    /// What was looked for and not found.
    word: String,
}

/// The question of the list's address.
#[derive(Deserialize)]
pub(super) struct Place {
    /// The last story of the page before: its time in milliseconds, and its identity.
    #[serde(default)]
    before: String,
}

fn place(word: &str) -> Option<(Timestamp, StoryId)> {
    let (at, id) = word.split_once('-')?;
    Some((Timestamp::from_millisecond(at.parse().ok()?).ok()?, id.parse().ok()?))
}

pub(super) async fn show(
    person: Person,
    Query(asked): Query<done::Asked>,
    Query(from): Query<Place>,
) -> Result<Response, Refused> {
    let page = person.page(Word::Stories).with_done(asked.said(&person).await);
    list(&person, page, place(&from.before), String::new()).await
}

/// The list, with what went wrong and the word that was looked for.
pub(super) async fn again(person: &Person, word: &str, fault: Answer) -> Result<Response, Refused> {
    list(person, person.page(Word::Stories).with_fault(fault), None, word.to_owned()).await
}

async fn list(
    person: &Person,
    page: Page,
    before: Option<(Timestamp, StoryId)>,
    word: String,
) -> Result<Response, Refused> {
    let room = person.desk().room();
    let refuse = |error| person.refuse(&error);
    let lang = person.profile().tag();
    let mut listed = room.list(&person.actor, Some(lang), before, MOST + 1).await.map_err(refuse)?;
    let more = listed.len() > MOST;
    listed.truncate(MOST);
    let older = listed.last().filter(|_| more).map(|last| format!("{}-{}", last.at.as_millisecond(), last.id));
    let mut columns: Vec<Tag> = room.house().languages.tags().cloned().collect();
    for (lang, ..) in listed.iter().flat_map(|story| &story.editions) {
        if !columns.contains(lang) {
            columns.push(lang.clone());
        }
    }
    let mut rows = Vec::new();
    for story in listed {
        // Whether an edition is behind, and which one waits, stands in the dossier alone.
        let dossier = room.store().dossier(story.id).await.map_err(|error| person.refuse(&error.into()))?;
        rows.push(row(person, story, dossier.as_ref(), &columns));
    }
    let waiting = room.waiting(&person.actor).await.map_err(refuse)?.len();
    let paused = room.is_paused().await.map_err(refuse)?;
    let columns = columns.into_iter().map(|tag| (tag.clone(), page.language(&tag))).collect();
    let status = page.status();
    Ok(person.reply(status, &Stories { page, columns, rows, older, waiting, paused, word }))
}

fn row(person: &Person, story: Listed, dossier: Option<&Dossier>, columns: &[Tag]) -> Row {
    let cell = |lang: &Tag| {
        let edition = story.editions.iter().find(|(tag, ..)| tag == lang);
        let (standing, newest, public) = match edition {
            Some((_, standing, newest, public)) => (Some(*standing), *newest, *public),
            None => (None, 0, None),
        };
        Cell {
            lang: lang.clone(),
            standing,
            behind: dossier.is_some_and(|d| d.behind(lang, newest).is_some()),
            due: dossier.is_some_and(|d| d.due.iter().any(|planned| planned.lang == *lang)),
            newer: standing == Some(Standing::Public) && public.is_some_and(|public| public < newest),
        }
    };
    let cells = columns.iter().map(cell).collect();
    let headline = Spoken::new(&person.desk().room().house().languages, &story.lang, story.headline);
    Row { id: story.id, headline, slug: story.slug, at: story.at, cells }
}

/// A sign for each state, beside its word.
pub(super) const fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Unreleased => "○",
        Standing::Public => "●",
        Standing::Held => "◐",
        Standing::Killed => "×",
        Standing::TakenDown => "□",
    }
}

/// The class that goes with each state, for its tint.
pub(super) const fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Unreleased => "unreleased",
        Standing::Public => "public",
        Standing::Held => "held",
        Standing::Killed | Standing::TakenDown => "killed",
    }
}

impl Cell {
    fn class(&self) -> &'static str {
        self.standing.map_or("missing", class)
    }

    fn sign(&self) -> &'static str {
        self.standing.map_or("–", sign)
    }

    fn word(&self) -> Word {
        self.standing.map_or(Word::StateMissing, Word::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_list_is_read_or_passed_over() {
        let id = StoryId::from_bytes([7; 16]);
        assert_eq!(place(&format!("1500-{id}")), Some((Timestamp::from_millisecond(1500).expect("a time"), id)));
        for nowhere in ["", "x", "1500", "1500-x", "-5-5"] {
            assert_eq!(place(nowhere), None);
        }
    }
}
