//! What is on record of a story, read as the site needs it: its cards and its public texts.

use super::card::{self, Card, NoCard};
use lang::Languages;
use std::{collections::HashMap, sync::Arc};
use store::{Kept, Store};
use story::{Hash, StoryId, Tag, Text};

/// How often a story is read anew when it was taken down between two reads.
const TRIES: usize = 4;

/// A story as the public may have it.
#[derive(Debug, Clone)]
pub struct Record {
    /// The cards of its editions, in the order of their tags.
    pub cards: Vec<Card>,
    /// The texts of those that are public.
    pub texts: HashMap<Tag, Arc<Text>>,
}

/// Why the site could not go on.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store's fault, or the disk's.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What is on record of a story cannot be shown.
    #[error("story {0}: {1}")]
    Story(StoryId, NoCard),
    /// Entries of the log that do not follow on what was applied.
    #[error("the pages are at entry {at} of the log; entry {found} does not follow")]
    Order {
        /// Where the pages are.
        at: u64,
        /// The first entry that was handed over.
        found: u64,
    },
    /// The program is stopping.
    #[error("the work was broken off")]
    Stopped,
}

/// Reads a story as it now stands. A story of which nothing was ever public has no cards.
///
/// It is the newest state, also when the follower is some entries behind: what was withdrawn meanwhile must not come
/// up once more on the way there.
///
/// # Errors
/// The store's; or what is on record cannot be read.
pub async fn read(store: &Store, languages: &Languages, id: StoryId) -> Result<Record, Error> {
    let mut left = TRIES;
    loop {
        left -= 1;
        let Some(dossier) = store.dossier(id).await? else {
            return Ok(Record { cards: Vec::new(), texts: HashMap::new() });
        };
        let wanted = card::wanted(&dossier);
        let kept = fetch(store, id, &wanted).await?;
        let cards = card::cards(&dossier, &|hash| kept.get(hash).map(Vec::as_slice), languages);
        match cards {
            // It was taken down after the dossier was read.
            Err(NoCard::Missing(_)) if left > 0 => {}
            Err(error) => return Err(Error::Story(id, error)),
            Ok(made) => {
                let texts = made.iter().filter_map(|(c, text)| Some((c.lang.clone(), text.clone()?))).collect();
                return Ok(Record { cards: made.into_iter().map(|(card, _)| card).collect(), texts });
            }
        }
    }
}

async fn fetch(store: &Store, id: StoryId, wanted: &[Hash]) -> Result<HashMap<Hash, Vec<u8>>, Error> {
    let found = store.texts(wanted.iter().map(|hash| (id, *hash)).collect()).await?;
    let kept = wanted.iter().zip(found).filter_map(|(hash, kept)| match kept {
        Some(Kept::Bytes(bytes)) => Some((*hash, bytes)),
        Some(Kept::Sealed(_)) | None => None,
    });
    Ok(kept.collect())
}

/// The public texts of cards, in their order; none where the text was sealed since.
///
/// # Errors
/// The store's.
pub async fn texts(store: &Store, cards: &[Card]) -> Result<Vec<Option<Arc<Text>>>, Error> {
    let wanted = cards.iter().map(|c| (c.story, c.open().map_or(Hash::ZERO, |open| open.text))).collect();
    let found = store.texts(wanted).await?;
    let text = |kept: Option<Kept>| match kept {
        Some(Kept::Bytes(bytes)) => Text::from_stored(&bytes).ok().map(Arc::new),
        _ => None,
    };
    Ok(found.into_iter().map(text).collect())
}
