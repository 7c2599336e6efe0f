//! Which error becomes what: the one place that turns the newsroom's errors into answers of HTTP.
//!
//! | error | status | what a person reads |
//! |---|---|---|
//! | `Invalid`, `Unreadable`, `TooMuch` | 400 | what was wrong with it, in the newsroom's own sentence |
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
//! What a form of ours gets wrong by itself (an empty box, a time that is no time) is an [`Answer`] too, so that a
//! page has one way to say it.

use formats::copy::Unreadable;
use http::StatusCode;
use lang::{Languages, Profile, Word};
use newsroom::{Error, Why};
use story::Standing;

/// How a door answers what went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status of HTTP.
    pub status: StatusCode,
    /// What happened, in the reader's language.
    pub says: String,
    /// More of it, as the newsroom puts it: in English.
    pub detail: Option<String>,
    /// After how many seconds to try again.
    pub wait: Option<u64>,
}

impl Answer {
    /// An answer that one word says.
    pub fn plain(status: StatusCode, profile: &Profile, word: Word) -> Self {
        Self { status, says: profile.say(word).to_owned(), detail: None, wait: None }
    }

    /// A box of a form that holds what cannot be used.
    pub fn of_form(profile: &Profile, word: Word) -> Self {
        Self::plain(StatusCode::BAD_REQUEST, profile, word)
    }

    /// A box of a form that has to be filled.
    pub fn unfilled(profile: &Profile, field: Word) -> Self {
        let says = profile.say_with(Word::ErrorMissing, &[("field", profile.say(field))]);
        Self { status: StatusCode::BAD_REQUEST, says, detail: None, wait: None }
    }

    /// What the newsroom answered.
    pub fn to(error: &Error, profile: &Profile) -> Self {
        let plain = |status, word| Self::plain(status, profile, word);
        let with = |status, word, detail: String| Self { detail: Some(detail), ..plain(status, word) };
        match error {
            Error::Invalid(why) => with(StatusCode::BAD_REQUEST, Word::ErrorInvalid, why.clone()),
            Error::Unreadable(why) => with(StatusCode::BAD_REQUEST, unreadable(why), why.to_string()),
            Error::TooMuch(why) => with(StatusCode::BAD_REQUEST, Word::ErrorTooLarge, why.to_string()),
            Error::Denied { .. } => plain(StatusCode::FORBIDDEN, Word::ErrorNotAllowed),
            Error::Missing(_) => plain(StatusCode::NOT_FOUND, Word::ErrorNotFound),
            Error::Stale(_) => plain(StatusCode::CONFLICT, Word::ErrorStale),
            Error::CannotNow(why) => {
                let (status, says) = (StatusCode::CONFLICT, cannot(why, profile));
                Self { status, says, detail: None, wait: None }
            }
            Error::Busy { seconds } => {
                let says = profile.say_count(Word::ErrorTooManyAttempts, seconds.div_ceil(60), &[]);
                Self { status: StatusCode::TOO_MANY_REQUESTS, says, detail: None, wait: Some(*seconds) }
            }
            Error::Store(error) => Self::to_store(error, profile),
        }
    }

    fn to_store(error: &store::Error, profile: &Profile) -> Self {
        use store::Error;
        let plain = |status, word| Self::plain(status, profile, word);
        let again = |word| Self { wait: Some(5), ..plain(StatusCode::SERVICE_UNAVAILABLE, word) };
        match error {
            Error::RequestReused => plain(StatusCode::CONFLICT, Word::ErrorRepeated),
            Error::Sealed(_) => plain(StatusCode::GONE, Word::from(Standing::TakenDown)),
            Error::CannotWrite(why) => {
                tracing::error!(why, "cannot write");
                again(Word::ErrorCannotWrite)
            }
            Error::Closed | Error::InUse(_) | Error::Changed(_) => again(Word::ErrorBusy),
            error => {
                tracing::error!(%error, "the store failed");
                plain(StatusCode::INTERNAL_SERVER_ERROR, Word::ErrorOurs)
            }
        }
    }
}

/// Why not, in the reader's language.
fn cannot(why: &Why, profile: &Profile) -> String {
    let of = |word, lang| profile.say_with(word, &[("language", Languages::built_in().profile(lang).name())]);
    let state = |word, standing: &Standing| profile.say_with(word, &[("state", profile.say(Word::from(*standing)))]);
    match why {
        Why::Withdrawn => profile.say(Word::ErrorWithdrawn).to_owned(),
        Why::Held => profile.say(Word::ErrorHeld).to_owned(),
        Why::NeverPublic => profile.say(Word::ErrorNeverPublic).to_owned(),
        Why::TooLateForEmbargo => profile.say(Word::ErrorEmbargoLate).to_owned(),
        Why::NothingNew(lang) => of(Word::ErrorNothingNew, lang),
        Why::Older(lang) => of(Word::ErrorOlder, lang),
        Why::NotWhole(_) => profile.say(Word::ErrorNoHeadline).to_owned(),
        Why::EditionThere(lang) => of(Word::ErrorEditionThere, lang),
        Why::Stands(standing) => state(Word::ErrorCannotFollow, standing),
        Why::NoneStands(standing) => state(Word::ErrorNoneStands, standing),
        Why::Found(held) => {
            let each = |(lang, count): &(story::Tag, usize)| {
                let name = Languages::built_in().profile(lang).name().to_owned();
                profile.say_count(Word::ErrorFound, *count as u64, &[("language", &name)])
            };
            let says = profile.say(Word::ErrorFoundSays).to_owned();
            held.iter().map(each).chain([says]).collect::<Vec<_>>().join(" ")
        }
        Why::OwnAccount => profile.say(Word::ErrorOwnAccount).to_owned(),
    }
}

const fn unreadable(why: &Unreadable) -> Word {
    match why {
        Unreadable::Empty | Unreadable::OnlyFurniture(_) => Word::ErrorEmptyCopy,
        Unreadable::TooLarge { .. } | Unreadable::TooManyLines { .. } | Unreadable::TooMuch(_) => Word::ErrorTooLarge,
        Unreadable::Binary(_) | Unreadable::NotText { .. } => Word::ErrorNotText,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::Hash;

    fn status(error: &Error) -> u16 {
        let tag = "en".parse().expect("a tag");
        Answer::to(error, &Languages::built_in().profile(&tag)).status.as_u16()
    }

    #[test]
    fn whose_fault_it_is_decides_the_status() {
        let denied = Error::Denied { who: "ana".into(), verb: story::Verb::Kill };
        assert_eq!(status(&Error::Invalid("x".into())), 400);
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
        let tag = "en".parse().expect("a tag");
        let answer = Answer::to(&store::Error::Database("table x".into()).into(), &Languages::built_in().profile(&tag));
        assert_eq!(answer.detail, None);
        assert!(!answer.says.contains("table"));
    }
}
