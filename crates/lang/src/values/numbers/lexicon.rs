//! The words of `figures.toml`, ready to be looked up.

use super::{
    atoms::{Atom, Kind},
    phrases::{Lists, Phrases, list},
    units,
};
use crate::{
    figure_words::FigureWords,
    fold,
    values::{Bound, Unit},
};
use foldhash::HashMap;
use std::collections::HashSet;

/// What a word does in a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    /// Is added; something below the second may be added to it.
    Value(f64, f64),
    /// Multiplies; alone it is one of them, unless it is bare.
    Scale(f64, bool),
    /// Multiplies; alone it is indefinite.
    Some(f64),
}

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum After {
    /// A unit.
    Unit(Unit),
    /// Per cent.
    Percent,
    /// Points.
    Points,
    /// Tenths.
    Tenths,
    /// Times.
    Times,
    /// An inexact end.
    Bound(Bound),
}

/// What stands before a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Before {
    /// A currency.
    Money(Unit),
    /// Per cent.
    Percent,
    /// A rank.
    Rank,
    /// Something to add.
    Add(f64),
    /// A bound.
    Bound(Bound),
    /// Less than nought.
    Minus,
}

/// All of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexicon {
    pub(super) numbers: Phrases<Part>,
    pub(super) ranks: Phrases<f64>,
    pub(super) parts: Phrases<f64>,
    pub(super) shares: Phrases<f64>,
    pub(super) times: Phrases<f64>,
    pub(super) hints: Phrases<f64>,
    pub(super) short: Phrases<f64>,
    pub(super) after: Phrases<After>,
    pub(super) before: Phrases<Before>,
    pub(super) and: Phrases<()>,
    pub(super) point: Phrases<()>,
    pub(super) of: Phrases<()>,
    pub(super) to: Phrases<()>,
    pub(super) more: Phrases<()>,
    pub(super) over: Phrases<()>,
    pub(super) articles: Phrases<()>,
    pub(super) rank_after: Phrases<()>,
    pub(super) add_after: Phrases<f64>,
    pub(super) unsure: Phrases<()>,
    pub(super) sure_before: Phrases<()>,
    pub(super) skip: Phrases<()>,
    pub(super) rank_endings: Vec<String>,
    pub(super) prefixes: Vec<String>,
    pub(super) and_prefixes: Vec<String>,
    pub(super) digits: Vec<String>,
    /// As they are written, with their marks.
    pub(super) marked: Vec<String>,
    /// The first words of all phrases, with the lists that they open.
    openers: HashMap<String, Lists>,
}

/// Below what a word may be added to this value: its last power of ten.
fn room(value: f64) -> f64 {
    let mut power = 1.0;
    while value >= power * 10.0 && value % (power * 10.0) == 0.0 && power < 1e15 {
        power *= 10.0;
    }
    power
}

impl Lexicon {
    /// The words of a language.
    pub(crate) fn new(words: &FigureWords) -> Self {
        let yes = |text: &str| Phrases::of(text, ());
        let strings =
            |text: &str| -> Vec<String> { text.split(',').map(|s| fold(s.trim())).filter(|s| !s.is_empty()).collect() };
        let around = &words.around;
        let mut out = Self {
            parts: Phrases::table(&words.parts),
            shares: Phrases::table(&words.shares),
            times: Phrases::table(&words.times),
            short: Phrases::table(&words.short),
            hints: Phrases::table(&words.hints),
            ranks: Phrases::table(&words.ranks),
            add_after: Phrases::table(&around.add_after),
            and: yes(&words.join.and),
            point: yes(&words.join.point),
            of: yes(&words.join.of),
            to: yes(&words.join.to),
            more: yes(&words.join.more),
            over: yes(&words.join.over),
            articles: yes(&words.join.articles),
            rank_after: yes(&around.rank_after),
            unsure: yes(&words.sure.unsure),
            sure_before: yes(&words.sure.before),
            skip: yes(&words.sure.skip),
            rank_endings: strings(&around.rank_endings),
            prefixes: strings(&words.join.prefixes),
            and_prefixes: strings(&words.join.and_prefixes),
            digits: words.join.digits.chars().map(String::from).collect(),
            marked: words.sure.marked.split(',').map(|word| word.trim().to_owned()).filter(|w| !w.is_empty()).collect(),
            ..Self::default()
        };
        out.add_numbers(words);
        out.add_around(words);
        out.count();
        out
    }

    /// Numbers the lists, so that a word is looked up once to know in which of them it stands.
    fn count(&mut self) {
        let openers = &mut self.openers;
        let values = [
            &mut self.ranks,
            &mut self.parts,
            &mut self.shares,
            &mut self.times,
            &mut self.hints,
            &mut self.short,
            &mut self.add_after,
        ];
        let words = [
            &mut self.and,
            &mut self.point,
            &mut self.of,
            &mut self.to,
            &mut self.more,
            &mut self.over,
            &mut self.articles,
            &mut self.rank_after,
            &mut self.unsure,
            &mut self.sure_before,
            &mut self.skip,
        ];
        self.numbers.count(0, openers);
        self.after.count(1, openers);
        self.before.count(2, openers);
        (3..).zip(values).for_each(|(number, list)| list.count(number, openers));
        (10..).zip(words).for_each(|(number, list)| list.count(number, openers));
    }

    /// The lists that this word opens.
    pub(super) fn opened_by(&self, word: &str) -> Lists {
        self.openers.get(word).copied().unwrap_or_default()
    }

    fn add_numbers(&mut self, words: &FigureWords) {
        let bare: HashSet<Vec<String>> = list(&words.bare).collect();
        for (key, text) in &words.values {
            let Ok(value) = key.parse::<f64>() else { continue };
            let room = words.rooms.get(key).map_or_else(|| room(value), |room| f64::from(*room));
            self.numbers.add(text, Part::Value(value, room));
        }
        for (key, text) in &words.scales {
            let Ok(value) = key.parse::<f64>() else { continue };
            for phrase in text.split(',') {
                let is_bare = list(phrase).next().is_some_and(|words| bare.contains(&words));
                self.numbers.add(phrase, Part::Scale(value, is_bare));
            }
        }
        for (key, text) in &words.some {
            if let Ok(value) = key.parse() {
                self.numbers.add(text, Part::Some(value));
            }
        }
        let endings: Vec<&str> = words.rank_endings.split(',').map(str::trim).collect();
        for (key, text) in &words.rank_stems {
            let Ok(value) = key.parse() else { continue };
            for stem in text.split(',').map(str::trim).filter(|stem| !stem.is_empty()) {
                endings.iter().for_each(|ending| self.ranks.add(&format!("{stem}{ending}"), value));
            }
        }
    }

    fn add_around(&mut self, words: &FigureWords) {
        let (around, bounds) = (&words.around, &words.bounds);
        for (table, money) in [(&words.money, true), (&words.units, false)] {
            for (name, text) in table {
                let Some(unit) = crate::values::unit(name) else { continue };
                self.after.add(text, After::Unit(unit));
                if money {
                    self.before.add(text, Before::Money(unit));
                }
            }
        }
        for (unit, symbols) in units::symbols() {
            self.after.add(symbols, After::Unit(unit));
            if unit.measures == "money" {
                self.before.add(symbols, Before::Money(unit));
            }
        }
        self.after.add(&around.points, After::Points);
        self.after.add(&around.percent_after, After::Percent);
        self.after.add("%, ٪, ％, ﹪", After::Percent);
        self.after.add(&around.tenths, After::Tenths);
        self.after.add(&around.times, After::Times);
        for (bound, before, after) in [
            (Bound::About, &bounds.about, &bounds.about_after),
            (Bound::AtLeast, &bounds.least, &bounds.least_after),
            (Bound::AtMost, &bounds.most, &bounds.most_after),
        ] {
            self.before.add(before, Before::Bound(bound));
            self.after.add(after, After::Bound(bound));
        }
        self.before.add("~, ≈, ±", Before::Bound(Bound::About));
        self.before.add("≥", Before::Bound(Bound::AtLeast));
        self.before.add("≤", Before::Bound(Bound::AtMost));
        self.before.add(&around.percent_before, Before::Percent);
        self.before.add("%, ٪", Before::Percent);
        self.before.add(&around.rank_before, Before::Rank);
        self.before.add(&words.join.minus, Before::Minus);
        for (key, text) in &around.add_before {
            if let Ok(value) = key.parse() {
                self.before.add(text, Before::Add(value));
            }
        }
    }

    /// A word of a number here, and whether it has a word for and before it.
    pub(super) fn number(&self, atoms: &[Atom], at: usize) -> Option<(Part, usize, bool)> {
        self.stripped(&self.numbers, atoms, at)
    }

    /// A rank here: a word of its own, or a number word with the ending of one.
    pub(super) fn rank(&self, atoms: &[Atom], at: usize) -> Option<(f64, usize, bool)> {
        let found = self.stripped(&self.ranks, atoms, at);
        found.or_else(|| {
            let word = &atoms.get(at)?.fold;
            let mut stems = self.rank_endings.iter().filter_map(|ending| word.strip_suffix(ending.as_str()));
            stems.find_map(|stem| match self.numbers.get(stem)? {
                Part::Value(value, _) | Part::Scale(value, _) => Some((value, at + 1, false)),
                Part::Some(_) => None,
            })
        })
    }

    /// A phrase here, the first word with or without letters that stand close before it; whether one means and.
    pub(super) fn stripped<T: Copy>(
        &self,
        phrases: &Phrases<T>,
        atoms: &[Atom],
        at: usize,
    ) -> Option<(T, usize, bool)> {
        if let Some((value, next)) = phrases.at(atoms, at) {
            return Some((value, next, false));
        }
        let atom = atoms.get(at).filter(|atom| atom.kind == Kind::Word)?;
        let bare = self.prefixes.iter().filter_map(|prefix| atom.fold.strip_prefix(prefix.as_str()));
        if let Some((value, next)) = bare.filter_map(|word| phrases.opening(word, atoms, at)).next() {
            return Some((value, next, false));
        }
        let mut words = self.and_prefixes.iter().filter_map(|prefix| atom.fold.strip_prefix(prefix.as_str()));
        let found = words.find_map(|word| {
            let bare = self.prefixes.iter().filter_map(|prefix| word.strip_prefix(prefix.as_str()));
            std::iter::once(word).chain(bare).find_map(|word| phrases.opening(word, atoms, at))
        });
        found.map(|(value, next)| (value, next, true))
    }
}
