//! The sentences that are put in: one file of phrases per language, `bench/checks/phrases/<tag>.toml`.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

/// What a language's file holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// Which forms a counted noun has: `none`, `one`, `slavic`, `arabic`.
    pub plural: Plural,
    /// What stands between groups of three digits, and the least number that is grouped.
    pub group: String,
    pub group_from: i64,
    /// Zero of the language's own digits, where news uses them beside 0-9.
    pub own_zero: Option<char>,
    /// January first; as in a date, and (where it differs) alone after a preposition.
    pub months: Vec<String>,
    #[serde(default)]
    pub months_in: Vec<String>,
    /// Monday first; the name, and (where it differs) with the preposition for "on".
    pub weekdays: Vec<String>,
    #[serde(default)]
    pub weekdays_on: Vec<String>,
    /// 2 to 20 in words, in two forms where the language has two.
    pub words: Vec<String>,
    #[serde(default)]
    pub words_other: Vec<String>,
    pub men: Vec<String>,
    pub women: Vec<String>,
    pub places: Vec<String>,
    /// Words that may rightly stand twice in a row.
    #[serde(default)]
    pub never_doubled: Vec<String>,
    /// Sentences that only look like a fault.
    pub doubled_rightly: Vec<String>,
    pub codes_rightly: Vec<String>,
    pub marks_rightly: Vec<String>,
    /// Sentences with a quotation, rightly marked.
    pub quoted: Vec<String>,
    /// Sentences that tell something, by kind.
    pub told: BTreeMap<String, Vec<String>>,
    /// Sentences about somebody, two or three apart by ` | `, by kind.
    pub people: BTreeMap<String, Vec<String>>,
}

/// How many forms a counted noun has, and when.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
pub enum Plural {
    /// One form.
    None,
    /// 1 / all else.
    One,
    /// 1, 21 / 2-4, 22 / 5-20, 25.
    Slavic,
    /// 3-10 / 11-99 / 100, 200 (what stands in a story is 3 or more).
    Arabic,
}

impl Plural {
    /// Which of a noun's forms goes with this number.
    pub fn form(self, number: i64) -> usize {
        let (tens, ones) = (number % 100, number % 10);
        match self {
            Plural::None => 0,
            Plural::One => usize::from(number != 1),
            Plural::Slavic if ones == 1 && tens != 11 => 0,
            Plural::Slavic if (2..=4).contains(&ones) && !(12..=14).contains(&tens) => 1,
            Plural::Slavic => 2,
            Plural::Arabic if (3..=10).contains(&tens) => 0,
            Plural::Arabic if tens >= 11 => 1,
            Plural::Arabic => 2,
        }
    }
}

/// The file of a language, read when it is run: whoever mends a phrase need not build.
pub fn of(lang: &str) -> Result<Phrases> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("phrases/{lang}.toml"));
    let text = std::fs::read_to_string(&file).with_context(|| format!("{} is not there", file.display()))?;
    toml::from_str(&text).with_context(|| format!("phrases of {lang}"))
}

/// What a file of the fresh phrases holds: other sentences, in the words and forms of the language's first file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fresh {
    quoted: Vec<String>,
    doubled_rightly: Vec<String>,
    codes_rightly: Vec<String>,
    marks_rightly: Vec<String>,
    told: BTreeMap<String, Vec<String>>,
}

/// The folders of fresh phrases, the oldest first.
pub const FRESH: [&str; 5] = ["fresh", "fresh2", "fresh3", "fresh4", "fresh5"];

/// Those of them of which both halves have been read.
pub const READ: [&str; 2] = ["fresh", "fresh2"];

/// The language's phrases with the sentences of `phrases/<folder>/<tag>.toml` in place of the others.
pub fn fresh(folder: &str, lang: &str) -> Result<Phrases> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("phrases/{folder}/{lang}.toml"));
    let text = std::fs::read_to_string(&file).with_context(|| format!("{} is not there", file.display()))?;
    let fresh: Fresh = toml::from_str(&text).with_context(|| format!("fresh phrases of {lang}"))?;
    let Fresh { quoted, doubled_rightly, codes_rightly, marks_rightly, told } = fresh;
    Ok(Phrases { quoted, doubled_rightly, codes_rightly, marks_rightly, told, ..of(lang)? })
}
