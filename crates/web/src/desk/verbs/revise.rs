//! Revise: another text of an edition is saved as its next revision.
//!
//! The form names the revision that its writer had in hand. When somebody else saved meanwhile, the page shows both
//! texts with their differences, keeps what was typed in the box, and goes on from the newest.

use super::{
    allow,
    draft::{self, Offered, Wanted},
    lead, origin,
};
use crate::{
    answers::Answer,
    desk::{
        blocks,
        copy_box::CopyBox,
        door::{FILE, Form, Person, Posted, Refused},
        findings::{Around, Findings},
        page::Page,
        story::{edition, identity},
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
use newsroom::{Ask, By, Error, Revise, Shown, ShownEdition, Stale};
use story::differences::{self, Bit};
use story::{Hash, StoryId, Tag, Text, Verb};

/// A revision of another edition that the text may now say the same as.
pub(super) struct Source {
    /// As the form holds it: `en:3`.
    pub word: String,
    pub lang: Tag,
    pub revision: u32,
    pub ticked: bool,
}

/// Both texts, when somebody else saved meanwhile.
pub(super) struct Both {
    pub by: String,
    pub newest: u32,
    pub theirs: blocks::Shown,
    /// The way from theirs to the one that was typed.
    pub bits: Vec<Bit>,
}

#[derive(Template)]
#[template(path = "desk/revise.html")]
struct RevisePage {
    page: Page,
    id: StoryId,
    lang: Tag,
    name: String,
    dir: &'static str,
    based_on: u32,
    copy: CopyBox,
    source: Option<Source>,
    understood: Option<Understood>,
    both: Option<Both>,
    /// What the checks found in the newest revision.
    findings: Option<Findings>,
    /// What its reader was typing here.
    draft: Option<Offered>,
}

/// The edition that is worked on, with its text.
pub(super) fn worked_on(person: &Person, shown: Shown, lang: &Tag) -> Result<(ShownEdition, Text), Refused> {
    let missing = || person.refuse(&Error::Missing("edition"));
    let mut edition = shown.editions.into_iter().find(|e| e.lang == *lang).ok_or_else(missing)?;
    let text = edition.text.take().ok_or_else(missing)?;
    Ok((edition, text))
}

/// The source that the edition is behind, to be ticked when the text has caught up with it.
pub(super) fn source(edition: &ShownEdition, form: Option<&Form>) -> Option<Source> {
    let behind = edition.behind.as_ref()?;
    let (lang, revision) = (behind.made_from.lang.clone(), behind.newest);
    let word = format!("{lang}:{revision}");
    let ticked = form.is_some_and(|form| form.is("made_from", &word));
    Some(Source { word, lang, revision, ticked })
}

/// What the checks found in the text that is revised. It is dismissed on the story's page.
pub(super) fn findings(person: &Person, edition: &ShownEdition, source: Option<&Tag>) -> Findings {
    let languages = &person.desk().room().house().languages;
    let around = Around { languages, reader: person.profile(), lang: &edition.lang, source };
    Findings::new(&edition.findings, &around, false)
}

/// Both texts, for a page.
pub(super) fn both(person: &Person, lang: &Tag, stale: &Stale) -> Option<Both> {
    let (theirs, yours) = (stale.theirs.as_ref()?, stale.yours.as_ref());
    let yours = yours.map(|text| in_words(text)).unwrap_or_default();
    let bits = differences::between(&in_words(theirs), &yours);
    let theirs = blocks::Shown::new(&person.desk().room().house().languages, lang, theirs);
    Some(Both { by: stale.by.clone(), newest: stale.newest, theirs, bits })
}

/// A text as lines, a part each.
fn in_words(text: &Text) -> String {
    let byline = text.byline.as_ref().map(ToString::to_string);
    let head = [Some(text.headline.plain()), text.deck.as_ref().map(story::Inline::plain), byline];
    let parts = head.into_iter().flatten().chain(text.body.iter().map(story::Block::plain));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

impl RevisePage {
    /// A finding is dismissed on the story's page.
    fn is_judged(&self, _: &str, _: &Tag, _: &Hash) -> bool {
        false
    }

    fn new(person: &Person, id: StoryId, lang: &Tag, based_on: u32, copy: CopyBox, source: Option<Source>) -> Self {
        let page = person.page(Word::Revise);
        let (name, dir) = (page.language(lang), page.direction(lang));
        let title = format!("{} · {name}", page.say(Word::Revise));
        let page = page.titled(title);
        Self {
            page,
            id,
            lang: lang.clone(),
            name,
            dir,
            based_on,
            copy,
            source,
            understood: None,
            both: None,
            findings: None,
            draft: None,
        }
    }

    fn with_fault(self, fault: Answer) -> Self {
        Self { page: self.page.with_fault(fault), ..self }
    }
}

/// The address of the form.
fn way(id: StoryId, lang: &Tag) -> String {
    format!("/desk/story/{id}/{lang}/revise")
}

pub(in crate::desk) async fn show(
    person: Person,
    Path((id, lang)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Refused> {
    let (id, lang) = (identity(&person, &id)?, edition(&person, &lang)?);
    let room = person.desk().room();
    let shown = room.show(&person.actor, id).await.map_err(|error| person.refuse(&error))?;
    allow(&person, &shown, Verb::Revise, &lang)?;
    let made_from =
        shown.dossier.editions.get(&lang).and_then(|e| e.newest()?.made_from.as_ref()).map(|o| o.lang.clone());
    let kept = shown.drafts.iter().find(|draft| draft.lang == lang).cloned();
    let (edition, text) = worked_on(&person, shown, &lang)?;
    let draft = kept.as_ref().map(|kept| Offered::new(kept, Some(edition.revision), &wanted, &way(id, &lang)));
    let (copy, based_on) = match kept.filter(|_| wanted.is_open()) {
        Some(kept) => (CopyBox::with_draft(room, &lang, &kept.typed), kept.based_on.unwrap_or(edition.revision)),
        None => (CopyBox::with(room, &lang, &text), edition.revision),
    };
    let findings = Some(findings(&person, &edition, made_from.as_ref()));
    let source = source(&edition, None);
    let page = RevisePage::new(&person, id, &lang, based_on, copy, source);
    let frame = wanted.said(page.page);
    Ok(person.reply(StatusCode::OK, &RevisePage { page: frame, findings, draft, ..page }))
}

pub(in crate::desk) async fn post(
    Path((id, lang)): Path<(String, String)>,
    posted: Posted<FILE>,
) -> Result<Response, Refused> {
    let Posted { person, form, request } = posted;
    let (id, lang) = (identity(&person, &id)?, edition(&person, &lang)?);
    let room = person.desk().room();
    let shown = room.show(&person.actor, id).await.map_err(|error| person.refuse(&error))?;
    let (edition, _) = worked_on(&person, shown, &lang)?;
    let copy = CopyBox::sent(&form).in_language(room, &lang);
    let based_on = form.get("based_on").parse().unwrap_or(0);
    let source = source(&edition, Some(&form));
    let page = RevisePage::new(&person, id, &lang, based_on, copy.clone(), source);
    let page = if copy.is_empty() {
        page.with_fault(Answer::of_form(person.profile(), Word::ErrorEmptyCopy))
    } else if form.is("do", "read") {
        match copy.understood(&page.page, room, Some(&lang)) {
            Ok(understood) => RevisePage { understood: Some(understood), ..page },
            Err(error) => page.with_fault(person.answer(&error)),
        }
    } else if form.is("do", "draft") {
        match draft::keep(&person, request, (id, &lang, Some(based_on)), &copy).await {
            Ok(()) => return Ok(Redirect::to(&draft::with(&way(id, &lang), "kept")).into_response()),
            Err(error) => page.with_fault(person.answer(&error)),
        }
    } else {
        let made_from = origin(form.get("made_from"));
        let ask = Ask::Revise(Revise { story: id, lang: lang.clone(), based_on, copy: copy.copy(), made_from });
        match room.ask(&By::request(&person.actor, request), &ask).await {
            Ok(done) => return Ok(lead(id, "revise", &done.answer, request)),
            Err(error) => {
                let page = page.with_fault(person.answer(&error));
                match &error {
                    Error::Stale(stale) => {
                        RevisePage { based_on: stale.newest, both: both(&person, &lang, stale), ..page }
                    }
                    _ => page,
                }
            }
        }
    };
    Ok(person.reply(page.page.status(), &page))
}
