//! The words since the last block go to where they belong.

use super::element::Part;
use super::{Builder, Kind};
use story::text::{Dateline, Inline, Related, Run, Style};
use story::{Block, Line};

impl Builder {
    /// A block begins or ends: a break within what holds running text, else the end of a paragraph.
    pub(super) fn boundary(&mut self) {
        self.line_end = None;
        match self.holder() {
            Some(_) => self.runs.push(Run { text: "\n".into(), style: Style::default() }),
            None => self.flush(),
        }
    }

    /// Puts the words since the last block where they belong.
    pub(super) fn flush(&mut self) {
        self.line_end = None;
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

    pub(super) fn dateline(&mut self) -> &mut Dateline {
        self.text.dateline.get_or_insert_default()
    }

    pub(super) fn paragraph(&mut self, inline: Inline) {
        match &mut self.quotation {
            Some(quotation) => quotation.paragraphs.push(inline),
            None => self.put(Block::Paragraph(inline)),
        }
    }
}
