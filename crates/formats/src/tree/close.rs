//! Elements end: what they held is complete.

use super::Builder;
use super::element::Kind;
use story::Block;
use story::text::List;

impl Builder {
    /// Closes all elements from this depth on, the innermost first.
    pub(super) fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(kind) = self.open.last().map(|open| open.kind) else { return };
            self.close(kind);
            self.open.pop();
        }
    }

    /// What an element held is complete.
    pub(super) fn close(&mut self, kind: Kind) {
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
    pub(super) fn put(&mut self, block: Block) {
        self.text.body.push(block);
    }

    /// A list; within a quotation its items are paragraphs of it.
    pub(super) fn put_list(&mut self, list: Option<List>) {
        match (list, &mut self.quotation) {
            (Some(list), Some(quotation)) => quotation.paragraphs.extend(list.items),
            (Some(list), None) => self.put(Block::List(list)),
            (None, _) => {}
        }
    }
}
