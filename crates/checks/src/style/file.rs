//! The files of the house style: from TOML to what they say, or to all that is wrong with them.

use super::{
    Avoided, HouseStyle, LONGEST_ENTRY, LONGEST_FILE, MOST_ENTRIES, Sheet, StyleFault, StyleName, matching::Term,
};
use crate::Level;
use serde::Deserialize;
use std::collections::BTreeMap;
use story::Tag;

/// The name of the file that holds names across languages.
const NAMES: &str = "names";

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct SheetFile {
    words: Vec<String>,
    avoid: Vec<AvoidEntry>,
    contested: Vec<Entry>,
    test: Vec<Test>,
}

/// A word to avoid, as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AvoidEntry {
    word: OneOrMore,
    #[serde(default, rename = "use")]
    prefer: Option<String>,
    #[serde(default)]
    why: Option<String>,
    #[serde(default = "note")]
    level: Level,
    #[serde(default)]
    case: bool,
    #[serde(default)]
    inflected: bool,
    #[serde(default)]
    except: Vec<String>,
}

/// A contested term, as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    term: OneOrMore,
    #[serde(default)]
    case: bool,
    #[serde(default)]
    inflected: bool,
    #[serde(default)]
    except: Vec<String>,
}

/// A text with what has to be found in it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Test {
    /// The text.
    pub text: String,
    /// The words that are found in it, in order.
    pub finds: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct NamesFile {
    name: Vec<BTreeMap<String, toml::Value>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn into_vec(self) -> Vec<String> {
        match self {
            OneOrMore::One(one) => vec![one],
            OneOrMore::More(more) => more,
        }
    }
}

fn note() -> Level {
    Level::Note
}

/// Reads all files.
pub(super) fn read(files: &[(String, String)]) -> Result<HouseStyle, Vec<StyleFault>> {
    let mut faults = Vec::new();
    let (mut sheets, mut names) = (BTreeMap::<Tag, Sheet>::new(), Vec::new());
    for (name, text) in files {
        let mut reader = Reader { file: name, faults: &mut faults, entries: 0 };
        let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let stem = stem.strip_suffix(".toml").unwrap_or(stem);
        if text.len() > LONGEST_FILE {
            reader.fault(format!("has {} bytes; {LONGEST_FILE} is the most", text.len()));
        } else if stem == NAMES {
            names.extend(reader.names(text));
        } else {
            match stem.parse::<Tag>() {
                Err(why) => reader.fault(why.to_string()),
                Ok(tag) if sheets.contains_key(&tag) => reader.fault(format!("{tag} has another file already")),
                Ok(tag) => {
                    if let Some(sheet) = reader.sheet(text) {
                        sheets.insert(tag, sheet);
                    }
                }
            }
        }
    }
    own_names(&names, &mut sheets);
    if faults.is_empty() { Ok(HouseStyle { sheets: sheets.into(), names: names.into() }) } else { Err(faults) }
}

/// The words of names are the agency's own words as well; a spelling that is not used is one to avoid.
fn own_names(names: &[StyleName], sheets: &mut BTreeMap<Tag, Sheet>) {
    for name in names {
        for (tag, spellings) in &name.spellings {
            let own = &mut sheets.entry(tag.clone()).or_default().own;
            own.extend(spellings.iter().flat_map(|spelling| words(spelling)));
        }
        for (tag, spellings) in &name.avoid {
            let prefer = name.spellings.get(tag).and_then(|all| all.first());
            let avoided = Avoided { prefer: prefer.cloned(), why: None, level: Level::Note };
            let sheet = sheets.entry(tag.clone()).or_default();
            for spelling in spellings {
                let term = Term { text: spelling.clone(), case: false, inflected: true, except: Vec::new() };
                sheet.avoid.push(term, avoided.clone());
            }
        }
    }
}

/// An entry and the words in it, as they are compared.
fn words(entry: &str) -> impl Iterator<Item = String> {
    let parts = entry.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let all: Vec<String> = parts.chain([entry]).map(lang::fold).collect();
    all.into_iter()
}

/// One file being read.
struct Reader<'a> {
    file: &'a str,
    faults: &'a mut Vec<StyleFault>,
    entries: usize,
}

impl Reader<'_> {
    fn fault(&mut self, why: impl Into<String>) {
        self.faults.push(StyleFault { file: self.file.to_owned(), why: why.into() });
    }

    /// The file as its shape.
    fn shape<T: for<'de> Deserialize<'de>>(&mut self, text: &str) -> Option<T> {
        toml::from_str(text).map_err(|error: toml::de::Error| self.fault(error.to_string().trim())).ok()
    }

    /// An entry, if it is of use.
    fn entry(&mut self, text: String) -> Option<String> {
        self.entries += 1;
        let long = text.chars().count();
        if self.entries == MOST_ENTRIES + 1 {
            self.fault(format!("has more than {MOST_ENTRIES} entries"));
        } else if long > LONGEST_ENTRY {
            let start: String = text.chars().take(40).collect();
            self.fault(format!("{start:?}… has {long} characters; {LONGEST_ENTRY} is the most"));
        } else if !text.contains(char::is_alphanumeric) {
            self.fault(format!("{text:?} has no word in it"));
        } else {
            return Some(text.trim().to_owned());
        }
        None
    }

    fn entries(&mut self, all: Vec<String>) -> Vec<String> {
        all.into_iter().filter_map(|one| self.entry(one)).collect()
    }

    fn sheet(&mut self, text: &str) -> Option<Sheet> {
        let SheetFile { words: own, avoid, contested, test } = self.shape(text)?;
        let mut sheet = Sheet::default();
        sheet.own.extend(self.entries(own).iter().flat_map(|entry| words(entry)));
        for AvoidEntry { word, prefer, why, level, case, inflected, except } in avoid {
            let (prefer, except) = (prefer.and_then(|prefer| self.entry(prefer)), self.entries(except));
            if level == Level::Stop {
                self.fault("a word to avoid holds no story back: level has to be note or warn");
            }
            for text in self.entries(word.into_vec()) {
                let avoided = Avoided { prefer: prefer.clone(), why: why.clone(), level };
                sheet.avoid.push(Term { text, case, inflected, except: except.clone() }, avoided);
            }
        }
        for Entry { term, case, inflected, except } in contested {
            let except = self.entries(except);
            for text in self.entries(term.into_vec()) {
                sheet.contested.push(Term { text, case, inflected, except: except.clone() }, ());
            }
        }
        sheet.tests = test;
        Some(sheet)
    }

    fn names(&mut self, text: &str) -> Vec<StyleName> {
        let file: NamesFile = self.shape(text).unwrap_or_default();
        file.name.into_iter().filter_map(|table| self.name(table)).collect()
    }

    /// A name: a member for each language, and `avoid` with one for each language in turn.
    fn name(&mut self, mut table: BTreeMap<String, toml::Value>) -> Option<StyleName> {
        let avoid = match table.remove("avoid") {
            None => BTreeMap::new(),
            Some(toml::Value::Table(avoid)) => self.spellings(avoid.into_iter().collect()),
            Some(_) => {
                self.fault("avoid has to be a table of languages");
                return None;
            }
        };
        let spellings = self.spellings(table);
        if spellings.is_empty() {
            self.fault("a name has to be spelt in one language at least");
        }
        Some(StyleName { spellings, avoid })
    }

    fn spellings(&mut self, table: BTreeMap<String, toml::Value>) -> BTreeMap<Tag, Vec<String>> {
        let mut out = BTreeMap::new();
        for (key, value) in table {
            match (key.parse::<Tag>(), OneOrMore::deserialize(value)) {
                (Err(why), _) => self.fault(why.to_string()),
                (_, Err(_)) => self.fault(format!("{key} has to be a spelling or a list of spellings")),
                (Ok(tag), Ok(value)) => {
                    out.insert(tag, self.entries(value.into_vec()));
                }
            }
        }
        out
    }
}
