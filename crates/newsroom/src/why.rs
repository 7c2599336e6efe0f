//! Why something cannot be done as things stand. A reason is a value, so that a door can say it in the language of
//! whoever asks; its display is English, for the command line and the record.

use std::fmt;
use story::{Standing, Tag};

/// Why not now, and what can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The story was killed or taken down.
    Withdrawn,
    /// The story is held.
    Held,
    /// Nothing of the story was ever public.
    NeverPublic,
    /// The story has been public: an embargo comes too late.
    TooLateForEmbargo,
    /// The edition is public just so.
    NothingNew(Tag),
    /// A newer revision of the edition is public.
    Older(Tag),
    /// The edition has no headline or no body.
    NotWhole(Tag),
    /// The story has an edition in this language.
    EditionThere(Tag),
    /// The edition stands otherwise.
    Stands(Standing),
    /// No edition stands so.
    NoneStands(Standing),
    /// The checks hold these editions back: how much they found in each.
    Found(Vec<(Tag, usize)>),
    /// After a restore nothing goes out before somebody confirms it.
    Paused,
    /// Nobody closes their own account.
    OwnAccount,
    /// Nobody else keeps accounts.
    LastAdministrator,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Withdrawn => f.write_str("the story was withdrawn: nothing of it is released again"),
            Why::Held => f.write_str("the story is held: bring it back first"),
            Why::NeverPublic => f.write_str("nothing of the story was ever public: cancel what is planned instead"),
            Why::TooLateForEmbargo => {
                f.write_str("the story has been public: an embargo comes too late; hold it instead")
            }
            Why::NothingNew(lang) => write!(f, "the {lang} edition is public just so: there is nothing new to release"),
            Why::Older(lang) => write!(f, "a newer revision of {lang} is public: save this text anew first"),
            Why::NotWhole(lang) => write!(f, "the {lang} edition has no headline or no body"),
            Why::EditionThere(lang) => write!(f, "the story has an edition in {lang} already: revise it"),
            Why::Stands(standing) => write!(f, "the edition is {standing}"),
            Why::NoneStands(standing) => write!(f, "no edition of the story is {standing}"),
            Why::Found(held) => {
                for (lang, count) in held {
                    let things = if *count == 1 { "finding holds" } else { "findings hold" };
                    write!(f, "{count} {things} the {lang} edition back; ")?;
                }
                f.write_str("mend the text, dismiss what is no fault, or say why it goes out all the same")
            }
            Why::Paused => f.write_str(
                "the folder was restored from a backup: nothing goes out until `dateline confirm`; hold, kill and takedown go",
            ),
            Why::LastAdministrator => {
                f.write_str("nobody else keeps accounts: make somebody else an administrator first")
            }
            Why::OwnAccount => f.write_str("nobody closes their own account"),
        }
    }
}
