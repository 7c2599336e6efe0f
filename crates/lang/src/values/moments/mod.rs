//! Dates and times in running text.
//!
//! The text is cut up once; at every word the patterns that can begin with it are tried, each over a few words, so
//! the work is linear in the length of the text. What a language writes is data: `moments.toml`.

mod gap;
mod names;
mod pattern;
mod take;
#[cfg(test)]
mod tests;
mod tokens;
mod values;
pub(crate) mod words;

use super::{Value, What};
use crate::{
    Profile, built_in,
    language::{DateOrder, Dates},
};
use pattern::{First, Gaps as _, Node};
use std::{collections::HashMap, ops::Range};
use take::{Caught, Taking};
use tokens::{Kind, Token, Tokens};
use values::Sort;
use words::{CommonMoments, MomentWords, Patterns};

/// The patterns of a language, ready to be used.
#[derive(Debug)]
pub(crate) struct Moments {
    taking: Taking,
    patterns: Vec<(Sort, Vec<Node>)>,
    by_word: HashMap<String, Vec<usize>>,
    by_gap: Vec<(gap::Gap, Vec<usize>)>,
    order: DateOrder,
}

impl Moments {
    /// Reads the patterns; or names one that cannot be read.
    pub fn new(words: &MomentWords, dates: &Dates) -> Result<Self, String> {
        let common: CommonMoments = built_in::common("moments.toml");
        let ordered = match dates.order {
            DateOrder::Dmy => &common.dmy,
            DateOrder::Mdy => &common.mdy,
            DateOrder::Ymd => &common.ymd,
        };
        let taking = Taking {
            names: names::Names::new(words, dates),
            roman_endings: words.words.roman_endings.iter().map(|ending| crate::fold(ending)).collect(),
        };
        let mut out =
            Self { taking, patterns: Vec::new(), by_word: HashMap::new(), by_gap: Vec::new(), order: dates.order };
        for patterns in [&words.patterns, &common.all, ordered] {
            for (sort, pattern) in sorted(patterns) {
                let nodes = pattern::parse(pattern, &words.lists).ok_or_else(|| pattern.clone())?;
                out.add(sort, nodes).ok_or_else(|| pattern.clone())?;
            }
        }
        Ok(out)
    }

    fn add(&mut self, sort: Sort, nodes: Vec<Node>) -> Option<()> {
        let mut firsts = Vec::new();
        let empty = pattern::firsts(&nodes, &mut firsts);
        (!empty).then_some(())?;
        firsts.sort_unstable();
        firsts.dedup();
        let at = self.patterns.len();
        for first in firsts {
            match first {
                First::Word(word) => self.by_word.entry(word).or_default().push(at),
                First::Gap(gap) => match self.by_gap.iter_mut().find(|entry| entry.0 == gap) {
                    Some(entry) => entry.1.push(at),
                    None => self.by_gap.push((gap, vec![at])),
                },
            }
        }
        self.patterns.push((sort, nodes));
        Some(())
    }

    /// The moments in a text, in order.
    pub fn find(&self, text: &str) -> Vec<Value> {
        let tokens = Tokens::new(text);
        let mut out = Vec::new();
        let mut free = 0;
        // The best claim that begins at a token, until that token is reached.
        let mut waiting: std::collections::BTreeMap<usize, (usize, Option<What>)> = Default::default();
        for at in 0..tokens.list.len() {
            for (claim, what) in self.claims(&tokens, at) {
                let longer = waiting.get(&claim.start).is_none_or(|before| before.0 < claim.end);
                if longer && claim.start >= free {
                    waiting.insert(claim.start, (claim.end, what));
                }
            }
            while let Some(first) = waiting.first_entry().filter(|first| *first.key() <= at) {
                let (start, (end, what)) = first.remove_entry();
                if start < free {
                    continue;
                }
                free = end;
                if let (Some(what), Some(at)) = (what, bytes(&tokens, &(start..end))) {
                    out.push(Value { at, what });
                }
            }
        }
        out
    }

    /// What the patterns claim that begin at a token.
    fn claims(&self, tokens: &Tokens, at: usize) -> Vec<(Range<usize>, Option<What>)> {
        let mut out = Vec::new();
        let Some(folded) = tokens.folded(at) else { return out };
        let mut tried: Vec<usize> = Vec::new();
        tried.extend(self.by_word.get(folded).into_iter().flatten());
        for rest in self.taking.names.unglued(folded) {
            tried.extend(self.by_word.get(&rest).into_iter().flatten());
        }
        for (gap, patterns) in &self.by_gap {
            if self.taking.take(*gap, tokens, at, &mut Caught::default()).is_some() {
                tried.extend(patterns);
            }
        }
        tried.sort_unstable();
        tried.dedup();
        for (sort, nodes) in tried.iter().filter_map(|at| self.patterns.get(*at)) {
            let Some(way) = pattern::fits(&self.taking, tokens, nodes, at) else { continue };
            let claim = way.claim.0.unwrap_or(at)..way.claim.1.unwrap_or(way.next);
            if claim.is_empty() || !stands_free(tokens, &claim) {
                continue;
            }
            match sort {
                Sort::None => out.push((claim, None)),
                sort => out.extend(sort.what(&way.caught(), self.order).map(|what| (claim, Some(what)))),
            }
        }
        out
    }
}

impl Profile {
    /// The dates and times in a text, in order.
    pub(super) fn moments(&self, text: &str) -> Vec<Value> {
        self.moments.find(text)
    }
}

fn sorted(patterns: &Patterns) -> impl Iterator<Item = (Sort, &String)> {
    [
        (Sort::None, &patterns.none),
        (Sort::Day, &patterns.day),
        (Sort::Month, &patterns.month),
        (Sort::Years, &patterns.years),
        (Sort::Year, &patterns.year),
        (Sort::Decade, &patterns.decade),
        (Sort::Century, &patterns.century),
        (Sort::Weekday, &patterns.weekday),
        (Sort::Clock, &patterns.clock),
    ]
    .into_iter()
    .flat_map(|(sort, list)| list.iter().map(move |pattern| (sort, pattern)))
}

fn bytes(tokens: &Tokens, claim: &Range<usize>) -> Option<Range<usize>> {
    Some(tokens.get(claim.start)?.at.start..tokens.get(claim.end.checked_sub(1)?)?.at.end)
}

/// Whether a claim neither begins nor ends within a word or a number: not the 983 of 1,983, nor the 26 of B26.
fn stands_free(tokens: &Tokens, claim: &Range<usize>) -> bool {
    let solid = |token: &Token| matches!(token.kind, Kind::Word | Kind::Figures(..));
    let figures = |token: &Token| matches!(token.kind, Kind::Figures(..));
    let separates = |at: usize| {
        tokens.get(at).is_some_and(|token| token.kind == Kind::Mark)
            && [".", ",", "٫", "٬", ":", "/", "-", "·"].iter().any(|mark| tokens.is(at, mark))
    };
    let (Some(first), Some(last)) = (tokens.get(claim.start), tokens.get(claim.end.saturating_sub(1))) else {
        return false;
    };
    let before = claim.start.checked_sub(1).and_then(|at| tokens.get(at)).filter(|_| first.joined);
    if before.is_some_and(|before| solid(before) && solid(first) && (figures(first) || figures(before))) {
        return false;
    }
    let money = |at: usize| ["$", "€", "£", "¥", "₽", "₹", "#", "№"].iter().any(|mark| tokens.is(at, mark));
    if let Some(mark) = claim.start.checked_sub(1).filter(|_| first.joined && figures(first)) {
        let joined = tokens.get(mark).is_some_and(|token| token.joined);
        let number = mark.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(figures);
        if money(mark) || separates(mark) && joined && number {
            return false;
        }
    }
    let after = tokens.get(claim.end).filter(|after| after.joined);
    if after.is_some_and(|after| solid(after) && solid(last) && (figures(last) || figures(after))) {
        return false;
    }
    let runs_on = after.is_some() && figures(last) && separates(claim.end);
    !(runs_on && tokens.get(claim.end + 1).is_some_and(|next| next.joined && figures(next)))
}
