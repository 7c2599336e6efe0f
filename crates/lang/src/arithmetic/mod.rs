//! What copy says of several figures at once: that some are parts of another, that one rose to another, that together
//! they make a third. How a language says so is data (`arithmetic.toml`): lists of words and patterns of them.

mod find;
mod pattern;
mod sets;
mod tokens;

pub use find::{Held, Move, Stated};
use pattern::{Element, Lists};
use serde::Deserialize;
use sets::{Set, Sets};
use std::collections::BTreeMap;

/// What is stated of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// Some are among another.
    Parts,
    /// Some make another, together.
    Sum,
    /// The same, unless some are left out: "1,200 in the two towns, 700 in one and 500 in the other".
    PerhapsSum,
    /// The same, where others may have been counted before: "bringing the toll to 40".
    LikelySum,
    /// One is so much of another.
    Share,
    /// One became another.
    Change,
    /// From the lower to the higher.
    Range,
    /// The same, unless it is a way from one to the other.
    PerhapsRange,
    /// The same, where the higher is measured: "300 to 400 metres", and no "3 to 2".
    MeasuredRange,
    /// Percentages with what is left of a hundred.
    Rest,
}

/// What a figure is in a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// All of them.
    Whole,
    /// Some of them; one or several in a row.
    Part,
    /// Some of them, and surely none that is more than all.
    Member,
    /// So many of a hundred, or a part that is said as such: a third.
    Percent,
    /// What it was.
    From,
    /// What it became.
    To,
    /// By how much.
    By,
}

/// `arithmetic.toml`, as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    prefixes: Vec<String>,
    joined: Vec<String>,
    /// Whether a verb stands behind what it tells of.
    #[serde(default)]
    verbs_last: bool,
    lists: Lists,
    claims: BTreeMap<Claim, Vec<String>>,
}

/// How a language states what its figures have to do with each other.
#[derive(Debug, Clone)]
pub struct Arithmetic {
    /// What may be written before a word without a space.
    prefixes: Vec<String>,
    /// What says "and" and is written before a figure without a space.
    joined: Vec<String>,
    /// Whether a verb stands behind what it tells of.
    verbs_last: bool,
    /// All words of lists and patterns.
    sets: Sets,
    named: Named,
    patterns: Vec<(Claim, Vec<Element>)>,
}

/// The sets that are asked for at every word.
#[derive(Debug, Clone, Copy)]
struct Named {
    and: Set,
    about: Set,
    plain: Set,
    apart: Set,
    finite: Set,
    /// Those of [`find::MOVES`], in their order.
    moves: [Set; find::MOVES.len()],
}

impl Named {
    fn of(sets: &Sets) -> Option<Self> {
        let set = |name: &str| sets.get(&bracketed(name));
        let mut moves = [0; find::MOVES.len()];
        for (to, (name, ..)) in moves.iter_mut().zip(find::MOVES) {
            *to = set(name)?;
        }
        Some(Self {
            and: set("and")?,
            about: set("about")?,
            plain: set("plain")?,
            apart: set("apart")?,
            finite: set("finite")?,
            moves,
        })
    }
}

/// A list as patterns name it.
fn bracketed(list: &str) -> String {
    format!("<{list}>")
}

/// The lists that the code asks for by name.
#[rustfmt::skip]
const LISTS: [&str; 33] = [
    "and", "about", "plain", "rise", "fall", "twice", "thrice", "fourfold", "half", "apart", "finite", "moving",
    "ranked", "groups", "held", "things", "totals", "base", "reckoned", "opening", "ending", "brought", "of", "or",
    "of_whom", "including", "rest", "in_all", "total_of", "made_of", "people", "reached", "votes",
];

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] = &["prefixes", "joined", "lists", "claims"];

impl Arithmetic {
    /// Reads the file; says all that is wrong with its patterns.
    pub(crate) fn read(table: toml::Table) -> Result<Self, Vec<String>> {
        let written = Written::deserialize(table).map_err(|error| vec![error.to_string().trim().to_owned()])?;
        let mut faults: Vec<String> = LISTS
            .iter()
            .filter(|name| !written.lists.contains_key(**name))
            .map(|name| format!("lists.{name} is missing"))
            .collect();
        let mut sets = Sets::default();
        for (name, phrases) in &written.lists {
            if sets.named(&bracketed(name), phrases.iter().map(String::as_str)).is_none() {
                faults.push(format!("lists.{name} is one too many"));
            }
            faults.extend(
                phrases.iter().filter(|p| p.trim().is_empty()).map(|_| format!("lists.{name} has an empty phrase")),
            );
        }
        let mut patterns = Vec::new();
        for (claim, all) in &written.claims {
            for one in all {
                match pattern::read(one, &written.lists, &mut sets) {
                    Ok(elements) => patterns.push((*claim, elements)),
                    Err(why) => faults.push(format!("{one:?} {why}")),
                }
            }
        }
        match Named::of(&sets) {
            Some(named) if faults.is_empty() => Ok(Self {
                prefixes: written.prefixes.iter().map(|prefix| crate::fold(prefix)).collect(),
                joined: written.joined,
                verbs_last: written.verbs_last,
                sets,
                named,
                patterns,
            }),
            _ => Err(faults),
        }
    }
}
