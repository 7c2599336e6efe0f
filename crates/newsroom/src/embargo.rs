//! Embargo: a story is public in no language before a moment. Set, moved or lifted while nothing of it is public.

use crate::{Error, Newsroom, Result, Why, Wrong, act::Verb, pen::Pen};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use story::StoryId;

/// Sets, moves or lifts the embargo of a story. What was signed off and waits, waits for the new moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embargo {
    /// The story.
    pub story: StoryId,
    /// Not before this moment; none lifts the embargo, and what waited for it alone becomes public at once.
    pub until: Option<Timestamp>,
}

impl Verb for Embargo {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Embargo, None)?;
        if pen.dossier.was_released() {
            return Err(Error::CannotNow(Why::TooLateForEmbargo));
        }
        if self.until.is_some_and(|until| until <= pen.now) {
            return Err(Error::Invalid(Wrong::EmbargoPassed));
        }
        let mut data = room.data(&pen.dossier).await?;
        room.settle(pen).await?;
        if data.embargo == self.until {
            return Ok(());
        }
        data.embargo = self.until;
        pen.revise_data(&data);
        for planned in pen.dossier.due.clone() {
            let mut planned = planned;
            let at = planned.chosen.max(self.until);
            let Some(at) = at else {
                // Only the embargo held it.
                pen.unplan(planned.id);
                let pin = crate::Pin { lang: planned.lang.clone(), revision: planned.revision };
                room.ready(pen, &pin).await?;
                pen.go_public(&pin.lang, pin.revision, planned.despite)?;
                continue;
            };
            planned.at = at;
            pen.move_to(planned);
        }
        Ok(())
    }
}
