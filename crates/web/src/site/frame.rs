//! What stands around every page: masthead, languages, foot.

use super::{address, press::Press};
use jiff::Timestamp;
use lang::{Profile, Word};

/// A page's surroundings, in its language.
pub struct Frame<'p> {
    profile: &'p Profile,
    /// The language of the page.
    pub tag: &'p str,
    /// Its direction.
    pub dir: &'static str,
    /// What the browser shows above the page.
    pub title: String,
    /// The agency's name.
    pub agency: &'p str,
    /// What it says of itself.
    pub tagline: Option<&'p str>,
    /// By which services know the owner of the site.
    pub verification: &'p [(String, String)],
    /// The address of the style sheet.
    pub style: String,
    /// The address of the icon.
    pub icon: String,
    /// The path of the front page.
    pub front: String,
    /// The path of the corrections page.
    pub corrections: String,
    /// The languages of the site.
    pub languages: Vec<Choice<'p>>,
}

/// A language that a reader may choose.
pub struct Choice<'p> {
    /// Its tag.
    pub tag: &'p str,
    /// Its direction.
    pub dir: &'static str,
    /// Its own name.
    pub name: &'p str,
    /// The path of its front page.
    pub front: String,
    /// It is the language of the page.
    pub here: bool,
}

/// A moment, for people and for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// As the language prints it.
    pub printed: String,
    /// RFC 3339, in UTC, whole seconds.
    pub exact: String,
}

impl<'p> Frame<'p> {
    /// The surroundings of a page of this title; without one, of the front page.
    pub fn of(press: &'p Press, profile: &'p Profile, title: Option<&str>) -> Self {
        let (tag, masthead) = (profile.tag(), press.masthead());
        let agency = masthead.name_in(tag);
        let choice = |other: &'p std::sync::Arc<Profile>| Choice {
            tag: other.tag().as_str(),
            dir: other.direction().as_str(),
            name: other.name(),
            front: address::front(other.tag()),
            here: other.tag() == tag,
        };
        Self {
            profile,
            tag: tag.as_str(),
            dir: profile.direction().as_str(),
            title: match title {
                Some(page) => profile.say_with(Word::PageTitle, &[("page", page), ("agency", agency)]),
                None => agency.to_owned(),
            },
            agency,
            tagline: masthead.taglines.get(tag).map(String::as_str).filter(|t| !t.is_empty()),
            verification: &masthead.verification,
            style: press.assets().style(tag),
            icon: press.assets().icon(),
            front: address::front(tag),
            corrections: address::corrections(tag),
            languages: masthead.languages.iter().map(choice).collect(),
        }
    }

    /// A string of the page's language.
    pub fn say(&self, word: Word) -> &str {
        self.profile.say(word)
    }
}

impl Moment {
    /// A moment as this language prints it, in the zone of the masthead.
    pub fn of(press: &Press, profile: &Profile, at: Timestamp) -> Self {
        Self { printed: profile.date_time(&at.to_zoned(press.masthead().zone.clone())), exact: exact(at) }
    }
}

/// RFC 3339, in UTC, whole seconds.
pub fn exact(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
