//! What can be asked, and what is answered: plain values, so that a form, a command line and a socket ask alike.

use crate::{
    Cancel, CopyEmbargo, Correct, Counts, DiscardDraft, Dismiss, Embargo, File, Hold, KeepDraft, Kill, Move, Release,
    Revise, ReviseData, Saying, Schedule, Takedown, Translate, Undismiss, Unhold,
};
use serde::{Deserialize, Serialize};
use story::{DueId, Hash, Kind, RequestId, StoryId, Tag, Text, dossier::Planned};

/// Who asks, and under which identity of asking.
#[derive(Debug, Clone)]
pub struct By<'a> {
    /// Who.
    pub actor: &'a crate::Actor,
    /// The same identity asked again is answered as the first time.
    pub request: Option<RequestId>,
}

impl<'a> By<'a> {
    /// Somebody who asks once.
    pub const fn once(actor: &'a crate::Actor) -> Self {
        Self { actor, request: None }
    }

    /// Somebody who may ask again after a broken line.
    pub const fn request(actor: &'a crate::Actor, request: RequestId) -> Self {
        Self { actor, request: Some(request) }
    }
}

/// Copy as it is handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Copy {
    /// As it came in: it is read, and kept with the story.
    Bytes(#[serde(with = "hex::serde")] Vec<u8>),
    /// A tree, as an editor of ours makes it.
    Text(Box<Text>),
}

/// One of the verbs, with what it needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is documented at its own type")]
pub enum Ask {
    File(File),
    Translate(Translate),
    Revise(Revise),
    ReviseData(ReviseData),
    Release(Release),
    Correct(Correct),
    Hold(Hold),
    Unhold(Unhold),
    Kill(Kill),
    Takedown(Takedown),
    Schedule(Schedule),
    Move(Move),
    Cancel(Cancel),
    Embargo(Embargo),
    Dismiss(Dismiss),
    Undismiss(Undismiss),
    KeepDraft(KeepDraft),
    DiscardDraft(DiscardDraft),
}

impl Ask {
    /// The name of the verb, for the log.
    pub(crate) const fn verb(&self) -> &'static str {
        match self {
            Ask::File(_) => "file",
            Ask::Translate(_) => "translate",
            Ask::Revise(_) => "revise",
            Ask::ReviseData(_) => "revise_data",
            Ask::Release(_) => "release",
            Ask::Correct(_) => "correct",
            Ask::Hold(_) => "hold",
            Ask::Unhold(_) => "unhold",
            Ask::Kill(_) => "kill",
            Ask::Takedown(_) => "takedown",
            Ask::Schedule(_) => "schedule",
            Ask::Move(_) => "move",
            Ask::Cancel(_) => "cancel",
            Ask::Embargo(_) => "embargo",
            Ask::Dismiss(_) => "dismiss",
            Ask::Undismiss(_) => "undismiss",
            Ask::KeepDraft(_) => "keep_draft",
            Ask::DiscardDraft(_) => "discard_draft",
        }
    }

    /// The story that it is on; none for a new one.
    pub(crate) const fn story(&self) -> Option<StoryId> {
        Some(match self {
            Ask::File(_) => return None,
            Ask::Translate(verb) => verb.story,
            Ask::Revise(verb) => verb.story,
            Ask::ReviseData(verb) => verb.story,
            Ask::Release(verb) => verb.story,
            Ask::Correct(verb) => verb.story,
            Ask::Hold(verb) => verb.story,
            Ask::Unhold(verb) => verb.story,
            Ask::Kill(verb) => verb.story,
            Ask::Takedown(verb) => verb.story,
            Ask::Schedule(verb) => verb.story,
            Ask::Move(verb) => verb.story,
            Ask::Cancel(verb) => verb.story,
            Ask::Embargo(verb) => verb.story,
            Ask::Dismiss(verb) => verb.story,
            Ask::Undismiss(verb) => verb.story,
            Ask::KeepDraft(verb) => verb.story,
            Ask::DiscardDraft(verb) => verb.story,
        })
    }
}

/// A revision that an act wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revised {
    /// The edition.
    pub lang: Tag,
    /// The number of the revision.
    pub revision: u32,
    /// How much the checks found in it.
    #[serde(default, skip_serializing_if = "Counts::is_empty")]
    pub found: Counts,
    /// What whoever reads the copy should know of the reading: each liberty that was taken with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Saying>,
}

/// A release that an act made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// The edition.
    pub lang: Tag,
    /// What it does.
    pub kind: Kind,
    /// The number within the edition.
    pub number: u32,
    /// The text revision that it pins.
    pub revision: u32,
    /// Its number in the log.
    pub n: u64,
}

/// What came of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The story.
    pub story: StoryId,
    /// Revisions that it wrote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revised: Vec<Revised>,
    /// The revision of the story's data that it wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<u32>,
    /// Releases that it made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub released: Vec<Released>,
    /// What now waits for its time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<Planned>,
    /// What waits no more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cancelled: Vec<DueId>,
    /// Findings that it dismissed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Hash>,
    /// Findings whose dismissal it took back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undismissed: Vec<Hash>,
    /// What became of an embargo that the copy named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embargo: Option<CopyEmbargo>,
}

impl Answer {
    /// Whether nothing came of it: what was handed in is what there was.
    pub fn is_nothing(&self) -> bool {
        self.revised.is_empty()
            && self.data.is_none()
            && self.released.is_empty()
            && self.planned.is_empty()
            && self.cancelled.is_empty()
            && self.dismissed.is_empty()
            && self.undismissed.is_empty()
            && self.embargo.is_none()
    }
}
