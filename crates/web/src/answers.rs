//! Which error becomes what: the one place that turns the newsroom's errors into answers of HTTP.
//!
//! | error | status | what a person reads |
//! |---|---|---|
//! | `Invalid`, `Unreadable`, `TooMuch` | 400 | what was wrong with it, and what to do |
//! | `Denied` | 403 | their rights do not cover it |
//! | `Missing` | 404 | there is no such thing, also when it is not for them |
//! | `Stale` | 409 | somebody else saved meanwhile; the page that asked shows both texts |
//! | `CannotNow` | 409 | why not |
//! | `Busy` | 429 | when to try again, also as `Retry-After` |
//! | `Store(RequestReused)` | 409 | the form was sent before, for something else |
//! | `Store(Sealed)` | 410 | it was taken down |
//! | `Store(CannotWrite)` | 503 | the disk is full: nothing was saved |
//! | `Store(Closed)`, `Store(InUse)`, `Store(Changed)` | 503 | try again in a moment |
//! | `Store(..)` | 500 | something is wrong with the program; the log says what |
//!
//! What is said comes from the language folders ([`newsroom::Error::says`]): nobody reads a language that is not theirs.
//!
//! What a form of ours gets wrong by itself (an empty box, a time that is no time) is an [`Answer`] too, so that a
//! page has one way to say it.

use http::StatusCode;
use lang::{Languages, Profile, Word};
use newsroom::{Error, Saying};

/// How a door answers what went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status of HTTP.
    pub status: StatusCode,
    /// What happened, in the reader's language.
    pub says: String,
    /// After how many seconds to try again.
    pub wait: Option<u64>,
}

impl Answer {
    /// An answer that one word says.
    pub fn plain(status: StatusCode, profile: &Profile, word: Word) -> Self {
        Self { status, says: profile.say(word).to_owned(), wait: None }
    }

    /// A box of a form that holds what cannot be used.
    pub fn of_form(profile: &Profile, word: Word) -> Self {
        Self::plain(StatusCode::BAD_REQUEST, profile, word)
    }

    /// A box of a form that has to be filled.
    pub fn unfilled(profile: &Profile, field: Word) -> Self {
        let says = profile.say_with(Word::ErrorMissing, &[("field", profile.say(field))]);
        Self { status: StatusCode::BAD_REQUEST, says, wait: None }
    }

    /// What the newsroom answered; `languages` are the house's.
    pub fn to(error: &Error, profile: &Profile, languages: &Languages) -> Self {
        let says = Saying::all_printed(&error.says(), profile, languages);
        let (status, wait) = match error {
            Error::Invalid(_) | Error::Unreadable(_) | Error::TooMuch(_) => (StatusCode::BAD_REQUEST, None),
            Error::Denied { .. } => (StatusCode::FORBIDDEN, None),
            Error::Missing(_) => (StatusCode::NOT_FOUND, None),
            Error::Stale(_) | Error::CannotNow(_) => (StatusCode::CONFLICT, None),
            Error::Busy { seconds } => (StatusCode::TOO_MANY_REQUESTS, Some(*seconds)),
            Error::Store(error) => of_the_store(error),
        };
        Self { status, says, wait }
    }
}

fn of_the_store(error: &store::Error) -> (StatusCode, Option<u64>) {
    use store::Error;
    let again = (StatusCode::SERVICE_UNAVAILABLE, Some(5));
    match error {
        Error::RequestReused => (StatusCode::CONFLICT, None),
        Error::Sealed(_) => (StatusCode::GONE, None),
        Error::CannotWrite(why) => {
            tracing::error!(why, "cannot write");
            again
        }
        Error::Closed | Error::InUse(_) | Error::Changed(_) => again,
        error => {
            tracing::error!(%error, "the store failed");
            (StatusCode::INTERNAL_SERVER_ERROR, None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsroom::{Why, Wrong};
    use story::Hash;

    fn answer(error: &Error) -> Answer {
        let (tag, languages) = ("en".parse().expect("a tag"), Languages::built_in());
        Answer::to(error, &languages.profile(&tag), languages)
    }

    fn status(error: &Error) -> u16 {
        answer(error).status.as_u16()
    }

    #[test]
    fn whose_fault_it_is_decides_the_status() {
        let denied = Error::Denied { who: "ana".into(), verb: story::Verb::Kill };
        assert_eq!(status(&Error::Invalid(Wrong::NoEditions)), 400);
        assert_eq!(status(&denied), 403);
        assert_eq!(status(&Error::Missing("story")), 404);
        assert_eq!(status(&Error::CannotNow(Why::Held)), 409);
        assert_eq!(status(&store::Error::RequestReused.into()), 409);
        assert_eq!(status(&store::Error::Sealed(Hash::ZERO).into()), 410);
        assert_eq!(status(&Error::Busy { seconds: 61 }), 429);
        assert_eq!(status(&store::Error::Database("x".into()).into()), 500);
        assert_eq!(status(&store::Error::CannotWrite("full".into()).into()), 503);
    }

    #[test]
    fn what_is_ours_alone_is_not_shown() {
        let answer = answer(&store::Error::Database("table x".into()).into());
        assert!(!answer.says.contains("table"));
    }
}
