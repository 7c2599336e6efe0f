//! Dateline, byline, credit, and the length of the headline.

use crate::{Copy, Finding, Level, Message, Part, Rule, Said};
use lang::Word;
use story::Block;

pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let text = copy.material.text;
    let mut missing = |part, kind, word| {
        let places = vec![copy.nowhere(part)];
        findings.push(Finding::new(Rule::Form, kind, Level::Warn, Message::plain(word), places));
    };
    if text.body.is_empty() {
        return;
    }
    if text.dateline.is_none() {
        missing(Part::Dateline, "dateline", Word::FormDateline);
    }
    if text.byline.is_none() {
        missing(Part::Byline, "byline", Word::FormByline);
    }
    for (block, of) in text.body.iter().enumerate() {
        if matches!(of, Block::Figure(figure) if figure.credit.is_none()) {
            let places = vec![copy.nowhere(Part::Block { block, piece: 0 })];
            findings.push(Finding::new(Rule::Form, "credit", Level::Note, Message::plain(Word::FormCredit), places));
        }
    }
    findings.extend(length(copy));
}

/// A headline that is longer than a list, a wire's header or an alert takes.
fn length(copy: &Copy<'_>) -> Option<Finding> {
    let headline = copy.passages.iter().find(|passage| passage.part == Part::Headline)?;
    let count = headline.text.chars().count();
    let most = copy.profile().usage().form.headline.iter().copied().filter(|most| count > *most).max()?;
    // Lengths are small numbers.
    #[allow(clippy::cast_precision_loss)]
    let gaps = [("length", Said::Number(count as f64)), ("most", Said::Number(most as f64))];
    let places = vec![copy.place(headline, 0..headline.text.len())];
    Some(Finding::new(Rule::Form, "length", Level::Note, Message::new(Word::FormLength, gaps), places))
}
