//! What can go wrong, by whose fault it is: that decides how a door answers.
//!
//! | variant | whose fault | a door answers |
//! |---|---|---|
//! | `Invalid`, `TooBig` | the asker's: what was wrong and what to do | 400 |
//! | `Denied` | the asker may not | 403 |
//! | `Missing` | there is no such thing, or not for the asker | 404 |
//! | `Stale`, `CannotNow` | nobody's: things have changed, or stand otherwise | 409 |
//! | `Busy` | nobody's: try again later | 429 |
//! | `Store` | ours | 500, or 503 when the disk is full |

use crate::{Why, Wrong};
use serde::{Deserialize, Serialize};
use story::{Tag, Text, Verb};

/// The result of asking the newsroom.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Somebody else saved meanwhile: both texts, so that nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stale {
    /// The edition; none when it is the story's data.
    pub lang: Option<Tag>,
    /// The revision that the asker had in hand.
    pub based_on: u32,
    /// The newest revision.
    pub newest: u32,
    /// Who saved the newest.
    pub by: String,
    /// The newest text.
    pub theirs: Option<Box<Text>>,
    /// The text that was to be saved.
    pub yours: Option<Box<Text>>,
}

/// Why the newsroom did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What was asked makes no sense; says what and what to do.
    #[error("{0}")]
    Invalid(Wrong),
    /// The copy could not be read.
    #[error(transparent)]
    Unreadable(#[from] formats::copy::Unreadable),
    /// More than is accepted.
    #[error(transparent)]
    TooMuch(#[from] story::text::TooMuch),
    /// The asker may not.
    #[error("{who} may not {verb} here")]
    Denied {
        /// Who asked.
        who: String,
        /// What they asked for.
        verb: Verb,
    },
    /// Not there, or not for the asker.
    #[error("there is no such {0}")]
    Missing(&'static str),
    /// Somebody else saved meanwhile.
    #[error("{} saved revision {} meanwhile; yours is based on {}", .0.by, .0.newest, .0.based_on)]
    Stale(Box<Stale>),
    /// As things stand it cannot be done; says why and what can be done.
    #[error("{0}")]
    CannotNow(Why),
    /// Too many at once.
    #[error("too many attempts; try again in {seconds} seconds")]
    Busy {
        /// How long to wait.
        seconds: u64,
    },
    /// Our own fault, or the disk's.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<story::release::CannotFollow> for Error {
    fn from(e: story::release::CannotFollow) -> Self {
        Error::CannotNow(Why::Stands(e.standing))
    }
}

impl Error {
    /// One word for what went wrong, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Error::Invalid(_) => "invalid",
            Error::Unreadable(_) => "unreadable",
            Error::TooMuch(_) => "too_much",
            Error::Denied { .. } => "denied",
            Error::Missing(_) => "missing",
            Error::Stale(_) => "stale",
            Error::CannotNow(_) => "cannot_now",
            Error::Busy { .. } => "busy",
            Error::Store(store::Error::CannotWrite(_)) => "cannot_write",
            Error::Store(_) => "ours",
        }
    }
}
