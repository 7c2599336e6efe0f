//! The languages of an agency.

use crate::{BadFolder, CommonCopy, Folder, Profile, built_in, script};
use std::sync::{Arc, LazyLock};
use story::Tag;

/// The languages of an agency, in their order. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Languages {
    all: Arc<[Arc<Profile>]>,
    /// Whose words a language that is not set up borrows.
    first: Arc<Profile>,
}

static BUILT_IN: LazyLock<Languages> = LazyLock::new(|| {
    let all = built_in::profiles();
    let first = all.first().cloned().unwrap_or_else(built_in::silent);
    Languages { all: all.into(), first }
});

impl Languages {
    /// The languages that the program brings along.
    pub fn built_in() -> &'static Languages {
        &BUILT_IN
    }

    /// These languages and one more, last in order; in place of the one of the same tag if there is one.
    ///
    /// # Errors
    /// [`BadFolder`] lists everything that is missing in the folder or wrong with it.
    pub fn with(self, folder: Folder) -> Result<Languages, BadFolder> {
        let new = Arc::new(folder.into_profile()?);
        let mut all = self.all.to_vec();
        match all.iter_mut().find(|profile| profile.tag == new.tag) {
            Some(place) => *place = new,
            None => all.push(new),
        }
        Ok(Languages::of(all, self.first))
    }

    /// Those of these tags, in the order of the tags. Tags that are not set up are left out.
    pub fn only(&self, tags: &[Tag]) -> Languages {
        let mut all: Vec<Arc<Profile>> = Vec::new();
        for profile in tags.iter().filter_map(|tag| self.get(tag)) {
            if !all.iter().any(|p| p.tag == profile.tag) {
                all.push(profile.clone());
            }
        }
        Languages::of(all, self.first.clone())
    }

    fn of(all: Vec<Arc<Profile>>, spare: Arc<Profile>) -> Languages {
        let first = all.first().cloned().unwrap_or(spare);
        Languages { all: all.into(), first }
    }

    /// Their tags, in order.
    pub fn tags(&self) -> impl Iterator<Item = &Tag> {
        self.all.iter().map(|profile| &profile.tag)
    }

    /// The languages themselves, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Profile>> {
        self.all.iter()
    }

    /// The language of exactly this tag, if it is set up.
    pub fn get(&self, tag: &Tag) -> Option<&Arc<Profile>> {
        self.all.iter().find(|profile| profile.tag == *tag)
    }

    /// The language for any tag: the one of this tag; else one of the same language and script (`zh` for `zh-TW`, not
    /// `ur` for `ur-Latn`); else a neutral one, which prints dates as ISO 8601 does and speaks the agency's first
    /// language.
    pub fn profile(&self, tag: &Tag) -> Arc<Profile> {
        self.get(tag)
            .or_else(|| self.near(tag))
            .cloned()
            .unwrap_or_else(|| Arc::new(built_in::neutral(tag, &self.first)))
    }

    /// The language for a tag if it is set up; else the one that it borrows its words from.
    pub(crate) fn nearest(&self, tag: &Tag) -> &Arc<Profile> {
        self.get(tag).or_else(|| self.near(tag)).unwrap_or(&self.first)
    }

    /// The language that shares language and script with a tag.
    fn near(&self, tag: &Tag) -> Option<&Arc<Profile>> {
        let scripts = script::usual(tag);
        self.all.iter().find(|profile| {
            profile.tag.language() == tag.language()
                && profile.language.scripts.iter().any(|code| script::scripts(code).iter().any(|s| scripts.contains(s)))
        })
    }

    /// What is the same in copy of every language.
    pub fn common_copy() -> &'static CommonCopy {
        built_in::common_copy()
    }
}
