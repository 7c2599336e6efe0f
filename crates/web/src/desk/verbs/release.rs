//! Release: the editions that were ticked become public, each with the revision that the page showed.

use super::{carry_out, pins};
use crate::{
    answers::Answer,
    desk::{
        door::{Posted, Refused},
        story::identity,
    },
};
use axum::{extract::Path, response::Response};
use lang::Word;
use newsroom::{Ask, Release};

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let editions = pins(&posted.form);
    let ask = if editions.is_empty() {
        Err(Answer::unfilled(posted.person.profile(), Word::Editions))
    } else {
        Ok(Ask::Release(Release { story, editions, despite_findings: posted.form.line_if_any("despite") }))
    };
    carry_out(posted, story, "release", ask).await
}
