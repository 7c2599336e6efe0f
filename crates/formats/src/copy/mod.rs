//! Plain text as it comes from an e-mail, a phone or a web page, understood as a story.
//!
//! One way, straight through: bytes -> characters ([`charset`]) -> what was spoilt on the way is mended ([`mojibake`])
//! -> HTML, tokens, tracking and invisible characters are taken out ([`markup`], [`links`], [`clean`]) -> lines
//! ([`lines`]) -> e-mail and furniture are taken off ([`mail`], [`furniture`]) -> paragraphs ([`paragraphs`]) ->
//! headline, deck, byline, dateline ([`head`], [`dateline`]) -> blocks ([`blocks`]). Every step keeps the origin of each
//! byte ([`traced`]), so that in the end the pieces tile the input ([`tiles`]).
//!
//! Nothing is thrown away in silence: what is no copy stands in [`Reading::furniture`], and every liberty that was
//! taken in [`Reading::notes`].

mod blocks;
mod charset;
mod clean;
mod dateline;
mod embargo;
mod encoded;
mod furniture;
mod head;
mod items;
mod language;
mod lines;
mod links;
mod magic;
mod mail;
mod marks;
mod markup;
mod mojibake;
mod paragraphs;
mod plausible;
mod reading;
mod tiles;
mod traced;
mod words;

#[cfg(test)]
mod tests;

pub use embargo::take_embargo;
pub(crate) use encoded::decoded as encoded_words;
pub(crate) use lines::columns;
pub(crate) use mail::subject_of as subject;
pub(crate) use marks::ends_sentence;
pub use reading::{Aside, Furniture, Note, Piece, Reading, Role, Unreadable};
pub(crate) use words::is_wide;

use crate::email;
use charset::Charset;
use head::Head;
use lang::{Languages, Profile};
use lines::Sheet;
use std::ops::Range;
use story::text::{Inline, Text};
use story::{Dateline, Line, Tag};
use traced::Traced;
use words::Words;

/// The most bytes that are read as one piece of copy: a long novel has fewer.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;

/// The house that the copy comes to.
#[derive(Debug, Clone, Copy)]
pub struct House<'a> {
    /// The languages in which it works.
    pub languages: &'a Languages,
    /// The language of the copy, when whoever filed it said so.
    pub lang: Option<&'a Tag>,
    /// What the agency says of itself, in any of its languages: never part of copy.
    pub taglines: &'a [String],
    /// The agency's name or initials, as it stands in datelines.
    pub agency: &'a str,
}

/// Understands a piece of copy. A letter whose words do not stand in it as they are is taken apart first.
///
/// # Errors
/// [`Unreadable`] when there is nothing to read in it: what is wrong, where, and what to do.
pub fn read(bytes: &[u8], house: &House<'_>) -> Result<Reading, Unreadable> {
    if bytes.len() <= MOST_BYTES && email::is_coded(bytes) {
        return email::read_copy(bytes, house);
    }
    read_words(bytes, house)
}

/// Understands a piece of copy whose words stand in it as they are.
pub(crate) fn read_words(bytes: &[u8], house: &House<'_>) -> Result<Reading, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge { len: bytes.len(), most: MOST_BYTES });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    if let Some(kind) = magic::kind_of(bytes) {
        return Err(Unreadable::Binary(kind));
    }
    let decoded = charset::decode(bytes).ok_or_else(|| not_text(bytes))?;
    let charset = decoded.charset;
    let mut notes = Vec::new();
    if charset != Charset::Utf8 {
        notes.push(Note::Charset { name: charset.name(), doubtful: decoded.doubtful });
    }
    if decoded.damaged > 0 {
        notes.push(Note::Damaged(decoded.damaged));
    }
    let mark =
        (decoded.mark > 0).then(|| Aside { range: 0..decoded.mark, kind: Furniture::Junk, words: Line::default() });
    let mut sheet = sheet(decoded.text, &mut notes)?;
    sheet.dropped.extend(mark);
    let mut reading = understand(&mut sheet, house, notes)?;
    reading.charset = charset.name();
    reading.pieces = tiles::tile(&sheet, bytes.len());
    Ok(reading)
}

/// What a dateline says that stands by itself, as wire formats carry it. None when it is in no form of the language.
pub fn dateline(words: &str, house: &House<'_>) -> Option<Dateline> {
    let profile = house.languages.profile(house.lang?);
    let phrases = Words::of(house.languages);
    let reader = dateline::Reader { phrases: &phrases, profiles: &[&profile], agency: house.agency };
    let bare = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | '：'));
    // A reader of copy believes a dateline by what follows it: a paragraph of one long word says nothing else.
    let followed = format!("{bare}: {}", "a".repeat(80));
    reader.read(&followed, true).filter(|found| found.end > bare.len()).map(|found| found.dateline)
}

/// Whether bytes begin as pictures, archives and the like do.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    magic::kind_of(bytes).is_some()
}

/// Why bytes are no text.
fn not_text(bytes: &[u8]) -> Unreadable {
    let strange = |b: &u8| !b.is_ascii() || b.is_ascii_control() && !b.is_ascii_whitespace();
    Unreadable::NotText { at: bytes.iter().position(strange).unwrap_or(0) }
}

/// The text, mended and cleaned, cut into lines.
fn sheet(mut text: Traced, notes: &mut Vec<Note>) -> Result<Sheet, Unreadable> {
    let mut dropped = Vec::new();
    let mut styles = Vec::new();
    if let Some((mended, taken_for)) = mojibake::mend(&text) {
        text = mended;
        notes.push(Note::Mended(taken_for));
    }
    notes.extend(looks_like(&text.text).map(Note::LooksLike));
    if let Some((stripped, found)) = markup::strip(&text) {
        text = stripped;
        notes.push(Note::Markup { tags: found.tags, entities: found.entities });
        dropped.extend(found.dropped);
        styles = found.styles;
    }
    if let Some((cut, found)) = links::cut(&text) {
        text = cut;
        if found.links > 0 {
            notes.push(Note::Tracking(found.links));
        }
        dropped.extend(found.dropped);
    }
    let (text, cleaned) = clean::clean(text);
    dropped.extend(cleaned.dropped);
    notes.extend((cleaned.invisible > 0).then_some(Note::Invisible(cleaned.invisible)));
    notes.extend((cleaned.hyphens > 0).then_some(Note::Hyphens(cleaned.hyphens)));
    let mut sheet = Sheet::of(text).map_err(|lines| Unreadable::TooManyLines { lines, most: lines::MOST_LINES })?;
    sheet.dropped = dropped;
    sheet.styles = styles;
    Ok(sheet)
}

/// The form for machines that a text looks like.
fn looks_like(text: &str) -> Option<&'static str> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let json = start.starts_with(['{', '['])
        && start.chars().skip(1).find(|c| !c.is_whitespace()).is_some_and(|c| matches!(c, '"' | '{' | '['));
    let opens = |sign: &str| start.get(..sign.len()).is_some_and(|head| head.eq_ignore_ascii_case(sign));
    if json {
        Some("JSON")
    } else if opens("<!doctype html") || opens("<html") {
        Some("a web page")
    } else if opens("<?xml") || opens("<rss") || opens("<feed") {
        Some("XML")
    } else {
        None
    }
}

/// Makes a story of the lines. Charset and pieces are filled in by the caller.
fn understand(sheet: &mut Sheet, house: &House<'_>, mut notes: Vec<Note>) -> Result<Reading, Unreadable> {
    let (lang, sure, about_lang) = language::of(sheet, house);
    let own = house.languages.profile(&lang);
    let phrases = Words::of(house.languages);
    let mail = mail::take_off(sheet);
    let ending = furniture::take_off(sheet, &phrases, house, &own);
    let (mut paragraphs, joined) = paragraphs::paragraphs(sheet, &phrases);
    if paragraphs.is_empty() && mail.subject.is_none() {
        let mut kinds: Vec<Furniture> = sheet.furniture().iter().map(|aside| aside.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        return Err(Unreadable::OnlyFurniture(kinds));
    }
    let others = house.languages.iter().map(AsRef::as_ref).filter(|p: &&Profile| p.tag() != own.tag());
    let profiles: Vec<&Profile> = std::iter::once(own.as_ref()).chain(others).collect();
    let reader = dateline::Reader { phrases: &phrases, profiles: &profiles, agency: house.agency };
    let mut head = head::head(sheet, &mut paragraphs, &reader);
    let (body, about_body) = blocks::blocks(sheet, &phrases, &paragraphs);

    if let Some(subject) = mail.subject.filter(|_| head.headline.is_empty()) {
        head.headline = Inline::plain_text(subject);
        notes.push(Note::SubjectAsHeadline);
    }
    notes.extend((mail.unquoted > 0).then_some(Note::Unquoted(mail.unquoted)));
    notes.extend((joined > 0).then_some(Note::Unwrapped(joined)));
    notes.extend(about_lang);
    notes.extend(head.headline.is_empty().then_some(Note::NoHeadline));
    notes.extend(head.dateline.is_none().then_some(Note::NoDateline));
    notes.extend(head.notes.into_iter().chain(about_body).chain(ending));
    let furniture = sheet.furniture();
    notes.extend(taken_off(&furniture));

    let Head { headline, deck, byline, dateline, .. } = head;
    let text = Text { headline, deck, byline, dateline, body }.tidy();
    text.fits()?;
    Ok(Reading {
        text,
        lang,
        sure,
        charset: "",
        pieces: Vec::new(),
        furniture,
        desk_notes: desk_notes(sheet),
        embargo: head.embargo,
        notes,
    })
}

/// The notes to the desk; lines that adjoin are one.
fn desk_notes(sheet: &Sheet) -> Vec<Line> {
    let mut parts: Vec<Range<usize>> =
        sheet.marks.iter().filter(|(_, role)| *role == Role::DeskNote).map(|(part, _)| part.clone()).collect();
    parts.sort_by_key(|part| part.start);
    parts.dedup_by(|next, before| {
        let adjoins = next.start == before.end;
        before.end = if adjoins { next.end } else { before.end };
        adjoins
    });
    parts.iter().map(|part| Line::new(sheet.str(part))).collect()
}

/// How many lines of each kind of furniture were taken off.
pub(crate) fn taken_off(furniture: &[Aside]) -> Vec<Note> {
    let mut counts = std::collections::BTreeMap::new();
    for aside in furniture {
        *counts.entry(aside.kind).or_insert(0) += 1;
    }
    counts.into_iter().map(|(kind, count)| Note::TakenOff(kind, count)).collect()
}

/// Characters of bytes whose charset nobody named, its name, and whether some of them could not be read; none when they
/// look like no text. For readers of formats that hold plain text.
pub(crate) fn decode(bytes: &[u8]) -> Option<(String, &'static str, bool)> {
    let decoded = charset::decode(bytes)?;
    Some((decoded.text.text, decoded.charset.name(), decoded.damaged > 0))
}

/// How many bytes of a paragraph its dateline takes, in the forms of the item's own language or of another one of the
/// house.
pub(crate) fn dateline_len(paragraph: &str, languages: &Languages, own: &Profile) -> Option<usize> {
    let phrases = Words::of(languages);
    let others = languages.iter().map(AsRef::as_ref).filter(|p: &&Profile| p.tag() != own.tag());
    let profiles: Vec<&Profile> = std::iter::once(own).chain(others).collect();
    let reader = dateline::Reader { phrases: &phrases, profiles: &profiles, agency: "" };
    let found = reader.read(paragraph, true).or_else(|| reader.read_foreign(paragraph))?;
    (found.end < paragraph.len()).then_some(found.end)
}

/// How many bytes of a line the opening of a byline takes, in any language of the house.
pub(crate) fn byline_opening(line: &str, languages: &Languages) -> Option<usize> {
    Words::of(languages).opens(line, words::Phrase::Byline)
}

/// Whether a line opens as a note to the desk, in any language of the house.
pub(crate) fn is_desk_note(line: &str, languages: &Languages) -> bool {
    Words::of(languages).opens(line, words::Phrase::DeskNote).is_some()
}

/// How many bytes of a line the words take that point at another story, in any language of the house.
pub(crate) fn also_read(line: &str, languages: &Languages) -> Option<usize> {
    Words::of(languages).opens(line, words::Phrase::AlsoRead)
}
