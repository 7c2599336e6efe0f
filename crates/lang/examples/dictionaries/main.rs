//! Makes the lists of forms that the program carries (`dictionaries/lists`) from dictionaries in Hunspell's form
//! (`dictionaries/hunspell`), and writes what was made from what into `dictionaries/made.tsv`:
//!
//! `cargo run --release -p lang --example dictionaries`
//!
//! The same files in give the same files out, to the byte. What cannot be a list becomes `rules.toml`. Spellbook, a
//! reader of such dictionaries, is asked about every form: one that it refuses stops the making.

// What the program and its maker have to mean alike.
#[path = "../../src/dictionary/case.rs"]
mod case;
mod forms;
mod hunspell;
#[path = "../../src/dictionary/mark.rs"]
mod mark;
mod write;

use case::Case;
use hunspell::{Affixes, Flag};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Read,
    path::Path,
};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("dictionaries");
    let mut made = vec![write::HEAD.to_owned()];
    let mut folders: Vec<_> = fs::read_dir(here.join("hunspell"))?.collect::<std::io::Result<_>>()?;
    folders.retain(|folder| folder.path().is_dir());
    folders.sort_by_key(fs::DirEntry::file_name);
    for folder in folders {
        let tag = folder.file_name().to_string_lossy().into_owned();
        let (aff, dic) =
            (unpacked(&folder.path().join("words.aff.gz"))?, unpacked(&folder.path().join("words.dic.gz"))?);
        let affixes = Affixes::read(&aff)?;
        let words = affixes.words(&dic)?;
        let mut all = marked(&words, &affixes);
        let run = compounds(&words, &affixes, &mut all)?;
        judged(&all, &spellbook::Dictionary::new(&aff, &dic).map_err(|error| error.to_string())?)?;
        let to = here.join("lists").join(&tag);
        fs::create_dir_all(&to)?;
        write::forms(&all, &to)?;
        write::rules(&affixes, &run, &to.join("rules.toml"))?;
        made.push(write::row(&tag, all.len(), &folder.path(), &to)?);
    }
    fs::write(here.join("made.tsv"), made.join("\n") + "\n")?;
    Ok(())
}

fn unpacked(path: &Path) -> Result<String> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(fs::File::open(path)?).read_to_string(&mut text)?;
    Ok(text)
}

/// The forms of all words, each with its marks.
fn marked(words: &[(&str, Vec<Flag>)], affixes: &Affixes) -> BTreeMap<Box<str>, u64> {
    let mut all: BTreeMap<Box<str>, u64> = BTreeMap::new();
    // What several words have is as free as with the freest of them.
    let mut add = |form: String, mark: u64| *all.entry(form.into()).or_insert(mark) &= mark;
    for (word, flags) in words {
        let keeps = affixes.keep_case.is_some_and(|flag| flags.contains(&flag));
        let mark = if keeps { mark::KEEPS_CASE } else { 0 };
        affixes.forms(word, flags, &mut |form| add(form, mark));
        let case = Case::of(word);
        if case == Case::Mixed || case == Case::All && !flags.is_empty() {
            affixes.forms(&case::titled(word), flags, &mut |form| add(form, mark | mark::FOR_CAPITALS));
        }
    }
    all
}

/// Adds what the rules for compounds make, and gives the signs that may come before those in any number.
///
/// # Errors
/// When a rule is of another kind than "signs in any number, then two words" (`n*mp`).
fn compounds(words: &[(&str, Vec<Flag>)], affixes: &Affixes, all: &mut BTreeMap<Box<str>, u64>) -> Result<String> {
    let with = |flag: Flag| words.iter().filter(move |(_, flags)| flags.contains(&flag)).map(|(word, _)| *word);
    let mut runs = BTreeSet::new();
    for rule in &affixes.compounds {
        let [(starred, true), (one, false), (other, false)] = rule[..] else {
            return Err("an unknown compound".into());
        };
        let signs: String = with(starred).collect();
        if signs.chars().count() != with(starred).count() {
            return Err("only single signs may stand in any number".into());
        }
        runs.insert(signs);
        for form in with(one).flat_map(|one| with(other).map(move |other| format!("{one}{other}"))) {
            *all.entry(form.into()).or_default() |= mark::AFTER_RUN;
        }
    }
    // All rules have to be about the same signs.
    if runs.len() > 1 { Err("more than one run".into()) } else { Ok(runs.pop_first().unwrap_or_default()) }
}

/// Asks Spellbook about every form.
///
/// # Errors
/// When it takes one for no word.
fn judged(all: &BTreeMap<Box<str>, u64>, judge: &spellbook::Dictionary) -> Result<()> {
    let words = all.iter().filter(|(_, mark)| *mark & mark::FOR_CAPITALS == 0);
    match words.map(|(form, _)| form).find(|form| !judge.check(form)) {
        Some(refused) => Err(format!("refused: {refused}").into()),
        None => Ok(()),
    }
}
