//! Answers what commands ask, where the newsroom is.

mod keep;
mod people;

use crate::{
    assemble::Works,
    call::{Answer, Call, Tell},
    fault::{Fault, Result},
    say,
};
use newsroom::{Actor, By, Done, Error, History};
use serde::Serialize;
use serde_json::Value;
use std::time::Duration;
use story::{RequestId, StoryId, Tag};

/// How long a question about the log waits for the next entry.
const PATIENCE: Duration = Duration::from_secs(25);

/// Answers a question of somebody.
///
/// # Errors
/// What the newsroom refuses, or cannot do.
pub async fn answer(works: &Works, actor: &Actor, call: Call, tell: &Tell) -> Result<Answer> {
    match call {
        Call::Ask { request, ask } => {
            let done = works.room.ask(&By::request(actor, request), &ask).await?;
            both(&done, say::done::words(&done, &works.look))
        }
        Call::Before { request } => before(works, actor, request).await,
        Call::Dossier { story } => {
            let id = works.room.named(actor, &story).await?;
            let dossier = works.room.store().dossier(id).await?.ok_or(Error::Missing("story"))?;
            both(&dossier, String::new())
        }
        Call::Show { story, lang } => show(works, actor, &story, lang.as_ref()).await,
        Call::Copy { story, lang } => copy(works, actor, &story, &lang).await,
        Call::List { lang, most } => {
            let stories = works.room.list(actor, lang.as_ref(), None, most).await?;
            both(&stories, say::list::words(&stories, &works.look))
        }
        Call::Waiting => {
            let (due, paused) = (works.room.waiting(actor).await?, works.room.is_paused().await?);
            both(&due, say::list::waiting(&due, paused, &works.look))
        }
        Call::History { story, lang } => history(works, actor, &story, lang).await,
        Call::Log { after, most, wait } => log(works, after, most, wait).await,
        Call::Rebuild => keep::rebuild(works, tell).await,
        Call::Verify => keep::verify(works, actor, tell).await,
        Call::Backup { to } => keep::backup(works, actor, &to).await,
        Call::Confirm => keep::confirm(works, actor).await,
        Call::State => keep::state(works).await,
        Call::People => people::list(works, actor).await,
        Call::AddPerson(new) => people::add(works, actor, new).await,
        Call::SetRights { name, rights } => people::set_rights(works, actor, &name, rights).await,
        Call::ClosePerson { name } => people::close(works, actor, &name).await,
    }
}

/// An answer for a program and for a person.
fn both(value: &impl Serialize, words: String) -> Result<Answer> {
    Ok(Answer { value: serde_json::to_value(value).map_err(Fault::ours)?, words })
}

async fn before(works: &Works, actor: &Actor, request: RequestId) -> Result<Answer> {
    let Some(answered) = works.room.store().answered(request, &actor.name).await? else {
        return Ok(Answer { value: Value::Null, words: String::new() });
    };
    let mut answer: newsroom::Answer = serde_json::from_slice(&answered.answer).map_err(Fault::ours)?;
    if let Some(first) = answered.receipt.first {
        for (n, release) in (first..).zip(&mut answer.released) {
            release.n = n;
        }
    }
    let done = Done { answer, receipt: answered.receipt, repeated: true, followed: true };
    both(&done, say::done::words(&done, &works.look))
}

async fn show(works: &Works, actor: &Actor, story: &str, lang: Option<&Tag>) -> Result<Answer> {
    let id = works.room.named(actor, story).await?;
    let shown = works.room.show(actor, id).await?;
    let Some(lang) = lang else {
        return both(&shown, say::show::story(&shown, &works.look));
    };
    let edition = shown.editions.iter().find(|e| e.lang == *lang).ok_or_else(|| no_edition(works, id, lang))?;
    both(edition, say::show::edition(&shown, edition, &works.look))
}

fn no_edition(works: &Works, id: StoryId, lang: &Tag) -> Fault {
    Fault::missing(format!("the story {id} has no edition in {}", works.look.language(lang)))
}

/// The copy that the newest revision was read from: reading it again gives the same text.
async fn copy(works: &Works, actor: &Actor, story: &str, lang: &Tag) -> Result<Answer> {
    let id = works.room.named(actor, story).await?;
    let shown = works.room.show(actor, id).await?;
    let edition = shown.editions.iter().find(|e| e.lang == *lang).ok_or_else(|| no_edition(works, id, lang))?;
    let number = edition.revision;
    let input = works.room.store().input(id, lang, number).await?;
    let Some(bytes) = input else {
        let fault = Fault::refused(format!("revision {number} of {lang} was not read from copy"));
        return Err(fault.help("`dateline show ... --json` gives its text tree; `revise --tree` takes one"));
    };
    // What came in an old charset is handed out as UTF-8, in which it can be changed anywhere.
    let copy = String::from_utf8(bytes).map_err(|_| {
        Fault::refused(format!("revision {number} of {lang} came in another charset than UTF-8"))
            .help("`dateline show ... --json` gives its text tree; `revise --tree` takes one")
    })?;
    let words = say::paint::faint(&format!("revision {number} of {lang}: save it again with --based-on {number}\n"));
    Ok(Answer { value: Value::String(copy), words })
}

async fn history(works: &Works, actor: &Actor, story: &str, lang: Option<Tag>) -> Result<Answer> {
    let id = works.room.named(actor, story).await?;
    let langs = match lang {
        Some(lang) => vec![lang],
        None => {
            let dossier = works.room.store().dossier(id).await?.ok_or(Error::Missing("story"))?;
            dossier.editions.keys().cloned().collect()
        }
    };
    let mut all: Vec<History> = Vec::new();
    for lang in &langs {
        all.push(works.room.history(actor, id, lang).await.map_err(|error| match error {
            Error::Missing("edition") => no_edition(works, id, lang),
            other => other.into(),
        })?);
    }
    let words: Vec<String> = all.iter().map(|h| say::history::words(h, &works.look)).collect();
    both(&all, words.join("\n"))
}

async fn log(works: &Works, after: Option<u64>, most: usize, wait: bool) -> Result<Answer> {
    let store = works.room.store();
    let mut newest = store.changed();
    let after = after.unwrap_or_else(|| store.position().n.saturating_sub(most as u64));
    if wait {
        let _ = tokio::time::timeout(PATIENCE, newest.wait_for(|&n| n > after)).await;
    }
    let entries = store.log(after, most).await?;
    both(&entries, say::log::words(&entries, &works.look))
}
