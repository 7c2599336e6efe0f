//! What tells early that a pattern does not stand: most patterns stand in few sentences, and at few of their words.

use super::{
    super::{
        Arithmetic,
        pattern::Element,
        sets::Found,
        tokens::{Piece, Token},
    },
    Reading,
};

/// What is asked of a token most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// Whether a figure or one of the words before it stands there.
    pub(super) figure: bool,
    /// Whether an "and" of one word stands there.
    pub(super) and: bool,
    /// Its length in half words: where there are no spaces, a word has about two characters.
    pub(super) weight: usize,
}

/// What is asked of each token.
pub(super) fn told(of: &Arithmetic, tokens: &[Token], found: &Found) -> Vec<Told> {
    let before = |at| [of.named.about, of.named.plain].iter().any(|set| found.ends(*set, at).next().is_some());
    let told = |(at, token): (usize, &Token)| Told {
        figure: matches!(token.what, Piece::Figure(_)) || before(at),
        and: found.ends(of.named.and, at).any(|end| end == at + 1),
        weight: match &token.what {
            Piece::Word(word) if !word.is_ascii() && word.chars().any(crate::script::has_no_spaces) => 1,
            _ => 2,
        },
    };
    tokens.iter().enumerate().map(told).collect()
}

impl Reading<'_> {
    /// Whether a pattern may stand here, told by what it opens with.
    pub(super) fn may_open(&self, elements: &[Element], from: usize) -> bool {
        match elements.split_first() {
            Some((Element::Words(words, false), rest)) => self.stands(*words, from) || self.may_open(rest, from),
            _ => !self.fails_at_once(elements, from),
        }
    }

    /// Whether the first thing that a pattern wants is surely not here.
    pub(super) fn fails_at_once(&self, elements: &[Element], from: usize) -> bool {
        match elements.first() {
            Some(Element::Words(words, true)) => !self.stands(*words, from),
            Some(Element::Figure(_) | Element::Row { .. }) => !self.told.get(from).is_some_and(|told| told.figure),
            _ => false,
        }
    }
}

/// Whether a pattern may stand in a sentence that has phrases of these sets, and so many figures.
pub(super) fn may_stand(elements: &[Element], here: &[bool], figures: usize) -> bool {
    let mut least = 0;
    let lists = elements.iter().all(|element| {
        match element {
            Element::Words(words, true) => return here.get(usize::from(*words)).is_some_and(|here| *here),
            Element::Figure(_) => least += 1,
            Element::Row { least: row, .. } => least += row,
            _ => {}
        }
        true
    });
    lists && least <= figures
}
