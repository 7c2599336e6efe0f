//! One form of a dateline held against the head of a paragraph.

use super::agency::Stands;
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
    /// How it is closed, and where the first sentence begins.
    pub closed: Closed,
    /// A mark, and not only words, parts its parts.
    pub marked: bool,
    /// A full stop parts its places from its date.
    pub stopped: bool,
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

    /// The language.
    pub const fn profile(&self) -> &'t Profile {
        self.profile
    }

    /// The house's own name.
    pub const fn house(&self) -> &'t str {
        self.agency
    }

    /// What comes from this place on.
    pub fn rest(&self, at: usize) -> &'t str {
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
            let text = seen.text.get(..at).unwrap_or_default();
            let closed = close(seen, text.trim_end().len(), self.ending(&fit), &fit)?;
            return Some(Fit {
                closed,
                marked: self.parts.iter().any(|part| is_mark(*part)),
                stopped: self.is_stopped(),
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
            Part::Agency => {
                let stands = self.stands(part, seen);
                self.ends(part, at, LONGEST_AGENCY, seen).find_map(|end| {
                    let agency = seen.text.get(at..end)?.trim();
                    if !names::is_agency(agency) || !seen.may_be_agency(agency, end, stands) {
                        return None;
                    }
                    self.from(part + 1, end, Fit { agency: Some(agency), ..fit }, seen)
                })
            }
        }
    }

    /// The literals before and behind a part.
    fn around(&self, part: usize) -> (Option<&'a str>, Option<&'a str>) {
        let literal = |part: Option<usize>| match part.and_then(|part| self.parts.get(part)) {
            Some(Part::Literal(sign)) => Some(sign.trim()),
            _ => None,
        };
        (literal(part.checked_sub(1)), literal(part.checked_add(1)))
    }

    /// How the agency stands in this form.
    fn stands(&self, part: usize, seen: &Seen<'_>) -> Stands {
        let closes = |sign: &str| seen.profile.copy().dateline.closers.iter().any(|closer| closer == sign);
        match self.around(part) {
            (None, Some(_)) if part == 0 => Stands::InFront,
            (sign, None) if part + 1 == self.parts.len() => {
                if sign.is_some_and(closes) {
                    Stands::BehindCloser
                } else {
                    Stands::Last
                }
            }
            _ => Stands::Held,
        }
    }

    /// What the form ends in.
    fn ending(&self, fit: &Fit<'_>) -> Ending {
        let (Some(at), Some(Part::Literal(sign))) = (self.parts.len().checked_sub(1), self.parts.last()) else {
            return Ending::Open;
        };
        let of_agency = at.checked_sub(1).and_then(|before| self.parts.get(before)) == Some(&Part::Agency);
        let held = of_agency && fit.agency.is_some();
        match sign.trim().chars().next_back() {
            Some(c) if c.is_alphabetic() => Ending::Word,
            Some('/') if held => Ending::Stroke,
            Some(')' | '）' | '】') => Ending::Bracket { held },
            _ => Ending::Open,
        }
    }

    /// Whether a full stop parts the places from the date.
    fn is_stopped(&self) -> bool {
        self.parts.windows(3).any(|three| {
            matches!(three, [Part::Places, Part::Literal(sign), Part::Date] if sign.trim() == "." || sign.trim() == "۔")
        })
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
        let dated = self.parts.contains(&Part::Date);
        rest.char_indices().skip(1).take(longest).map(move |(i, _)| at + i).chain([at + rest.len()]).filter(
            move |&end| {
                match next {
                    Some(Part::Literal(sign)) => seen.literal(end, sign).is_some(),
                    Some(Part::Date) if own == Some(Part::Places) => seen.date(end).is_some(),
                    // Nothing parts the agency's name from what follows but how it ends.
                    Some(_) => {
                        let name = seen.text.get(at..end).unwrap_or_default();
                        seen.is_known_agency(name, end) || dated && seen.is_latin_before_wide(name, end)
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

/// What a form ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// A part, or a sign that closes nothing: a closer has to follow.
    Open,
    /// A word: nothing more is needed to close it.
    Word,
    /// A bracket, the one around the agency or another.
    Bracket { held: bool },
    /// The stroke behind the agency.
    Stroke,
}

/// How a form that ends here is closed, when it is closed as the language closes it.
fn close(seen: &Seen<'_>, end: usize, ending: Ending, fit: &Fit<'_>) -> Option<Closed> {
    let words = &seen.profile.copy().dateline;
    let mut out = Closed { end, ..Closed::default() };
    let mut closed = closes_itself(seen, end, ending, fit);
    // Some write two signs: (ABC). -
    for _ in 0..2 {
        let rest = seen.text.get(out.end..)?;
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
    let rest = seen.text.get(out.end..)?;
    out.end += rest.len() - rest.trim_start().len();
    closed.then_some(out)
}

/// Whether a form that ends here needs no closer.
fn closes_itself(seen: &Seen<'_>, end: usize, ending: Ending, fit: &Fit<'_>) -> bool {
    let next = seen.rest(end).trim_start().chars().next();
    // Behind "(a Friday)" a sentence goes on, in small letters or with a comma.
    let opens =
        next.is_some_and(|c| !c.is_lowercase() && (c.is_alphanumeric() || matches!(c, '"' | '“' | '«' | '„' | '‘')));
    match ending {
        Ending::Open => false,
        // A word of a script without spaces may go on behind the sign: 电影.
        Ending::Word => {
            let runs_on = seen.rest(end).chars().next().is_some_and(char::is_alphabetic);
            !runs_on || fit.agency.is_some_and(|agency| !agency.is_ascii() || seen.is_named(agency))
        }
        Ending::Bracket { held } => {
            let telling = held && fit.date.is_some() && !fit.places.is_empty();
            seen.profile.copy().dateline.bracket_closes || telling && opens
        }
        Ending::Stroke => {
            let sure = |name: &str| names::is_initials(name) || seen.is_named(name);
            opens && (fit.date.is_some() || fit.agency.is_some_and(sure))
        }
    }
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
