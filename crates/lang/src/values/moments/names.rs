//! The names of months, weekdays and the like, found by their first word.

use super::{
    tokens::{Kind, Tokens},
    vocabulary::{Id, Vocabulary},
    words::{Forms, MomentWords},
};
use crate::language::Dates;

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
    rest: Vec<Id>,
}

/// Every name of a language.
#[derive(Debug)]
pub(super) struct Names {
    /// By the number of the first word.
    by_first: Vec<Vec<Name>>,
    capital: bool,
}

impl Names {
    /// The names of a language. They are numbered before all else, so that their numbers are the lowest.
    pub fn new(words: &MomentWords, dates: &Dates, known: &mut Vocabulary) -> Self {
        let mut out = Self { by_first: Vec::new(), capital: words.capital };
        out.forms(Of::Month, &dates.months, &words.months, known);
        out.forms(Of::Weekday, &dates.weekdays, &words.weekdays, known);
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
            out.lists(of, lists, |_| Sure::Yes, known);
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
            list.iter().for_each(|name| out.add(of, 1, name, Sure::Yes, known));
        }
        out
    }

    fn forms(&mut self, of: Of, lists: &[Vec<String>], forms: &Forms, known: &mut Vocabulary) {
        let sure = |name: &str| {
            let among = |list: &[String]| list.iter().any(|other| crate::fold(other) == crate::fold(name));
            match () {
                () if among(&forms.short) => Sure::Short,
                () if among(&forms.unsure) => Sure::Maybe,
                () => Sure::Yes,
            }
        };
        self.lists(of, lists, sure, known);
        self.lists(of, &forms.forms, sure, known);
    }

    fn lists(&mut self, of: Of, lists: &[Vec<String>], sure: impl Fn(&str) -> Sure, known: &mut Vocabulary) {
        for (which, list) in (1u8..).zip(lists) {
            list.iter().for_each(|name| self.add(of, which, name, sure(name), known));
        }
    }

    fn add(&mut self, of: Of, which: u8, name: &str, sure: Sure, known: &mut Vocabulary) {
        let tokens = Tokens::new(name);
        let mut words = (0..tokens.list.len()).filter_map(|at| tokens.folded(at)).map(|word| known.learn(word));
        if let Some(first) = words.next() {
            let name = Name { of, sure, which, rest: words.collect() };
            let first = first as usize;
            if self.by_first.len() <= first {
                self.by_first.resize_with(first + 1, Vec::new);
            }
            if let Some(names) = self.by_first.get_mut(first) {
                names.push(name);
            }
        }
    }

    /// The longest name of this kind that stands here, no less sure than asked: which it is, and the token after it.
    pub fn find(&self, tokens: &Tokens, at: usize, of: Of, sure: Sure) -> Option<(u8, usize)> {
        let token = tokens.get(at)?;
        let named = matches!(of, Of::Month | Of::Weekday);
        if self.capital && named && token.kind == Kind::Word && !token.capital {
            return None;
        }
        let mut best = self.known(tokens.id(at), tokens, at, of, sure);
        if best.is_none() && named {
            best = tokens.bare(at).find_map(|word| self.known(word, tokens, at, of, Sure::Yes));
        }
        best
    }

    /// Whether any name can begin with this token.
    pub fn open_at(&self, tokens: &Tokens, at: usize) -> bool {
        let opens = |id: Id| !self.opened_by(id).is_empty();
        opens(tokens.id(at)) || tokens.bare(at).any(opens)
    }

    /// The names whose first word has this number.
    fn opened_by(&self, id: Id) -> &[Name] {
        self.by_first.get(id as usize).map_or(&[], Vec::as_slice)
    }

    fn known(&self, first: Id, tokens: &Tokens, at: usize, of: Of, sure: Sure) -> Option<(u8, usize)> {
        let names = self.opened_by(first).iter().filter(|name| name.of == of && name.sure <= sure);
        let fits = |name: &&Name| name.rest.iter().zip(at + 1..).all(|(word, at)| tokens.id(at) == *word);
        names.filter(fits).max_by_key(|name| name.rest.len()).map(|name| (name.which, at + 1 + name.rest.len()))
    }

    /// Which of this kind a single word is, by its number.
    pub fn whole(&self, word: Id, of: Of) -> Option<u8> {
        self.opened_by(word).iter().find(|name| name.of == of && name.rest.is_empty()).map(|name| name.which)
    }
}
