//! The folders of data that are part of the program.
//!
//! They are read once. That they are whole is tested, so what is wrong with one of them is never met at run time.

use crate::{
    Arithmetic, CommonCopy, CopyWords, Face, FigureWords, Folder, Language, NameWords, PersonWords, Profile,
    SentenceWords, Usage,
    phrase::Phrases,
    script,
    values::{Lexicon, MomentWords, Moments},
    vocabulary::Labels,
};
use include_dir::{Dir, include_dir};
use serde::{Deserialize, de::DeserializeOwned};
use std::sync::{Arc, LazyLock};
use story::{Direction, Tag};

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// The folder beside those of the languages: what is the same for all, and what holds for a language that is not set up.
const COMMON: &str = "common";

/// A file of the data, by its path within it.
pub(crate) fn file(path: &str) -> &'static [u8] {
    DATA.get_file(path).map(include_dir::File::contents).unwrap_or_default()
}

/// A file of the common folder.
pub(crate) fn common<T: DeserializeOwned>(path: &str) -> T {
    data(&format!("{COMMON}/{path}"))
}

/// A file of the data that is TOML, by its path within it.
pub(crate) fn data<T: DeserializeOwned>(path: &str) -> T {
    toml::from_slice(file(path)).unwrap_or_else(|error| panic!("built-in {path}: {error}"))
}

/// The built-in folders, in the order of `common/order.toml`.
pub(crate) fn folders() -> Vec<Folder> {
    #[derive(Deserialize)]
    struct Order {
        order: Vec<Tag>,
    }
    let Order { order } = common("order.toml");
    // Other rooms of data may stand beside the languages.
    let is_language = |dir: &&'static Dir<'static>| dir.contains(dir.path().join("language.toml"));
    let mut folders: Vec<_> = DATA.dirs().filter(is_language).filter_map(folder).collect();
    let place = |tag: &Tag| order.iter().position(|t| t == tag).unwrap_or(order.len());
    folders.sort_by_key(|folder| (place(&folder.tag), folder.tag.clone()));
    folders
}

fn folder(dir: &'static Dir<'static>) -> Option<Folder> {
    fn walk(dir: &'static Dir<'static>, out: &mut Vec<&'static include_dir::File<'static>>) {
        out.extend(dir.files());
        dir.dirs().for_each(|inner| walk(inner, out));
    }
    let mut files = Vec::new();
    walk(dir, &mut files);
    let name =
        |file: &include_dir::File<'static>| Some(file.path().strip_prefix(dir.path()).ok()?.to_str()?.to_owned());
    Some(Folder {
        tag: dir.path().to_str()?.parse().ok()?,
        files: files.into_iter().filter_map(|file| Some((name(file)?, file.contents().into()))).collect(),
    })
}

/// The built-in languages.
pub(crate) fn profiles() -> Vec<Arc<Profile>> {
    folders()
        .into_iter()
        .map(|folder| Arc::new(folder.into_profile().unwrap_or_else(|error| panic!("built-in {error}"))))
        .collect()
}

/// What is the same in copy of every language.
pub(crate) fn common_copy() -> &'static CommonCopy {
    static COPY: LazyLock<CommonCopy> = LazyLock::new(|| common("copy.toml"));
    &COPY
}

/// What holds for a language that is not set up.
struct Neutral {
    language: Language,
    copy: CopyWords,
    usage: Usage,
    sentence_words: SentenceWords,
    places: Arc<crate::places::Index>,
    names: NameWords,
    persons: Arc<PersonWords>,
    moments: Arc<Moments>,
    arithmetic: Arc<Arithmetic>,
    figures: (FigureWords, Arc<Lexicon>),
    face: Face,
}

static NEUTRAL: LazyLock<Neutral> = LazyLock::new(|| {
    let language: Language = common("neutral/language.toml");
    let words: MomentWords = common("neutral/moments.toml");
    let moments = Moments::new(&words, &language.dates);
    let moments = moments.unwrap_or_else(|pattern| panic!("built-in neutral/moments.toml: {pattern}"));
    Neutral {
        moments: Arc::new(moments),
        language,
        copy: common("neutral/copy.toml"),
        usage: common("neutral/usage.toml"),
        sentence_words: common("neutral/sentences.toml"),
        places: Arc::default(),
        names: common("neutral/names.toml"),
        persons: Arc::default(),
        arithmetic: Arc::new(
            Arithmetic::read(common("neutral/arithmetic.toml"))
                .unwrap_or_else(|all| panic!("built-in neutral: {all:?}")),
        ),
        figures: {
            let words: FigureWords = common("neutral/figures.toml");
            let lexicon = Arc::new(Lexicon::new(&words));
            (words, lexicon)
        },
        face: common("neutral/face.toml"),
    }
});

/// The profile of a language that is not set up. It speaks the words of another.
pub(crate) fn neutral(tag: &Tag, speaks: &Profile) -> Profile {
    let mut language = NEUTRAL.language.clone();
    language.name = tag.to_string();
    language.locale = tag.to_string();
    language.direction = script::direction(tag);
    let locale = crate::folder::locale(&language.locale).unwrap_or(icu::locale::Locale::UNKNOWN);
    Profile {
        tag: tag.clone(),
        collator: crate::folder::collator(&locale),
        locale,
        language,
        copy: NEUTRAL.copy.clone(),
        usage: NEUTRAL.usage.clone(),
        arithmetic: NEUTRAL.arithmetic.clone(),
        sentence_words: NEUTRAL.sentence_words.clone(),
        places: NEUTRAL.places.clone(),
        names: NEUTRAL.names.clone(),
        persons: NEUTRAL.persons.clone(),
        moments: NEUTRAL.moments.clone(),
        figures: NEUTRAL.figures.0.clone(),
        lexicon: NEUTRAL.figures.1.clone(),
        face: NEUTRAL.face.clone(),
        labels: speaks.labels.clone(),
        phrases: speaks.phrases.clone(),
        speaks: speaks.speaks.clone(),
    }
}

/// A profile without words, for a program that was built without a language.
pub(crate) fn silent() -> Arc<Profile> {
    Arc::new(Profile {
        tag: Tag::unknown(),
        collator: None,
        locale: icu::locale::Locale::UNKNOWN,
        language: NEUTRAL.language.clone(),
        copy: NEUTRAL.copy.clone(),
        usage: NEUTRAL.usage.clone(),
        arithmetic: NEUTRAL.arithmetic.clone(),
        sentence_words: NEUTRAL.sentence_words.clone(),
        places: NEUTRAL.places.clone(),
        names: NEUTRAL.names.clone(),
        persons: NEUTRAL.persons.clone(),
        moments: NEUTRAL.moments.clone(),
        figures: NEUTRAL.figures.0.clone(),
        lexicon: NEUTRAL.figures.1.clone(),
        face: NEUTRAL.face.clone(),
        labels: Arc::new(Labels::none(Tag::unknown())),
        phrases: Arc::new(Phrases { all: Vec::new(), rules: None }),
        speaks: (Tag::unknown(), Direction::Ltr),
    })
}
