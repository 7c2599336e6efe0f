//! Who works at the desk.

use super::both;
use crate::{
    assemble::Works,
    call::Answer,
    fault::{Fault, Result},
    say::paint,
};
use newsroom::{
    Actor,
    people::{NewAccount, Person},
};
use serde_json::json;
use story::{AccountId, Right, Rights};

/// A right as it is written on the command line.
fn right(right: &Right) -> String {
    let lang = right.lang.as_ref().map(ToString::to_string).unwrap_or_default();
    match &right.desk {
        Some(desk) => format!("{}:{lang}:{desk}", right.role),
        None if lang.is_empty() => right.role.to_string(),
        None => format!("{}:{lang}", right.role),
    }
}

fn line(person: &Person) -> String {
    let rights: Vec<String> = person.rights.0.iter().map(right).collect();
    let closed = if person.closed { format!("  {}", paint::red("closed")) } else { String::new() };
    format!("{}  {}{closed}\n", paint::strong(&person.name), rights.join(" "))
}

async fn named(works: &Works, actor: &Actor, name: &str) -> Result<AccountId> {
    let people = works.room.people(actor).await?;
    let found = people.iter().find(|person| person.name == name);
    found.map(|person| person.id).ok_or_else(|| {
        let fault = Fault::missing(format!("there is no account named {name:?}"));
        fault.help("`dateline account list` lists them all")
    })
}

pub(super) async fn list(works: &Works, actor: &Actor) -> Result<Answer> {
    let people = works.room.people(actor).await?;
    let words = if people.is_empty() {
        "There are no accounts yet: `dateline serve` says how the first is made.\n".to_owned()
    } else {
        people.iter().map(line).collect()
    };
    both(&people, words)
}

pub(super) async fn add(works: &Works, actor: &Actor, new: NewAccount) -> Result<Answer> {
    let name = new.name.clone();
    let id = works.room.make_account(actor, new).await?;
    both(&json!({ "id": id, "name": name }), format!("account {}\n", paint::strong(&name)))
}

pub(super) async fn set_rights(works: &Works, actor: &Actor, name: &str, rights: Rights) -> Result<Answer> {
    let id = named(works, actor, name).await?;
    let words: Vec<String> = rights.0.iter().map(right).collect();
    works.room.set_rights(actor, id, rights).await?;
    both(&json!({ "id": id }), format!("{name} may from now on: {}\n", words.join(" ")))
}

pub(super) async fn close(works: &Works, actor: &Actor, name: &str) -> Result<Answer> {
    let id = named(works, actor, name).await?;
    works.room.close_account(actor, id).await?;
    both(&json!({ "id": id }), format!("The account {name} is closed, and signed out everywhere.\n"))
}
