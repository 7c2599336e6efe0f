//! Letters, all of them invented.

mod attached;
mod broken;
mod charsets;
mod filed;
mod header;
mod properties;
mod shapes;

use crate::{Reading, Took};
use lang::Languages;
use story::Item;

pub(super) fn read(letter: impl AsRef<[u8]>) -> Reading {
    super::read(letter.as_ref(), Languages::built_in()).expect("a letter")
}

/// The only item of a letter.
pub(super) fn one(letter: impl AsRef<[u8]>) -> Item {
    let mut items = read(letter).items;
    assert_eq!(items.len(), 1);
    items.remove(0)
}

/// The liberties of a kind, one a line.
pub(super) fn took(reading: &Reading, took: Took) -> String {
    let said: Vec<String> =
        reading.liberties.list.iter().filter(|l| l.took == took).map(|l| format!("{}: {}", l.at, l.what)).collect();
    said.join("\n")
}

pub(super) fn blocks(item: &Item) -> Vec<String> {
    item.text.body.iter().map(story::Block::plain).collect()
}
