//! The copy as lines, and what each of them was taken for.

use super::reading::{Aside, Furniture, Role};
use super::traced::Traced;
use super::words::is_wide;
use std::ops::Range;
use story::Line as Plain;
use story::text::{Inline, Run, Style};

/// The most lines that are not empty: as many as a text may have blocks.
pub(super) const MOST_LINES: usize = story::text::MOST_BLOCKS;

/// A line of the copy. Ranges are bytes of the cleaned text.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Where it begins.
    pub start: usize,
    /// Its words, without the space around them and without its end.
    pub words: Range<usize>,
    /// Where it ends, its line end included.
    pub end: usize,
    /// Still copy: nothing else was made of it so far.
    pub copy: bool,
}

/// The cleaned copy and all that was found out about it.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The text.
    pub text: Traced,
    /// Its lines.
    pub lines: Vec<Line>,
    /// What parts of the text were taken for, as bytes of the text; they do not overlap.
    pub marks: Vec<(Range<usize>, Role)>,
    /// What was taken out before the lines were cut, as bytes of the input.
    pub dropped: Vec<Aside>,
    /// The marks of parts of the text, as bytes of the input, in order and apart.
    pub styles: Vec<(Range<usize>, Style)>,
}

impl Sheet {
    /// Cuts a text into lines. Empty lines that adjoin are one.
    ///
    /// # Errors
    /// How many lines there are, when they are more than [`MOST_LINES`].
    pub fn of(text: Traced) -> Result<Self, usize> {
        let mut lines: Vec<Line> = Vec::new();
        let mut count = 0;
        let mut start = 0;
        while start < text.text.len() {
            let rest = text.text.get(start..).unwrap_or_default();
            let (len, whole) = match rest.find(is_line_end) {
                None => (rest.len(), rest.len()),
                Some(at) if rest.get(at..).is_some_and(|r| r.starts_with("\r\n")) => (at, at + 2),
                Some(at) => (at, at + rest.get(at..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8)),
            };
            let line = rest.get(..len).unwrap_or_default();
            let words = line.trim_matches(is_blank);
            let indent = line.len() - line.trim_start_matches(is_blank).len();
            let from = start + if words.is_empty() { 0 } else { indent };
            let copy = !words.is_empty() && !is_stand_in(&text, from, words);
            let line = Line { start, words: from..from + words.len(), end: start + whole, copy };
            start += whole;
            count += usize::from(line.copy);
            match lines.last_mut() {
                Some(last) if !last.copy && !line.copy => last.end = line.end,
                _ if count > MOST_LINES => {}
                _ => lines.push(line),
            }
        }
        if count > MOST_LINES {
            return Err(count);
        }
        Ok(Self { text, lines, marks: Vec::new(), dropped: Vec::new(), styles: Vec::new() })
    }

    /// A part of the text.
    pub fn str(&self, part: &Range<usize>) -> &str {
        self.text.text.get(part.clone()).unwrap_or_default()
    }

    /// The words of a line; none for a line that is not there.
    pub fn words(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |l| self.str(&l.words))
    }

    /// The space before the words of a line, in columns; a tab counts as four.
    pub fn indent(&self, line: usize) -> usize {
        let space = self.lines.get(line).map_or("", |l| self.str(&(l.start..l.words.start)));
        space.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
    }

    /// The lines that are still copy.
    pub fn copy(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.lines.iter().enumerate().filter(|(_, line)| line.copy).map(|(i, _)| i)
    }

    /// Takes a line out of the copy.
    pub fn take(&mut self, line: usize, role: Role) {
        if let Some(line) = self.lines.get_mut(line).filter(|line| line.copy) {
            line.copy = false;
            self.marks.push((line.start..line.end, role));
        }
    }

    /// Takes a line out of the copy as furniture.
    pub fn take_off(&mut self, line: usize, kind: Furniture) {
        self.take(line, Role::Furniture(kind));
    }

    /// Furniture in order, with its words.
    pub fn furniture(&self) -> Vec<Aside> {
        let mut out: Vec<Aside> = self.dropped.iter().filter(|aside| !aside.words.is_empty()).cloned().collect();
        for (part, role) in &self.marks {
            if let Role::Furniture(kind) = role {
                out.push(Aside { range: self.text.source(part), kind: *kind, words: Plain::new(self.str(part)) });
            }
        }
        out.sort_by_key(|aside| aside.range.start);
        out
    }

    /// Running text made of these parts, which are joined as [`Sheet::glue`] says.
    pub fn inline(&self, parts: &[Range<usize>]) -> Inline {
        let mut runs = Vec::new();
        let mut before: Option<&Range<usize>> = None;
        for part in parts {
            if let Some(before) = before {
                runs.push(Run::plain(self.glue(before, part)));
            }
            self.runs(part, &mut runs);
            before = Some(part);
        }
        without_overall_stress(Inline::new(runs))
    }

    /// The words of these parts.
    pub fn plain(&self, parts: &[Range<usize>]) -> String {
        let mut out = String::new();
        for (i, part) in parts.iter().enumerate() {
            if let Some(before) = i.checked_sub(1).and_then(|i| parts.get(i)) {
                out.push_str(self.glue(before, part));
            }
            out.push_str(self.str(part));
        }
        out
    }

    /// What comes between two lines that are joined: nothing where no spaces stand between words or where a hyphen
    /// parts one.
    fn glue(&self, before: &Range<usize>, after: &Range<usize>) -> &'static str {
        let (before, after) = (self.str(before), self.str(after));
        let (last, first) = (before.chars().next_back(), after.chars().next());
        let wide = last.is_some_and(is_wide) && first.is_some_and(is_wide);
        let mut ending = before.chars().rev();
        let parted = ending.next() == Some('-')
            && ending.next().is_some_and(char::is_alphabetic)
            && first.is_some_and(char::is_lowercase);
        if wide || parted { "" } else { " " }
    }

    /// The runs of a part: it is cut where a mark begins or ends.
    fn runs(&self, part: &Range<usize>, runs: &mut Vec<Run>) {
        let text = self.str(part);
        let source = self.text.source(part);
        let first = self.styles.partition_point(|(r, _)| r.end <= source.start);
        let mut over = self.styles.get(first..).unwrap_or_default().iter().take_while(|(r, _)| r.start < source.end);
        let Some(mut now) = over.next() else {
            runs.push(Run::plain(text));
            return;
        };
        for (i, c) in text.char_indices() {
            let at = self.text.at(part.start + i);
            while now.0.end <= at {
                let Some(next) = over.next() else { break };
                now = next;
            }
            let style = if now.0.contains(&at) { &now.1 } else { &PLAIN };
            match runs.last_mut() {
                Some(run) if run.style == *style => run.text.push(c),
                _ => runs.push(Run { text: c.into(), style: style.clone() }),
            }
        }
    }
}

/// No marks.
const PLAIN: Style = Style { emphasis: false, strong: false, link: None, lang: None, dir: None };

/// Whether a line is nothing but the mark that was put in the place of a tag, such as that of an empty list item: it
/// and the line end before it came from one place.
fn is_stand_in(text: &Traced, at: usize, words: &str) -> bool {
    !words.contains(char::is_alphanumeric) && at > 0 && text.at(at - 1) == text.at(at)
}

/// Stress on everything stresses nothing: it was how the page looked.
fn without_overall_stress(inline: Inline) -> Inline {
    let all = |stressed: fn(&Style) -> bool| !inline.is_empty() && inline.runs().iter().all(|run| stressed(&run.style));
    let (emphasis, strong) = (all(|s| s.emphasis), all(|s| s.strong));
    if !emphasis && !strong {
        return inline;
    }
    Inline::new(inline.runs().iter().cloned().map(|mut run| {
        run.style.emphasis &= !emphasis;
        run.style.strong &= !strong;
        run
    }))
}

const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Space around the words of a line: no-break and other typographic spaces as well.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{fffd}')
}

/// How wide a text is on a screen, in columns.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}
