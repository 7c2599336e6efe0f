//! Makes the n-grams by which `lang` identifies languages: `make-ngrams FILE`.
//!
//! In: lingua's language models, as crates. Out: the file that `src/identify/model.rs` describes.

mod chain;
mod choose;
mod counts;
mod grams;
mod languages;

use choose::Row;
use languages::Language;
use std::{collections::BTreeMap, io::Write as _};

/// By gram. Without a random seed: the same lists make the same file.
type Map<T> = rustc_hash::FxHashMap<u64, T>;

/// What makes one group of the file.
struct Group {
    /// ISO 15924.
    script: &'static str,
    languages: &'static [Language],
    holds: fn(char) -> bool,
    /// The least that a gram must gain; less makes a larger file.
    least: f64,
}

const GROUPS: [Group; 3] = [
    Group {
        script: "Latn",
        languages: languages::LATIN,
        holds: |c| matches!(c, 'a'..='z' | 'ª' | 'º' | 'À'..='ʯ' | 'Ḁ'..='ỿ'),
        least: 2e-4,
    },
    Group { script: "Cyrl", languages: languages::CYRILLIC, holds: |c| matches!(c, 'Ѐ'..='ԯ'), least: 1.5e-4 },
    Group { script: "Arab", languages: languages::ARABIC, holds: |c| matches!(c, 'ء'..='ۿ'), least: 6e-5 },
];

/// A letter enters the alphabet when it has this share in some language.
const USED: f64 = 2e-5;
/// The share of Urdu that is taken to be typed on an Arabic keyboard: enough not to be surprised by it.
const ARABIC_KEYBOARD: f64 = 0.03;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "ngrams.bin".to_owned());
    let mut file = std::fs::File::create(path)?;
    file.write_all(b"DLI1")?;
    file.write_all(&choose::LEVELS.map(i8::cast_unsigned))?;
    file.write_all(&[GROUPS.len() as u8])?;
    for group in &GROUPS {
        file.write_all(&make(group))?;
    }
    Ok(())
}

/// One group, ready to be written.
fn make(group: &Group) -> Vec<u8> {
    let runs: Vec<_> = group.languages.iter().map(runs).collect();
    let alphabet = alphabet(group, &runs);
    let class = |c: char| {
        let class = alphabet.iter().position(|&letter| letter == c).map(|at| at as u8 + 1);
        (group.holds)(c).then_some(class.unwrap_or(grams::RARE))
    };
    let chains: Vec<_> =
        runs.iter().map(|runs| chain::Chain::new(counts::with_edges(runs, class), alphabet.len() + 2)).collect();
    let rows = choose::choose(&chains, group.languages, group.least);
    write(group, &alphabet, rows)
}

/// The runs of a language.
fn runs(language: &Language) -> Vec<(String, f64)> {
    let mut runs = counts::unpack(language.models);
    if language.tag == "ur" {
        let typed = |run: &str| {
            run.chars()
                .map(|c| match c {
                    'ی' => 'ي',
                    'ک' => 'ك',
                    'ہ' => 'ه',
                    c => c,
                })
                .collect()
        };
        let more: Vec<_> = runs.iter().map(|(run, count)| (typed(run), count * ARABIC_KEYBOARD)).collect();
        runs.extend(more);
    }
    runs
}

/// The letters that are used, most used first.
fn alphabet(group: &Group, runs: &[Vec<(String, f64)>]) -> Vec<char> {
    let mut shares: BTreeMap<char, f64> = BTreeMap::new();
    for runs in runs {
        let single = |run: &str| run.chars().next().filter(|c| c.len_utf8() == run.len());
        let all: f64 = runs.iter().filter(|(run, _)| single(run).is_some()).map(|(_, count)| count).sum();
        for (run, count) in runs {
            if let Some(c) = single(run).filter(|&c| (group.holds)(c)) {
                let share = shares.entry(c).or_default();
                *share = share.max(count / all);
            }
        }
    }
    let mut letters: Vec<_> = shares.into_iter().filter(|(_, share)| *share > USED).collect();
    letters.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    letters.into_iter().map(|(letter, _)| letter).take(usize::from(grams::RARE) - 1).collect()
}

/// The bytes of a group.
fn write(group: &Group, alphabet: &[char], rows: Map<Row>) -> Vec<u8> {
    let mut out = group.script.as_bytes().to_vec();
    out.push(group.languages.len() as u8);
    for language in group.languages {
        out.push(language.tag.len() as u8);
        out.extend(language.tag.bytes());
        out.push(language.head_start.cast_unsigned());
    }
    let alphabet: String = alphabet.iter().collect();
    out.extend((alphabet.len() as u16).to_le_bytes());
    out.extend(alphabet.bytes());
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort();
    let mut keys = Vec::new();
    let mut before = 0;
    for (gram, _) in &rows {
        let mut rest = gram - before;
        while rest >= 128 {
            keys.push(rest as u8 | 128);
            rest >>= 7;
        }
        keys.push(rest as u8);
        before = *gram;
    }
    let width = group.languages.len().div_ceil(2);
    let nibble = |row: &Row, at: usize| row.get(at).copied().unwrap_or(8);
    out.extend((rows.len() as u32).to_le_bytes());
    out.extend((keys.len() as u32).to_le_bytes());
    println!("{}: {} grams, {} bytes of keys, {} of weights", group.script, rows.len(), keys.len(), rows.len() * width);
    out.extend(keys);
    for (_, row) in &rows {
        out.extend((0..width).map(|at| nibble(row, at) | nibble(row, at + width) << 4));
    }
    out
}
