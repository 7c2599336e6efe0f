//! What a release says to its readers, in the language of its edition. The wording comes from the language's folder;
//! a desk may bring its own.

use crate::{Error, Result, Wrong};
use jiff::{Timestamp, tz::TimeZone};
use lang::{Languages, Profile, Word};
use std::collections::BTreeMap;
use story::{Notice, Origin, Tag, text::Line};

/// The desk's own wording of a notice, by language. Languages that it does not name get the usual wording.
pub(crate) type Wording = BTreeMap<Tag, Line>;

pub(crate) fn correction(profile: &Profile, was: &Line, is: &Line) -> Notice {
    let says = profile.say_with(Word::NoticeCorrection, &[("was", was), ("is", is)]);
    Notice { says: says.into(), was: Some(was.clone()), is: Some(is.clone()), until: None }
}

pub(crate) fn original_corrected(profile: &Profile, languages: &Languages, origin: &Origin, at: Timestamp) -> Notice {
    let date = profile.date(at.to_zoned(TimeZone::UTC).date());
    let source = languages.profile(&origin.lang);
    let gaps = [("date", date.as_str()), ("language", source.name())];
    let says = profile.say_with(Word::NoticeOriginalCorrected, &gaps);
    Notice { says: says.into(), until: Some(origin.clone()), ..Notice::default() }
}

/// The usual wording, unless the desk brings its own for this language.
pub(crate) fn plain(profile: &Profile, word: Word, own: &Wording) -> Notice {
    let says = own.get(profile.tag()).filter(|w| !w.is_empty()).cloned();
    Notice { says: says.unwrap_or_else(|| profile.say(word).into()), ..Notice::default() }
}

/// The inside reason, which is asked for.
pub(crate) fn reason(given: &Line) -> Result<String> {
    if given.is_empty() {
        return Err(Error::Invalid(Wrong::NoReason));
    }
    Ok(given.to_string())
}
