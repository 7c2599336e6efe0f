//! Dismiss: somebody who edits says that a finding is none, and why. It stays dismissed in its edition as long as the
//! sentences that it cites stay as they are, whatever else is edited; it can be taken back.

use crate::{Error, Newsroom, Result, act::Verb, pen::Pen};
use serde::{Deserialize, Serialize};
use store::{Dismissal, Write};
use story::{Hash, StoryId, Tag, text::Line};

/// Dismisses a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismiss {
    /// The story.
    pub story: StoryId,
    /// The edition.
    pub lang: Tag,
    /// The finding, as it is known whatever else is edited.
    pub key: Hash,
    /// Why, for the desk alone.
    pub reason: Line,
}

/// Takes a dismissal back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undismiss {
    /// The story.
    pub story: StoryId,
    /// The edition.
    pub lang: Tag,
    /// The finding.
    pub key: Hash,
}

impl Verb for Dismiss {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Dismiss, Some(&self.lang))?;
        let newest = pen.edition(&self.lang)?.newest().ok_or(Error::Missing("revision"))?.number;
        let reason = crate::notices::reason(&self.reason)?;
        let found = room.found(&pen.dossier, &self.lang, newest).await?;
        let found = found.into_iter().find(|f| f.key == self.key).ok_or(Error::Missing("finding"))?;
        if found.dismissed.is_some() {
            return Ok(());
        }
        let dismissal = Dismissal {
            lang: self.lang.clone(),
            key: self.key,
            rule: found.finding.rule.to_string(),
            kind: found.finding.kind.into_owned(),
            reason,
            by: pen.actor.name.clone(),
            at: pen.now,
            undone: None,
        };
        pen.writes.push(Write::Dismiss(self.story, dismissal));
        pen.answer.dismissed.push(self.key);
        Ok(())
    }
}

impl Verb for Undismiss {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Dismiss, Some(&self.lang))?;
        pen.edition(&self.lang)?;
        let stands = room.store().dismissals(self.story).await?;
        if !stands.iter().any(|d| d.lang == self.lang && d.key == self.key && d.undone.is_none()) {
            return Err(Error::Missing("dismissal"));
        }
        let (lang, by) = (self.lang.clone(), pen.actor.name.clone());
        pen.writes.push(Write::Undismiss { story: self.story, lang, key: self.key, by });
        pen.answer.undismissed.push(self.key);
        Ok(())
    }
}
