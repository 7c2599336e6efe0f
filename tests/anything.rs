//! Anything at all is fed to `read`: an answer in time and in bounds, never a panic.

use crate::support::{assert_modest, house, shared};
use formats::copy::{self, House, Unreadable};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// The longest that any reading may take. Tests are built without optimisation, so the limit is the asked second
/// times what that costs.
const LONGEST: Duration = if cfg!(debug_assertions) { Duration::from_secs(5) } else { Duration::from_secs(1) };

fn read(bytes: &[u8]) -> Result<copy::Reading, Unreadable> {
    let house = house();
    let ours = House { languages: &house.languages, lang: None, taglines: &[], agency: "TCN" };
    let begun = Instant::now();
    let read = copy::read(bytes, &ours);
    let took = begun.elapsed();
    assert!(took <= LONGEST, "{} bytes took {took:?}", bytes.len());
    if let Ok(reading) = &read {
        let mut at = 0;
        for piece in &reading.pieces {
            assert_eq!(piece.range.start, at, "the pieces adjoin");
            at = piece.range.end;
        }
        assert_eq!(at, bytes.len(), "the last piece ends where the input ends");
        assert!(reading.text.fits().is_ok());
    }
    read
}

/// SplitMix64: the same bytes in every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// Bytes of every sort, fewer than `most`: pure noise, text-like noise, and pieces of what a reader looks for.
fn noise(chance: &mut Chance, most: u64) -> Vec<u8> {
    const PIECES: [&str; 24] = [
        "\n\n",
        "\r\n",
        "Also read: ",
        "By ",
        "- ",
        "<a href=\"",
        "</p>",
        "&nbsp;",
        "MOSCOW, 12 March (",
        "): ",
        "-30-",
        "گھڑی ",
        "2023年",
        "Ã©",
        "\u{feff}",
        "> ",
        "| a | b |\n",
        "1. ",
        "“",
        "»",
        "EDS: ",
        "https://x.example/?utm_source=",
        "\0",
        "google-site-verification=",
    ];
    let length = (chance.next() % most) as usize;
    let mut out = Vec::with_capacity(length);
    let kind = chance.next() % 3;
    while out.len() < length {
        match kind {
            0 => out.push(chance.next() as u8),
            1 => out.push(b' ' + (chance.next() % 95) as u8),
            _ => out.extend_from_slice(PIECES[(chance.next() % PIECES.len() as u64) as usize].as_bytes()),
        }
    }
    out
}

#[test]
fn a_hundred_thousand_random_byte_strings() {
    let mut chance = Chance(1);
    let (mut read_well, mut refused) = (0, 0);
    for _ in 0..100_000 {
        match read(&noise(&mut chance, 160)) {
            Ok(_) => read_well += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(read_well > 1_000 && refused > 1_000, "{read_well} read, {refused} refused: the noise is one-sided");
}

#[test]
fn long_random_bytes() {
    let mut chance = Chance(2);
    for _ in 0..200 {
        let _ = read(&noise(&mut chance, 128 * 1024));
    }
    assert_modest();
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() { files(&path, out) } else { out.push(path) }
    }
}

#[test]
fn every_file_of_the_standards() {
    let Some(folder) = shared("every_file_of_the_standards", "standards") else { return };
    let mut all = Vec::new();
    files(&folder, &mut all);
    assert!(all.len() > 500, "{} files", all.len());
    for file in all {
        let bytes = std::fs::read(&file).expect("a file");
        // The name of the file stands in the panic, if there is one.
        let outcome = std::panic::catch_unwind(|| read(&bytes).is_ok());
        assert!(outcome.is_ok(), "{}", file.display());
    }
    assert_modest();
}

#[test]
fn what_is_no_copy_gets_a_clear_answer() {
    assert!(matches!(read(b""), Err(Unreadable::Empty)));
    assert!(matches!(read(b"  \n\t\n"), Err(Unreadable::Empty | Unreadable::OnlyFurniture(_))));
    assert!(matches!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Unreadable::Binary(_))));
    assert!(matches!(read(b"PK\x03\x04\x14\0\0\0\x08\0"), Err(Unreadable::Binary(_))));
    let begun = Instant::now();
    assert!(matches!(read(&vec![b'a'; 50 << 20]), Err(Unreadable::TooLarge { .. })));
    assert!(begun.elapsed() < Duration::from_millis(500), "at once");
    let unknown = read("Zxqv bnmk wrtp\n\nQqq zzz xxv kkj wwq.".as_bytes()).expect("words are words");
    assert!(unknown.text.dateline.is_none() && !unknown.text.headline.is_empty());
}
