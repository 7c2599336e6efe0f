//! What a person reads in a terminal, made from what the newsroom says. Colour is never the only sign: whoever takes
//! it off with [`paint::plain`] loses nothing.

pub mod differences;
pub mod done;
pub mod history;
pub mod list;
pub mod log;
pub mod paint;
pub mod reading;
pub mod show;
pub mod stale;
pub mod text;
pub mod time;
pub mod wire;

use jiff::tz::TimeZone;
use lang::Languages;
use story::{StoryId, Tag};
use url::Url;

/// What words depend on beside what they say.
#[derive(Debug, Clone)]
pub struct Look {
    /// The agency's languages.
    pub languages: Languages,
    /// The zone in which times are shown.
    pub zone: TimeZone,
    /// Where readers find the site.
    pub site_url: Url,
}

impl Look {
    /// The address of an edition where the site has its language; else that it has none.
    pub fn place(&self, lang: &Tag, story: StoryId) -> String {
        match self.languages.get(lang) {
            Some(_) => self.address(lang, story),
            None => format!("on no page: the site has no such language ({lang}); see `languages` in agency.toml"),
        }
    }

    /// The address of an edition, without its tail: the site redirects to the whole of it.
    pub fn address(&self, lang: &Tag, story: StoryId) -> String {
        format!("{}{lang}/{story}", self.site_url)
    }

    /// A language by tag and name: `ur اردو`.
    pub fn language(&self, tag: &Tag) -> String {
        match self.languages.get(tag) {
            Some(profile) => format!("{tag} {}", profile.name()),
            None => tag.to_string(),
        }
    }
}

/// A number with its noun.
pub fn count(n: usize, one: &str, more: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {more}") }
}
