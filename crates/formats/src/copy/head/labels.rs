//! Labelled copy: "Headline: ...", "Place: ..." and so on, line by line.

use super::Top;
use crate::copy::reading::{Furniture, Role};
use crate::copy::words::{Part, Phrase};
use story::{Dateline, Line};

impl Top<'_, '_> {
    /// Labelled copy: "Headline: ...", "Place: ..." and so on, line by line.
    pub(super) fn labels(&mut self) {
        let label = |top: &Self, at: usize| -> Option<(Part, usize)> {
            let text = top.plain(at);
            let openings = top.reader.phrases.openings(&text);
            openings.into_iter().find_map(|(says, taken)| {
                let Phrase::Label(part) = says else { return None };
                let rest = text.get(taken..)?.trim_start();
                let value = rest.strip_prefix([':', '：'])?.trim_start();
                Some((part, text.len() - value.len()))
            })
        };
        let found: Vec<Part> =
            (0..self.paragraphs.len().min(12)).filter_map(|at| label(self, at)).map(|l| l.0).collect();
        if !found.contains(&Part::Headline) && !found.contains(&Part::Dateline) {
            return;
        }
        let mut at = 0;
        let mut dateline = Dateline::default();
        while at < self.paragraphs.len().min(12) {
            let Some((part, len)) = label(self, at) else {
                at += 1;
                continue;
            };
            self.take_opening(at, len, Role::Furniture(Furniture::Label));
            if self.plain(at).is_empty() {
                // The label has a line of its own: what it names is the next.
                self.paragraphs.remove(at);
            }
            if part == Part::Body {
                break;
            }
            self.labelled(part, at, &mut dateline);
        }
        self.head.dateline = dateline.tidy();
    }

    /// A part that a label names.
    fn labelled(&mut self, part: Part, at: usize, dateline: &mut Dateline) {
        let text = self.plain(at);
        match part {
            Part::Headline => self.head.headline = self.inline(at),
            Part::Deck => self.head.deck = Some(self.inline(at)),
            Part::Byline => self.head.byline = Some(Line::new(&text)),
            Part::Place => dateline.places.push(Line::new(&text)),
            Part::Agency => dateline.agency = Some(Line::new(&text)),
            Part::Date => {
                let date = self.reader.profiles.iter().find_map(|p| p.read_date(&text));
                dateline.date = date.map(|(date, _)| date).or(dateline.date);
            }
            Part::Dateline => match self.reader.read(&text, true) {
                Some(found) => *dateline = found.dateline,
                None => dateline.places.push(Line::new(text.trim_end_matches([':', '-', '—']))),
            },
            Part::Body => return,
        }
        let role = match part {
            Part::Headline => Role::Headline,
            Part::Deck => Role::Deck,
            Part::Byline => Role::Byline,
            _ => Role::Dateline,
        };
        self.take(at, role);
    }
}
