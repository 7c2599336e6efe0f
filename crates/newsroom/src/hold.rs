//! Hold: a story goes out of sight, in every language at once, while it is checked.

use crate::{
    Error, Newsroom, Result, Why,
    act::Verb,
    notices::{self, Wording},
    pen::{Going, Pen},
};
use lang::Word;
use serde::{Deserialize, Serialize};
use story::{Kind, Standing, StoryId, text::Line};

/// Holds every public edition of a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// The story.
    pub story: StoryId,
    /// Why, for the desk alone.
    pub reason: Line,
    /// The desk's own wording of the public notice, by language.
    #[serde(default)]
    pub notice: Wording,
}

/// One release of the same kind for each edition that stands so, in one act.
pub(crate) fn all_editions(
    room: &Newsroom,
    pen: &mut Pen,
    (kind, word): (Kind, Word),
    from: &[Standing],
    reason: &Line,
    own: &Wording,
) -> Result<()> {
    let reason = notices::reason(reason)?;
    let editions = pen.standing(from);
    if editions.is_empty() {
        return Err(Error::CannotNow(Why::NoneStands(from.first().copied().unwrap_or_default())));
    }
    for (lang, revision) in editions {
        let profile = room.house().languages.profile(&lang);
        let notice = Some(notices::plain(&profile, word, own));
        pen.release(Going { lang, kind, revision, notice, reason: Some(reason.clone()), despite: None })?;
    }
    Ok(())
}

impl Verb for Hold {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Hold, None)?;
        all_editions(room, pen, (Kind::Hold, Word::NoticeHold), &[Standing::Public], &self.reason, &self.notice)
    }
}
