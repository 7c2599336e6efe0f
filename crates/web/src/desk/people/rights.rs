//! What somebody may do: give a right, or take one.

use super::accounts::{list, of_boxes, written};
use crate::{
    answers::Answer,
    desk::door::{Form, Person, Posted, Refused},
};
use axum::{extract::Path, response::Response};
use lang::Word;
use newsroom::Error;
use story::{AccountId, Rights};

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let Posted { person, form, request } = posted;
    match change(&person, &id, &form).await {
        Ok(()) => Ok(person.lead(request, "/desk/accounts?done=account")),
        Err(answer) => list(&person, &Form::default(), Some(answer), Vec::new()).await,
    }
}

async fn change(person: &Person, id: &str, form: &Form) -> Result<(), Answer> {
    let (room, profile) = (person.desk().room(), person.profile());
    let said = |error: Error| person.answer(&error);
    let id: AccountId = id.parse().map_err(|_| said(Error::Missing("account")))?;
    let people = room.people(&person.actor).await.map_err(said)?;
    let them = people.into_iter().find(|p| p.id == id).ok_or_else(|| said(Error::Missing("account")))?;
    let Rights(mut rights) = them.rights;
    let taken = form.get("take");
    if taken.is_empty() {
        let right = of_boxes(form).ok_or_else(|| Answer::unfilled(profile, Word::Role))?;
        if !rights.contains(&right) {
            rights.push(right);
        }
    } else {
        rights.retain(|right| written(right) != taken);
    }
    room.set_rights(&person.actor, id, Rights(rights)).await.map_err(said)
}
