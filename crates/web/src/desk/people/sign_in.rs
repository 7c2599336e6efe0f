//! Sign in. A form that came after its session had ended waits in this page and goes on from here.

use super::begin;
use crate::{
    answers::Answer,
    desk::{
        door::{KEPT, Person, PostedByAnyone, Refused, Visitor, later, safe_way},
        page::{Again, Page},
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
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "desk/sign_in.html")]
pub(in crate::desk) struct SignIn {
    pub page: Page,
    /// Where to go on.
    pub then: String,
    pub name: String,
    /// The boxes of a form that waits for its session.
    pub kept: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub(in crate::desk) struct Question {
    #[serde(default)]
    then: String,
}

pub(in crate::desk) async fn show(visitor: Visitor, Query(asked): Query<Question>) -> Result<Response, Refused> {
    let then = safe_way(&asked.then).to_owned();
    let visitor = match Person::find(visitor).await? {
        Ok(_) => return Ok(Redirect::to(&then).into_response()),
        Err(visitor) => visitor,
    };
    if visitor.desk.room().awaits_first().await.map_err(|error| visitor.refuse(&error))? {
        return Ok(Redirect::to("/desk/first").into_response());
    }
    let page = SignIn { page: visitor.page(Word::SignIn), then, name: String::new(), kept: Vec::new() };
    Ok(visitor.reply(StatusCode::OK, &page))
}

pub(in crate::desk) async fn post(posted: PostedByAnyone) -> Result<Response, Refused> {
    let PostedByAnyone { visitor, guarded, form } = posted;
    let then = safe_way(form.get("then")).to_owned();
    let kept: Vec<(String, String)> = form.under(KEPT).map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
    let name = form.get("name").trim().to_owned();
    let again = |answer: Answer| {
        let (status, wait) = (answer.status, answer.wait);
        let page = visitor.page(Word::SignIn).with_fault(answer);
        let page = SignIn { page, then: then.clone(), name: name.clone(), kept: kept.clone() };
        later(visitor.reply(status, &page), wait)
    };
    if !guarded {
        return Ok(again(Answer::plain(StatusCode::FORBIDDEN, &visitor.profile, Word::ErrorFormExpired)));
    }
    let room = visitor.desk.room();
    let signed_in = match room.sign_in(&name, form.get("password"), &visitor.from, &visitor.device).await {
        Ok(signed_in) => signed_in,
        Err(Error::Denied { .. }) => {
            return Ok(again(Answer::plain(StatusCode::FORBIDDEN, &visitor.profile, Word::ErrorWrongPassword)));
        }
        Err(error) => return Ok(again(visitor.answer(&error))),
    };
    let response = if kept.is_empty() {
        Redirect::to(&then).into_response()
    } else {
        let person =
            Person { visitor: visitor.clone(), actor: signed_in.actor.clone(), session: signed_in.token.clone() };
        let page = Again { page: person.page(Word::Desk), way: then, kept };
        person.reply(StatusCode::OK, &page)
    };
    Ok(begin(&visitor, &signed_in, response))
}
