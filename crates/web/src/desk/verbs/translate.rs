//! Translate: an edition in another language, written beside the one that it is made from.

use super::{
    allow,
    draft::{self, Offered, Wanted},
    lead, origin,
};
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
    response::{IntoResponse, Redirect, Response},
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
    /// What its reader was typing here.
    draft: Option<Offered>,
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
    wanted: &Wanted,
) -> Result<TranslatePage, Refused> {
    let room = person.desk().room();
    let languages = &room.house().languages;
    let offers = Offers::of(&person.actor, &shown.dossier, languages.tags());
    let own = person.actor.lang.as_ref().filter(|lang| offers.translate.contains(lang));
    let to = to.or_else(|| own.cloned()).or_else(|| offers.translate.first().cloned());
    let missing = || person.refuse(&Error::Missing("edition"));
    let may = |lang: &Tag| person.actor.may(Verb::Translate, Some(lang), &shown.dossier.desk);
    let lang = match to {
        Some(lang) => lang,
        None if languages.tags().any(may) => return Err(missing()),
        None => return Err(person.refuse(&Error::Denied { who: person.actor.name.clone(), verb: Verb::Translate })),
    };
    allow(person, &shown, Verb::Translate, &lang)?;
    let from = from.unwrap_or_else(|| shown.dossier.original.clone());
    let page = person.page(Word::Translate);
    let sources = shown.editions.iter().filter(|e| e.text.is_some());
    let sources: Vec<_> = sources.map(|e| (e.lang.clone(), e.revision, page.language(&e.lang))).collect();
    let kept = shown.drafts.into_iter().find(|draft| draft.lang == lang);
    let edition = shown.editions.into_iter().find(|e| e.lang == from).ok_or_else(missing)?;
    let text = edition.text.as_ref().ok_or_else(missing)?;
    let copy = match (sent, kept.as_ref().filter(|_| wanted.is_open())) {
        (Some(form), _) => CopyBox::sent(form).in_language(room, &lang),
        (None, Some(kept)) => CopyBox::with_draft(room, &lang, &kept.typed),
        // What plain copy cannot hold is kept: it is written over in its place.
        (None, None) => {
            Some(CopyBox::with(room, &from, text)).filter(|c| c.how == How::Html).unwrap_or_else(CopyBox::empty)
        }
    };
    let title = format!("{} · {}", page.say(Word::Translate), page.language(&lang));
    let id = shown.dossier.id;
    let draft = kept.filter(|_| sent.is_none()).map(|kept| Offered::new(&kept, None, wanted, &way(id, &lang, &from)));
    Ok(TranslatePage {
        draft,
        id,
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

/// The address of the form.
fn way(id: StoryId, to: &Tag, from: &Tag) -> String {
    format!("/desk/story/{id}/translate?to={to}&from={from}")
}

pub(in crate::desk) async fn show(
    person: Person,
    Path(id): Path<String>,
    Query(choice): Query<Choice>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Refused> {
    let id = identity(&person, &id)?;
    let shown = person.desk().room().show(&person.actor, id).await.map_err(|error| person.refuse(&error))?;
    let page = page(&person, shown, choice.to.parse().ok(), choice.from.parse().ok(), None, &wanted)?;
    let frame = wanted.said(page.page);
    Ok(person.reply(StatusCode::OK, &TranslatePage { page: frame, ..page }))
}

pub(in crate::desk) async fn post(Path(id): Path<String>, posted: Posted<FILE>) -> Result<Response, Refused> {
    let Posted { person, form, request } = posted;
    let id = identity(&person, &id)?;
    let room = person.desk().room();
    let shown = room.show(&person.actor, id).await.map_err(|error| person.refuse(&error))?;
    let made_from = origin(form.get("made_from"));
    let to: Option<Tag> = form.get("to").parse().ok();
    let from = made_from.as_ref().map(|origin| origin.lang.clone());
    let page = page(&person, shown, to, from, Some(&form), &Wanted::default())?;
    let made_from = made_from.unwrap_or_else(|| page.made_from.clone());
    let page = TranslatePage { made_from: made_from.clone(), ..page };
    let page = if page.copy.is_empty() {
        page.with_fault(Answer::of_form(person.profile(), Word::ErrorEmptyCopy))
    } else if form.is("do", "read") {
        match page.copy.understood(&page.page, room, Some(&page.lang)) {
            Ok(understood) => TranslatePage { understood: Some(understood), ..page },
            Err(error) => page.with_fault(person.answer(&error)),
        }
    } else if form.is("do", "draft") {
        match draft::keep(&person, request, (id, &page.lang, None), &page.copy).await {
            Ok(()) => {
                let way = way(id, &page.lang, &made_from.lang);
                return Ok(Redirect::to(&draft::with(&way, "kept")).into_response());
            }
            Err(error) => page.with_fault(person.answer(&error)),
        }
    } else {
        let (lang, copy) = (page.lang.clone(), page.copy.copy());
        let ask = Ask::Translate(Translate { story: id, lang, made_from, copy });
        match room.ask(&By::request(&person.actor, request), &ask).await {
            Ok(done) => return Ok(lead(id, "translate", &done.answer, request)),
            Err(error) => page.with_fault(person.answer(&error)),
        }
    };
    Ok(person.reply(page.page.status(), &page))
}
