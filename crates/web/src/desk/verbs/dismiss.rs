//! Dismiss: a finding counts no more, for a reason; and the way back.

use super::{carry_out, reason};
use crate::{
    answers::Answer,
    desk::{
        door::{Posted, Refused},
        story::identity,
    },
};
use axum::{extract::Path, response::Response};
use newsroom::{Ask, Dismiss, Error, Undismiss};
use story::{Hash, Tag};

/// The finding that the form names: its edition and its key.
fn finding(posted: &Posted) -> Result<(Tag, Hash), Answer> {
    let (lang, key) = (posted.form.get("lang").parse().ok(), posted.form.get("key").parse().ok());
    lang.zip(key).ok_or_else(|| posted.person.answer(&Error::Missing("finding")))
}

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let ask = finding(&posted)
        .and_then(|(lang, key)| Ok(Ask::Dismiss(Dismiss { story, lang, key, reason: reason(&posted)? })));
    carry_out(posted, story, "dismiss", ask).await
}

pub(in crate::desk) async fn post_back(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let ask = finding(&posted).map(|(lang, key)| Ask::Undismiss(Undismiss { story, lang, key }));
    carry_out(posted, story, "undismiss", ask).await
}
