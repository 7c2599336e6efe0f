//! Writes what was made.

use crate::{Result, hunspell::Affixes};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// The first line of `made.tsv`.
pub const HEAD: &str = "tag\tforms\tbytes\twords.fst\tjoined.fst\trules.toml\twords.aff.gz\twords.dic.gz";

/// Where Hunspell cuts words when a file of affixes does not say.
const CUTS: [&str; 3] = ["^-", "-", "-$"];

/// Writes the automata of all forms, one of those without an apostrophe and one of those with one.
pub fn forms(all: &BTreeMap<Box<str>, u64>, to: &Path) -> Result<()> {
    for (file, joined) in [("words.fst", false), ("joined.fst", true)] {
        let mut map = fst::MapBuilder::memory();
        for (form, mark) in all.iter().filter(|(form, _)| form.contains('\'') == joined) {
            map.insert(form.as_bytes(), *mark)?;
        }
        fs::write(to.join(file), map.into_inner()?)?;
    }
    Ok(())
}

/// Writes `rules.toml`.
pub fn rules(affixes: &Affixes, run: &str, to: &Path) -> Result<()> {
    let cuts = affixes.cuts.clone().unwrap_or_else(|| CUTS.map(str::to_owned).to_vec());
    let mut text = "# Made: see ../../README.md.\n".to_owned();
    writeln!(text, "cuts = {cuts:?}\nrun = {run:?}\n\n[written_for]")?;
    let written_for: BTreeMap<_, _> = affixes.written_for.iter().map(|(written, meant)| (written, meant)).collect();
    for (written, meant) in written_for {
        if written.ends_with('_') {
            return Err("what is written at the end of a word alone is not known here".into());
        }
        // Marks that stand upon a letter are written by number: nobody sees which there are.
        let shown: String =
            written
                .chars()
                .map(|c| {
                    if c.is_alphanumeric() || c.is_ascii() { c.to_string() } else { format!("\\u{:04X}", u32::from(c)) }
                })
                .collect();
        writeln!(text, "\"{shown}\" = {meant:?}")?;
    }
    Ok(fs::write(to, text)?)
}

/// A line of `made.tsv`: how many forms, how many bytes, and the SHA-256 of each file that was made and was made from.
pub fn row(tag: &str, forms: usize, from: &Path, to: &Path) -> Result<String> {
    let made = ["words.fst", "joined.fst", "rules.toml"].map(|file| to.join(file));
    let sources = ["words.aff.gz", "words.dic.gz"].map(|file| from.join(file));
    let bytes = made.iter().map(|file| Ok(fs::metadata(file)?.len())).sum::<std::io::Result<u64>>()?;
    let mut row = format!("{tag}\t{forms}\t{bytes}");
    for file in made.iter().chain(&sources) {
        write!(row, "\t{}", hex::encode(Sha256::digest(fs::read(file)?)))?;
    }
    Ok(row)
}
