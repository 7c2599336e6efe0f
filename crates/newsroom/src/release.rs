//! Release: editions become public, or public as they now stand.

use crate::{Error, Newsroom, Result, Why, Wrong, act::Verb, pen::Pen};
use serde::{Deserialize, Serialize};
use story::{Standing, StoryId, Tag, text::Line};

/// A revision that is signed off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The edition.
    pub lang: Tag,
    /// The revision.
    pub revision: u32,
}

/// Makes editions public in one act; under an embargo they wait for its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// The story.
    pub story: StoryId,
    /// What is released.
    pub editions: Vec<Pin>,
    /// Why they go out in spite of what the checks hold back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite_findings: Option<Line>,
}

impl Newsroom {
    /// Whether an edition may go out with this revision, as the story stands.
    pub(crate) async fn ready(&self, pen: &Pen, pin: &Pin) -> Result<()> {
        let edition = pen.edition(&pin.lang)?;
        let revision = edition.revision(pin.revision).ok_or(Error::Missing("revision"))?;
        if pen.dossier.is_withdrawn() {
            return Err(Error::CannotNow(Why::Withdrawn));
        }
        if pen.dossier.editions.values().any(|e| e.standing() == Standing::Held) {
            return Err(Error::CannotNow(Why::Held));
        }
        if let (Some(last), Some(data)) = (edition.last(), pen.dossier.newest_data())
            && last.revision == pin.revision
            && last.data == data.number
        {
            return Err(Error::CannotNow(Why::NothingNew(pin.lang.clone())));
        }
        if edition.last().is_some_and(|last| pin.revision < last.revision) {
            return Err(Error::CannotNow(Why::Older(pin.lang.clone())));
        }
        let text = self.text(pen.story(), revision.text).await?;
        if text.headline.is_empty() || text.body.is_empty() {
            return Err(Error::CannotNow(Why::NotWhole(pin.lang.clone())));
        }
        Ok(())
    }
}

impl Verb for Release {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        if self.editions.is_empty() {
            return Err(Error::Invalid(Wrong::NoEditions));
        }
        for pin in &self.editions {
            pen.may(story::Verb::Release, Some(&pin.lang))?;
        }
        let embargo = room.data(&pen.dossier).await?.embargo.filter(|&until| until > pen.now);
        for pin in &self.editions {
            room.ready(pen, pin).await?;
        }
        let mut despite = room.let_through(pen, &self.editions, self.despite_findings.as_ref()).await?;
        for pin in &self.editions {
            let despite = despite.remove(&pin.lang);
            match embargo {
                Some(until) => pen.plan(&pin.lang, pin.revision, until, None, despite),
                None => pen.go_public(&pin.lang, pin.revision, despite)?,
            }
        }
        Ok(())
    }
}
