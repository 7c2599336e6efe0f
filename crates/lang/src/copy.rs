//! `copy.toml`: what has to be known of a language to read copy in it.
//!
//! Plain data: the reader in `formats` does the reading, and compares with [`crate::opens`]. A phrase that ends in a
//! colon counts only with its colon; one without may have a colon behind it or not.

use serde::Deserialize;

/// What has to be known of a language to read copy in it. Names of months and days stand in
/// [`crate::language::Dates`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyWords {
    /// A line that opens with one of these is a byline; the rest is the name.
    pub bylines: Vec<String>,
    /// A line that opens with one of these points at another story.
    pub also_read: Vec<String>,
    /// A line that is one of these, whatever marks stand around it, ends the copy.
    pub end_marks: Vec<String>,
    /// A line that is one of these says that more follows in another take.
    pub more_marks: Vec<String>,
    /// A line or bracket that opens with one of these is for the desk.
    pub desk_notes: Vec<String>,
    /// A line that opens with one of these names a moment before which nothing is public.
    pub embargoes: Vec<String>,
    /// How copy names the zone of a time, and the zone's name in the tz database.
    pub zones: Vec<[String; 2]>,
    /// Labels of labelled copy.
    pub labels: Labels,
    /// How a dateline is written.
    pub dateline: DatelineWords,
    /// Lines around the copy.
    pub furniture: FurnitureWords,
}

/// A line that opens with one of these and a colon is that part of the text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// Of the headline.
    pub headline: Vec<String>,
    /// Of the deck.
    pub deck: Vec<String>,
    /// Of the byline.
    pub byline: Vec<String>,
    /// Of a whole dateline.
    pub dateline: Vec<String>,
    /// Of a dateline's place.
    pub place: Vec<String>,
    /// Of a dateline's date.
    pub date: Vec<String>,
    /// Of a dateline's agency.
    pub agency: Vec<String>,
    /// Of the body.
    pub body: Vec<String>,
}

/// How a dateline is written at the head of the first paragraph: one of the forms, then one of the closers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatelineWords {
    /// Patterns with the gaps `places`, `date`, `agency`, the most telling first.
    pub forms: Vec<String>,
    /// What ends a dateline.
    pub closers: Vec<String>,
    /// Whether a form that ends in a bracket needs no closer.
    pub bracket_closes: bool,
    /// What stands between several places.
    pub between_places: Vec<String>,
    /// What stands beside the agency's name within its brackets and is no part of it.
    pub agency_asides: Vec<String>,
    /// Names of agencies that copy may give without brackets. Initials, names in capitals and the house's own need not
    /// stand here.
    pub agencies: Vec<String>,
    /// How the name of an agency ends, where the form puts nothing between it and the place.
    pub agency_endings: Vec<String>,
    /// Patterns of a date with the gaps `weekday`, `day`, `month`, `year`, the fullest first. A weekday may
    /// stand before any of them. See
    /// [`crate::Profile::read_date`].
    pub dates: Vec<String>,
    /// What may stand behind the figure of a day.
    pub day_endings: Vec<String>,
    /// What may stand behind the figure of a year.
    pub year_endings: Vec<String>,
}

/// Phrases that give away lines that are no part of the copy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FurnitureWords {
    /// What an agency says of itself.
    pub taglines: Vec<String>,
    /// Share, follow, subscribe.
    pub shares: Vec<String>,
    /// Read on elsewhere.
    pub more: Vec<String>,
    /// Rights.
    pub copyright: Vec<String>,
}

/// What is the same in copy of every language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommonCopy {
    /// A line that opens with one of these proves to a service who owns a site.
    pub verifications: Vec<String>,
    /// What stands in square brackets, in small letters, where something has to be filled in.
    pub placeholders: Vec<String>,
    /// What programs leave in copy that they write, fill in or fetch.
    pub left_by_programs: Vec<String>,
    /// A line that is one of these ends the copy.
    pub end_marks: Vec<String>,
    /// How copy names the zone of a time, and the zone's name in the tz database.
    pub zones: Vec<[String; 2]>,
    /// Names of parameters that count readers in a link; one that ends in `*` is an opening.
    pub tracking: Vec<String>,
    /// Hosts, with the opening of a path, whose links only share a page.
    pub share_hosts: Vec<String>,
    /// A line that opens with one of these was put below a message by the program that sent it.
    pub mailers: Vec<String>,
    /// The fields at the head of a message in other languages than English.
    pub mail: MailWords,
}

/// The names of the fields at the head of a message, as mail programs print them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailWords {
    /// Who sent it.
    pub from: Vec<String>,
    /// What it is about.
    pub subject: Vec<String>,
    /// All others.
    pub other: Vec<String>,
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] = &[
    "bylines",
    "also_read",
    "end_marks",
    "more_marks",
    "desk_notes",
    "embargoes",
    "zones",
    "labels.headline",
    "labels.deck",
    "labels.byline",
    "labels.dateline",
    "labels.place",
    "labels.date",
    "labels.agency",
    "labels.body",
    "dateline.forms",
    "dateline.closers",
    "dateline.bracket_closes",
    "dateline.between_places",
    "dateline.agencies",
    "dateline.agency_asides",
    "dateline.agency_endings",
    "dateline.dates",
    "dateline.day_endings",
    "dateline.year_endings",
    "furniture.taglines",
    "furniture.shares",
    "furniture.more",
    "furniture.copyright",
];
