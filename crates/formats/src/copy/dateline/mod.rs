//! The dateline at the head of the first paragraph: place, date, agency, in the forms that the language writes.
//!
//! The forms are data (`copy.toml`): "{places}, {date} ({agency})" and a closer. A form fits or it does not; what
//! makes a false one unlikely is that places and agencies have to look like names ([`names`]) and that the barest
//! form, a place and no more, is held to more than the others.

mod form;
mod names;

use super::reading::Note;
use super::words::{Phrase, Words};
use form::{Form, Seen};
use lang::Profile;
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
/// How long a paragraph has to be for a place alone to be its dateline, in characters.
const BODY: usize = 60;

/// As much of a paragraph as a dateline may take.
fn head(paragraph: &str) -> &str {
    paragraph.char_indices().nth(LONGEST).and_then(|(end, _)| paragraph.get(..end)).unwrap_or(paragraph)
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
    /// The dateline that a paragraph opens with, in the copy's own language. `first`: nothing stands before it.
    pub fn read(&self, paragraph: &str, first: bool) -> Option<Found> {
        let own = self.profiles.first()?;
        self.in_language(own, paragraph, head(paragraph), first)
    }

    /// The dateline that a paragraph opens with, in another language of the house. It has to say more than a place.
    pub fn read_foreign(&self, paragraph: &str) -> Option<Found> {
        let head = head(paragraph);
        let telling = head.contains(|c: char| c.is_numeric() || matches!(c, '(' | '（' | '/' | '【'));
        let mut others = self.profiles.iter().skip(1).filter(|_| telling);
        others.find_map(|profile| self.in_language(profile, paragraph, head, true))
    }

    fn in_language(&self, profile: &Profile, paragraph: &str, head: &str, first: bool) -> Option<Found> {
        let words = &profile.copy().dateline;
        let seen = Seen::of(head, profile, self.agency);
        words.forms.iter().find_map(|form| {
            let fit = Form::of(form).fit(&seen)?;
            let end = form::close(head, &fit, words)?;
            let bare = fit.date.is_none() && fit.agency.is_none();
            let rest = paragraph.get(end..).unwrap_or_default();
            if bare && (first || !names::stands_alone(fit.places, rest.chars().count() >= BODY)) {
                return None;
            }
            // Where no capitals tell names, "the mayor on 3 May:" opens many a sentence.
            if fit.agency.is_none() && fit.date.is_some() && !fit.marked && names::is_caseless(fit.places) {
                return None;
            }
            self.found(&fit, end, words)
        })
    }

    fn found(&self, fit: &form::Fit<'_>, end: usize, words: &lang::copy::DatelineWords) -> Option<Found> {
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
    fn agency_and_reporter(&self, text: &str, words: &lang::copy::DatelineWords) -> (Option<Line>, Option<Line>) {
        let is_aside = |part: &str| words.agency_asides.iter().any(|aside| lang::fold(aside) == lang::fold(part));
        let mut agency: Vec<&str> = Vec::new();
        let mut reporter = None;
        for part in text.split(['/', ',', '،', '，', ';', '|', '、']).map(str::trim).filter(|part| !part.is_empty())
        {
            if is_aside(part) {
                continue;
            }
            match self.reporter(part) {
                Some(name) => reporter = Some(Line::new(name)),
                None => agency.push(part),
            }
        }
        let agency = (!agency.is_empty()).then(|| Line::new(agency.join(" / ")));
        (agency, reporter)
    }

    /// The name behind a word such as "reporter".
    pub fn reporter<'t>(&self, text: &'t str) -> Option<&'t str> {
        use super::words::Part;
        let openings = self.phrases.openings(text);
        let kinds = [Phrase::Byline, Phrase::Label(Part::Byline)];
        let taken = openings.iter().filter(|(says, _)| kinds.contains(says)).map(|(_, taken)| *taken).max()?;
        let name = text.get(taken..)?.trim_start_matches([':', '：', ' ', '\u{a0}', '\u{3000}', '/', '／', '-']).trim();
        (!name.is_empty()).then_some(name)
    }
}

#[cfg(test)]
mod tests;
