//! Unhold: a held story is back.

use super::{carry_out, reason, wording};
use crate::desk::{
    door::{Posted, Refused},
    story::identity,
};
use axum::{extract::Path, response::Response};
use newsroom::{Ask, Unhold};

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let notice = wording(&posted.form);
    let ask = reason(&posted).map(|reason| Ask::Unhold(Unhold { story, reason, notice }));
    carry_out(posted, story, "unhold", ask).await
}
