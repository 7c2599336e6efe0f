//! A number with what stands around it.

use super::{
    Reader,
    cardinal::Cardinal,
    lexicon::{After, Before},
};
use crate::values::{Bound, Form, Number, Sort, Unit, Value, What};

/// What was found around a number.
#[derive(Debug, Default)]
struct Around {
    money: Option<Unit>,
    percent: bool,
    rank: bool,
    minus: bool,
    add: f64,
    bound: Option<Bound>,
}

impl Reader<'_> {
    /// The number that begins at this atom with all that belongs to it, and the atom behind it.
    pub(super) fn value(&self, at: usize) -> Option<(Value, usize)> {
        if let Some((value, end)) = self.word_of_its_own(at) {
            return Some((value, end));
        }
        let mut around = Around::default();
        let mut from = at;
        while let Some((before, end)) = self.lexicon.before.at(self.atoms, from) {
            match before {
                Before::Money(unit) => around.money = Some(unit),
                Before::Percent => around.percent = true,
                Before::Rank => around.rank = true,
                Before::Minus => around.minus = true,
                Before::Add(add) => around.add = add,
                Before::Bound(bound) => around.bound = Some(bound),
            }
            from = end;
            if from > at + 8 {
                return None;
            }
        }
        if from > at && !self.same_line(at, from) {
            return None;
        }
        let minus = self.sign(from);
        if minus && from < self.atoms.len() && self.atoms.get(from).is_some_and(|atom| atom.figure().is_none()) {
            from += 1;
            around.minus = true;
        }
        if let Some(((), end)) = self.lexicon.articles.at(self.atoms, from).filter(|_| from == at) {
            let scale = self.same_line(from, end) && self.scale(end).is_some();
            from = if scale { end } else { from };
        }
        self.counted(from, at, &around)
    }

    /// Whether a minus stands here, free to the left.
    fn sign(&self, at: usize) -> bool {
        let minus = self
            .atoms
            .get(at)
            .is_some_and(|atom| matches!(atom.kind, super::Kind::Mark('-' | '−')) && (!atom.close() || at == 0));
        minus && self.atoms.get(at + 1).is_some_and(|atom| atom.figure().is_some() && atom.close())
    }

    fn same_line(&self, from: usize, to: usize) -> bool {
        (from + 1..=to).all(|at| self.atoms.get(at).is_some_and(|atom| atom.gap != super::Gap::Line))
    }

    /// A share, a number of times or a rank that is a word of its own.
    fn word_of_its_own(&self, at: usize) -> Option<(Value, usize)> {
        let of = |value, sort, end, form| {
            let number = Number { value, form, sort, unit: None, bound: Bound::Exact, grain: 0.01 };
            Some((Value { at: self.bytes(at, end), what: What::Number(number) }, end))
        };
        let lexicon = self.lexicon;
        let (share, times) = (lexicon.stripped(&lexicon.shares, self.atoms, at), lexicon.times.at(self.atoms, at));
        let rank = lexicon.rank(self.atoms, at);
        let number = lexicon.number(self.atoms, at);
        let longest = [share.map(|f| f.1), times.map(|f| f.1), rank.map(|f| f.1)].into_iter().flatten().max()?;
        if number.is_some_and(|(_, end, _)| end > longest) {
            return None;
        }
        if let Some((value, end, _)) = share.filter(|(_, end, _)| *end == longest) {
            // Half a million, half a dozen.
            let skip = lexicon.articles.at(self.atoms, end).map_or(end, |(_, end)| end);
            let skip = lexicon.of.at(self.atoms, skip).map_or(skip, |(_, end)| end);
            if let Some(scale) = self.scale(skip).filter(|_| self.same_line(at, skip)) {
                let (_, behind, _) = lexicon.number(self.atoms, skip)?;
                let number = Number {
                    value: value * scale,
                    form: Form::Words,
                    sort: Sort::Count,
                    unit: None,
                    bound: Bound::Exact,
                    grain: scale / 10.0,
                };
                return Some(self.finish(number, at, behind, None));
            }
            let mut number =
                Number { value, form: Form::Words, sort: Sort::Share, unit: None, bound: Bound::Exact, grain: 0.01 };
            let skip = lexicon.articles.at(self.atoms, end).map_or(end, |(_, end)| end);
            if let Some((After::Unit(unit), behind)) =
                lexicon.after.at(self.atoms, skip).filter(|_| self.same_line(at, skip))
            {
                number.unit = Some(unit);
                return Some((Value { at: self.bytes(at, behind), what: What::Number(number) }, behind));
            }
            return Some((Value { at: self.bytes(at, end), what: What::Number(number) }, end));
        }
        if let Some((value, end)) = times.filter(|(_, end)| *end == longest) {
            return of(value, Sort::Times, end, Form::Words);
        }
        let (value, end, _) = rank?;
        // The fifth and twenty-fifth: twentieth after a fifth, where units come first.
        let (mut value, mut end) = (value, end);
        if self.words.join.units_first && value < 10.0 {
            let tens = lexicon.number(self.atoms, end).filter(|(_, _, and)| *and);
            let tens = tens.or_else(|| {
                let ((), next) = lexicon.and.at(self.atoms, end)?;
                lexicon.number(self.atoms, next)
            });
            if let Some((super::lexicon::Part::Value(tens, _), behind, _)) = tens
                && (20.0..100.0).contains(&tens)
                && tens % 10.0 == 0.0
            {
                value += tens;
                end = behind;
            }
        }
        // One twentieth and fifth: vigésimo quinto.
        if value >= 10.0
            && value % 10.0 == 0.0
            && let Some((low, behind)) = lexicon.ranks.at(self.atoms, end).filter(|(low, _)| *low < 10.0)
            && self.same_line(at, end)
        {
            value += low;
            end = behind;
        }
        if self.is_unsure(at, end) && !self.followed(end) {
            return None;
        }
        of(value, Sort::Rank, end, Form::Words)
    }

    fn is_unsure(&self, at: usize, end: usize) -> bool {
        self.lexicon.unsure.at(self.atoms, at).is_some_and(|(_, to)| to == end)
    }

    /// Whether something follows that makes an unsure word a number.
    fn followed(&self, end: usize) -> bool {
        self.lexicon.sure_before.at(self.atoms, end).is_some()
            && self.atoms.get(end).is_some_and(|atom| atom.gap != super::Gap::Line)
    }

    /// A number that is made of digits and words.
    fn counted(&self, from: usize, at: usize, around: &Around) -> Option<(Value, usize)> {
        let lexicon = self.lexicon;
        if self.barred(from) {
            return None;
        }
        let cardinal = self.cardinal(from)?;
        let end = cardinal.end;
        let form = match (cardinal.digits, cardinal.words) {
            (true, true) => Form::Both,
            (true, false) => Form::Digits,
            _ => Form::Words,
        };
        if form == Form::Digits && self.is_lettered(end) {
            return Some((self.named(at, end + 1, cardinal.value), end + 1));
        }
        let mut number = Number {
            value: cardinal.value + around.add,
            form,
            sort: if cardinal.some { Sort::Some } else { Sort::Count },
            unit: around.money,
            bound: cardinal.bound.or(around.bound).unwrap_or(Bound::Exact),
            grain: cardinal.grain,
        };
        if around.add != 0.0 {
            number.grain = 0.1;
            // Three and a half lakh: what is added is of the scale.
            if cardinal.scaled {
                number.value = cardinal.value + around.add * cardinal.room;
                number.grain = cardinal.room / 10.0;
            }
        }
        if around.minus
            || from > 0
                && self.atoms.get(from).is_some_and(|atom| atom.figure().is_some() && atom.close())
                && self.sign(from - 1)
        {
            number.value = -number.value;
        }
        if around.rank {
            number.sort = Sort::Rank;
            return Some((Value { at: self.bytes(at, end), what: What::Number(number) }, end));
        }
        if around.percent {
            number.sort = Sort::Percent;
            return Some((Value { at: self.bytes(at, end), what: What::Number(number) }, end));
        }
        if let Some((rank, behind)) = self.rank(&cardinal, form) {
            let number = Number { value: rank, sort: Sort::Rank, ..number };
            return Some((Value { at: self.bytes(at, behind), what: What::Number(number) }, behind));
        }
        if let Some((value, end)) = self.fraction(&cardinal, from) {
            let number = Number { value, sort: Sort::Share, grain: 0.01, ..number };
            return Some(self.finish(number, at, end, None));
        }
        if cardinal.digits
            && !cardinal.words
            && let Some((scale, behind)) = lexicon.short.at(self.atoms, end).filter(|_| self.is_short(end, around))
        {
            let number =
                Number { value: number.value * scale, grain: number.grain * scale, form: Form::Both, ..number };
            return Some(self.finish(number, at, behind, around.money));
        }
        let single = form == Form::Words && !cardinal.scaled;
        let (value, behind) = self.finish(number, at, end, around.money);
        let alone = behind == end && around.money.is_none();
        if single && alone && self.is_unsure(from, end) && !self.followed(end) {
            return None;
        }
        Some((value, behind))
    }

    /// Whether letters here multiply the figure before them rather than name its unit.
    fn is_short(&self, end: usize, around: &Around) -> bool {
        let Some(atom) = self.atoms.get(end).filter(|atom| atom.gap != super::Gap::Line) else { return false };
        let unit = self.lexicon.after.has(&atom.fold);
        if unit { around.money.is_some() && atom.close() } else { atom.close() || around.money.is_some() }
    }

    /// A part of a whole: two thirds, 3/4, 三分之二.
    fn fraction(&self, cardinal: &Cardinal, from: usize) -> Option<(f64, usize)> {
        let end = cardinal.end;
        if let Some(((), next)) = self.lexicon.over.at(self.atoms, end) {
            let over = self.cardinal(next)?;
            return (cardinal.value != 0.0).then(|| (over.value / cardinal.value, over.end));
        }
        if cardinal.digits && !cardinal.words {
            let figure = self.atoms.get(from)?.figure()?;
            // 2½
            if let Some(part) = self
                .atoms
                .get(end)
                .and_then(|a| a.figure())
                .filter(|part| part.digits == 0 && part.grain < 1.0 && !part.plain)
            {
                return (part.value < 1.0).then_some((figure.value + part.value, end + 1));
            }
            let slash =
                self.atoms.get(end).filter(|atom| atom.close() && matches!(atom.kind, super::Kind::Mark('/' | '⁄')));
            if slash.is_some() {
                let under = self.atoms.get(end + 1).filter(|atom| atom.close())?.figure()?;
                let usual = [2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 100.0].contains(&under.value);
                return (usual && under.plain && figure.plain && figure.value < under.value)
                    .then_some((figure.value / under.value, end + 2));
            }
        }
        let next = if self.atoms.get(end).is_some_and(super::Atom::is_hyphen) { end + 1 } else { end };
        let (under, behind, and) = self.lexicon.stripped(&self.lexicon.parts, self.atoms, next)?;
        (!and && under > 0.0 && cardinal.value < 1000.0 && !cardinal.some && self.same_line(from, next))
            .then_some((cardinal.value / under, behind))
    }

    /// A rank: 3rd, fifty-first.
    fn rank(&self, cardinal: &Cardinal, form: Form) -> Option<(f64, usize)> {
        let end = cardinal.end;
        let hyphen = self.atoms.get(end).is_some_and(|atom| atom.is_hyphen() && atom.close());
        let next = if hyphen { end + 1 } else { end };
        if form != Form::Words {
            let ((), behind) = self.lexicon.rank_after.at(self.atoms, next)?;
            let close = self.atoms.get(next).is_some_and(|atom| atom.close() || atom.fold.chars().count() > 2);
            return close.then_some((cardinal.value, behind));
        }
        let (low, behind, _) = self.lexicon.rank(self.atoms, next)?;
        (low < cardinal.room && self.same_line(end, next)).then_some((cardinal.value + low, behind))
    }

    /// Adds what follows: percent, unit, times.
    fn finish(&self, mut number: Number, at: usize, end: usize, money: Option<Unit>) -> (Value, usize) {
        let lexicon = self.lexicon;
        let mut behind = end;
        let mut skip = end;
        if self.atoms.get(skip).is_some_and(|atom| atom.is_hyphen()) {
            skip += 1;
        }
        let unit = |from: usize| {
            let found = lexicon.after.at(self.atoms, from).filter(|(_, next)| !self.elides(*next));
            found.filter(|_| {
                (end..=from)
                    .all(|at| self.atoms.get(at).is_some_and(|atom| atom.gap != super::Gap::Line) && !self.barred(at))
            })
        };
        // Millions of dollars; but not the 64 of stone.
        let of = || {
            (number.form != Form::Digits).then_some(())?;
            let (_, next) = lexicon.of.at(self.atoms, end)?;
            unit(next).filter(|(after, _)| matches!(after, After::Unit(unit) if unit.measures != "time"))
        };
        let found = unit(skip).or_else(of);
        if let Some((after, next)) = found {
            let kept = match after {
                After::Percent => self.sorted(&mut number, Sort::Percent, 1.0),
                After::Points => self.sorted(&mut number, Sort::Points, 1.0),
                After::Tenths => self.sorted(&mut number, Sort::Percent, 10.0),
                After::Times => self.sorted(&mut number, Sort::Times, 1.0),
                After::Unit(unit) if money.is_none() || unit.measures == "money" => {
                    if number.sort != Sort::Some || unit.measures != "time" {
                        number.unit = Some(money.filter(|money| money.name != "USD").unwrap_or(unit));
                    }
                    true
                }
                After::Unit(_) => false,
                After::Bound(bound) => {
                    number.bound = bound;
                    true
                }
            };
            if kept {
                behind = next;
            }
            // 37$ billion: the sign stands close to the figure, its scale behind it.
            let sign = kept && number.unit.is_some_and(|unit| unit.measures == "money") && number.form == Form::Digits;
            if let Some(scale) = self.scale(next).filter(|_| sign && self.same_line(at, next)) {
                number.value *= scale;
                number.grain *= scale;
                number.form = Form::Both;
                behind = lexicon.number(self.atoms, next).map_or(next, |(_, end, _)| end);
                if let Some((After::Unit(_), last)) = unit(behind) {
                    behind = last;
                }
            }
        }
        if let Some((add, next)) =
            lexicon.add_after.at(self.atoms, behind).filter(|_| behind > end && number.sort == Sort::Count)
        {
            number.value += add;
            number.grain = 0.1;
            behind = next;
        }
        if let Some((After::Bound(bound), next)) = lexicon.after.at(self.atoms, behind) {
            number.bound = bound;
            behind = next;
        }
        (Value { at: self.bytes(at, behind), what: What::Number(number) }, behind)
    }

    /// Whether an apostrophe before this atom joins it to the word behind: the l of "57 l'après-midi" is no litre.
    fn elides(&self, at: usize) -> bool {
        let close = |at: usize| self.atoms.get(at).filter(|atom| atom.close());
        close(at).is_some_and(|atom| matches!(atom.kind, super::Kind::Mark('\'' | '’')))
            && close(at + 1).is_some_and(|atom| atom.kind == super::Kind::Word)
            && at
                .checked_sub(1)
                .and_then(|unit| self.atoms.get(unit))
                .is_some_and(|unit| unit.fold.chars().count() == 1)
    }

    fn sorted(&self, number: &mut Number, sort: Sort, by: f64) -> bool {
        number.sort = sort;
        number.value *= by;
        number.grain *= by;
        true
    }
}
