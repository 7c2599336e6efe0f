//! Notes to the desk in the copy, and pointers to other stories within a paragraph.

use crate::copy::{Passage, Role};
use lang::{Profile, opens_with};
use std::ops::Range;

/// The most brackets of a passage that are looked into.
const MOST_BRACKETS: usize = 200;
/// The most sentences of a passage that are looked at.
const MOST_SENTENCES: usize = 2_000;
/// The longest opening that is compared, in bytes.
const LONGEST: usize = 200;

/// Paragraphs and brackets that are for the desk.
pub(super) fn desk_notes(passage: &Passage, profile: &Profile) -> Vec<Range<usize>> {
    let text = &passage.text;
    let phrases = &profile.copy().desk_notes;
    if matches!(passage.role, Role::Paragraph | Role::Subhead | Role::Item) && begins(text, 0, phrases).is_some() {
        return std::iter::once(0..text.len()).collect();
    }
    let bracket = |(at, open): (usize, &str)| {
        let close = match open {
            "(" => ')',
            "（" => '）',
            _ => ']',
        };
        let from = at + open.len();
        begins(text, from, phrases)?;
        let end = text.get(from..)?.find(close).map_or(text.len(), |end| from + end + close.len_utf8());
        Some(at..end)
    };
    let mut out: Vec<Range<usize>> = Vec::new();
    for found in text.match_indices(['(', '[', '（']).take(MOST_BRACKETS).filter_map(bracket) {
        if out.last().is_none_or(|last| last.end <= found.start) {
            out.push(found);
        }
    }
    out
}

/// Sentences of a paragraph that point at another story.
pub(super) fn also_read(passage: &Passage, profile: &Profile) -> Vec<Range<usize>> {
    if passage.role != Role::Paragraph {
        return Vec::new();
    }
    let points = |sentence: &&Range<usize>| {
        let end = begins(&passage.text, sentence.start, &profile.copy().also_read)?;
        let taken = passage.text.get(sentence.start..end).unwrap_or_default();
        let behind = passage.text.get(end..).unwrap_or_default().trim_start();
        // Words that begin sentences too point at a story only with a colon.
        (taken.ends_with([':', '：']) || behind.starts_with([':', '：'])).then(|| (*sentence).clone())
    };
    passage.sentences.iter().take(MOST_SENTENCES).filter_map(|sentence| points(&sentence)).collect()
}

/// Where one of the phrases ends that opens the text from here on.
fn begins(text: &str, from: usize, phrases: &[String]) -> Option<usize> {
    let rest = text.get(from..)?;
    let head = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= LONGEST).last()?;
    let head = rest.get(..head)?;
    let skipped = head.len() - head.trim_start_matches(|c: char| !lang::letter::is_alphanumeric(c)).len();
    let head = head.get(skipped..)?;
    opens_with(head, phrases).map(|taken| from + skipped + taken)
}
