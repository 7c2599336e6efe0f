//! What whoever reads copy should know of how it was read, in words that every language folder has.

use crate::{Gap, Saying};
use formats::copy::{Furniture, Note};
use lang::Word;

/// A liberty that was taken with copy, as a sentence.
pub fn noted(note: &Note) -> Saying {
    let plain = Saying::plain;
    let number = |word, of: usize| Saying::new(word, [("number", Gap::count(of))]);
    let name = |word, name: &str| Saying::new(word, [("name", Gap::Words(name.to_owned()))]);
    match note {
        Note::Charset { name: charset, doubtful: false } => name(Word::NoteCharset, charset),
        Note::Charset { name: charset, doubtful: true } => name(Word::NoteCharsetDoubtful, charset),
        Note::Damaged(n) => number(Word::NoteDamaged, *n),
        Note::Mended(from) => name(Word::NoteMended, &from.join(", ")),
        Note::Markup { tags, entities } => number(Word::NoteMarkup, tags.saturating_add(*entities)),
        Note::Tracking(n) => number(Word::NoteTracking, *n),
        Note::Invisible(n) => number(Word::NoteInvisible, *n),
        Note::Hyphens(n) => number(Word::NoteHyphens, *n),
        Note::Unwrapped(n) => number(Word::NoteUnwrapped, *n),
        Note::Unquoted(n) => number(Word::NoteUnquoted, *n),
        Note::SubjectAsHeadline => plain(Word::NoteSubject),
        Note::NoHeadline => plain(Word::NoteNoHeadline),
        Note::NoDateline => plain(Word::NoteNoDateline),
        Note::DateInFigures(words) => name(Word::NoteDateInFigures, words),
        Note::UnknownLanguage => plain(Word::LanguageUnknown),
        Note::OtherLanguage { looks, .. } => {
            Saying::new(Word::NoteOtherLanguage, [("language", Gap::Language(looks.clone()))])
        }
        Note::TakenOff(kind, n) => {
            let gaps = [("what", Gap::word(furniture(*kind))), ("number", Gap::count(*n))];
            Saying::new(Word::NoteTakenOff, gaps)
        }
        Note::LooksLike(what) => name(Word::NoteLooksLike, what),
        Note::MoreFollows => plain(Word::NoteMoreFollows),
        Note::TooLong(_) => plain(Word::NoteTooLong),
    }
}

/// The word for a kind of furniture.
pub const fn furniture(kind: Furniture) -> Word {
    match kind {
        Furniture::Token => Word::FurnitureVerification,
        Furniture::Tagline => Word::FurnitureTagline,
        Furniture::Share => Word::FurnitureShare,
        Furniture::More => Word::FurnitureMore,
        Furniture::Copyright => Word::FurnitureCopyright,
        Furniture::Tracking => Word::FurnitureTracking,
        Furniture::Markup => Word::FurnitureMarkup,
        Furniture::Stamp => Word::FurnitureStamp,
        Furniture::Junk => Word::FurnitureInvisible,
        Furniture::Mail => Word::FurnitureMail,
        Furniture::Signature => Word::FurnitureSignature,
        Furniture::Rule => Word::FurnitureRule,
        Furniture::Label => Word::FurnitureLabel,
        Furniture::Menu => Word::FurnitureMenu,
    }
}
