//! Links that count readers, or only share a page.

use crate::{Copy, Finding, Level, Message, Part, Place, Rule, copy::Passage};
use lang::{Languages, Word};
use std::ops::Range;
use story::text::Inline;

/// The longest address that is looked at, in bytes.
const LONGEST: usize = 2_048;
/// The most findings about links behind words.
const MOST: usize = 8;

/// Addresses in a text that count readers.
pub(super) fn tracking(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (sign, _) in text.match_indices("://") {
        let before = text.get(..sign).unwrap_or_default();
        let scheme: usize = before.bytes().rev().take(10).take_while(u8::is_ascii_alphabetic).count();
        let start = sign - scheme;
        if out.last().is_some_and(|last: &Range<usize>| start < last.end) {
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let is_part = |c: &char| !c.is_whitespace() && !"\"<>“”«»()（），。،".contains(*c);
        let length: usize = rest.chars().take(LONGEST).take_while(is_part).map(char::len_utf8).sum();
        let address = rest.get(..length).unwrap_or_default().trim_end_matches(['.', ',', ';', ':', '!', '?', '۔']);
        if is_tracking(address) {
            out.push(start..start + address.len());
        }
    }
    out
}

/// Links behind words.
pub(super) fn in_runs(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let all = copy.passages.iter().filter_map(|passage| Some((passage, inline(copy, passage)?)));
    let places = all.flat_map(|(passage, inline)| places(copy, passage, inline));
    findings.extend(places.take(MOST).map(|place| {
        Finding::new(Rule::Furniture, "tracking", Level::Warn, Message::plain(Word::LeftTracking), vec![place])
    }));
}

fn places(copy: &Copy<'_>, passage: &Passage, inline: &Inline) -> Vec<Place> {
    let mut from = 0;
    let mut out = Vec::new();
    for run in inline.runs() {
        let at = from..from + run.text.len();
        from = at.end;
        if run.style.link.as_ref().is_some_and(|link| is_tracking(link.as_str())) {
            out.push(copy.place(passage, at));
        }
    }
    out
}

/// The running text that a passage was made from.
fn inline<'c>(copy: &'c Copy<'_>, passage: &Passage) -> Option<&'c Inline> {
    let text = copy.material.text;
    match passage.part {
        Part::Headline => Some(&text.headline),
        Part::Deck => text.deck.as_ref(),
        Part::Block { block, .. } => match text.body.get(block)? {
            story::Block::Paragraph(inline) | story::Block::Subhead(inline) => Some(inline),
            _ => None,
        },
        _ => None,
    }
}

/// Whether an address has parameters that count readers, or is of a host that only shares pages.
fn is_tracking(address: &str) -> bool {
    let common = Languages::common_copy();
    let (head, query) = address.split_once('?').unwrap_or((address, ""));
    let query = query.split('#').next().unwrap_or_default();
    let host = head.split_once("://").map_or(head, |(_, host)| host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    let counts = |name: &str| {
        common.tracking.iter().any(|known| match known.strip_suffix('*') {
            Some(opening) => name.starts_with(opening),
            None => name == known,
        })
    };
    query.split('&').any(|pair| pair.split('=').next().is_some_and(counts))
        || common.share_hosts.iter().any(|share| host.starts_with(share.as_str()))
}
