//! The dateline at the head of the first paragraph: place, date, agency, in the forms that the language writes.
//!
//! The forms are data (`copy.toml`): "{places}, {date} ({agency})" and a closer. A form fits or it does not; what
//! makes a false one unlikely is that places and agencies have to look like names ([`names`]) and that the barest
//! form, a place and no more, is held to more than the others.

mod agency;
mod form;
mod names;

use super::lines::columns;
use super::reading::Note;
use super::words::{Part, Phrase, Words, is_wide};
use form::{Closed, Fit, Form, Seen};
use lang::{Profile, copy::DatelineWords};
use story::{Dateline, Line};

/// A dateline, and how much of the paragraph it takes.
#[derive(Debug)]
pub(super) struct Found {
    /// What it says.
    pub dateline: Dateline,
    /// A reporter who is named in it.
    pub byline: Option<Line>,
    /// Where the first sentence begins, in bytes.
    pub end: usize,
    /// What has to be said about it.
    pub note: Option<Note>,
}

/// How far a dateline reaches at most, in characters.
const LONGEST: usize = 160;
/// How much has to follow a dateline that says little, in columns.
const BODY: usize = 60;

/// As much of a paragraph as a dateline may take.
fn head(paragraph: &str) -> &str {
    paragraph.char_indices().nth(LONGEST).and_then(|(end, _)| paragraph.get(..end)).unwrap_or(paragraph)
}

/// Where a dateline stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// A title stands above it and nothing of the body.
    below_title: bool,
    /// A whole sentence or more stands behind it.
    before_body: bool,
    /// Something stands behind it.
    before_words: bool,
}

/// What a paragraph is looked at with.
pub(super) struct Reader<'a> {
    /// The phrases of the house.
    pub phrases: &'a Words,
    /// The languages whose forms are tried, the copy's own first.
    pub profiles: &'a [&'a Profile],
    /// The agency's own name.
    pub agency: &'a str,
}

impl Reader<'_> {
    /// The dateline that a paragraph opens with, in the copy's own language. `below_title`: a title stands above it and
    /// nothing of the body, as it should be.
    pub fn read(&self, paragraph: &str, below_title: bool) -> Option<Found> {
        let own = self.profiles.first()?;
        self.in_language(own, paragraph, head(paragraph), below_title)
    }

    /// The dateline that a paragraph opens with, in another language of the house. It has to say more than a place.
    pub fn read_foreign(&self, paragraph: &str) -> Option<Found> {
        let head = head(paragraph);
        let telling = head.contains(|c: char| c.is_numeric() || matches!(c, '(' | '（' | '/' | '【'));
        let mut others = self.profiles.iter().skip(1).filter(|_| telling);
        others.find_map(|profile| self.in_language(profile, paragraph, head, false))
    }

    fn in_language(&self, profile: &Profile, paragraph: &str, head: &str, below_title: bool) -> Option<Found> {
        let words = &profile.copy().dateline;
        let seen = Seen::of(head, profile, self.agency);
        words.forms.iter().find_map(|form| {
            let fit = Form::of(form).fit(&seen)?;
            let closed = fit.closed;
            let after = columns(paragraph.get(closed.end..).unwrap_or_default());
            let place = Place { below_title, before_body: after >= BODY, before_words: after > 0 };
            if !self.is_believed(&fit, closed, place, words) {
                return None;
            }
            self.found(&fit, closed.end, words)
        })
    }

    /// Whether what a form found is a dateline and no sentence that happens to begin like one. With a date and an agency
    /// it is; the less it says, the more has to speak for it.
    fn is_believed(&self, fit: &Fit<'_>, closed: Closed, place: Place, words: &DatelineWords) -> bool {
        let caseless = names::is_caseless(fit.places);
        match (fit.date, fit.agency) {
            (Some(_), Some(_)) => true,
            (Some(_), None) => {
                // Where no capitals tell names, "the mayor on 3 May:" opens many a sentence.
                // "Yesterday. 3 May. Kites" is three sentences, but "GANJA. 3 May. Kites" is none.
                (fit.marked || !caseless)
                    && !closed.by_comma
                    && (!fit.stopped || names::are_in_capitals(fit.places))
                    && (!fit.places.chars().any(is_wide) || names::is_short(fit.places))
            }
            (None, Some(agency)) if self.is_sure(agency, words) => {
                if place.below_title {
                    place.before_words
                } else {
                    place.before_body
                }
            }
            (None, Some(agency)) => {
                let short =
                    if caseless { names::is_short(fit.places) && names::is_short(agency) } else { closed.by_dash };
                place.below_title && place.before_body && closed.by_mark && short && !fit.places.chars().any(is_wide)
            }
            (None, None) => place.below_title && !closed.by_comma && names::stands_alone(fit.places, place.before_body),
        }
    }

    /// Whether a name is surely that of an agency, or says who reports for it.
    fn is_sure(&self, agency: &str, words: &DatelineWords) -> bool {
        let same = |other: &str| lang::fold(other) == lang::fold(agency);
        names::is_initials(agency)
            || !self.agency.is_empty() && same(self.agency)
            || words.agency_asides.iter().chain(&words.agencies).any(|known| same(known))
            || self.reporter(agency).is_some()
            || self.phrases.opens(agency, Phrase::Label(Part::Agency)) == Some(agency.len())
            || form::ends_as_agency(agency, "", &words.agency_endings)
    }

    fn found(&self, fit: &Fit<'_>, end: usize, words: &DatelineWords) -> Option<Found> {
        let places = names::places(fit.places, &words.between_places)?;
        let (agency, byline) = self.agency_and_reporter(fit.agency.unwrap_or_default(), words);
        let note = fit.date.and_then(|(date, written)| {
            let in_figures = !written.contains(char::is_alphabetic);
            let two_ways = in_figures && date.day() <= 12 && date.day() != date.month() && !written.starts_with("20");
            two_ways.then(|| Note::DateInFigures(Line::new(written)))
        });
        let dateline = Dateline { places, date: fit.date.map(|(date, _)| date), agency }.tidy();
        Some(Found { dateline: dateline?, byline, end, note })
    }

    /// Who stands in the brackets: an agency, a reporter, or a word that names neither.
    fn agency_and_reporter(&self, text: &str, words: &DatelineWords) -> (Option<Line>, Option<Line>) {
        let is_aside = |part: &str| words.agency_asides.iter().any(|aside| lang::fold(aside) == lang::fold(part));
        let mut agency: Vec<&str> = Vec::new();
        let mut reporters: Vec<&str> = Vec::new();
        for part in text.split(['/', ',', '،', '，', ';', '|', '、']).map(str::trim).filter(|part| !part.is_empty())
        {
            if is_aside(part) {
                continue;
            }
            match self.reporter(part) {
                Some(name) => reporters.push(name),
                None => agency.push(part),
            }
        }
        let agency = (!agency.is_empty()).then(|| Line::new(agency.join(" / ")));
        let reporter = (!reporters.is_empty()).then(|| Line::new(reporters.join(", ")));
        (agency, reporter)
    }

    /// The name behind a word such as "reporter".
    pub fn reporter<'t>(&self, text: &'t str) -> Option<&'t str> {
        let openings = self.phrases.openings(text);
        let kinds = [Phrase::Byline, Phrase::Label(Part::Byline)];
        let taken = openings.iter().filter(|(says, _)| kinds.contains(says)).map(|(_, taken)| *taken).max()?;
        let name = text.get(taken..)?.trim_start_matches([':', '：', ' ', '\u{a0}', '\u{3000}', '/', '／', '-']).trim();
        (!name.is_empty()).then_some(name)
    }
}

#[cfg(test)]
mod tests;
