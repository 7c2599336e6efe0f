//! Find a story by its identity, the beginning of it, or its slug. Asked by a form, so that no slug is in an address.

use super::door::{Posted, Refused};
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn post(posted: Posted) -> Result<Response, Refused> {
    let Posted { person, form, .. } = posted;
    let word = form.get("word").trim();
    match person.desk().room().named(&person.actor, word).await {
        Ok(id) => Ok(Redirect::to(&format!("/desk/story/{id}")).into_response()),
        Err(error) => Err(person.refuse(&error)),
    }
}
