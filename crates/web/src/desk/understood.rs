//! What was understood of copy, in the words of the desk.

use super::{blocks, page::Page};
use formats::copy::{Note, Reading};
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
            furniture: reading.furniture.iter().map(|a| (newsroom::furniture(a.kind), a.words.to_string())).collect(),
            desk_notes: reading.desk_notes.iter().map(ToString::to_string).collect(),
            embargo: reading.embargo.as_ref().map(ToString::to_string),
            notes: reading
                .notes
                .iter()
                // The page says it above.
                .filter(|note| **note != Note::UnknownLanguage)
                .map(|note| newsroom::noted(note).printed(page.profile(), languages))
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
