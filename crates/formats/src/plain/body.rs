//! Blocks as lines of plain text.

use super::wrap::wrap;
use crate::Written;
use lang::{Profile, Word};
use story::text::{Inline, List, Quotation, Table};
use story::{Block, Item};

/// How lines are set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lines {
    /// The most columns of a line; none when lines are as long as their paragraphs.
    pub width: Option<usize>,
    /// What ends a line.
    pub end: &'static str,
}

impl Lines {
    /// A paragraph, with an empty line behind it.
    pub fn paragraph(self, out: &mut String, words: &str) {
        wrap(out, words, self.width, "", "", self.end);
        out.push_str(self.end);
    }
}

/// Writes the blocks of an item, an empty line behind each. `opening` stands before the first paragraph.
pub(crate) fn write(
    out: &mut String,
    item: &Item,
    opening: &str,
    profile: &Profile,
    set: Lines,
    written: &mut Written,
) {
    let mut opening = opening;
    for block in &item.text.body {
        if block.inlines().iter().any(|inline| inline.runs().iter().any(|run| !run.style.is_plain())) {
            written.leave_out("text/body/style");
        }
        match block {
            Block::Paragraph(words) => {
                set.paragraph(out, &format!("{opening}{}", words.plain()));
                opening = "";
                continue;
            }
            _ if !opening.is_empty() => {
                set.paragraph(out, opening.trim_end());
                opening = "";
            }
            _ => {}
        }
        match block {
            Block::Paragraph(_) => {}
            Block::Subhead(words) => set.paragraph(out, &words.plain()),
            Block::Quotation(quotation) => write_quotation(out, quotation, set),
            Block::List(list) => write_list(out, list, set),
            Block::Table(table) => write_table(out, table, set),
            Block::Figure(_) => written.leave_out("text/body/figure"),
            Block::Related(related) => {
                if related.target.is_some() {
                    written.leave_out("text/body/related/target");
                }
                set.paragraph(out, &format!("{} {}", profile.say(Word::AlsoRead), related.title));
            }
        }
    }
    if !opening.is_empty() {
        set.paragraph(out, opening.trim_end());
    }
}

/// How far in a quotation is set.
const FAR_IN: &str = "    ";

fn write_quotation(out: &mut String, quotation: &Quotation, set: Lines) {
    for words in &quotation.paragraphs {
        wrap(out, &words.plain(), set.width, FAR_IN, FAR_IN, set.end);
    }
    if let Some(source) = &quotation.source {
        wrap(out, &source.plain().replace('\n', " "), set.width, "    — ", "      ", set.end);
    }
    out.push_str(set.end);
}

fn write_list(out: &mut String, list: &List, set: Lines) {
    for (i, words) in list.items.iter().enumerate() {
        let mark = if list.ordered { format!("{}. ", i + 1) } else { "- ".to_owned() };
        let rest = " ".repeat(mark.len());
        wrap(out, &words.plain(), set.width, &mark, &rest, set.end);
    }
    out.push_str(set.end);
}

fn write_table(out: &mut String, table: &Table, set: Lines) {
    if let Some(caption) = &table.caption {
        set.paragraph(out, &caption.plain());
    }
    let row = |out: &mut String, cells: &[Inline]| {
        for cell in cells {
            out.push_str("| ");
            out.push_str(&cell.plain().replace(['\n', '|'], " "));
            out.push(' ');
        }
        out.push('|');
        out.push_str(set.end);
    };
    if !table.head.is_empty() {
        row(out, &table.head);
        out.push_str(&"| --- ".repeat(table.head.len()));
        out.push('|');
        out.push_str(set.end);
    }
    table.rows.iter().for_each(|cells| row(out, cells));
    out.push_str(set.end);
}
