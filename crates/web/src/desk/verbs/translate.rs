//! Translate: an edition in another language, written beside the one that it is made from.

use super::{allow, lead, origin};
use crate::{
    answers::Answer,
    desk::{
        blocks,
        copy_box::{CopyBox, How},
        door::{FILE, Form, Person, Posted, Refused},
        offers::Offers,
        page::Page,
        story::identity,
        understood::Understood,
    },
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use http::StatusCode;
use lang::Word;
use newsroom::{Ask, By, Error, Shown, Translate};
use serde::Deserialize;
use story::{Origin, StoryId, Tag, Verb};

#[derive(Template)]
#[template(path = "desk/translate.html")]
struct TranslatePage {
    page: Page,
    id: StoryId,
    /// The new edition.
    lang: Tag,
    /// The languages that there may be an edition in: tag and name.
    choices: Vec<(Tag, String)>,
    /// Editions that it may be made from: tag, newest revision, name.
    sources: Vec<(Tag, u32, String)>,
    made_from: Origin,
    source: blocks::Shown,
    copy: CopyBox,
    understood: Option<Understood>,
}

/// The question of the page's address.
#[derive(Deserialize)]
pub(in crate::desk) struct Choice {
    /// The language of the new edition.
    #[serde(default)]
    to: String,
    /// The edition that it is made from.
    #[serde(default)]
    from: String,
}

impl TranslatePage {
    fn with_fault(self, fault: Answer) -> Self {
        Self { page: self.page.with_fault(fault), ..self }
    }
}

/// The page: into a language, from an edition; the first that may be when nobody says which.
fn page(
    person: &Person,
    shown: Shown,
    to: Option<Tag>,
    from: Option<Tag>,
    sent: Option<&Form>,
) -> Result<TranslatePage, Refused> {
    let room = person.desk().room();
    let languages = &room.house().languages;
    let offers = Offers::of(&person.actor, &shown.dossier, languages.tags());
    let own = person.actor.lang.as_ref().filter(|lang| offers.translate.contains(lang));
    let to = to.or_else(|| own.cloned()).or_else(|| offers.translate.first().cloned());
    let missing = || person.refuse(&Error::Missing("edition"));
    let lang = to.ok_or_else(missing)?;
    allow(person, &shown, Verb::Translate, &lang)?;
    let from = from.unwrap_or_else(|| shown.dossier.original.clone());
    let page = person.page(Word::Translate);
    let sources = shown.editions.iter().filter(|e| e.text.is_some());
    let sources: Vec<_> = sources.map(|e| (e.lang.clone(), e.revision, page.language(&e.lang))).collect();
    let edition = shown.editions.into_iter().find(|e| e.lang == from).ok_or_else(missing)?;
    let text = edition.text.as_ref().ok_or_else(missing)?;
    let copy = match sent {
        Some(form) => CopyBox::sent(form).in_language(room, &lang),
        // What plain copy cannot hold is kept: it is written over in its place.
        None => Some(CopyBox::with(room, &from, text)).filter(|c| c.how == How::Html).unwrap_or_else(CopyBox::empty),
    };
    let title = format!("{} · {}", page.say(Word::Translate), page.language(&lang));
    Ok(TranslatePage {
        id: shown.dossier.id,
        choices: offers.translate.iter().map(|tag| (tag.clone(), page.language(tag))).collect(),
        sources,
        source: blocks::Shown::new(languages, &from, text),
        made_from: Origin { lang: from, revision: edition.revision },
        page: page.titled(title),
        lang,
        copy,
        understood: None,
    })
}

pub(in crate::desk) async fn show(
    person: Person,
    Path(id): Path<String>,
    Query(choice): Query<Choice>,
) -> Result<Response, Refused> {
    let id = identity(&person, &id)?;
    let shown = person.desk().room().show(&person.actor, id).await.map_err(|error| person.refuse(&error))?;
    let page = page(&person, shown, choice.to.parse().ok(), choice.from.parse().ok(), None)?;
    Ok(person.reply(StatusCode::OK, &page))
}

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted<FILE>) -> Result<Response, Refused> {
    let Posted { person, form, request } = posted;
    let id = identity(&person, &id)?;
    let room = person.desk().room();
    let shown = room.show(&person.actor, id).await.map_err(|error| person.refuse(&error))?;
    let made_from = origin(form.get("made_from"));
    let to: Option<Tag> = form.get("to").parse().ok();
    let from = made_from.as_ref().map(|origin| origin.lang.clone());
    let page = page(&person, shown, to, from, Some(&form))?;
    let made_from = made_from.unwrap_or_else(|| page.made_from.clone());
    let page = TranslatePage { made_from: made_from.clone(), ..page };
    let page = if page.copy.is_empty() {
        page.with_fault(Answer::of_form(person.profile(), Word::ErrorEmptyCopy))
    } else if form.is("do", "read") {
        match page.copy.understood(&page.page, room, Some(&page.lang)) {
            Ok(understood) => TranslatePage { understood: Some(understood), ..page },
            Err(error) => page.with_fault(Answer::to(&error, person.profile())),
        }
    } else {
        let (lang, copy) = (page.lang.clone(), page.copy.copy());
        let ask = Ask::Translate(Translate { story: id, lang, made_from, copy });
        match room.ask(&By::request(&person.actor, request), &ask).await {
            Ok(done) => return Ok(lead(id, "translate", &done.answer, request)),
            Err(error) => page.with_fault(Answer::to(&error, person.profile())),
        }
    };
    Ok(person.reply(page.page.status(), &page))
}
