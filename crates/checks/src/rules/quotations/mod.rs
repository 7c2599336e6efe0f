//! The rule `quotations`: marks that are out of balance or mixed, and quotations that nobody says.

mod attributed;
mod marks;
mod page;
#[cfg(test)]
mod tests;
mod walk;

pub use page::PAGE;

use crate::{
    Copy, Finding, Level, Message, Place, Rule, Said,
    copy::{Passage, Role},
};
use lang::Word;
use std::{collections::BTreeMap, ops::Range};
use walk::{Quotation, Spot, Walked, Wrong, walk};

/// The most findings of one kind in one text: whoever has more of them has them all.
const MOST: usize = 12;
/// From how many mixed pairs on they are a habit of the copy, which one finding names.
const HABIT: usize = 3;
/// The fewest words of a quotation that somebody has to say.
const FEWEST_WORDS: usize = 8;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let walked = walk(copy);
    let is_mixed = |wrong: &&Wrong| matches!(wrong, Wrong::Mixed(..));
    let mixed: Vec<&Wrong> = walked.wrong.iter().filter(is_mixed).collect();
    let habitual = mixed.len() >= HABIT;
    // Marks that are wrong in one passage have one cause, or are mended in one go: they are one finding.
    let mut passages: BTreeMap<usize, Vec<&Wrong>> = BTreeMap::new();
    for wrong in walked.wrong.iter().filter(|wrong| !habitual || !is_mixed(wrong)) {
        passages.entry(wrong.passage()).or_default().push(wrong);
    }
    findings.extend(passages.values().take(MOST).filter_map(|wrong| together(copy, wrong)));
    if habitual {
        findings.extend(habit(copy, &mixed));
    }
    findings.extend(nested(copy, &walked));
    findings.extend(unsaid(copy, &walked));
}

/// What is wrong in a passage: said of the first, with the places of all.
fn together(copy: &Copy<'_>, wrong: &[&Wrong]) -> Option<Finding> {
    let (first, others) = wrong.split_first()?;
    let mut finding = one(copy, first)?;
    for spot in others.iter().take(MOST).flat_map(|wrong| wrong.spots()) {
        finding.places.extend(place(copy, spot, Side::None));
        finding.fix = None;
    }
    Some(finding)
}

fn one(copy: &Copy<'_>, wrong: &Wrong) -> Option<Finding> {
    let warn = |message, places| Finding::new(Rule::Quotations, "quote", Level::Warn, message, places);
    Some(match wrong {
        Wrong::Unclosed(spot) => warn(Message::plain(Word::QuoteUnclosed), vec![place(copy, spot, Side::Behind)?]),
        Wrong::Unopened(spot) => warn(Message::plain(Word::QuoteUnopened), vec![place(copy, spot, Side::Before)?]),
        Wrong::Mixed(open, close) => {
            let gaps = [("open", Said::Words(mark(copy, open)?)), ("close", Said::Words(mark(copy, close)?))];
            let places = vec![place(copy, close, Side::None)?, place(copy, open, Side::None)?];
            let right = marks::closer(&mark(copy, open)?).to_owned();
            warn(Message::new(Word::QuoteMixed, gaps), places).with_fix(right)
        }
    })
}

/// Many mixed pairs, as one finding with all their places.
fn habit(copy: &Copy<'_>, mixed: &[&Wrong]) -> Option<Finding> {
    let Some(Wrong::Mixed(open, close)) = mixed.first() else { return None };
    let gaps = [("open", Said::Words(mark(copy, open)?)), ("close", Said::Words(mark(copy, close)?))];
    let closing = |wrong: &&Wrong| match wrong {
        Wrong::Mixed(_, close) => place(copy, close, Side::None),
        _ => None,
    };
    let places: Vec<Place> = mixed.iter().take(MOST).filter_map(closing).collect();
    Some(Finding::new(Rule::Quotations, "quote", Level::Warn, Message::new(Word::QuoteMixed, gaps), places))
}

/// Quotations between the same marks as the one that they stand in.
fn nested(copy: &Copy<'_>, walked: &Walked) -> Vec<Finding> {
    let profile = copy.profile();
    let [_, inner] = profile.language().marks.quotes.as_slice() else { return Vec::new() };
    if profile.usage().quotations.merges {
        return Vec::new();
    }
    let finding = |quotation: &Quotation| {
        let passage = copy.passages.get(quotation.passage)?;
        let gaps = [("open", Said::Words(inner[0].clone())), ("close", Said::Words(inner[1].clone()))];
        let places = vec![copy.place(passage, quotation.at.clone())];
        Some(Finding::new(Rule::Quotations, "nested", Level::Note, Message::new(Word::QuoteNested, gaps), places))
    };
    walked.quotations.iter().filter(|quotation| quotation.same_within).take(MOST).filter_map(finding).collect()
}

/// Quotations of whole sentences that nobody says, in their paragraph or beside it.
fn unsaid(copy: &Copy<'_>, walked: &Walked) -> Vec<Finding> {
    let says = |at: Option<usize>| {
        let passage = at.and_then(|at| copy.passages.get(at)).filter(|passage| passage.role == Role::Paragraph);
        passage.is_some_and(|passage| says(copy, passage))
    };
    let nobody = |quotation: &&Quotation| {
        let Some(passage) = copy.passages.get(quotation.passage) else { return false };
        let words = passage.text.get(quotation.at.clone()).unwrap_or_default();
        passage.role == Role::Paragraph
            && copy.profile().words_in(words) >= FEWEST_WORDS
            && !says(Some(quotation.passage))
            && !says(quotation.passage.checked_sub(1))
            && !says(Some(quotation.passage + 1))
    };
    let finding = |quotation: &Quotation| {
        let passage = copy.passages.get(quotation.passage)?;
        let places = vec![copy.place(passage, quotation.at.clone())];
        Some(Finding::new(Rule::Quotations, "unsaid", Level::Note, Message::plain(Word::QuoteUnsaid), places))
    };
    walked.quotations.iter().filter(nobody).take(MOST).filter_map(finding).collect()
}

/// Whether somebody says something in the passage, outside what is quoted.
fn says(copy: &Copy<'_>, passage: &Passage) -> bool {
    let said = copy.profile().usage().quotations.says.find_in(passage.folded());
    said.iter().any(|at| !passage.is_quoted(at)) || passage.text.contains([':', '：'])
}

/// On which side of a mark the word stands that is shown with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
    None,
}

fn mark(copy: &Copy<'_>, spot: &Spot) -> Option<String> {
    copy.passages.get(spot.passage)?.text.get(spot.at.clone()).map(str::to_owned)
}

/// The place of a mark, with the word beside it.
fn place(copy: &Copy<'_>, spot: &Spot, side: Side) -> Option<Place> {
    let passage = copy.passages.get(spot.passage)?;
    Some(copy.place(passage, with_word(&passage.text, &spot.at, side)))
}

/// The most characters that are shown beside a mark.
const LONGEST_WORD: usize = 12;

fn with_word(text: &str, at: &Range<usize>, side: Side) -> Range<usize> {
    let mut seen = false;
    let mut part = |c: char| {
        seen |= lang::letter::is_alphanumeric(c);
        !seen || lang::letter::is_alphanumeric(c)
    };
    match side {
        Side::None => at.clone(),
        Side::Behind => {
            let rest = text.get(at.end..).unwrap_or_default();
            let taken = rest.chars().take(LONGEST_WORD).take_while(|c| part(*c)).map(char::len_utf8).sum::<usize>();
            at.start..at.end + taken
        }
        Side::Before => {
            let rest = text.get(..at.start).unwrap_or_default();
            let taken =
                rest.chars().rev().take(LONGEST_WORD).take_while(|c| part(*c)).map(char::len_utf8).sum::<usize>();
            at.start - taken..at.end
        }
    }
}
