//! Confirm a restore: what waits may go out again.

use crate::desk::door::{Posted, Refused};
use axum::response::Response;

pub(in crate::desk) async fn post(posted: Posted) -> Result<Response, Refused> {
    let Posted { person, request, .. } = posted;
    person.desk().room().confirm(&person.actor).await.map_err(|error| person.refuse(&error))?;
    Ok(person.lead(request, "/desk"))
}
