//! Unhold: a held story is back, in every language at once.

use crate::{Newsroom, Result, act::Verb, hold::all_editions, notices::Wording, pen::Pen};
use lang::Word;
use serde::{Deserialize, Serialize};
use story::{Kind, Standing, StoryId, text::Line};

/// Brings every held edition of a story back as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unhold {
    /// The story.
    pub story: StoryId,
    /// Why, for the desk alone.
    pub reason: Line,
    /// The desk's own wording of the public notice, by language.
    #[serde(default)]
    pub notice: Wording,
}

impl Verb for Unhold {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Unhold, None)?;
        all_editions(room, pen, (Kind::Unhold, Word::NoticeUnhold), &[Standing::Held], &self.reason, &self.notice)
    }
}
