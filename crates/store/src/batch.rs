//! What is written, as plain data: a batch is one whole unit of work with its preconditions.

use crate::kept::{Checked, Dismissal};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use story::{
    AccountId, BatchId, DataRevision, DueId, Hash, Kind, Origin, RequestId, Revision, Rights, StoryId, Tag,
    dossier::Planned, text::Line,
};

/// A unit of work: all of it is kept, or none.
#[derive(Debug, Clone)]
pub struct Batch {
    /// The asking it answers. A request that was answered before is not carried out again.
    pub request: Option<Request>,
    /// The time of the act. Log entries take it unless the log is already later: log time never runs back.
    pub at: Timestamp,
    /// The identity that all log entries of the batch share.
    pub act: BatchId,
    /// What must still be so.
    pub must: Vec<Must>,
    /// What is written, in this order.
    pub writes: Vec<Write>,
}

/// Who asked, what for, and what to answer when the same is asked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The identity of the asking.
    pub id: RequestId,
    /// Who asked. Another person's request of the same identity is another request.
    pub by: String,
    /// The hash of what was asked: the same identity for something else is refused.
    pub asked: Hash,
    /// The answer, in the asker's own form; kept to be given again.
    pub answer: Vec<u8>,
}

/// A precondition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Must {
    /// The story is at this version (0: it is not there). Every batch that touches a story makes it one more.
    Story(StoryId, u64),
    /// There is no account yet.
    NoAccount,
    /// A setting has this value, or is not set.
    Setting(String, Option<String>),
}

/// What bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// The stored form of a text.
    Text,
    /// The stored form of story data.
    Data,
    /// The stored form of a notice.
    Notice,
    /// Copy as it came in.
    Input,
}

impl What {
    /// Every one.
    pub const ALL: [What; 4] = [What::Text, What::Data, What::Notice, What::Input];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            What::Text => "text",
            What::Data => "data",
            What::Notice => "notice",
            What::Input => "input",
        }
    }
}

/// A word that names no kind of bytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no kind of bytes")]
pub struct NotAWhat(pub String);

impl std::str::FromStr for What {
    type Err = NotAWhat;
    fn from_str(word: &str) -> std::result::Result<Self, NotAWhat> {
        Self::ALL.into_iter().find(|what| what.as_str() == word).ok_or_else(|| NotAWhat(word.into()))
    }
}

/// One thing that is written.
#[derive(Debug, Clone)]
pub enum Write {
    /// A new story.
    Story {
        /// Its identity.
        id: StoryId,
        /// The desk it belongs to.
        desk: Line,
        /// The language it was filed in.
        original: Tag,
        /// Who filed it.
        by: String,
    },
    /// Bytes under their hash, within a story. Bytes that are there already stay.
    Bytes {
        /// The story they belong to.
        story: StoryId,
        /// What they are.
        what: What,
        /// Their hash.
        hash: Hash,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// A revision of an edition. Its number must be the next.
    Revision {
        /// The story.
        story: StoryId,
        /// The edition.
        lang: Tag,
        /// The revision.
        revision: Revision,
        /// The copy that it was read from.
        input: Option<Hash>,
    },
    /// What the checks found in a revision. Said once; what a later version of the checks finds takes its place.
    Checked {
        /// The story.
        story: StoryId,
        /// The edition.
        lang: Tag,
        /// The revision.
        revision: u32,
        /// What was found.
        checked: Checked,
    },
    /// Something that the checks found is dismissed. There must be no such dismissal that stands.
    Dismiss(StoryId, Dismissal),
    /// A dismissal no longer stands. It stays on record.
    Undismiss {
        /// The story.
        story: StoryId,
        /// The edition.
        lang: Tag,
        /// What it is known by.
        key: Hash,
        /// Who takes it back.
        by: String,
    },
    /// A revision of the story's data. Its number must be the next.
    Data {
        /// The story.
        story: StoryId,
        /// The revision.
        revision: DataRevision,
    },
    /// A release, which gets the next number of the log.
    Release(NewRelease),
    /// Something is signed off and waits.
    Plan(StoryId, Planned),
    /// What waits, waits for another time. Clears what it was stuck on.
    Move {
        /// The story.
        story: StoryId,
        /// Which.
        due: DueId,
        /// When it becomes public.
        at: Timestamp,
        /// The moment somebody chose.
        chosen: Option<Timestamp>,
    },
    /// It could not become public: it waits for a person.
    Stick {
        /// The story.
        story: StoryId,
        /// Which.
        due: DueId,
        /// Why.
        why: String,
    },
    /// It waits no more: it became public in this batch, or was cancelled.
    Unplan(StoryId, DueId),
    /// Bytes of a story are sealed: they are gone and only their hash stays. Allowed in a batch with a takedown.
    Seal(StoryId, Hash),
    /// What one person is typing.
    Draft {
        /// The story.
        story: StoryId,
        /// The edition.
        lang: Tag,
        /// Whose draft.
        by: String,
        /// The revision it is based on.
        based_on: Option<u32>,
        /// The text; none when the draft is done with.
        text: Option<String>,
    },
    /// Every draft of a story is done with, whoever types it.
    EndDrafts(StoryId),
    /// An account, new or changed.
    Account(Account),
    /// A session begins.
    Session(Session),
    /// A session ends.
    EndSession(Hash),
    /// All sessions of an account end.
    EndSessions(AccountId),
    /// A setting, set or unset.
    Set(String, Option<String>),
}

/// A release as a verb asks for it; the store gives it its number in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRelease {
    /// The story.
    pub story: StoryId,
    /// The edition.
    pub lang: Tag,
    /// The number within the edition; must be the next.
    pub number: u32,
    /// What it does.
    pub kind: Kind,
    /// The text revision that it pins.
    pub revision: u32,
    /// The hash of that text.
    pub text: Hash,
    /// The story-data revision that it pins.
    pub data: u32,
    /// The hash of that data.
    pub data_hash: Hash,
    /// The hash of its notice.
    pub notice: Option<Hash>,
    /// The corrected original that a notice waits for.
    pub until: Option<Origin>,
    /// Why, for the desk alone.
    pub reason: Option<String>,
    /// Why it goes out in spite of what the checks held back.
    pub despite: Option<String>,
    /// Who released it.
    pub by: String,
}

/// An account of a person at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its identity.
    pub id: AccountId,
    /// The name to sign in with.
    pub name: String,
    /// The password's hash (PHC string).
    pub password: String,
    /// What they may do.
    pub rights: Rights,
    /// The language of their desk.
    pub lang: Option<Tag>,
    /// Closed: nobody signs in with it.
    pub closed: bool,
}

/// A session of a person who signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The hash of the token in the cookie: the token itself is kept nowhere.
    pub token: Hash,
    /// Whose.
    pub account: AccountId,
    /// When it began.
    pub began: Timestamp,
    /// When it ends by itself.
    pub ends: Timestamp,
    /// The browser, as it names itself.
    pub device: String,
}

/// What a batch was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The number of the first log entry; none when the batch released nothing.
    pub first: Option<u64>,
    /// The number of the last log entry, or of the log's newest when the batch released nothing.
    pub last: u64,
    /// The time of the log entries, or of the batch.
    pub at: Timestamp,
}

/// How a commit ended well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Committed {
    /// It is kept.
    Now(Receipt),
    /// It had been asked before; nothing was written. The answer and receipt of the first time.
    Before(Vec<u8>, Receipt),
}

/// What a request was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The hash of what was asked.
    pub asked: Hash,
    /// The answer.
    pub answer: Vec<u8>,
    /// The receipt.
    pub receipt: Receipt,
}

/// Bytes of a story, or what is left of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// The bytes.
    Bytes(Vec<u8>),
    /// They were sealed by the log entry of this number.
    Sealed(u64),
}
