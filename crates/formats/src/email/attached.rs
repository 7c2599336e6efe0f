//! Files that hang on a letter: what is in a format of the wire, or a letter itself, is read by the reader of its own.

use super::fields::Fields;
use super::sort::{File, not_kept};
use super::{DEEPEST, Post, decode, head, values};
use crate::reading::Took;
use crate::{Format, any, copy};
use story::item::{Bond, Class, Part, Reference};
use story::{Item, Line};

/// The longest words of somebody who forwards a letter, in bytes.
const COVER: usize = 600;

impl Post<'_> {
    /// Reads a file; its items follow those that were read before. `first`: where those of the letter begin. One that is
    /// no story is given back as a part of the letter's item.
    pub(super) fn file(&mut self, file: &File, letter: &Fields, depth: usize, first: usize) -> Option<Part> {
        let before = self.items.len();
        let format = match tell(file) {
            Some(format) => format,
            None => return Some(self.no_story(file, "it is in no format that is read")),
        };
        let why = if depth > DEEPEST {
            self.liberties.take(Took::TooMuch, &file.name, format!("more than {DEEPEST} deep"));
            Some("too deep".to_owned())
        } else if format == Format::Email {
            self.letter(&file.bytes, depth).err().map(|why| why.to_string())
        } else {
            self.wire(file, format).err()
        };
        if let Some(why) = why {
            return Some(self.no_story(file, &why));
        }
        self.files.extend(file.at.clone());
        let count = self.items.len() - before;
        let items = if count == 1 { "an item of its own" } else { "items of their own" };
        self.liberties.take(Took::Form, &file.name, format!("a file with the letter, read as {format}: {items}"));
        let guid = letter.first("message-id").and_then(|id| values::ids(id).into_iter().next());
        let sent = letter.first("date").and_then(|date| head::when(date, "Date", &mut self.liberties));
        for item in self.items.iter_mut().skip(before) {
            item.times.sent = item.times.sent.or(sent);
            item.references.extend(guid.iter().filter(|guid| **guid != item.guid).map(|guid| Reference {
                bond: Bond::PartOf,
                guid: guid.clone(),
                rel: Line::new("attachment"),
                ..Reference::default()
            }));
        }
        if format == Format::Email {
            self.cover(first, before);
        }
        None
    }

    /// Reads a file that is in a format of the wire.
    fn wire(&mut self, file: &File, format: Format) -> Result<(), String> {
        let text = matches!(format, Format::Text | Format::Html);
        let decoded = text
            .then(|| decode::characters(&file.bytes, file.kind.parameter("charset"), &file.name, &mut self.liberties));
        let bytes =
            decoded.as_ref().and_then(|words| words.as_ref()).map_or(file.bytes.as_slice(), |(w, _)| w.as_bytes());
        let reading = any::read_as(format, bytes, self.house.languages).map_err(|why| why.to_string())?;
        for liberty in reading.liberties.list {
            let at = if liberty.at.is_empty() { file.name.clone() } else { format!("{}/{}", file.name, liberty.at) };
            self.liberties.take(liberty.took, at, liberty.what);
        }
        let room = crate::MOST_ITEMS.saturating_sub(self.items.len());
        self.items.extend(reading.items.into_iter().take(room));
        Ok(())
    }

    /// A file that is no story is known by its hash.
    fn no_story(&mut self, file: &File, why: &str) -> Part {
        self.left_out(&file.name, why);
        let item = Item { class: Class::Component, ..Item::default() };
        not_kept(self, item, &file.name, "attachment", &file.kind, &file.bytes)
    }

    /// A few words of somebody who forwards a letter are for the editors of what is forwarded.
    fn cover(&mut self, first: usize, forwarded: usize) {
        if forwarded != first + 1 {
            return;
        }
        let (Some(cover), Some(story)) = (self.items.get(first), self.items.get(forwarded)) else { return };
        let words = cover.text.body.iter().map(story::Block::plain).collect::<Vec<_>>().join(" ");
        let told = cover.parts.is_empty() && cover.text.dateline.is_none() && words.len() <= COVER;
        if !told || words.len() >= story.text.plain().len() {
            return;
        }
        let mut cover = self.items.remove(first);
        self.liberties.take(Took::Assumed, "text", "the words of whoever forwarded it are for editors");
        if let Some(story) = self.items.get_mut(first) {
            let mut notes = std::mem::take(&mut cover.advisories);
            notes.extend(Some(Line::new(words)).filter(|words| !words.is_empty()));
            notes.append(&mut story.advisories);
            story.advisories = notes;
            story.parties.extend(cover.parties.into_iter().map(|mut party| {
                party.role = story::item::PartyRole::Provider;
                party
            }));
        }
    }
}

/// The format that a file is to be read in; none when it is no story.
fn tell(file: &File) -> Option<Format> {
    let kind = file.kind.name.as_str();
    if matches!(kind, "message/rfc822" | "message/global") {
        return Some(Format::Email);
    }
    if copy::is_binary(&file.bytes) {
        return None;
    }
    let ending = file.name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    let text = matches!(kind, "" | "text/plain" | "text/markdown" | "text/html" | "application/xhtml+xml")
        || matches!(ending.as_str(), "txt" | "md" | "htm" | "html" | "text");
    match any::tell(&file.bytes) {
        Ok(Format::Text) if kind == "text/html" || matches!(ending.as_str(), "htm" | "html") => Some(Format::Html),
        Ok(Format::Text) if !text => None,
        Ok(Format::Email) if ending != "eml" && !text => None,
        told => told.ok(),
    }
}
