//! Translate: an edition is made from another one.

use crate::{Copy, Error, Newsroom, Result, Why, act::Verb, chance, pen::Pen, point::carry_targets};
use serde::{Deserialize, Serialize};
use story::{Origin, StoryId, Tag, align};

/// Adds an edition to a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translate {
    /// The story.
    pub story: StoryId,
    /// The language of the new edition.
    pub lang: Tag,
    /// The revision that it says the same as.
    pub made_from: Origin,
    /// Its text.
    pub copy: Copy,
}

impl Verb for Translate {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Translate, Some(&self.lang))?;
        if pen.dossier.editions.contains_key(&self.lang) {
            return Err(Error::CannotNow(Why::EditionThere(self.lang.clone())));
        }
        if pen.dossier.is_withdrawn() {
            return Err(Error::CannotNow(Why::Withdrawn));
        }
        let Origin { lang, revision } = &self.made_from;
        let source = pen.edition(lang)?.revision(*revision).ok_or(Error::Missing("revision"))?.clone();
        let theirs = room.text(self.story, source.text).await?;
        let mut read = room.take(&self.copy, Some(&self.lang), pen.now)?;
        room.heed(pen, read.embargo.as_ref()).await?;
        let blocks = align::carry(&theirs.body, &source.blocks, &read.text.body, chance::block);
        carry_targets((&theirs, &source.blocks), &mut read.text, &blocks);
        room.point(&mut read.text, &self.lang, self.story);
        room.done_with_draft(pen, &self.lang).await?;
        let number = pen.revise(&self.lang, &read.text, blocks, Some(self.made_from.clone()), read.input);
        room.check(pen, &self.lang, number, read.into()).await
    }
}
