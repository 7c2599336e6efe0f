//! The agency's house style: its own words, from plain files in its folder.
//!
//! | file | holds |
//! |---|---|
//! | `style/<tag>.toml` | what holds for one language: words to avoid and to prefer, contested terms, its own words, and tests |
//! | `style/names.toml` | how a name is spelt in each language |
//!
//! The program ships none of these words.

mod file;
mod matching;
mod tests_in_file;

pub use matching::Term;
pub use tests_in_file::Failed;

use crate::Level;
use lang::Profile;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};
use story::Tag;

/// The longest file that is read, in bytes.
pub const LONGEST_FILE: usize = 1024 * 1024;
/// The most entries of one sort in one file.
pub const MOST_ENTRIES: usize = 10_000;
/// The longest entry, in characters.
pub const LONGEST_ENTRY: usize = 200;

/// A house style as an example: those on the pages of the rules are checked with it. The program brings none of its own.
pub const EXAMPLE: &[(&str, &str)] = &[
    (
        "style/en.toml",
        r#"words = ["lampwright"]

[[avoid]]
word = "utilise"
use = "use"
why = "Plain words."
inflected = true

[[contested]]
term = "the Great Fleece"

[[test]]
text = "The harbour utilises the Great Fleece"
finds = ["utilises", "the Great Fleece"]
"#,
    ),
    ("style/fr.toml", "[[avoid]]\nword = \"solutionner\"\nuse = \"résoudre\"\ninflected = true\n"),
    ("style/zh.toml", "[[avoid]]\nword = \"灯火管\"\nuse = \"路灯\"\nlevel = \"warn\"\n"),
    ("style/names.toml", "[[name]]\nen = \"Marrowby\"\nru = \"Марроуби\"\navoid.ru = \"Мэрроуби\"\n"),
];

/// What the agency has laid down for its copy. Empty as long as its folder says nothing. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct HouseStyle {
    sheets: Arc<BTreeMap<Tag, Sheet>>,
    names: Arc<Vec<StyleName>>,
}

/// What holds for one language.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    /// Words to avoid.
    pub avoid: matching::Terms<Avoided>,
    /// Terms that not everybody uses.
    pub contested: matching::Terms<()>,
    /// The agency's own words, as they are compared.
    pub own: BTreeSet<String>,
    /// Texts with what has to be found in them.
    pub tests: Vec<file::Test>,
}

/// A word to avoid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Avoided {
    /// What to write.
    pub prefer: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// How much it matters.
    pub level: Level,
}

/// A name in the spellings that the agency uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleName {
    /// By language: the house's spelling first, then others that are as good.
    pub spellings: BTreeMap<Tag, Vec<String>>,
    /// By language: spellings that the house does not use.
    pub avoid: BTreeMap<Tag, Vec<String>>,
}

/// What is wrong with a file of the house style.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {why}")]
pub struct StyleFault {
    /// The file, as it was named.
    pub file: String,
    /// What is wrong.
    pub why: String,
}

impl HouseStyle {
    /// Reads the files of the folder, each by its name (`en.toml`, with or without folders before it) and its text.
    ///
    /// # Errors
    /// All that is wrong with them, file by file.
    pub fn read(files: &[(String, String)]) -> Result<HouseStyle, Vec<StyleFault>> {
        file::read(files)
    }

    /// Whether nothing is laid down.
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty() && self.names.is_empty()
    }

    /// The contested terms in a text of this language: their bytes, in order, none within another.
    pub fn contested(&self, profile: &Profile, text: &str) -> Vec<Range<usize>> {
        let found = self.sheet(profile.tag()).map(|sheet| sheet.contested.find(text, profile));
        found.into_iter().flatten().map(|found| found.at).collect()
    }

    /// Whether the agency has this word or name in its own lists for this language.
    pub fn knows(&self, lang: &Tag, word: &str) -> bool {
        self.sheet(lang).is_some_and(|sheet| sheet.own.contains(&lang::fold(word)))
    }

    /// The names that the agency has laid down.
    pub fn names(&self) -> &[StyleName] {
        &self.names
    }

    /// The sheet of a language: of this tag, else of the language alone.
    pub(crate) fn sheet(&self, lang: &Tag) -> Option<&Sheet> {
        self.sheets.get(lang).or_else(|| self.sheets.get(lang.language()))
    }
}

impl StyleName {
    /// Its spellings in a language: the house's first.
    pub fn in_language(&self, lang: &Tag) -> &[String] {
        self.spellings.get(lang).or_else(|| self.spellings.get(lang.language())).map_or(&[], Vec::as_slice)
    }
}
