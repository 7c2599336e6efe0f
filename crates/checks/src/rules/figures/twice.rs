//! The same quantity told twice with two values: "12 people were killed" in the headline or the deck, "14 people were
//! killed" in the body.
//!
//! Only the very same words behind both figures make it the same quantity. Between the headline or deck and the first
//! paragraphs it is a warning; within the body it may be another event, and is a note.

use super::figure::Figure;
use crate::{
    Copy, Finding, Level, Message, Place, Rule, Said,
    copy::{Passage, Role},
};
use lang::{
    What, Word,
    language::Count,
    values::{Bound, Sort},
};
use std::collections::HashMap;

/// How many figures of a text are looked at.
const MOST: usize = 400;

/// How many paragraphs tell what the headline tells.
const LEAD: usize = 3;

/// A figure and what it counts.
struct Told<'a> {
    passage: &'a Passage,
    figure: Figure<'a>,
    /// The words behind it.
    words: Vec<String>,
    /// Which paragraph of the body; none for headline and deck.
    paragraph: Option<usize>,
}

/// Adds what it finds.
pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let told = told(copy);
    let values: Vec<f64> = told.iter().filter(|t| t.paragraph.is_some()).map(|t| t.figure.value()).collect();
    let length = if copy.profile().language().count == Count::Characters { 4 } else { 2 };
    let mut first: HashMap<&[String], &Told<'_>> = HashMap::new();
    let mut known: HashMap<&[String], &Told<'_>> = HashMap::new();
    for one in &told {
        let in_lead = one.paragraph.is_none_or(|paragraph| paragraph < LEAD);
        if let Some(key) = one.words.get(..length).filter(|key| in_lead && says_something(key, length)) {
            match first.get(key) {
                // What the headline says and the body says elsewhere is another quantity.
                Some(other)
                    if other.paragraph.is_none() && differ(other, one) && !values.contains(&other.figure.value()) =>
                {
                    findings.push(finding(copy, Level::Warn, other, one));
                    continue;
                }
                Some(_) => {}
                None => drop(first.insert(key, one)),
            }
        }
        if let Some(key) =
            one.words.get(..length + 2).filter(|key| one.paragraph.is_some() && says_something(key, length))
        {
            match known.get(key) {
                Some(other) if differ(other, one) => findings.push(finding(copy, Level::Note, other, one)),
                Some(_) => {}
                None => drop(known.insert(key, one)),
            }
        }
    }
}

/// The exact numbers of a text that count something, with the words behind them.
fn told<'a>(copy: &'a Copy<'_>) -> Vec<Told<'a>> {
    let mut out = Vec::new();
    let mut paragraph = 0;
    for passage in &copy.passages {
        let at = match passage.role {
            Role::Headline | Role::Deck => None,
            Role::Paragraph => {
                paragraph += 1;
                Some(paragraph - 1)
            }
            _ => continue,
        };
        for (index, value) in passage.values.iter().enumerate() {
            let What::Number(number) = &value.what else { continue };
            let exact = number.bound == Bound::Exact && number.sort == Sort::Count && number.value > 1.0;
            if !exact || number.unit.is_some() || passage.is_quoted(&value.at) || out.len() >= MOST {
                continue;
            }
            let words = passage.text.get(value.at.clone()).unwrap_or_default();
            let figure = Figure { number, words, at: &value.at, unit: None, index, near: false, end: false };
            out.push(Told { passage, figure, words: behind(copy, passage, value.at.end), paragraph: at });
        }
    }
    out
}

/// The words behind a figure, up to a mark.
fn behind(copy: &Copy<'_>, passage: &Passage, from: usize) -> Vec<String> {
    let rest = passage.text.get(from..).unwrap_or_default();
    let end = rest.char_indices().take(80).find(|(_, c)| !c.is_alphabetic() && !c.is_whitespace());
    let last = rest.char_indices().nth(80).map_or(rest.len(), |(at, _)| at);
    let words = rest.get(..end.map_or(last, |(at, _)| at)).unwrap_or_default();
    if copy.profile().language().count == Count::Characters {
        words.chars().filter(|c| !c.is_whitespace()).take(6).map(|c| lang::fold(c.encode_utf8(&mut [0; 4]))).collect()
    } else {
        words.split_whitespace().take(4).map(lang::fold).collect()
    }
}

/// Whether the words are more than particles.
fn says_something(words: &[String], length: usize) -> bool {
    length > 2
        || words.first().is_some_and(|word| word.chars().count() > 3)
            && words.iter().filter(|word| word.chars().count() > 3).count() > 1
}

/// Whether the figures differ by more than rounding.
fn differ(one: &Told<'_>, other: &Told<'_>) -> bool {
    let (a, b) = (one.figure.value(), other.figure.value());
    (a - b).abs() > one.figure.slack().max(other.figure.slack()) * 2.0 + 1e-9
}

fn finding(copy: &Copy<'_>, level: Level, one: &Told<'_>, other: &Told<'_>) -> Finding {
    let said = |told: &Told<'_>| Said::Words(told.figure.words.trim().to_owned());
    let message = Message::new(Word::FiguresTwice, [("one", said(one)), ("other", said(other))]);
    let place = |told: &Told<'_>| -> Place { copy.place(told.passage, told.figure.at.clone()) };
    Finding::new(Rule::Figures, "twice", level, message, vec![place(one), place(other)])
}
