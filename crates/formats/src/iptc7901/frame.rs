//! Where a message begins and ends, and which bytes of it are which characters.

use super::words;
use crate::copy::decode;
use crate::{Liberties, Took};
use story::Tag;

/// The most bytes of a header; a file that claims more has none.
const LONGEST_HEADER: usize = 2_000;
/// The most bytes behind ETX that can be a date group.
const LONGEST_TAIL: usize = 200;

/// A message, cut into its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Message<'b> {
    /// Between SOH and STX.
    pub header: &'b [u8],
    /// Between STX and ETX.
    pub text: &'b [u8],
    /// Behind ETX.
    pub tail: &'b [u8],
    /// It was not set between SOH, STX and ETX.
    pub bare: bool,
}

/// The messages in bytes.
pub(super) fn messages(bytes: &[u8]) -> Vec<Message<'_>> {
    let mut out = Vec::new();
    let framed = bytes.contains(&1);
    let parts: Vec<&[u8]> = if framed { bytes.split(|b| *b == 1).skip(1).collect() } else { vec![bytes] };
    for part in parts {
        if part.iter().all(|b| b.is_ascii_whitespace() || b.is_ascii_control()) {
            continue;
        }
        let start = part.iter().position(|b| *b == 2).filter(|at| *at <= LONGEST_HEADER);
        let (header, rest) = match start {
            Some(at) => (part.get(..at).unwrap_or_default(), part.get(at + 1..).unwrap_or_default()),
            None => {
                // Without STX the header is the first line.
                let at = part.iter().position(|b| *b == b'\n').filter(|at| *at <= LONGEST_HEADER).unwrap_or(0);
                part.split_at(behind_keywords(part, at))
            }
        };
        let end = rest.iter().rposition(|b| *b == 3);
        let (text, tail) = match end {
            Some(at) => (rest.get(..at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default()),
            None => rest.split_at(at_date_group(rest)),
        };
        let tail = tail.get(..LONGEST_TAIL).unwrap_or(tail);
        out.push(Message { header, text, tail, bare: !framed || start.is_none() || end.is_none() });
    }
    out
}

/// Where the date group begins in a text that has lost its ETX: in its last line that says anything.
fn at_date_group(text: &[u8]) -> usize {
    let end = text.trim_ascii_end();
    let start = end.iter().rposition(|b| matches!(b, b'\n' | b'\r')).map_or(0, |at| at + 1);
    let line = String::from_utf8_lossy(end.get(start..).unwrap_or_default());
    let words: Vec<&str> = line.split_whitespace().collect();
    let figures = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let (first, last) = (words.first().copied().unwrap_or_default(), words.last().copied().unwrap_or_default());
    let moment = first.get(..6).is_some_and(figures) && first.get(6..).is_some_and(|zone| zone.len() <= 4);
    let year = figures(last) && matches!(last.len(), 2 | 4);
    if (3..=5).contains(&words.len()) && moment && year { start } else { text.len() }
}

/// Where the lines of keywords end that stand below a header which ends at a place; that place when there are none.
fn behind_keywords(part: &[u8], at: usize) -> usize {
    let (mut here, mut end) = (at, at);
    for line in part.get(at..).unwrap_or_default().split_inclusive(|b| *b == b'\n') {
        here += line.len();
        match line.trim_ascii() {
            [b'/', .., b'/'] => end = here,
            [] => {}
            _ => break,
        }
    }
    end
}

/// The characters of a message.
pub(super) struct Characters {
    /// Of its header.
    pub header: String,
    /// Of its text.
    pub body: String,
    /// Of what stands behind it.
    pub tail: String,
}

/// Reads the bytes of a message as characters: UTF-8, an old charset of eight bits, or a national form of ISO 646.
pub(super) fn characters(message: &Message<'_>, lang: Option<&Tag>, liberties: &mut Liberties) -> Option<Characters> {
    let (body, charset, damaged) = decode(message.text)
        .unwrap_or_else(|| (String::from_utf8_lossy(message.text).into_owned(), "none that is known", true));
    if charset != "UTF-8" || damaged {
        liberties.take(Took::Charset, "text", charset);
    }
    let body = match national(&body, lang) {
        Some(read) => {
            liberties.take(Took::Charset, "text", "ISO 646 in a national form");
            read
        }
        None => body,
    };
    let other =
        |bytes: &[u8]| decode(bytes).map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |(text, ..)| text);
    let keep = |text: String| -> String {
        text.replace("\r\n", "\n")
            .chars()
            .map(|c| if c == '\r' { '\n' } else { c })
            .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
            .collect()
    };
    Some(Characters { header: keep(other(message.header)), body: keep(body), tail: keep(other(message.tail)) })
}

/// Text of seven bits in which signs stand for letters of a language, put right; none when it has none.
fn national(text: &str, lang: Option<&Tag>) -> Option<String> {
    if !text.is_ascii() {
        return None;
    }
    let looks = lang::identify(text).tag;
    let lang = lang.cloned().unwrap_or(looks);
    let form = words().iso646.iter().find(|form| form.lang.language() == lang.language())?;
    let letter = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
    let within = |(at, _): &(usize, char)| at.checked_sub(1).is_some_and(letter) && letter(at + 1);
    let signs = text.char_indices().filter(|(_, c)| form.signs.contains(*c));
    if signs.filter(within).count() < 2 {
        return None;
    }
    let stands_for = |c: char| form.signs.chars().zip(form.letters.chars()).find(|(sign, _)| *sign == c);
    Some(text.chars().map(|c| stands_for(c).map_or(c, |(_, letter)| letter)).collect())
}
