//! Unhold: a held story is back.

use super::{carry_out, wording};
use crate::desk::{
    door::{Posted, Refused},
    story::identity,
};
use axum::{extract::Path, response::Response};
use newsroom::{Ask, Unhold};

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let (reason, notice) = (posted.form.line("reason"), wording(&posted.form));
    carry_out(posted, story, "unhold", Ok(Ask::Unhold(Unhold { story, reason, notice }))).await
}
