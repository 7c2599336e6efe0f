//! Which paragraph is which: identities through revisions and translations, and what changed between two revisions.

use crate::{Block, BlockId, Text};
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{HashMap, HashSet, VecDeque};

/// Regions with more pairs than this are matched by position alone, so that the work stays linear.
const MOST_PAIRS: usize = 4_096;
/// Two blocks are the same block, edited, when they share at least this part of their words.
const SAME: f64 = 0.4;

/// The identities of the blocks of `new`: those of `old` where a block stayed or was edited, fresh ones elsewhere.
///
/// `fresh` draws an identity; the edge of the program brings it. A block keeps its identity when its words stayed,
/// also when it moved; and when, between two blocks that stayed, it shares enough of its words with one that went.
pub fn inherit(old: &[Block], ids: &[BlockId], new: &[Block], mut fresh: impl FnMut() -> BlockId) -> Vec<BlockId> {
    let old_words: Vec<String> = old.iter().map(Block::plain).collect();
    let new_words: Vec<String> = new.iter().map(Block::plain).collect();
    let mut out: Vec<Option<BlockId>> = vec![None; new.len()];
    let mut gone: HashSet<usize> = (0..old.len().min(ids.len())).collect();
    let ops = capture_diff_slices(Algorithm::Patience, &old_words, &new_words);

    for op in &ops {
        if let DiffOp::Equal { old_index, new_index, len } = *op {
            for k in 0..len {
                out[new_index + k] = ids.get(old_index + k).copied();
                gone.remove(&(old_index + k));
            }
        }
    }
    take_moved(&old_words, ids, &new_words, &mut out, &mut gone);
    for op in &ops {
        if let DiffOp::Replace { old_index, old_len, new_index, new_len } = *op {
            let left: Vec<usize> = (old_index..old_index + old_len).filter(|i| gone.contains(i)).collect();
            let right: Vec<usize> = (new_index..new_index + new_len).filter(|&j| out[j].is_none()).collect();
            for (i, j) in pairs(&left, &right, &old_words, &new_words) {
                out[j] = ids.get(i).copied();
                gone.remove(&i);
            }
        }
    }
    out.into_iter().map(|id| id.unwrap_or_else(&mut fresh)).collect()
}

/// Blocks whose words stayed but that stand elsewhere.
fn take_moved(old: &[String], ids: &[BlockId], new: &[String], out: &mut [Option<BlockId>], gone: &mut HashSet<usize>) {
    let mut places: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (i, words) in old.iter().enumerate().filter(|(i, _)| gone.contains(i)) {
        places.entry(words).or_default().push_back(i);
    }
    for (j, words) in new.iter().enumerate() {
        if out[j].is_none()
            && let Some(i) = places.get_mut(words.as_str()).and_then(VecDeque::pop_front)
        {
            out[j] = ids.get(i).copied();
            gone.remove(&i);
        }
    }
}

/// Pairs of blocks that are the same block, edited, in order.
fn pairs(left: &[usize], right: &[usize], old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    if left.len() == 1 && right.len() == 1 {
        return vec![(left[0], right[0])];
    }
    if left.len() * right.len() > MOST_PAIRS {
        return left.iter().copied().zip(right.iter().copied()).collect();
    }
    let words = |s: &str| -> HashSet<String> { units(s) };
    let l: Vec<_> = left.iter().map(|&i| words(&old[i])).collect();
    let r: Vec<_> = right.iter().map(|&j| words(&new[j])).collect();
    let mut found = Vec::new();
    let mut from = 0;
    for (x, a) in l.iter().enumerate() {
        let best = (from..r.len()).map(|y| (y, share(a, &r[y]))).max_by(|p, q| p.1.total_cmp(&q.1));
        if let Some((y, score)) = best
            && score >= SAME
        {
            found.push((left[x], right[y]));
            from = y + 1;
        }
    }
    found
}

/// Words, or pairs of signs where a script sets none apart.
fn units(text: &str) -> HashSet<String> {
    let mut out: HashSet<String> = text.split_whitespace().map(str::to_lowercase).collect();
    if out.len() < 4 {
        let signs: Vec<char> = text.chars().collect();
        out.extend(signs.windows(2).map(|w| w.iter().collect()));
    }
    out
}

fn share(a: &HashSet<String>, b: &HashSet<String>) -> f64 {
    let both = a.intersection(b).count() as f64;
    let most = a.len().max(b.len()).max(1) as f64;
    both / most
}

/// The identities of the blocks of a translation: block by block those of its source where the order of kinds allows,
/// fresh ones for what the translator added.
pub fn carry(source: &[Block], ids: &[BlockId], made: &[Block], mut fresh: impl FnMut() -> BlockId) -> Vec<BlockId> {
    if source.len() == made.len() && ids.len() == made.len() {
        return ids.to_vec();
    }
    let kinds = |blocks: &[Block]| -> Vec<&'static str> { blocks.iter().map(Block::name).collect() };
    let (a, b) = (kinds(source), kinds(made));
    let mut out: Vec<Option<BlockId>> = vec![None; made.len()];
    for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for k in 0..len {
                out[new_index + k] = ids.get(old_index + k).copied();
            }
        }
    }
    out.into_iter().map(|id| id.unwrap_or_else(&mut fresh)).collect()
}

/// A part of a text that can change by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The headline.
    Headline,
    /// The deck.
    Deck,
    /// The byline.
    Byline,
    /// The dateline.
    Dateline,
    /// A block of the body.
    Block(BlockId),
}

/// What happened to a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Happened {
    /// It is new.
    Added,
    /// It says something else.
    Changed,
    /// It is gone.
    Removed,
}

/// A text with the identities of its blocks.
#[derive(Debug, Clone, Copy)]
pub struct Keyed<'a> {
    /// The text.
    pub text: &'a Text,
    /// The identity of each block, in order.
    pub ids: &'a [BlockId],
}

/// What changed from one revision to another, part by part, in the order of the newer (what went comes last).
pub fn changes(old: Keyed<'_>, new: Keyed<'_>) -> Vec<(Part, Happened)> {
    let mut out = Vec::new();
    let mut head = |part, was: bool, is: bool, same: bool| match (was, is) {
        (false, true) => out.push((part, Happened::Added)),
        (true, false) => out.push((part, Happened::Removed)),
        (true, true) if !same => out.push((part, Happened::Changed)),
        _ => {}
    };
    let (a, b) = (old.text, new.text);
    head(Part::Headline, !a.headline.is_empty(), !b.headline.is_empty(), a.headline == b.headline);
    head(Part::Deck, a.deck.is_some(), b.deck.is_some(), a.deck == b.deck);
    head(Part::Byline, a.byline.is_some(), b.byline.is_some(), a.byline == b.byline);
    head(Part::Dateline, a.dateline.is_some(), b.dateline.is_some(), a.dateline == b.dateline);
    let was: HashMap<BlockId, &Block> = old.ids.iter().copied().zip(&a.body).collect();
    let is: HashSet<BlockId> = new.ids.iter().copied().collect();
    for (id, block) in new.ids.iter().zip(&b.body) {
        match was.get(id) {
            None => out.push((Part::Block(*id), Happened::Added)),
            Some(before) if *before != block => out.push((Part::Block(*id), Happened::Changed)),
            Some(_) => {}
        }
    }
    out.extend(old.ids.iter().filter(|id| !is.contains(id)).map(|id| (Part::Block(*id), Happened::Removed)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::arbitrary;
    use proptest::{collection::vec, prelude::*};

    fn paragraphs(words: &[&str]) -> Vec<Block> {
        words.iter().map(|w| Block::Paragraph((*w).into())).collect()
    }

    fn drawing(mut n: u64) -> impl FnMut() -> BlockId {
        move || {
            n += 1;
            BlockId(n)
        }
    }

    #[test]
    fn an_edited_paragraph_keeps_its_identity_and_an_added_one_gets_a_fresh_one() {
        let old = paragraphs(&["The clock struck noon.", "People set their watches by it.", "It rang twice."]);
        let new = paragraphs(&[
            "The clock struck noon.",
            "A crowd had come.",
            "Most people set their watches by it.",
            "It rang twice.",
        ]);
        let ids = [BlockId(1), BlockId(2), BlockId(3)];
        assert_eq!(inherit(&old, &ids, &new, drawing(9)), [BlockId(1), BlockId(10), BlockId(2), BlockId(3)]);
    }

    #[test]
    fn a_moved_paragraph_keeps_its_identity() {
        let old = paragraphs(&["one is here", "two is here", "three is here"]);
        let new = paragraphs(&["three is here", "one is here", "two is here"]);
        let ids = [BlockId(1), BlockId(2), BlockId(3)];
        assert_eq!(inherit(&old, &ids, &new, drawing(9)), [BlockId(3), BlockId(1), BlockId(2)]);
    }

    #[test]
    fn a_translation_takes_the_identities_of_its_source() {
        let source = vec![Block::Paragraph("a".into()), Block::Subhead("b".into()), Block::Paragraph("c".into())];
        let made = vec![Block::Paragraph("x".into()), Block::Paragraph("z".into())];
        let ids = [BlockId(1), BlockId(2), BlockId(3)];
        assert_eq!(carry(&source, &ids, &made, drawing(9)), [BlockId(1), BlockId(3)]);
    }

    #[test]
    fn changes_are_told_by_part() {
        let (mut a, mut b) = (Text::default(), Text::default());
        (a.headline, b.headline) = ("One".into(), "Two".into());
        (a.body, b.body) = (paragraphs(&["p", "q"]), paragraphs(&["p", "r", "s"]));
        let old = Keyed { text: &a, ids: &[BlockId(1), BlockId(2)] };
        let new = Keyed { text: &b, ids: &[BlockId(1), BlockId(3), BlockId(4)] };
        assert_eq!(
            changes(old, new),
            [
                (Part::Headline, Happened::Changed),
                (Part::Block(BlockId(3)), Happened::Added),
                (Part::Block(BlockId(4)), Happened::Added),
                (Part::Block(BlockId(2)), Happened::Removed),
            ]
        );
    }

    proptest! {
        #[test]
        fn every_block_gets_one_identity_and_the_same_text_keeps_all(
            old in vec(arbitrary::block(), 0..12), new in vec(arbitrary::block(), 0..12)
        ) {
            let ids: Vec<BlockId> = (0..old.len() as u64).map(BlockId).collect();
            prop_assert_eq!(inherit(&old, &ids, &old, drawing(100)), ids.clone());
            for got in [inherit(&old, &ids, &new, drawing(100)), carry(&old, &ids, &new, drawing(100))] {
                prop_assert_eq!(got.len(), new.len());
                let different: HashSet<_> = got.iter().collect();
                prop_assert_eq!(different.len(), got.len());
            }
        }
    }
}
