//! All that is known of one story, without its text: editions with their revisions and releases, and what follows
//! from them (how an edition stands, whether it is behind, which notices stand).

use crate::{DataRevision, DueId, Hash, Kind, Origin, Release, Revision, Standing, StoryId, Tag, text::Line};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A story and all its editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// Its identity.
    pub id: StoryId,
    /// The desk it belongs to.
    pub desk: Line,
    /// One more after each change: what a verb was decided on (see `store`).
    pub version: u64,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// Who filed it.
    pub filed_by: String,
    /// The language it was filed in.
    pub original: Tag,
    /// The revisions of its data, oldest first; never empty.
    pub data: Vec<DataRevision>,
    /// Its editions.
    pub editions: BTreeMap<Tag, Edition>,
    /// What waits for its time.
    pub due: Vec<Planned>,
}

/// The story in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Oldest first; never empty.
    pub revisions: Vec<Revision>,
    /// Oldest first.
    pub releases: Vec<Release>,
}

/// Something that is signed off and waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Its identity.
    pub id: DueId,
    /// The edition it is for.
    pub lang: Tag,
    /// The text revision that it pins.
    pub revision: u32,
    /// When it becomes public.
    pub at: Timestamp,
    /// The moment somebody chose; none when only the embargo holds it.
    pub chosen: Option<Timestamp>,
    /// Who signed it off.
    pub by: String,
    /// Why it did not fire when its time came; it then waits for a person.
    pub stuck: Option<String>,
    /// Why it goes out in spite of what the checks held back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<String>,
}

impl Edition {
    /// The newest revision.
    pub fn newest(&self) -> Option<&Revision> {
        self.revisions.last()
    }

    /// The revision of that number.
    pub fn revision(&self, number: u32) -> Option<&Revision> {
        self.revisions.get((number as usize).checked_sub(1)?)
    }

    /// How it stands before the public.
    pub fn standing(&self) -> Standing {
        self.releases.iter().fold(Standing::Unreleased, |standing, r| standing.after(r.kind).unwrap_or(standing))
    }

    /// The newest release.
    pub fn last(&self) -> Option<&Release> {
        self.releases.last()
    }

    /// The text revision that the public reads, or would read if the edition were not out of sight.
    pub fn public_revision(&self) -> Option<u32> {
        self.releases.last().map(|r| r.revision)
    }

    /// When it first became public.
    pub fn first_at(&self) -> Option<Timestamp> {
        self.releases.first().map(|r| r.at)
    }
}

impl Dossier {
    /// The newest story-data revision.
    pub fn newest_data(&self) -> Option<&DataRevision> {
        self.data.last()
    }

    /// The data revision of that number.
    pub fn data_revision(&self, number: u32) -> Option<&DataRevision> {
        self.data.get((number as usize).checked_sub(1)?)
    }

    /// Whether any edition has ever been public.
    pub fn was_released(&self) -> bool {
        self.editions.values().any(|e| !e.releases.is_empty())
    }

    /// Whether the story was withdrawn: then no edition of it is ever released again.
    pub fn is_withdrawn(&self) -> bool {
        self.editions.values().any(|e| matches!(e.standing(), Standing::Killed | Standing::TakenDown))
    }

    /// The revisions that a revision goes back to: itself, what it was made from, what that was made from, ...
    pub fn lineage(&self, lang: &Tag, revision: u32) -> Vec<Origin> {
        let mut out = Vec::new();
        let mut seen = BTreeSet::new();
        let mut next = Some(Origin { lang: lang.clone(), revision });
        while let Some(origin) = next {
            if !seen.insert(origin.clone()) {
                break;
            }
            next = self
                .editions
                .get(&origin.lang)
                .and_then(|e| e.revision(origin.revision))
                .and_then(|r| r.made_from.clone());
            out.push(origin);
        }
        out
    }

    /// The public editions that were made from this one, directly or by way of another.
    pub fn made_from(&self, lang: &Tag) -> Vec<Tag> {
        let from = |tag: &Tag, edition: &Edition| {
            let revision = edition.public_revision()?;
            self.lineage(tag, revision).iter().skip(1).any(|o| o.lang == *lang).then(|| tag.clone())
        };
        self.editions
            .iter()
            .filter(|(tag, e)| *tag != lang && e.standing() == Standing::Public)
            .filter_map(|(tag, e)| from(tag, e))
            .collect()
    }

    /// Whether a revision carries the correction that a notice waits for.
    pub fn carries(&self, lang: &Tag, revision: u32, until: &Origin) -> bool {
        self.lineage(lang, revision).iter().any(|o| o.lang == until.lang && o.revision >= until.revision)
    }

    /// The notices about a corrected original that still stand on an edition, oldest first.
    pub fn standing_notices(&self, lang: &Tag) -> Vec<&Release> {
        let Some(edition) = self.editions.get(lang) else {
            return Vec::new();
        };
        let now = edition.public_revision().unwrap_or_default();
        let open = |r: &&Release| {
            r.kind == Kind::Notice && r.until.as_ref().is_some_and(|until| !self.carries(lang, now, until))
        };
        let mut newest: BTreeMap<&Tag, &Release> = BTreeMap::new();
        for release in edition.releases.iter().filter(open) {
            if let Some(until) = &release.until {
                newest.insert(&until.lang, release);
            }
        }
        let mut out: Vec<&Release> = newest.into_values().collect();
        out.sort_by_key(|r| r.number);
        out
    }

    /// The revision that a revision was made from, and the newest of that edition when its text has changed since.
    pub fn behind(&self, lang: &Tag, revision: u32) -> Option<Behind> {
        let made_from = self.editions.get(lang)?.revision(revision)?.made_from.clone()?;
        let source = self.editions.get(&made_from.lang)?;
        let (newest, was) = (source.newest()?, source.revision(made_from.revision)?);
        (newest.text != was.text).then_some(Behind { newest: newest.number, made_from })
    }

    /// Every hash of text that the story holds.
    pub fn texts(&self) -> BTreeSet<Hash> {
        self.editions.values().flat_map(|e| e.revisions.iter().map(|r| r.text)).collect()
    }
}

/// An edition whose source has gone on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behind {
    /// What it was made from.
    pub made_from: Origin,
    /// The newest revision of that edition.
    pub newest: u32,
}
