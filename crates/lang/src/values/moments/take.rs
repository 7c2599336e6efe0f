//! What the gaps of patterns take from a text.

use super::{
    gap::Gap,
    names::{Names, Of, Sure},
    pattern::Gaps,
    tokens::{Kind, Tokens},
    vocabulary::Vocabulary,
};
use crate::values::Calendar;

/// What the gaps of a pattern have caught.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Caught {
    pub day: Option<u8>,
    pub day_to: Option<u8>,
    pub month: Option<u8>,
    pub year: Option<i32>,
    pub year_to: Option<i32>,
    pub weekday: Option<u8>,
    pub hour: Option<u8>,
    pub minute: Option<u8>,
    /// Whether it is the second half of the day.
    pub half: Option<bool>,
    pub decade: Option<i32>,
    pub nth: Option<u8>,
    pub number: Option<u16>,
    pub calendar: Option<Calendar>,
    pub before: bool,
    /// Which of the parts of a day came first.
    pub order: Order,
}

/// After how many gaps each part of a day came first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Order {
    gaps: u8,
    pub day: Option<u8>,
    pub month: Option<u8>,
    pub year: Option<u8>,
}

impl Order {
    fn push(&mut self, gap: Gap) {
        let part = match gap {
            Gap::Day | Gap::DayWord | Gap::LunarDay => Some(&mut self.day),
            Gap::Month | Gap::Figure | Gap::SureMonth | Gap::WholeMonth | Gap::Hijri | Gap::Solar | Gap::Lunar => {
                Some(&mut self.month)
            }
            Gap::Year | Gap::LikelyYear | Gap::ShortYear | Gap::AnyYear => Some(&mut self.year),
            _ => None,
        };
        if let Some(part) = part {
            part.get_or_insert(self.gaps);
        }
        self.gaps = self.gaps.saturating_add(1);
    }
}

/// The names of a language, and the endings of its Roman figures.
#[derive(Debug)]
pub(super) struct Taking {
    pub names: Names,
    /// The words of the names and of the patterns.
    pub vocabulary: Vocabulary,
    pub roman_endings: Vec<String>,
    pub joins: Vec<String>,
}

impl Gaps for Taking {
    type Caught = Caught;

    fn take(&self, gap: Gap, tokens: &Tokens, at: usize, caught: &mut Caught) -> Option<usize> {
        let figures = |least: u8, most: u8| figures(tokens, at, least, most);
        let small = |least: u8, most: u8, from: u32, to: u32| {
            let (worth, next) = figures(least, most).filter(|(worth, _)| (from..=to).contains(worth))?;
            Some((u8::try_from(worth).ok()?, next))
        };
        let year = |least: u8, from: u32| {
            let (worth, next) = figures(least, 4).filter(|(worth, _)| (from..=2199).contains(worth))?;
            Some((i32::try_from(worth).ok()?, next))
        };
        let name = |of: Of, sure: Sure| self.names.find(tokens, at, of, sure);
        let next = match gap {
            Gap::Day => caught.day.set(small(1, 2, 1, 31)?),
            Gap::DayTo => caught.day_to.set(small(1, 2, 1, 31)?),
            Gap::Figure => caught.month.set(small(1, 2, 1, 12)?),
            Gap::Month => caught.month.set(name(Of::Month, Sure::Short)?),
            Gap::SureMonth => caught.month.set(name(Of::Month, Sure::Yes)?),
            Gap::WholeMonth => caught.month.set(name(Of::Month, Sure::Maybe)?),
            Gap::SameMonth => name(Of::Month, Sure::Short).filter(|(which, _)| Some(*which) == caught.month)?.1,
            Gap::Year => caught.year.set(year(4, 1000)?),
            Gap::LikelyYear => {
                let year = year(4, 1900).filter(|(year, _)| *year < 2050 && year % 100 != 0)?;
                caught.year.set(year)
            }
            Gap::Number => {
                let number = figures(1, 3).and_then(|(worth, next)| Some((u16::try_from(worth).ok()?, next)));
                caught.number.set(number.or_else(|| self.words(tokens, at))?)
            }
            Gap::AnyWord => matches!(tokens.get(at)?.kind, Kind::Word | Kind::Letter).then_some(at + 1)?,
            Gap::DayWord => caught.day.set(name(Of::Nth, Sure::Yes).filter(|(day, _)| *day < 32)?),
            Gap::YearTo => caught.year_to.set(year(4, 1000)?),
            Gap::AnyYear => caught.year.set(year(1, 1)?),
            Gap::ShortTo => {
                let (worth, next) = small(2, 2, 0, 99)?;
                let from = caught.year?;
                let to = from - from % 100 + i32::from(worth);
                // 1999/00 ends in the century after.
                let to = if from % 100 == 99 && worth == 0 { to + 100 } else { to };
                (to > from).then_some(())?;
                caught.year_to.set((to, next))
            }
            Gap::ShortYear => {
                let (worth, next) = small(2, 2, 0, 99)?;
                let century = if worth < 50 { 2000 } else { 1900 };
                caught.year.set((century + i32::from(worth), next))
            }
            Gap::Weekday => caught.weekday.set(name(Of::Weekday, Sure::Short)?),
            Gap::SureWeekday => caught.weekday.set(name(Of::Weekday, Sure::Yes)?),
            Gap::WholeWeekday => caught.weekday.set(name(Of::Weekday, Sure::Maybe)?),
            Gap::Hour => caught.hour.set(small(1, 2, 0, 24)?),
            Gap::HourWord => caught.hour.set(name(Of::Hour, Sure::Yes)?),
            Gap::Minute => caught.minute.set(small(2, 2, 0, 59)?),
            Gap::Second => small(2, 2, 0, 59)?.1,
            Gap::Am => caught.half.set((false, name(Of::Am, Sure::Yes)?.1)),
            Gap::Pm => caught.half.set((true, name(Of::Pm, Sure::Yes)?.1)),
            Gap::Noon => {
                caught.half = Some(true);
                caught.hour.set((12, name(Of::Noon, Sure::Yes)?.1))
            }
            Gap::Midnight => {
                caught.half = Some(false);
                caught.hour.set((0, name(Of::Midnight, Sure::Yes)?.1))
            }
            Gap::Decade => caught.decade.set(year(4, 1000).filter(|(year, _)| year % 10 == 0)?),
            Gap::ShortDecade => {
                let (worth, next) = small(2, 2, 0, 90).filter(|(worth, _)| worth % 10 == 0)?;
                caught.decade.set((decade(worth), next))
            }
            Gap::DecadeWord => {
                let (which, next) = name(Of::Decade, Sure::Yes)?;
                caught.decade.set((decade(which.saturating_mul(10)), next))
            }
            Gap::Nth => caught.nth.set(small(1, 2, 1, 40)?),
            Gap::NthWord => caught.nth.set(name(Of::Nth, Sure::Yes)?),
            Gap::Roman => {
                (tokens.get(at)?.kind == Kind::Word).then_some(())?;
                caught.nth.set((self.roman(tokens.folded(at)?)?, at + 1))
            }
            Gap::Before => {
                caught.before = true;
                name(Of::Before, Sure::Yes)?.1
            }
            Gap::HijriMark => caught.calendar.set((Calendar::Hijri, name(Of::HijriMark, Sure::Yes)?.1)),
            Gap::SolarMark => caught.calendar.set((Calendar::SolarHijri, name(Of::SolarMark, Sure::Yes)?.1)),
            Gap::Hijri => caught.other(Calendar::Hijri, name(Of::Hijri, Sure::Yes)?),
            Gap::Solar => caught.other(Calendar::SolarHijri, name(Of::Solar, Sure::Yes)?),
            Gap::Lunar => caught.other(Calendar::Chinese, name(Of::Lunar, Sure::Yes)?),
            Gap::LunarDay => caught.day.set(name(Of::LunarDay, Sure::Yes)?),
        };
        caught.order.push(gap);
        Some(next)
    }
}

/// Keeps a value and gives the token after it.
trait Set<T> {
    fn set(&mut self, taken: (T, usize)) -> usize;
}

impl<T> Set<T> for Option<T> {
    fn set(&mut self, (value, next): (T, usize)) -> usize {
        *self = Some(value);
        next
    }
}

impl Caught {
    fn other(&mut self, calendar: Calendar, (month, next): (u8, usize)) -> usize {
        (self.calendar, self.month) = (Some(calendar), Some(month));
        next
    }
}

impl Taking {
    /// A number below a hundred in words: a whole one, or tens and units in either order.
    fn words(&self, tokens: &Tokens, at: usize) -> Option<(u16, usize)> {
        let unit = |at| self.names.find(tokens, at, Of::Cardinal, Sure::Yes);
        let ten = |at| self.names.find(tokens, at, Of::Ten, Sure::Yes).map(|(which, next)| (which * 10 + 10, next));
        let joined = |at: usize| match tokens.folded(at) {
            Some(word) if self.joins.iter().any(|join| join == word) => at + 1,
            _ => at,
        };
        let (worth, next) = match (ten(at), unit(at)) {
            (Some((tens, next)), _) => match unit(joined(next)).filter(|(units, _)| *units < 10) {
                Some((units, next)) => (tens + units, next),
                None => (tens, next),
            },
            (None, Some((units, next))) if units < 10 && !self.joins.is_empty() => {
                let tens = self.glued_ten(tokens, next);
                tens.map_or((units, next), |(tens, next)| (tens + units, next))
            }
            (None, unit) => unit?,
        };
        Some((worth.into(), next))
    }

    /// Tens to which the word for "and" is written on the front.
    fn glued_ten(&self, tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
        let word = tokens.folded(at)?;
        let rest = self.joins.iter().find_map(|join| word.strip_prefix(join.as_str()))?;
        self.names.whole(self.vocabulary.id(rest), Of::Ten).map(|which| (which * 10 + 10, at + 1))
    }

    /// A Roman figure below 40, with an ending or none. Cyrillic letters of the same shape are taken too.
    fn roman(&self, folded: &str) -> Option<u8> {
        let like = |c| match c {
            'х' => 'x',
            'і' => 'i',
            c => c,
        };
        let word: String = folded.chars().map(like).collect();
        let endings = self.roman_endings.iter().filter_map(|ending| word.strip_suffix(ending.as_str()));
        std::iter::once(word.as_str()).chain(endings).find_map(roman)
    }
}

/// The worth of a Roman figure below 40.
fn roman(figure: &str) -> Option<u8> {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let rest = figure.trim_start_matches('x');
    let tens = u8::try_from(figure.len() - rest.len()).ok().filter(|tens| *tens < 4)?;
    let units = u8::try_from(UNITS.iter().position(|unit| *unit == rest)?).ok()?;
    Some(tens * 10 + units).filter(|worth| *worth > 0)
}

/// The decade that two figures name: those of our century are named so for two of them only.
fn decade(short: u8) -> i32 {
    i32::from(short) + if short < 20 { 2000 } else { 1900 }
}

/// Whether a letter, as it is compared, is a Chinese figure, or nothing at all.
pub(super) fn may_be_numeral(letter: &str) -> bool {
    letter.chars().all(|c| {
        matches!(
            c,
            '〇' | '○' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '廿' | '卅'
        )
    })
}

/// A number in so many figures at a token: of any script, or in Chinese ones; the token after it.
pub(super) fn figures(tokens: &Tokens, at: usize, least: u8, most: u8) -> Option<(u32, usize)> {
    match tokens.get(at)?.kind {
        Kind::Figures(worth, count) => (least..=most).contains(&count).then_some((worth, at + 1)),
        Kind::Letter => {
            let letters = |at: usize| {
                let token = tokens.get(at)?;
                (token.kind == Kind::Letter).then(|| tokens.folded(at)).flatten()
            };
            if !tokens.folded(at).is_some_and(may_be_numeral) {
                return None;
            }
            let numeral = |letter: &&str| may_be_numeral(letter);
            // Four figures are the most that a year has.
            let run: Vec<&str> = (at..at + 5).map_while(letters).take_while(numeral).collect();
            if run.is_empty() || run.len() > 4 {
                return None;
            }
            let (worth, rest) = crate::figure::figure(&run.concat(), least.into()..=most.into())
                .map(|(worth, rest)| (worth, rest.is_empty()))?;
            rest.then_some((worth, at + run.len()))
        }
        _ => None,
    }
}
