//! The language in which somebody reads the desk, kept in their browser.

use crate::{
    answers::Answer,
    desk::door::{Cookie, PostedByAnyone, Refused, safe_way},
};
use axum::response::{IntoResponse, Redirect, Response};
use http::{StatusCode, header};
use lang::Word;
use story::Tag;

/// A year, in seconds.
const YEAR: i64 = 365 * 24 * 60 * 60;

pub(in crate::desk) async fn post(posted: PostedByAnyone) -> Result<Response, Refused> {
    let PostedByAnyone { visitor, guarded, form } = posted;
    if !guarded {
        return Err(visitor.trouble(Answer::plain(StatusCode::FORBIDDEN, &visitor.profile, Word::ErrorFormExpired)));
    }
    let asked = form.get("lang").parse::<Tag>().ok();
    let Some(tag) = asked.filter(|tag| visitor.desk.room().house().languages.get(tag).is_some()) else {
        return Err(visitor.trouble(Answer::plain(StatusCode::NOT_FOUND, &visitor.profile, Word::ErrorNotFound)));
    };
    let mut response = Redirect::to(safe_way(form.get("then"))).into_response();
    let cookie = Cookie::Language.keep(tag.as_str(), Some(YEAR), visitor.secure);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
