//! Revise the story's data: what holds in every language. What the form does not show stays as it is.

use super::carry_out;
use crate::{
    answers::Answer,
    desk::{
        door::{Form, Person, Posted, Refused},
        story::identity,
    },
};
use axum::{extract::Path, response::Response};
use lang::Word;
use newsroom::{Ask, ReviseData};
use story::{Data, Urgency, text::Line};

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted) -> Result<Response, Refused> {
    let story = identity(&posted.person, &id)?;
    let person = &posted.person;
    let shown = person.desk().room().show(&person.actor, story).await.map_err(|error| person.refuse(&error))?;
    let based_on = posted.form.get("based_on").parse().unwrap_or(0);
    let data = typed(person, &posted.form, shown.data);
    let ask = data.map(|data| Ask::ReviseData(ReviseData { story, based_on, data }));
    carry_out(posted, story, "data", ask).await
}

/// The data as it was typed.
fn typed(person: &Person, form: &Form, now: Data) -> Result<Data, Answer> {
    let unfilled = |word| Answer::unfilled(person.profile(), word);
    let slug = form.line_if_any("slug").ok_or_else(|| unfilled(Word::Slug))?;
    let urgency = form.get("urgency").parse::<u8>().ok().and_then(|n| Urgency::try_from(n).ok());
    let mut rights = now.rights.clone();
    rights.credit = form.line_if_any("credit");
    Ok(Data {
        slug,
        urgency: urgency.ok_or_else(|| unfilled(Word::Urgency))?,
        subjects: listed(form.get("subjects")),
        places: listed(form.get("places")),
        genre: form.line_if_any("genre"),
        rights,
        ..now
    })
}

/// A list as a box of several lines holds it.
fn listed(typed: &str) -> Vec<Line> {
    typed.lines().map(Line::new).filter(|line| !line.is_empty()).collect()
}
