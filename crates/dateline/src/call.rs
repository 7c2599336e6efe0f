//! What a command may ask of the newsroom, and what comes back: plain values, the same within one program and over
//! the socket. Every answer has two forms, a value for programs and words for a person.

use crate::fault::Fault;
use newsroom::{Ask, people::NewAccount};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{path::PathBuf, sync::Arc};
use story::{RequestId, Rights, Tag};

/// A question. Stories are named by identity, the beginning of one, or slug.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// One of the verbs. The same identity asked again is answered as the first time.
    Ask {
        /// The identity of the asking.
        request: RequestId,
        /// The verb.
        ask: Box<Ask>,
    },
    /// What a request was answered before, if it was.
    Before {
        /// The identity of the asking.
        request: RequestId,
    },
    /// All that is known of a story, without its text.
    Dossier {
        /// Which.
        story: String,
    },
    /// A story, or one edition of it with its text.
    Show {
        /// Which.
        story: String,
        /// The edition; none for an overview of all.
        lang: Option<Tag>,
        /// The language of whoever reads what the checks found.
        #[serde(default)]
        reader: Option<Tag>,
    },
    /// What the checks found in the newest text of each edition.
    Check {
        /// Which story.
        story: String,
        /// The edition; none for all.
        lang: Option<Tag>,
        /// The language of whoever reads it.
        reader: Option<Tag>,
    },
    /// The text of an edition as copy that can be changed and handed in again.
    Copy {
        /// Which story.
        story: String,
        /// The edition.
        lang: Tag,
    },
    /// A release of an edition as it travels on a wire.
    Item {
        /// Which story.
        story: String,
        /// The edition.
        lang: Tag,
        /// The number of the release; none for the newest.
        release: Option<u32>,
    },
    /// Stories, the latest changed first.
    List {
        /// In which language headlines are shown where there is one.
        lang: Option<Tag>,
        /// How many.
        most: usize,
    },
    /// What waits for its time.
    Waiting,
    /// What happened to a story, with differences.
    History {
        /// Which.
        story: String,
        /// The edition; none for all.
        lang: Option<Tag>,
    },
    /// Entries of the log.
    Log {
        /// Behind this number; none for the newest ones.
        after: Option<u64>,
        /// How many.
        most: usize,
        /// Waits for the next entry when there is none yet.
        wait: bool,
    },
    /// Makes every page again from the log.
    Rebuild,
    /// Holds everything kept against its hashes, and the pages against the log.
    Verify,
    /// Copies everything that must last into one new file.
    Backup {
        /// Its whole path.
        to: PathBuf,
    },
    /// After a restore: what waits may go out again.
    Confirm,
    /// How the newsroom is: log, followers, what waits.
    State,
    /// Everybody who has an account.
    People,
    /// A new account.
    AddPerson(NewAccount),
    /// What somebody may do from now on.
    SetRights {
        /// The name of the account.
        name: String,
        /// All their rights.
        rights: Rights,
    },
    /// Nobody signs in with it any more.
    ClosePerson {
        /// The name of the account.
        name: String,
    },
}

impl Call {
    /// Whether asking it twice is as asking it once. Who waits for another's work has nothing to wait for when the
    /// other is gone.
    pub const fn may_be_repeated(&self) -> bool {
        !matches!(self, Call::Backup { .. } | Call::AddPerson(_) | Call::Log { wait: true, .. })
    }
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// For programs.
    pub value: Value,
    /// For a person; with colours that [`crate::say::paint::plain`] takes off.
    pub words: String,
}

/// How far a long work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done, in a word.
    pub what: String,
    /// How many are done.
    pub done: u64,
    /// Of how many.
    pub of: u64,
}

/// One line of what comes back over the socket: any number of progress lines, then one of the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// The work goes on.
    Progress(Progress),
    /// It is done.
    Answer(Answer),
    /// It was not done.
    Fault(Fault),
}

/// Is told how far a long work is.
pub type Tell = Arc<dyn Fn(Progress) + Send + Sync>;
