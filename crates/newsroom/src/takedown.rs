//! Take down: a story is withdrawn and its texts are sealed. Numbers, times, authors and reasons stay on record.

use crate::{Newsroom, Result, act::Verb, hold::all_editions, notices::Wording, pen::Pen};
use lang::Word;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Write;
use story::{Data, Hash, Kind, Standing, StoryId, text::Line};

/// Withdraws a story and seals every text of it, also of editions that were never public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Takedown {
    /// The story.
    pub story: StoryId,
    /// Why, for the desk alone.
    pub reason: Line,
    /// The desk's own wording of the public notice, by language.
    #[serde(default)]
    pub notice: Wording,
}

/// A slug for a story of which nothing may be said.
fn unspoken(story: StoryId) -> Line {
    let id = story.to_string();
    Line::new(id.get(id.len().saturating_sub(8)..).unwrap_or(&id))
}

impl Verb for Takedown {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Takedown, None)?;
        let from = [Standing::Public, Standing::Held, Standing::Killed];
        let data = room.data(&pen.dossier).await?;
        // The slug is made of the headline as a rule; what takes its place says nothing of the story.
        pen.revise_data(&Data { slug: unspoken(pen.story()), ..data });
        all_editions(room, pen, (Kind::Takedown, Word::NoticeTakedown), &from, &self.reason, &self.notice)?;
        pen.unplan_all();
        let standing = pen.dossier.newest_data().map(|data| data.hash);
        // The new notices, and the killed edition's own that says the same, stay: they are what readers are told.
        let stay: BTreeSet<Hash> =
            pen.dossier.editions.values().filter_map(|e| e.last()).filter_map(|r| r.notice).collect();
        // Earlier notices may quote the text ("an earlier version said ..."), so they go with it; so do the copy it was
        // read from and what somebody is typing.
        let story = pen.story();
        for (hash, _) in room.store().hashes(story).await? {
            if Some(hash) != standing && !stay.contains(&hash) {
                pen.writes.push(Write::Seal(story, hash));
            }
        }
        pen.writes.push(Write::EndDrafts(story));
        Ok(())
    }
}
