//! A vocabulary as its table has it: a line for each concept, a column for each language.

use super::Label;
use crate::{built_in, compare::fold};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, HashMap},
    sync::{LazyLock, OnceLock},
};
use story::Tag;

/// How many levels a vocabulary has at most.
const MOST_LEVELS: usize = 16;

/// `vocabularies/languages.toml`.
#[derive(Deserialize)]
struct Tags {
    means: BTreeMap<String, Tag>,
    last: Last,
}

#[derive(Deserialize)]
struct Last {
    lang: Tag,
}

static TAGS: LazyLock<Tags> = LazyLock::new(|| built_in::data("vocabularies/languages.toml"));

/// The language in which every concept has a label.
pub(super) static LAST: LazyLock<Tag> = LazyLock::new(|| TAGS.last.lang.clone());

/// The concepts of a vocabulary, each named by its place.
#[derive(Debug, Default)]
pub(super) struct Table {
    concepts: Vec<Concept>,
    columns: Vec<Column>,
    /// By their codes in small letters.
    places: HashMap<String, usize>,
    /// By their older Subject Codes.
    subjects: HashMap<&'static str, usize>,
}

#[derive(Debug)]
struct Concept {
    code: &'static str,
    broader: Option<usize>,
    retired: bool,
    subject: Option<&'static str>,
}

/// The labels in one language.
#[derive(Debug)]
pub(super) struct Column {
    lang: Tag,
    /// By place; empty where there is none.
    words: Vec<&'static str>,
    /// Places by folded label, made when somebody asks.
    found: OnceLock<HashMap<String, Vec<usize>>>,
}

impl Table {
    /// The table of a file of the data. That it is whole is tested.
    pub(super) fn read(path: &str) -> Self {
        let text = std::str::from_utf8(built_in::file(path)).unwrap_or_default();
        let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let head = lines.next().unwrap_or_default();
        let lines: Vec<_> = lines.collect();
        let at = |name: &str| head.iter().position(|cell| *cell == name);
        let cells = |name: &str| {
            let at = at(name);
            let cell = move |line: &Vec<&'static str>| at.and_then(|at| line.get(at).copied()).unwrap_or_default();
            lines.iter().map(cell).collect::<Vec<_>>()
        };
        let codes = cells("code");
        let places: HashMap<String, usize> =
            codes.iter().enumerate().map(|(at, code)| (code.to_ascii_lowercase(), at)).collect();
        let rest = cells("broader").into_iter().zip(cells("retired")).zip(cells("subject"));
        let concepts: Vec<_> = (codes.iter().zip(rest))
            .map(|(code, ((broader, retired), subject))| Concept {
                code,
                broader: places.get(&broader.to_ascii_lowercase()).copied(),
                retired: !retired.is_empty(),
                subject: (!subject.is_empty()).then_some(subject),
            })
            .collect();
        let columns = head
            .iter()
            .filter(|name| !["code", "broader", "retired", "subject"].contains(name))
            .filter_map(|name| Some(Column { lang: name.parse().ok()?, words: cells(name), found: OnceLock::new() }))
            .collect();
        let mut table = Self { concepts, columns, places, subjects: HashMap::new() };
        table.subjects = table.by_subject();
        table
    }

    /// Where several concepts came from one Subject Code: the one that is not retired, then the broader.
    fn by_subject(&self) -> HashMap<&'static str, usize> {
        let mut all: HashMap<&str, usize> = HashMap::new();
        let rank = |at: usize| (self.is_retired(at), self.above(at).count());
        for (at, subject) in self.concepts.iter().enumerate().filter_map(|(at, c)| Some((at, c.subject?))) {
            let kept = all.entry(subject).or_insert(at);
            if rank(at) < rank(*kept) {
                *kept = at;
            }
        }
        all
    }

    pub(super) fn place(&self, code: &str) -> Option<usize> {
        self.places.get(code).or_else(|| self.places.get(&code.to_ascii_lowercase())).copied()
    }

    pub(super) fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.concepts.iter().map(|concept| concept.code)
    }

    pub(super) fn code(&self, at: usize) -> &'static str {
        self.concepts.get(at).map_or("", |concept| concept.code)
    }

    pub(super) fn is_retired(&self, at: usize) -> bool {
        self.concepts.get(at).is_some_and(|concept| concept.retired)
    }

    pub(super) fn subject(&self, at: usize) -> Option<&'static str> {
        self.concepts.get(at)?.subject
    }

    pub(super) fn of_subject(&self, subject: &str) -> Option<usize> {
        self.subjects.get(subject).copied()
    }

    /// What a concept is part of, nearest first.
    pub(super) fn above(&self, at: usize) -> impl Iterator<Item = usize> {
        let broader = |at: &usize| self.concepts.get(*at)?.broader;
        std::iter::successors(broader(&at), broader).take(MOST_LEVELS)
    }

    /// Of several concepts the one that all others are part of; none that is retired, if there are others.
    pub(super) fn broadest(&self, places: &[usize]) -> Option<usize> {
        let mut left: Vec<usize> = places.iter().copied().filter(|at| !self.is_retired(*at)).collect();
        if left.is_empty() {
            left = places.to_vec();
        }
        left.iter().copied().find(|top| left.iter().all(|at| at == top || self.above(*at).any(|above| above == *top)))
    }

    /// The columns of a language: the one of this tag or what it means first, then its other forms.
    pub(super) fn columns(&self, wish: &Tag) -> impl Iterator<Item = &Column> {
        let exact = self.exact(wish);
        let language = exact.map_or(wish, |column| &column.lang).language().to_owned();
        let is_exact = move |column: &&Column| exact.is_some_and(|exact| std::ptr::eq(exact, *column));
        let others = self.columns.iter().filter(move |column| !is_exact(column) && column.lang.language() == language);
        exact.into_iter().chain(others)
    }

    /// The column of a tag, or of its longest opening that has one or means one.
    fn exact(&self, wish: &Tag) -> Option<&Column> {
        let column = |tag: &str| self.columns.iter().find(|column| column.lang.as_str() == tag);
        let openings = std::iter::successors(Some(wish.as_str()), |tag| tag.rsplit_once('-').map(|(start, _)| start));
        openings.into_iter().find_map(|tag| column(tag).or_else(|| column(TAGS.means.get(tag)?.as_str())))
    }

    /// What a concept is called in a language or another form of it.
    pub(super) fn label(&self, at: usize, wish: &Tag) -> Option<Label<'_>> {
        self.columns(wish).find_map(|column| {
            let words = *column.words.get(at)?;
            (!words.is_empty()).then_some(Label { words, lang: &column.lang, ours: false })
        })
    }
}

impl Column {
    /// The concepts that are called so.
    pub(super) fn find(&self, folded: &str) -> &[usize] {
        let found = self.found.get_or_init(|| {
            let mut all: HashMap<String, Vec<usize>> = HashMap::new();
            for (at, words) in self.words.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
                all.entry(fold(words)).or_default().push(at);
            }
            all
        });
        found.get(folded).map_or(&[], Vec::as_slice)
    }
}
