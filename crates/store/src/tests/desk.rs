//! Batches as the newsroom would make them, with a fixed clock.

use crate::{Batch, Committed, Must, NewRelease, Receipt, Request, Result, Store, What, Write};
use jiff::{SignedDuration, Timestamp};
use story::{
    BatchId, BlockId, Data, DataRevision, DueId, Hash, Inline, Kind, RequestId, Revision, StoryId, Tag, Text,
    dossier::Planned,
};

pub fn story(n: u64) -> StoryId {
    StoryId::from_parts(1_900_000_000_000 + n, [0x5a; 10])
}

pub fn due(n: u8) -> DueId {
    DueId::from_bytes([n; 16])
}

pub fn tag(word: &str) -> Tag {
    word.parse().expect("a tag")
}

/// The second of that number in the test's day.
pub fn at(second: i64) -> Timestamp {
    "2030-01-01T00:00:00.000000001Z".parse::<Timestamp>().expect("a moment") + SignedDuration::from_secs(second)
}

pub fn text(words: &str) -> Vec<u8> {
    let headline = Inline::from(words);
    Text { headline, body: vec![story::Block::Paragraph(words.into())], ..Text::default() }.stored()
}

/// The slug of every story here.
pub const SLUG: &str = "town-clock";

pub fn data() -> Vec<u8> {
    Data { slug: SLUG.into(), ..Data::default() }.stored()
}

pub fn batch(second: i64, writes: Vec<Write>) -> Batch {
    let mut act = [0; 16];
    act[..8].copy_from_slice(&second.to_be_bytes());
    act[8..].copy_from_slice(&Hash::of(format!("{writes:?}").as_bytes()).0[..8]);
    Batch { request: None, at: at(second), act: BatchId::from_bytes(act), must: Vec::new(), writes }
}

impl Batch {
    pub(crate) fn must(mut self, must: Must) -> Self {
        self.must.push(must);
        self
    }

    pub(crate) fn asked(mut self, id: u8, by: &str, what: &str) -> Self {
        let (asked, answer) = (Hash::of(what.as_bytes()), format!("answer to {what}").into_bytes());
        self.request = Some(Request { id: RequestId::from_bytes([id; 16]), by: by.into(), asked, answer });
        self
    }
}

pub fn bytes(story: StoryId, what: What, bytes: Vec<u8>) -> Write {
    Write::Bytes { story, what, hash: Hash::of(&bytes), bytes }
}

/// A revision with its text, by the words of its headline.
pub fn saved(story: StoryId, lang: &str, number: u32, words: &str) -> Vec<Write> {
    let stored = text(words);
    let revision = Revision {
        number,
        based_on: number.checked_sub(1).filter(|n| *n > 0),
        made_from: None,
        text: Hash::of(&stored),
        blocks: vec![BlockId(u64::from(number)), BlockId(u64::MAX)],
        at: at(0),
        by: "ana".into(),
    };
    vec![bytes(story, What::Text, stored), Write::Revision { story, lang: tag(lang), revision, input: None }]
}

/// A new story in English with the first revision of its data and of its text.
pub fn filed(story: StoryId, words: &str) -> Vec<Write> {
    let stored = data();
    let revision = DataRevision { number: 1, hash: Hash::of(&stored), at: at(0), by: "ana".into() };
    let head = [
        Write::Story { id: story, desk: "main".into(), original: tag("en"), by: "ana".into() },
        bytes(story, What::Data, stored),
        Write::Data { story, revision },
    ];
    head.into_iter().chain(saved(story, "en", 1, words)).collect()
}

/// A release of the revision that has these words.
pub fn release(story: StoryId, lang: &str, number: u32, kind: Kind, revision: u32, words: &str) -> NewRelease {
    NewRelease {
        story,
        lang: tag(lang),
        number,
        kind,
        revision,
        text: Hash::of(&text(words)),
        data: 1,
        data_hash: Hash::of(&data()),
        notice: None,
        until: None,
        reason: None,
        despite: None,
        by: "bo".into(),
    }
}

pub fn planned(id: DueId, lang: &str, second: i64) -> Planned {
    Planned {
        id,
        lang: tag(lang),
        revision: 1,
        at: at(second),
        chosen: None,
        by: "bo".into(),
        stuck: None,
        despite: None,
    }
}

impl Store {
    /// Keeps a batch that must be kept.
    pub(crate) async fn keep(&self, batch: Batch) -> Receipt {
        match self.commit(batch).await.expect("kept") {
            Committed::Now(receipt) => receipt,
            Committed::Before(..) => panic!("it was kept before"),
        }
    }

    /// Files a story at a second.
    pub(crate) async fn file(&self, second: i64, story: StoryId, words: &str) -> Receipt {
        self.keep(batch(second, filed(story, words))).await
    }

    /// Why a batch is not kept.
    pub(crate) async fn refuse(&self, batch: Batch) -> crate::Error {
        self.commit(batch).await.expect_err("refused")
    }

    pub(crate) async fn version(&self, story: StoryId) -> Result<u64> {
        Ok(self.dossier(story).await?.map_or(0, |dossier| dossier.version))
    }
}
