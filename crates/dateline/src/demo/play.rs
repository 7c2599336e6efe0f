//! Plays one story of the demonstration: files it, has it translated, and carries out its acts.
//!
//! Each step is asked under an identity of its own that is always the same, so that a demonstration that was cut off
//! goes on where it was: what was done before is answered as the first time.

use super::story::{Act, Edit, Folder, edited};
use crate::{
    assemble::Works,
    fault::{Fault, Result},
};
use ::story::{Hash, Origin, RequestId, StoryId, Tag};
use jiff::SignedDuration;
use newsroom::{Actor, Ask, By, Copy, Correct, Embargo, File, Hold, Kill, Pin, Release, Revise, Translate};
use std::collections::BTreeMap;

/// An edition, as far as it was played.
struct Edition {
    copy: String,
    revision: u32,
}

struct Playing<'a> {
    works: &'a Works,
    actor: &'a Actor,
    folder: &'a Folder,
    step: u32,
    story: Option<StoryId>,
    editions: BTreeMap<Tag, Edition>,
}

/// Plays a story from its beginning.
pub(super) async fn play(works: &Works, actor: &Actor, folder: &Folder) -> Result<()> {
    let mut playing = Playing { works, actor, folder, step: 0, story: None, editions: BTreeMap::new() };
    playing.file().await?;
    playing.translate().await?;
    for act in &folder.story.acts {
        playing.act(act.clone()).await?;
    }
    Ok(())
}

impl Playing<'_> {
    fn bad(&self, why: impl std::fmt::Display) -> Fault {
        Fault::ours(format!("the demonstration's {}, step {}: {why}", self.folder.name, self.step))
    }

    fn story(&self) -> Result<StoryId> {
        self.story.ok_or_else(|| self.bad("it is not filed yet"))
    }

    fn edition(&self, lang: &Tag) -> Result<&Edition> {
        self.editions.get(lang).ok_or_else(|| self.bad(format!("there is no edition in {lang} yet")))
    }

    async fn ask(&mut self, ask: Ask) -> Result<StoryId> {
        self.step += 1;
        let name = Hash::of(format!("demo {} {}", self.folder.name, self.step).as_bytes());
        let mut identity = [0; 16];
        identity.copy_from_slice(&name.0[..16]);
        let by = By::request(self.actor, RequestId::from_bytes(identity));
        match self.works.room.ask(&by, &ask).await {
            Ok(done) => Ok(done.answer.story),
            // Done before with another moment in it, which is the first one's.
            Err(newsroom::Error::Store(store::Error::RequestReused)) if matches!(ask, Ask::Embargo(_)) => self.story(),
            Err(error) => Err(self.bad(error)),
        }
    }

    async fn file(&mut self) -> Result<()> {
        let (story, lang) = (&self.folder.story, self.folder.story.original.clone());
        let copy = self.folder.copy.get(&lang).cloned().ok_or_else(|| self.bad("no copy of the original"))?;
        let file = File {
            copy: Copy::Bytes(copy.clone().into_bytes()),
            lang: Some(lang.clone()),
            desk: None,
            data: story.data(),
        };
        self.story = Some(self.ask(Ask::File(file)).await?);
        self.editions.insert(lang, Edition { copy, revision: 1 });
        Ok(())
    }

    /// Each edition as soon as its source is there.
    async fn translate(&mut self) -> Result<()> {
        let mut left: Vec<(Tag, Tag)> =
            self.folder.story.made_from.iter().map(|(lang, from)| (lang.clone(), from.clone())).collect();
        while let Some(next) = left.iter().position(|(_, from)| self.editions.contains_key(from)) {
            let (lang, from) = left.remove(next);
            let copy = self.folder.copy.get(&lang).cloned().ok_or_else(|| self.bad(format!("no copy in {lang}")))?;
            let made_from = Origin { revision: self.edition(&from)?.revision, lang: from };
            let (story, bytes) = (self.story()?, Copy::Bytes(copy.clone().into_bytes()));
            self.ask(Ask::Translate(Translate { story, lang: lang.clone(), made_from, copy: bytes })).await?;
            self.editions.insert(lang, Edition { copy, revision: 1 });
        }
        if left.is_empty() { Ok(()) } else { Err(self.bad("some editions are made from none that is there")) }
    }

    /// The copy of an edition after some edits, and what it is made from then.
    fn edit(&self, lang: &Tag, edits: &[Edit]) -> Result<(u32, String, Option<Origin>)> {
        let edition = self.edition(lang)?;
        let copy = edited(&edition.copy, edits).map_err(|why| self.bad(why))?;
        let from = self.folder.story.made_from.get(lang);
        let origin = |from: &Tag| -> Result<Origin> {
            Ok(Origin { lang: from.clone(), revision: self.edition(from)?.revision })
        };
        Ok((edition.revision, copy, from.map(origin).transpose()?))
    }

    fn edited(&mut self, lang: Tag, copy: String) {
        if let Some(edition) = self.editions.get_mut(&lang) {
            edition.copy = copy;
            edition.revision += 1;
        }
    }

    async fn act(&mut self, act: Act) -> Result<()> {
        let story = self.story()?;
        match act {
            Act::Release { langs } => {
                let langs = langs.unwrap_or_else(|| self.editions.keys().cloned().collect());
                let pin = |lang: Tag| -> Result<Pin> { Ok(Pin { revision: self.edition(&lang)?.revision, lang }) };
                let editions = langs.into_iter().map(pin).collect::<Result<_>>()?;
                self.ask(Ask::Release(Release { story, editions, despite_findings: None })).await?;
            }
            Act::Revise { lang, edits } => {
                let (based_on, copy, made_from) = self.edit(&lang, &edits)?;
                let bytes = Copy::Bytes(copy.clone().into_bytes());
                self.ask(Ask::Revise(Revise { story, lang: lang.clone(), based_on, copy: bytes, made_from })).await?;
                self.edited(lang, copy);
            }
            Act::Correct { lang, was, is, edits } => {
                let (based_on, copy, made_from) = self.edit(&lang, &edits)?;
                let bytes = Some(Copy::Bytes(copy.clone().into_bytes()));
                let correct = Correct {
                    story,
                    lang: lang.clone(),
                    based_on,
                    copy: bytes,
                    was,
                    is,
                    unconcerned: None,
                    made_from,
                    despite_findings: None,
                };
                self.ask(Ask::Correct(correct)).await?;
                self.edited(lang, copy);
            }
            Act::Hold { reason, notice } => {
                self.ask(Ask::Hold(Hold { story, reason, notice })).await?;
            }
            Act::Kill { reason, notice } => {
                self.ask(Ask::Kill(Kill { story, reason, notice })).await?;
            }
            Act::Embargo { minutes } => {
                let until = self.works.room.clock().now().checked_add(SignedDuration::from_mins(minutes));
                let until = until.map_err(|e| self.bad(e))?;
                self.ask(Ask::Embargo(Embargo { story, until: Some(until) })).await?;
            }
        }
        Ok(())
    }
}
