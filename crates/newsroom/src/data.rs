//! Revise the story's data: what is true of it in every language.

use crate::{Error, Newsroom, Result, Stale, Wrong, act::Verb, pen::Pen};
use serde::{Deserialize, Serialize};
use story::{Data, DataRevision, StoryId};

/// Saves story data as the next revision. It becomes public with the next release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviseData {
    /// The story.
    pub story: StoryId,
    /// The revision that the writer had in hand; must be the newest.
    pub based_on: u32,
    /// The data. The embargo must be as it is: there is a verb for it.
    pub data: Data,
}

impl Newsroom {
    /// The newest data of a story.
    pub(crate) async fn data(&self, dossier: &story::Dossier) -> Result<Data> {
        let revision = dossier.newest_data().ok_or(Error::Missing("story data"))?;
        self.data_of(dossier, revision).await
    }

    /// The data of a story as a revision of it says.
    pub(crate) async fn data_of(&self, dossier: &story::Dossier, revision: &DataRevision) -> Result<Data> {
        let damaged = |why: String| Error::Store(store::Error::Damaged(format!("the data {}: {why}", revision.hash)));
        match self.store().bytes(dossier.id, revision.hash).await? {
            Some(store::Kept::Bytes(bytes)) => Data::from_stored(&bytes).map_err(|e| damaged(e.to_string())),
            Some(store::Kept::Sealed(_)) => Err(store::Error::Sealed(revision.hash).into()),
            None => Err(damaged("not there".into())),
        }
    }
}

impl Verb for ReviseData {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Revise, None)?;
        let now = room.data(&pen.dossier).await?;
        let newest = pen.dossier.newest_data().ok_or(Error::Missing("story data"))?;
        if newest.number != self.based_on {
            let (newest, by) = (newest.number, newest.by.clone());
            let stale = Stale { lang: None, based_on: self.based_on, newest, by, theirs: None, yours: None };
            return Err(Error::Stale(Box::new(stale)));
        }
        if !self.data.fits() {
            return Err(Error::Invalid(Wrong::TooManyLabels(story::data::MOST_LABELS)));
        }
        if self.data.embargo != now.embargo {
            return Err(Error::Invalid(Wrong::EmbargoApart));
        }
        if self.data != now {
            pen.revise_data(&self.data);
        }
        Ok(())
    }
}
