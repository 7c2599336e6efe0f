//! Whether words are the name of an agency. Between brackets or strokes any name may be one; where only a sign stands
//! before it and a closer behind it, the first sentence of the copy stands there too, and the name has to show itself.

use super::form::{Seen, ends_as_agency};
use super::names;
use crate::copy::words::is_wide;

/// How the agency stands in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// Between brackets or strokes, or between other parts of the form.
    Held,
    /// In front, where a place could stand as well.
    InFront,
    /// At the end, behind a sign that closes no dateline: a comma.
    Last,
    /// At the end, behind a sign that closes datelines as well: the body may begin there.
    BehindCloser,
}

/// The most words of a name that is believed for its capitals.
const LONGEST_CAPITALS: usize = 3;
/// The most words of a name that begins with the word for an agency.
const LONGEST_CALLED: usize = 4;

impl Seen<'_> {
    /// Whether a name that ends here may be the agency's, as it stands in the form.
    pub fn may_be_agency(&self, name: &str, end: usize, stands: Stands) -> bool {
        match stands {
            Stands::Held => true,
            Stands::InFront => self.is_known_agency(name, end),
            Stands::Last => self.shows_itself(name, end) || self.is_short_name(name, end),
            Stands::BehindCloser => self.shows_itself(name, end),
        }
    }

    /// Whether a name that ends here is the house's own, one that the language knows, or ends as agencies do.
    pub fn is_known_agency(&self, name: &str, end: usize) -> bool {
        let words = &self.profile().copy().dateline;
        self.is_named(name) || ends_as_agency(name, self.rest(end), &words.agency_endings)
    }

    /// Whether a name is the house's own or one that the language knows.
    pub fn is_named(&self, name: &str) -> bool {
        let folded = lang::fold(name);
        let known = self.profile().copy().dateline.agencies.iter().map(String::as_str);
        !folded.is_empty() && known.chain([self.house()]).any(|other| lang::fold(other) == folded)
    }

    /// Whether a name is in Latin letters before a text that is not, as `NR` is in `NR北京`.
    pub fn is_latin_before_wide(&self, name: &str, end: usize) -> bool {
        let next = self.rest(end).trim_start().chars().next();
        let latin = name.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '.'));
        latin
            && name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.split_whitespace().count() <= LONGEST_CAPITALS
            && next.is_some_and(|c| is_wide(c) || c.is_numeric())
    }

    /// Whether a name that nothing encloses is an agency's by itself.
    fn shows_itself(&self, name: &str, end: usize) -> bool {
        let aside = |name: &str| {
            let folded = lang::fold(name);
            self.profile().copy().dateline.agency_asides.iter().any(|aside| lang::fold(aside) == folded)
        };
        self.is_known_agency(name, end) || aside(name) || self.is_in_capitals(name, end) || self.is_called(name, end)
    }

    /// Initials, or a name in capitals where not everything is in capitals; spelt letter by letter where there are none.
    fn is_in_capitals(&self, name: &str, end: usize) -> bool {
        let words = name.split_whitespace().count();
        if names::is_caseless(name) {
            return words >= 2 && name.split_whitespace().all(|word| word.chars().count() == 1);
        }
        let letters = |text: &str, test: fn(char) -> bool| text.chars().any(test);
        let rest = self.rest(end);
        let initials = words == 1 && names::is_initials(name);
        let tells = if letters(rest, char::is_alphabetic) {
            letters(rest, char::is_lowercase) || !letters(rest, char::is_uppercase)
        } else {
            initials
        };
        let capitals = letters(name, char::is_uppercase) && !letters(name, char::is_lowercase);
        capitals && tells && !name.contains(". ") && words <= LONGEST_CAPITALS && (initials || !self.is_stopped(end))
    }

    /// A name that begins with the word for an agency, and goes on behind a dash.
    fn is_called(&self, name: &str, end: usize) -> bool {
        let labels = &self.profile().copy().labels.agency;
        let called = labels.iter().any(|label| lang::opens(name, label).is_some_and(|taken| taken < name.len()));
        let dashed = self.rest(end).trim_start().starts_with(['-', '–', '—', '―']);
        let capitals = names::is_caseless(name) || names::is_capitalised(name);
        called && dashed && capitals && name.split_whitespace().count() <= LONGEST_CALLED
    }

    /// A short name, each word with a capital, that is no sentence.
    fn is_short_name(&self, name: &str, end: usize) -> bool {
        let short = name.split_whitespace().count() <= LONGEST_CAPITALS;
        let capitals = name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        short && capitals && !name.contains(". ") && !self.is_stopped(end)
    }

    /// Whether a full stop ends what stands before this place, and more comes behind it on the line: a sentence.
    fn is_stopped(&self, end: usize) -> bool {
        let stop = |c: char| matches!(c, '.' | '۔' | '。' | '…');
        let rest = self.rest(end).trim_start();
        let behind = rest.trim_start_matches(stop);
        let dashed = behind.trim_start().starts_with(['-', '–', '—', '―']);
        behind.len() < rest.len() && !dashed && !behind.trim().is_empty()
    }
}
