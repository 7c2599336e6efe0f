//! File copy: first what is understood of it, then the story.

use super::{
    copy_box::CopyBox,
    door::{FILE, Form, Person, Posted, Refused},
    page::Page,
    understood::Understood,
};
use crate::answers::Answer;
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use lang::Word;
use newsroom::{Ask, By, File};
use story::{Data, Tag, Urgency, Verb};

#[derive(Template)]
#[template(path = "desk/file.html")]
struct FilePage {
    page: Page,
    typed: Form,
    copy: CopyBox,
    understood: Option<Understood>,
    desk: String,
}

pub(super) async fn show(person: Person) -> Response {
    page(&person, Form::default(), None, None)
}

pub(super) async fn post(posted: Posted<FILE>) -> Result<Response, Refused> {
    let Posted { person, form, request } = posted;
    let room = person.desk().room();
    let sent = CopyBox::sent(&form);
    let fault = |answer| Ok(page(&person, form.clone(), None, Some(answer)));
    if sent.is_empty() {
        return fault(Answer::of_form(person.profile(), Word::ErrorEmptyCopy));
    }
    let lang: Option<Tag> = form.get("lang").parse().ok();
    if !form.is("do", "file") {
        return match sent.understood(&person.page(Word::FileCopy), room, lang.as_ref()) {
            Ok(understood) => Ok(page(&person, form, Some(understood), None)),
            Err(error) => fault(person.answer(&error)),
        };
    }
    let urgency = form.get("urgency").parse::<u8>().ok().and_then(|n| Urgency::try_from(n).ok());
    let data = Data { slug: form.line("slug"), urgency: urgency.unwrap_or_default(), ..Data::default() };
    let ask = Ask::File(File { copy: sent.copy(), lang, desk: form.line_if_any("desk"), data });
    match room.ask(&By::request(&person.actor, request), &ask).await {
        Ok(done) => Ok(Redirect::to(&format!("/desk/story/{}?done={request}", done.answer.story)).into_response()),
        Err(error) => fault(person.answer(&error)),
    }
}

fn page(person: &Person, typed: Form, understood: Option<Understood>, fault: Option<Answer>) -> Response {
    let page = person.page(Word::FileCopy).with_fault_if_any(fault);
    let desk = person.desk().room().house().desk.to_string();
    let copy = CopyBox::sent(&typed);
    person.reply(page.status(), &FilePage { page, typed, copy, understood, desk })
}
