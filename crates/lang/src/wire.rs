//! `common/wire.toml`: what messages of agencies say in their plain text, in any language.
//!
//! Plain data: the readers in `formats` do the reading. The words that this program writes itself are in the folders of
//! the languages ([`crate::Word::WireCorrection`] and those that follow).

use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};
use story::Tag;

/// What messages of agencies say.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WireWords {
    /// What opens a line or bracket that tells the status.
    pub marks: Marks,
    /// Words of the copy itself.
    pub copy: WireCopy,
    /// Words of the date group.
    pub date: WireDate,
    /// Zones by their short names, in minutes east of Greenwich.
    pub zones: BTreeMap<String, i64>,
    /// Agencies and what their messages leave unsaid.
    pub agencies: Vec<Agency>,
    /// The national forms of ISO 646.
    pub iso646: Vec<Iso646>,
}

/// What opens a line or bracket that tells the status, by what it does to the version before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// Something was wrong.
    pub correction: Vec<String>,
    /// More is known.
    pub update: Vec<String>,
    /// Something is said about it.
    pub notice: Vec<String>,
    /// Not to be used for now.
    pub hold: Vec<String>,
    /// It may be used again.
    pub unhold: Vec<String>,
    /// Never to be used.
    pub kill: Vec<String>,
    /// Never to be used, and not to be kept.
    pub takedown: Vec<String>,
    /// How urgent it is.
    pub urgent: Vec<String>,
    /// Until when it may not be published.
    pub embargo: Vec<String>,
}

/// Words of the copy itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WireCopy {
    /// Bylines in languages beside those of the folders.
    pub bylines: Vec<String>,
    /// From a line that opens with one of these, what follows is for editors.
    pub editors: Vec<String>,
    /// What a bracket opens with when it tells of pictures or graphics.
    pub pictures: Vec<String>,
}

/// Words of the date group.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WireDate {
    /// The names of the twelve months.
    pub months: [Vec<String>; 12],
}

/// An agency, and what its messages leave unsaid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// The first word of its name in the header of its messages, whatever the case.
    pub name: String,
    /// Where its clock stands, as POSIX writes zones.
    pub zone: String,
    /// The language that it writes, if it is one.
    pub lang: Option<Tag>,
}

/// A national form of ISO 646.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Iso646 {
    /// The language.
    pub lang: Tag,
    /// The signs of ASCII whose places are taken.
    pub signs: String,
    /// What stands there, in the same order.
    pub letters: String,
}

static WIRE: LazyLock<WireWords> = LazyLock::new(|| crate::built_in::common("wire.toml"));

impl WireWords {
    /// The built-in words.
    pub fn get() -> &'static WireWords {
        &WIRE
    }

    /// The month of that name, from 1.
    pub fn month(&self, name: &str) -> Option<i8> {
        let name = crate::fold(name.trim_end_matches('.'));
        let found = self.date.months.iter().position(|names| names.iter().any(|known| crate::fold(known) == name));
        found.and_then(|at| i8::try_from(at + 1).ok())
    }

    /// The agency whose header begins with that name.
    pub fn agency(&self, name: &str) -> Option<&Agency> {
        let first = name.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
        self.agencies.iter().find(|agency| agency.name.eq_ignore_ascii_case(first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_whole() {
        let wire = WireWords::get();
        for form in &wire.iso646 {
            assert_eq!(form.signs.chars().count(), form.letters.chars().count(), "{}", form.lang);
            assert!(form.signs.is_ascii());
        }
        let (of, months) = (|name: &str| wire.month(name), &wire.date.months);
        assert_eq!((of("Okt"), of("SEPT."), of("мая"), of("xyz")), (Some(10), Some(9), Some(5), None));
        for (at, names) in months.iter().enumerate() {
            for name in names {
                assert_eq!(of(name), i8::try_from(at + 1).ok(), "{name}");
            }
        }
        assert_eq!(wire.agency("dpa-spe 0000").and_then(|a| a.lang.as_ref()).map(Tag::as_str), Some("de"));
        assert!(wire.agency("").is_none());
    }
}
