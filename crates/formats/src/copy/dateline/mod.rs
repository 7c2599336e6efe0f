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
    /// The dateline that a paragraph opens with. `first`: nothing of the copy stands before it.
    pub fn read(&self, paragraph: &str, first: bool) -> Option<Found> {
        let head =
            paragraph.char_indices().nth(LONGEST).map_or(paragraph, |(end, _)| paragraph.get(..end).unwrap_or(""));
        let telling = head.contains(|c: char| c.is_numeric() || matches!(c, '(' | '（' | '/' | '【'));
        let mut profiles = self.profiles.iter();
        let own = profiles.next()?;
        self.in_language(own, paragraph, head, first).or_else(|| {
            // Another language's dateline has to say more than a place.
            let mut others = profiles.filter(|_| telling);
            others.find_map(|profile| self.in_language(profile, paragraph, head, true))
        })
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
mod tests {
    use super::*;
    use lang::Languages;

    /// Reads a paragraph in a language and shows what was found and what is left.
    fn read(lang: &str, paragraph: &str) -> String {
        let languages = Languages::built_in();
        let own = languages.profile(&lang.parse().expect("a tag"));
        let phrases = Words::of(languages);
        let reader = Reader { phrases: &phrases, profiles: &[&own], agency: "GNP" };
        match reader.read(paragraph, false) {
            None => "none".into(),
            Some(found) => {
                let json = serde_json::to_value(&found.dateline).expect("JSON");
                let places: Vec<&str> = found.dateline.places.iter().map(|p| &**p).collect();
                let part = |name: &str| json.get(name).and_then(|v| v.as_str()).unwrap_or("-").to_owned();
                let byline = found.byline.map(|b| format!(" by {b}")).unwrap_or_default();
                let rest = paragraph[found.end..].chars().take(12).collect::<String>();
                format!("{} | {} | {}{byline} > {rest}", places.join(" + "), part("date"), part("agency"))
            }
        }
    }

    #[test]
    fn english_datelines() {
        for (text, found) in [
            ("Ganja, 3 May 2024 (GNP): Kites rose.", "Ganja | 2024-05-03 | GNP > Kites rose."),
            ("GANJA (AFP) — Kites rose.", "GANJA | - | AFP > Kites rose."),
            ("LAHORE, May 3 (APP): Kites rose.", "LAHORE | --05-03 | APP > Kites rose."),
            ("BAKU/GANJA, May 3rd, 2024 (GNP) - Kites", "BAKU + GANJA | 2024-05-03 | GNP > Kites"),
            ("BAKU, GANJA and SHEKI, 3 May (GNP): Kites", "BAKU + GANJA + SHEKI | --05-03 | GNP > Kites"),
            ("GENEVA, Sept. 3 (GNP) -- Kites rose.", "GENEVA | --09-03 | GNP > Kites rose."),
            ("Ganja, Friday, 3 May 2024 (GNP): Kites", "Ganja | 2024-05-03 | GNP > Kites"),
            ("San José de Flores (Reuters) - Kites", "San José de Flores | - | Reuters > Kites"),
            ("WASHINGTON, D.C., May 3 — Kites rose.", "WASHINGTON, D.C. | --05-03 | - > Kites rose."),
            (
                "GANJA: Kites rose over the bay on Sunday, and nobody minded the rain that came.",
                "GANJA | - | - > Kites rose o",
            ),
        ] {
            assert_eq!(read("en", text), found, "{text}");
        }
    }

    #[test]
    fn sentences_are_no_datelines() {
        for text in [
            "On 3 May 2024 kites rose over the bay: it was a fine day.",
            "He said on 3 May (a Friday) that kites rise: they do.",
            "The mayor (62) said: kites rise.",
            "Kites rose over the bay in May 2024 — and fell again.",
            "Ana Lopez, 3 May 2024.",
            "The kite club: a report on kites and on all who fly them over the bay.",
            "",
        ] {
            assert_eq!(read("en", text), "none", "{text}");
        }
    }
}
