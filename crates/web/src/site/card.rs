//! A card: what the site shows of one edition beyond its text. It is made from what is on record of the story and
//! from nothing else, so that the same record always gives the same card.
//!
//! A card of an edition that is out of sight holds its public notice and nothing of the story.

use jiff::Timestamp;
use lang::Languages;
use newsroom::gate::{self, Public};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use story::{Data, Dossier, Edition, Hash, Kind, Notice, Release, Standing, StoryId, Tag, Text, text::Line};

/// What the site shows of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The story.
    pub story: StoryId,
    /// The language of the edition.
    pub lang: Tag,
    /// The language in which the story was filed.
    pub original: Tag,
    /// The number in the log by which the edition first became public: its place in lists.
    pub first: u64,
    /// When that was.
    pub first_at: Timestamp,
    /// What may be seen of it.
    pub shows: Shows,
}

/// What may be seen of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// All of it.
    Open(Box<Open>),
    /// That it is being checked; what its readers are told.
    Held(Option<Line>),
    /// That it was withdrawn.
    Gone(Gone),
}

/// A withdrawn edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// Its text is sealed too.
    pub taken_down: bool,
    /// What its readers are told.
    pub says: Option<Line>,
    /// The number in the log by which it was withdrawn.
    pub n: u64,
    /// When that was.
    pub at: Timestamp,
}

/// A public edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// The headline, without marks.
    pub headline: String,
    /// The deck, without marks.
    pub deck: Option<String>,
    /// The tail of its address.
    pub tail: String,
    /// The hash of the text that is public.
    pub text: Hash,
    /// When it was last updated.
    pub updated: Option<Timestamp>,
    /// When it was last corrected.
    pub corrected: Option<Timestamp>,
    /// What readers are told beside the text, newest first.
    pub told: Vec<Told>,
    /// The language of the edition that it was made from.
    pub made_from: Option<Tag>,
    /// What it was made from has gone on since, in public.
    pub behind: bool,
    /// 1 is the highest.
    pub urgency: u8,
    /// An invented story.
    pub sample: bool,
    /// Credit, copyright and terms, as they are printed.
    pub rights: Vec<Line>,
    /// The stories that it points at.
    pub points_at: Vec<StoryId>,
}

/// Something that readers are told beside the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The kind of release that said it.
    pub kind: Kind,
    /// Its number in the log.
    pub n: u64,
    /// When.
    pub at: Timestamp,
    /// What.
    pub notice: Notice,
}

/// Why a card cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoCard {
    /// Something that it needs was not among what was read: sealed, or never kept.
    #[error("{0} of the story is not there")]
    Missing(Hash),
    /// What was read is not what it should be.
    #[error("{0}")]
    Damaged(#[from] story::text::stored::NotStored),
}

/// A card, with its text when that is public.
pub type Made = (Card, Option<Arc<Text>>);

/// What was kept under a hash; none when it is not there or sealed.
pub type Kept<'k> = &'k dyn Fn(&Hash) -> Option<&'k [u8]>;

impl Card {
    /// The edition, when all of it may be seen.
    pub fn open(&self) -> Option<&Open> {
        match &self.shows {
            Shows::Open(open) => Some(open),
            _ => None,
        }
    }

    /// The number in the log by which it stands on the corrections page.
    pub fn corrected(&self) -> Option<u64> {
        match &self.shows {
            Shows::Open(open) => open.corrections().map(|t| t.n).max(),
            Shows::Held(_) => None,
            Shows::Gone(gone) => Some(gone.n),
        }
    }

    /// The card in the form in which it is kept.
    pub fn stored(&self) -> store::Card {
        let open = self.open();
        store::Card {
            story: self.story,
            lang: self.lang.clone(),
            listed: open.map(|_| self.first.cast_signed()),
            corrected: self.corrected(),
            called: open.map(|o| called(&o.headline)),
            points_at: open.map(|o| o.points_at.clone()).unwrap_or_default(),
            body: serde_json::to_vec(self).unwrap_or_default(),
        }
    }

    /// Reads what [`Card::stored`] wrote. None for a card of another program: it is about to be made again.
    pub fn from_stored(card: &store::Card) -> Option<Card> {
        serde_json::from_slice(&card.body).ok()
    }
}

impl Open {
    /// The corrections among what readers are told, newest first.
    pub fn corrections(&self) -> impl Iterator<Item = &Told> {
        self.told.iter().filter(|t| t.kind == Kind::Correction)
    }

    /// It waits for a corrected original: a notice says so.
    pub fn is_being_checked(&self) -> bool {
        self.told.iter().any(|told| told.notice.until.is_some())
    }

    /// When what readers see last changed; none when it never did.
    pub fn changed(&self) -> Option<Timestamp> {
        self.updated.max(self.corrected)
    }
}

/// What has to be read before cards can be made: the texts, data and notices that the public may have.
pub fn wanted(dossier: &Dossier) -> Vec<Hash> {
    let mut out = Vec::new();
    for (lang, edition) in &dossier.editions {
        out.extend(told(dossier, lang, edition).into_iter().filter_map(|r| r.notice));
        if gate::public(edition.standing()) == Public::Open {
            out.extend(public_text(edition));
            out.extend(public_data(dossier, edition));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The cards of a story, each with its text when that is public. Editions that nobody outside has seen have none.
///
/// # Errors
/// [`NoCard`] when something that [`wanted`] names is not there.
pub fn cards(dossier: &Dossier, kept: Kept<'_>, languages: &Languages) -> Result<Vec<Made>, NoCard> {
    let released = dossier.editions.iter().filter(|(_, e)| !e.releases.is_empty());
    released.map(|(lang, edition)| card(dossier, lang, edition, kept, languages)).collect()
}

fn card(
    dossier: &Dossier,
    lang: &Tag,
    edition: &Edition,
    kept: Kept<'_>,
    languages: &Languages,
) -> Result<Made, NoCard> {
    // What is out of sight stays so, whatever became of its notice.
    let says = || edition.last()?.notice.and_then(|hash| notice(hash, kept).ok()).map(|n| n.says);
    let (shows, text) = match gate::public(edition.standing()) {
        Public::Open => {
            let (open, text) = open(dossier, lang, edition, kept, languages)?;
            (Shows::Open(Box::new(open)), Some(Arc::new(text)))
        }
        Public::Held | Public::Nothing => (Shows::Held(says()), None),
        Public::Gone => {
            let taken_down = edition.standing() == Standing::TakenDown;
            let (n, at) = edition.last().map_or((0, Timestamp::UNIX_EPOCH), |r| (r.n, r.at));
            (Shows::Gone(Gone { taken_down, says: says(), n, at }), None)
        }
    };
    let (first, first_at) = edition.releases.first().map_or((0, Timestamp::UNIX_EPOCH), |r| (r.n, r.at));
    let (lang, original) = (lang.clone(), dossier.original.clone());
    Ok((Card { story: dossier.id, lang, original, first, first_at, shows }, text))
}

fn open(
    dossier: &Dossier,
    lang: &Tag,
    edition: &Edition,
    kept: Kept<'_>,
    languages: &Languages,
) -> Result<(Open, Text), NoCard> {
    let hash = public_text(edition).unwrap_or(Hash::ZERO);
    let text = Text::from_stored(kept(&hash).ok_or(NoCard::Missing(hash))?)?;
    let data = match public_data(dossier, edition) {
        Some(hash) => Data::from_stored(kept(&hash).ok_or(NoCard::Missing(hash))?)?,
        None => Data::default(),
    };
    let newest = |kind| edition.releases.iter().rev().find(|r| r.kind == kind).map(|r| r.at);
    let told = told(dossier, lang, edition).into_iter().rev().filter_map(|r| Some((r, r.notice?)));
    let told = told.map(|(r, hash)| Ok(Told { kind: r.kind, n: r.n, at: r.at, notice: notice(hash, kept)? }));
    let headline = one_line(&text.headline.plain());
    let mut points_at: Vec<StoryId> = text.targets().collect();
    points_at.sort_unstable();
    points_at.dedup();
    let open = Open {
        tail: languages.profile(lang).tail(&headline),
        headline,
        deck: text.deck.as_ref().map(|d| one_line(&d.plain())),
        text: hash,
        updated: newest(Kind::Update),
        corrected: newest(Kind::Correction),
        told: told.collect::<Result<_, NoCard>>()?,
        made_from: public_revision(edition).and_then(|r| r.made_from.as_ref()).map(|o| o.lang.clone()),
        behind: is_behind(dossier, lang, edition),
        urgency: data.urgency.get(),
        sample: data.sample,
        rights: [data.rights.credit, data.rights.copyright, data.rights.terms].into_iter().flatten().collect(),
        points_at,
    };
    Ok((open, text))
}

/// The releases whose notices readers see, oldest first: corrections for good, as a record; a notice until the
/// edition is released from what it waits for; any other as long as nothing came after it.
fn told<'d>(dossier: &'d Dossier, lang: &Tag, edition: &'d Edition) -> Vec<&'d Release> {
    let standing = dossier.standing_notices(lang);
    let last = edition.last().map(|r| r.number);
    let is_told = |release: &&Release| match (gate::public(edition.standing()), release.kind) {
        (Public::Open, Kind::Correction) => true,
        (Public::Open, Kind::Notice) => release.until.is_none() || standing.iter().any(|s| s.number == release.number),
        _ => Some(release.number) == last,
    };
    edition.releases.iter().filter(is_told).collect()
}

/// Whether what the public edition goes back to has gone on in public. A correction that did not concern it (it was
/// public, and got no notice) leaves it where it is.
fn is_behind(dossier: &Dossier, lang: &Tag, edition: &Edition) -> bool {
    let (Some(revision), Some(first)) = (edition.public_revision(), edition.releases.first()) else { return false };
    let concerned = |release: &Release| {
        release.kind != Kind::Correction
            || release.n < first.n
            || edition.releases.iter().any(|r| r.kind == Kind::Notice && r.batch == release.batch)
    };
    dossier.lineage(lang, revision).iter().skip(1).any(|origin| {
        let source = dossier.editions.get(&origin.lang).filter(|e| gate::public(e.standing()) == Public::Open);
        let Some((source, was)) = source.and_then(|e| Some((e, e.revision(origin.revision)?.text))) else {
            return false;
        };
        let says_else = |revision| source.revision(revision).is_some_and(|r| r.text != was);
        source.public_revision().is_some_and(says_else)
            && source.releases.iter().any(|r| r.revision > origin.revision && says_else(r.revision) && concerned(r))
    })
}

fn public_revision(edition: &Edition) -> Option<&story::Revision> {
    edition.revision(edition.public_revision()?)
}

fn public_text(edition: &Edition) -> Option<Hash> {
    public_revision(edition).map(|r| r.text)
}

fn public_data(dossier: &Dossier, edition: &Edition) -> Option<Hash> {
    dossier.data_revision(edition.last()?.data).map(|d| d.hash)
}

fn notice(hash: Hash, kept: Kept<'_>) -> Result<Notice, NoCard> {
    Ok(Notice::from_stored(kept(&hash).ok_or(NoCard::Missing(hash))?)?)
}

/// What stands for a headline, so that whoever names it finds it: marks, cases and spaces aside.
pub fn called(headline: &str) -> Hash {
    Hash::of(lang::fold(headline).trim().as_bytes())
}

/// Breaks that a writer put into a headline are for the page of the story alone.
fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
