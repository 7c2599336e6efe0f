//! The box in which a text is typed, and the two forms that it may have.
//!
//! A text is written into the box as plain copy when reading that gives the very same text again; when it holds what
//! plain copy cannot (a table, a picture, a link), it is written as HTML, so that nothing is lost by saving it.

use super::{as_copy, door::Form, page::Page, understood::Understood};
use formats::html;
use newsroom::{Copy, Newsroom, Result, Typed};
use story::{Tag, Text};

/// How the text stands in the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// As plain copy.
    Copy,
    /// As HTML.
    Html,
}

/// The box.
#[derive(Debug, Clone)]
pub(super) struct CopyBox {
    pub how: How,
    pub typed: String,
    /// The name of a file that was chosen instead, and its bytes in base64.
    pub file: Option<(String, String)>,
    bytes: Option<Vec<u8>>,
    /// The language of what is typed; empty while nobody knows.
    pub lang: String,
    pub dir: &'static str,
}

impl CopyBox {
    /// A box with nothing in it.
    pub const fn empty() -> Self {
        Self { how: How::Copy, typed: String::new(), file: None, bytes: None, lang: String::new(), dir: "auto" }
    }

    /// A box with a text in it.
    pub fn with(room: &Newsroom, lang: &Tag, text: &Text) -> Self {
        let profile = room.house().languages.profile(lang);
        let same = |copy: &String| {
            room.read(copy.as_bytes(), Some(lang)).is_ok_and(|mut read| {
                // As it would be saved: an "Also read" line keeps the story that it points at.
                read.text.keep_targets(text);
                read.text == *text
            })
        };
        let (how, typed) = match as_copy::ways(text, &profile).find(same) {
            Some(copy) => (How::Copy, copy),
            None => (How::Html, html::write(text, &profile)),
        };
        Self { how, typed, ..Self::empty() }.in_language(room, lang)
    }

    /// A box with a draft in it.
    pub fn with_draft(room: &Newsroom, lang: &Tag, typed: &Typed) -> Self {
        let how = if matches!(typed, Typed::Html(_)) { How::Html } else { How::Copy };
        Self { how, typed: typed.words().to_owned(), ..Self::empty() }.in_language(room, lang)
    }

    /// The same box for a text in this language.
    pub fn in_language(self, room: &Newsroom, lang: &Tag) -> Self {
        let profile = room.house().languages.profile(lang);
        // Tags and attributes run from left to right.
        let dir = if self.how == How::Html { "auto" } else { profile.direction().as_str() };
        Self { lang: lang.to_string(), dir, ..self }
    }

    /// The box as it was sent.
    pub fn sent(form: &Form) -> Self {
        let how = if form.get("how") == How::Html.name() { How::Html } else { How::Copy };
        let file = form.file_kept().map(|(name, bytes)| (name.to_owned(), bytes.to_owned()));
        Self { how, typed: form.get("copy").to_owned(), file, bytes: form.file(), ..Self::empty() }
    }

    /// Nothing was typed, and no file chosen.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_none() && self.typed.trim().is_empty()
    }

    /// The text stands in it as HTML.
    pub fn is_html(&self) -> bool {
        self.how == How::Html
    }

    /// What is handed to the newsroom.
    pub fn copy(&self) -> Copy {
        match (&self.bytes, self.how) {
            (Some(bytes), _) => Copy::Bytes(bytes.clone()),
            (None, How::Copy) => Copy::Bytes(self.typed.clone().into_bytes()),
            (None, How::Html) => Copy::Text(Box::new(html::read(&self.typed))),
        }
    }

    /// What is kept of it as a draft: the words as they stand in the box. Those of a file are written into it.
    pub fn typed(&self, room: &Newsroom, lang: &Tag) -> Result<Typed> {
        let filled = match &self.bytes {
            Some(bytes) => &Self::with(room, lang, &room.read(bytes, Some(lang))?.text),
            None => self,
        };
        Ok(match filled.how {
            How::Copy => Typed::Copy(filled.typed.clone()),
            How::Html => Typed::Html(filled.typed.clone()),
        })
    }

    /// What would be understood of it; nothing is kept.
    pub fn understood(&self, page: &Page, room: &Newsroom, lang: Option<&Tag>) -> Result<Understood> {
        let languages = &room.house().languages;
        match (self.copy(), lang) {
            (Copy::Bytes(bytes), _) => Ok(Understood::of(page, languages, &room.read(&bytes, lang)?)),
            (Copy::Text(text), lang) => {
                let lang = lang.cloned().unwrap_or_else(Tag::unknown);
                Ok(Understood::of_text(page, languages, &lang, &text))
            }
        }
    }
}

impl How {
    /// Its name in a form.
    pub const fn name(self) -> &'static str {
        match self {
            How::Copy => "copy",
            How::Html => "html",
        }
    }
}
