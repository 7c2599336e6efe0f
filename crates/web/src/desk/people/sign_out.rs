//! Sign out: the session ends, in the browser and here.

use crate::desk::door::{Cookie, Posted, Refused};
use axum::response::{IntoResponse, Redirect, Response};
use http::header;

pub(in crate::desk) async fn post(posted: Posted) -> Result<Response, Refused> {
    let Posted { person, .. } = posted;
    person.desk().room().sign_out(&person.session).await.map_err(|error| person.refuse(&error))?;
    let mut response = Redirect::to("/desk/sign-in").into_response();
    for cookie in [Cookie::Session, Cookie::Language] {
        response.headers_mut().append(header::SET_COOKIE, cookie.forget(person.visitor.secure));
    }
    Ok(response)
}
