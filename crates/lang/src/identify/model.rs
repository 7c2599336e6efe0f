//! The n-grams: how much each short run of letters speaks for each language of its script.
//!
//! The file is made by `models/make`, and read where it lies: loading builds an index over the keys and a table of
//! letters (about a millisecond), the weights stay in the program's own data. All numbers are little-endian:
//!
//! ```text
//! "DLI1", 16 times i8 what a nibble says in eighths of a nat, u8 groups; then for each group
//!   4 bytes  script (ISO 15924)
//!   u8       languages n, in pairs of columns: the first half of a row's nibbles, then the second
//!   n times  u8 length and that many bytes of tag; i8 head start in eighths of a nat
//!   u16      length, and that many bytes of alphabet (UTF-8): letter k is class k + 1
//!   u32      grams, u32 bytes of keys
//!   keys     rising, as LEB128 differences; a key is up to five classes, a byte each, the last lowest
//!   rows     a nibble a language: column c low and column c + ceil(n/2) high of byte c
//! ```
//!
//! A weight is what the gram adds to all shorter ones that end at the same letter, so that a sum over all grams that
//! are found is the logarithm of the likelihood, less what all languages share.

use super::scripts;
use story::Tag;

/// The class that stands for the beginning and the end of a word.
const EDGE: u64 = 255;
/// The class of a letter that no language of the script uses much.
pub(super) const RARE: u8 = 254;
/// A weight is in eighths of a nat.
const EIGHTH: f32 = 0.125;
/// The longest gram, in letters and edges.
const LONGEST: u32 = 5;
/// The most languages that one script may have.
pub(super) const MOST: usize = 32;

/// Points for each language of a group, in its order.
pub(super) type Points = [f32; MOST];

/// What a word says for each language of a group, in eighths of a nat: those of the lower nibbles, of the upper ones.
pub(super) type Said = ([i16; MOST / 2], [i16; MOST / 2]);

/// The languages of one script, and their grams.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// Which of [`scripts::ALL`].
    pub(super) script: u8,
    /// The languages in the order of the points.
    pub(super) tags: Vec<Tag>,
    /// What each language starts with: news comes in some languages more than in others.
    pub(super) head_start: Points,
    /// The letters, and the class of each.
    pub(super) alphabet: Vec<(char, u8)>,
    /// What each nibble says, in eighths of a nat.
    levels: [i16; 16],
    /// Open addressing: key in the upper 40 bits, number of the row in the lower 24; nought is free.
    index: Vec<u64>,
    /// The rows, one after the other.
    rows: &'static [u8],
    /// Bytes in a row.
    width: usize,
}

impl Group {
    /// The row of a gram, if it is kept.
    fn row(&self, gram: u64) -> Option<&'static [u8]> {
        let mask = self.index.len().wrapping_sub(1);
        let mut at = place(gram) & mask;
        loop {
            match *self.index.get(at)? {
                0 => return None,
                slot if slot >> 24 == gram => {
                    let start = (slot & 0xff_ffff) as usize * self.width;
                    return self.rows.get(start..start + self.width);
                }
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// What a word says: adds `weight` times its points to `points`, but takes from no language more than `most`
    /// nats, so that one strange word decides nothing.
    pub(super) fn add(&self, word: &[u8], weight: f32, most: f32, points: &mut Points) {
        self.count(&self.said(word), weight, most, points);
    }

    /// Adds what a word says, as [`Group::add`] does.
    pub(super) fn count(&self, said: &Said, weight: f32, most: f32, points: &mut Points) {
        let (low, high) = said;
        let said = low.iter().take(self.width).chain(high.iter().take(self.width)).take(self.tags.len());
        let best = said.clone().copied().max().unwrap_or(0);
        for (points, said) in points.iter_mut().zip(said) {
            *points -= (f32::from(best - said) * EIGHTH * weight).min(most);
        }
    }

    /// What a word says for each language.
    pub(super) fn said(&self, word: &[u8]) -> Said {
        let (mut low, mut high) = ([0i16; MOST / 2], [0i16; MOST / 2]);
        let mut window = EDGE;
        let mut length = 1;
        for class in word.iter().map(|&class| u64::from(class)).chain([EDGE]) {
            window = (window << 8 | class) & 0xff_ffff_ffff;
            length = (length + 1).min(LONGEST);
            for n in 1..=length {
                if let Some(row) = self.row(window & ((1 << (8 * n)) - 1)) {
                    for ((low, high), byte) in low.iter_mut().zip(&mut high).zip(row) {
                        *low += self.levels[usize::from(byte & 15)];
                        *high += self.levels[usize::from(byte >> 4)];
                    }
                }
            }
        }
        (low, high)
    }
}

/// Where the search for a gram begins.
fn place(gram: u64) -> usize {
    (gram.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
}

/// All groups of a file; none when it is not such a file.
pub(super) fn read(file: &'static [u8]) -> Option<Vec<Group>> {
    let mut file = Cursor(file);
    if file.take(4)? != b"DLI1" {
        return None;
    }
    let mut levels = [0; 16];
    for (level, byte) in levels.iter_mut().zip(file.take(16)?) {
        *level = i16::from(byte.cast_signed());
    }
    (0..file.byte()?).map(|_| group(&mut file, levels)).collect()
}

fn group(file: &mut Cursor, levels: [i16; 16]) -> Option<Group> {
    let script = scripts::number(file.text(4)?)?;
    let mut group = Group { script, levels, ..Group::default() };
    let languages = usize::from(file.byte()?);
    if languages > MOST {
        return None;
    }
    group.width = languages.div_ceil(2);
    for points in group.head_start.iter_mut().take(languages) {
        let length = usize::from(file.byte()?);
        group.tags.push(file.text(length)?.parse().ok()?);
        *points = f32::from(file.byte()?.cast_signed()) * EIGHTH;
    }
    let length = usize::from(file.byte()?) | usize::from(file.byte()?) << 8;
    group.alphabet = file.text(length)?.chars().zip(1..RARE).collect();
    let grams = file.long()?;
    let keys = file.long()?;
    let mut keys = Cursor(file.take(keys)?);
    group.rows = file.take(grams.checked_mul(group.width)?)?;
    group.index = vec![0; (grams * 3 / 2 + 1).next_power_of_two()];
    let mask = group.index.len() - 1;
    let mut key = 0u64;
    for row in 0..grams {
        key = key.checked_add(keys.number()?)?;
        let mut at = place(key) & mask;
        while group.index.get(at).is_some_and(|&slot| slot != 0) {
            at = (at + 1) & mask;
        }
        *group.index.get_mut(at)? = key << 24 | row as u64;
    }
    Some(group)
}

/// Reads a file from front to back.
struct Cursor(&'static [u8]);

impl Cursor {
    fn take(&mut self, bytes: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.0.split_at_checked(bytes)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn text(&mut self, bytes: usize) -> Option<&'static str> {
        std::str::from_utf8(self.take(bytes)?).ok()
    }

    fn long(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(self.take(4)?.try_into().ok()?)).ok()
    }

    /// A LEB128 number of up to 42 bits.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..42).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A made-up model of one script, two languages and one gram: `a` speaks for the second.
    const TINY: &[u8] = b"DLI1\xc0\0\0\0\0\0\0\0\0\0\0\0\x20\0\0\0\x01\
        Latn\x02\x02en\x00\x02fr\x00\x01\0a\x01\0\0\0\x01\0\0\0\x01\xc8";

    #[test]
    fn a_gram_speaks_for_the_language_it_is_made_for() {
        let groups = read(TINY).unwrap_or_default();
        let mut points = [0.0; MOST];
        groups[0].add(&[1, 1], 1.0, 15.0, &mut points);
        assert_eq!(points[..2], [-8.0, 0.0]);
        groups[0].add(&[1, 1], 1.0, 1.0, &mut points);
        assert_eq!(points[..2], [-9.0, 0.0], "one word takes no more than it may");
        groups[0].add(&[2, RARE], 1.0, 15.0, &mut points);
        assert_eq!(points[..2], [-9.0, 0.0], "letters that are not there say nothing");
    }

    #[test]
    fn a_file_that_is_cut_is_no_model() {
        for length in 0..TINY.len() {
            assert!(read(&TINY[..length]).is_none(), "{length} bytes");
        }
    }
}
