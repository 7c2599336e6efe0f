//! Controlled vocabularies: what the codes that stories carry are called in a language, and how they hang together.
//!
//! The codes and most of the labels are IPTC's (`data/vocabularies`); a language's folder adds labels of our own
//! (`labels.tsv`) where IPTC gives none. A label says which language it is in and whose it is, since the one that was
//! asked for may not be there.

mod labels;
mod table;
#[cfg(test)]
mod tests;

use crate::{Languages, Profile, compare::fold};
pub(crate) use labels::Labels;
use std::sync::LazyLock;
use story::Tag;
use table::{LAST, Table};

/// What stories are about: IPTC's Media Topics of 2023-10-24, codes as `medtop:04000000`.
pub static TOPICS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read("medtop"));

/// What kind of journalism they are: IPTC's Genre of 2024-02-13, codes as `genre:Current`.
pub static GENRES: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read("genre"));

/// A list of concepts with their codes. Codes are whole QCodes; whether their letters are capitals makes no
/// difference when one is looked up.
#[derive(Debug)]
pub struct Vocabulary {
    alias: &'static str,
    table: Table,
}

/// What a concept is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label<'a> {
    /// Its name, one line.
    pub words: &'a str,
    /// The language of the name: another one than was asked for, when there is none in that.
    pub lang: &'a Tag,
    /// Whether the name is our own or the agency's. Else it is IPTC's.
    pub ours: bool,
}

/// Which concept took the place of an older code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Successor {
    /// The code of the concept.
    pub code: &'static str,
    /// Whether it means the same. Else it is the successor of what the older code was part of.
    pub exact: bool,
}

/// The vocabulary of a code: of `medtop:04000000`, the Media Topics. None for one that is not known here.
pub fn of(code: &str) -> Option<&'static Vocabulary> {
    let (alias, _) = code.split_once(':')?;
    [&TOPICS, &GENRES].into_iter().map(LazyLock::force).find(|vocabulary| vocabulary.alias == alias)
}

/// What a code is called, in the built-in languages: see [`Languages::label`].
pub fn label(code: &str, wanted: &Tag) -> Option<Label<'static>> {
    Languages::built_in().label(code, wanted)
}

impl Languages {
    /// What a code is called in a language. Where that has no label, the nearest is given, and says its language: the
    /// tag without its region or script, another form of the language (`pt-BR` for `pt-PT`), the language whose words
    /// the profile of this one speaks, `en-GB`. None for a code that nobody here knows.
    pub fn label(&self, code: &str, wanted: &Tag) -> Option<Label<'_>> {
        label_in(code, wanted, &self.nearest(wanted).labels)
    }

    /// The code of a concept by its label in a language, in any of its forms (`en-US` too for `en-GB`); written as
    /// anybody may write it (see [`crate::fold`]). Of several that are called so, one that is not retired and, if one
    /// of them is part of the other, the broader; else none, since nobody could say which is meant.
    pub fn code(&self, vocabulary: &'static Vocabulary, words: &str, lang: &Tag) -> Option<&'static str> {
        let folded = fold(words.trim());
        if folded.is_empty() {
            return None;
        }
        let Vocabulary { table, .. } = vocabulary;
        let own = &self.nearest(lang).labels;
        let own = own.find(&folded, lang).iter().filter_map(|code| table.place(code)).collect();
        let theirs = table.columns(lang).map(|column| column.find(&folded).to_vec());
        std::iter::once(own)
            .chain(theirs)
            .find_map(|places: Vec<usize>| table.broadest(&places))
            .map(|at| table.code(at))
    }
}

impl Profile {
    /// What a code is called in this language: see [`Languages::label`].
    pub fn label(&self, code: &str) -> Option<Label<'_>> {
        label_in(code, &self.tag, &self.labels)
    }
}

fn label_in<'a>(code: &str, wanted: &Tag, own: &'a Labels) -> Option<Label<'a>> {
    let concept = of(code).and_then(|vocabulary| Some((&vocabulary.table, vocabulary.table.place(code)?)));
    let code = concept.map_or(code, |(table, at)| table.code(at));
    [wanted, own.lang(), &LAST].into_iter().find_map(|wish| {
        let exact = own.get(code, |lang| lang == wish);
        let near = || own.get(code, |lang| lang.language() == wish.language());
        let theirs = || concept.and_then(|(table, at)| table.label(at, wish));
        exact.or_else(theirs).or_else(near)
    })
}

impl Vocabulary {
    fn read(alias: &'static str) -> Self {
        Self { alias, table: Table::read(&format!("vocabularies/{alias}.tsv")) }
    }

    /// What stands before the colon of its codes: `medtop`.
    pub fn alias(&self) -> &'static str {
        self.alias
    }

    /// All codes, each concept before what it is broader than; retired ones too.
    pub fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.table.codes()
    }

    /// The code as the vocabulary writes it, if it is one of its codes.
    pub fn known(&self, code: &str) -> Option<&'static str> {
        self.table.place(code).map(|at| self.table.code(at))
    }

    /// The concept that this one is part of. None for one of the first level.
    pub fn broader(&self, code: &str) -> Option<&'static str> {
        self.table.above(self.table.place(code)?).next().map(|at| self.table.code(at))
    }

    /// How deep a concept stands, from 1.
    pub fn level(&self, code: &str) -> Option<usize> {
        Some(self.table.above(self.table.place(code)?).count() + 1)
    }

    /// Whether a concept is no longer to be given to new stories.
    pub fn retired(&self, code: &str) -> bool {
        self.table.place(code).is_some_and(|at| self.table.is_retired(at))
    }

    /// What a code is called, in the built-in languages: see [`Languages::label`]. None for a code of another
    /// vocabulary.
    pub fn label(&self, code: &str, wanted: &Tag) -> Option<Label<'static>> {
        label(self.known(code)?, wanted)
    }

    /// The code of a concept by its label in a language: see [`Languages::code`].
    pub fn find(&'static self, words: &str, lang: &Tag) -> Option<&'static str> {
        Languages::built_in().code(self, words, lang)
    }

    /// The concept for one of IPTC's older Subject Codes, eight digits, with or without its alias `subj:`
    /// (NITF's `tobject.subject.refnum`, IPTC 7901, NewsML 1). By IPTC's own mapping; for a code that it leaves out,
    /// by what the code is part of: 04005004 of 04005000, of 04000000.
    pub fn successor(&self, subject: &str) -> Option<Successor> {
        let digits = subject.trim().strip_prefix("subj:").unwrap_or(subject.trim());
        if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let broader = |kept: usize| digits.get(..kept).map(|start| format!("{start:0<8}"));
        [Some(digits.to_owned()), broader(5), broader(2)].into_iter().flatten().find_map(|subject| {
            let code = self.table.code(self.table.of_subject(&subject)?);
            Some(Successor { code, exact: subject == digits })
        })
    }

    /// The older Subject Code of a concept, eight digits, by IPTC's mapping.
    pub fn subject(&self, code: &str) -> Option<&'static str> {
        self.table.subject(self.table.place(code)?)
    }
}
