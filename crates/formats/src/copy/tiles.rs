//! The pieces of the input: each byte of it in exactly one.

use super::lines::Sheet;
use super::reading::{Piece, Role};

/// The pieces of an input of `len` bytes: what its lines were taken for, and over that what was taken out of them.
pub(super) fn tile(sheet: &Sheet, len: usize) -> Vec<Piece> {
    let mut marks = sheet.marks.clone();
    marks.sort_by_key(|(part, _)| part.start);
    let mut under = Tiles::default();
    for (part, role) in marks {
        let source = sheet.text.source(&part);
        under.put(source.start, Role::Blank);
        under.put(source.end, role);
    }
    under.put(len, Role::Blank);

    let mut dropped = sheet.dropped.iter().collect::<Vec<_>>();
    dropped.sort_by_key(|aside| aside.range.start);
    let mut tiles = Tiles::default();
    let mut below = under.pieces.iter();
    let mut now = below.next();
    // What lies below is copied up to a byte.
    let mut copy = |tiles: &mut Tiles, to: usize| {
        while let Some(piece) = now {
            tiles.put(piece.range.end.min(to), piece.role);
            if piece.range.end > to {
                break;
            }
            now = below.next();
        }
    };
    for aside in dropped {
        copy(&mut tiles, aside.range.start);
        tiles.put(aside.range.end.min(len), Role::Furniture(aside.kind));
    }
    copy(&mut tiles, len);
    tiles.pieces
}

/// Pieces that adjoin, from 0 on.
#[derive(Default)]
struct Tiles {
    pieces: Vec<Piece>,
}

impl Tiles {
    /// Goes on to `end` with this role. Nothing happens when it is there already.
    fn put(&mut self, end: usize, role: Role) {
        let start = self.pieces.last().map_or(0, |piece| piece.range.end);
        if end <= start {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.role == role => last.range.end = end,
            _ => self.pieces.push(Piece { range: start..end, role }),
        }
    }
}
