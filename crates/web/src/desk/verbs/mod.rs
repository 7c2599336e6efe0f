//! A file for each verb: what its form brings is made into an [`Ask`], and the newsroom carries it out. When it does
//! not, the page comes back with everything that was typed.

pub(super) mod confirm;
pub(super) mod correct;
pub(super) mod data;
pub(super) mod dismiss;
pub(super) mod draft;
pub(super) mod embargo;
pub(super) mod hold;
pub(super) mod kill;
pub(super) mod release;
pub(super) mod revise;
pub(super) mod schedule;
pub(super) mod takedown;
pub(super) mod translate;
pub(super) mod unhold;

use super::{
    done,
    door::{Form, Person, Posted, Refused},
    story::{Sent, again},
};
use crate::answers::Answer;
use axum::response::{IntoResponse, Redirect, Response};
use lang::Word;
use newsroom::{Answer as Done, Ask, By, Error, Pin, Shown};
use std::collections::BTreeMap;
use story::{Origin, RequestId, StoryId, Tag, Verb, text::Line};

/// Carries a verb out and leads to the story, or shows its form again.
async fn carry_out(
    posted: Posted,
    story: StoryId,
    verb: &'static str,
    ask: Result<Ask, Answer>,
) -> Result<Response, Refused> {
    let Posted { person, form, request } = posted;
    let ask = match ask {
        Ok(ask) => ask,
        Err(fault) => return again(&person, story, fault, Sent { verb, form, stale: false }).await,
    };
    match person.desk().room().ask(&By::request(&person.actor, request), &ask).await {
        Ok(done) => Ok(lead(story, verb, &done.answer, request)),
        Err(error) => {
            let stale = matches!(error, Error::Stale(_));
            let fault = person.answer(&error);
            again(&person, story, fault, Sent { verb, form, stale }).await
        }
    }
}

/// Keeps the page of a verb from those who may not use it; the newsroom would refuse its form.
fn allow(person: &Person, shown: &Shown, verb: Verb, lang: &Tag) -> Result<(), Refused> {
    if person.actor.may(verb, Some(lang), &shown.dossier.desk) {
        Ok(())
    } else {
        Err(person.refuse(&Error::Denied { who: person.actor.name.clone(), verb }))
    }
}

/// The way to a story on which something was done.
fn lead(story: StoryId, verb: &str, answer: &Done, request: RequestId) -> Response {
    let done = if answer.is_nothing() { done::NOTHING.to_owned() } else { request.to_string() };
    let verb = if verb == "embargo" { "&verb=embargo" } else { "" };
    Redirect::to(&format!("/desk/story/{story}?done={done}{verb}")).into_response()
}

/// The editions that were ticked, each with the revision that the page showed: `ur:3`.
fn pins(form: &Form) -> Vec<Pin> {
    form.all("edition").filter_map(origin).map(|Origin { lang, revision }| Pin { lang, revision }).collect()
}

/// A revision of an edition, as forms write it: `ur:3`.
fn origin(word: &str) -> Option<Origin> {
    let (lang, revision) = word.split_once(':')?;
    Some(Origin { lang: lang.parse().ok()?, revision: revision.parse().ok()? })
}

/// The box that says why.
fn reason(posted: &Posted) -> Result<Line, Answer> {
    let reason = posted.form.line_if_any("reason");
    reason.ok_or_else(|| Answer::unfilled(posted.person.profile(), Word::Reason))
}

/// The desk's own wording of a notice, in the languages in which there is one.
fn wording(form: &Form) -> BTreeMap<Tag, Line> {
    let boxes = form.under("notice:").filter_map(|(lang, words)| Some((lang.parse().ok()?, Line::new(words))));
    boxes.filter(|(_, words)| !words.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_names_is_read_or_passed_over() {
        let pairs =
            [("edition", "ur:3"), ("edition", "x"), ("notice:ur", " a "), ("notice:en", " "), ("notice:?", "b")];
        let form: Form = pairs.into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
        let ur: Tag = "ur".parse().expect("a tag");
        assert_eq!(pins(&form), [Pin { lang: ur.clone(), revision: 3 }]);
        assert_eq!(wording(&form), BTreeMap::from([(ur, Line::new("a"))]));
    }
}
