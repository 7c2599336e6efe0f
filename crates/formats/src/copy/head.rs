//! What stands above the body: headline, deck, byline, dateline, labels; and notes to the desk wherever they stand.

mod byline;
mod labels;

use super::lines::Sheet;
use super::marks::{bare, ends_open, ends_sentence, ends_shortened, words};
use super::paragraphs::Paragraph;
use super::reading::{Furniture, Note, Role};
use super::words::Phrase;
use super::{dateline::Reader, embargo};
use std::ops::Range;
use story::{Dateline, Inline, Line};

/// What stands above the body.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The headline; empty when there is none.
    pub headline: Inline,
    /// The deck.
    pub deck: Option<Inline>,
    /// The byline, without its opening.
    pub byline: Option<Line>,
    /// The dateline.
    pub dateline: Option<Dateline>,
    /// What the copy says of an embargo.
    pub embargo: Option<Line>,
    /// What has to be said.
    pub notes: Vec<Note>,
}

/// The longest headline, in words.
const LONGEST_HEADLINE: usize = 40;
/// The longest deck, in words.
const LONGEST_DECK: usize = 90;
/// How many paragraphs from the top the dateline is looked for in.
const DEEPEST_DATELINE: usize = 8;

/// The paragraphs being read from the top.
pub(super) struct Top<'a, 'r> {
    sheet: &'a mut Sheet,
    paragraphs: &'a mut Vec<Paragraph>,
    reader: &'r Reader<'r>,
    head: Head,
}

/// Takes the head off the copy; what is left in `paragraphs` is the body.
pub(super) fn head(sheet: &mut Sheet, paragraphs: &mut Vec<Paragraph>, reader: &Reader<'_>) -> Head {
    let mut top = Top { sheet, paragraphs, reader, head: Head::default() };
    top.notes_to_the_desk();
    top.labels();
    top.marked_title();
    let body = top.dateline();
    let body = top.agency_lines(body);
    top.closing_byline();
    top.above(body);
    top.head
}

impl Top<'_, '_> {
    fn plain(&self, at: usize) -> String {
        self.paragraphs.get(at).map(|p| p.plain(self.sheet)).unwrap_or_default()
    }

    fn inline(&self, at: usize) -> Inline {
        self.paragraphs.get(at).map(|p| self.sheet.inline(&p.parts(self.sheet))).unwrap_or_default()
    }

    /// Takes a paragraph out of the copy.
    fn take(&mut self, at: usize, role: Role) {
        if at < self.paragraphs.len() {
            let paragraph = self.paragraphs.remove(at);
            paragraph.lines.for_each(|line| self.sheet.take(line, role));
        }
    }

    /// Takes the first bytes of a paragraph of one line out of the copy.
    fn take_opening(&mut self, at: usize, len: usize, role: Role) {
        let line = self.paragraphs.get(at).map(|p| p.lines.start);
        if let Some(line) = line.and_then(|line| self.sheet.lines.get_mut(line)) {
            let cut = (line.words.start + len).min(line.words.end);
            self.sheet.marks.push((line.start..cut, role));
            line.start = cut;
            line.words.start = cut;
        }
    }

    /// Notes to the desk and words of an embargo, in a line of their own or in brackets.
    fn notes_to_the_desk(&mut self) {
        let mut at = 0;
        while at < self.paragraphs.len() {
            let text = self.plain(at);
            let inner = text.trim_start_matches(['(', '[', '（', '【', '*', ' ']);
            let framed = inner.len() < text.len() && text.ends_with([')', ']', '）', '】', '*']);
            let openings = self.reader.phrases.openings(inner);
            let labelled = |taken: usize| {
                let phrase = inner.get(..taken).unwrap_or_default();
                let rest = inner.get(taken..).unwrap_or_default().trim_start();
                phrase.ends_with([':', '：']) || rest.starts_with([':', '：', '–', '—', '-']) || rest.is_empty()
            };
            let note = openings.iter().any(|(says, taken)| *says == Phrase::DeskNote && (framed || labelled(*taken)));
            if embargo::speaks(self.reader.phrases, &text, at) {
                self.head.embargo = Some(embargo::and(self.head.embargo.take(), &text));
                self.take(at, Role::Embargo);
            } else if note {
                self.take(at, Role::DeskNote);
            } else {
                at += 1;
            }
        }
    }

    /// Finds the dateline and cuts it off its paragraph; says which paragraph that is.
    fn dateline(&mut self) -> Option<usize> {
        if self.head.dateline.is_some() {
            return None;
        }
        // Each with whether a paragraph of the body stands above it.
        let mut tops: Vec<(String, bool)> = Vec::new();
        let mut bodies = 0;
        for at in 0..self.paragraphs.len().min(DEEPEST_DATELINE) {
            let text = self.plain(at);
            let below = bodies > 0;
            bodies += usize::from(ends_sentence(&text) && words(&text) >= 25);
            tops.push((text, below));
            if bodies > 1 {
                break;
            }
        }
        let untitled = self.head.headline.is_empty();
        let below_title = |at: usize, below: bool| !(below || at == 0 && untitled);
        let own = tops
            .iter()
            .enumerate()
            .find_map(|(at, (text, below))| Some((at, self.reader.read(text, below_title(at, *below))?)));
        let other = || tops.iter().enumerate().find_map(|(at, (text, _))| Some((at, self.reader.read_foreign(text)?)));
        let (at, found) = own.or_else(other)?;
        self.head.dateline = Some(found.dateline);
        self.head.byline = found.byline.or(self.head.byline.take());
        self.head.notes.extend(found.note);
        let line = self.paragraphs.get(at).map_or(0, |p| self.sheet.words(p.lines.start).len());
        if found.end >= line {
            // It has its line, or its first lines, to itself.
            self.own_lines(at, found.end);
        } else {
            self.take_opening(at, found.end, Role::Dateline);
        }
        self.reporter_behind(at);
        Some(at)
    }

    /// Takes off the agency's name where it stands alone above or below the copy; says where the body opens now.
    fn agency_lines(&mut self, body: Option<usize>) -> Option<usize> {
        let Some(agency) = self.head.dateline.as_ref().and_then(|d| d.agency.clone()) else { return body };
        let is_name = |top: &Self, at: usize| lang::fold(bare(&top.plain(at))) == lang::fold(&agency);
        let last = self.paragraphs.len().saturating_sub(1);
        if last > body.unwrap_or(0) && is_name(self, last) {
            self.take(last, Role::Furniture(Furniture::Tagline));
        }
        if body.is_some_and(|at| at > 1) && is_name(self, 0) {
            self.take(0, Role::Furniture(Furniture::Tagline));
            return body.map(|at| at - 1);
        }
        body
    }

    /// A dateline that takes whole lines: they leave the paragraph, which may be none any more.
    fn own_lines(&mut self, at: usize, mut len: usize) {
        while let Some(line) =
            self.paragraphs.get(at).map(|p| p.lines.clone()).filter(|l| !l.is_empty()).map(|l| l.start)
        {
            let have = self.sheet.words(line).len();
            if len < have {
                self.take_opening(at, len, Role::Dateline);
                return;
            }
            self.sheet.take(line, Role::Dateline);
            if let Some(paragraph) = self.paragraphs.get_mut(at) {
                paragraph.lines.start += 1;
            }
            len = len.saturating_sub(have + 1);
        }
        self.paragraphs.remove(at);
    }

    /// A title that is marked as one, with a `#` as typists do or as the first heading of a page. Short lines above it
    /// are the menu of the page.
    fn marked_title(&mut self) {
        /// The longest line of a menu, in words.
        const MENU: usize = 8;
        let marked =
            |at: &usize| self.plain(*at).starts_with("# ") && self.paragraphs.get(*at).is_some_and(Paragraph::is_line);
        let Some(at) = (0..self.paragraphs.len().min(12)).find(marked) else { return };
        if !self.head.headline.is_empty() || (0..at).any(|above| words(&self.plain(above)) > MENU) {
            return;
        }
        (0..at).for_each(|_| self.take(0, Role::Furniture(Furniture::Menu)));
        self.take_opening(0, 2, Role::Headline);
        self.head.headline = self.inline(0);
        self.take(0, Role::Headline);
    }

    /// Headline, deck and byline above the paragraph that opens the body, if that is known.
    fn above(&mut self, body: Option<usize>) {
        let mut body = body.map(|at| at.min(self.paragraphs.len()));
        let byline = self.byline_above(body);
        if let (Some(_), Some(body)) = (byline, body.as_mut()) {
            *body -= 1;
        }
        let titled = !self.head.headline.is_empty();
        let Some(mut end) = body.or_else(|| if titled { None } else { self.guess(byline) }) else { return };
        if !titled {
            if end == 0 || words(&self.plain(0)) > LONGEST_HEADLINE {
                return;
            }
            self.head.headline = self.inline(0);
            self.take(0, Role::Headline);
            end -= 1;
        }
        let deck: Vec<Range<usize>> = (0..end).flat_map(|at| self.unmarked(at)).collect();
        let fits = words(&self.sheet.plain(&deck)) <= LONGEST_DECK;
        if self.head.deck.is_none() && end > 0 && fits {
            self.head.deck = Some(self.deck(end)).filter(|deck| !deck.is_empty());
            (0..end).for_each(|_| self.take(0, Role::Deck));
        }
    }

    /// The words of a paragraph without the mark of a heading.
    fn unmarked(&self, at: usize) -> Vec<Range<usize>> {
        let mut parts = self.paragraphs.get(at).map(|p| p.parts(self.sheet)).unwrap_or_default();
        if let Some(first) = parts.first_mut() {
            first.start = first.end - self.sheet.str(first).trim_start_matches(['#', ' ']).len();
        }
        parts
    }

    /// The paragraphs of the deck, a break between each and the next.
    fn deck(&self, count: usize) -> Inline {
        let mut runs = Vec::new();
        for at in 0..count {
            if at > 0 {
                runs.push(story::text::Run::plain("\n"));
            }
            runs.extend(self.sheet.inline(&self.unmarked(at)).runs().iter().cloned());
        }
        Inline::new(runs)
    }

    /// How many paragraphs stand above the body when no dateline tells.
    fn guess(&self, byline: Option<usize>) -> Option<usize> {
        if self.paragraphs.len() < 2 || !(self.is_title(0) || self.is_stopped_title()) {
            return None;
        }
        // What stands between headline and byline is the deck.
        if let Some(byline) = byline.filter(|&at| (2..=3).contains(&at)) {
            return Some(byline);
        }
        let deck = byline.is_none() && self.paragraphs.len() > 2 && self.is_title(1) && !self.is_title(2);
        Some(if deck { 2 } else { 1 })
    }

    /// Whether a paragraph is as short and as open as a headline or a deck.
    fn is_title(&self, at: usize) -> bool {
        let Some(paragraph) = self.paragraphs.get(at) else { return false };
        let text = self.plain(at);
        let closed = ends_sentence(&text)
            && !text.ends_with(['?', '!', '…', '؟', '？', '！'])
            && !(at == 0 && ends_shortened(&text));
        words(&text) <= LONGEST_HEADLINE
            && !closed
            && !ends_open(&text)
            && paragraph.lines.len() <= 3
            && super::items::item(&text).is_none()
    }

    /// Whether the first paragraph is a headline that somebody closed with a full stop: one short sentence above
    /// longer ones.
    fn is_stopped_title(&self) -> bool {
        /// The longest, in words.
        const LONGEST: usize = 20;
        let (first, second) = (words(&self.plain(0)), words(&self.plain(1)));
        let line = self.paragraphs.first().is_some_and(Paragraph::is_line);
        line && self.paragraphs.len() > 2 && first <= LONGEST && second * 5 > first * 6
    }
}
