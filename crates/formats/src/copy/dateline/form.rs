//! One form of a dateline held against the head of a paragraph.

use super::names;
use lang::{Profile, copy::DatelineWords};
use std::cell::RefCell;
use story::text::DatelineDate;

/// A part of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part<'a> {
    /// Words or marks as they are; spaces around them are free.
    Literal(&'a str),
    Places,
    Date,
    Agency,
}

/// A form, taken apart.
pub(super) struct Form<'a> {
    parts: Vec<Part<'a>>,
}

/// What a form found.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fit<'t> {
    /// The places as they are written.
    pub places: &'t str,
    /// The date, and as it is written.
    pub date: Option<(DatelineDate, &'t str)>,
    /// The agency as it is written.
    pub agency: Option<&'t str>,
    /// Where the form ends, in bytes.
    pub end: usize,
    /// It ends in a word: nothing more is needed to close it.
    ends_in_word: bool,
    /// It ends in a bracket.
    ends_in_bracket: bool,
    /// A mark, and not only words, parts its parts.
    pub marked: bool,
}

/// The most characters of the places together.
const LONGEST_PLACES: usize = 90;
/// The most characters of an agency's name.
const LONGEST_AGENCY: usize = 50;

/// The dates that stand at places of a text, looked up once.
type Dates = Vec<(usize, Option<(DatelineDate, usize)>)>;

/// The head of a paragraph, and what was seen in it already.
pub(super) struct Seen<'t> {
    text: &'t str,
    profile: &'t Profile,
    agency: &'t str,
    dates: RefCell<Dates>,
}

impl<'t> Seen<'t> {
    /// The head of a paragraph in a language.
    pub fn of(text: &'t str, profile: &'t Profile, agency: &'t str) -> Self {
        Self { text, profile, agency, dates: RefCell::default() }
    }

    fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The first place from `at` on that holds no space.
    fn past_space(&self, at: usize) -> usize {
        let rest = self.rest(at);
        at + rest.len() - rest.trim_start().len()
    }

    /// The date at this place, and where it ends.
    fn date(&self, at: usize) -> Option<(DatelineDate, usize)> {
        if let Some((_, known)) = self.dates.borrow().iter().find(|(place, _)| *place == at) {
            return *known;
        }
        let rest = self.rest(at);
        let begins = rest.chars().next().is_some_and(char::is_alphanumeric);
        let inside = self.text.get(..at).and_then(|t| t.chars().next_back()).is_some_and(|before| {
            let next = rest.chars().next().unwrap_or(' ');
            before.is_numeric() && next.is_numeric() || before.is_alphabetic() && next.is_alphabetic()
        });
        let near = rest.chars().take(24).any(char::is_numeric);
        let found = if begins && near && !inside { self.profile.read_date(rest) } else { None };
        let found = found.map(|(date, taken)| (date, at + taken));
        self.dates.borrow_mut().push((at, found));
        found
    }

    /// Whether a name that ends here is the house's own, or ends as agencies do.
    fn is_known_agency(&self, name: &str, end: usize) -> bool {
        let endings = &self.profile.copy().dateline.agency_endings;
        !name.is_empty() && name == self.agency || ends_as_agency(name, self.rest(end), endings)
    }

    /// Where a literal at this place ends, spaces around it included.
    fn literal(&self, at: usize, literal: &str) -> Option<usize> {
        let start = self.past_space(at);
        let sign = literal.trim();
        if sign.is_empty() {
            return (start > at).then_some(start);
        }
        // Most places are letters and most signs are not: that much is seen at once.
        let (have, want) = (self.rest(start).chars().next()?, sign.chars().next()?);
        if have.is_alphanumeric() != want.is_alphanumeric() {
            return None;
        }
        Some(self.past_space(start + lang::opens(self.rest(start), sign)?))
    }
}

impl<'a> Form<'a> {
    /// Takes a pattern apart. What is no gap that a dateline has is a literal.
    pub fn of(pattern: &'a str) -> Self {
        let mut parts = Vec::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((gap, after)) = after.split_once('}') else { break };
            if !before.is_empty() {
                parts.push(Part::Literal(before));
            }
            parts.push(match gap {
                "places" => Part::Places,
                "date" => Part::Date,
                _ => Part::Agency,
            });
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Literal(rest));
        }
        Self { parts }
    }

    /// What the form finds at the head of a text.
    pub fn fit<'t>(&self, seen: &Seen<'t>) -> Option<Fit<'t>> {
        // No figure near the head, no date; no need to try.
        let dated = self.parts.contains(&Part::Date);
        if dated && !seen.text.chars().take(LONGEST_PLACES).any(char::is_numeric) {
            return None;
        }
        self.from(0, 0, Fit::default(), seen)
    }

    /// Fits the parts from this one on, at this place. A form has at most seven parts: so deep it goes.
    fn from<'t>(&self, part: usize, at: usize, fit: Fit<'t>, seen: &Seen<'t>) -> Option<Fit<'t>> {
        let Some(now) = self.parts.get(part) else {
            let last = self.parts.last();
            let last = if let Some(Part::Literal(sign)) = last { sign.trim().chars().next_back() } else { None };
            let text = seen.text.get(..at).unwrap_or_default();
            return Some(Fit {
                end: text.trim_end().len(),
                ends_in_word: last.is_some_and(char::is_alphabetic),
                ends_in_bracket: last.is_some_and(|c| matches!(c, ')' | '）' | '】')),
                marked: self.parts.iter().any(|part| is_mark(*part)),
                ..fit
            });
        };
        match now {
            Part::Literal(sign) => self.from(part + 1, seen.literal(at, sign)?, fit, seen),
            Part::Date => {
                let (date, end) = seen.date(at)?;
                let written = seen.text.get(at..end)?;
                let fit = Fit { date: Some((date, written)), ..fit };
                // A full stop behind it may shorten the month or be the form's.
                let stop = written.ends_with('.').then(|| end - 1);
                [Some(end), stop].into_iter().flatten().find_map(|end| self.from(part + 1, end, fit, seen))
            }
            Part::Places => self.ends(part, at, LONGEST_PLACES, seen).find_map(|end| {
                let places = seen.text.get(at..end)?.trim();
                if !names::are_places(places) {
                    return None;
                }
                self.from(part + 1, end, Fit { places, ..fit }, seen)
            }),
            Part::Agency => self.ends(part, at, LONGEST_AGENCY, seen).find_map(|end| {
                let agency = seen.text.get(at..end)?.trim();
                // In front and without brackets it could as well be a place.
                let in_front = part == 0 && matches!(self.parts.get(1), Some(Part::Literal(_)));
                if !names::is_agency(agency) || in_front && !seen.is_known_agency(agency, end) {
                    return None;
                }
                self.from(part + 1, end, Fit { agency: Some(agency), ..fit }, seen)
            }),
        }
    }

    /// Where a name that begins here may end: where what comes next in the form stands in the text.
    fn ends<'s>(
        &'s self,
        part: usize,
        at: usize,
        longest: usize,
        seen: &'s Seen<'_>,
    ) -> impl Iterator<Item = usize> + 's {
        let rest = seen.rest(at);
        let words = &seen.profile.copy().dateline;
        let next = self.parts.get(part + 1).copied();
        let own = self.parts.get(part).copied();
        rest.char_indices().skip(1).take(longest).map(move |(i, _)| at + i).chain([at + rest.len()]).filter(
            move |&end| {
                match next {
                    Some(Part::Literal(sign)) => seen.literal(end, sign).is_some(),
                    Some(Part::Date) if own == Some(Part::Places) => seen.date(end).is_some(),
                    // Nothing parts the agency's name from what follows but how it ends.
                    Some(_) => {
                        let name = seen.text.get(at..end).unwrap_or_default();
                        name == seen.agency && !name.is_empty()
                            || ends_as_agency(name, seen.rest(end), &words.agency_endings)
                    }
                    None => at_closer(seen.rest(end), words),
                }
            },
        )
    }
}

/// Whether a part of a form is a mark.
fn is_mark(part: Part<'_>) -> bool {
    matches!(part, Part::Literal(sign) if sign.contains(|c: char| !c.is_alphanumeric() && !c.is_whitespace()))
}

/// Whether a name ends as agencies do, and does not go on in a longer ending.
pub(super) fn ends_as_agency(name: &str, rest: &str, endings: &[String]) -> bool {
    /// The longest name that is known by its ending, in characters.
    const LONGEST: usize = 8;
    let ends = |name: &str| endings.iter().any(|ending| name.len() > ending.len() && name.ends_with(ending.as_str()));
    let next = rest.chars().next().map(|c| format!("{name}{c}"));
    let plain = name.chars().count() <= LONGEST && name.chars().all(char::is_alphabetic);
    plain && ends(name) && !next.is_some_and(|longer| ends(&longer))
}

fn at_closer(rest: &str, words: &DatelineWords) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || words.closers.iter().any(|closer| !closer.is_empty() && rest.starts_with(closer.as_str()))
}

/// How a dateline was closed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Closed {
    /// Where the first sentence begins.
    pub end: usize,
    /// A mark closes it, not a word or a bracket of the form.
    pub by_mark: bool,
    /// The mark has a dash in it.
    pub by_dash: bool,
    /// It is a comma.
    pub by_comma: bool,
}

/// How the form is closed, when it is closed as the language closes it.
pub(super) fn close(text: &str, fit: &Fit<'_>, words: &DatelineWords) -> Option<Closed> {
    let mut out = Closed { end: fit.end, ..Closed::default() };
    let mut closed = fit.ends_in_word || fit.ends_in_bracket && words.bracket_closes;
    // Some write two signs: (ABC). -
    for _ in 0..2 {
        let rest = text.get(out.end..)?;
        let space = rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        if rest.is_empty() {
            closed |= fit.date.is_some() || fit.agency.is_some();
            break;
        }
        let closers = words.closers.iter().filter(|c| !c.is_empty() && rest.starts_with(c.as_str()));
        let Some(closer) = closers.max_by_key(|c| c.len()) else { break };
        if !sits(rest.get(closer.len()..)?, closer, space > 0) {
            break;
        }
        out.end += space + closer.len();
        out.by_mark = true;
        out.by_dash |= closer.ends_with(['-', '–', '—', '―']);
        out.by_comma |= closer.ends_with([',', '，', '،']);
        closed = true;
    }
    let rest = text.get(out.end..)?;
    out.end += rest.len() - rest.trim_start().len();
    closed.then_some(out)
}

/// Whether a closer stands as one: a hyphen between two letters does not, nor a colon between two figures.
fn sits(rest: &str, closer: &str, space_before: bool) -> bool {
    let next = rest.chars().next();
    match closer.chars().next_back() {
        Some('-' | '–' | '.') => {
            space_before && next.is_none_or(|c| !c.is_numeric()) || next.is_none_or(char::is_whitespace)
        }
        Some(':') => next.is_none_or(|c| !c.is_numeric()),
        _ => true,
    }
}
