//! Lines around the copy that are no part of it: taglines, share lines, rights, times, rules, and where the copy ends.

use super::House;
use super::lines::{Sheet, columns};
use super::links::is_share_link;
use super::marks::{bare, ends_sentence, is_rule, words};
use super::reading::{Furniture, Note, Role};
use super::words::{Part, Phrase, Words};
use lang::{Languages, Profile};
use std::ops::Range;

/// The longest line that can be furniture, in words: rights are often reserved at length.
const LONGEST: usize = 45;
/// What is longer has too many words; they need not be counted.
const MOST_BYTES: usize = 1_000;
/// The longest line of any other furniture, in words.
const SHORT: usize = 14;

/// Takes furniture and end marks off the copy.
pub(super) fn take_off(sheet: &mut Sheet, phrases: &Words, house: &House<'_>, profile: &Profile) -> Vec<Note> {
    let own = house.taglines.iter().map(String::as_str).chain([house.agency]);
    let taglines: Vec<String> = own.map(|line| lang::fold(bare(line))).filter(|line| !line.is_empty()).collect();
    let inner = inner(sheet);
    let labelled = sheet.copy().take(12).any(|line| is_label(sheet.words(line), phrases));
    let tokens = sheet.dropped.iter().any(|aside| aside.kind == Furniture::Token);
    let (first, last) = (sheet.copy().next(), sheet.copy().next_back());
    let mut before = None;
    let mut found: Vec<(usize, Furniture)> = Vec::new();
    for line in sheet.copy() {
        let words_of = sheet.words(line);
        if words_of.len() > MOST_BYTES || words(words_of) > LONGEST {
            continue;
        }
        let edge = if line < inner.start {
            Edge::Above
        } else if line >= inner.end {
            Edge::Below
        } else {
            Edge::Within
        };
        let own = || taglines.contains(&lang::fold(bare(words_of)));
        if labelled && edge == Edge::Above && label(words_of, phrases).is_some() {
            continue;
        }
        // Furniture stands together.
        let beside = tokens && [first, last].contains(&Some(line))
            || before.is_some_and(|b| found.last().is_some_and(|(l, _)| *l == b));
        before = Some(line);
        let known = || kind(words_of, edge, beside, phrases, profile);
        if let Some(kind) = own().then_some(Furniture::Tagline).or_else(known) {
            found.push((line, kind));
        }
    }
    spare_a_headline(sheet, &inner, &mut found, &taglines);
    for (line, kind) in found {
        sheet.take_off(line, kind);
    }
    let notes = ending(sheet, phrases);
    let rules: Vec<usize> = sheet.copy().filter(|&line| is_rule(sheet.words(line))).collect();
    rules.into_iter().for_each(|line| sheet.take_off(line, Furniture::Rule));
    notes
}

/// The part that a line's label names.
fn label(line: &str, phrases: &Words) -> Option<Part> {
    phrases.openings(line).into_iter().find_map(|(says, taken)| match says {
        Phrase::Label(part) if line.get(taken..)?.trim_start().starts_with([':', '：']) => Some(part),
        _ => None,
    })
}

/// Whether a line has a label that only labelled copy has.
fn is_label(line: &str, phrases: &Words) -> bool {
    matches!(label(line, phrases), Some(Part::Headline | Part::Dateline))
}

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Above,
    Within,
    Below,
}

/// The lines from the first to the last that are surely body: long, and a sentence or more.
fn inner(sheet: &Sheet) -> Range<usize> {
    let body = |line: &usize| {
        let text = sheet.words(*line);
        let width = columns(text);
        width >= 110 || width >= 50 && ends_sentence(text)
    };
    let mut lines = sheet.copy().filter(body);
    let first = lines.next().unwrap_or(0);
    let last = lines.next_back().unwrap_or(first);
    first..last + 1
}

/// What a line is, when it is furniture. `beside`: other furniture stands next to it.
fn kind(line: &str, edge: Edge, beside: bool, phrases: &Words, profile: &Profile) -> Option<Furniture> {
    if is_share_link(line) {
        return Some(Furniture::Share);
    }
    let openings = phrases.openings(line);
    let rest_after = |kind: Phrase| {
        openings.iter().find(|(says, _)| *says == kind).map(|(_, taken)| words(line.get(*taken..).unwrap_or_default()))
    };
    // "Read more: ..." with a title behind it points at a story, and stays.
    if rest_after(Phrase::AlsoRead).is_some_and(|rest| rest > 1) {
        return None;
    }
    let short = words(line) <= SHORT;
    if short && rest_after(Phrase::Share).is_some() {
        return Some(Furniture::Share);
    }
    if short && rest_after(Phrase::More).is_some() {
        return Some(Furniture::More);
    }
    if edge == Edge::Within {
        return None;
    }
    if edge == Edge::Above && label(line, phrases) == Some(Part::Agency) && words(line) <= 6 {
        return Some(Furniture::Label);
    }
    if edge == Edge::Above && short && is_stamp(line, profile) {
        return Some(Furniture::Stamp);
    }
    let within = phrases.within(line);
    let holds = |kind: Phrase| within.iter().any(|(says, ..)| *says == kind);
    let borders = |kind: Phrase| within.iter().any(|(says, at, left)| *says == kind && (*at == 0 || *left < 2));
    if holds(Phrase::Copyright) {
        return Some(Furniture::Copyright);
    }
    if short && holds(Phrase::Share) {
        return Some(Furniture::Share);
    }
    let tagline = borders(Phrase::Tagline) || beside && holds(Phrase::Tagline);
    (short && tagline && !ends_sentence(line)).then_some(Furniture::Tagline)
}

/// A line that gives a day and a time and no more: "Updated: 26 February 2023, 10:30 GMT".
fn is_stamp(line: &str, profile: &Profile) -> bool {
    let after_label = line.split_once([':', '：']).map(|(_, rest)| rest.trim_start());
    let is_date = |text: &str| {
        let digit = text.chars().take(12).any(char::is_numeric);
        let rest = if digit { profile.read_date(text).and_then(|(_, taken)| text.get(taken..)) } else { None };
        rest.is_some_and(|rest| {
            words(rest) <= 4 && !rest.contains(['(', '（']) && !rest.trim_end().ends_with([':', '：', '—', '–'])
        })
    };
    let label = line.split([':', '：']).next().unwrap_or_default();
    is_date(line) || after_label.is_some_and(|rest| words(label) <= 3 && is_date(rest))
}

/// A line that looks like furniture and is all that stands above the body is the headline.
fn spare_a_headline(sheet: &Sheet, inner: &Range<usize>, found: &mut Vec<(usize, Furniture)>, taglines: &[String]) {
    let above: Vec<usize> = sheet.copy().filter(|line| *line < inner.start).collect();
    let spared = |kind: Furniture| matches!(kind, Furniture::Tagline | Furniture::Share | Furniture::More);
    if above.iter().all(|line| found.iter().any(|(l, _)| l == line)) {
        let last = found.iter().rposition(|(line, kind)| {
            *line < inner.start && spared(*kind) && !taglines.contains(&lang::fold(bare(sheet.words(*line))))
        });
        if let Some(last) = last {
            found.remove(last);
        }
    }
}

/// Finds where the copy says that it ends; what comes after is for the desk.
fn ending(sheet: &mut Sheet, phrases: &Words) -> Vec<Note> {
    let mut notes = Vec::new();
    let lines: Vec<usize> = sheet.copy().collect();
    for &line in lines.iter().rev().take(3) {
        let text = bare(sheet.words(line));
        if words(text) <= 4 && phrases.opens(text, Phrase::MoreMark) == Some(text.len()) {
            sheet.take(line, Role::EndMark);
            notes.push(Note::MoreFollows);
        }
    }
    let last = lines.last().copied().filter(|&line| lines.len() > 1 && is_sign_off(sheet.words(line)));
    last.into_iter().for_each(|line| sheet.take(line, Role::EndMark));
    let lines: Vec<usize> = sheet.copy().collect();
    let length = |lines: &[usize]| -> usize { lines.iter().map(|&line| sheet.words(line).len()).sum() };
    let all = length(&lines);
    let end = lines.iter().rposition(|&line| is_end(sheet.words(line), phrases));
    if let Some(end) = end.filter(|&end| end > 0) {
        let after: Vec<usize> = lines.iter().skip(end + 1).copied().collect();
        if length(&after) * 3 <= all {
            if let Some(&line) = lines.get(end) {
                sheet.take(line, Role::EndMark);
            }
            after.into_iter().for_each(|line| sheet.take(line, Role::DeskNote));
            return notes;
        }
    }
    let last = sheet.copy().next_back();
    if let Some(last) = last {
        end_of_line(sheet, last, phrases);
    }
    notes
}

/// Whether a line is the initials of those who wrote and edited: abc/def.
fn is_sign_off(line: &str) -> bool {
    let initials = |part: &str| (1..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase());
    line.contains('/') && line.len() <= 20 && line.split('/').all(initials)
}

/// Whether a line is nothing but an end mark.
fn is_end(line: &str, phrases: &Words) -> bool {
    let common = &Languages::common_copy().end_marks;
    let text = bare(line);
    common.iter().any(|mark| line.eq_ignore_ascii_case(mark))
        || words(text) <= 4 && phrases.opens(text, Phrase::EndMark).is_some_and(|taken| taken == text.len())
}

/// Takes an end mark off the end of the last line: in brackets, or in capitals behind the last sentence.
fn end_of_line(sheet: &mut Sheet, line: usize, phrases: &Words) {
    let text = sheet.words(line);
    let open = text.rfind(['(', '（', '[', '【', '#', '-']).filter(|at| text.len() - at <= 40);
    let space = text.rfind(char::is_whitespace);
    let cut = [open, space].into_iter().flatten().find(|&at| {
        let (before, mark) = text.split_at(at);
        let shouts = !mark.contains(char::is_lowercase);
        let framed = open == Some(at) && mark.trim_end().ends_with([')', '）', ']', '】', '#', '-']);
        ends_sentence(before) && (framed || shouts) && is_end(mark.trim(), phrases)
    });
    let Some(cut) = cut else { return };
    let kept = text.get(..cut).unwrap_or_default().trim_end().len();
    if let Some(line) = sheet.lines.get_mut(line) {
        let cut = line.words.start + cut;
        sheet.marks.push((cut..line.end, Role::EndMark));
        line.words.end = line.words.start + kept;
        line.end = cut;
    }
}
