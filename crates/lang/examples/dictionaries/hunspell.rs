//! Reads a dictionary in Hunspell's form: a file of affixes and a list of words with the flags that ask for them.
//!
//! Only what the dictionaries here use is read. Anything else in a file of affixes that may change which words there
//! are is an error, so that nobody takes a list for whole that is not.

use std::{collections::BTreeMap, result};

/// What may be done to a word, by a number; the file has a short name for it.
pub type Flag = u16;

type Result<T> = result::Result<T, String>;

/// What does not change which words there are: it helps those who suggest words, or says which signs stand in them.
const SILENT: [&str; 10] =
    ["SET", "TRY", "WORDCHARS", "KEY", "REP", "MAP", "OCONV", "NOSUGGEST", "COMPOUNDMIN", "FULLSTRIP"];

/// A file of affixes.
#[derive(Default)]
pub struct Affixes {
    flags: Flags,
    /// By their flag.
    pub suffixes: BTreeMap<Flag, Vec<Affix>>,
    /// By their flag.
    pub prefixes: BTreeMap<Flag, Vec<Affix>>,
    /// What is written for what, before a word is looked for.
    pub written_for: Vec<(String, String)>,
    /// Where a word is cut; nothing where the file does not say.
    pub cuts: Option<Vec<String>>,
    /// The flags of the parts of compounds, in their order; a starred part may be missing or stand many times.
    pub compounds: Vec<Vec<(Flag, bool)>>,
    /// What has it is no word without an affix.
    pub need_affix: Option<Flag>,
    /// What has it is no word outside of a compound.
    pub only_in_compound: Option<Flag>,
    /// Its letters have to be as small or as great as they stand.
    pub keep_case: Option<Flag>,
    /// An affix that has it wants one that has it too at the other end.
    pub circumfix: Option<Flag>,
    /// What has it is no word at all.
    forbidden: Option<Flag>,
}

/// What is put at one end of a word.
pub struct Affix {
    /// By which a word asks for it.
    pub flag: Flag,
    /// Whether another may stand at the other end.
    pub crosses: bool,
    /// What goes away first.
    pub strip: String,
    /// What comes there.
    pub add: String,
    /// What the letters at that end have to be, in the order of the word.
    pub condition: Vec<Letter>,
    /// What may be done to the word that comes out.
    pub flags: Vec<Flag>,
}

/// What one letter has to be.
pub enum Letter {
    /// One of these.
    OneOf(Vec<char>),
    /// None of these.
    NoneOf(Vec<char>),
}

impl Letter {
    /// Whether this one is.
    pub fn is(&self, letter: char) -> bool {
        match self {
            Letter::OneOf(letters) => letters.contains(&letter),
            Letter::NoneOf(letters) => !letters.contains(&letter),
        }
    }
}

/// How flags are written.
#[derive(Default, Clone, Copy)]
enum Flags {
    #[default]
    OneLetter,
    TwoLetters,
}

impl Flags {
    fn read(self, text: &str) -> Result<Vec<Flag>> {
        let letters: Vec<char> = text.chars().collect();
        let number = |letter: char| Flag::try_from(u32::from(letter)).map_err(|_| format!("a flag {letter}"));
        match self {
            Flags::OneLetter => letters.into_iter().map(number).collect(),
            Flags::TwoLetters => letters
                .chunks(2)
                .map(|pair| match *pair {
                    [one, two] if one.is_ascii() && two.is_ascii() => Ok(number(one)? << 8 | number(two)?),
                    _ => Err(format!("no flags of two letters: {text}")),
                })
                .collect(),
        }
    }

    fn one(self, text: Option<&str>) -> Result<Option<Flag>> {
        Ok(self.read(text.ok_or("no flag")?)?.first().copied())
    }
}

impl Affixes {
    /// Reads a file of affixes.
    ///
    /// # Errors
    /// When there is something in it that is not known here.
    pub fn read(text: &str) -> Result<Affixes> {
        let mut out = Affixes::default();
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        while let Some(line) = lines.next() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let Some(key) = words.first().filter(|key| !key.starts_with('#')) else { continue };
            let flag = |flags: Flags| flags.one(words.get(1).copied());
            // A table says in its first line how many follow.
            let mut table = |count: Option<&&str>| -> Result<Vec<&str>> {
                let count = count.and_then(|count| count.parse().ok()).ok_or_else(|| format!("how many? {line}"))?;
                let rows: Vec<&str> = lines.by_ref().take(count).filter_map(|row| row.strip_prefix(key)).collect();
                if rows.len() == count { Ok(rows) } else { Err(format!("not so many: {line}")) }
            };
            match *key {
                "FLAG" => {
                    out.flags = match words.get(1) {
                        Some(&"long") => Flags::TwoLetters,
                        Some(&"UTF-8") => Flags::OneLetter,
                        _ => return Err(format!("unknown: {line}")),
                    }
                }
                "NEEDAFFIX" => out.need_affix = flag(out.flags)?,
                "ONLYINCOMPOUND" => out.only_in_compound = flag(out.flags)?,
                "KEEPCASE" => out.keep_case = flag(out.flags)?,
                "CIRCUMFIX" => out.circumfix = flag(out.flags)?,
                "FORBIDDENWORD" => out.forbidden = flag(out.flags)?,
                "BREAK" => out.cuts = Some(table(words.get(1))?.iter().map(|row| row.trim().to_owned()).collect()),
                "ICONV" => {
                    for row in table(words.get(1))? {
                        let (written, meant) = row.trim().split_once(' ').ok_or_else(|| format!("for what? {row}"))?;
                        out.written_for.push((written.to_owned(), meant.trim().to_owned()));
                    }
                }
                "COMPOUNDRULE" => {
                    for row in table(words.get(1))? {
                        out.compounds.push(compound(row.trim(), out.flags)?);
                    }
                }
                "SFX" | "PFX" => {
                    let crosses = words.get(2) == Some(&"Y");
                    for row in table(words.get(3))? {
                        let affix = affix(row, crosses, out.flags)?;
                        let all = if *key == "SFX" { &mut out.suffixes } else { &mut out.prefixes };
                        all.entry(affix.flag).or_default().push(affix);
                    }
                }
                _ if SILENT.contains(key) => {}
                _ => return Err(format!("unknown: {line}")),
            }
        }
        Ok(out)
    }

    /// Reads a list of words: each with its flags.
    ///
    /// # Errors
    /// When the flags of a word cannot be read, or it is one that is there to be forbidden.
    pub fn words<'t>(&self, text: &'t str) -> Result<Vec<(&'t str, Vec<Flag>)>> {
        // The first line says how many follow.
        let lines = text.lines().skip(1).map(str::trim).filter(|line| !line.is_empty());
        lines
            .map(|line| {
                // What follows a blank and two letters with a colon says what kind of word it is.
                let fields = line.match_indices(' ').find(|(at, _)| line.get(at + 3..at + 4) == Some(":"));
                let line = fields.and_then(|(at, _)| line.get(..at)).unwrap_or(line);
                let (word, flags) = line.split_once('/').unwrap_or((line, ""));
                let flags = self.flags.read(flags)?;
                if word.is_empty() || word.contains('\\') || self.forbidden.is_some_and(|flag| flags.contains(&flag)) {
                    return Err(format!("not known here: {line}"));
                }
                Ok((word, flags))
            })
            .collect()
    }
}

fn affix(row: &str, crosses: bool, flags: Flags) -> Result<Affix> {
    let words: Vec<&str> = row.split_whitespace().collect();
    let [flag, strip, add, ..] = words[..] else { return Err(format!("no affix: {row}")) };
    let nothing = |text: &str| if text == "0" { String::new() } else { text.to_owned() };
    let (add, more) = add.split_once('/').unwrap_or((add, ""));
    Ok(Affix {
        flag: flags.one(Some(flag))?.ok_or_else(|| format!("no flag: {row}"))?,
        crosses,
        strip: nothing(strip),
        add: nothing(add),
        condition: condition(words.get(3).unwrap_or(&".")),
        flags: flags.read(more)?,
    })
}

/// Reads `[^aeiou]y`: letters, and one of several or none of several in brackets. `.` alone is no condition.
fn condition(text: &str) -> Vec<Letter> {
    let mut letters = text.chars().filter(|_| text != ".").peekable();
    let mut out = Vec::new();
    while let Some(letter) = letters.next() {
        out.push(match letter {
            '.' => Letter::NoneOf(Vec::new()),
            '[' => {
                let none = letters.next_if_eq(&'^').is_some();
                let several = letters.by_ref().take_while(|letter| *letter != ']').collect();
                if none { Letter::NoneOf(several) } else { Letter::OneOf(several) }
            }
            letter => Letter::OneOf(vec![letter]),
        });
    }
    out
}

/// Reads `n*1t`: flags, of which some are starred.
fn compound(text: &str, flags: Flags) -> Result<Vec<(Flag, bool)>> {
    let mut parts: Vec<(Flag, bool)> = Vec::new();
    for letter in text.chars() {
        match (letter, parts.last_mut()) {
            ('*', Some((_, starred))) => *starred = true,
            ('?' | '(' | ')', _) | ('*', None) => return Err(format!("a compound that is not known here: {text}")),
            _ => parts.extend(flags.one(Some(letter.to_string().as_str()))?.map(|flag| (flag, false))),
        }
    }
    Ok(parts)
}
