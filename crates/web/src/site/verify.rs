//! The pages held against the log: every card and page is made anew and compared with the one on the disk.

use super::{Site, card::Card, job::Job, record::Error, step::Step};
use std::collections::BTreeSet;
use store::Progress;
use story::{StoryId, Tag};

/// Stories that are looked at together.
const PORTION: usize = 64;
/// Faults that are told one by one.
const MOST: usize = 100;

impl Site {
    /// Holds the pages against the log. Gives back what is wrong, in words; nothing when all is well. The follower
    /// waits meanwhile.
    ///
    /// # Errors
    /// The store's. What is found wrong is no error.
    pub async fn verify(&self, mut progress: impl FnMut(Progress)) -> Result<Vec<String>, Error> {
        self.settled().await;
        let cursor = self.cursor.lock().await;
        let mut faults = Vec::new();
        let newest = self.store.position();
        if cursor.position.n < newest.n {
            faults.push(format!("the pages stand at entry {}, the log at {}", cursor.position.n, newest.n));
        }
        let stories = self.stories_in_log().await?;
        let mut paths = BTreeSet::new();
        for (i, some) in stories.chunks(PORTION).enumerate() {
            let step = Step { records: self.records(some).await?, ..Step::default() };
            for id in some {
                let is = step.records.get(id).map_or(&[][..], |record| &record.cards);
                if self.cards_on_disk(*id)? != is {
                    faults.push(format!("story {id}: its cards are not what the log says"));
                }
                for job in self.edition_jobs(&step, *id, None).await? {
                    self.compare(&job, &mut paths, &mut faults)?;
                }
            }
            let done = (i * PORTION + some.len()) as u64;
            progress(Progress { what: "pages", done, of: stories.len() as u64 });
        }
        for lang in self.press.masthead().languages.tags() {
            let step = Step::default();
            let (front, corrections) = (self.listed(&step, lang)?, self.corrected(&step, lang)?);
            self.compare(&Job::Front(lang.clone(), front), &mut paths, &mut faults)?;
            self.compare(&Job::Corrections(lang.clone(), corrections), &mut paths, &mut faults)?;
        }
        self.nothing_else(&paths, &stories.into_iter().collect(), &mut faults)?;
        faults.truncate(MOST);
        Ok(faults)
    }

    fn compare(&self, job: &Job, paths: &mut BTreeSet<String>, faults: &mut Vec<String>) -> Result<(), Error> {
        let Some(sheet) = job.sheet(&self.press) else { return Ok(()) };
        match self.pages.page(&sheet.path)? {
            None => faults.push(format!("{} is not there", sheet.path)),
            Some(page) if page.etag != sheet.etag() || page.status != sheet.status || page.tail != sheet.tail => {
                faults.push(format!("{} is not what the log says", sheet.path));
            }
            Some(page) => {
                let plain = super::encoding::unbrotli(&page.br);
                if plain.as_deref() != Some(sheet.html.as_bytes()) {
                    faults.push(format!("the bytes of {} are damaged", sheet.path));
                }
            }
        }
        paths.insert(sheet.path);
        Ok(())
    }

    /// Pages and cards that nothing in the log has made.
    fn nothing_else(
        &self,
        paths: &BTreeSet<String>,
        stories: &BTreeSet<StoryId>,
        faults: &mut Vec<String>,
    ) -> Result<(), Error> {
        let mut after = String::new();
        loop {
            let pages = self.pages.pages_after(&after, PORTION)?;
            let Some(last) = pages.last() else { break };
            after.clone_from(&last.path);
            let strange = pages.iter().filter(|page| !paths.contains(&page.path));
            faults.extend(strange.map(|page| format!("{} is there, and nothing in the log has made it", page.path)));
        }
        let mut after: Option<(StoryId, Tag)> = None;
        loop {
            let cards = self.pages.all_cards(after.take(), PORTION)?;
            let Some(last) = cards.last() else { return Ok(()) };
            after = Some((last.story, last.lang.clone()));
            let strange =
                cards.iter().filter(|card| !stories.contains(&card.story) || Card::from_stored(card).is_none());
            faults.extend(strange.map(|card| format!("story {}: a card that nothing in the log has made", card.story)));
        }
    }
}
