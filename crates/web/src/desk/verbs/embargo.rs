//! Embargo: nothing of a story is public before a time; set, moved or lifted.

use super::carry_out;
use crate::{
    answers::Answer,
    desk::{
        door::{Posted, Refused},
        story::identity,
        time,
    },
};
use axum::{extract::Path, response::Response};
use lang::Word;
use newsroom::{Ask, Embargo};

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let until = if posted.form.is("do", "lift") {
        Ok(None)
    } else {
        let read = time::read(posted.form.get("at"), &posted.person.desk().options().zone);
        read.map(Some).ok_or_else(|| Answer::of_form(posted.person.profile(), Word::ErrorNoTime))
    };
    let ask = until.map(|until| Ask::Embargo(Embargo { story, until }));
    carry_out(posted, story, "embargo", ask).await
}
