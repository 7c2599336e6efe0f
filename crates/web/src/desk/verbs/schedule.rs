//! Schedule: editions are signed off for a time; what waits is moved to another time, or cancelled.

use super::{carry_out, pins};
use crate::{
    answers::Answer,
    desk::{
        door::{Posted, Refused},
        story::identity,
        time,
    },
};
use axum::{extract::Path, response::Response};
use jiff::Timestamp;
use lang::Word;
use newsroom::{Ask, Cancel, Error, Move, Schedule};
use story::DueId;

/// The time in the box `at`.
fn moment(posted: &Posted) -> Result<Timestamp, Answer> {
    let zone = &posted.person.desk().options().zone;
    let at = time::read(posted.form.get("at"), zone);
    at.ok_or_else(|| Answer::of_form(posted.person.profile(), Word::ErrorNoTime))
}

fn due(posted: &Posted) -> Result<DueId, Answer> {
    let missing = |_| posted.person.answer(&Error::Missing("planned release"));
    posted.form.get("due").parse().map_err(missing)
}

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let editions = pins(&posted.form);
    let ask = if editions.is_empty() {
        Err(Answer::unfilled(posted.person.profile(), Word::Editions))
    } else {
        let despite_findings = posted.form.line_if_any("despite");
        moment(&posted).map(|at| Ask::Schedule(Schedule { story, editions, at, despite_findings }))
    };
    carry_out(posted, story, "schedule", ask).await
}

pub(in crate::desk) async fn post_move(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let ask = due(&posted).and_then(|due| Ok(Ask::Move(Move { story, due, at: moment(&posted)? })));
    carry_out(posted, story, "move", ask).await
}

pub(in crate::desk) async fn post_cancel(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let ask = due(&posted).map(|due| Ask::Cancel(Cancel { story, due }));
    carry_out(posted, story, "cancel", ask).await
}
