//! Close an account: nobody signs in with it, and its sessions end.

use super::accounts::list;
use crate::desk::door::{Form, Posted, Refused};
use axum::{extract::Path, response::Response};
use newsroom::Error;
use story::AccountId;

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let Posted { person, request, .. } = posted;
    let closed = match id.parse::<AccountId>() {
        Ok(id) => person.desk().room().close_account(&person.actor, id).await,
        Err(_) => Err(Error::Missing("account")),
    };
    match closed {
        Ok(()) => Ok(person.lead(request, "/desk/accounts?done=account")),
        Err(error) => list(&person, &Form::default(), Some(person.answer(&error)), Vec::new()).await,
    }
}
