//! A text, as it stands.

use super::paint;
use lang::Profile;
use story::{Block, Inline, Text};

/// The whole text, blocks numbered.
pub fn whole(text: &Text, profile: &Profile) -> String {
    let mut out = paint::strong(&or_none(&text.headline.plain(), "(no headline)"));
    out.push('\n');
    let dateline = text.dateline.as_ref().map(|d| profile.dateline(d));
    let byline = text.byline.as_ref().map(ToString::to_string);
    for line in [text.deck.as_ref().map(Inline::plain), byline, dateline].into_iter().flatten() {
        out.push_str(&format!("{line}\n"));
    }
    for (n, block) in (1..).zip(&text.body) {
        out.push_str(&format!("\n{} {}\n", paint::faint(&format!("{n}.")), self::block(block)));
    }
    out
}

/// A block in words, what is no paragraph with its kind.
pub fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(words) => words.plain(),
        Block::Subhead(words) => paint::strong(&words.plain()),
        Block::Quotation(q) => {
            let words: Vec<String> = q.paragraphs.iter().map(|p| format!("| {}", p.plain())).collect();
            let source = q.source.iter().map(|s| format!("| ({})", s.plain()));
            format!("(quotation)\n{}", words.into_iter().chain(source).collect::<Vec<_>>().join("\n"))
        }
        Block::List(l) => {
            let mark = |n: usize| if l.ordered { format!("{n}.") } else { "-".into() };
            let items: Vec<String> = (1..).zip(&l.items).map(|(n, i)| format!("{} {}", mark(n), i.plain())).collect();
            format!("(list)\n{}", items.join("\n"))
        }
        Block::Table(t) => {
            let row = |cells: &[Inline]| cells.iter().map(Inline::plain).collect::<Vec<_>>().join(" | ");
            let caption = t.caption.as_ref().map(|c| format!(" {}", c.plain())).unwrap_or_default();
            let head = Some(row(&t.head)).filter(|h| !h.is_empty());
            let rows: Vec<String> = head.into_iter().chain(t.rows.iter().map(|r| row(r))).collect();
            format!("(table){caption}\n{}", rows.join("\n"))
        }
        Block::Figure(_) => format!("(picture) {}", block.plain()),
        Block::Related(r) => format!("(also read) {}", r.title),
    }
}

fn or_none(words: &str, none: &str) -> String {
    if words.is_empty() { none.to_owned() } else { words.to_owned() }
}
