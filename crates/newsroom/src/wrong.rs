//! What makes no sense about an asking. A value, so that a door says it in the language of whoever asks
//! ([`crate::Error::says`]); its display is English, for the command line and the record.

use jiff::Timestamp;
use story::StoryId;

/// What was wrong with what was asked, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// No reason is given.
    #[error("say why: the reason goes on record and never leaves the house")]
    NoReason,
    /// Nobody said which language a text is in.
    #[error("say which language the text is in")]
    NoLanguage,
    /// Nobody can tell which language the copy is in.
    #[error("the language of the copy cannot be told: say which it is")]
    UnknownLanguage,
    /// More subjects or places than a story may name.
    #[error("a story names {0} subjects and places at most")]
    TooManyLabels(usize),
    /// An embargo until a time that has passed.
    #[error("an embargo ends at a moment to come; to lift it, name none")]
    EmbargoPassed,
    /// An embargo that came with other story data.
    #[error("an embargo is set, moved and lifted by its own verb")]
    EmbargoApart,
    /// No edition is named.
    #[error("say which editions are to be released")]
    NoEditions,
    /// An edition names itself as its source.
    #[error("an edition is not made from itself")]
    MadeFromItself,
    /// A schedule for a time that has passed.
    #[error("{0} has passed: release it now, or choose a moment to come")]
    Passed(Timestamp),
    /// A word that may mean several stories.
    #[error("{word:?} names several stories: {}", list(.stories))]
    Several {
        /// The word.
        word: String,
        /// The stories.
        stories: Vec<StoryId>,
    },
    /// A correction that does not say what was wrong, or what is right.
    #[error("a correction says what was wrong and what is right")]
    NothingSaid,
    /// A correction that changes nothing.
    #[error("the corrected text is the same as the public one")]
    SameText,
    /// A name that no account can have.
    #[error("a name has 1 to {0} bytes, no control characters, no spaces at its ends, and does not begin with os:")]
    BadName(usize),
    /// A password of fewer characters than it takes.
    #[error("a password has {0} characters at least")]
    ShortPassword(usize),
    /// A password of more bytes than may be.
    #[error("a password has {0} bytes at most")]
    LongPassword(usize),
    /// The name of another account.
    #[error("there is an account named {0:?} already")]
    NameTaken(String),
}

/// Identities, as a sentence lists them.
pub(crate) fn list(stories: &[StoryId]) -> String {
    stories.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
