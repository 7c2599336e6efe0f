//! The stories of the demonstration, as their files describe them.

use crate::fault::{Fault, Result};
use include_dir::Dir;
use serde::Deserialize;
use std::collections::BTreeMap;
use story::{Data, Tag, Urgency, data::UsageRights, text::Line};

/// A story: its file and its copy.
pub(super) struct Folder {
    pub name: String,
    pub story: Story,
    /// The copy in each language.
    pub copy: BTreeMap<Tag, String>,
}

/// `story.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    slug: Line,
    pub original: Tag,
    urgency: Urgency,
    #[serde(default)]
    subjects: Vec<Line>,
    #[serde(default)]
    places: Vec<Line>,
    genre: Option<Line>,
    credit: Option<Line>,
    pub made_from: BTreeMap<Tag, Tag>,
    pub acts: Vec<Act>,
}

/// What happens to a story.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Act {
    Release {
        langs: Option<Vec<Tag>>,
    },
    Revise {
        lang: Tag,
        edits: Vec<Edit>,
    },
    Correct {
        lang: Tag,
        was: Line,
        is: Line,
        edits: Vec<Edit>,
    },
    Hold {
        reason: Line,
        #[serde(default)]
        notice: BTreeMap<Tag, Line>,
    },
    Kill {
        reason: Line,
        #[serde(default)]
        notice: BTreeMap<Tag, Line>,
    },
    Embargo {
        minutes: i64,
    },
}

/// A change of the copy.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Edit {
    find: String,
    replace: String,
}

impl Story {
    /// What is known of it. Every page of it says that it is a sample.
    pub fn data(&self) -> Data {
        Data {
            slug: self.slug.clone(),
            urgency: self.urgency,
            subjects: self.subjects.clone(),
            places: self.places.clone(),
            genre: self.genre.clone(),
            rights: UsageRights { credit: self.credit.clone(), ..UsageRights::default() },
            sample: true,
            ..Data::default()
        }
    }
}

/// The copy after some changes, each of which has exactly one place in it.
pub(super) fn edited(copy: &str, edits: &[Edit]) -> Result<String, String> {
    edits.iter().try_fold(copy.to_owned(), |copy, Edit { find, replace }| match copy.matches(find.as_str()).count() {
        1 => Ok(copy.replacen(find.as_str(), replace, 1)),
        n => Err(format!("{find:?} stands in the copy {n} times, not once")),
    })
}

/// Every story, in the order in which they are played.
pub(super) fn all() -> Result<Vec<Folder>> {
    let mut folders: Vec<&Dir<'_>> = super::DATA.dirs().collect();
    folders.sort_by_key(|folder| folder.path());
    folders.into_iter().map(read).collect()
}

fn read(folder: &Dir<'_>) -> Result<Folder> {
    let name = folder.path().display().to_string();
    let bad = |why: &dyn std::fmt::Display| Fault::ours(format!("the demonstration's {name}: {why}"));
    let (mut story, mut copy) = (None, BTreeMap::new());
    for file in folder.files() {
        let path = file.path();
        let text = file.contents_utf8().ok_or_else(|| bad(&"not UTF-8"))?;
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        match path.extension().and_then(|kind| kind.to_str()) {
            Some("toml") => story = Some(toml::from_str::<Story>(text).map_err(|e| bad(&e))?),
            _ => {
                copy.insert(stem.parse::<Tag>().map_err(|e| bad(&e))?, text.to_owned());
            }
        }
    }
    let story = story.ok_or_else(|| bad(&"no story.toml"))?;
    Ok(Folder { name, story, copy })
}
