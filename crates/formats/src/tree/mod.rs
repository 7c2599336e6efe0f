//! Elements, one by one, in the order in which they open and close -> the text tree.
//!
//! Whoever reads a marked-up body (HTML, the XHTML of NewsML-G2, NITF) hands its elements and words to a [`Builder`],
//! under the names that HTML has for them. The stack is of limited depth, and nothing recurses.

mod element;
mod xml;

use element::{Kind, Part, kind};
use story::text::{Dateline, DatelineDate, Figure, Inline, Link, List, Quotation, Related, Run, Style, Table};
use story::{Block, Direction, Hash, Line, StoryId, Text};

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

    /// Words, as they stand.
    pub(crate) fn words(&mut self, words: &str) {
        if self.passed_over.is_none() {
            self.runs.push(Run { text: words.to_owned(), style: self.style() });
        }
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
            Kind::Break => self.runs.push(Run { text: "\n".into(), style: self.style() }),
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

    /// Closes all elements from this depth on, the innermost first.
    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(kind) = self.open.last().map(|open| open.kind) else { return };
            self.close(kind);
            self.open.pop();
        }
    }

    /// What an element held is complete.
    fn close(&mut self, kind: Kind) {
        match kind {
            Kind::Inline => return,
            Kind::Holder(_) => self.flush(),
            _ => self.boundary(),
        }
        let another = self.open.iter().filter(|open| open.kind == kind).count() > 1;
        match kind {
            Kind::Quotation if !another => {
                let quotation = self.quotation.take().map(Block::Quotation);
                self.text.body.extend(quotation);
            }
            Kind::List(_) if self.open.iter().filter(|open| matches!(open.kind, Kind::List(_))).count() == 1 => {
                let list = self.list.take();
                self.put_list(list);
            }
            Kind::Row if !self.row.is_empty() => {
                let row = std::mem::take(&mut self.row);
                let head = self.row_heads || self.is_in(Kind::TableHead);
                if let Some(table) = &mut self.table {
                    if head && table.head.is_empty() && table.rows.is_empty() {
                        table.head = row;
                    } else {
                        table.rows.push(row);
                    }
                }
            }
            Kind::Table if !another => {
                if let Some(mut table) = self.table.take() {
                    if table.rows.is_empty() && !table.head.is_empty() {
                        table.rows.push(std::mem::take(&mut table.head));
                    }
                    self.put(Block::Table(table));
                }
            }
            Kind::Figure if !another => {
                self.shown = None;
                if let Some(figure) = self.figure.take() {
                    self.put(Block::Figure(figure));
                }
            }
            _ => {}
        }
    }

    /// Blocks of the body; a quotation holds nothing but paragraphs, so what is set within it stands behind it.
    fn put(&mut self, block: Block) {
        self.text.body.push(block);
    }

    /// A list; within a quotation its items are paragraphs of it.
    fn put_list(&mut self, list: Option<List>) {
        match (list, &mut self.quotation) {
            (Some(list), Some(quotation)) => quotation.paragraphs.extend(list.items),
            (Some(list), None) => self.put(Block::List(list)),
            (None, _) => {}
        }
    }

    fn picture(&mut self, tag: &impl Opening) {
        let src = tag.attribute("src").unwrap_or_default();
        let at_hand = || self.at_hand.iter().find(|(known, _)| known == src).map(|(_, hash)| *hash);
        let Some(picture) = tag.attribute("data-picture").and_then(|hash| hash.parse().ok()).or_else(at_hand) else {
            return self.linked_picture(tag);
        };
        let alt = Line::new(tag.attribute("alt").unwrap_or_default());
        let figure = Figure { picture, caption: None, credit: None, alt };
        if self.is_in(Kind::Figure) && self.figure.is_none() {
            self.figure = Some(figure);
        } else if self.holder().is_none() {
            self.flush();
            self.put(Block::Figure(figure));
        }
    }

    fn linked_picture(&mut self, tag: &impl Opening) {
        let in_figure = self.is_in(Kind::Figure) && self.figure.is_none() && self.shown.is_none();
        let src = tag.attribute("src").map(str::trim).filter(|src| !src.is_empty());
        let (Some(beside), Some(src)) = (&mut self.beside, src) else { return };
        let alt = Line::new(tag.attribute("alt").unwrap_or_default());
        beside.pictures.push(Linked { src: src.to_owned(), alt, ..Linked::default() });
        if in_figure {
            self.shown = Some(beside.pictures.len() - 1);
        }
    }

    /// The picture by address that the open figure shows.
    fn shown(&mut self) -> Option<&mut Linked> {
        let at = self.shown?;
        self.beside.as_mut()?.pictures.get_mut(at)
    }

    /// A block begins or ends: a break within what holds running text, else the end of a paragraph.
    fn boundary(&mut self) {
        match self.holder() {
            Some(_) => self.runs.push(Run { text: "\n".into(), style: Style::default() }),
            None => self.flush(),
        }
    }

    /// Puts the words since the last block where they belong.
    fn flush(&mut self) {
        let inline = Inline::new(std::mem::take(&mut self.runs));
        let holder = self.holder();
        let some = |inline: Inline| (!inline.is_empty()).then_some(inline);
        match holder {
            Some(Part::Cell(_)) if self.table.is_some() => self.row.push(inline),
            _ if inline.is_empty() => {}
            None if self.is_in(Kind::Dateline) => {}
            Some(Part::Headline) if self.text.headline.is_empty() && self.text.body.is_empty() => {
                self.text.headline = inline;
            }
            Some(Part::Headline | Part::Subhead) if self.quotation.is_none() => self.put(Block::Subhead(inline)),
            Some(Part::Deck) if self.text.deck.is_none() => self.text.deck = some(inline),
            Some(Part::Byline) if self.text.byline.is_none() => self.text.byline = Some(Line::new(inline.plain())),
            Some(Part::Place) => self.dateline().places.push(Line::new(inline.plain())),
            Some(Part::Date) => {
                let date = self.date.take();
                self.dateline().date = date;
            }
            Some(Part::Agency) => self.dateline().agency = Some(Line::new(inline.plain())),
            Some(Part::Related) => {
                let target = self.related.take();
                self.put(Block::Related(Related { title: Line::new(inline.plain()), target }));
            }
            Some(Part::Credit) => match &mut self.figure {
                Some(figure) => figure.credit = Some(Line::new(inline.plain())),
                None => match self.shown() {
                    Some(picture) => picture.credit = Line::new(inline.plain()),
                    None => self.paragraph(inline),
                },
            },
            Some(Part::Caption) => match &mut self.figure {
                Some(figure) if figure.caption.is_none() => figure.caption = some(inline),
                Some(_) => {}
                None => match self.shown().filter(|picture| picture.caption.is_empty()) {
                    Some(picture) => picture.caption = inline,
                    None => self.paragraph(inline),
                },
            },
            Some(Part::Source) => match &mut self.quotation {
                Some(quotation) => quotation.source = some(inline),
                None => self.paragraph(inline),
            },
            Some(Part::Item) => match &mut self.list {
                Some(list) => list.items.push(inline),
                None => self.paragraph(inline),
            },
            Some(Part::TableCaption) => match &mut self.table {
                Some(table) => table.caption = some(inline),
                None => self.paragraph(inline),
            },
            _ => self.paragraph(inline),
        }
    }

    fn dateline(&mut self) -> &mut Dateline {
        self.text.dateline.get_or_insert_default()
    }

    fn paragraph(&mut self, inline: Inline) {
        match &mut self.quotation {
            Some(quotation) => quotation.paragraphs.push(inline),
            None => self.put(Block::Paragraph(inline)),
        }
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
