//! Schedule: a revision is signed off for a later moment; the moment can be moved, the plan cancelled.

use crate::{Error, Newsroom, Pin, Result, Wrong, act::Verb, pen::Pen};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use story::{DueId, StoryId, text::Line};

/// Signs editions off for a moment to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The story.
    pub story: StoryId,
    /// What is to be released.
    pub editions: Vec<Pin>,
    /// When. An embargo that ends later holds it until then.
    pub at: Timestamp,
    /// Why they go out in spite of what the checks hold back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite_findings: Option<Line>,
}

/// Moves what waits to another moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The story.
    pub story: StoryId,
    /// What waits.
    pub due: DueId,
    /// When. An embargo that ends later holds it until then.
    pub at: Timestamp,
}

/// Cancels what waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancel {
    /// The story.
    pub story: StoryId,
    /// What waits.
    pub due: DueId,
}

fn to_come(at: Timestamp, pen: &Pen) -> Result<()> {
    if at <= pen.now {
        return Err(Error::Invalid(Wrong::Passed(at)));
    }
    Ok(())
}

impl Verb for Schedule {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        if self.editions.is_empty() {
            return Err(Error::Invalid(Wrong::NoEditions));
        }
        for pin in &self.editions {
            pen.may(story::Verb::Schedule, Some(&pin.lang))?;
        }
        to_come(self.at, pen)?;
        let embargo = room.data(&pen.dossier).await?.embargo;
        for pin in &self.editions {
            room.ready(pen, pin).await?;
        }
        let mut despite = room.let_through(pen, &self.editions, self.despite_findings.as_ref()).await?;
        let at = embargo.map_or(self.at, |e| e.max(self.at));
        for pin in &self.editions {
            pen.plan(&pin.lang, pin.revision, at, Some(self.at), despite.remove(&pin.lang));
        }
        Ok(())
    }
}

impl Verb for Move {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        let planned = pen.dossier.due.iter().find(|p| p.id == self.due).cloned();
        pen.may(story::Verb::Schedule, planned.as_ref().map(|p| &p.lang))?;
        let mut planned = planned.ok_or(Error::Missing("planned release"))?;
        to_come(self.at, pen)?;
        let embargo = room.data(&pen.dossier).await?.embargo;
        planned.at = embargo.map_or(self.at, |e| e.max(self.at));
        planned.chosen = Some(self.at);
        planned.stuck = None;
        pen.move_to(planned);
        Ok(())
    }
}

impl Verb for Cancel {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, _: &Newsroom, pen: &mut Pen) -> Result<()> {
        let planned = pen.dossier.due.iter().find(|p| p.id == self.due).cloned();
        pen.may(story::Verb::Schedule, planned.as_ref().map(|p| &p.lang))?;
        planned.ok_or(Error::Missing("planned release"))?;
        pen.unplan(self.due);
        pen.answer.cancelled.push(self.due);
        Ok(())
    }
}
