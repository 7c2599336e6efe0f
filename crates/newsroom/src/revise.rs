//! Revise: somebody saves another text of an edition.

use crate::{Copy, CopyEmbargo, Error, Newsroom, Result, Stale, Wrong, act::Verb, chance, file::Read, pen::Pen};
use serde::{Deserialize, Serialize};
use story::{Hash, Origin, StoryId, Tag, Text, align};

/// Saves a text as the next revision of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revise {
    /// The story.
    pub story: StoryId,
    /// The edition.
    pub lang: Tag,
    /// The revision that the writer had in hand; must be the newest.
    pub based_on: u32,
    /// The text.
    pub copy: Copy,
    /// The revision of another edition that it now says the same as; as before when nothing is said.
    #[serde(default)]
    pub made_from: Option<Origin>,
}

impl Newsroom {
    /// A text of a story by its hash.
    pub(crate) async fn text(&self, story: StoryId, hash: Hash) -> Result<Text> {
        let bytes = match self.store().bytes(story, hash).await? {
            Some(store::Kept::Bytes(bytes)) => bytes,
            Some(store::Kept::Sealed(_)) => return Err(store::Error::Sealed(hash).into()),
            None => return Err(store::Error::Damaged(format!("the text {hash} is not there")).into()),
        };
        Text::from_stored(&bytes).map_err(|e| store::Error::Damaged(format!("the text {hash}: {e}")).into())
    }

    /// Refuses a text that is based on an older revision, with both texts in hand.
    pub(crate) async fn fresh(&self, pen: &Pen, lang: &Tag, based_on: u32, yours: Option<&Text>) -> Result<()> {
        let newest = pen.edition(lang)?.newest().ok_or(Error::Missing("revision"))?;
        if newest.number == based_on {
            return Ok(());
        }
        let theirs = self.text(pen.story(), newest.text).await?;
        Err(Error::Stale(Box::new(Stale {
            lang: Some(lang.clone()),
            based_on,
            newest: newest.number,
            by: newest.by.clone(),
            theirs: Some(Box::new(theirs)),
            yours: yours.cloned().map(Box::new),
        })))
    }

    /// Writes the next revision of an edition; gives back the newest when the text is the same as that.
    pub(crate) async fn save(
        &self,
        pen: &mut Pen,
        lang: &Tag,
        based_on: u32,
        mut read: Read<'_>,
        made_from: Option<&Origin>,
    ) -> Result<u32> {
        self.fresh(pen, lang, based_on, Some(&read.text)).await?;
        if let Some(origin) = made_from {
            if origin.lang == *lang {
                return Err(Error::Invalid(Wrong::MadeFromItself));
            }
            pen.edition(&origin.lang)?.revision(origin.revision).ok_or(Error::Missing("revision"))?;
        }
        let newest = pen.edition(lang)?.newest().ok_or(Error::Missing("revision"))?.clone();
        let before = self.text(pen.story(), newest.text).await?;
        read.text.keep_targets(&before);
        let made_from = made_from.cloned().or_else(|| newest.made_from.clone());
        self.done_with_draft(pen, lang).await?;
        self.heed(pen, read.embargo.as_ref()).await?;
        // What holds a release back stands with a revision, so that an embargo that could not be set makes one.
        let is_held = pen.answer.embargo.as_ref().is_some_and(CopyEmbargo::is_open);
        if newest.text == read.text.hash() && newest.made_from == made_from && !is_held {
            return Ok(newest.number);
        }
        self.point(&mut read.text, lang, pen.story());
        let blocks = align::inherit(&before.body, &newest.blocks, &read.text.body, chance::block);
        let number = pen.revise(lang, &read.text, blocks, made_from, read.input);
        self.check(pen, lang, number, read.into()).await?;
        Ok(number)
    }
}

impl Verb for Revise {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Revise, Some(&self.lang))?;
        pen.edition(&self.lang)?;
        let read = room.take(&self.copy, Some(&self.lang), pen.now)?;
        room.save(pen, &self.lang, self.based_on, read, self.made_from.as_ref()).await?;
        Ok(())
    }
}
