//! Kill: a story is withdrawn, in every language.

use super::{carry_out, wording};
use crate::desk::{
    door::{Posted, Refused},
    story::identity,
};
use axum::{extract::Path, response::Response};
use newsroom::{Ask, Kill};

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let (reason, notice) = (posted.form.line("reason"), wording(&posted.form));
    carry_out(posted, story, "kill", Ok(Ask::Kill(Kill { story, reason, notice }))).await
}
