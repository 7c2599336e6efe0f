//! The text tree of one edition, as a revision holds it.
//!
//! A tree is always in its normal form: no empty blocks, no runs of spaces, adjoining runs of one style joined.
//! The identities of blocks stand beside the tree (see [`crate::align`]), outside its hash: the same words are the
//! same text.

#[cfg(any(test, feature = "arbitrary"))]
pub mod arbitrary;
mod dateline;
mod inline;
mod line;
pub mod stored;

pub use dateline::{Dateline, DatelineDate, NotADate};
pub use inline::{Inline, Link, NotALink, Run, Style};
pub use line::Line;

use crate::{Hash, StoryId};
use serde::{Deserialize, Serialize};

/// The most bytes of the stored form of a text.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;
/// The most blocks of a text.
pub const MOST_BLOCKS: usize = 20_000;
/// The most cells of a table.
pub const MOST_CELLS: usize = 20_000;

/// The text of an edition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Text {
    /// The headline; empty while the copy has none.
    pub headline: Inline,
    /// The standfirst.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deck: Option<Inline>,
    /// Who wrote it, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<Line>,
    /// Place, date and agency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
    /// The body, in order.
    pub body: Vec<Block>,
}

/// A block of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Inline),
    /// A heading within the body.
    Subhead(Inline),
    /// Words of somebody else, set apart.
    Quotation(Quotation),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A line that points at another story ("Also read").
    Related(Related),
}

/// Words of somebody else, set apart, with their source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotation {
    /// Its paragraphs.
    pub paragraphs: Vec<Inline>,
    /// Who says it, or where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Inline>,
}

/// A list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Numbered, in an order that matters.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// Its items.
    pub items: Vec<Inline>,
}

/// A table. Rows may differ in length; a cell may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// What it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Inline>,
    /// The headings of its columns; none when the table has no such row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<Inline>,
    /// Its rows.
    pub rows: Vec<Vec<Inline>>,
}

/// A picture, by the hash of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The SHA-256 of the picture's bytes.
    pub picture: Hash,
    /// What stands below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Inline>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Line>,
    /// What it shows, for those who do not see it.
    #[serde(default)]
    pub alt: Line,
}

/// A pointer to another story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// The other story's headline, as the copy gave it.
    pub title: Line,
    /// The story, once it is known which one is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<StoryId>,
}

/// Why a text cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TooMuch {
    /// More blocks than [`MOST_BLOCKS`].
    #[error("the text has {0} blocks; {MOST_BLOCKS} is the most")]
    Blocks(usize),
    /// More cells in one table than [`MOST_CELLS`].
    #[error("a table has {0} cells; {MOST_CELLS} is the most")]
    Cells(usize),
    /// More bytes than [`MOST_BYTES`].
    #[error("the text takes {0} bytes; {MOST_BYTES} is the most")]
    Bytes(usize),
}

impl Block {
    /// The block without its empty parts, or nothing when nothing is left.
    pub fn tidy(self) -> Option<Block> {
        let full = |parts: Vec<Inline>| -> Vec<Inline> { parts.into_iter().filter(|i| !i.is_empty()).collect() };
        let some = |part: Option<Inline>| part.filter(|i| !i.is_empty());
        match self {
            Block::Paragraph(i) => (!i.is_empty()).then_some(Block::Paragraph(i)),
            Block::Subhead(i) => (!i.is_empty()).then_some(Block::Subhead(i)),
            Block::Quotation(q) => {
                let q = Quotation { paragraphs: full(q.paragraphs), source: some(q.source) };
                (!q.paragraphs.is_empty()).then_some(Block::Quotation(q))
            }
            Block::List(l) => {
                let l = List { items: full(l.items), ..l };
                (!l.items.is_empty()).then_some(Block::List(l))
            }
            Block::Table(t) => {
                let rows: Vec<_> = t.rows.into_iter().filter(|row| !row.is_empty()).collect();
                let t = Table { caption: some(t.caption), head: t.head, rows };
                (!t.rows.is_empty()).then_some(Block::Table(t))
            }
            Block::Figure(f) => {
                let credit = f.credit.filter(|c| !c.is_empty());
                Some(Block::Figure(Figure { caption: some(f.caption), credit, ..f }))
            }
            Block::Related(r) => (!r.title.is_empty()).then_some(Block::Related(r)),
        }
    }

    /// Every piece of running text in the block, in reading order.
    pub fn inlines(&self) -> Vec<&Inline> {
        match self {
            Block::Paragraph(i) | Block::Subhead(i) => vec![i],
            Block::Quotation(q) => q.paragraphs.iter().chain(&q.source).collect(),
            Block::List(l) => l.items.iter().collect(),
            Block::Table(t) => t.caption.iter().chain(&t.head).chain(t.rows.iter().flatten()).collect(),
            Block::Figure(f) => f.caption.iter().collect(),
            Block::Related(_) => Vec::new(),
        }
    }

    /// The words of the block without any marks, pieces apart by line ends.
    pub fn plain(&self) -> String {
        if let Block::Related(r) = self {
            return r.title.to_string();
        }
        let mut words: Vec<String> = self.inlines().into_iter().map(Inline::plain).collect();
        if let Block::Figure(f) = self {
            words.extend([&f.alt].into_iter().chain(&f.credit).map(ToString::to_string).filter(|w| !w.is_empty()));
        }
        words.join("\n")
    }

    /// The name of this kind of block, as it is stored.
    pub const fn name(&self) -> &'static str {
        match self {
            Block::Paragraph(_) => "paragraph",
            Block::Subhead(_) => "subhead",
            Block::Quotation(_) => "quotation",
            Block::List(_) => "list",
            Block::Table(_) => "table",
            Block::Figure(_) => "figure",
            Block::Related(_) => "related",
        }
    }
}

impl Text {
    /// The text without empty parts: what comes from outside passes through here before it is kept.
    pub fn tidy(self) -> Text {
        Text {
            headline: self.headline,
            deck: self.deck.filter(|i| !i.is_empty()),
            byline: self.byline.filter(|l| !l.is_empty()),
            dateline: self.dateline.and_then(Dateline::tidy),
            body: self.body.into_iter().filter_map(Block::tidy).collect(),
        }
    }

    /// Whether the text keeps to the limits.
    ///
    /// # Errors
    /// [`TooMuch`] names the limit and how far it was passed.
    pub fn fits(&self) -> Result<(), TooMuch> {
        if self.body.len() > MOST_BLOCKS {
            return Err(TooMuch::Blocks(self.body.len()));
        }
        for block in &self.body {
            if let Block::Table(t) = block {
                let cells = t.rows.iter().map(Vec::len).sum::<usize>() + t.head.len();
                if cells > MOST_CELLS {
                    return Err(TooMuch::Cells(cells));
                }
            }
        }
        let bytes = self.stored().len();
        if bytes > MOST_BYTES { Err(TooMuch::Bytes(bytes)) } else { Ok(()) }
    }

    /// The bytes under which the text is stored: compact JSON that names its own version.
    pub fn stored(&self) -> Vec<u8> {
        stored::with_version(self)
    }

    /// Reads what [`Text::stored`] wrote.
    ///
    /// # Errors
    /// A sentence when the bytes are not a stored text, or of a version that this program does not know.
    pub fn from_stored(bytes: &[u8]) -> Result<Self, stored::NotStored> {
        stored::read(bytes)
    }

    /// The hash of the stored bytes.
    pub fn hash(&self) -> Hash {
        Hash::of(&self.stored())
    }

    /// Headline, deck and body without any marks, blocks apart by line ends.
    pub fn plain(&self) -> String {
        let head = [&self.headline].into_iter().chain(&self.deck).map(Inline::plain);
        head.chain(self.body.iter().map(Block::plain)).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The stories that the text points at.
    pub fn targets(&self) -> impl Iterator<Item = StoryId> + '_ {
        self.body.iter().filter_map(|block| match block {
            Block::Related(r) => r.target,
            _ => None,
        })
    }

    /// Gives the "Also read" lines that point nowhere the targets that lines of the same title had before.
    pub fn keep_targets(&mut self, before: &Text) {
        for block in &mut self.body {
            if let Block::Related(Related { title, target: target @ None }) = block {
                *target = before.body.iter().find_map(|old| match old {
                    Block::Related(old) if old.title == *title => old.target,
                    _ => None,
                });
            }
        }
    }
}
