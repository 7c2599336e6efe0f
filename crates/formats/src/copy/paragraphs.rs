//! Lines put together to paragraphs: one line each, or lines that a mail program broke at some seventy columns.

use super::blocks::cell_sign;
use super::items::item;
use super::lines::{Sheet, columns};
use super::marks::{ends_open, ends_sentence, words};
use super::words::{Phrase, Words, is_wide};
use std::ops::Range;

/// Lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its lines, one after another.
    pub lines: Range<usize>,
    /// An empty line, or something that is no copy, stands before it.
    pub gap: bool,
}

/// The widest line that a mail program breaks at, in columns.
const WIDEST: usize = 100;
/// The narrowest.
const NARROWEST: usize = 40;

/// The paragraphs of what is still copy, and how many broken lines were joined.
pub(super) fn paragraphs(sheet: &Sheet, phrases: &Words) -> (Vec<Paragraph>, usize) {
    let width = width(sheet, phrases);
    let mut out: Vec<Paragraph> = Vec::new();
    let mut joined = 0;
    for line in sheet.copy() {
        match out.last_mut() {
            Some(last) if last.lines.end == line => {
                let anew = starts_anew(sheet, line, phrases);
                if !anew && (goes_on(sheet, line - 1, width) || hangs(sheet, last, line)) {
                    last.lines.end += 1;
                    joined += 1;
                } else {
                    out.push(Paragraph { lines: line..line + 1, gap: false });
                }
            }
            _ => out.push(Paragraph { lines: line..line + 1, gap: true }),
        }
    }
    (out, joined)
}

impl Paragraph {
    /// The words of its lines, as parts of the text.
    pub fn parts(&self, sheet: &Sheet) -> Vec<Range<usize>> {
        self.lines.clone().filter_map(|line| sheet.lines.get(line)).map(|line| line.words.clone()).collect()
    }

    /// Its words.
    pub fn plain(&self, sheet: &Sheet) -> String {
        sheet.plain(&self.parts(sheet))
    }

    /// Whether it is one line.
    pub fn is_line(&self) -> bool {
        self.lines.len() == 1
    }
}

/// At which column the lines were broken; none when each line is a paragraph.
fn width(sheet: &Sheet, phrases: &Words) -> Option<usize> {
    let (mut all, mut long) = (0, 0);
    let mut pairs: Vec<usize> = Vec::new();
    let mut before = None;
    for line in sheet.copy() {
        let text = sheet.words(line);
        let wide = columns(text);
        all += wide;
        long += if wide > WIDEST && text.contains(' ') { wide } else { 0 };
        if before.is_some_and(|b| b + 1 == line) && !starts_anew(sheet, line, phrases) {
            pairs.push(line - 1);
        }
        before = Some(line);
    }
    if long * 3 > all || pairs.len() < 2 {
        return None;
    }
    let sentences = pairs.iter().filter(|&&line| ends_sentence(sheet.words(line))).count();
    if sentences * 10 > pairs.len() * 7 {
        return None;
    }
    let mut widths: Vec<usize> = pairs.iter().map(|&line| columns(sheet.words(line))).collect();
    widths.sort_unstable_by(|a, b| b.cmp(a));
    widths.dedup();
    // One line that nobody broke must not hide where the others were.
    widths.into_iter().filter(|w| (NARROWEST..=WIDEST).contains(w)).take(4).find(|&width| {
        let full = pairs.iter().filter(|&&line| is_full(sheet, line, width)).count();
        full * 10 >= pairs.len() * 6
    })
}

/// Whether the first word of the next line had no room in this one.
fn is_full(sheet: &Sheet, line: usize, width: usize) -> bool {
    let (text, next) = (sheet.words(line), sheet.words(line + 1));
    let first = next.split(char::is_whitespace).next().unwrap_or_default();
    let first = match next.chars().next() {
        // A line of a script without spaces is broken anywhere; marks that may not open a line cost a little room.
        Some(c) if is_wide(c) => 6,
        _ => columns(first) + 1,
    };
    let have = columns(text);
    have <= width && have + first > width
}

/// Whether a paragraph goes on after this line.
fn goes_on(sheet: &Sheet, line: usize, width: Option<usize>) -> bool {
    let (text, next) = (sheet.words(line), sheet.words(line + 1));
    let begins_small = next.chars().next().is_some_and(char::is_lowercase);
    match width {
        Some(width) => {
            is_full(sheet, line, width) && !(ends_sentence(text) && sheet.indent(line + 1) > sheet.indent(line))
        }
        // Two lines are too few to tell a width by; a small letter goes on from what is open.
        None => {
            let wide = columns(text);
            begins_small && (NARROWEST..=WIDEST).contains(&wide) && !ends_sentence(text)
        }
    }
}

/// Whether a line is set further in below an item of a list, and so belongs to it.
fn hangs(sheet: &Sheet, above: &Paragraph, line: usize) -> bool {
    let first = above.lines.start;
    item(sheet.words(first)).is_some() && sheet.indent(line) > sheet.indent(first)
}

/// Whether a line begins something of its own whatever stands before it.
fn starts_anew(sheet: &Sheet, line: usize, phrases: &Words) -> bool {
    let text = sheet.words(line);
    if text.starts_with(['#', '>']) || cell_sign(text).is_some() || item(text).is_some() {
        return true;
    }
    phrases.openings(text).iter().any(|(says, taken)| {
        let rest = text.get(*taken..).unwrap_or_default().trim_start();
        let labelled = rest.starts_with([':', '：']);
        match says {
            Phrase::Byline => labelled || words(text) <= 8 && !ends_sentence(text) && !ends_open(text),
            Phrase::AlsoRead | Phrase::DeskNote | Phrase::Embargo | Phrase::Label(_) => labelled,
            _ => false,
        }
    })
}
