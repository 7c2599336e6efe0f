//! Patterns in the order of their first words, and the search for the longest that fits.

use super::{
    gap::{Gap, Opens},
    pattern::{self, First, Gaps as _, Lists, Node},
    take::{Caught, Taking},
    tokens::{Kind, Token, Tokens},
    vocabulary::{Id, Vocabulary},
};
use foldhash::HashMap;
use std::{collections::BTreeMap, ops::Range};

/// Patterns of several sorts, found by what they can begin with.
#[derive(Debug)]
pub(super) struct Index<S> {
    patterns: Vec<(S, Vec<Node>)>,
    by_word: HashMap<Id, Vec<usize>>,
    by_gap: Vec<(Gap, Vec<usize>)>,
}

/// The best claim that begins at a token: the token after it, and what it is.
type Waiting<T> = BTreeMap<usize, (usize, Option<T>)>;

impl<S: Copy> Index<S> {
    /// Reads patterns; or names one that cannot be read.
    pub fn new<'p>(
        patterns: impl Iterator<Item = (S, &'p String)>,
        lists: &Lists,
        known: &mut Vocabulary,
    ) -> Result<Self, String> {
        Self::cut_by(Tokens::new, patterns, lists, known)
    }

    /// Reads patterns whose words are compared in another way: as `cut` cuts them up.
    pub fn cut_by<'p>(
        cut: fn(&str) -> Tokens,
        patterns: impl Iterator<Item = (S, &'p String)>,
        lists: &Lists,
        known: &mut Vocabulary,
    ) -> Result<Self, String> {
        let mut out = Self { patterns: Vec::new(), by_word: HashMap::default(), by_gap: Vec::new() };
        for (sort, pattern) in patterns {
            let nodes = pattern::parse(pattern, lists, cut, known).ok_or_else(|| pattern.clone())?;
            out.add(sort, nodes).ok_or_else(|| pattern.clone())?;
        }
        Ok(out)
    }

    fn add(&mut self, sort: S, nodes: Vec<Node>) -> Option<()> {
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

    /// The longest claims, in order, none within another; `what` says what one is, nothing for one that only keeps
    /// others away, and refuses it altogether with `None`.
    pub fn find<T>(
        &self,
        taking: &Taking,
        tokens: &Tokens,
        what: impl Fn(S, &Caught) -> Option<Option<T>>,
    ) -> Vec<(Range<usize>, T)> {
        let found = self.find_tokens(taking, tokens, what);
        found.into_iter().filter_map(|(at, what)| Some((bytes(tokens, &at)?, what))).collect()
    }

    /// As [`Index::find`], by the tokens of each claim.
    pub fn find_tokens<T>(
        &self,
        taking: &Taking,
        tokens: &Tokens,
        what: impl Fn(S, &Caught) -> Option<Option<T>>,
    ) -> Vec<(Range<usize>, T)> {
        let mut out = Vec::new();
        let mut free = 0;
        let mut waiting: Waiting<T> = BTreeMap::new();
        let mut tried = Vec::new();
        for at in 0..tokens.list.len() {
            for (claim, sort, caught) in self.claims(taking, tokens, at, &mut tried) {
                let longer = waiting.get(&claim.start).is_none_or(|before| before.0 < claim.end);
                if longer
                    && claim.start >= free
                    && let Some(what) = what(sort, &caught)
                {
                    waiting.insert(claim.start, (claim.end, what));
                }
            }
            while let Some(first) = waiting.first_entry().filter(|first| *first.key() <= at) {
                let (start, (end, what)) = first.remove_entry();
                if start < free {
                    continue;
                }
                free = end;
                if let Some(what) = what {
                    out.push((start..end, what));
                }
            }
        }
        out
    }

    /// What the patterns claim that begin at a token; `tried` is room to work in.
    fn claims(
        &self,
        taking: &Taking,
        tokens: &Tokens,
        at: usize,
        tried: &mut Vec<usize>,
    ) -> Vec<(Range<usize>, S, Caught)> {
        let mut out = Vec::new();
        tried.clear();
        for id in std::iter::once(tokens.id(at)).filter(|id| *id != 0).chain(tokens.bare(at)) {
            tried.extend(self.by_word.get(&id).into_iter().flatten());
        }
        let opens = Opens::of(taking, tokens, at);
        for (gap, patterns) in &self.by_gap {
            if opens.may(*gap) && taking.take(*gap, tokens, at, &mut Caught::default()).is_some() {
                tried.extend(patterns);
            }
        }
        tried.sort_unstable();
        tried.dedup();
        for (sort, nodes) in tried.iter().filter_map(|at| self.patterns.get(*at)) {
            let Some(way) = pattern::fits(taking, tokens, nodes, at) else { continue };
            let claim = way.claim.0.unwrap_or(at)..way.claim.1.unwrap_or(way.next);
            if !claim.is_empty() && stands_free(taking, tokens, &claim) {
                out.push((claim, *sort, way.caught()));
            }
        }
        out
    }
}

fn bytes(tokens: &Tokens, claim: &Range<usize>) -> Option<Range<usize>> {
    Some(tokens.get(claim.start)?.at.start..tokens.get(claim.end.checked_sub(1)?)?.at.end)
}

/// Whether a claim neither begins nor ends within a word or a number: not the 983 of 1,983, nor the 26 of B26.
fn stands_free(taking: &Taking, tokens: &Tokens, claim: &Range<usize>) -> bool {
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
    let glued =
        claim.start.checked_sub(1).and_then(|at| tokens.folded(at)).is_some_and(|word| taking.vocabulary.glues(word));
    if !glued && before.is_some_and(|before| solid(before) && solid(first) && (figures(first) || figures(before))) {
        return false;
    }
    let money = |at: usize| ["$", "€", "£", "¥", "₽", "₹", "#", "№"].iter().any(|mark| tokens.is(at, mark));
    if let Some(mark) = claim.start.checked_sub(1).filter(|_| first.joined && figures(first)) {
        let joined = tokens.get(mark).is_some_and(|token| token.joined);
        // A colon behind a year is none of a time: 2004:4月26日.
        let time = |token: &Token| !tokens.is(mark, ":") || matches!(token.kind, Kind::Figures(_, ..=2));
        let number =
            mark.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| figures(token) && time(token));
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
