//! The first account, with the one-time token that the program printed. Once there is an account there is no such page.

use super::begin;
use crate::{
    answers::Answer,
    desk::{
        door::{PostedByAnyone, Refused, Visitor},
        page::{self, Page},
    },
};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use lang::Word;
use newsroom::Error;
use story::Tag;

#[derive(Template)]
#[template(path = "desk/first.html")]
struct First {
    page: Page,
    token: String,
    name: String,
    chosen: String,
}

pub(in crate::desk) async fn show(visitor: Visitor) -> Result<Response, Refused> {
    if !visitor.desk.room().awaits_first().await.map_err(|error| visitor.refuse(&error))? {
        return Ok(page::not_found(visitor).await);
    }
    let chosen = visitor.profile.tag().to_string();
    let page = First { page: visitor.page(Word::FirstAccount), token: String::new(), name: String::new(), chosen };
    Ok(visitor.reply(StatusCode::OK, &page))
}

pub(in crate::desk) async fn post(posted: PostedByAnyone) -> Result<Response, Refused> {
    let PostedByAnyone { visitor, guarded, form } = posted;
    let room = visitor.desk.room();
    if !room.awaits_first().await.map_err(|error| visitor.refuse(&error))? {
        return Ok(page::not_found(visitor).await);
    }
    let name = form.get("name").trim();
    let again = |answer: Answer| {
        let page = visitor.page(Word::FirstAccount).with_fault(answer);
        let (token, chosen) = (form.get("token").to_owned(), form.get("lang").to_owned());
        Ok(visitor.reply(page.status(), &First { page, token, name: name.to_owned(), chosen }))
    };
    let profile = &visitor.profile;
    if !guarded {
        return again(Answer::plain(StatusCode::FORBIDDEN, profile, Word::ErrorFormExpired));
    }
    if name.is_empty() {
        return again(Answer::unfilled(profile, Word::Name));
    }
    let password = form.get("password");
    if password != form.get("again") {
        return again(Answer::of_form(profile, Word::ErrorPasswordsDiffer));
    }
    let lang = form.get("lang").parse::<Tag>().ok();
    match room.make_first(form.get("token"), name, password, lang).await {
        Ok(_) => {}
        Err(Error::Denied { .. }) => {
            return again(Answer::plain(StatusCode::FORBIDDEN, profile, Word::ErrorWrongToken));
        }
        Err(error) => return again(visitor.answer(&error)),
    }
    match room.sign_in(name, password, &visitor.from, &visitor.device).await {
        Ok(signed_in) => Ok(begin(&visitor, &signed_in, Redirect::to("/desk").into_response())),
        Err(error) => Err(visitor.refuse(&error)),
    }
}
