//! Paragraphs made into the blocks of the body.

use super::items::{Item, item};
use super::lines::{Sheet, columns};
use super::marks::{bare, ends_open, ends_sentence, opens_large, words};
use super::paragraphs::Paragraph;
use super::reading::{Furniture, Note, Role};
use super::words::{Phrase, Words};
use std::ops::Range;
use story::text::{List, MOST_CELLS, Quotation, Related, Table};
use story::{Block, Inline, Line};

/// The longest title of a story that is pointed at, in words.
const LONGEST_TITLE: usize = 40;
/// The longest subhead, in words and in columns.
const LONGEST_SUBHEAD: (usize, usize) = (12, 90);
/// The longest line that says whose words were quoted, in words.
const LONGEST_SOURCE: usize = 15;

/// The most paragraphs that are taken for a quotation because they are set further in.
const LONGEST_QUOTATION: usize = 12;

/// The body being made.
pub(super) struct Body<'a> {
    sheet: &'a mut Sheet,
    phrases: &'a Words,
    paragraphs: &'a [Paragraph],
    /// Most paragraphs have an empty line before them.
    spaced: bool,
    /// How far in the copy as a whole is set, in columns.
    margin: usize,
    blocks: Vec<Block>,
    notes: Vec<Note>,
}

/// Makes the blocks of these paragraphs, and marks their lines.
pub(super) fn blocks(sheet: &mut Sheet, phrases: &Words, paragraphs: &[Paragraph]) -> (Vec<Block>, Vec<Note>) {
    let spaced = paragraphs.iter().filter(|p| p.gap).count() * 2 >= paragraphs.len();
    let margin = paragraphs.iter().map(|p| sheet.indent(p.lines.start)).min().unwrap_or(0);
    let mut body = Body { sheet, phrases, paragraphs, spaced, margin, blocks: Vec::new(), notes: Vec::new() };
    let mut at = 0;
    while at < paragraphs.len() {
        at += body.next(at).max(1);
    }
    (body.blocks, body.notes)
}

impl Body<'_> {
    /// Makes the block that begins with this paragraph; says how many paragraphs it took.
    fn next(&mut self, at: usize) -> usize {
        let makers = [Self::table, Self::list, Self::quotation, Self::related, Self::subhead];
        if let Some(taken) = makers.iter().find_map(|make| make(self, at)) {
            return taken;
        }
        let parts = self.parts(at);
        self.put(Block::Paragraph(self.sheet.inline(&parts)), at..at + 1);
        1
    }

    fn parts(&self, at: usize) -> Vec<Range<usize>> {
        self.paragraphs.get(at).map(|p| p.parts(self.sheet)).unwrap_or_default()
    }

    fn plain(&self, at: usize) -> String {
        self.sheet.plain(&self.parts(at))
    }

    /// Puts a block at the end of the body and marks the lines of its paragraphs.
    fn put(&mut self, block: Block, of: Range<usize>) {
        let role = match block.tidy() {
            Some(block) => {
                self.blocks.push(block);
                Role::Body(self.blocks.len() - 1)
            }
            None => Role::Blank,
        };
        self.mark(of, role);
    }

    fn mark(&mut self, of: Range<usize>, role: Role) {
        for line in self.paragraphs.get(of).unwrap_or_default().iter().flat_map(|p| p.lines.clone()) {
            self.sheet.take(line, role);
        }
    }

    /// Lines whose cells are parted by tabs or upright strokes, two or more of them; with strokes, as many in each.
    fn table(&mut self, at: usize) -> Option<usize> {
        let cells = |at: usize| -> Option<Vec<Range<usize>>> {
            let paragraph = self.paragraphs.get(at).filter(|p| p.is_line())?;
            cells(self.sheet, self.sheet.lines.get(paragraph.lines.start)?.words.clone())
        };
        let first = cells(at)?;
        let adjoins = |i: usize| i == at || self.paragraphs.get(i).is_some_and(|p| !p.gap);
        let loose = self.plain(at).contains(" | ");
        let like_first = |row: &Vec<Range<usize>>| !loose || row.len() == first.len();
        let rows: Vec<Vec<Range<usize>>> =
            (at..).take_while(|&i| adjoins(i)).map_while(cells).take_while(like_first).collect();
        let count = rows.len();
        if count < 2 {
            return None;
        }
        if rows.iter().map(Vec::len).sum::<usize>() > MOST_CELLS {
            self.notes.push(Note::TooLong("table"));
            (at..at + count).for_each(|i| {
                let parts = self.parts(i);
                self.put(Block::Paragraph(self.sheet.inline(&parts)), i..i + 1);
            });
            return Some(count);
        }
        let is_line = |row: &[Range<usize>]| row.iter().all(|c| !self.sheet.str(c).contains(char::is_alphanumeric));
        let ruled = rows.get(1).is_some_and(|row| is_line(row));
        let figures = |row: &Vec<Range<usize>>| row.iter().any(|c| self.sheet.str(c).contains(char::is_numeric));
        let has_head = ruled || !rows.first().is_some_and(figures) && rows.iter().skip(1).any(figures);
        let mut rows: Vec<Vec<Inline>> = rows
            .iter()
            .filter(|row| !is_line(row))
            .map(|row| row.iter().map(|cell| self.sheet.inline(std::slice::from_ref(cell))).collect())
            .collect();
        let head = if has_head && rows.len() > 1 { rows.remove(0) } else { Vec::new() };
        self.put(Block::Table(Table { caption: None, head, rows }), at..at + count);
        Some(count)
    }

    /// Items one after another: two or more, or one whose sign is used for nothing else.
    fn list(&mut self, at: usize) -> Option<usize> {
        let first = self.item(at)?;
        let mut items = vec![first];
        while let Some(next) = self.item(at + items.len()) {
            let before = items.last().and_then(|item| item.number);
            let follows = match (before, next.number) {
                (Some(before), Some(number)) => number == before + 1,
                (None, None) => true,
                _ => false,
            };
            if !follows {
                break;
            }
            items.push(next);
        }
        if items.len() < 2 && !first.certain {
            return None;
        }
        let count = items.len();
        let items = items.iter().enumerate().map(|(i, item)| self.sheet.inline(&self.item_parts(at + i, *item)));
        let list = List { ordered: first.number.is_some(), items: items.collect() };
        self.put(Block::List(list), at..at + count);
        Some(count)
    }

    fn item(&self, at: usize) -> Option<Item> {
        item(self.sheet.words(self.paragraphs.get(at)?.lines.start))
    }

    /// The words of an item without its mark.
    fn item_parts(&self, at: usize, item: Item) -> Vec<Range<usize>> {
        let mut parts = self.parts(at);
        if let Some(first) = parts.first_mut() {
            first.start += item.len;
        }
        parts
    }

    /// Lines marked with `>`, or set further in than the rest; a line with a dash below says whose words they are.
    fn quotation(&mut self, at: usize) -> Option<usize> {
        let marked = |at: usize| self.plain(at).starts_with('>');
        let (paragraphs, count) = if marked(at) {
            let count = (at..self.paragraphs.len()).take_while(|&i| marked(i)).count();
            (self.marked(at..at + count), count)
        } else {
            let far_in = |i: usize| {
                let paragraph = self.paragraphs.get(i);
                paragraph.is_some_and(|p| p.lines.clone().all(|line| self.sheet.indent(line) >= self.margin + 3))
            };
            let ahead = (at..self.paragraphs.len()).take(LONGEST_QUOTATION + 1);
            let count = ahead.take_while(|&i| far_in(i) && self.source(i).is_none()).count();
            if count > LONGEST_QUOTATION {
                return None;
            }
            let lines = self.paragraphs.get(at).map_or(0, |p| p.lines.len());
            let sourced = count > 0 && self.source(at + count).is_some();
            if count == 0 || !(sourced || lines > 1 && count < self.paragraphs.len() - at) {
                return None;
            }
            ((at..at + count).map(|i| self.parts(i)).collect(), count)
        };
        let mut paragraphs = paragraphs;
        let mut count = count;
        let mut source = None;
        let last = paragraphs.last().and_then(|parts| source_of(self.sheet, parts));
        if let (Some(parts), true) = (last, paragraphs.len() > 1) {
            paragraphs.pop();
            source = Some(self.sheet.inline(&parts));
        } else if let Some(parts) = self.source(at + count) {
            source = Some(self.sheet.inline(&parts));
            count += 1;
        }
        let paragraphs = paragraphs.iter().map(|parts| self.sheet.inline(parts)).collect();
        self.put(Block::Quotation(Quotation { paragraphs, source }), at..at + count);
        Some(count)
    }

    /// The words of marked lines without their marks, put together to paragraphs.
    fn marked(&self, of: Range<usize>) -> Vec<Vec<Range<usize>>> {
        let mut out: Vec<Vec<Range<usize>>> = vec![Vec::new()];
        for part in of.flat_map(|i| self.parts(i)) {
            let text = self.sheet.str(&part);
            let words = text.trim_start_matches(['>', ' ', '\t']);
            let part = part.end - words.len()..part.end;
            let is_source = source_of(self.sheet, std::slice::from_ref(&part)).is_some();
            let closed = |last: &Vec<Range<usize>>| last.last().is_some_and(|p| ends_sentence(self.sheet.str(p)));
            if words.is_empty() || is_source || out.last().is_some_and(closed) {
                out.push(Vec::new());
            }
            if let (Some(last), false) = (out.last_mut(), words.is_empty()) {
                last.push(part);
            }
        }
        out.retain(|parts| !parts.is_empty());
        out
    }

    /// The paragraph when it says whose words stand above it.
    fn source(&self, at: usize) -> Option<Vec<Range<usize>>> {
        let paragraph = self.paragraphs.get(at).filter(|p| p.is_line())?;
        source_of(self.sheet, &paragraph.parts(self.sheet))
    }

    /// "Also read: ...", or such words above a title or a list of titles.
    fn related(&mut self, at: usize) -> Option<usize> {
        let text = self.plain(at);
        let opening = item(&text).map_or(0, |item| item.len);
        let line = text.get(opening..)?;
        let taken = self.phrases.opens(line, Phrase::AlsoRead)?;
        let rest = line.get(taken..)?;
        let labelled = line.get(..taken)?.ends_with([':', '：']) || rest.trim_start().starts_with(is_pointer);
        let title = rest.trim_matches(|c: char| is_pointer(c) || c.is_whitespace());
        if title.is_empty() {
            return self.related_below(at);
        }
        let cased = title.chars().any(char::is_lowercase);
        let fits = labelled || cased && opens_large(title) && !ends_sentence(title);
        if !fits || words(title) > LONGEST_TITLE {
            return None;
        }
        self.put(Block::Related(Related { title: Line::new(title), target: None }), at..at + 1);
        Some(1)
    }

    /// The titles below a line that announces them.
    fn related_below(&mut self, at: usize) -> Option<usize> {
        let is_title = |text: &str| words(text) > 1 && words(text) <= LONGEST_TITLE && !ends_sentence(text);
        let listed = (at + 1..self.paragraphs.len()).take_while(|&i| self.item(i).is_some()).count();
        let count = match listed {
            0 => usize::from(
                self.paragraphs.get(at + 1).is_some_and(Paragraph::is_line) && is_title(&self.plain(at + 1)),
            ),
            n => n,
        };
        if count == 0 {
            self.mark(at..at + 1, Role::Furniture(Furniture::More));
            return Some(1);
        }
        for i in at + 1..=at + count {
            let parts = self.item(i).map_or_else(|| self.parts(i), |item| self.item_parts(i, item));
            let title = Line::new(self.sheet.plain(&parts));
            // The announcing line belongs to the first of them.
            let from = if i == at + 1 { at } else { i };
            self.put(Block::Related(Related { title, target: None }), from..i + 1);
        }
        Some(1 + count)
    }

    /// A short line without a final mark between paragraphs, or one that is marked as a heading.
    fn subhead(&mut self, at: usize) -> Option<usize> {
        let paragraph = self.paragraphs.get(at).filter(|p| p.is_line())?;
        let mut parts = paragraph.parts(self.sheet);
        let text = self.sheet.plain(&parts);
        let heading = text.trim_start_matches('#');
        let signed =
            heading.len() < text.len() && heading.starts_with(char::is_whitespace) && !bare(heading).is_empty();
        if signed {
            if let Some(first) = parts.first_mut() {
                first.start = first.end - heading.trim_start().len();
            }
        } else if !self.is_subhead(at, &text) {
            return None;
        }
        let inline = Inline::plain_text(self.sheet.plain(&parts).trim_end_matches(['#', ' ', '*']));
        self.put(Block::Subhead(inline), at..at + 1);
        Some(1)
    }

    fn is_subhead(&self, at: usize, text: &str) -> bool {
        let (Some(paragraph), Some(next)) = (self.paragraphs.get(at), self.paragraphs.get(at + 1)) else {
            return false;
        };
        let after = next.plain(self.sheet);
        let short = words(text) <= LONGEST_SUBHEAD.0 && columns(text) <= LONGEST_SUBHEAD.1;
        // What ends in a mark of quotation, or counts things up without capitals to show names, is a sentence whose
        // full stop was forgotten.
        let cased = text.chars().any(char::is_lowercase);
        let titled = !text.ends_with(['"', '”', '“', '»', '’', ')', '）'])
            && (cased || !text.contains(['،', ',', '，', '"', '”', '“']));
        let short = short && (cased || words(text) <= 8);
        let plain = titled && text.contains(char::is_alphabetic) && !ends_sentence(text) && !ends_open(text);
        let opens_plain = text.chars().next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '¿' | '¡'));
        let spaced = paragraph.gap && next.gap || !self.spaced;
        let inside = matches!(self.blocks.last(), Some(Block::Paragraph(_) | Block::Quotation(_) | Block::List(_)));
        let closed = ends_sentence(&after) || after.ends_with([':', '：']);
        let above_body = closed && columns(&after) > columns(text) && words(&after) > 6;
        let above_closed = match self.blocks.last() {
            Some(Block::Paragraph(above)) => !ends_open(&above.plain()),
            _ => true,
        };
        short && plain && opens_plain && opens_large(text) && spaced && inside && above_body && above_closed
    }
}

/// A sign between "Also read" and a title.
const fn is_pointer(c: char) -> bool {
    matches!(c, ':' | '：' | '-' | '–' | '—' | '|' | '｜' | '»' | '>' | '→' | '←' | '▶' | '►' | '👉' | '/' | '*' | '،')
}

/// The words of a line that says whose words stand above it, without its dash.
fn source_of(sheet: &Sheet, parts: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let [part] = parts else { return None };
    let text = sheet.str(part);
    let name =
        text.strip_prefix(['—', '–', '―']).or_else(|| text.strip_prefix("-- ").or_else(|| text.strip_prefix("- ")))?;
    let name = name.trim_start_matches(['—', '–', '-', ' ', '\u{a0}']);
    let fits = words(name) <= LONGEST_SOURCE && opens_large(name) && !ends_open(name);
    fits.then(|| std::iter::once(part.end - name.len()..part.end).collect())
}

/// What parts the cells of a line: tabs, or upright strokes with spaces around them or at both ends.
pub(super) fn cell_sign(text: &str) -> Option<char> {
    let piped = text.len() > 2 && text.starts_with('|') && text.ends_with('|') || text.contains(" | ");
    if piped { Some('|') } else { text.contains('\t').then_some('\t') }
}

/// The cells of a line.
fn cells(sheet: &Sheet, words: Range<usize>) -> Option<Vec<Range<usize>>> {
    let text = sheet.str(&words);
    let sign = cell_sign(text)?;
    let inner = if sign == '|' { text.trim_start_matches('|') } else { text };
    let mut at = words.end - inner.len();
    let inner = if sign == '|' { inner.strip_suffix('|').unwrap_or(inner) } else { inner };
    let cells = inner.split(sign).map(|cell| {
        let part = at..at + cell.len();
        at += cell.len() + 1;
        part
    });
    Some(cells.collect())
}
