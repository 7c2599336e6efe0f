//! E-mail (RFC 5322, MIME), read only: the letter that copy comes in, with all that hangs on it.
//!
//! A letter is taken apart ([`parts`]) within limits of depth, count and size; each part is decoded ([`decode`],
//! [`flowed`]). Of its parts come the words of the letter, of alternatives the better ([`choose`]), the pictures and
//! sounds that come with it, and files ([`sort`]). The words are read as copy, or as a page where their markup says more
//! than dress ([`words`]). A file that is in a format of the wire, or another letter, is read by the reader of its own
//! and gives items of its own ([`attached`]). What the header says ([`fields`], [`values`]) goes to the item ([`head`]).
//! Nothing that was passed over is unsaid.
//!
//! Told by its first lines: header fields, one of which only a letter has.

mod attached;
mod choose;
mod decode;
mod fields;
mod filed;
mod flowed;
mod head;
mod parts;
mod sort;
mod values;
mod words;

#[cfg(test)]
mod tests;

use crate::copy::House;
use crate::reading::{Liberties, MOST_BYTES, Took};
use crate::{Format, Reading, Refused, plain};
use fields::Fields;
pub(crate) use filed::{is_coded, read_copy};
use lang::Languages;
use std::ops::Range;
use story::Item;

/// The most parts of a letter that are looked at, those of the letters in it included.
const MOST_PARTS: usize = 64;
/// The deepest nesting of parts in parts and letters in letters.
const DEEPEST: usize = 8;
/// Fields that stand in letters and nowhere else.
const OF_LETTERS: [&str; 6] = ["message-id", "received", "mime-version", "return-path", "in-reply-to", "from"];

/// Whether a file begins as a letter does: with two header fields or more, one of which only a letter has.
pub(crate) fn is(head: &[u8]) -> bool {
    is_head(&Fields::split(head, &mut Liberties::new()).0)
}

/// Whether these are the fields of a letter.
fn is_head(fields: &Fields) -> bool {
    fields.len() >= 2 && OF_LETTERS.iter().any(|name| fields.first(name).is_some())
}

/// How many bytes the head of a letter takes that came over the net, the empty line below it included; none when it is
/// no such letter. (Words that somebody copied out of one begin with "From:" too, and go on as they like.)
pub(crate) fn head_len(bytes: &[u8]) -> Option<usize> {
    const OF_THE_NET: [&str; 4] = ["message-id", "received", "mime-version", "return-path"];
    let (fields, body) = Fields::split(bytes, &mut Liberties::new());
    let sent = OF_THE_NET.iter().any(|name| fields.first(name).is_some());
    (sent && is_head(&fields)).then_some(bytes.len() - body.len())
}

/// Reads a letter: the item of its words first, then those of the files that hang on it.
///
/// # Errors
/// [`Refused`] when there is nothing to read in it.
pub fn read(bytes: &[u8], languages: &Languages) -> Result<Reading, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge { len: bytes.len(), most: MOST_BYTES });
    }
    let mut post = Post::new(bytes, House { languages, lang: None, taglines: &[], agency: "" });
    post.letter(bytes, 0)?;
    Ok(Reading { format: Format::Email, version: String::new(), items: post.items, liberties: post.liberties })
}

/// The letter being read, and those in it.
struct Post<'l> {
    /// The whole input.
    input: &'l [u8],
    house: House<'l>,
    liberties: Liberties,
    /// How many more parts are looked at.
    parts: usize,
    /// How many more bytes are decoded.
    bytes: usize,
    /// What was read.
    items: Vec<Item>,
    /// The charset of its first words.
    charset: Option<&'static str>,
    /// The words that were read as copy.
    letters: Vec<(String, plain::Letter)>,
    /// The bytes of the input that words were taken from.
    words: Vec<Range<usize>>,
    /// The bytes of files that gave items, where they stand in the input.
    files: Vec<Range<usize>>,
}

impl<'l> Post<'l> {
    fn new(input: &'l [u8], house: House<'l>) -> Self {
        Self {
            input,
            house,
            liberties: Liberties::new(),
            parts: MOST_PARTS,
            bytes: MOST_BYTES,
            items: Vec::new(),
            charset: None,
            letters: Vec::new(),
            words: Vec::new(),
            files: Vec::new(),
        }
    }

    /// Where these bytes stand in the input; none for such as were decoded.
    fn place(&self, bytes: &[u8]) -> Option<Range<usize>> {
        let start = (bytes.as_ptr() as usize).checked_sub(self.input.as_ptr() as usize)?;
        let range = start..start.checked_add(bytes.len())?;
        (range.end <= self.input.len()).then_some(range)
    }

    /// Reads a letter that stands so many parts and letters deep, and adds its items.
    fn letter(&mut self, bytes: &[u8], depth: usize) -> Result<(), Refused> {
        let (fields, body) = Fields::split(bytes, &mut self.liberties);
        let first = self.items.len();
        let part = self.part(fields, body, depth);
        let mut found = sort::Found::default();
        sort::sort(self, &part, &mut found);
        let letter = self.words(&part.fields, &mut found);
        self.items.extend(letter);
        let files = std::mem::take(&mut found.files);
        let beside: Vec<_> = files.iter().filter_map(|file| self.file(file, &part.fields, depth + 1, first)).collect();
        if self.items.len() == first {
            // Nothing but a subject and files that are no stories.
            let letter = self.words(&part.fields, &mut found);
            self.items.extend(letter);
        }
        if let Some(item) = self.items.get_mut(first) {
            item.parts.extend(beside);
            return Ok(());
        }
        if let Some(why) = found.sealed {
            return Err(Refused::NotThat { format: "a letter that can be read", why });
        }
        Err(Refused::Empty)
    }

    /// Something was passed over, and it is said what.
    fn left_out(&mut self, at: &str, what: impl AsRef<str>) {
        self.liberties.take(Took::LeftOut, at, what);
    }
}
