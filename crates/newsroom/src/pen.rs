//! The pen: what a verb writes with. It keeps the story as it will stand, the batch and the answer in step.

use crate::{Actor, Answer, Counts, Error, House, Released, Result, Revised, chance};
use checks::Finding;
use jiff::Timestamp;
use std::collections::BTreeMap;
use store::{NewRelease, What, Write};
use story::{
    BatchId, BlockId, Data, DataRevision, Dossier, Hash, Kind, Notice, Origin, Release, Revision, Standing, StoryId,
    Tag, Text, Verb, dossier::Planned,
};

pub(crate) struct Pen {
    /// The story as it will stand once the batch is kept.
    pub dossier: Dossier,
    /// The version on which the verb decides.
    pub before: u64,
    pub actor: Actor,
    pub now: Timestamp,
    pub act: BatchId,
    pub writes: Vec<Write>,
    pub answer: Answer,
    /// What the checks found in the revisions that it wrote.
    pub found: BTreeMap<(Tag, u32), Vec<Finding>>,
}

/// A release as a verb thinks of it.
pub(crate) struct Going {
    pub lang: Tag,
    pub kind: Kind,
    pub revision: u32,
    pub notice: Option<Notice>,
    pub reason: Option<String>,
    /// Why it goes out in spite of what the checks held back.
    pub despite: Option<String>,
}

impl Pen {
    pub fn on(dossier: Dossier, actor: &Actor, now: Timestamp) -> Self {
        let answer = Answer {
            story: dossier.id,
            revised: Vec::new(),
            data: None,
            released: Vec::new(),
            planned: Vec::new(),
            cancelled: Vec::new(),
            dismissed: Vec::new(),
            undismissed: Vec::new(),
            embargo: None,
        };
        let (before, act) = (dossier.version, chance::batch(now));
        let (actor, writes, found) = (actor.clone(), Vec::new(), BTreeMap::new());
        Self { dossier, before, actor, now, act, writes, answer, found }
    }

    pub fn new_story(house: &House, actor: &Actor, now: Timestamp) -> Self {
        let dossier = Dossier {
            id: chance::story(now),
            desk: house.desk.clone(),
            version: 0,
            filed_at: now,
            filed_by: actor.name.clone(),
            original: Tag::unknown(),
            data: Vec::new(),
            editions: BTreeMap::new(),
            due: Vec::new(),
        };
        Self::on(dossier, actor, now)
    }

    pub const fn story(&self) -> StoryId {
        self.dossier.id
    }

    /// Whether the actor may; a story that they may not even read is not there for them.
    pub fn may(&self, verb: Verb, lang: Option<&Tag>) -> Result<()> {
        let desk = &self.dossier.desk;
        if self.actor.may(verb, lang, desk) {
            Ok(())
        } else if self.before > 0 && !self.actor.may(Verb::Read, None, desk) {
            Err(Error::Missing("story"))
        } else {
            Err(Error::Denied { who: self.actor.name.clone(), verb })
        }
    }

    pub fn edition(&self, lang: &Tag) -> Result<&story::Edition> {
        self.dossier.editions.get(lang).ok_or(Error::Missing("edition"))
    }

    pub fn begin(&mut self, desk: Option<story::text::Line>, original: Tag) {
        self.dossier.desk = desk.unwrap_or_else(|| self.dossier.desk.clone());
        self.dossier.original = original.clone();
        self.writes.push(Write::Story {
            id: self.story(),
            desk: self.dossier.desk.clone(),
            original,
            by: self.actor.name.clone(),
        });
    }

    fn bytes(&mut self, what: What, hash: Hash, bytes: Vec<u8>) {
        self.writes.push(Write::Bytes { story: self.dossier.id, what, hash, bytes });
    }

    /// Saves a text as the next revision of an edition and gives back its number.
    pub fn revise(
        &mut self,
        lang: &Tag,
        text: &Text,
        blocks: Vec<BlockId>,
        made_from: Option<Origin>,
        input: Option<&[u8]>,
    ) -> u32 {
        let (story, bytes) = (self.story(), text.stored());
        let hash = Hash::of(&bytes);
        self.bytes(What::Text, hash, bytes);
        let input = input.map(|input| {
            let hash = Hash::of(input);
            self.bytes(What::Input, hash, input.to_vec());
            hash
        });
        let edition = self.dossier.editions.entry(lang.clone()).or_default();
        let based_on = edition.newest().map(|r| r.number);
        let number = based_on.unwrap_or(0) + 1;
        let (at, by) = (self.now, self.actor.name.clone());
        let revision = Revision { number, based_on, made_from, text: hash, blocks, at, by };
        edition.revisions.push(revision.clone());
        self.writes.push(Write::Revision { story, lang: lang.clone(), revision, input });
        let (lang, found, notes) = (lang.clone(), Counts::default(), Vec::new());
        self.answer.revised.push(Revised { lang, revision: number, found, notes });
        number
    }

    /// Whether it wrote this revision itself.
    pub fn writes_revision(&self, lang: &Tag, number: u32) -> bool {
        self.answer.revised.iter().any(|revised| revised.lang == *lang && revised.revision == number)
    }

    /// Saves story data as the next revision.
    pub fn revise_data(&mut self, data: &Data) {
        let (bytes, number) = (data.stored(), self.dossier.data.len() as u32 + 1);
        let hash = Hash::of(&bytes);
        self.bytes(What::Data, hash, bytes);
        let revision = DataRevision { number, hash, at: self.now, by: self.actor.name.clone() };
        self.dossier.data.push(revision.clone());
        self.writes.push(Write::Data { story: self.story(), revision });
        self.answer.data = Some(number);
    }

    /// Releases an edition: the store gives the number.
    pub fn release(&mut self, going: Going) -> Result<()> {
        let Going { lang, kind, revision, notice, reason, despite } = going;
        let edition = self.edition(&lang)?;
        edition.standing().after(kind)?;
        let text = edition.revision(revision).ok_or(Error::Missing("revision"))?.text;
        let number = edition.releases.len() as u32 + 1;
        let public = edition.last().map(|last| last.data);
        let data = match kind {
            // A takedown brings data of its own, in which nothing is left of the story.
            Kind::First | Kind::Update | Kind::Correction | Kind::Takedown => self.dossier.newest_data(),
            // These sign nothing off: what the desk has saved since stays inside.
            _ => public.and_then(|number| self.dossier.data_revision(number)),
        };
        let data = data.ok_or(Error::Missing("story data"))?;
        let (data, data_hash) = (data.number, data.hash);
        let until = notice.as_ref().and_then(|n| n.until.clone());
        let notice = notice.map(|notice| {
            let bytes = notice.stored();
            let hash = Hash::of(&bytes);
            self.bytes(What::Notice, hash, bytes);
            hash
        });
        let (story, by) = (self.story(), self.actor.name.clone());
        self.writes.push(Write::Release(NewRelease {
            story,
            lang: lang.clone(),
            number,
            kind,
            revision,
            text,
            data,
            data_hash,
            notice,
            until: until.clone(),
            reason: reason.clone(),
            despite: despite.clone(),
            by: by.clone(),
        }));
        self.answer.released.push(Released { lang: lang.clone(), kind, number, revision, n: 0 });
        let (batch, at) = (self.act, self.now);
        let release = Release { number, kind, revision, data, notice, until, reason, despite, n: 0, batch, at, by };
        if let Some(edition) = self.dossier.editions.get_mut(&lang) {
            edition.releases.push(release);
        }
        Ok(())
    }

    /// Signs a revision off for later; what waited for the edition before waits no more.
    pub fn plan(
        &mut self,
        lang: &Tag,
        revision: u32,
        at: Timestamp,
        chosen: Option<Timestamp>,
        despite: Option<String>,
    ) {
        self.unplan_edition(lang);
        let id = chance::due(self.now);
        let by = self.actor.name.clone();
        let planned = Planned { id, lang: lang.clone(), revision, at, chosen, by, stuck: None, despite };
        self.dossier.due.push(planned.clone());
        self.writes.push(Write::Plan(self.story(), planned.clone()));
        self.answer.planned.push(planned);
    }

    /// What waits, waits for another moment.
    pub fn move_to(&mut self, planned: Planned) {
        let (story, due, at, chosen) = (self.story(), planned.id, planned.at, planned.chosen);
        self.writes.push(Write::Move { story, due, at, chosen });
        if let Some(waits) = self.dossier.due.iter_mut().find(|waits| waits.id == due) {
            *waits = planned.clone();
        }
        self.answer.planned.push(planned);
    }

    pub fn unplan(&mut self, id: story::DueId) {
        self.dossier.due.retain(|p| p.id != id);
        self.writes.push(Write::Unplan(self.story(), id));
    }

    fn unplan_edition(&mut self, lang: &Tag) {
        let ids: Vec<_> = self.dossier.due.iter().filter(|p| p.lang == *lang).map(|p| p.id).collect();
        for id in ids {
            self.unplan(id);
            self.answer.cancelled.push(id);
        }
    }

    pub fn unplan_all(&mut self) {
        let langs: Vec<Tag> = self.dossier.due.iter().map(|p| p.lang.clone()).collect();
        langs.iter().for_each(|lang| self.unplan_edition(lang));
    }

    /// Makes a revision public now: the first time, or as an update. What waited for the edition waits no more.
    pub fn go_public(&mut self, lang: &Tag, revision: u32, despite: Option<String>) -> Result<()> {
        let kind = match self.edition(lang)?.standing() {
            Standing::Unreleased => Kind::First,
            _ => Kind::Update,
        };
        self.unplan_edition(lang);
        self.release(Going { lang: lang.clone(), kind, revision, notice: None, reason: None, despite })
    }

    /// The editions that stand so.
    pub fn standing(&self, wanted: &[Standing]) -> Vec<(Tag, u32)> {
        let of = |(lang, edition): (&Tag, &story::Edition)| {
            let standing = wanted.contains(&edition.standing());
            standing.then(|| edition.public_revision().map(|revision| (lang.clone(), revision))).flatten()
        };
        self.dossier.editions.iter().filter_map(of).collect()
    }
}
