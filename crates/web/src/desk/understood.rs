//! What was understood of copy, in the words of the desk.

use super::{blocks, page::Page};
use formats::copy::{Furniture, Note, Reading};
use lang::{Languages, Word};
use story::{Dateline, Tag, Text};

/// What was understood.
pub(super) struct Understood {
    /// The own name of the language; none when nobody can tell.
    pub language: Option<String>,
    pub sure: bool,
    /// The charset, when it is not UTF-8.
    pub charset: Option<&'static str>,
    pub text: blocks::Shown,
    /// The parts of the dateline.
    pub place: Option<String>,
    pub date: Option<String>,
    pub agency: Option<String>,
    /// What was taken off, with its words.
    pub furniture: Vec<(Word, String)>,
    pub desk_notes: Vec<String>,
    pub embargo: Option<String>,
    /// Each liberty that was taken.
    pub notes: Vec<String>,
}

impl Understood {
    /// Of copy.
    pub fn of(page: &Page, languages: &Languages, reading: &Reading) -> Self {
        let known = reading.lang != Tag::unknown();
        let utf8 = reading.charset.eq_ignore_ascii_case("utf-8") || reading.charset.eq_ignore_ascii_case("us-ascii");
        Self {
            language: known.then(|| page.language(&reading.lang)),
            sure: reading.sure && known,
            charset: (!utf8).then_some(reading.charset),
            furniture: reading.furniture.iter().map(|a| (furniture(a.kind), a.words.to_string())).collect(),
            desk_notes: reading.desk_notes.iter().map(ToString::to_string).collect(),
            embargo: reading.embargo.as_ref().map(ToString::to_string),
            notes: reading
                .notes
                .iter()
                .filter(|note| **note != Note::UnknownLanguage)
                .map(|note| note_in_words(page, note))
                .collect(),
            ..Self::of_text(page, languages, &reading.lang, &reading.text)
        }
    }

    /// Of a text that was typed as HTML.
    pub fn of_text(page: &Page, languages: &Languages, lang: &Tag, text: &Text) -> Self {
        let dateline = text.dateline.clone().unwrap_or_default();
        let places = dateline.places.iter().map(ToString::to_string).collect::<Vec<_>>().join(" / ");
        let date =
            dateline.date.map(|date| page.profile().dateline(&Dateline { date: Some(date), ..Dateline::default() }));
        Self {
            language: Some(page.language(lang)),
            sure: true,
            charset: None,
            text: blocks::Shown::new(languages, lang, text),
            place: Some(places).filter(|places| !places.is_empty()),
            date,
            agency: dateline.agency.map(|agency| agency.to_string()),
            furniture: Vec::new(),
            desk_notes: Vec::new(),
            embargo: None,
            notes: Vec::new(),
        }
    }
}

/// The word for a kind of furniture.
const fn furniture(kind: Furniture) -> Word {
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

/// A liberty that was taken, as the desk says it.
fn note_in_words(page: &Page, note: &Note) -> String {
    let number = |word, n: usize| page.say_number(word, n as u64);
    let say = |word| page.say(word).to_owned();
    match note {
        Note::Charset { name, doubtful: false } => page.say_name(Word::NoteCharset, name),
        Note::Charset { name, doubtful: true } => page.say_name(Word::NoteCharsetDoubtful, name),
        Note::Damaged(n) => number(Word::NoteDamaged, *n),
        Note::Mended(from) => page.say_name(Word::NoteMended, &from.join(", ")),
        Note::Markup { tags, entities } => number(Word::NoteMarkup, tags + entities),
        Note::Tracking(n) => number(Word::NoteTracking, *n),
        Note::Invisible(n) => number(Word::NoteInvisible, *n),
        Note::Hyphens(n) => number(Word::NoteHyphens, *n),
        Note::Unwrapped(n) => number(Word::NoteUnwrapped, *n),
        Note::Unquoted(n) => number(Word::NoteUnquoted, *n),
        Note::SubjectAsHeadline => say(Word::NoteSubject),
        Note::NoHeadline => say(Word::NoteNoHeadline),
        Note::NoDateline => say(Word::NoteNoDateline),
        Note::DateInFigures(words) => page.say_name(Word::NoteDateInFigures, words),
        // The page says it above.
        Note::UnknownLanguage => say(Word::LanguageUnknown),
        Note::OtherLanguage { looks, .. } => page.say_language(Word::NoteOtherLanguage, &page.language(looks)),
        Note::TakenOff(kind, n) => format!("{}: {}", page.say(furniture(*kind)), page.number(*n as u64)),
        Note::LooksLike(what) => page.say_name(Word::NoteLooksLike, what),
        Note::MoreFollows => say(Word::NoteMoreFollows),
        Note::TooLong(_) => say(Word::NoteTooLong),
    }
}
