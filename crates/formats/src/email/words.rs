//! What a letter says -> the text of an item.
//!
//! Plain words are read as [`crate::copy`] reads them, under their sender and subject. A page is read the same way
//! where its markup is only dress; where it has headings, lists, tables or pictures it becomes the blocks that it shows.

use super::fields::Fields;
use super::sort::{Found, Piece};
use super::{Post, choose, head, values};
use crate::reading::Took;
use crate::tree::{Beside, Linked};
use crate::{body, copy, html, plain};
use story::item::{Class, Wording};
use story::text::{Figure, Inline};
use story::{Block, Hash, Item, Line};

impl Post<'_> {
    /// The item of a letter; none when it says nothing by itself.
    pub(super) fn words(&mut self, fields: &Fields, found: &mut Found) -> Option<Item> {
        let subject = fields.first("subject").map(values::words).unwrap_or_default();
        let bare = copy::subject(&subject);
        let pieces = joined(std::mem::take(&mut found.pieces));
        if pieces.is_empty() && found.media.is_empty() && (bare.is_empty() || !found.files.is_empty()) {
            return None;
        }
        let mut item = Item::default();
        for (at, piece) in pieces.into_iter().enumerate() {
            match piece {
                Piece::Shown(hash) => item.text.body.push(Block::Figure(shown(hash))),
                Piece::Page(page) if choose::says_more(&page) => {
                    let (text, beside) = html::read_showing(&page, found.shown.clone());
                    self.beside(&mut item, beside, found);
                    if at == 0 { body::absorb(&mut item, text) } else { append(&mut item, text) }
                }
                Piece::Words(words) | Piece::Page(words) => {
                    let subject = if at == 0 { bare } else { "" };
                    self.copy(&mut item, fields, subject, &words, at == 0);
                }
            }
        }
        if !bare.is_empty() && is_salutation(&item.text.headline.plain()) {
            self.left_out("text", item.text.headline.plain());
            item.text.headline = Inline::default();
        }
        let first = item.text.body.first().filter(|_| item.text.body.len() > 1);
        if let Some(line) = first.map(Block::plain).filter(|line| is_salutation(line)) {
            self.left_out("text", line);
            item.text.body.remove(0);
        }
        if item.text.headline.is_empty() && !bare.is_empty() {
            item.text.headline = Inline::plain_text(bare);
            self.liberties.take(Took::Assumed, "", "the headline stood in the subject of the e-mail");
        }
        if item.text.fits().is_err() {
            item.text = body::shortened(item.text);
            self.liberties.take(Took::TooMuch, "text", "");
        }
        item.parts.append(&mut found.media);
        head::apply(self, fields, &mut item);
        self.language(&mut item);
        Some(item)
    }

    /// Words read as copy.
    fn copy(&mut self, item: &mut Item, fields: &Fields, subject: &str, words: &str, first: bool) {
        let people = fields.first("from").map(values::people).unwrap_or_default();
        let sender = people.first().map(|p| if p.address.is_empty() { p.name.clone() } else { p.address.clone() });
        let letter = match plain::read_letter(&sender.unwrap_or_default(), subject, words, &self.house) {
            Ok(read) => read,
            // Nothing but a signature, an older letter and the like.
            Err(why) => {
                self.liberties.take(Took::LeftOut, "text", why.to_string());
                return;
            }
        };
        for liberty in &letter.reading.liberties.list {
            self.liberties.take(liberty.took, &liberty.at, &liberty.what);
        }
        let found = letter.reading.items.first().cloned();
        self.letters.push((words.to_owned(), letter));
        let Some(found) = found else { return };
        if first {
            *item = found;
        } else {
            item.advisories.extend(found.advisories);
            append(item, found.text);
        }
    }

    /// What a page shows beside its words: pictures that came with the letter, and those of other places.
    fn beside(&mut self, item: &mut Item, beside: Beside, found: &mut Found) {
        for name in beside.passed_over {
            self.left_out("text", format!("<{name}>"));
        }
        // A picture of one dot tells somebody that the letter was opened; it shows nothing.
        let (own, others): (Vec<Linked>, Vec<Linked>) =
            beside.pictures.into_iter().partition(|picture| found.shown.iter().any(|(src, _)| *src == picture.src));
        let others = others.into_iter().filter(|picture| !picture.caption.is_empty() || !picture.alt.is_empty());
        body::take_pictures(item, others.filter(|picture| !picture.src.starts_with("cid:")).collect());
        for picture in own {
            let hash = found.shown.iter().find(|(src, _)| *src == picture.src).map(|(_, hash)| *hash);
            let part = found.media.iter_mut().map(|part| &mut part.item).find(|item| {
                item.class == Class::Picture && item.renditions.iter().any(|r| r.hash.is_some() && r.hash == hash)
            });
            let Some(part) = part else { continue };
            if part.title.is_empty() {
                part.title = picture.alt;
            }
            if !picture.caption.is_empty() {
                part.descriptions.push(Wording { role: Line::new("caption"), lang: None, words: picture.caption });
            }
            part.rights.credit = Some(picture.credit).filter(|credit| !credit.is_empty());
        }
    }

    /// The language, where neither the words nor the header told it.
    fn language(&mut self, item: &mut Item) {
        if item.lang.is_none() {
            let tag = lang::identify(&item.text.plain()).tag;
            item.lang = Some(tag).filter(|tag| self.house.languages.get(tag).is_some());
            if let Some(lang) = &item.lang {
                self.liberties.take(Took::Assumed, "lang", lang.as_str());
            }
        }
    }
}

/// Plain words that adjoin are read as one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some(Piece::Words(before)), Piece::Words(words)) => {
                before.push_str("\n\n");
                before.push_str(&words);
            }
            (_, piece) => out.push(piece),
        }
    }
    out
}

/// What a later piece says follows what was said before.
fn append(item: &mut Item, text: story::Text) {
    if item.text.headline.is_empty() && item.text.body.is_empty() {
        return body::absorb(item, text);
    }
    let some = |words: Inline| (!words.is_empty()).then_some(words);
    item.text.body.extend(some(text.headline).map(Block::Subhead));
    item.text.body.extend(text.deck.and_then(some).map(Block::Paragraph));
    item.text.body.extend(text.body);
}

/// Whether a line speaks to whoever gets the letter: a few words that end in a comma, as no headline does.
fn is_salutation(line: &str) -> bool {
    line.ends_with([',', '،', '，']) && line.chars().count() <= 40 && !line.contains('\n')
}

fn shown(picture: Hash) -> Figure {
    Figure { picture, caption: None, credit: None, alt: Line::default() }
}
