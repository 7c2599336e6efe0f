//! Which bytes are which characters.
//!
//! UTF-8 and UTF-16 tell themselves. The old charsets do not: each of them makes characters of almost any bytes, so
//! the copy is read in all of them and the reading that looks most like writing is kept (see [`super::plausible`]).

use super::{plausible, traced::Traced};
use encoding_rs::{Encoding, GB18030, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

/// A way to read bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Charset {
    /// UTF-8 (RFC 3629).
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030 and what it grew from (GBK, GB2312).
    Gb18030,
    /// A charset of one byte a character.
    Single(&'static Encoding),
}

/// What the bytes say.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text.
    pub text: Traced,
    /// How it was read.
    pub charset: Charset,
    /// Bytes at the beginning that only name the charset.
    pub mark: usize,
    /// How many places could not be read; each is U+FFFD.
    pub damaged: usize,
    /// Another charset looks nearly as good.
    pub doubtful: bool,
}

/// The old charsets that are tried; of two that look the same the earlier is taken.
const OLD: [Charset; 4] =
    [Charset::Single(WINDOWS_1252), Charset::Single(WINDOWS_1251), Charset::Single(WINDOWS_1256), Charset::Gb18030];

/// How much of the copy is tried in each of the old charsets, in bytes.
const SAMPLE: usize = 32 * 1024;

impl Charset {
    /// Its name, as IANA registers it.
    pub fn name(self) -> &'static str {
        match self {
            Charset::Utf8 => "UTF-8",
            Charset::Utf16Le => "UTF-16LE",
            Charset::Utf16Be => "UTF-16BE",
            Charset::Gb18030 => "GB18030",
            Charset::Single(encoding) => encoding.name(),
        }
    }

    /// The characters of these bytes, which stand at `first` of the input, and how many places are damaged.
    fn decode(self, bytes: &[u8], first: usize) -> (Traced, usize) {
        match self {
            Charset::Utf8 => utf8(bytes, first),
            Charset::Utf16Le => utf16(bytes, first, u16::from_le_bytes),
            Charset::Utf16Be => utf16(bytes, first, u16::from_be_bytes),
            Charset::Gb18030 => gb18030(bytes, first),
            Charset::Single(encoding) => single(encoding, bytes, first),
        }
    }
}

/// Reads bytes as the characters that they most likely are; none when they look like no text in any charset.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    let marks: [(&[u8], Charset); 3] =
        [(b"\xef\xbb\xbf", Charset::Utf8), (b"\xff\xfe", Charset::Utf16Le), (b"\xfe\xff", Charset::Utf16Be)];
    let marked = marks.iter().find(|(mark, _)| bytes.starts_with(mark));
    if let Some(&(mark, charset)) = marked {
        let (text, damaged) = charset.decode(bytes.get(mark.len()..).unwrap_or_default(), mark.len());
        let sound = !text.text.contains('\0') && damaged * 4 <= text.text.len();
        return sound.then_some(Decoded { text, charset, mark: mark.len(), damaged, doubtful: false });
    }
    let whole = |charset: Charset, doubtful| {
        let (text, damaged) = charset.decode(bytes, 0);
        Decoded { text, charset, mark: 0, damaged, doubtful }
    };
    if bytes.contains(&0) {
        return wide(bytes).map(|charset| whole(charset, false));
    }
    if looks_utf8(bytes) {
        return Some(whole(Charset::Utf8, false));
    }
    let sample = sample(bytes);
    let mut ranked: Vec<(f32, Charset)> =
        OLD.iter().map(|&charset| (plausible::score(&charset.decode(sample, 0).0.text), charset)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (best, charset) = *ranked.first()?;
    let next = ranked.get(1).map_or(f32::MIN, |r| r.0);
    let strange = sample.iter().filter(|b| !b.is_ascii()).count();
    let sound = best > 0.0 || strange * 50 < sample.len();
    sound.then(|| whole(charset, best - next < 0.3))
}

/// Whether the bytes are UTF-8, with no more than a few bytes damaged on the way.
fn looks_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc2).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    // Copy in an old charset has such sequences by chance, and fewer of them than of the others.
    bad == 0 || good > 2 * bad
}

/// UTF-16 without a mark: every other byte of its spaces and line ends is zero.
fn wide(bytes: &[u8]) -> Option<Charset> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let score = |charset: Charset| {
        let text = charset.decode(sample, 0).0.text;
        if text.contains('\0') { f32::MIN } else { plausible::score_all(&text) }
    };
    let (little, big) = (score(Charset::Utf16Le), score(Charset::Utf16Be));
    let (best, charset) = if little >= big { (little, Charset::Utf16Le) } else { (big, Charset::Utf16Be) };
    (best > 0.0).then_some(charset)
}

/// A part that holds characters beyond ASCII, cut where a line ends if there is one.
fn sample(bytes: &[u8]) -> &[u8] {
    let first = bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0);
    let start = bytes.get(..first).and_then(|b| b.iter().rposition(|&b| b == b'\n')).map_or(0, |at| at + 1);
    let start = start.max(first.saturating_sub(SAMPLE / 2));
    let rest = bytes.get(start..).unwrap_or_default();
    match rest.get(..SAMPLE) {
        None => rest,
        Some(cut) => cut.iter().rposition(|&b| b == b'\n').and_then(|at| cut.get(..at)).unwrap_or(cut),
    }
}

/// A text being decoded, with the origin of each byte.
struct Out {
    text: String,
    table: Vec<u32>,
}

impl Out {
    fn new(most: usize) -> Self {
        Self { text: String::with_capacity(most), table: Vec::with_capacity(most + 1) }
    }

    fn put(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.table.resize(self.text.len(), u32::try_from(at).unwrap_or(u32::MAX));
    }

    fn end(mut self, at: usize) -> Traced {
        self.table.push(u32::try_from(at).unwrap_or(u32::MAX));
        Traced::with_table(self.text, self.table)
    }
}

fn utf8(bytes: &[u8], first: usize) -> (Traced, usize) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Traced::straight(text.to_owned(), first), 0);
    }
    let mut out = Out::new(bytes.len());
    let (mut at, mut damaged) = (first, 0);
    for chunk in bytes.utf8_chunks() {
        for (i, c) in chunk.valid().char_indices() {
            // Each byte of a character has its own origin; the character's first is exact enough.
            out.put(c, at + i);
        }
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            out.put(char::REPLACEMENT_CHARACTER, at);
            damaged += 1;
            at += chunk.invalid().len();
        }
    }
    (out.end(first + bytes.len()), damaged)
}

fn utf16(bytes: &[u8], first: usize, unit: fn([u8; 2]) -> u16) -> (Traced, usize) {
    let mut out = Out::new(bytes.len());
    let (pairs, odd) = bytes.as_chunks::<2>();
    let (mut at, mut damaged) = (first, 0);
    for c in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        damaged += usize::from(c.is_err());
        let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
        out.put(c, at);
        at += 2 * c.len_utf16();
    }
    if !odd.is_empty() {
        out.put(char::REPLACEMENT_CHARACTER, at);
        damaged += 1;
    }
    (out.end(first + bytes.len()), damaged)
}

fn single(encoding: &'static Encoding, bytes: &[u8], first: usize) -> (Traced, usize) {
    let upper: Vec<u8> = (0x80..=0xff).collect();
    let upper: Vec<char> = encoding.decode_without_bom_handling(&upper).0.chars().collect();
    let mut out = Out::new(bytes.len() * 2);
    let mut damaged = 0;
    for (i, &b) in bytes.iter().enumerate() {
        let c = match b.checked_sub(0x80) {
            None => char::from(b),
            Some(place) => upper.get(usize::from(place)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        };
        damaged += usize::from(c == char::REPLACEMENT_CHARACTER);
        out.put(c, first + i);
    }
    (out.end(first + bytes.len()), damaged)
}

fn gb18030(bytes: &[u8], first: usize) -> (Traced, usize) {
    let mut out = Out::new(bytes.len() * 2);
    let (mut i, mut damaged) = (0, 0);
    while let Some(&lead) = bytes.get(i) {
        let wide = match bytes.get(i + 1) {
            Some(b'0'..=b'9') if (0x81..=0xfe).contains(&lead) => 4,
            Some(0x40..=0x7e | 0x80..=0xfe) if (0x81..=0xfe).contains(&lead) => 2,
            _ => 1,
        };
        let part = bytes.get(i..i + wide).unwrap_or(bytes.get(i..).unwrap_or_default());
        if lead.is_ascii() {
            out.put(char::from(lead), first + i);
        } else {
            let (text, bad) = GB18030.decode_without_bom_handling(part);
            damaged += usize::from(bad);
            text.chars().for_each(|c| out.put(c, first + i));
        }
        i += part.len().max(1);
    }
    (out.end(first + bytes.len()), damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn charset_of(text: &str, encoding: &'static Encoding) -> (&'static str, String) {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "{text} has no place in {}", encoding.name());
        let decoded = decode(&bytes).expect("it is text");
        (decoded.charset.name(), decoded.text.text)
    }

    /// Invented lines in the letters of each charset, long and short.
    const LINES: &[(&str, &Encoding)] = &[
        ("Гончары открыли осеннюю ярмарку на берегу реки", WINDOWS_1251),
        ("Ярмарка", WINDOWS_1251),
        ("«Всё готово», — сказала хозяйка мастерской.", WINDOWS_1251),
        ("افتتح الحرفيون معرض الخريف على ضفة النهر", WINDOWS_1256),
        ("معرض الخريف", WINDOWS_1256),
        ("كراچي ميں پهولوں كي نمائش شروع ہوگئي", WINDOWS_1256),
        ("Les potiers ont ouvert la foire d’été près de la rivière", WINDOWS_1252),
        ("La feria abrió el miércoles: «¿Mañana también?»", WINDOWS_1252),
        ("The potters’ fair — “a quiet one” — opened", WINDOWS_1252),
        ("陶艺人在河边举办秋季集市", GB18030),
        ("秋季集市，昨天开幕。", GB18030),
        ("The fair (秋季集市) opened", GB18030),
    ];

    #[test]
    fn old_charsets_are_told_apart() {
        for (line, encoding) in LINES {
            let (name, read) = charset_of(line, encoding);
            assert!(name.eq_ignore_ascii_case(encoding.name()), "{line}: {name}");
            assert_eq!(read, *line);
        }
    }

    #[test]
    fn wide_characters_are_known_with_and_without_a_mark() {
        for line in ["The fair opened\n", "میلہ شروع ہوگیا\n", "秋季集市开幕\n", "Ярмарка\r\n"]
        {
            let little: Vec<u8> = line.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = line.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for (mark, bytes, name) in [
                (&b""[..], &little, "UTF-16LE"),
                (b"\xff\xfe", &little, "UTF-16LE"),
                (b"", &big, "UTF-16BE"),
                (b"\xfe\xff", &big, "UTF-16BE"),
            ] {
                let decoded = decode(&[mark, bytes].concat()).expect("it is text");
                assert_eq!((decoded.charset.name(), &*decoded.text.text), (name, line));
                assert_eq!(decoded.text.at(0), mark.len());
            }
        }
    }

    #[test]
    fn a_few_damaged_bytes_do_not_change_the_charset() {
        let mut bytes = "Ярмарка открылась в субботу".as_bytes().to_vec();
        bytes.truncate(bytes.len() - 1);
        let decoded = decode(&bytes).expect("it is text");
        assert_eq!((decoded.charset, decoded.damaged), (Charset::Utf8, 1));
        assert_eq!(decoded.text.text, "Ярмарка открылась в суббот\u{fffd}");
    }

    #[test]
    fn every_character_points_at_its_bytes() {
        let (bytes, _, _) = GB18030.encode("a集市b");
        let decoded = decode(&bytes).expect("it is text");
        assert_eq!(decoded.text.source(&(1..4)), 1..3);
        assert_eq!(decoded.text.source(&(4..7)), 3..5);
        assert_eq!(decoded.text.source(&(7..8)), 5..6);
    }

    proptest! {
        #[test]
        fn origins_never_run_back(bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
            for charset in OLD.into_iter().chain([Charset::Utf8, Charset::Utf16Le, Charset::Utf16Be]) {
                let (text, _) = charset.decode(&bytes, 0);
                let origins: Vec<usize> = (0..=text.text.len()).map(|i| text.at(i)).collect();
                prop_assert!(origins.is_sorted());
                prop_assert_eq!(text.at(text.text.len()), bytes.len());
            }
            decode(&bytes);
        }
    }
}
