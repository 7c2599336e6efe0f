//! Pictures: those of this house by the hash of their bytes, others by their address.

use super::element::Kind;
use super::{Builder, Linked, Opening};
use story::text::Figure;
use story::{Block, Line};

impl Builder {
    pub(super) fn picture(&mut self, tag: &impl Opening) {
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

    pub(super) fn linked_picture(&mut self, tag: &impl Opening) {
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
    pub(super) fn shown(&mut self) -> Option<&mut Linked> {
        let at = self.shown?;
        self.beside.as_mut()?.pictures.get_mut(at)
    }
}
