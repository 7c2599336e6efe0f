//! The names of months, weekdays and the like, found by their first word.

use super::{
    tokens::{Kind, Tokens},
    words::{Forms, MomentWords},
};
use crate::language::Dates;
use std::collections::HashMap;

/// What a name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Month,
    Weekday,
    Hijri,
    Solar,
    Lunar,
    LunarDay,
    HijriMark,
    SolarMark,
    Am,
    Pm,
    Noon,
    Midnight,
    Hour,
    Before,
    Decade,
    Nth,
    Cardinal,
    Ten,
}

/// How surely it is that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// It is nothing else.
    Yes,
    /// It is another word too.
    Maybe,
    /// It is short.
    Short,
}

#[derive(Debug)]
struct Name {
    of: Of,
    sure: Sure,
    /// Which of them, from 1.
    which: u8,
    /// The words after the first.
    rest: Vec<String>,
}

/// Every name of a language.
#[derive(Debug)]
pub(super) struct Names {
    by_first: HashMap<String, Vec<Name>>,
    glued: Vec<(String, String)>,
    capital: bool,
}

impl Names {
    pub fn new(words: &MomentWords, dates: &Dates) -> Self {
        let glued = words.glued.iter().map(|[front, stands]| (crate::fold(front), crate::fold(stands))).collect();
        let mut out = Self { by_first: HashMap::new(), glued, capital: words.capital };
        out.forms(Of::Month, &dates.months, &words.months);
        out.forms(Of::Weekday, &dates.weekdays, &words.weekdays);
        let (calendars, others) = (&words.calendars, &words.words);
        for (of, lists) in [
            (Of::Hijri, &calendars.hijri),
            (Of::Solar, &calendars.solar),
            (Of::Lunar, &calendars.lunar),
            (Of::LunarDay, &calendars.lunar_days),
            (Of::Hour, &others.hours),
            (Of::Decade, &others.decades),
            (Of::Nth, &others.nth),
            (Of::Cardinal, &others.cardinals),
            (Of::Ten, &others.tens),
        ] {
            out.lists(of, lists, |_| Sure::Yes);
        }
        for (of, list) in [
            (Of::HijriMark, &calendars.hijri_marks),
            (Of::SolarMark, &calendars.solar_marks),
            (Of::Am, &others.am),
            (Of::Pm, &others.pm),
            (Of::Noon, &others.noon),
            (Of::Midnight, &others.midnight),
            (Of::Before, &others.before),
        ] {
            list.iter().for_each(|name| out.add(of, 1, name, Sure::Yes));
        }
        out
    }

    fn forms(&mut self, of: Of, lists: &[Vec<String>], forms: &Forms) {
        let sure = |name: &str| {
            let among = |list: &[String]| list.iter().any(|other| crate::fold(other) == crate::fold(name));
            match () {
                () if among(&forms.short) => Sure::Short,
                () if among(&forms.unsure) => Sure::Maybe,
                () => Sure::Yes,
            }
        };
        self.lists(of, lists, sure);
        self.lists(of, &forms.forms, sure);
    }

    fn lists(&mut self, of: Of, lists: &[Vec<String>], sure: impl Fn(&str) -> Sure) {
        for (which, list) in (1u8..).zip(lists) {
            list.iter().for_each(|name| self.add(of, which, name, sure(name)));
        }
    }

    fn add(&mut self, of: Of, which: u8, name: &str, sure: Sure) {
        let tokens = Tokens::new(name);
        let mut words = (0..tokens.list.len()).filter_map(|at| tokens.folded(at)).map(str::to_owned);
        if let Some(first) = words.next() {
            let name = Name { of, sure, which, rest: words.collect() };
            self.by_first.entry(first).or_default().push(name);
        }
    }

    /// The longest name of this kind that stands here, no less sure than asked: which it is, and the token after it.
    pub fn find(&self, tokens: &Tokens, at: usize, of: Of, sure: Sure) -> Option<(u8, usize)> {
        let folded = tokens.folded(at)?;
        let token = tokens.get(at)?;
        let named = matches!(of, Of::Month | Of::Weekday);
        if self.capital && named && token.kind == Kind::Word && !token.capital {
            return None;
        }
        let mut best = self.known(folded, tokens, at, of, sure);
        if best.is_none() && named {
            best = self.unglued(folded).find_map(|word| self.known(&word, tokens, at, of, Sure::Yes));
        }
        best
    }

    fn known(&self, first: &str, tokens: &Tokens, at: usize, of: Of, sure: Sure) -> Option<(u8, usize)> {
        let names = self.by_first.get(first)?.iter().filter(|name| name.of == of && name.sure <= sure);
        let fits = |name: &&Name| name.rest.iter().zip(at + 1..).all(|(word, at)| tokens.is(at, word));
        names.filter(fits).max_by_key(|name| name.rest.len()).map(|name| (name.which, at + 1 + name.rest.len()))
    }

    /// Whether this is written on to the front of words and figures.
    pub fn glues(&self, folded: &str) -> bool {
        self.glued.iter().any(|(front, _)| front == folded)
    }

    /// Which of this kind a single word is, as it is compared.
    pub fn whole(&self, folded: &str, of: Of) -> Option<u8> {
        let names = self.by_first.get(folded)?;
        names.iter().find(|name| name.of == of && name.rest.is_empty()).map(|name| name.which)
    }

    /// What a word may be without what is written on to its front.
    pub fn unglued<'n>(&'n self, folded: &'n str) -> impl Iterator<Item = String> + 'n {
        let long = |rest: &&str| rest.chars().count() > 2;
        self.glued.iter().filter_map(move |(front, stands)| {
            folded.strip_prefix(front.as_str()).filter(long).map(|rest| format!("{stands}{rest}"))
        })
    }
}
