//! Accounts: who they are, what they may do; make one.

use crate::{
    answers::Answer,
    desk::{
        done,
        door::{Form, Person, Posted, Refused},
        page::Page,
    },
};
use askama::Template;
use axum::{extract::Query, response::Response};
use lang::Word;
use newsroom::people::NewAccount;
use story::{Right, Rights, Role, Tag};

/// An account in the list.
pub(super) struct Row {
    pub id: String,
    pub name: String,
    pub lang: Option<String>,
    pub closed: bool,
    /// It is the reader's own.
    pub own: bool,
    pub rights: Vec<RightRow>,
}

/// A right of an account, in words, and as a form takes it back.
pub(super) struct RightRow {
    pub role: Word,
    pub lang: Option<String>,
    pub desk: Option<String>,
    pub form: String,
}

#[derive(Template)]
#[template(path = "desk/accounts.html")]
struct Accounts {
    page: Page,
    rows: Vec<Row>,
    roles: Vec<(&'static str, Word)>,
    typed: Form,
}

/// A right as a form holds it: `editor|ur|` is an editor in Urdu at every desk.
pub(super) fn written(right: &Right) -> String {
    let lang = right.lang.as_ref().map_or("", |tag| tag.as_str());
    format!("{}|{lang}|{}", right.role, right.desk.as_deref().unwrap_or_default())
}

/// The right that the boxes `role`, `lang` and `desk` name.
pub(super) fn of_boxes(form: &Form) -> Option<Right> {
    let role: Role = form.get("role").parse().ok()?;
    let lang = form.get("lang");
    let lang = if lang.is_empty() { None } else { Some(lang.parse::<Tag>().ok()?) };
    Some(Right { role, lang, desk: form.line_if_any("desk") })
}

pub(in crate::desk) async fn show(person: Person, Query(asked): Query<done::Asked>) -> Result<Response, Refused> {
    let done = asked.said(&person).await;
    list(&person, &Form::default(), None, done).await
}

/// The page, with what went wrong and what was typed.
pub(super) async fn list(
    person: &Person,
    typed: &Form,
    fault: Option<Answer>,
    done: Vec<String>,
) -> Result<Response, Refused> {
    let page = person.page(Word::Accounts).with_fault_if_any(fault).with_done(done);
    let people = person.desk().room().people(&person.actor).await.map_err(|error| person.refuse(&error))?;
    let right = |right: &Right| RightRow {
        role: Word::from(right.role),
        lang: right.lang.as_ref().map(|tag| page.language(tag)),
        desk: right.desk.as_ref().map(ToString::to_string),
        form: written(right),
    };
    let rows = people.iter().map(|p| Row {
        id: p.id.to_string(),
        name: p.name.clone(),
        lang: p.lang.as_ref().map(|tag| page.language(tag)),
        closed: p.closed,
        own: person.actor.account == Some(p.id),
        rights: p.rights.0.iter().map(right).collect(),
    });
    let mut rows: Vec<Row> = rows.collect();
    rows.sort_by(|a, b| (a.closed).cmp(&b.closed).then_with(|| page.profile().cmp(&a.name, &b.name)));
    let roles = Role::ALL.iter().map(|&role| (role.as_str(), Word::from(role))).collect();
    Ok(person.reply(page.status(), &Accounts { page, rows, roles, typed: typed.clone() }))
}

pub(in crate::desk) async fn post(posted: Posted) -> Result<Response, Refused> {
    let Posted { person, form, request } = posted;
    match make(&person, &form).await {
        Ok(()) => Ok(person.lead(request, "/desk/accounts?done=account")),
        Err(answer) => list(&person, &form, Some(answer), Vec::new()).await,
    }
}

async fn make(person: &Person, form: &Form) -> Result<(), Answer> {
    let profile = person.profile();
    if form.get("name").trim().is_empty() {
        return Err(Answer::unfilled(profile, Word::Name));
    }
    if form.get("password") != form.get("again") {
        return Err(Answer::of_form(profile, Word::ErrorPasswordsDiffer));
    }
    let right = of_boxes(form).ok_or_else(|| Answer::unfilled(profile, Word::Role))?;
    let new = NewAccount {
        name: form.get("name").trim().to_owned(),
        password: form.get("password").to_owned(),
        rights: Rights(vec![right]),
        lang: form.get("own_lang").parse().ok(),
    };
    person.desk().room().make_account(&person.actor, new).await.map_err(|error| person.answer(&error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_is_read_as_it_is_written() {
        let form: Form = [("role", "editor"), ("lang", "ur"), ("desk", " sport ")]
            .into_iter()
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .collect();
        let right = of_boxes(&form).expect("a right");
        assert_eq!(written(&right), "editor|ur|sport");
        assert_eq!(of_boxes(&Form::default()), None);
    }
}
