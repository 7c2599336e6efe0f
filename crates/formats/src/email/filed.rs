//! A letter that is filed as copy, when its words do not stand in it as they are: in a code, in parts, as a page.
//!
//! The text is that of the item that [`super::read`] gives of the letter; of several, the letter's own, unless it only
//! sends the other one along. Where the words stand between the parts as they are, the pieces are those of the copy;
//! where they do not, the part that they were taken from is one piece ([`Role::Coded`]).

use super::fields::{Fields, line};
use super::values::Kind;
use super::{Post, is_head};
use crate::copy::{self, Aside, Furniture, House, Note, Piece, Reading, Role, Unreadable};
use crate::reading::{Liberties, Liberty, Took};
use crate::{Refused, plain};
use encoding_rs::Encoding;
use std::ops::Range;
use story::{Item, Line, Tag};

/// The longest words that send a story along, in bytes.
const COVER: usize = 600;

/// Whether bytes are a letter whose words do not stand in it as they are.
pub(crate) fn is_coded(bytes: &[u8]) -> bool {
    let (fields, body) = Fields::split(bytes, &mut Liberties::new());
    if !is_head(&fields) {
        return false;
    }
    let kind = fields.first("content-type").map(Kind::read).unwrap_or_default();
    let code = fields.first("content-transfer-encoding").unwrap_or_default().trim();
    let as_it_is = ["", "7bit", "8bit", "binary"].iter().any(|known| code.eq_ignore_ascii_case(known));
    let words = matches!(kind.name.as_str(), "" | "text" | "text/plain");
    let charset = kind.parameter("charset").and_then(|label| Encoding::for_label(label.as_bytes()));
    let named = charset.is_some_and(|c| !c.is_ascii_compatible() || std::str::from_utf8(body).is_err());
    !as_it_is || !words || named
}

/// Understands such a letter as copy.
///
/// # Errors
/// [`Unreadable`] when there is nothing to read in it.
pub(crate) fn read_copy(bytes: &[u8], house: &House<'_>) -> Result<Reading, Unreadable> {
    let mut post = Post::new(bytes, *house);
    match post.letter(bytes, 0) {
        Ok(()) => {}
        Err(Refused::NotThat { .. }) => return Err(Unreadable::Binary("a letter that is encrypted")),
        Err(_) => return copy::read_words(bytes, house),
    }
    let sends_along = sends_along(&post);
    let from_file = sends_along || post.words.is_empty();
    let items = std::mem::take(&mut post.items);
    let Some(item) = items.into_iter().nth(usize::from(sends_along)) else { return Err(Unreadable::Empty) };
    let words = if from_file { post.files.clone() } else { post.words.clone() };
    let found = match (post.letters.as_slice(), words.as_slice()) {
        ([(words, letter)], [at]) if bytes.get(at.clone()) == Some(words.as_bytes()) => exact(letter, at, bytes.len()),
        _ => coarse(&post.letters, words, bytes.len()),
    };
    reading(&post, item, found, house)
}

/// Whether the letter says only a few words about the one story that comes with it.
fn sends_along(post: &Post<'_>) -> bool {
    let [letter, story] = post.items.as_slice() else { return false };
    let words = |item: &Item| item.text.body.iter().map(|block| block.plain().len()).sum::<usize>();
    let cover = letter.text.dateline.is_none() && letter.parts.is_empty() && words(letter) <= COVER;
    cover && words(letter) < words(story)
}

/// What stands where in the input.
struct Found {
    pieces: Vec<Piece>,
    furniture: Vec<Aside>,
}

/// The pieces of words that stand in the input as they are, with the letter around them.
fn exact(letter: &plain::Letter, words: &Range<usize>, len: usize) -> Found {
    let begin = words.start + letter.status;
    let moved = |range: &Range<usize>| {
        let to = |at: usize| (begin + at.saturating_sub(letter.head)).min(words.end);
        to(range.start)..to(range.end)
    };
    let mut pieces = vec![(0..words.start, Role::Furniture(Furniture::Mail)), (words.start..begin, Role::DeskNote)];
    pieces.extend(letter.copy.pieces.iter().map(|piece| (moved(&piece.range), piece.role)));
    pieces.push((words.end..len, Role::Furniture(Furniture::Mail)));
    let furniture = letter.copy.furniture.iter().map(|aside| Aside { range: moved(&aside.range), ..aside.clone() });
    Found { pieces: joined(pieces), furniture: furniture.collect() }
}

/// The parts that words were taken from, with the letter around them.
fn coarse(letters: &[(String, plain::Letter)], mut words: Vec<Range<usize>>, len: usize) -> Found {
    words.sort_by_key(|range| range.start);
    let mut pieces = Vec::new();
    let mut end = 0;
    for range in words.iter().filter(|range| !range.is_empty()) {
        pieces.push((end..range.start.max(end), Role::Furniture(Furniture::Mail)));
        pieces.push((range.start.max(end)..range.end.max(end), Role::Coded));
        end = range.end.max(end);
    }
    pieces.push((end..len, Role::Furniture(Furniture::Mail)));
    let at = words.first().cloned().unwrap_or(0..len);
    let asides = letters.iter().flat_map(|(_, letter)| &letter.copy.furniture);
    let furniture = asides.map(|aside| Aside { range: at.clone(), ..aside.clone() }).collect();
    Found { pieces: joined(pieces), furniture }
}

/// Pieces that adjoin; those of the same kind are one.
fn joined(pieces: Vec<(Range<usize>, Role)>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for (range, role) in pieces.into_iter().filter(|(range, _)| !range.is_empty()) {
        match out.last_mut() {
            Some(last) if last.role == role => last.range.end = range.end,
            _ => out.push(Piece { range, role }),
        }
    }
    out
}

/// The item of a letter as copy that was understood.
fn reading(post: &Post<'_>, item: Item, found: Found, house: &House<'_>) -> Result<Reading, Unreadable> {
    let copies = || post.letters.iter().map(|(_, letter)| &letter.copy);
    let mut furniture = of_header(post.input);
    furniture.extend(found.furniture);
    let known = |liberty: &Liberty| copies().any(|c| c.furniture.iter().any(|aside| *aside.words == *liberty.what));
    let left_out = post.liberties.list.iter().filter(|l| matches!(l.took, Took::LeftOut | Took::TooMuch | Took::Form));
    furniture.extend(left_out.filter(|liberty| !known(liberty)).map(|liberty| Aside {
        range: 0..post.input.len(),
        kind: Furniture::Mail,
        words: Line::new(format!("{}: {}", liberty.at, liberty.what).trim_start_matches(": ")),
    }));
    let text = with_dateline(item.text, item.lang.as_ref(), &item.dateline, house).tidy();
    text.fits()?;
    let mut desk_notes = item.advisories;
    desk_notes.extend(Some(item.notice).filter(|notice| !notice.is_empty()));
    let lang = house.lang.cloned().or(item.lang).unwrap_or_else(Tag::unknown);
    Ok(Reading {
        notes: notes(post, &text, &furniture),
        lang,
        sure: house.lang.is_some() || copies().any(|copy| copy.sure),
        charset: post.charset.unwrap_or(encoding_rs::UTF_8.name()),
        pieces: found.pieces,
        furniture,
        desk_notes,
        embargo: copies().find_map(|copy| copy.embargo.clone()),
        text,
    })
}

/// A dateline that is only printed is understood, as copy has it.
fn with_dateline(mut text: story::Text, lang: Option<&Tag>, printed: &str, house: &House<'_>) -> story::Text {
    let house = House { lang: house.lang.or(lang), ..*house };
    text.dateline = text.dateline.or_else(|| copy::dateline(printed, &house));
    text
}

/// The lines of the header.
fn of_header(input: &[u8]) -> Vec<Aside> {
    let mut rest = input.get(..super::head_len(input).unwrap_or(0)).unwrap_or_default();
    let (mut at, mut out) = (0, Vec::new());
    while !rest.is_empty() {
        let (words, below) = line(rest);
        let end = at + rest.len() - below.len();
        let words = Line::new(String::from_utf8_lossy(words));
        if !words.is_empty() {
            out.push(Aside { range: at..end, kind: Furniture::Mail, words });
        }
        (at, rest) = (end, below);
    }
    out
}

/// The liberties that were taken with the copy.
fn notes(post: &Post<'_>, text: &story::Text, furniture: &[Aside]) -> Vec<Note> {
    let from_subject = post.liberties.list.iter().any(|l| l.took == Took::Assumed && l.what.contains("subject"));
    let mut out: Vec<Note> = Vec::new();
    let missing = |note: &Note| matches!(note, Note::NoHeadline | Note::NoDateline | Note::TakenOff(..));
    let of_copies =
        post.letters.iter().flat_map(|(_, letter)| letter.copy.notes.iter().filter(|n| !missing(n)).cloned());
    let old = post.charset.filter(|name| *name != encoding_rs::UTF_8.name());
    let own = [
        (text.headline.is_empty(), Note::NoHeadline),
        (text.dateline.is_none(), Note::NoDateline),
        (from_subject, Note::SubjectAsHeadline),
    ];
    let own = own.into_iter().filter_map(|(is, note)| is.then_some(note));
    let charset = old.map(|name| Note::Charset { name, doubtful: false });
    for note in charset.into_iter().chain(of_copies).chain(own).chain(copy::taken_off(furniture)) {
        if !out.contains(&note) {
            out.push(note);
        }
    }
    out
}
