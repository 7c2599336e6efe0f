//! Names with digits in them, and the two ends of a range.

use super::{Atom, Kind, Reader};
use crate::values::{Bound, Form, Number, Sort, Value, What};

impl Reader<'_> {
    /// A name with digits that begins at this atom, and the atom behind it. Its value is that of its digits.
    pub(super) fn name(&self, at: usize) -> Option<(Value, usize)> {
        let atom = self.atoms.get(at)?;
        let first = match atom.kind {
            Kind::Word => {
                let mut next = at + 1;
                if self.atoms.get(next).is_some_and(|atom| atom.is_dash() && atom.close()) {
                    next += 1;
                }
                let behind = self.atoms.get(next).filter(|atom| atom.close())?;
                behind.figure()?;
                if !self.is_name(atom) {
                    return None;
                }
                // A word in lower case with a hyphen is no name: mid-1990.
                let upper = self.text.get(atom.at.clone())?.chars().next().map(crate::letter::is_uppercase)?;
                if next > at + 1 && !upper {
                    return None;
                }
                next
            }
            Kind::Figure(figure) if figure.odd => at,
            _ => return None,
        };
        let mut end = first + 1;
        // A line of digits and hyphens that goes on.
        while self.atoms.get(end).is_some_and(|atom| atom.is_dash() && atom.close())
            && self.atoms.get(end + 1).is_some_and(|atom| atom.close() && atom.figure().is_some())
        {
            end += 2;
        }
        let digits = self.text.get(self.bytes(first, end))?;
        let digits: String =
            digits.chars().filter_map(crate::figure::digit).take(15).map(|d| char::from(b'0' + d)).collect();
        Some((self.named(at, end, digits.parse().unwrap_or(0.0)), end))
    }

    /// A name from one atom to before another.
    pub(super) fn named(&self, at: usize, end: usize, value: f64) -> Value {
        let number =
            Number { value, form: Form::Digits, sort: Sort::Name, unit: None, bound: Bound::Exact, grain: 1.0 };
        Value { at: self.bytes(at, end), what: What::Number(number) }
    }

    /// Whether a word may be the letters of a name: letters with capitals.
    fn is_name(&self, atom: &Atom) -> bool {
        let word = self.text.get(atom.at.clone()).unwrap_or_default();
        let cased = |c: char| crate::letter::is_lowercase(c) || crate::letter::is_uppercase(c);
        !word.is_empty() && word.chars().all(cased) && !self.lexicon.before.has(&atom.fold)
    }

    /// Whether letters that mean nothing here follow close: 5G.
    pub(super) fn is_lettered(&self, end: usize) -> bool {
        let lexicon = self.lexicon;
        self.atoms.get(end).is_some_and(|atom| {
            atom.close()
                && atom.kind == Kind::Word
                && self.is_name(atom)
                && atom.fold.is_ascii()
                && atom.fold != "s"
                && atom.fold != "x"
                && !lexicon.after.has(&atom.fold)
                && !lexicon.short.has(&atom.fold)
                && !lexicon.rank_after.has(&atom.fold)
                && lexicon.numbers.get(&atom.fold).is_none()
        })
    }

    /// The first end of a range takes the unit and scale of the second: 3-5 million miles; two figures with a hyphen
    /// and no unit are a score.
    pub(super) fn share(&self, out: &mut [Value], value: &mut Value, at: usize) {
        let (Some(before), What::Number(second)) = (out.last_mut(), &mut value.what) else { return };
        let What::Number(first) = &mut before.what else { return };
        let Some(between) = self.text.get(before.at.end..value.at.start) else { return };
        let mark = at.checked_sub(1).and_then(|at| self.atoms.get(at));
        let dash = mark.is_some_and(|atom| atom.is_dash()) && between.trim().chars().count() == 1;
        let sign =
            between.chars().count() == 1 && mark.is_some_and(|atom| matches!(atom.kind, Kind::Mark(':' | '&' | '/')));
        let to =
            at.checked_sub(1).is_some_and(|to| self.lexicon.to.at(self.atoms, to).is_some_and(|(_, end)| end == at))
                && between.split_whitespace().count() <= 1;
        // "From 350 to three times that" is no range.
        let times = to && second.sort == Sort::Times;
        if !(dash || sign || to)
            || times
            || first.unit.is_some()
            || first.sort != Sort::Count
            || first.form != Form::Digits
        {
            return;
        }
        let small = |number: &Number| number.form == Form::Digits && number.value < 200.0 && number.grain == 1.0;
        if matches!(second.sort, Sort::Percent | Sort::Points | Sort::Times) || second.unit.is_some() {
            first.unit = second.unit;
            first.sort = second.sort;
        } else if (dash || sign)
            && small(first)
            && small(second)
            && second.sort == Sort::Count
            && between.trim() == between
        {
            (first.sort, second.sort) = (Sort::Score, Sort::Score);
        }
        if second.form == Form::Both && first.form == Form::Digits {
            let scale = second.grain.max(1.0);
            let scale = [1e12, 1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 1e2].into_iter().find(|s| *s <= scale * 1.5);
            if let Some(scale) = scale.filter(|scale| first.value * scale < second.value) {
                first.value *= scale;
                first.grain *= scale;
                first.form = Form::Both;
            }
        }
    }
}
