//! Patterns: how a language writes dates, as data.
//!
//! | in a pattern | stands for |
//! |---|---|
//! | `word` | itself, as copy is compared; spaces make no difference |
//! | `{gap}` | what [`Gap`] or a list of the data names so |
//! | `(a\|b)` | one of these |
//! | `x?` | this or nothing: a word, a gap, a bracket |
//! | `!x` | no such thing may come next |
//! | `_` | nothing may stand between what is before and after it, no space either |
//! | `^` | the word that comes next begins with a capital |
//! | `\x` | the mark x itself, where it would mean something else |
//! | `[x]` | what is claimed, where the rest is only what has to stand around it |

use super::{
    gap::Gap,
    tokens::{Kind, Tokens},
    vocabulary::{Id, Vocabulary},
};
use std::collections::BTreeMap;

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// A word or mark, by its number.
    Word(Id),
    /// A gap.
    Gap(Gap),
    /// One of these.
    Either(Vec<Vec<Node>>),
    /// These or nothing.
    Maybe(Vec<Node>),
    /// Not these.
    Not(Vec<Node>),
    /// No space.
    Joined,
    /// A capital.
    Capital,
    /// The claim begins.
    Open,
    /// The claim ends.
    Close,
}

/// Lists of words that patterns name.
pub(super) type Lists = BTreeMap<String, Vec<String>>;

/// Reads a pattern; nothing when its brackets do not match or a list refers to itself.
/// `cut` cuts words up as the text will be, `known` numbers them.
pub(super) fn parse(
    pattern: &str,
    lists: &Lists,
    cut: fn(&str) -> Tokens,
    known: &mut Vocabulary,
) -> Option<Vec<Node>> {
    let mut reader = Reader { rest: pattern, lists, depth: 0, cut, known };
    let nodes = reader.sequence()?;
    reader.rest.is_empty().then_some(nodes)
}

struct Reader<'p> {
    rest: &'p str,
    lists: &'p Lists,
    depth: u8,
    cut: fn(&str) -> Tokens,
    known: &'p mut Vocabulary,
}

impl Reader<'_> {
    fn sequence(&mut self) -> Option<Vec<Node>> {
        let mut out = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            let Some(c) = self.rest.chars().next().filter(|c| !matches!(c, '|' | ')')) else { return Some(out) };
            let mut one = self.one(c)?;
            if let Some(rest) = self.rest.trim_start().strip_prefix('?') {
                self.rest = rest;
                one = vec![Node::Maybe(one)];
            }
            out.append(&mut one);
        }
    }

    fn one(&mut self, c: char) -> Option<Vec<Node>> {
        let after = self.rest.get(c.len_utf8()..)?;
        let simple = |node| Some(vec![node]);
        match c {
            '[' | ']' | '_' | '^' | '!' => self.rest = after,
            _ => {}
        }
        match c {
            '[' => simple(Node::Open),
            ']' => simple(Node::Close),
            '_' => simple(Node::Joined),
            '^' => simple(Node::Capital),
            '!' => {
                let next = self.rest.chars().next()?;
                Some(vec![Node::Not(self.one(next)?)])
            }
            '(' => {
                self.rest = after;
                let mut ways = vec![self.sequence()?];
                while let Some(rest) = self.rest.strip_prefix('|') {
                    self.rest = rest;
                    ways.push(self.sequence()?);
                }
                self.rest = self.rest.strip_prefix(')')?;
                simple(Node::Either(ways))
            }
            '{' => {
                let (name, rest) = after.split_once('}')?;
                self.rest = rest;
                match self.lists.get(name) {
                    Some(list) => self.list(list),
                    None => simple(Node::Gap(Gap::named(name)?)),
                }
            }
            '\\' => {
                let mark = after.chars().next()?;
                self.rest = after.get(mark.len_utf8()..)?;
                Some(self.words(mark.encode_utf8(&mut [0; 4])))
            }
            _ => {
                let special = |c: char| c.is_whitespace() || "[]_^!(){}|?\\".contains(c);
                let end = self.rest.find(special).unwrap_or(self.rest.len());
                let (run, rest) = self.rest.split_at(end);
                self.rest = rest;
                (!run.is_empty()).then(|| self.words(run))
            }
        }
    }

    /// A list is one of its entries, each a pattern.
    fn list(&mut self, list: &[String]) -> Option<Vec<Node>> {
        (self.depth < 4).then_some(())?;
        let inner = |entry: &String| {
            let (lists, depth, cut) = (self.lists, self.depth + 1, self.cut);
            let mut reader = Reader { rest: entry, lists, depth, cut, known: self.known };
            reader.sequence().filter(|_| reader.rest.is_empty())
        };
        Some(vec![Node::Either(list.iter().map(inner).collect::<Option<_>>()?)])
    }

    /// A run of letters, figures or marks, as the text is cut up.
    fn words(&mut self, run: &str) -> Vec<Node> {
        let tokens = (self.cut)(run);
        let words = (0..tokens.list.len()).filter_map(|at| tokens.folded(at));
        words.map(|folded| Node::Word(self.known.learn(folded))).collect()
    }
}

/// What a pattern can begin with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum First {
    /// This word.
    Word(Id),
    /// This gap.
    Gap(Gap),
}

/// Adds everything that the nodes can begin with; true when they can be passed without taking anything.
pub(super) fn firsts(nodes: &[Node], out: &mut Vec<First>) -> bool {
    nodes.iter().all(|node| match node {
        Node::Word(word) => {
            out.push(First::Word(*word));
            false
        }
        Node::Gap(name) => {
            out.push(First::Gap(*name));
            false
        }
        // Every way is looked at, even when an earlier one can be passed.
        Node::Either(ways) => ways.iter().map(|way| firsts(way, out)).filter(|passed| *passed).count() > 0,
        Node::Maybe(inner) => {
            firsts(inner, out);
            true
        }
        Node::Not(_) | Node::Joined | Node::Capital | Node::Open | Node::Close => true,
    })
}

/// How far a match has come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Way<C> {
    /// The next token.
    pub next: usize,
    /// Where the claim begins and ends, in tokens.
    pub claim: (Option<usize>, Option<usize>),
    /// What was caught in the gaps so far.
    caught: C,
    /// What was caught within the claim, once it has ended.
    of_claim: Option<C>,
}

impl<C> Way<C> {
    /// What was caught: within the claim, where there is one.
    pub fn caught(self) -> C {
        self.of_claim.unwrap_or(self.caught)
    }
}

/// What gaps take.
pub(super) trait Gaps {
    /// What is caught.
    type Caught: Copy + Default;

    /// Takes a gap at a token: the token after it.
    fn take(&self, gap: Gap, tokens: &Tokens, at: usize, caught: &mut Self::Caught) -> Option<usize>;
}

/// Matches a pattern at a token: the first way that fits, every optional part taken where it can be.
pub(super) fn fits<G: Gaps>(gaps: &G, tokens: &Tokens, nodes: &[Node], at: usize) -> Option<Way<G::Caught>> {
    let mut way = Way { next: at, ..Way::default() };
    let mut steps = 400;
    let fits = go(gaps, tokens, Todo { nodes, then: None }, &mut way, &mut steps);
    (fits && way.next > at).then_some(way)
}

/// What is left of a pattern: these nodes, then those.
#[derive(Clone, Copy)]
struct Todo<'t> {
    nodes: &'t [Node],
    then: Option<&'t Todo<'t>>,
}

/// Follows a pattern to its end. Patterns are short, and no way leads back; the count of steps is for patterns that
/// somebody writes badly. Where it fails, the way is left wherever it failed.
fn go<G: Gaps>(gaps: &G, tokens: &Tokens, mut todo: Todo<'_>, way: &mut Way<G::Caught>, steps: &mut u32) -> bool {
    loop {
        let Some((node, rest)) = todo.nodes.split_first() else {
            match todo.then {
                Some(then) => todo = *then,
                None => return true,
            }
            continue;
        };
        let Some(left) = steps.checked_sub(1) else { return false };
        *steps = left;
        todo.nodes = rest;
        match node {
            Node::Word(word) if tokens.stands_for(way.next, *word) => way.next += 1,
            Node::Word(_) => return false,
            Node::Gap(name) => match gaps.take(*name, tokens, way.next, &mut way.caught) {
                Some(next) => way.next = next,
                None => return false,
            },
            Node::Either(ways) => {
                let before = *way;
                return ways.iter().any(|nodes| {
                    // Most ways end at their first word: that is a step too.
                    if let Some(Node::Word(word)) = nodes.first()
                        && !tokens.stands_for(before.next, *word)
                    {
                        *steps = steps.saturating_sub(1);
                        return false;
                    }
                    *way = before;
                    go(gaps, tokens, Todo { nodes, then: Some(&todo) }, way, steps)
                });
            }
            Node::Maybe(nodes) => {
                let before = *way;
                if go(gaps, tokens, Todo { nodes, then: Some(&todo) }, way, steps) {
                    return true;
                }
                *way = before;
            }
            Node::Not(nodes) => {
                let mut ahead = Way { next: way.next, ..Way::default() };
                if go(gaps, tokens, Todo { nodes, then: None }, &mut ahead, steps) {
                    return false;
                }
            }
            Node::Joined if tokens.get(way.next).is_some_and(|token| token.joined) => {}
            Node::Capital if tokens.get(way.next).is_some_and(|token| token.capital || token.kind != Kind::Word) => {}
            Node::Joined | Node::Capital => return false,
            // What is caught around the claim is not of it.
            Node::Open => (way.claim.0, way.caught) = (Some(way.next), G::Caught::default()),
            Node::Close => (way.claim.1, way.of_claim) = (Some(way.next), Some(way.caught)),
        }
    }
}
