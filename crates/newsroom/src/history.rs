//! History: everything that happened to an edition, with what each revision changed.

use crate::{Actor, Error, Newsroom, Result, show::part_words};
use serde::Serialize;
use store::Dismissal;
use story::{
    Notice, Release, Revision, StoryId, Tag,
    align::{Happened, Keyed, Part, changes},
};

/// The history of an edition, oldest first.
#[derive(Debug, Clone, Serialize)]
pub struct History {
    /// The edition.
    pub lang: Tag,
    /// What happened.
    pub events: Vec<Event>,
}

/// Something that happened to an edition.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Somebody saved a revision.
    Revision {
        /// The revision.
        revision: Revision,
        /// What it changed.
        changes: Vec<Change>,
        /// Its text was taken down.
        sealed: bool,
    },
    /// It was released.
    Release {
        /// The release.
        release: Release,
        /// What it said to its readers.
        notice: Option<Notice>,
    },
    /// Somebody dismissed what the checks had found.
    Dismissed(Dismissal),
    /// Somebody took a dismissal back.
    Undismissed(Dismissal),
}

/// A part that a revision changed.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    /// Which part.
    pub part: Part,
    /// What happened to it.
    pub how: Happened,
    /// Its words before.
    pub was: Option<String>,
    /// Its words after.
    pub is: Option<String>,
}

impl Newsroom {
    /// The history of an edition.
    ///
    /// # Errors
    /// [`Error::Missing`] when there is no such edition, or the actor may not read it.
    pub async fn history(&self, actor: &Actor, id: StoryId, lang: &Tag) -> Result<History> {
        let dossier = self.dossier(actor, id).await?;
        let edition = dossier.editions.get(lang).ok_or(Error::Missing("edition"))?;
        let mut events = Vec::new();
        let mut before: Option<(story::Text, Vec<story::BlockId>)> = None;
        for revision in &edition.revisions {
            let text = self.text_unless_sealed(id, revision.text).await?;
            let changed = match (&before, &text) {
                (Some((old, ids)), Some(new)) => {
                    between(Keyed { text: old, ids }, Keyed { text: new, ids: &revision.blocks })
                }
                _ => Vec::new(),
            };
            let sealed = text.is_none();
            before = text.map(|text| (text, revision.blocks.clone()));
            events.push(Event::Revision { revision: revision.clone(), changes: changed, sealed });
        }
        for release in &edition.releases {
            let notice = match release.notice {
                Some(hash) => self.notice(id, hash).await?,
                None => None,
            };
            events.push(Event::Release { release: release.clone(), notice });
        }
        for dismissal in self.store().dismissals(id).await? {
            if dismissal.lang == *lang {
                let undone = dismissal.undone.is_some().then(|| Event::Undismissed(dismissal.clone()));
                events.push(Event::Dismissed(dismissal));
                events.extend(undone);
            }
        }
        events.sort_by_key(|event| match event {
            Event::Revision { revision, .. } => (revision.at, 0, revision.number),
            Event::Release { release, .. } => (release.at, 1, release.number),
            Event::Dismissed(dismissal) => (dismissal.at, 2, 0),
            Event::Undismissed(dismissal) => (dismissal.undone.as_ref().map_or(dismissal.at, |(_, at)| *at), 3, 0),
        });
        Ok(History { lang: lang.clone(), events })
    }
}

/// What changed between two revisions, with the words.
fn between(old: Keyed<'_>, new: Keyed<'_>) -> Vec<Change> {
    let change = |(part, how)| Change {
        part,
        how,
        was: (how != Happened::Added).then(|| part_words(part, old)).flatten(),
        is: (how != Happened::Removed).then(|| part_words(part, new)).flatten(),
    };
    changes(old, new).into_iter().map(change).collect()
}
