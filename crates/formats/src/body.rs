//! What readers do with the body of an item, whatever the format.

use crate::tree::Linked;
use std::borrow::Cow;
use story::item::{Class, Part, Rendition, Wording};
use story::text::Inline;
use story::{Block, Item, Line, Text};

/// Words without marks: paragraphs apart by empty lines, or else by line ends.
pub(crate) fn paragraphs(words: &str) -> Vec<Block> {
    let words = if words.contains('\r') { Cow::Owned(words.replace("\r\n", "\n")) } else { Cow::Borrowed(words) };
    let apart = if words.contains("\n\n") { "\n\n" } else { "\n" };
    let all = words.split(apart).map(Inline::plain_text).filter(|words| !words.is_empty());
    all.map(Block::Paragraph).collect()
}

/// Pictures that a body shows by address become items that come with it.
pub(crate) fn take_pictures(item: &mut Item, pictures: Vec<Linked>) {
    for (i, picture) in pictures.into_iter().enumerate() {
        let href = Line::new(&picture.src);
        let mut shown = Item { class: Class::Picture, guid: href.clone(), title: picture.alt, ..Item::default() };
        shown.renditions.push(Rendition { href, ..Rendition::default() });
        if !picture.caption.is_empty() {
            shown.descriptions.push(Wording { role: Line::new("caption"), lang: None, words: picture.caption });
        }
        shown.rights.credit = Some(picture.credit).filter(|credit| !credit.is_empty());
        let name = Line::new(format!("bodyPicture{}", i + 1));
        item.parts.push(Part { name, rel: Line::default(), item: shown });
    }
}

/// Takes the text of a marked-up body: what stands above it there belongs to the item, unless the item has it already.
pub(crate) fn absorb(item: &mut Item, text: Text) {
    let mut above = Vec::new();
    if item.text.headline.is_empty() {
        item.text.headline = text.headline;
    } else if !text.headline.is_empty() && text.headline.plain() != item.text.headline.plain() {
        above.push(Block::Subhead(text.headline));
    }
    match (&item.text.deck, text.deck) {
        (None, deck) => item.text.deck = deck,
        (Some(known), Some(deck)) if known.plain() != deck.plain() => above.push(Block::Paragraph(deck)),
        _ => {}
    }
    match (&item.text.byline, text.byline) {
        (None, byline) => item.text.byline = byline,
        (Some(known), Some(byline)) if *known != byline => above.push(Block::Paragraph(Inline::plain_text(&*byline))),
        _ => {}
    }
    if text.dateline.is_some() {
        item.text.dateline = text.dateline;
    }
    item.text.body = text.body;
    item.text.body.splice(0..0, above);
}

/// The text, as much of its body as fits.
pub(crate) fn shortened(mut text: Text) -> Text {
    text.body.truncate(story::text::MOST_BLOCKS);
    text.body.retain(|block| match block {
        Block::Table(table) => table.rows.iter().map(Vec::len).sum::<usize>() <= story::text::MOST_CELLS / 2,
        _ => true,
    });
    while text.fits().is_err() && !text.body.is_empty() {
        text.body.truncate(text.body.len() / 2);
    }
    text
}
