//! What a command is handed in: copy from a file or the standard input, editions, wordings, moments.

use crate::{
    fault::{Fault, Result},
    say,
};
use clap::Args;
use jiff::{Timestamp, tz::TimeZone};
use newsroom::{Clock, Copy};
use std::{
    collections::BTreeMap,
    fs,
    io::{self, IsTerminal, Read},
    path::{Path, PathBuf},
    str::FromStr,
};
use story::{Tag, Text, text::Line};

/// The most bytes of a text tree in JSON: four times its stored form, for spaces and line ends.
const MOST_OF_A_TREE: usize = 4 * story::text::MOST_BYTES;
/// So many bytes beyond what may be are counted, to say how long it is.
const MOST_COUNTED: u64 = 1024 * 1024 * 1024;

/// Copy that is handed in.
#[derive(Debug, Clone, Args)]
pub struct CopyFile {
    /// The copy: a file, or - for the standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The file is a text tree in JSON, as `show --json` gives it
    #[arg(long)]
    pub tree: bool,
}

impl CopyFile {
    /// The copy.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn copy(&self) -> Result<Copy> {
        copy(&self.file, self.tree)
    }
}

/// The copy in a file.
///
/// # Errors
/// When it cannot be read.
pub fn copy(file: &Path, tree: bool) -> Result<Copy> {
    if !tree {
        return Ok(Copy::Bytes(bytes(file, formats::copy::MOST_BYTES)?));
    }
    let bytes = bytes(file, MOST_OF_A_TREE)?;
    let text: Text =
        serde_json::from_slice(&bytes).map_err(|e| Fault::refused(format!("{} is no text tree: {e}", name(file))))?;
    Ok(Copy::Text(Box::new(text)))
}

/// What a person calls a file.
pub fn name(file: &Path) -> String {
    if is_standard_input(file) { "standard input".into() } else { file.display().to_string() }
}

/// Whether the standard input is meant.
pub fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

/// The bytes of a file or of the standard input, if there are no more than `most`.
///
/// # Errors
/// When they cannot be read, or are too many: what is too long for a story is counted and not kept.
pub fn bytes(file: &Path, most: usize) -> Result<Vec<u8>> {
    let (mut out, limit) = (Vec::new(), most as u64 + 1);
    let mut rest = 0;
    let mut take = |from: &mut dyn Read| -> io::Result<()> {
        Read::take(&mut *from, limit).read_to_end(&mut out)?;
        rest = io::copy(&mut Read::take(from, MOST_COUNTED), &mut io::sink())?;
        Ok(())
    };
    if is_standard_input(file) {
        let input = io::stdin();
        if input.is_terminal() {
            super::output::aside("Type the copy; end it with Ctrl-D on a line of its own.\n");
        }
        take(&mut input.lock()).map_err(|e| Fault::file(Path::new("the standard input"), "read", &e))?;
    } else {
        let fault = |e: io::Error| Fault::file(file, "read", &e);
        take(&mut fs::File::open(file).map_err(fault)?).map_err(fault)?;
    }
    if out.len() > most {
        let len = out.len() + rest as usize;
        return Err(newsroom::Error::from(formats::copy::Unreadable::TooLarge { len, most }).into());
    }
    Ok(out)
}

/// An edition, and the revision of it: `ur` or `ur@3`. Without a revision the newest is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionAt {
    /// The edition.
    pub lang: Tag,
    /// The revision.
    pub revision: Option<u32>,
}

impl FromStr for EditionAt {
    type Err = String;
    fn from_str(word: &str) -> Result<Self, String> {
        let (lang, revision) = match word.split_once('@') {
            Some((lang, revision)) => (lang, Some(revision)),
            None => (word, None),
        };
        let number = |word: &str| word.parse().map_err(|_| format!("{word:?} is not the number of a revision"));
        let lang = lang.parse().map_err(|e: story::tag::NotATag| e.to_string())?;
        Ok(Self { lang, revision: revision.map(number).transpose()? })
    }
}

/// A wording in one language: `ur=...`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingIn {
    lang: Tag,
    words: Line,
}

impl FromStr for WordingIn {
    type Err = String;
    fn from_str(word: &str) -> Result<Self, String> {
        let (lang, words) = word.split_once('=').ok_or("write it as en=\"The words.\"")?;
        let lang = lang.parse().map_err(|e: story::tag::NotATag| e.to_string())?;
        Ok(Self { lang, words: Line::new(words) })
    }
}

/// Wordings by language.
///
/// # Errors
/// When one language has two.
pub fn wording(given: &[WordingIn]) -> Result<BTreeMap<Tag, Line>> {
    let mut out = BTreeMap::new();
    for WordingIn { lang, words } in given {
        if out.insert(lang.clone(), words.clone()).is_some() {
            return Err(Fault::usage(format!("there are two wordings for {lang}: give one")));
        }
    }
    Ok(out)
}

/// A moment as a person writes it.
///
/// # Errors
/// Says how one is written.
pub fn moment(word: &str) -> Result<Timestamp> {
    say::time::read(word, newsroom::System.now(), &TimeZone::system())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_may_name_its_revision() {
        let read = |word: &str| word.parse::<EditionAt>().map(|e| (e.lang.to_string(), e.revision));
        assert_eq!(read("ur"), Ok(("ur".into(), None)));
        assert_eq!(read("zh-hant@12"), Ok(("zh-Hant".into(), Some(12))));
        assert!(read("ur@").is_err() && read("ur@x").is_err() && read("@1").is_err());
    }

    #[test]
    fn one_language_has_one_wording() {
        let read = |words: &[&str]| {
            let given: Vec<WordingIn> = words.iter().map(|w| w.parse().expect("a wording")).collect();
            wording(&given)
        };
        assert_eq!(read(&["en=We are checking.", "ur=..."]).map(|w| w.len()), Ok(2));
        assert!(read(&["en=a", "en=b"]).is_err());
        assert!("no language".parse::<WordingIn>().is_err());
    }
}
