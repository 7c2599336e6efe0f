//! Text that was written as UTF-8 and read as something else on its way.
//!
//! Each line is looked at by itself, since a story is often pasted together from sound and spoilt parts. A sequence is
//! taken for spoilt only when it makes a character that copy uses and when hardly anything else in the line speaks
//! against it: «НТВ» and "PERÚ…" happen to be such sequences as well.

mod surely;

pub use surely::surely;

use encoding_rs::{Encoding, GBK, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};
use std::{cmp::Ordering, ops::Range, sync::LazyLock};

/// The charsets that UTF-8 is taken for.
const TAKEN_FOR: [&Encoding; 3] = [WINDOWS_1252, WINDOWS_1251, WINDOWS_1256];

/// One sequence and what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// Its bytes.
    pub part: Range<usize>,
    /// What it was.
    pub was: String,
}

/// What is spoilt in a line, in the charset that explains most of it, by its name.
pub fn of_line(line: &str) -> Option<(&'static str, Vec<Mend>)> {
    if line.is_ascii() {
        return None;
    }
    let best = TAKEN_FOR
        .into_iter()
        .zip(BYTES.iter())
        .filter_map(|(encoding, bytes)| in_charset(line, encoding, bytes))
        .max_by(|a, b| a.1.total_cmp(&b.1).then(Ordering::Greater));
    best.map(|(charset, _, mends)| (charset, mends)).or_else(|| in_gbk(line))
}

/// What is spoilt in a line when it was taken for a charset of one byte a character, and the share of its characters
/// beyond ASCII that this explains.
fn in_charset(line: &str, encoding: &'static Encoding, table: &Bytes) -> Option<(&'static str, f32, Vec<Mend>)> {
    let mut mends = Vec::new();
    let (mut beyond, mut explained, mut foreign) = (0usize, 0usize, 0usize);
    let mut from = 0;
    while let Some(c) = line.get(from..).and_then(|rest| rest.chars().next()) {
        let part = from..from + c.len_utf8();
        from = part.end;
        if c.is_ascii() {
            continue;
        }
        beyond += 1;
        let Some((was, more)) = table.get(c).and_then(|lead| sequence(lead, line.get(part.end..)?, table)) else {
            continue;
        };
        let end = line
            .get(part.end..)
            .and_then(|rest| rest.char_indices().nth(more))
            .map_or(line.len(), |(i, _)| part.end + i);
        beyond += more;
        explained += more + 1;
        foreign += usize::from(matches!(was, '\u{180}'..='\u{1fff}' | '\u{2c00}'..='\u{ffff}'));
        mends.push(Mend { part: part.start..end, was: was.into() });
        from = end;
    }
    // A count of characters of one line: exact enough.
    #[allow(clippy::cast_precision_loss)]
    let share = explained as f32 / beyond.max(1) as f32;
    let western = encoding == WINDOWS_1252 && foreign == 0;
    let sure = match (western, mends.len()) {
        (_, 0) => false,
        (true, _) => share > 0.5,
        (false, _) => share > 0.8 && (foreign == 0 || foreign > 2),
    };
    sure.then_some((encoding.name(), share, mends))
}

/// The character that a byte and those that follow it are in UTF-8, and how many follow.
fn sequence(lead: u8, rest: &str, table: &Bytes) -> Option<(char, usize)> {
    let more = match lead {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    let mut follow = 0;
    let following = rest.chars().take(more).map_while(|c| table.get(c)).take_while(|b| (0x80..=0xbf).contains(b));
    for (place, byte) in bytes.iter_mut().skip(1).zip(following) {
        *place = byte;
        follow += 1;
    }
    if follow == 0 {
        return None;
    }
    let mut length = 1 + follow;
    // The closing quotation mark ends in a byte that windows-1252 does not have; programs drop it.
    if bytes.starts_with(&[0xe2, 0x80]) && follow == 1 {
        bytes[2] = 0x9d;
        length = 3;
    }
    let was = std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
    is_of_copy(was).then_some((was, follow))
}

/// What is spoilt in a line when it was taken for GBK: all of it, or nothing is sure.
fn in_gbk(line: &str) -> Option<(&'static str, Vec<Mend>)> {
    let words = line.trim_end();
    // The one character beyond ASCII that takes a single byte in GBK is that of the euro.
    if words.contains('€') || !words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        return None;
    }
    let (bytes, _, lost) = GBK.encode(words);
    let was = std::str::from_utf8(&bytes).ok().filter(|_| !lost)?;
    let beyond = || was.chars().filter(|c| !c.is_ascii());
    let sure = beyond().count() >= 4 && beyond().all(is_of_copy);
    sure.then(|| (GBK.name(), aligned(words, was)))
}

/// What a text taken for GBK was, in the smallest parts that begin and end with characters of both readings.
fn aligned(taken: &str, was: &str) -> Vec<Mend> {
    let ends = |text: &str, len: fn(char) -> usize| -> Vec<(usize, usize)> {
        let mut bytes = 0;
        text.char_indices()
            .map(|(at, c)| {
                bytes += len(c);
                (at + c.len_utf8(), bytes)
            })
            .collect()
    };
    // Every character beyond ASCII takes two bytes in GBK.
    let wrong = ends(taken, |c| if c.is_ascii() { 1 } else { 2 });
    let mut right = ends(was, char::len_utf8).into_iter().peekable();
    let (mut from, mut was_from) = (0, 0);
    let mut mends = Vec::new();
    for (end, bytes) in wrong {
        while right.next_if(|(_, b)| *b < bytes).is_some() {}
        if let Some((was_end, _)) = right.next_if(|(_, b)| *b == bytes) {
            mends.push(Mend { part: from..end, was: was.get(was_from..was_end).unwrap_or_default().to_owned() });
            (from, was_from) = (end, was_end);
        }
    }
    mends
}

/// For each character below [`BEYOND`] its byte in a charset, from 0x80 on; 0 for what it does not hold.
struct Bytes(Box<[u8]>);

/// No charset of [`TAKEN_FOR`] holds a character from here on.
const BEYOND: usize = 0x2200;

impl Bytes {
    fn of(encoding: &'static Encoding) -> Self {
        let upper: Vec<u8> = (0x80..=0xff).collect();
        let text = encoding.decode_without_bom_handling(&upper).0;
        let mut bytes = vec![0; BEYOND];
        for (b, c) in upper.iter().zip(text.chars()) {
            if let Some(place) = bytes.get_mut(c as usize) {
                *place = *b;
            }
        }
        Self(bytes.into())
    }

    fn get(&self, c: char) -> Option<u8> {
        self.0.get(c as usize).copied().filter(|&b| b != 0)
    }
}

static BYTES: LazyLock<[Bytes; 3]> = LazyLock::new(|| TAKEN_FOR.map(Bytes::of));

/// A character that copy uses: what a mended sequence must be.
fn is_of_copy(c: char) -> bool {
    matches!(c,
        '\u{a0}'..='\u{17f}' | '\u{218}'..='\u{21b}'
        | 'Ѐ'..='џ' | 'Ґ' | 'ґ'
        | '\u{60c}' | '\u{61b}' | '\u{61f}' | 'ء'..='ي' | '\u{64b}'..='\u{652}' | '٠'..='٬' | 'ٹ' | 'پ' | 'چ' | 'ڈ' | 'ڑ'
        | 'ژ' | 'ک' | 'گ' | 'ں' | 'ھ' | 'ہ' | 'ۂ' | 'ی' | 'ے' | 'ۓ' | '۔' | '۰'..='۹' | '\u{670}'
        | '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{203a}' | '\u{20a0}'..='\u{20bf}' | '\u{2100}'..='\u{2122}'
        | '\u{2190}'..='\u{21ff}' | '\u{2212}' | '\u{25a0}'..='\u{27bf}'
        | '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{feff}' | '\u{ff01}'..='\u{ff5e}' | '\u{fffd}'
        | '\u{1f300}'..='\u{1faff}')
}
