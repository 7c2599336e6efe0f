//! Find a story by its identity, the beginning of it, or its slug. Asked by a form, so that no slug is in an address.

use super::{
    door::{Posted, Refused},
    stories,
};
use axum::response::{IntoResponse, Redirect, Response};
use newsroom::Error;

pub(super) async fn post(posted: Posted) -> Result<Response, Refused> {
    let Posted { person, form, .. } = posted;
    let word = form.get("word").trim();
    match person.desk().room().named(&person.actor, word).await {
        Ok(id) => Ok(Redirect::to(&format!("/desk/story/{id}")).into_response()),
        // The list again, with the word that was typed.
        Err(error @ (Error::Missing(_) | Error::Invalid(_))) => {
            stories::again(&person, word, person.answer(&error)).await
        }
        Err(error) => Err(person.refuse(&error)),
    }
}
