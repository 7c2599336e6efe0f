//! Drafts: what one person is typing in one edition, for their eyes alone. A draft changes freely and is no revision;
//! nothing is lost while it is kept, and it is done with once its writer saves the edition.

use crate::{Actor, Error, Newsroom, Result, Why, act::Verb, pen::Pen};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::Write;
use story::{Standing, StoryId, Tag, text};

/// What was typed, as it stands in the box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Typed {
    /// Plain copy.
    Copy(String),
    /// HTML, of a text that plain copy cannot hold.
    Html(String),
}

/// Keeps what somebody is typing, in place of what they typed before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepDraft {
    /// The story.
    pub story: StoryId,
    /// The edition; one that is not there yet when it is being translated.
    pub lang: Tag,
    /// The revision that the writer has in hand, which need not be the newest any more; none for an edition that is
    /// not there yet.
    pub based_on: Option<u32>,
    /// What was typed.
    pub typed: Typed,
}

/// Throws a draft away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscardDraft {
    /// The story.
    pub story: StoryId,
    /// The edition.
    pub lang: Tag,
}

/// A draft as its writer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// The edition.
    pub lang: Tag,
    /// The revision that it is based on.
    pub based_on: Option<u32>,
    /// What was typed.
    pub typed: Typed,
    /// When it was last kept.
    pub at: Timestamp,
}

impl Typed {
    /// The words, in either form.
    pub fn words(&self) -> &str {
        match self {
            Typed::Copy(words) | Typed::Html(words) => words,
        }
    }

    fn stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl From<store::Draft> for Draft {
    fn from(kept: store::Draft) -> Self {
        // Whatever was kept, its words are given back.
        let typed = serde_json::from_str(&kept.text).unwrap_or(Typed::Copy(kept.text));
        Self { lang: kept.lang, based_on: kept.based_on, typed, at: kept.at }
    }
}

/// Whoever may save the edition may keep a draft of it.
fn may(pen: &Pen, lang: &Tag) -> Result<()> {
    let there = pen.dossier.editions.contains_key(lang);
    pen.may(if there { story::Verb::Revise } else { story::Verb::Translate }, Some(lang))
}

impl Verb for KeepDraft {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, _: &Newsroom, pen: &mut Pen) -> Result<()> {
        may(pen, &self.lang)?;
        // The texts of a story that was taken down are sealed: nobody goes on writing them.
        if pen.dossier.editions.values().any(|edition| edition.standing() == Standing::TakenDown) {
            return Err(Error::CannotNow(Why::Withdrawn));
        }
        if let Some(based_on) = self.based_on {
            pen.edition(&self.lang)?.revision(based_on).ok_or(Error::Missing("revision"))?;
        }
        let text = self.typed.stored();
        if text.len() > text::MOST_BYTES {
            return Err(text::TooMuch::Bytes(text.len()).into());
        }
        let (story, lang, by) = (self.story, self.lang.clone(), pen.actor.name.clone());
        pen.writes.push(Write::Draft { story, lang, by, based_on: self.based_on, text: Some(text) });
        Ok(())
    }
}

impl Verb for DiscardDraft {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        may(pen, &self.lang)?;
        room.done_with_draft(pen, &self.lang).await
    }
}

impl Newsroom {
    /// What somebody is typing in an edition. Nobody reads another's.
    ///
    /// # Errors
    /// [`Error::Missing`] when there is no such story for them, [`Error::Denied`] when they may not write the edition.
    pub async fn draft(&self, actor: &Actor, story: StoryId, lang: &Tag) -> Result<Option<Draft>> {
        let pen = Pen::on(self.dossier(actor, story).await?, actor, self.clock().now());
        may(&pen, lang)?;
        Ok(self.store().draft(story, lang, &actor.name).await?.map(Draft::from))
    }

    /// All that somebody is typing in a story.
    pub(crate) async fn drafts(&self, actor: &Actor, story: StoryId) -> Result<Vec<Draft>> {
        let all = self.store().drafts(story).await?;
        Ok(all.into_iter().filter(|draft| draft.by == actor.name).map(Draft::from).collect())
    }

    /// What its writer was typing has become a revision, or is wanted no more.
    pub(crate) async fn done_with_draft(&self, pen: &mut Pen, lang: &Tag) -> Result<()> {
        let (story, by) = (pen.story(), pen.actor.name.clone());
        if self.store().draft(story, lang, &by).await?.is_some() {
            pen.writes.push(Write::Draft { story, lang: lang.clone(), by, based_on: None, text: None });
        }
        Ok(())
    }
}
