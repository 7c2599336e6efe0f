//! Wire: copy that comes in a format for machines. One item of it becomes a text and the data of a story.

use crate::{Error, Newsroom, Result, Wrong, file::Read};
use formats::{Format, any, copy};
use story::{Data, Tag, item::Status};

/// From here on a text tells its language.
const SURE: f32 = 0.99;

/// Whether copy is in a format for machines; letters, pages and plain text are read as copy, which takes letters apart.
pub(crate) fn is(bytes: &[u8]) -> bool {
    any::tell(bytes).is_ok_and(|format| !matches!(format, Format::Text | Format::Email | Format::Html))
}

impl Newsroom {
    /// The one item of a wire file. Its language is the one that was given, else its own, else what its words are surely
    /// in.
    pub(crate) fn take_wire<'a>(&self, bytes: &'a [u8], lang: Option<&Tag>) -> Result<Read<'a>> {
        let languages = &self.house().languages;
        let reading = any::read(bytes, languages).map_err(|why| Error::Invalid(Wrong::NotRead(why)))?;
        let [item] = reading.items.as_slice() else {
            return Err(Error::Invalid(Wrong::ManyItems(reading.items.len())));
        };
        if item.status != Status::Usable {
            return Err(Error::Invalid(Wrong::SenderWithdrew));
        }
        let told = || {
            let found = lang::identify(&item.text.plain());
            Some(found.tag).filter(|tag| found.sure >= SURE && *tag != Tag::unknown())
        };
        let lang = lang.cloned().or_else(|| item.lang.clone()).or_else(told);
        let lang = lang.ok_or(Error::Invalid(Wrong::UnknownLanguage))?;
        let house = copy::House {
            languages,
            lang: Some(&lang),
            taglines: &self.house().taglines,
            agency: &self.house().initials,
        };
        let (mut text, data) = item.filed();
        text.dateline = text.dateline.or_else(|| copy::dateline(&item.dateline, &house));
        Ok(Read { input: Some(bytes), data: Some(data), ..Read::of(text, lang) })
    }
}

/// What is known of a story: what somebody said, and of what they said nothing, what came with the copy.
pub(crate) fn filled(said: &Data, came: Data) -> Data {
    let usual = Data::default();
    let or = |said: &Vec<_>, came: Vec<_>| if said.is_empty() { came } else { said.clone() };
    Data {
        slug: if said.slug.is_empty() { came.slug } else { said.slug.clone() },
        urgency: if said.urgency == usual.urgency { came.urgency } else { said.urgency },
        subjects: or(&said.subjects, came.subjects),
        places: or(&said.places, came.places),
        genre: said.genre.clone().or(came.genre),
        rights: if said.rights == usual.rights { came.rights } else { said.rights.clone() },
        embargo: said.embargo.or(came.embargo),
        sample: said.sample,
    }
}
