//! The keeping of the folder: verify, back up, and confirm after a restore.

use crate::{Actor, Error, Newsroom, Result};
use jiff::Timestamp;
use std::path::Path;
use store::{Batch, Must, Write};
use story::{Verb, dossier::Planned};

impl Newsroom {
    pub(crate) fn keeper(&self, actor: &Actor) -> Result<()> {
        if actor.rights.cover_somewhere(Verb::Keep) {
            Ok(())
        } else {
            Err(Error::Denied { who: actor.name.clone(), verb: Verb::Keep })
        }
    }

    /// Every fault of the folder: hashes, the chain of the log, numbers. An empty list is a sound folder.
    ///
    /// # Errors
    /// Denied, or the store's.
    pub async fn verify(
        &self,
        actor: &Actor,
        progress: impl FnMut(store::Progress) + Send + 'static,
    ) -> Result<Vec<String>> {
        self.keeper(actor)?;
        Ok(self.store().verify(progress).await?)
    }

    /// Copies everything that must last into one file, while work goes on.
    ///
    /// # Errors
    /// Denied, or the store's: the file is there already, or cannot be written.
    pub async fn backup(&self, actor: &Actor, to: &Path) -> Result<()> {
        self.keeper(actor)?;
        Ok(self.store().backup(to).await?)
    }

    /// After a restore: what waits may go out again.
    ///
    /// # Errors
    /// Denied, or the store's.
    pub async fn confirm(&self, actor: &Actor) -> Result<()> {
        self.keeper(actor)?;
        self.set(store::kept::PAUSED, None).await?;
        self.0.planned.notify_one();
        Ok(())
    }

    /// What waits for its time, of the stories that the actor may read.
    ///
    /// # Errors
    /// The store's.
    pub async fn waiting(&self, actor: &Actor) -> Result<Vec<(story::StoryId, Planned)>> {
        let mut out = Vec::new();
        for (id, planned) in self.store().all_due().await? {
            if let Some(dossier) = self.store().dossier(id).await?
                && crate::gate::desk(actor, &dossier.desk)
            {
                out.push((id, planned));
            }
        }
        Ok(out)
    }

    pub(crate) async fn set(&self, key: &str, value: Option<String>) -> Result<()> {
        self.write(Vec::new(), vec![Write::Set(key.to_owned(), value)]).await
    }

    /// Writes what concerns no story.
    pub(crate) async fn write(&self, must: Vec<Must>, writes: Vec<Write>) -> Result<()> {
        let at: Timestamp = self.clock().now();
        self.store().commit(Batch { request: None, at, act: crate::chance::batch(at), must, writes }).await?;
        Ok(())
    }
}
