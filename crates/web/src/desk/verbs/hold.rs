//! Hold: a story goes out of sight while it is checked.

use super::{carry_out, wording};
use crate::desk::{
    door::{Posted, Refused},
    story::identity,
};
use axum::{extract::Path, response::Response};
use newsroom::{Ask, Hold};

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let (reason, notice) = (posted.form.line("reason"), wording(&posted.form));
    carry_out(posted, story, "hold", Ok(Ask::Hold(Hold { story, reason, notice }))).await
}
