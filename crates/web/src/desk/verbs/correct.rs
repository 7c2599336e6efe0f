//! Correct: what was wrong, what is right, and the corrected text; public at once, with a notice to the editions made
//! from this one unless the desk says why it does not concern them.

use super::{
    allow, lead, origin,
    revise::{Both, Source, both, source, worked_on},
};
use crate::{
    answers::Answer,
    desk::{
        copy_box::CopyBox,
        door::{FILE, Form, Person, Posted, Refused},
        page::Page,
        story::{edition, identity},
        understood::Understood,
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use http::StatusCode;
use lang::Word;
use newsroom::{Ask, By, Correct, Error, Why};
use story::{StoryId, Tag, Verb};

#[derive(Template)]
#[template(path = "desk/correct.html")]
struct CorrectPage {
    page: Page,
    id: StoryId,
    lang: Tag,
    name: String,
    dir: &'static str,
    based_on: u32,
    /// Editions that were made from this one, by name.
    concerned: Vec<String>,
    typed: Form,
    copy: CopyBox,
    source: Option<Source>,
    understood: Option<Understood>,
    both: Option<Both>,
    /// The checks hold the text back, and this person may overrule them.
    held: bool,
}

impl CorrectPage {
    fn with_fault(self, fault: Answer) -> Self {
        Self { page: self.page.with_fault(fault), ..self }
    }
}

/// The page for an edition, with what was typed when something was.
async fn page(person: &Person, id: StoryId, lang: &Tag, sent: Option<Form>) -> Result<CorrectPage, Refused> {
    let room = person.desk().room();
    let shown = room.show(&person.actor, id).await.map_err(|error| person.refuse(&error))?;
    allow(person, &shown, Verb::Correct, lang)?;
    let made = shown.dossier.made_from(lang);
    let (edition, text) = worked_on(person, shown, lang)?;
    let page = person.page(Word::Correct);
    let (name, dir) = (page.language(lang), page.direction(lang));
    let concerned = made.iter().map(|tag| page.language(tag)).collect();
    let title = format!("{} · {name}", page.say(Word::Correct));
    let source = source(&edition, sent.as_ref());
    let (copy, based_on) = match &sent {
        Some(form) => (CopyBox::sent(form).in_language(room, lang), form.get("based_on").parse().unwrap_or(0)),
        None => (CopyBox::with(room, lang, &text), edition.revision),
    };
    Ok(CorrectPage {
        page: page.titled(title),
        id,
        lang: lang.clone(),
        name,
        dir,
        based_on,
        concerned,
        held: sent.as_ref().is_some_and(|form| !form.get("despite").is_empty()),
        typed: sent.unwrap_or_default(),
        copy,
        source,
        understood: None,
        both: None,
    })
}

pub(in crate::desk) async fn show(
    person: Person,
    Path((id, lang)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (id, lang) = (identity(&person, &id)?, edition(&person, &lang)?);
    let page = page(&person, id, &lang, None).await?;
    Ok(person.reply(StatusCode::OK, &page))
}

pub(in crate::desk) async fn post(
    Path((id, lang)): Path<(String, String)>,
    posted: Posted<FILE>,
) -> Result<Response, Refused> {
    let Posted { person, form, request } = posted;
    let (id, lang) = (identity(&person, &id)?, edition(&person, &lang)?);
    let room = person.desk().room();
    let page = page(&person, id, &lang, Some(form.clone())).await?;
    let unfilled = [("was", Word::WhatWasWrong), ("is", Word::WhatIsRight)];
    let unfilled = unfilled.into_iter().find(|(name, _)| form.line(name).is_empty());
    let page = if page.copy.is_empty() {
        page.with_fault(Answer::of_form(person.profile(), Word::ErrorEmptyCopy))
    } else if let (Some((_, word)), false) = (unfilled, form.is("do", "read")) {
        page.with_fault(Answer::unfilled(person.profile(), word))
    } else if form.is("do", "read") {
        match page.copy.understood(&page.page, room, Some(&lang)) {
            Ok(understood) => CorrectPage { understood: Some(understood), ..page },
            Err(error) => page.with_fault(person.answer(&error)),
        }
    } else {
        let ask = Ask::Correct(Correct {
            story: id,
            lang: lang.clone(),
            based_on: page.based_on,
            copy: Some(page.copy.copy()),
            was: form.line("was"),
            is: form.line("is"),
            unconcerned: form.line_if_any("unconcerned"),
            made_from: origin(form.get("made_from")),
            despite_findings: form.line_if_any("despite"),
        });
        match room.ask(&By::request(&person.actor, request), &ask).await {
            Ok(done) => return Ok(lead(id, "correct", &done.answer, request)),
            Err(error) => {
                let page = page.with_fault(person.answer(&error));
                match &error {
                    Error::Stale(stale) => {
                        CorrectPage { based_on: stale.newest, both: both(&person, &lang, stale), ..page }
                    }
                    Error::CannotNow(Why::Found(_)) => {
                        let held = page.page.may(Verb::Overrule);
                        CorrectPage { held, ..page }
                    }
                    _ => page,
                }
            }
        }
    };
    Ok(person.reply(page.page.status(), &page))
}
