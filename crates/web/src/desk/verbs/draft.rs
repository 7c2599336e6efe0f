//! Drafts: what was typed is kept for its writer, offered when the form is opened again, and thrown away when asked.

use crate::desk::{
    copy_box::CopyBox,
    door::{Person, Posted, Refused},
    page::Page,
    story::{edition, identity},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use jiff::Timestamp;
use lang::Word;
use newsroom::{Ask, By, DiscardDraft, Draft, KeepDraft, Result};
use serde::Deserialize;
use story::{RequestId, StoryId, Tag};

/// What the address of a form says of a draft: `open` puts it into the box, `kept` says besides that it was kept.
#[derive(Debug, Default, Deserialize)]
pub(in crate::desk) struct Wanted {
    #[serde(default)]
    draft: String,
}

/// A draft that there is, as a page says it.
pub(super) struct Offered {
    pub at: Timestamp,
    /// The revision that it is based on, when that is no longer the newest.
    pub behind: Option<u32>,
    /// It stands in the box.
    pub open: bool,
    /// The way to go on with it.
    pub way: String,
}

impl Wanted {
    /// The draft is to stand in the box.
    pub fn is_open(&self) -> bool {
        matches!(self.draft.as_str(), "open" | "kept")
    }

    /// The page, which says what was done.
    pub fn said(&self, page: Page) -> Page {
        let kept = self.draft == "kept";
        let done = kept.then(|| page.say(Word::DoneDraftKept).to_owned());
        page.with_done(done.into_iter().collect())
    }
}

impl Offered {
    /// A draft of an edition whose newest revision is `newest`; `form` is the address of the form for it.
    pub fn new(draft: &Draft, newest: Option<u32>, wanted: &Wanted, form: &str) -> Self {
        let behind = draft.based_on.filter(|&based_on| newest.is_some_and(|newest| based_on < newest));
        Self { at: draft.at, behind, open: wanted.is_open(), way: with(form, "open") }
    }
}

/// The address of a form, with what it says of the draft.
pub(super) fn with(form: &str, draft: &str) -> String {
    let mark = if form.contains('?') { '&' } else { '?' };
    format!("{form}{mark}draft={draft}")
}

/// Keeps what stands in the box.
pub(super) async fn keep(
    person: &Person,
    request: RequestId,
    (story, lang, based_on): (StoryId, &Tag, Option<u32>),
    copy: &CopyBox,
) -> Result<()> {
    let room = person.desk().room();
    let typed = copy.typed(room, lang)?;
    let ask = Ask::KeepDraft(KeepDraft { story, lang: lang.clone(), based_on, typed });
    room.ask(&By::request(&person.actor, request), &ask).await.map(drop)
}

/// Throws a draft away.
pub(in crate::desk) async fn post_discard(
    Path((id, lang)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Refused> {
    let Posted { person, request, .. } = posted;
    let (story, lang) = (identity(&person, &id)?, edition(&person, &lang)?);
    let ask = Ask::DiscardDraft(DiscardDraft { story, lang });
    let done = person.desk().room().ask(&By::request(&person.actor, request), &ask).await;
    done.map_err(|error| person.refuse(&error))?;
    Ok(Redirect::to(&format!("/desk/story/{story}?done=draft")).into_response())
}
