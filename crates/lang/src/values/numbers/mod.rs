//! Numbers in running text.

mod atoms;
mod cardinal;
mod lexicon;
mod literal;
mod names;
mod number;
mod phrases;
#[cfg(test)]
mod tests;
mod units;

pub(crate) use lexicon::Lexicon;
pub(crate) use units::unit;

use self::atoms::{Atom, Gap, Kind};
use super::{Bound, Value, What};
use crate::{FigureWords, Profile};

/// A text being read.
struct Reader<'a> {
    text: &'a str,
    atoms: &'a [Atom],
    lexicon: &'a Lexicon,
    words: &'a FigureWords,
    /// By atom, whether it lies in a date or time.
    taken: Vec<bool>,
}

impl Profile {
    /// The numbers in a text that are no part of a date or time, in order.
    pub(super) fn numbers(&self, text: &str, moments: &[Value]) -> Vec<Value> {
        let atoms = atoms::atoms(self, text);
        let mut moments = moments.iter().peekable();
        let taken = atoms.iter().map(|atom| {
            while moments.next_if(|moment| moment.at.end <= atom.at.start).is_some() {}
            moments.peek().is_some_and(|moment| moment.at.start < atom.at.end)
        });
        let taken = taken.collect();
        let reader = Reader { text, atoms: &atoms, lexicon: &self.lexicon, words: &self.figures, taken };
        reader.all()
    }

    /// Whether a time of the day is none: 2.25 million.
    pub(super) fn is_number_after_all(&self, text: &str, clock: &Value) -> bool {
        let inner = text.get(clock.at.clone()).unwrap_or_default();
        if !matches!(clock.what, What::Clock { .. }) || !inner.contains(['.', ',', '٫']) || inner.contains(':') {
            return false;
        }
        let rest = text.get(clock.at.end..).unwrap_or_default();
        let end = rest.char_indices().nth(24).map_or(rest.len(), |(end, _)| end);
        let atoms = atoms::atoms(self, rest.get(..end).unwrap_or_default());
        let taken = vec![false; atoms.len()];
        let reader = Reader { text: rest, atoms: &atoms, lexicon: &self.lexicon, words: &self.figures, taken };
        reader.scale(0).is_some()
    }

    /// Every number that any words of the text may stand for, sure or not: for whoever asks whether a number is told at
    /// all. Each with the byte where its words begin.
    pub fn possible_numbers(&self, text: &str) -> Vec<(usize, f64)> {
        let atoms = atoms::atoms(self, text);
        let taken = vec![false; atoms.len()];
        let reader = Reader { text, atoms: &atoms, lexicon: &self.lexicon, words: &self.figures, taken };
        let from = |at: usize| atoms.get(at).map_or(0, |atom| atom.at.start);
        (0..atoms.len()).flat_map(|at| reader.possible(at).map(move |number| (from(at), number))).collect()
    }
}

impl Reader<'_> {
    /// Whether this atom is part of a date or time.
    fn barred(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or(true)
    }

    /// The numbers for which the words from here on may stand.
    fn possible(&self, at: usize) -> impl Iterator<Item = f64> {
        let lexicon = self.lexicon;
        let words = [&lexicon.parts, &lexicon.shares, &lexicon.times, &lexicon.hints];
        let words = words.map(|phrases| lexicon.stripped(phrases, self.atoms, at).map(|found| found.0));
        let cardinal = self.cardinal(at).map(|cardinal| cardinal.value);
        words.into_iter().chain([cardinal, lexicon.rank(self.atoms, at).map(|found| found.0), self.scale(at)]).flatten()
    }

    /// All of them.
    fn all(&self) -> Vec<Value> {
        let mut out: Vec<Value> = Vec::new();
        let mut bound: Option<(Bound, usize)> = None;
        let mut at = 0;
        while at < self.atoms.len() {
            if self.barred(at) {
                at += 1;
                continue;
            }
            if let Some(((), end)) = self.lexicon.skip.at(self.atoms, at) {
                at = end;
                continue;
            }
            if let Some((lexicon::Before::Bound(found), end)) = self.lexicon.before.at(self.atoms, at) {
                bound = Some((found, end));
                at = end;
                continue;
            }
            if let Some((value, end)) = self.name(at) {
                out.push(value);
                at = end;
                continue;
            }
            match self.value(at) {
                Some((mut value, end)) => {
                    if let (What::Number(number), Some((bound, from))) = (&mut value.what, bound)
                        && at <= from + 2
                        && number.bound == Bound::Exact
                    {
                        number.bound = bound;
                    }
                    bound = None;
                    self.share(&mut out, &mut value, at);
                    out.push(value);
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
        out
    }

    /// The bytes from one atom to before another.
    fn bytes(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let start = self.atoms.get(from).map_or(0, |atom| atom.at.start);
        let end = to.checked_sub(1).and_then(|at| self.atoms.get(at)).map_or(start, |atom| atom.at.end);
        start..end.max(start)
    }
}
