//! Finding the patterns in a sentence.

mod early;

use super::{
    Arithmetic, Claim, Role,
    pattern::{Element, Gap, Strict},
    sets::{Found, Set},
    tokens::{Piece, Token, tokens},
};
use crate::{
    Profile, Value, What,
    values::{Form, Sort},
};
use early::{Told, may_stand};
use std::ops::Range;

/// Something that a sentence states of its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// What.
    pub claim: Claim,
    /// The figures, in the order of the pattern.
    pub held: Vec<Held>,
    /// Which way they go.
    pub moves: Vec<Move>,
    /// Its bytes in the text.
    pub at: Range<usize>,
}

/// A figure of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// What it is there.
    pub role: Role,
    /// Its place in the values of the sentence.
    pub value: usize,
    /// Whether words before it say that it is near.
    pub about: bool,
}

/// A word that says which way.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Above 1 for up, below 1 for down.
    pub up: bool,
    /// How many times as much, where the word says so.
    pub times: Option<f64>,
    /// Whether words before it say that it is near.
    pub about: bool,
    /// Its bytes in the text.
    pub at: Range<usize>,
}

/// The lists of words that say which way, with what they say.
pub(super) const MOVES: [(&str, bool, Option<f64>); 6] = [
    ("twice", true, Some(2.0)),
    ("thrice", true, Some(3.0)),
    ("fourfold", true, Some(4.0)),
    ("half", false, Some(0.5)),
    ("rise", true, None),
    ("fall", false, None),
];

/// How many steps a pattern may take from one place.
const STEPS: usize = 4_000;

/// How many figures in a row are read.
const LONGEST_ROW: usize = 12;

/// How many tokens of a sentence are read: a longer one is no sentence.
const LONGEST: usize = 600;

impl Profile {
    /// What a sentence states of its figures; `values` are those of the sentence.
    pub fn stated(&self, text: &str, sentence: Range<usize>, values: &[Value]) -> Vec<Stated> {
        if values.len() < 2 {
            return Vec::new();
        }
        let mut tokens = tokens(text, sentence, values);
        tokens.truncate(LONGEST);
        if tokens.iter().filter(|token| matches!(token.what, Piece::Figure(_))).count() < 2 {
            return Vec::new();
        }
        Reading::new(text, &self.arithmetic, &tokens, values).all()
    }

    /// Whether a verb stands behind what it tells of.
    pub fn has_verbs_last(&self) -> bool {
        self.arithmetic.verbs_last
    }

    /// Whether one of the phrases of a list of `arithmetic.toml` stands in a piece of a text.
    pub fn says_one_of(&self, list: &str, text: &str, at: Range<usize>) -> bool {
        let Some(set) = self.arithmetic.sets.get(&super::bracketed(list)) else { return false };
        let tokens = tokens(text, at, &[]);
        self.arithmetic.sets.stands(set, &self.arithmetic.prefixes, &tokens)
    }
}

struct Reading<'a> {
    text: &'a str,
    of: &'a Arithmetic,
    tokens: &'a [Token],
    values: &'a [Value],
    found: Found,
    /// By token, what is asked of it most.
    told: Vec<Told>,
}

/// What a pattern holds so far.
#[derive(Default)]
struct State {
    held: Vec<Held>,
    moves: Vec<Move>,
    steps: usize,
    end: usize,
}

impl<'a> Reading<'a> {
    fn new(text: &'a str, of: &'a Arithmetic, tokens: &'a [Token], values: &'a [Value]) -> Self {
        let found = of.sets.find(&of.prefixes, tokens);
        let told = early::told(of, tokens, &found);
        Self { text, of, tokens, values, found, told }
    }

    fn all(&self) -> Vec<Stated> {
        let mut out = Vec::new();
        let here = self.found.sets(self.of.sets.len());
        let figures = self.tokens.iter().filter(|token| matches!(token.what, Piece::Figure(_))).count();
        for (claim, elements) in self.of.patterns.iter().filter(|(_, elements)| may_stand(elements, &here, figures)) {
            for from in (0..self.tokens.len()).filter(|from| self.may_open(elements, *from)) {
                let mut state = State::default();
                if self.step(elements, from, &mut state) {
                    let start = self.tokens.get(from).map_or(0, |token| token.at.start);
                    let end = self.tokens.get(state.end.saturating_sub(1)).map_or(start, |token| token.at.end);
                    let State { held, moves, .. } = state;
                    out.push(Stated { claim: *claim, held, moves, at: start..end });
                }
            }
        }
        out
    }

    /// Whether the rest of a pattern stands here.
    fn step(&self, elements: &[Element], from: usize, state: &mut State) -> bool {
        state.steps += 1;
        if state.steps > STEPS {
            return false;
        }
        let Some((element, rest)) = elements.split_first() else {
            state.end = from;
            return true;
        };
        match element {
            Element::Figure(role) => self.figure(*role, from).is_some_and(|(held, next)| {
                state.held.push(held);
                self.step(rest, next, state) || {
                    state.held.pop();
                    false
                }
            }),
            Element::Row { role, least, strict } => {
                let row = self.row(*role, *strict, from);
                let before = state.held.len();
                (*least..=row.len()).rev().any(|many| {
                    let Some((_, next)) = many.checked_sub(1).and_then(|last| row.get(last)) else { return false };
                    state.held.extend(row.iter().take(many).map(|(held, _)| held));
                    self.step(rest, *next, state) || {
                        state.held.truncate(before);
                        false
                    }
                })
            }
            Element::Words(words, needed) => {
                self.found.ends(*words, from).any(|next| self.step(rest, next, state))
                    || (!needed && self.step(rest, from, state))
            }
            Element::Move(needed) => {
                let found: Vec<(Move, usize)> = self.moves(from).collect();
                found.into_iter().any(|(way, next)| {
                    state.moves.push(way);
                    self.step(rest, next, state) || {
                        state.moves.pop();
                        false
                    }
                }) || !needed && self.step(rest, from, state)
            }
            Element::Start => {
                let marked = |at: usize| matches!(self.piece(at), Some(Piece::Mark(':' | ';' | ',' | '-' | '(')));
                (from == 0 || from.checked_sub(1).is_some_and(marked)) && self.step(rest, from, state)
            }
            Element::Gap(gap) => {
                let (mut at, mut weight) = (from, 0);
                let wants_figure = wants_figure(rest);
                loop {
                    // "Of the 18 countries and 24 states": the second figure is beside the first, not of it.
                    let beside = wants_figure && at > from && self.is_and(at - 1);
                    if self.fails_at_once(rest, at) {
                        // It is a step all the same.
                        state.steps += usize::from(!beside);
                    } else if !beside && self.step(rest, at, state) {
                        return true;
                    }
                    weight += self.weight(at);
                    if !self.passes(at, *gap) || weight > 2 * gap.most {
                        return false;
                    }
                    at += 1;
                }
            }
        }
    }

    /// Whether an "and" of one word stands here.
    fn is_and(&self, at: usize) -> bool {
        self.told.get(at).is_some_and(|told| told.and)
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        self.tokens.get(at).map(|token| &token.what)
    }

    /// How long a token is, in half words.
    fn weight(&self, at: usize) -> usize {
        self.told.get(at).map_or(2, |told| told.weight)
    }

    /// Whether a gap may hold it.
    fn passes(&self, at: usize, gap: Gap) -> bool {
        match self.piece(at) {
            None => false,
            Some(Piece::Word(_) | Piece::Other) => true,
            Some(Piece::Mark(',')) => gap.commas,
            Some(Piece::Mark(mark)) => matches!(mark, '-' | '"' | '%' | '/' | '$' | '.' | '&'),
            Some(Piece::Figure(value)) => {
                self.values.get(*value).is_some_and(|value| small(value) || gap.numbers && few(value))
            }
        }
    }

    /// The figure that stands here, behind words such as "about" and "the".
    fn figure(&self, role: Role, from: usize) -> Option<(Held, usize)> {
        let (mut at, mut near) = (from, false);
        for _ in 0..4 {
            if let Some(Piece::Figure(value)) = self.piece(at) {
                let fits = self.values.get(*value).is_some_and(|value| suits(role, value));
                return fits.then_some((Held { role, value: *value, about: near }, at + 1));
            }
            let about = self.found.ends(self.of.named.about, at).max();
            near |= about.is_some();
            at = about.or_else(|| self.found.ends(self.of.named.plain, at).max())?;
        }
        None
    }

    /// The figures in a row that begins here, each with what comes after it.
    fn row(&self, role: Role, strict: Strict, from: usize) -> Vec<(Held, usize)> {
        let mut out: Vec<(Held, usize)> = Vec::new();
        let (mut at, mut before) = (from, from);
        while let Some((held, next)) = self.figure(role, at).filter(|_| out.len() < LONGEST_ROW) {
            let (noun, after) = self.noun(next, strict);
            let stands = |set| (before..noun).any(|at| self.stands(set, at));
            let named = &self.of.named;
            let apart =
                strict <= Strict::NoOthers && stands(named.apart) || strict == Strict::NoVerbs && stands(named.finite);
            if !out.is_empty() && apart {
                break;
            }
            out.push((held, next));
            before = noun;
            match after {
                Some(after) => at = after,
                None => break,
            }
        }
        out
    }

    /// Where the noun behind a figure ends, and where the next figure of a row stands: behind a comma or an "and".
    fn noun(&self, from: usize, strict: Strict) -> (usize, Option<usize>) {
        let (mut at, mut weight) = (from, 0);
        // Where the noun ended, and how much of what stands between the comma and the next figure was passed.
        let mut parted: Option<(usize, usize)> = None;
        while weight <= 18 {
            let noun = parted.map_or(at, |(end, _)| end);
            let and = self.found.ends(self.of.named.and, at).max();
            match (self.piece(at), and) {
                (Some(Piece::Figure(value)), _) if self.is_number(*value) => {
                    let next = parted.is_some() || self.has_prefix(*value);
                    return (noun, next.then_some(at));
                }
                (_, Some(after)) => {
                    parted = Some((noun, 0));
                    at = after;
                    continue;
                }
                (Some(Piece::Mark(',' | ';')), _) => parted = Some((noun, 0)),
                // An "and" that is written with the verb of the next figure.
                (Some(Piece::Word(_)), None)
                    if parted.is_none()
                        && strict > Strict::NoVerbs
                        && self.is_joined(at)
                        && self.near_figure(at + 1) =>
                {
                    parted = Some((noun, 0));
                }
                // A day or a time is no figure of the row: "12 on Monday and 15 on Tuesday".
                (Some(Piece::Word(_) | Piece::Figure(_) | Piece::Other | Piece::Mark('-' | '"')), _) => {
                    if let Some((end, passed)) = &mut parted {
                        if self.near_figure(at) {
                            return (*end, Some(at));
                        }
                        *passed += self.weight(at);
                        if *passed > strict.between() {
                            return (*end, None);
                        }
                    }
                }
                _ => return (noun, None),
            }
            weight += self.weight(at);
            at += 1;
        }
        (at, None)
    }

    /// Whether a value is a number, and no day or time.
    fn is_number(&self, value: usize) -> bool {
        self.values.get(value).is_some_and(|value| matches!(value.what, What::Number(_)))
    }

    /// Whether a figure in words has an "and" written before it without a space.
    fn has_prefix(&self, value: usize) -> bool {
        let words = self.values.get(value).and_then(|value| self.text.get(value.at.clone())).unwrap_or_default();
        self.of.joined.iter().any(|and| words.starts_with(and.as_str()))
    }

    /// Whether a word has an "and" written before it without a space.
    fn is_joined(&self, at: usize) -> bool {
        let Some(word) = self.tokens.get(at).and_then(|token| self.text.get(token.at.clone())) else { return false };
        self.of.joined.iter().any(|and| word.len() > and.len() && word.starts_with(and.as_str()))
    }

    /// Whether words such as "about" and a figure stand here.
    fn near_figure(&self, at: usize) -> bool {
        self.figure(Role::Part, at).or_else(|| self.figure(Role::Percent, at)).is_some()
    }

    /// Whether a phrase of a set begins here.
    fn stands(&self, set: Set, at: usize) -> bool {
        self.found.ends(set, at).next().is_some()
    }

    /// The words that stand here and say which way.
    fn moves(&self, from: usize) -> impl Iterator<Item = (Move, usize)> + '_ {
        MOVES.iter().zip(self.of.named.moves).filter_map(move |(&(_, up, times), set)| {
            let next = self.found.ends(set, from).max()?;
            let at = self.tokens.get(from)?.at.start..self.tokens.get(next.checked_sub(1)?)?.at.end;
            let before = (1..=3).filter_map(|back| from.checked_sub(back));
            let about =
                before.into_iter().any(|start| self.found.ends(self.of.named.about, start).any(|end| end == from));
            Some((Move { up, times, about, at }, next))
        })
    }
}

/// Whether a figure comes next in a pattern.
fn wants_figure(rest: &[Element]) -> bool {
    let next = rest.iter().find(|element| !matches!(element, Element::Words(_, false)));
    matches!(next, Some(Element::Figure(_) | Element::Row { .. }))
}

/// Whether a gap may hold a figure: one, in words, or a part.
fn small(value: &Value) -> bool {
    match &value.what {
        What::Number(number) => number.form == Form::Words && number.value <= 1.0 || number.sort == Sort::Share,
        _ => true,
    }
}

/// Whether it is a number up to twelve, in words.
fn few(value: &Value) -> bool {
    matches!(&value.what, What::Number(number) if number.form == Form::Words && number.value <= 12.0)
}

/// Whether a figure can play that part.
fn suits(role: Role, value: &Value) -> bool {
    let What::Number(number) = &value.what else { return false };
    match role {
        Role::Whole | Role::Part | Role::Member => number.sort == Sort::Count,
        Role::Percent => matches!(number.sort, Sort::Percent | Sort::Share),
        Role::From | Role::To | Role::By => matches!(number.sort, Sort::Count | Sort::Percent | Sort::Points),
    }
}
