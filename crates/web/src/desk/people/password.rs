//! One's own password. A new one ends every session; this browser gets a new one at once.

use super::begin;
use crate::{
    answers::Answer,
    desk::{
        done,
        door::{Person, Posted, Refused},
        page::Page,
    },
};
use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use http::StatusCode;
use lang::Word;
use newsroom::Error;

#[derive(Template)]
#[template(path = "desk/password.html")]
struct Password {
    page: Page,
}

pub(in crate::desk) async fn show(person: Person, Query(asked): Query<done::Asked>) -> Response {
    let page = person.page(Word::PasswordChange).with_done(asked.said(&person).await);
    person.reply(StatusCode::OK, &Password { page })
}

pub(in crate::desk) async fn post(posted: Posted) -> Result<Response, Refused> {
    let Posted { person, form, .. } = posted;
    let again = |answer: Answer| {
        let page = person.page(Word::PasswordChange).with_fault(answer);
        Ok(person.reply(page.status(), &Password { page }))
    };
    let (profile, new) = (person.profile(), form.get("new"));
    if new != form.get("again") {
        return again(Answer::of_form(profile, Word::ErrorPasswordsDiffer));
    }
    let room = person.desk().room();
    match room.change_password(&person.actor, form.get("old"), new).await {
        Ok(()) => {}
        Err(Error::Denied { .. }) => {
            return again(Answer::plain(StatusCode::FORBIDDEN, profile, Word::ErrorWrongPassword));
        }
        Err(error) => return again(person.answer(&error)),
    }
    let visitor = &person.visitor;
    match room.sign_in(&person.actor.name, new, &visitor.from, &visitor.device).await {
        Ok(signed_in) => {
            let response = Redirect::to("/desk/password?done=account").into_response();
            Ok(begin(visitor, &signed_in, response))
        }
        Err(_) => Ok(Redirect::to("/desk/sign-in").into_response()),
    }
}
