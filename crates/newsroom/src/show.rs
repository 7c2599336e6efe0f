//! Show: a story as the desk sees it.

use crate::{Actor, Draft, Error, Found, Newsroom, Result, Wrong, gate};
use jiff::Timestamp;
use serde::Serialize;
use story::{
    Data, Dossier, Edition, Hash, Notice, Origin, Standing, StoryId, Tag, Text,
    align::{Happened, Keyed, Part, changes},
};

/// A story with what it says now.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    /// All that is known of it.
    pub dossier: Dossier,
    /// Its newest data; none when it was sealed.
    pub data: Data,
    /// Its editions, the original first.
    pub editions: Vec<ShownEdition>,
    /// What whoever asks is typing in its editions.
    pub drafts: Vec<Draft>,
}

/// An edition with what it says now.
#[derive(Debug, Clone, Serialize)]
pub struct ShownEdition {
    /// The language.
    pub lang: Tag,
    /// How it stands before the public.
    pub standing: Standing,
    /// The number of the newest revision.
    pub revision: u32,
    /// The newest text; none when it was sealed.
    pub text: Option<Text>,
    /// By what it is behind the edition that it was made from.
    pub behind: Option<BehindBy>,
    /// What its readers are told above the text, newest last.
    pub notices: Vec<Notice>,
    /// What the checks found in the newest text, in reading order, also what was dismissed.
    pub findings: Vec<Found>,
}

/// What has changed in the source since an edition was made from it.
#[derive(Debug, Clone, Serialize)]
pub struct BehindBy {
    /// The revision that it was made from.
    pub made_from: Origin,
    /// The newest revision of that edition.
    pub newest: u32,
    /// Which parts have changed, with the words they have now (before they went, when they are gone).
    pub parts: Vec<(Part, Happened, String)>,
}

/// A story in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    /// The story.
    pub id: StoryId,
    /// Its headline in the language asked for, or in its original.
    pub headline: String,
    /// The language of that headline.
    pub lang: Tag,
    /// The desk's slugline.
    pub slug: String,
    /// Each edition: how it stands, its newest revision and the one that is public.
    pub editions: Vec<(Tag, Standing, u32, Option<u32>)>,
    /// What waits for its time.
    pub due: usize,
    /// When it last changed.
    pub at: Timestamp,
}

impl Newsroom {
    /// A story with everything the desk wants to see.
    ///
    /// # Errors
    /// [`Error::Missing`] also when the actor may not read it.
    pub async fn show(&self, actor: &Actor, id: StoryId) -> Result<Shown> {
        let dossier = self.dossier(actor, id).await?;
        let data = self.data(&dossier).await?;
        let mut editions = Vec::new();
        let mut langs: Vec<&Tag> = dossier.editions.keys().collect();
        langs.sort_by_key(|lang| **lang != dossier.original);
        for lang in langs {
            if let Some(edition) = dossier.editions.get(lang) {
                editions.push(self.show_edition(&dossier, lang, edition).await?);
            }
        }
        let drafts = self.drafts(actor, id).await?;
        Ok(Shown { dossier, data, editions, drafts })
    }

    /// The dossier of a story that the actor may read.
    pub(crate) async fn dossier(&self, actor: &Actor, id: StoryId) -> Result<Dossier> {
        let dossier = self.store().dossier(id).await?.ok_or(Error::Missing("story"))?;
        if gate::desk(actor, &dossier.desk) { Ok(dossier) } else { Err(Error::Missing("story")) }
    }

    async fn show_edition(&self, dossier: &Dossier, lang: &Tag, edition: &Edition) -> Result<ShownEdition> {
        let newest = edition.newest().ok_or(Error::Missing("revision"))?;
        let text = self.text_unless_sealed(dossier.id, newest.text).await?;
        let behind = self.behind(dossier, lang, newest.number).await?;
        let mut notices = Vec::new();
        let last = edition.last().filter(|r| r.kind != story::Kind::Notice);
        for release in dossier.standing_notices(lang).into_iter().chain(last) {
            if let Some(hash) = release.notice
                && let Some(notice) = self.notice(dossier.id, hash).await?
            {
                notices.push(notice);
            }
        }
        let (standing, revision) = (edition.standing(), newest.number);
        let findings = self.found(dossier, lang, revision).await?;
        Ok(ShownEdition { lang: lang.clone(), standing, revision, text, behind, notices, findings })
    }

    async fn behind(&self, dossier: &Dossier, lang: &Tag, revision: u32) -> Result<Option<BehindBy>> {
        let Some(behind) = dossier.behind(lang, revision) else { return Ok(None) };
        let Some(source) = dossier.editions.get(&behind.made_from.lang) else { return Ok(None) };
        let (Some(was), Some(is)) = (source.revision(behind.made_from.revision), source.revision(behind.newest)) else {
            return Ok(None);
        };
        let old = self.text_unless_sealed(dossier.id, was.text).await?;
        let new = self.text_unless_sealed(dossier.id, is.text).await?;
        // Of a text that was sealed nobody can tell what has changed.
        let (Some(old), Some(new)) = (&old, &new) else { return Ok(None) };
        let (old, new) = (Keyed { text: old, ids: &was.blocks }, Keyed { text: new, ids: &is.blocks });
        let changed = changes(old, new).into_iter();
        let parts: Vec<_> = changed.map(|(part, how)| (part, how, words(part, how, old, new))).collect();
        let behind = BehindBy { made_from: behind.made_from, newest: behind.newest, parts };
        Ok(Some(behind).filter(|behind| !behind.parts.is_empty()))
    }

    /// A text of a story, unless it was sealed.
    pub(crate) async fn text_unless_sealed(&self, story: StoryId, hash: Hash) -> Result<Option<Text>> {
        match self.text(story, hash).await {
            Ok(text) => Ok(Some(text)),
            Err(Error::Store(store::Error::Sealed(_))) => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(crate) async fn notice(&self, story: StoryId, hash: Hash) -> Result<Option<Notice>> {
        match self.store().bytes(story, hash).await? {
            Some(store::Kept::Bytes(bytes)) => Notice::from_stored(&bytes)
                .map(Some)
                .map_err(|e| store::Error::Damaged(format!("the notice {hash}: {e}")).into()),
            _ => Ok(None),
        }
    }

    /// Stories, the latest changed first, of those that the actor may read. `before` is the last of the page before.
    ///
    /// # Errors
    /// The store's.
    pub async fn list(
        &self,
        actor: &Actor,
        lang: Option<&Tag>,
        before: Option<(Timestamp, StoryId)>,
        most: usize,
    ) -> Result<Vec<Listed>> {
        let (mut out, mut before) = (Vec::new(), before);
        // Stories of other desks are passed over: the page goes on until it is full or there are no more.
        loop {
            let found = self.store().stories(before, most).await?;
            let (last, whole) = (found.last().map(|(at, dossier)| (*at, dossier.id)), found.len() == most);
            for (at, dossier) in found {
                if out.len() < most && gate::desk(actor, &dossier.desk) {
                    out.push(self.listed(&dossier, lang, at).await?);
                }
            }
            if !whole || out.len() >= most || last.is_none() {
                return Ok(out);
            }
            before = last;
        }
    }

    async fn listed(&self, dossier: &Dossier, lang: Option<&Tag>, at: Timestamp) -> Result<Listed> {
        let shown = lang.filter(|lang| dossier.editions.contains_key(*lang)).unwrap_or(&dossier.original);
        let newest = dossier.editions.get(shown).and_then(Edition::newest);
        let text = match newest {
            Some(revision) => self.text_unless_sealed(dossier.id, revision.text).await?,
            None => None,
        };
        let state = |(lang, e): (&Tag, &Edition)| {
            (lang.clone(), e.standing(), e.newest().map_or(0, |r| r.number), e.public_revision())
        };
        Ok(Listed {
            id: dossier.id,
            headline: text.map(|t| t.headline.plain()).unwrap_or_default(),
            lang: shown.clone(),
            slug: self.data(dossier).await?.slug.to_string(),
            editions: dossier.editions.iter().map(state).collect(),
            due: dossier.due.len(),
            at,
        })
    }

    /// The story that a word names: its identity, the beginning of it, or its slug.
    ///
    /// # Errors
    /// [`Error::Missing`] when there is none, [`Error::Invalid`] when there are several.
    pub async fn named(&self, actor: &Actor, word: &str) -> Result<StoryId> {
        let mut found = Vec::new();
        for id in self.store().find(word, 8).await? {
            if self.dossier(actor, id).await.is_ok() {
                found.push(id);
            }
        }
        match found.as_slice() {
            [] => Err(Error::Missing("story")),
            [one] => Ok(*one),
            many => Err(Error::Invalid(Wrong::Several { word: word.to_owned(), stories: many.to_vec() })),
        }
    }
}

/// The words of a part: as they are now, or as they were when the part is gone.
pub(crate) fn words(part: Part, how: Happened, old: Keyed<'_>, new: Keyed<'_>) -> String {
    let of = if how == Happened::Removed { old } else { new };
    part_words(part, of).unwrap_or_default()
}

/// The words of a part of a text.
pub(crate) fn part_words(part: Part, of: Keyed<'_>) -> Option<String> {
    match part {
        Part::Headline => Some(of.text.headline.plain()),
        Part::Deck => of.text.deck.as_ref().map(story::Inline::plain),
        Part::Byline => of.text.byline.as_ref().map(ToString::to_string),
        Part::Dateline => of.text.dateline.as_ref().map(plain_dateline),
        Part::Block(id) => {
            let place = of.ids.iter().position(|&i| i == id)?;
            of.text.body.get(place).map(story::Block::plain)
        }
    }
}

fn plain_dateline(dateline: &story::Dateline) -> String {
    let places: Vec<&str> = dateline.places.iter().map(|p| &**p).collect();
    let date = dateline.date.map(|d| serde_json::to_string(&d).unwrap_or_default().replace('"', ""));
    let parts = [Some(places.join("/")), date, dateline.agency.as_ref().map(ToString::to_string)];
    parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ")
}
