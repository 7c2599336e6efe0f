//! Kill: a story is withdrawn, in every language at once. What waits for its time is cancelled.

use crate::{Error, Newsroom, Result, Why, act::Verb, hold::all_editions, notices::Wording, pen::Pen};
use lang::Word;
use serde::{Deserialize, Serialize};
use story::{Kind, Standing, StoryId, text::Line};

/// Withdraws a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kill {
    /// The story.
    pub story: StoryId,
    /// Why, for the desk alone.
    pub reason: Line,
    /// The desk's own wording of the public notice, by language.
    #[serde(default)]
    pub notice: Wording,
}

impl Verb for Kill {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Kill, None)?;
        if !pen.dossier.was_released() {
            return Err(Error::CannotNow(Why::NeverPublic));
        }
        let from = [Standing::Public, Standing::Held];
        all_editions(room, pen, (Kind::Kill, Word::NoticeKill), &from, &self.reason, &self.notice)?;
        pen.unplan_all();
        Ok(())
    }
}
