//! A folder of data: from files to a language, or to a list of all that is wrong.

mod check;
#[cfg(test)]
mod tests;

use crate::{
    Area, Arithmetic, CopyWords, Face, FigureWords, Language, NameWords, PersonWords, PlaceWords, Profile,
    SentenceWords, Usage, Word, arithmetic, built_in, copy, face, figure_words, language, names, persons,
    phrase::{Phrase, Phrases},
    places, sentences, usage,
    values::{Lexicon, MomentWords, Moments, moment_members},
    vocabulary::Labels,
};
use icu::{
    collator::{Collator, CollatorBorrowed, options::CollatorOptions},
    locale::Locale,
    plurals::{PluralCategory, PluralRules},
};
use serde::de::DeserializeOwned;
use std::{borrow::Cow, collections::BTreeMap, fmt, sync::Arc};
use story::Tag;

/// The files of a language that somebody has read: `language.toml`, `copy.toml`, `usage.toml`, `arithmetic.toml`,
/// `sentences.toml`, `names.toml`, `persons.toml`, `moments.toml`, `figures.toml`, `face.toml`, `words/site.toml`, `words/desk.toml`, `words/notices.toml`,
/// the font that `face.toml` names, if any, and `labels.tsv`, if it has labels of its own.
#[derive(Debug, Clone)]
pub struct Folder {
    /// The tag of the language: the folder's name.
    pub tag: Tag,
    /// By path within the folder, with `/`. Files that nobody asks for are not looked at.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
}

/// A folder that cannot be used, and everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadFolder {
    /// The tag of the folder.
    pub tag: Tag,
    /// All that is wrong, file by file; never empty.
    pub faults: Vec<Fault>,
}

/// One thing that is wrong with a folder.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is no such file.
    #[error("{0}: the file is missing")]
    MissingFile(String),
    /// The file is no TOML, or a value in it is not of its kind.
    #[error("{file}: {why}")]
    Unreadable {
        /// Which.
        file: String,
        /// What the reader of the file says.
        why: String,
    },
    /// The file lacks a member.
    #[error("{file}: {key} is missing")]
    Missing {
        /// Which file.
        file: String,
        /// Which member, dotted.
        key: String,
    },
    /// The file has a member that nobody asks for: mostly a slip of the keyboard.
    #[error("{file}: {key} is not known")]
    Unknown {
        /// Which file.
        file: String,
        /// Which member.
        key: String,
    },
    /// The value has letters of another script than the language.
    #[error("{file}: {key} is in the wrong script: {found:?}")]
    WrongScript {
        /// Which file.
        file: String,
        /// Which member.
        key: String,
        /// The words in another script.
        found: String,
    },
    /// The value has not the gaps that it must have.
    #[error("{file}: {key} must have the gaps [{wanted}] and has [{found}]")]
    WrongGaps {
        /// Which file.
        file: String,
        /// Which member.
        key: String,
        /// The gaps that it must have.
        wanted: String,
        /// The gaps that it has.
        found: String,
    },
    /// The value is empty or of no use.
    #[error("{file}: {key} {why}")]
    Useless {
        /// Which file.
        file: String,
        /// Which member.
        key: String,
        /// What is wrong with it.
        why: String,
    },
}

/// The files that every folder has.
const FILES: [&str; 15] = [
    "language.toml",
    "copy.toml",
    "usage.toml",
    "arithmetic.toml",
    "sentences.toml",
    "places.toml",
    "names.toml",
    "persons.toml",
    "moments.toml",
    "figures.toml",
    "face.toml",
    Area::Site.file(),
    Area::Desk.file(),
    Area::Notices.file(),
    Area::Checks.file(),
];

/// The file of labels, which a folder may have.
const LABELS: &str = "labels.tsv";

impl Fault {
    /// The file that it is in, by its path within the folder.
    pub fn file(&self) -> &str {
        match self {
            Fault::MissingFile(file)
            | Fault::Unreadable { file, .. }
            | Fault::Missing { file, .. }
            | Fault::Unknown { file, .. }
            | Fault::WrongScript { file, .. }
            | Fault::WrongGaps { file, .. }
            | Fault::Useless { file, .. } => file,
        }
    }
}

impl fmt::Display for BadFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the language folder {} cannot be used:", self.tag)?;
        self.faults.iter().try_for_each(|fault| write!(f, "\n  {fault}"))
    }
}

impl std::error::Error for BadFolder {}

impl Folder {
    /// The folder of a built-in language: something to begin another one from.
    pub fn built_in(tag: &Tag) -> Option<Folder> {
        built_in::folders().into_iter().find(|folder| folder.tag == *tag)
    }

    /// The language that the folder holds.
    pub(crate) fn into_profile(self) -> Result<Profile, BadFolder> {
        let mut faults = Vec::new();
        let language: Option<Language> = self.read("language.toml", language::REQUIRED, &mut faults);
        let copy: Option<CopyWords> = self.read("copy.toml", copy::REQUIRED, &mut faults);
        let usage: Option<Usage> = self.read("usage.toml", usage::REQUIRED, &mut faults);
        let sentence_words: Option<SentenceWords> = self.read("sentences.toml", sentences::REQUIRED, &mut faults);
        let names: Option<NameWords> = self.read("names.toml", names::REQUIRED, &mut faults);
        let persons: Option<PersonWords> = self.read("persons.toml", persons::REQUIRED, &mut faults);
        let place_words: Option<PlaceWords> = self.read("places.toml", places::REQUIRED, &mut faults);
        let moments = self.moments(language.as_ref(), &mut faults);
        let arithmetic = self.arithmetic(&mut faults);
        let figures: Option<FigureWords> = self.read("figures.toml", figure_words::REQUIRED, &mut faults);
        for (key, why) in figures.iter().flat_map(FigureWords::faults) {
            faults.push(Fault::Useless { file: "figures.toml".into(), key, why });
        }
        let face = self.face(&mut faults);
        let labels = self.labels(&mut faults);
        let locale = language.as_ref().and_then(|l| locale(&l.locale));
        let rules = locale.as_ref().and_then(|l| PluralRules::try_new_cardinal(l.into()).ok());
        let phrases = self.phrases(rules.as_ref(), &mut faults);
        if let Some(language) = &language {
            check::language(language, &mut faults);
            check::phrases(language, &phrases, &mut faults);
            check::labels(language, LABELS, &labels, &mut faults);
        }
        let words = copy
            .zip(usage)
            .zip(arithmetic)
            .zip(sentence_words)
            .zip(names.zip(persons))
            .zip(moments)
            .zip(figures)
            .zip(place_words);
        let (Some(language), Some(words), Some(face), Some(locale), true) =
            (language, words, face, locale, faults.is_empty())
        else {
            faults.sort_by_key(|fault| FILES.iter().position(|file| *file == fault.file()));
            return Err(BadFolder { tag: self.tag, faults });
        };
        let (((((((copy, usage), arithmetic), sentence_words), (names, persons)), moments), figures), place_words) =
            words;
        let places = Arc::new(places::Index::new(self.tag.language(), &place_words));
        Ok(Profile {
            speaks: (self.tag.clone(), language.direction),
            tag: self.tag,
            collator: collator(&locale),
            locale,
            language,
            copy,
            usage,
            arithmetic: Arc::new(arithmetic),
            sentence_words,
            places,
            names,
            persons: Arc::new(persons),
            moments: Arc::new(moments),
            lexicon: Arc::new(Lexicon::new(&figures)),
            figures,
            face,
            labels: Arc::new(labels),
            phrases: Arc::new(Phrases { all: phrases.into_values().collect(), rules }),
        })
    }

    /// A file, as a table.
    fn table(&self, path: &str, faults: &mut Vec<Fault>) -> Option<toml::Table> {
        let Some(bytes) = self.files.get(path) else {
            faults.push(Fault::MissingFile(path.into()));
            return None;
        };
        let unreadable = |why: String| Fault::Unreadable { file: path.into(), why: why.trim().into() };
        let text = std::str::from_utf8(bytes).map_err(|error| unreadable(error.to_string()));
        text.and_then(|text| text.parse().map_err(|error: toml::de::Error| unreadable(error.to_string())))
            .map_err(|fault| faults.push(fault))
            .ok()
    }

    /// A file whose members are known.
    fn read<T: DeserializeOwned>(&self, path: &str, required: &[&str], faults: &mut Vec<Fault>) -> Option<T> {
        let table = self.table(path, faults)?;
        let missing: Vec<_> = required
            .iter()
            .filter(|key| !has(&table, key))
            .map(|key| Fault::Missing { file: path.into(), key: (*key).into() })
            .collect();
        if !missing.is_empty() {
            faults.extend(missing);
            return None;
        }
        T::deserialize(table)
            .map_err(|error| faults.push(Fault::Unreadable { file: path.into(), why: error.to_string().trim().into() }))
            .ok()
    }

    /// How moments are written, ready to be found.
    fn moments(&self, language: Option<&Language>, faults: &mut Vec<Fault>) -> Option<Moments> {
        const FILE: &str = "moments.toml";
        let words: MomentWords = self.read(FILE, moment_members(), faults)?;
        let useless = |key| Fault::Useless { file: FILE.into(), key, why: "cannot be read as a pattern".into() };
        Moments::new(&words, &language?.dates).map_err(|pattern| faults.push(useless(format!("{pattern:?}")))).ok()
    }

    /// What copy says of several figures at once.
    fn arithmetic(&self, faults: &mut Vec<Fault>) -> Option<Arithmetic> {
        let file = "arithmetic.toml";
        let table = self.read(file, arithmetic::REQUIRED, faults)?;
        let unreadable = |why| Fault::Unreadable { file: file.into(), why };
        Arithmetic::read(table).map_err(|all| faults.extend(all.into_iter().map(unreadable))).ok()
    }

    /// The face with its font.
    fn face(&self, faults: &mut Vec<Fault>) -> Option<Face> {
        let mut face: Face = self.read("face.toml", face::REQUIRED, faults)?;
        if let Some(font) = &mut face.web_font {
            match self.files.get(&font.file) {
                Some(bytes) => font.bytes = bytes.clone(),
                None => faults.push(Fault::MissingFile(font.file.clone())),
            }
        }
        Some(face)
    }

    /// The labels of its own; none if there is no such file.
    fn labels(&self, faults: &mut Vec<Fault>) -> Labels {
        let text = match self.files.get(LABELS).map(|bytes| std::str::from_utf8(bytes)) {
            Some(Ok(text)) => text,
            Some(Err(error)) => {
                faults.push(Fault::Unreadable { file: LABELS.into(), why: error.to_string() });
                ""
            }
            None => "",
        };
        let (labels, useless) = Labels::read(self.tag.clone(), text);
        faults.extend(useless.into_iter().map(|(key, why)| Fault::Useless {
            file: LABELS.into(),
            key,
            why: why.into(),
        }));
        labels
    }

    /// The strings that the folder has, by word.
    fn phrases(&self, rules: Option<&PluralRules>, faults: &mut Vec<Fault>) -> BTreeMap<Word, Phrase> {
        let mut out = BTreeMap::new();
        for area in Area::ALL {
            let file = area.file();
            let Some(mut table) = self.table(file, faults) else {
                continue;
            };
            for &word in Word::ALL.iter().filter(|word| word.area() == area) {
                let key = word.key();
                match table.remove(key) {
                    None => faults.push(Fault::Missing { file: file.into(), key: key.into() }),
                    Some(value) => out.extend(phrase(word, value, rules, faults).map(|phrase| (word, phrase))),
                }
            }
            faults.extend(table.keys().map(|key| Fault::Unknown { file: file.into(), key: key.clone() }));
        }
        out
    }
}

/// One string: plain text, or a table of plural forms.
fn phrase(word: Word, value: toml::Value, rules: Option<&PluralRules>, faults: &mut Vec<Fault>) -> Option<Phrase> {
    let file = word.area().file().to_owned();
    let useless = |why: &str| Fault::Useless { file: file.clone(), key: word.key().into(), why: why.into() };
    match (value, word.is_counted()) {
        (toml::Value::String(text), false) => Some(Phrase::Plain(text)),
        (toml::Value::Table(table), true) => {
            let mut forms = BTreeMap::new();
            for (name, value) in table {
                match (PluralCategory::get_for_cldr_string(&name), value) {
                    (Some(category), toml::Value::String(text)) => {
                        forms.insert(category, text);
                    }
                    _ => faults.push(Fault::Unknown { file: file.clone(), key: format!("{}.{name}", word.key()) }),
                }
            }
            for category in rules.iter().flat_map(|rules| rules.categories()) {
                if !forms.contains_key(&category) {
                    let name = format!("{category:?}").to_lowercase();
                    faults.push(Fault::Missing { file: file.clone(), key: format!("{}.{name}", word.key()) });
                }
            }
            Some(Phrase::Counted(forms))
        }
        (_, true) => {
            faults.push(useless("has to be a table of plural forms"));
            None
        }
        (_, false) => {
            faults.push(useless("has to be a text"));
            None
        }
    }
}

/// Whether a table has a member of this dotted name.
fn has(table: &toml::Table, key: &str) -> bool {
    match key.split_once('.') {
        None => table.contains_key(key),
        Some((first, rest)) => table.get(first).and_then(toml::Value::as_table).is_some_and(|inner| has(inner, rest)),
    }
}

/// The locale of a name.
pub(crate) fn locale(name: &str) -> Option<Locale> {
    name.parse().ok()
}

/// The order of an alphabetical list in a locale.
pub(crate) fn collator(locale: &Locale) -> Option<CollatorBorrowed<'static>> {
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}
