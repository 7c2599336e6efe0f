//! A step of the follower: which cards and pages change when stories have changed.
//!
//! A page is made of cards and texts, so it is made again when one of those that it shows has changed:
//!
//! | what changed | what is made again |
//! |---|---|
//! | a story | its page in every language: each names the others |
//! | what lists show of an edition | the front and the corrections page of its language |
//! | headline or address of an edition, or whether it is public | the pages that point at it, in its language |

use super::{
    Site,
    card::Card,
    corrections, front,
    job::Job,
    record::{self, Error, Record},
};
use futures::{StreamExt as _, TryStreamExt as _};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};
use story::{StoryId, Tag};

/// Stories that are read at the same time.
const AT_ONCE: usize = 4;

/// Cards that have changed, over those on the disk.
#[derive(Debug, Default)]
pub struct Step {
    /// The stories, as they now stand.
    pub records: HashMap<StoryId, Record>,
    /// The pages that change with them.
    pub jobs: Vec<Job>,
    /// A story was taken down: nothing of it may stay on the disk.
    pub wipe: bool,
}

impl Step {
    /// The cards that change.
    pub fn cards(&self) -> Vec<store::Card> {
        let mut cards: Vec<&Card> = self.records.values().flat_map(|record| &record.cards).collect();
        cards.sort_by_key(|card| (card.story, &card.lang));
        cards.into_iter().map(Card::stored).collect()
    }
}

impl Site {
    /// What changes when these stories have changed.
    pub(super) async fn step(&self, stories: &BTreeSet<StoryId>) -> Result<Step, Error> {
        let mut step = Step { records: self.records(stories).await?, ..Step::default() };
        let (mut fronts, mut lists, mut pointing) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for &id in stories {
            let was = self.cards_on_disk(id)?;
            let is = step.records.get(&id).map_or(&[][..], |record| &record.cards);
            for card in is {
                let old = was.iter().find(|old| old.lang == card.lang);
                if old == Some(card) {
                    continue;
                }
                let lang = &card.lang;
                if card.open().is_some() || old.is_some_and(|old| old.open().is_some()) {
                    fronts.insert(lang.clone());
                }
                if card.corrected().is_some() || old.is_some_and(|old| old.corrected().is_some()) {
                    lists.insert(lang.clone());
                }
                if old.and_then(link) != link(card) {
                    let from = self.pages.pointing_at(id)?.into_iter().filter(|(_, l)| l == lang);
                    pointing.extend(from.filter(|(story, _)| !stories.contains(story)));
                }
            }
        }
        for &id in stories {
            let jobs = self.story_jobs(&step, id).await?;
            step.jobs.extend(jobs);
        }
        for (id, lang) in pointing {
            let jobs = self.edition_jobs(&step, id, Some(&lang)).await?;
            step.jobs.extend(jobs);
        }
        for lang in fronts {
            let cards = self.listed(&step, &lang)?;
            step.jobs.push(Job::Front(lang, cards));
        }
        for lang in lists {
            let cards = self.corrected(&step, &lang)?;
            step.jobs.push(Job::Corrections(lang, cards));
        }
        Ok(step)
    }

    /// These stories, as they now stand. One that cannot be shown is left out, with its pages as they are: it must not
    /// keep a kill of another from being followed.
    pub(super) async fn records(
        &self,
        stories: impl IntoIterator<Item = &StoryId>,
    ) -> Result<HashMap<StoryId, Record>, Error> {
        let read = |id: StoryId| async move {
            match record::read(&self.store, &self.press.masthead().languages, id).await {
                Ok(record) => Ok(Some((id, record))),
                Err(error @ Error::Story(..)) => {
                    tracing::error!(%error, "a story cannot be shown");
                    Ok(None)
                }
                Err(error) => Err(error),
            }
        };
        let ids: Vec<StoryId> = stories.into_iter().copied().collect();
        let found = futures::stream::iter(ids).map(read).buffer_unordered(AT_ONCE);
        found.try_filter_map(|found| async move { Ok(found) }).try_collect().await
    }

    /// The pages of a story whose record is at hand.
    async fn story_jobs(&self, step: &Step, id: StoryId) -> Result<Vec<Job>, Error> {
        self.edition_jobs(step, id, None).await
    }

    /// The pages of a story, or its page in one language.
    pub(super) async fn edition_jobs(&self, step: &Step, id: StoryId, only: Option<&Tag>) -> Result<Vec<Job>, Error> {
        let editions = Arc::new(self.cards(step, id)?);
        let wanted: Vec<Card> =
            editions.iter().filter(|card| only.is_none_or(|lang| *lang == card.lang)).cloned().collect();
        let texts = match step.records.get(&id) {
            Some(record) => wanted.iter().map(|card| record.texts.get(&card.lang).cloned()).collect(),
            None => record::texts(&self.store, &wanted).await?,
        };
        let mut jobs = Vec::new();
        for (card, text) in wanted.into_iter().zip(texts) {
            match (card.open(), text) {
                (Some(open), Some(text)) => {
                    let mut targets = HashMap::new();
                    for &target in &open.points_at {
                        let found = self.cards(step, target)?;
                        let public = |c: &Card| c.lang == card.lang && c.open().is_some();
                        targets.extend(found.into_iter().find(public).map(|c| (target, c)));
                    }
                    jobs.push(Job::Story { card, text, editions: editions.clone(), targets });
                }
                // Sealed since its card was made: the entry that says so is on its way.
                (Some(_), None) => {}
                (None, _) => jobs.push(Job::OutOfSight(card)),
            }
        }
        Ok(jobs)
    }

    fn cards(&self, step: &Step, id: StoryId) -> Result<Vec<Card>, Error> {
        match step.records.get(&id) {
            Some(record) => Ok(record.cards.clone()),
            None => self.cards_on_disk(id),
        }
    }

    pub(super) fn cards_on_disk(&self, id: StoryId) -> Result<Vec<Card>, Error> {
        Ok(read_cards(&self.pages.cards_of(id)?))
    }

    /// The cards of a front, and one more.
    pub(super) fn listed(&self, step: &Step, lang: &Tag) -> Result<Vec<Card>, Error> {
        let changed: Vec<&Card> = step.changed(lang);
        let most = front::MOST + 1;
        let old = self.pages.listed(lang, None, most + changed.len())?;
        let place = |card: &Card| card.open().map(|_| card.first);
        Ok(merge(&old, &changed, place, most))
    }

    /// The cards of a corrections page, and one more.
    pub(super) fn corrected(&self, step: &Step, lang: &Tag) -> Result<Vec<Card>, Error> {
        let changed = step.changed(lang);
        let most = corrections::MOST + 1;
        let old = self.pages.corrected(lang, None, most + changed.len())?;
        Ok(merge(&old, &changed, Card::corrected, most))
    }
}

impl Step {
    fn changed(&self, lang: &Tag) -> Vec<&Card> {
        self.records.values().flat_map(|record| &record.cards).filter(|card| card.lang == *lang).collect()
    }
}

/// Cards as the site reads them. Those of another program are left out: they are about to be made again.
pub fn read_cards(cards: &[store::Card]) -> Vec<Card> {
    cards.iter().filter_map(Card::from_stored).collect()
}

/// A list as it will be: the cards on the disk, with those that have changed in their places. Highest first.
fn merge(old: &[store::Card], changed: &[&Card], place: impl Fn(&Card) -> Option<u64>, most: usize) -> Vec<Card> {
    let stays = |card: &Card| !changed.iter().any(|new| new.story == card.story);
    let old = read_cards(old).into_iter().filter(stays);
    let mut all: Vec<(u64, Card)> =
        old.chain(changed.iter().map(|c| (*c).clone())).filter_map(|card| Some((place(&card)?, card))).collect();
    all.sort_by(|(a, x), (b, y)| (b, y.story).cmp(&(a, x.story)));
    all.into_iter().take(most).map(|(_, card)| card).collect()
}

/// What other pages show of an edition: its headline and address, as long as it is public.
fn link(card: &Card) -> Option<(&str, &str)> {
    card.open().map(|open| (open.headline.as_str(), open.tail.as_str()))
}
