//! Item: a release of an edition as it travels on a wire, with all that its subscribers are told.
//!
//! An item holds what may be passed on and nothing else: no reason, no name of who released it. Of what was held,
//! killed or taken down it holds no word of the text: who it is, that it is gone, and the notice.

use crate::{
    Actor, Error, Newsroom, Result,
    gate::{self, Public},
};
use lang::{Profile, Word};
use std::collections::BTreeSet;
use story::{
    Block, Data, Dossier, Edition, Item, Kind, Line, Notice, Release, Revision, StoryId, Tag, Text,
    data::UsageRights,
    item::{AltId, Bond, Class, Concept, ConceptKind, Party, PartyRole, Reference, Status, Times, When},
    text::Related,
};

/// The role of [`AltId`]s that this house gives: the story that an edition belongs to, its number in the log.
const STORY: &str = "dateline:story";
const LOG: &str = "dateline:log";

/// What an item is made from.
struct Made<'a> {
    dossier: &'a Dossier,
    lang: &'a Tag,
    edition: &'a Edition,
    revision: &'a Revision,
    /// None for an edition that nobody outside has seen.
    release: Option<&'a Release>,
    data: &'a Data,
    notice: Option<Notice>,
}

impl Newsroom {
    /// A release of an edition as it travels: the one of that number, or the newest. An edition that was never released
    /// is shown as its first release would be, with its embargo.
    ///
    /// # Errors
    /// [`Error::Missing`] when there is no such story, edition or release, also when the actor may not read it.
    pub async fn item(&self, actor: &Actor, id: StoryId, lang: &Tag, release: Option<u32>) -> Result<Item> {
        let dossier = self.dossier(actor, id).await?;
        let edition = dossier.editions.get(lang).ok_or(Error::Missing("edition"))?;
        let release = match release {
            Some(number) => {
                let found = edition.releases.iter().find(|release| release.number == number);
                Some(found.ok_or(Error::Missing("release"))?)
            }
            None => edition.last(),
        };
        let revision = match release {
            Some(release) => edition.revision(release.revision),
            None => edition.newest(),
        };
        let revision = revision.ok_or(Error::Missing("revision"))?;
        let data = match release.and_then(|release| dossier.data_revision(release.data)) {
            // Data that were sealed with a takedown are as they stand since.
            Some(pinned) => match self.data_of(&dossier, pinned).await {
                Err(Error::Store(store::Error::Sealed(_))) => self.data(&dossier).await?,
                data => data?,
            },
            None => self.data(&dossier).await?,
        };
        let notice = match release.and_then(|release| release.notice) {
            Some(hash) => self.notice(id, hash).await?,
            None => None,
        };
        let shown = release.is_none_or(|release| is_shown(release.kind));
        let mut text = if shown { self.text_unless_sealed(id, revision.text).await? } else { None };
        if let Some(text) = &mut text {
            self.point_at_public(text, lang).await?;
        }
        let made = Made { dossier: &dossier, lang, edition, revision, release, data: &data, notice };
        Ok(self.travelling(&made, text))
    }

    /// Leaves out the "Also read" lines that point at what readers cannot see, as its page does.
    async fn point_at_public(&self, text: &mut Text, lang: &Tag) -> Result<()> {
        let mut hidden = Vec::new();
        for target in text.targets().collect::<BTreeSet<StoryId>>() {
            let dossier = self.store().dossier(target).await?;
            let is_open = |dossier: story::Dossier| {
                dossier.editions.get(lang).is_some_and(|edition| gate::public(edition.standing()) == Public::Open)
            };
            if !dossier.is_some_and(is_open) {
                hidden.push(target);
            }
        }
        let is_hidden = |block: &Block| matches!(block, Block::Related(Related { target: Some(target), .. }) if hidden.contains(target));
        text.body.retain(|block| !is_hidden(block));
        Ok(())
    }

    fn travelling(&self, made: &Made<'_>, text: Option<Text>) -> Item {
        let (data, profile) = (made.data, self.house().languages.profile(made.lang));
        let kind = made.release.map(|release| release.kind);
        let mut item = Item {
            class: Class::Text,
            guid: guid(made.dossier.id, made.lang),
            version: Line::new(made.release.map_or(1, |release| release.number).to_string()),
            status: kind.map_or(Status::Usable, status),
            act: Some(kind.unwrap_or(Kind::First)),
            lang: Some(made.lang.clone()),
            dir: Some(profile.direction()),
            times: times(made),
            slug: data.slug.clone(),
            urgency: Some(data.urgency),
            notice: made.notice.as_ref().map(|notice| notice.says.clone()).unwrap_or_default(),
            advisories: kind.and_then(|kind| advisory(&profile, kind, &data.slug)).into_iter().collect(),
            concepts: concepts(data, &profile),
            parties: vec![Party::named(PartyRole::Provider, &self.house().name)],
            rights: rights(data, &self.house().name),
            references: references(made),
            alt_ids: alt_ids(made),
            ..Item::default()
        };
        if let Some(text) = text {
            item.title = Line::new(text.headline.plain());
            item.references.extend(text.targets().map(|story| Reference {
                bond: Bond::SeeAlso,
                guid: guid(story, made.lang),
                ..Reference::default()
            }));
            let byline = text.byline.as_ref().filter(|byline| !byline.is_empty());
            item.parties.extend(byline.map(|byline| Party::named(PartyRole::Creator, byline)));
            item.text = text;
        }
        item
    }
}

/// Subjects and genre with their names in the language of the edition, and the places.
fn concepts(data: &Data, profile: &Profile) -> Vec<Concept> {
    let coded = |kind: ConceptKind, code: &Line| {
        let concept = Concept::coded(kind, code);
        match profile.label(code) {
            Some(label) => {
                concept.with_name(Some(label.lang.clone()).filter(|lang| lang != profile.tag()), label.words)
            }
            None => concept,
        }
    };
    let subjects = data.subjects.iter().map(|code| coded(ConceptKind::Subject, code));
    let genre = data.genre.iter().map(|code| coded(ConceptKind::Genre, code));
    let places = data.places.iter().map(|place| Concept::named(ConceptKind::Place, place));
    subjects.chain(genre).chain(places).collect()
}

/// The name under which an edition travels.
fn guid(story: StoryId, lang: &Tag) -> Line {
    Line::new(format!("urn:uuid:{}", story.edition(lang)))
}

/// Whether the text goes with such a release.
const fn is_shown(kind: Kind) -> bool {
    !matches!(kind, Kind::Hold | Kind::Kill | Kind::Takedown)
}

const fn status(kind: Kind) -> Status {
    match kind {
        Kind::Hold => Status::Withheld,
        Kind::Kill | Kind::Takedown => Status::Canceled,
        Kind::First | Kind::Update | Kind::Correction | Kind::Notice | Kind::Unhold => Status::Usable,
    }
}

/// What editors are told of such a release, in the language of the edition.
fn advisory(profile: &Profile, kind: Kind, slug: &str) -> Option<Line> {
    let word = match kind {
        Kind::Correction => Word::AdvisoryCorrection,
        Kind::Hold => Word::AdvisoryHold,
        Kind::Unhold => Word::AdvisoryUnhold,
        Kind::Kill => Word::AdvisoryKill,
        Kind::Takedown => Word::AdvisoryTakedown,
        Kind::First | Kind::Update | Kind::Notice => return None,
    };
    Some(Line::new(profile.say_with(word, &[("slug", slug)])))
}

fn times(made: &Made<'_>) -> Times {
    let at = |release: &Release| When::moment(release.at);
    Times {
        first: made.edition.releases.first().map(at),
        this: made.release.map_or(Some(When::moment(made.revision.at)), |release| Some(at(release))),
        content: made.edition.revisions.first().map(|first| When::moment(first.at)),
        embargo: made.data.embargo.filter(|_| made.release.is_none()).map(When::moment),
        ..Times::default()
    }
}

fn rights(data: &Data, agency: &str) -> UsageRights {
    let credit = data.rights.credit.clone().or_else(|| Some(Line::new(agency)));
    UsageRights { credit, ..data.rights.clone() }
}

/// The version before, and the original of a translation in the version that it was made from.
fn references(made: &Made<'_>) -> Vec<Reference> {
    let mut out = Vec::new();
    let pointer = |bond, lang: &Tag, version: Option<u32>| Reference {
        bond,
        guid: guid(made.dossier.id, lang),
        version: Line::new(version.map(|n| n.to_string()).unwrap_or_default()),
        class: Some(Class::Text),
        lang: Some(lang.clone()),
        ..Reference::default()
    };
    if let Some(before) = made.release.and_then(|release| release.number.checked_sub(1)).filter(|n| *n > 0) {
        out.push(pointer(Bond::Previous, made.lang, Some(before)));
    }
    if let Some(origin) = &made.revision.made_from {
        let source = made.dossier.editions.get(&origin.lang);
        let pinned = source.and_then(|e| e.releases.iter().rev().find(|r| r.revision == origin.revision));
        out.push(pointer(Bond::TranslationOf, &origin.lang, pinned.map(|release| release.number)));
    }
    out
}

fn alt_ids(made: &Made<'_>) -> Vec<AltId> {
    let id = |role: &str, value: String| AltId { role: Line::new(role), value: Line::new(value) };
    let mut out = vec![id(STORY, made.dossier.id.to_string())];
    out.extend(made.release.map(|release| id(LOG, release.n.to_string())));
    out
}
