//! Take down: a story is withdrawn and its texts are sealed, for good. The form asks for the slug, so that nobody does
//! it by a slip of the hand.

use super::{carry_out, reason, wording};
use crate::{
    answers::Answer,
    desk::{
        door::{Posted, Refused},
        story::identity,
    },
};
use axum::{extract::Path, response::Response};
use lang::Word;
use newsroom::{Ask, Takedown};

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let person = &posted.person;
    let shown = person.desk().room().show(&person.actor, story).await.map_err(|error| person.refuse(&error))?;
    let notice = wording(&posted.form);
    let ask = if posted.form.line("slug") == shown.data.slug {
        reason(&posted).map(|reason| Ask::Takedown(Takedown { story, reason, notice }))
    } else {
        Err(Answer::of_form(person.profile(), Word::ErrorSlugDiffers))
    };
    carry_out(posted, story, "takedown", ask).await
}
