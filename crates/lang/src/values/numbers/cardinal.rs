//! How much: the words and figures of one number put together.

use super::{
    Reader,
    lexicon::{After, Part},
};
use crate::values::Bound;

/// A number as far as it is a sum of scales.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cardinal {
    pub value: f64,
    pub grain: f64,
    /// The atom behind it.
    pub end: usize,
    /// Whether it has digits.
    pub digits: bool,
    /// Whether it has words.
    pub words: bool,
    /// Whether it has a scale that was not put there by a single word's own worth.
    pub scaled: bool,
    /// Whether it is indefinite.
    pub some: bool,
    pub bound: Option<Bound>,
    /// Below what a rank may still be added: fifty-first.
    pub room: f64,
    /// Whether it begins with a word that is joined to what is before it.
    pub odd: bool,
}

/// A part of the sum.
#[derive(Debug, Clone, Copy)]
struct Term {
    value: f64,
    /// Below what the next may be added.
    room: f64,
    grain: f64,
}

/// The most parts that one number has.
const MOST: usize = 24;

impl Reader<'_> {
    /// The number that begins at this atom.
    pub(super) fn cardinal(&self, at: usize) -> Option<Cardinal> {
        let lexicon = self.lexicon;
        let mut sum: Vec<Term> = Vec::new();
        let mut out = Cardinal {
            value: 0.0,
            grain: 1.0,
            end: at,
            digits: false,
            words: false,
            scaled: false,
            some: false,
            bound: None,
            room: 1.0,
            odd: false,
        };
        for _ in 0..MOST {
            let start = out.end;
            let (from, mut and) = if sum.is_empty() { (start, false) } else { self.join(start) };
            if !sum.is_empty() && !self.runs_on(start, from) {
                break;
            }
            if self.barred(from) {
                break;
            }
            let last = sum.last().copied();
            if let Some(figure) = self.atoms.get(from).and_then(|atom| atom.figure()) {
                let scaled = || self.scale(from + 1);
                let fits = match last {
                    None => true,
                    Some(last) => {
                        out.scaled
                            && !self.atoms.get(from).is_some_and(|a| {
                                a.close() && self.atoms.get(from - 1).is_some_and(super::Atom::is_dash)
                            })
                            && figure.value < last.room
                            && figure.plain
                            && (scaled().is_some_and(|s| s < last.room) || self.short_words())
                    }
                };
                if !fits || figure.odd {
                    out.odd |= figure.odd && last.is_none();
                    break;
                }
                sum.push(Term { value: figure.value, room: 1.0, grain: figure.grain });
                out.digits = true;
                out.end = from + 1;
                continue;
            }
            if let Some((value, end)) = self.by_place(from).filter(|_| sum.is_empty()) {
                let digits = end - from;
                if digits == 2 && self.approximate(from) {
                    sum.push(Term { value: (value / 10.0).floor(), room: 1.0, grain: 1.0 });
                    out.bound = Some(Bound::About);
                } else {
                    sum.push(Term { value, room: 1.0, grain: 1.0 });
                }
                out.words = true;
                out.end = end;
                continue;
            }
            if let Some(((), end)) = lexicon.more.at(self.atoms, from).filter(|_| !sum.is_empty()) {
                out.bound = Some(Bound::AtLeast);
                out.end = end;
                if self.scale(end).is_none() {
                    break;
                }
                continue;
            }
            if let (Some(last), Some((value, end))) = (sum.last_mut(), self.point(from))
                && (last.room <= 1.0 || last.value == 0.0)
            {
                last.value += value.0;
                last.grain = value.1;
                out.end = end;
                out.words |= !out.digits;
                continue;
            }
            if let Some((add, end)) = lexicon.add_after.at(self.atoms, start).filter(|_| !sum.is_empty()) {
                // Three and a half million, but three million and a half too.
                if let Some(last) = sum.last_mut() {
                    let of = if last.room >= 1000.0 && self.scale(end).is_none() { last.room } else { 1.0 };
                    last.value += add * of;
                    last.grain = of * 0.1;
                    last.room = 1.0;
                }
                out.end = end;
                continue;
            }
            if !sum.is_empty() && matches!(lexicon.after.at(self.atoms, from), Some((After::Percent, _))) {
                break;
            }
            let Some((part, end, fused)) = lexicon.number(self.atoms, from) else { break };
            if fused && sum.is_empty() && from != at {
                break;
            }
            and |= fused;
            let words = &self.words.join;
            match part {
                Part::Value(value, room) => {
                    let Some(last) = sum.last_mut() else {
                        sum.push(Term { value, room, grain: 1.0 });
                        out.words = true;
                        out.end = end;
                        continue;
                    };
                    let flipped =
                        words.units_first && and && last.value < 10.0 && last.room <= 1.0 && last.value >= 1.0;
                    if flipped && (20.0..100.0).contains(&value) && value % 10.0 == 0.0 {
                        last.value += value;
                        out.end = end;
                        continue;
                    }
                    let allowed = if and {
                        if last.room >= 100.0 { words.and_high } else { words.and_low }
                    } else {
                        !words.and_needed || value >= 100.0 && last.room >= 1000.0
                    };
                    // 1.7 million four years ago: words are not added to figures.
                    let figures = out.digits && !self.short_words();
                    if figures || !(value >= 1.0 && value < last.room && allowed) {
                        break;
                    }
                    sum.push(Term { value, room, grain: 1.0 });
                }
                Part::Scale(scale, _) | Part::Some(scale) => {
                    let is_some = matches!(part, Part::Some(_));
                    let bare = matches!(part, Part::Scale(_, true));
                    if and || sum.is_empty() {
                        let fits = sum.last().is_none_or(|last| scale < last.room && words.and_high);
                        let article = from > at || self.article_before(at);
                        if !fits || (sum.is_empty() && bare && !article) {
                            break;
                        }
                        out.some = is_some && sum.is_empty() && !article;
                        sum.push(Term { value: scale, room: scale, grain: scale });
                    } else if out.some {
                        // Hundreds of thousands is told by what follows; tens of millions.
                        let Some(last) = sum.last_mut() else { break };
                        last.value *= scale;
                        last.room = scale;
                    } else {
                        let keep = sum.iter().rposition(|term| term.value >= scale).map_or(0, |keep| keep + 1);
                        let below: f64 = sum.get(keep..)?.iter().map(|term| term.value).sum();
                        let grain = sum.last().map_or(1.0, |term| term.grain);
                        if keep == sum.len() {
                            if sum.last().is_none_or(|last| scale >= last.room) || bare {
                                break;
                            }
                            sum.push(Term { value: scale, room: scale, grain: scale });
                        } else {
                            sum.truncate(keep);
                            sum.push(Term { value: below * scale, room: scale, grain: grain * scale });
                        }
                    }
                    out.scaled = true;
                }
            }
            out.words = true;
            out.end = end;
        }
        if words_tail(self, &mut sum, out.end) {
            out.scaled = true;
        }
        let last = sum.last()?;
        out.value = sum.iter().map(|term| term.value).sum();
        out.grain = last.grain;
        out.room = last.room;
        Some(out)
    }

    /// A run of figures that are read by place, from two on.
    fn by_place(&self, at: usize) -> Option<(f64, usize)> {
        let digit = |at: usize| {
            let fold = &self.atoms.get(at)?.fold;
            self.lexicon.digits.iter().position(|digit| digit == fold)
        };
        let mut value = 0.0;
        let mut end = at;
        while let Some(digit) = digit(end).filter(|_| end < at + 16) {
            #[allow(clippy::cast_precision_loss)]
            let digit = digit as f64;
            value = value * 10.0 + digit;
            end += 1;
        }
        (end > at + 1).then_some((value, end))
    }

    /// Whether two figures stand for about as many: 七八.
    fn approximate(&self, at: usize) -> bool {
        let digit = |at: usize| {
            let fold = &self.atoms.get(at)?.fold;
            self.lexicon.digits.iter().position(|digit| digit == fold)
        };
        digit(at).zip(digit(at + 1)).is_some_and(|(one, other)| one + 1 == other && one > 0)
    }

    /// The figures behind the word for a decimal mark, and the worth of the last.
    fn point(&self, at: usize) -> Option<((f64, f64), usize)> {
        let ((), mut end) = self.lexicon.point.at(self.atoms, at)?;
        let (mut value, mut grain) = (0.0, 1.0);
        if let Some(figure) = self.atoms.get(end).and_then(|atom| atom.figure()).filter(|figure| figure.plain) {
            let digits = i32::try_from(figure.digits).unwrap_or(0);
            return (digits < 12).then(|| ((figure.value * 0.1f64.powi(digits), 0.1f64.powi(digits)), end + 1));
        }
        while let Some((Part::Value(digit, _), next)) = self.lexicon.numbers.at(self.atoms, end) {
            if grain < 1e-9 || (digit >= 10.0 && grain < 1.0) {
                break;
            }
            if digit >= 10.0 {
                let digits = if digit >= 100.0 { 3 } else { 2 };
                return Some(((digit * 0.1f64.powi(digits), 0.1f64.powi(digits)), next));
            }
            grain /= 10.0;
            value += digit * grain;
            end = next;
        }
        (grain < 1.0).then_some(((value, grain), end))
    }

    /// The scale at this atom.
    pub(super) fn scale(&self, at: usize) -> Option<f64> {
        match self.lexicon.number(self.atoms, at)? {
            (Part::Scale(scale, _) | Part::Some(scale), _, false) => Some(scale),
            _ => None,
        }
    }

    /// Whether a word for one stands before this atom.
    fn article_before(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.lexicon.articles.at(self.atoms, before).is_some_and(|(_, end)| end == at))
    }

    /// Whether words stand close to one another.
    fn short_words(&self) -> bool {
        self.words.join.short_tail
    }

    /// Over a word for and, or a hyphen.
    fn join(&self, at: usize) -> (usize, bool) {
        if self.atoms.get(at).is_some_and(|atom| atom.is_hyphen()) {
            let spaced = self.atoms.get(at + 1).is_some_and(|atom| atom.figure().is_some());
            if !spaced {
                return match self.lexicon.and.at(self.atoms, at + 1) {
                    Some(((), end)) if self.atoms.get(end).is_some_and(super::Atom::is_hyphen) => (end + 1, true),
                    Some(((), end)) => (end, true),
                    None => (at + 1, false),
                };
            }
        }
        match self.lexicon.and.at(self.atoms, at) {
            Some(((), end)) => (end, true),
            None => (at, false),
        }
    }

    /// Whether no line ends between these atoms.
    fn runs_on(&self, from: usize, to: usize) -> bool {
        (from..=to).all(|at| self.atoms.get(at).is_some_and(|atom| atom.gap != super::Gap::Line))
    }
}

/// 一万三: a last figure without its scale stands for tenths of the last one.
fn words_tail(reader: &Reader<'_>, sum: &mut [Term], end: usize) -> bool {
    let [.., before, last] = sum else { return false };
    let short = reader.words.join.short_tail
        && before.room >= 100.0
        && (1.0..10.0).contains(&last.value)
        && last.room <= 1.0
        && end
            .checked_sub(2)
            .and_then(|at| reader.atoms.get(at))
            .is_some_and(|atom| reader.lexicon.and.get(&atom.fold).is_none())
        && reader.lexicon.after.at(reader.atoms, end).is_none_or(|(after, _)| matches!(after, After::Bound(_)));
    if short {
        last.value *= before.room / 10.0;
    }
    short
}
