//! File: copy comes in and becomes a story.

use crate::{
    Copy, Error, Newsroom, Result, Saying, Wrong,
    act::Verb,
    asides, chance,
    embargoed::{self, Became, CopyEmbargo, Named},
    noted,
    pen::Pen,
    wire,
};
use checks::copy::{Aside, Off};
use formats::copy::{House, Reading};
use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use story::{Data, StoryId, Tag, Text, text::Line};

/// Files a new story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// The copy.
    pub copy: Copy,
    /// Its language; told from the copy when nobody says it.
    pub lang: Option<Tag>,
    /// The desk it is for.
    pub desk: Option<Line>,
    /// What is known of the story. An empty slug is made from the headline.
    #[serde(default)]
    pub data: Data,
}

/// Copy that was read, with the bytes that are kept.
pub(crate) struct Read<'a> {
    pub text: Text,
    pub lang: Tag,
    pub input: Option<&'a [u8]>,
    /// What was taken off it.
    pub asides: Vec<checks::copy::Aside>,
    /// Each liberty that was taken with it.
    pub notes: Vec<Saying>,
    /// The embargo that it names.
    pub embargo: Option<Named>,
    /// What came with it, when it came from a wire.
    pub data: Option<Data>,
}

impl Read<'_> {
    /// A text of which nothing else is known.
    pub fn of(text: Text, lang: Tag) -> Self {
        Self { text, lang, input: None, asides: Vec::new(), notes: Vec::new(), embargo: None, data: None }
    }
}

impl Newsroom {
    /// Reads copy as `file` would, and keeps nothing.
    ///
    /// # Errors
    /// [`Error::Unreadable`] says what is wrong with it.
    pub fn read(&self, bytes: &[u8], lang: Option<&Tag>) -> Result<Reading> {
        let house = self.house();
        let ours = House { languages: &house.languages, lang, taglines: &house.taglines, agency: &house.initials };
        Ok(formats::copy::read(bytes, &ours)?)
    }

    pub(crate) fn take<'a>(&self, copy: &'a Copy, lang: Option<&Tag>, now: Timestamp) -> Result<Read<'a>> {
        let read = match copy {
            Copy::Text(text) => {
                let lang = lang.cloned().ok_or(Error::Invalid(Wrong::NoLanguage))?;
                let (mut text, languages) = ((**text).clone(), &self.house().languages);
                let embargo = formats::copy::take_embargo(&mut text, languages);
                let off = |named: &Named| Aside { what: Off::Embargo, at: 0..0, words: named.words.to_string() };
                let embargo = embargo.map(|words| Named::of(&words, languages, now));
                let asides = embargo.iter().filter(|named| named.holds(now)).map(off);
                Read { asides: asides.collect(), embargo, ..Read::of(text.tidy(), lang) }
            }
            Copy::Bytes(bytes) if wire::is(bytes) => self.take_wire(bytes, lang)?,
            Copy::Bytes(bytes) => {
                let languages = &self.house().languages;
                let reading = self.read(bytes, lang)?;
                if reading.lang == Tag::unknown() {
                    return Err(Error::Invalid(Wrong::UnknownLanguage));
                }
                let (asides, notes) = (asides(&reading, languages, now), reading.notes.iter().map(noted).collect());
                let embargo = reading.embargo.as_ref().map(|words| Named::of(words, languages, now));
                let input = Some(bytes.as_slice());
                Read { input, asides, notes, embargo, ..Read::of(reading.text, reading.lang) }
            }
        };
        read.text.fits()?;
        Ok(Read { text: with_year(read.text, now), ..read })
    }
}

/// A dateline without a year gets the one that brings it nearest to the day of filing.
fn with_year(mut text: Text, now: Timestamp) -> Text {
    let today = now.to_zoned(TimeZone::UTC).date();
    if let Some(dateline) = &mut text.dateline {
        dateline.date = dateline.date.map(|date| date.near(today));
    }
    text
}

fn slug_of(text: &Text) -> Line {
    let words: Vec<String> = text.headline.plain().split_whitespace().take(3).map(str::to_lowercase).collect();
    let slug: String = words.join("-").chars().filter(|c| c.is_alphanumeric() || *c == '-').take(40).collect();
    Line::new(if slug.is_empty() { "untitled".to_owned() } else { slug })
}

impl Verb for File {
    fn story(&self) -> Option<StoryId> {
        None
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        let mut read = room.take(&self.copy, self.lang.as_ref(), pen.now)?;
        pen.begin(self.desk.clone().filter(|d| !d.is_empty()), read.lang.clone());
        pen.may(story::Verb::File, Some(&read.lang))?;
        let mut data = match read.data.take() {
            // An embargo that has passed says nothing any more.
            Some(came) => wire::filled(&self.data, Data { embargo: came.embargo.filter(|at| *at > pen.now), ..came }),
            None => self.data.clone(),
        };
        if !data.fits() {
            return Err(Error::Invalid(Wrong::TooManyLabels(story::data::MOST_LABELS)));
        }
        if let Some(until) = data.embargo {
            pen.may(story::Verb::Embargo, Some(&read.lang))?;
            if until <= pen.now {
                return Err(Error::Invalid(Wrong::EmbargoPassed));
            }
        }
        if let Some(named) = read.embargo.take() {
            let became = embargoed::became(&named, data.embargo, false, pen.now);
            if let Became::Set(until) = became {
                data.embargo = Some(until);
            }
            pen.answer.embargo = Some(CopyEmbargo { words: named.words, became });
        }
        if data.slug.is_empty() {
            data.slug = slug_of(&read.text);
        }
        pen.revise_data(&data);
        room.point(&mut read.text, &read.lang, pen.story());
        let blocks = read.text.body.iter().map(|_| chance::block()).collect();
        let number = pen.revise(&read.lang, &read.text, blocks, None, read.input);
        room.check(pen, &read.lang.clone(), number, read.into()).await
    }
}
