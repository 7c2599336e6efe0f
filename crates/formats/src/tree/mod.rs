//! Elements, one by one, in the order in which they open and close -> the text tree.
//!
//! Whoever reads a marked-up body (HTML, the XHTML of NewsML-G2, NITF) hands its elements and words to a [`Builder`],
//! under the names that HTML has for them. The stack is of limited depth, and nothing recurses.

mod close;
mod element;
mod flush;
mod picture;
mod words;
mod xml;

use element::{Kind, Part, kind};
use story::text::{DatelineDate, Figure, Inline, Link, List, Quotation, Run, Style, Table};
use story::{Direction, Hash, Line, StoryId, Text};

/// The deepest nesting that is followed; what lies deeper is read as if it lay here.
const DEEPEST: usize = 200;

/// The beginning of an element.
pub(crate) trait Opening {
    /// Its name in HTML, in lower case.
    fn name(&self) -> &str;
    /// The value of an attribute.
    fn attribute(&self, name: &str) -> Option<&str>;
    /// Whether it ends where it begins.
    fn is_empty(&self) -> bool;
}

/// An element that is open.
struct Open {
    name: String,
    kind: Kind,
    /// The marks of the words in it, those of the elements around it included.
    style: Style,
}

/// A picture that a body shows by its address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Linked {
    /// Its address, as it stands there.
    pub(crate) src: String,
    /// What it shows, for those who do not see it.
    pub(crate) alt: Line,
    /// What stands below it.
    pub(crate) caption: Inline,
    /// Who made it.
    pub(crate) credit: Line,
}

/// What a body holds beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Beside {
    /// Pictures by address, in order.
    pub(crate) pictures: Vec<Linked>,
    /// The names of elements that were passed over with all that is in them, each once.
    pub(crate) passed_over: Vec<String>,
}

/// The text being built.
#[derive(Default)]
pub(crate) struct Builder {
    /// What is found beside the text; none when nobody asked for it.
    beside: Option<Beside>,
    /// The picture by address that the open figure shows: its place among [`Beside::pictures`].
    shown: Option<usize>,
    /// Pictures that are known by the hash of their bytes, by the addresses that stand for them here.
    at_hand: Vec<(String, Hash)>,
    text: Text,
    open: Vec<Open>,
    /// The words since the last block.
    runs: Vec<Run>,
    /// A line of the file ended behind them, in words with these marks.
    line_end: Option<Style>,
    /// Within an element that is passed over: its name, and how many of that name are open.
    passed_over: Option<(String, usize)>,
    quotation: Option<Quotation>,
    list: Option<List>,
    table: Option<Table>,
    row: Vec<Inline>,
    row_heads: bool,
    figure: Option<Figure>,
    related: Option<StoryId>,
    date: Option<DatelineDate>,
}

impl Builder {
    /// A builder that also collects what stands beside the text.
    pub(crate) fn collecting() -> Self {
        Self { beside: Some(Beside::default()), ..Self::default() }
    }

    /// The same with pictures that came along: addresses and the hashes of their bytes.
    pub(crate) fn showing(self, at_hand: Vec<(String, Hash)>) -> Self {
        Self { at_hand, ..self }
    }

    /// The text and what stands beside it, once everything was said.
    pub(crate) fn finish_both(mut self) -> (Text, Beside) {
        self.close_to(0);
        self.flush();
        let beside = self.beside.take().unwrap_or_default();
        (self.finish(), beside)
    }

    /// The text, once everything was said. Whoever keeps it asks [`Text::fits`] first.
    pub(crate) fn finish(mut self) -> Text {
        self.close_to(0);
        self.flush();
        self.text.tidy()
    }

    fn style(&self) -> Style {
        self.open.last().map(|open| open.style.clone()).unwrap_or_default()
    }

    fn is_in(&self, kind: Kind) -> bool {
        self.open.iter().any(|open| open.kind == kind)
    }

    /// The innermost element that holds running text.
    fn holder(&self) -> Option<Part> {
        self.open.iter().rev().find_map(|open| if let Kind::Holder(part) = open.kind { Some(part) } else { None })
    }

    /// An element begins.
    pub(crate) fn start(&mut self, tag: &impl Opening) {
        if let Some((name, depth)) = &mut self.passed_over {
            *depth += usize::from(name == tag.name());
            return;
        }
        let mut kind = kind(tag, self.is_in(Kind::Dateline), self.quotation.is_some());
        if is_title_or_paragraph(&kind) {
            self.close_what_cannot_hold(kind);
            // Paragraphs within an item or a cell are lines of it.
            kind = if self.holder().is_some() { Kind::Block } else { kind };
        }
        match kind {
            Kind::Void => {}
            Kind::Break => {
                self.line_end = None;
                // An empty line parts paragraphs, however it is made; one that holds a hard space is not empty.
                let empty = |run: &&Run| run.text.bytes().all(|b| b.is_ascii_whitespace());
                let mut blank = self.runs.iter().rev().take_while(empty);
                let again = blank.any(|run| run.text.contains('\n'));
                if again && matches!(self.holder(), None | Some(Part::Paragraph)) {
                    self.flush();
                } else {
                    self.runs.push(Run { text: "\n".into(), style: self.style() });
                }
            }
            Kind::Picture => self.picture(tag),
            Kind::Dropped => self.pass_over(tag),
            Kind::Inline => self.push(tag, kind, self.marked(tag)),
            Kind::Holder(Part::Place | Part::Date | Part::Agency | Part::Credit) => {
                self.flush();
                self.date = tag.attribute("datetime").and_then(day).or(self.date);
                self.push(tag, kind, Style::default());
            }
            _ => self.start_block(tag, kind),
        }
    }

    /// From here to its end an element is passed over.
    fn pass_over(&mut self, tag: &impl Opening) {
        self.passed_over = (!tag.is_empty()).then(|| (tag.name().to_owned(), 1));
        if let Some(beside) = &mut self.beside
            && !beside.passed_over.iter().any(|known| known == tag.name())
        {
            beside.passed_over.push(tag.name().to_owned());
        }
    }

    fn start_block(&mut self, tag: &impl Opening, kind: Kind) {
        self.close_what_cannot_hold(kind);
        // A list within an item: what stands before it is an item of its own.
        if matches!(kind, Kind::List(_)) && self.holder() == Some(Part::Item) {
            self.flush();
        }
        self.boundary();
        match kind {
            Kind::Quotation if self.quotation.is_none() => self.quotation = Some(Quotation::default()),
            Kind::List(ordered) if self.list.is_none() => {
                self.list = Some(List { ordered, items: Vec::new() });
            }
            Kind::Table if self.table.is_none() => self.table = Some(Table::default()),
            Kind::Row => self.row_heads = true,
            Kind::Holder(Part::Related) => {
                self.related = tag.attribute("data-story").and_then(|id| id.parse().ok());
            }
            Kind::Holder(Part::Cell(heads)) => self.row_heads &= heads,
            _ => {}
        }
        self.push(tag, kind, Style::default());
    }

    /// Closes the elements that end by themselves where such a one begins: a paragraph at any block, an item at the
    /// next, cells and rows likewise.
    fn close_what_cannot_hold(&mut self, next: Kind) {
        let ends = |open: &Kind| match open {
            Kind::Holder(
                Part::Paragraph | Part::Subhead | Part::Headline | Part::Deck | Part::Byline | Part::Related,
            ) => true,
            Kind::Holder(Part::Item) => next == Kind::Holder(Part::Item),
            Kind::Holder(Part::Cell(_)) => matches!(next, Kind::Holder(Part::Cell(_)) | Kind::Row),
            Kind::Holder(Part::TableCaption) => matches!(next, Kind::Row | Kind::TableHead),
            Kind::Row => next == Kind::Row,
            _ => false,
        };
        let bounds = |open: &Kind| matches!(open, Kind::List(_) | Kind::Table | Kind::Quotation | Kind::Figure);
        let from = self.open.iter().rposition(|open| bounds(&open.kind)).map_or(0, |i| i + 1);
        if let Some(first) = self.open.iter().skip(from).position(|open| ends(&open.kind)) {
            self.close_to(from + first);
        }
    }

    fn push(&mut self, tag: &impl Opening, kind: Kind, style: Style) {
        if !tag.is_empty() && self.open.len() < DEEPEST {
            self.open.push(Open { name: tag.name().to_owned(), kind, style });
        }
    }

    /// The marks of the words in an inline element.
    fn marked(&self, tag: &impl Opening) -> Style {
        let mut style = self.style();
        match tag.name() {
            "em" | "i" => style.emphasis = true,
            "strong" | "b" => style.strong = true,
            "a" => style.link = tag.attribute("href").and_then(|href| Link::new(href).ok()),
            _ => {}
        }
        if let Some(lang) = tag.attribute("lang").and_then(|lang| lang.parse().ok()) {
            style.lang = Some(lang);
        }
        style.dir = match tag.attribute("dir") {
            Some("ltr") => Some(Direction::Ltr),
            Some("rtl") => Some(Direction::Rtl),
            _ => style.dir,
        };
        style
    }

    /// An element of that name ends; a name that is not open changes nothing.
    pub(crate) fn end(&mut self, name: &str) {
        if let Some((passed, depth)) = &mut self.passed_over {
            if *passed == *name {
                *depth -= 1;
            }
            if *depth == 0 {
                self.passed_over = None;
            }
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else { return };
        let inline = |open: &Open| open.kind == Kind::Inline;
        // The end of a mark does not end the blocks that were begun within it.
        if self.open.get(at).is_some_and(inline) && !self.open.iter().skip(at).all(inline) {
            return;
        }
        self.close_to(at);
    }
}

/// An element that ends where the next block begins.
const fn is_title_or_paragraph(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Holder(Part::Paragraph | Part::Subhead | Part::Headline | Part::Deck | Part::Byline | Part::Related)
    )
}

/// The day of a `datetime` attribute.
fn day(word: &str) -> Option<DatelineDate> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}
