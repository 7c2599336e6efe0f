//! What a feed says of itself, and so of all its entries.

use super::entry::person;
use super::names::{Space, attribute, told};
use super::scene::{Scene, language};
use super::{construct::Construct, dates, markup, people};
use crate::Channel;
use crate::reading::{Liberties, Took};
use crate::xml::Element;
use story::item::{Party, PartyRole};
use story::{Line, Tag};

/// A feed, as far as it is of use to its entries.
#[derive(Debug, Default)]
pub(super) struct About {
    /// What it is called, where it is.
    pub channel: Channel,
    /// Who wrote entries that name nobody (RFC 4287, 4.2.1).
    pub authors: Vec<Party>,
    /// Whose they are.
    pub copyright: Option<Line>,
    /// Whoever sends them.
    pub provider: Option<Party>,
}

impl About {
    /// The language of the feed, if it is known.
    pub(super) fn lang(&self) -> Option<Tag> {
        Some(self.channel.lang.clone()).filter(|lang| *lang != Tag::unknown())
    }
}

/// Reads what stands in the feed and in none of its entries. `served` is the language that the server named.
pub(super) fn read(feed: Element<'_, '_>, scene: &Scene<'_, '_>, served: &str, liberties: &mut Liberties) -> About {
    let mut about = About::default();
    let mut is_titled = false;
    for child in feed.children() {
        let (space, name) = told(&child, scene.root_space());
        let words = || {
            let construct = Construct::of(child, scene.atom);
            Line::new(markup::inline(&construct, scene.base.as_ref()).plain())
        };
        let channel = &mut about.channel;
        match (space, name.as_str()) {
            (_, "item" | "entry" | "items" | "channel" | "deleted-entry") => {}
            (Space::Core, "title") if !is_titled => (channel.title, is_titled) = (words(), true),
            (Space::Dc, "title") if channel.title.is_empty() => channel.title = words(),
            (Space::Core, "link") => {
                if let Some((rel, href)) = link(channel, child, scene) {
                    liberties.take(Took::LeftOut, format!("{}/link", feed.name()), format!("{rel} {href}").trim());
                }
            }
            (Space::Core, "description" | "tagline" | "subtitle" | "abstract") => channel.description = words(),
            (Space::Dc, "description") | (Space::Itunes, "summary" | "subtitle") | (Space::Core, "info")
                if channel.description.is_empty() =>
            {
                channel.description = words();
            }
            (Space::Core | Space::Dc, "language") => {
                channel.lang = language(&child.words()).unwrap_or_else(|| channel.lang.clone());
            }
            (Space::Core, "updated" | "modified" | "lastbuilddate" | "lastmod" | "pubdate" | "published")
            | (Space::Dc, "date")
            | (Space::Terms, "modified") => {
                let words = child.words();
                let mut quiet = Liberties::new();
                let is_mail = !scene.atom && jiff::fmt::rfc2822::parse(words.trim()).is_ok();
                let when = dates::read(&words, &name, if is_mail { &mut quiet } else { &mut *liberties });
                let when = when.map(|when| when.at());
                if !matches!(name.as_str(), "pubdate" | "published") || channel.updated.is_none() {
                    channel.updated = when.or(channel.updated);
                }
            }
            (Space::Core, "id") if channel.address.is_empty() => channel.address = child.line(),
            (Space::Core, "author") | (Space::Dc, "creator") => {
                about.authors.extend(person(PartyRole::Creator, child, scene));
            }
            (Space::Core, "copyright" | "rights") | (Space::Dc, "rights") => {
                about.copyright = Some(words()).filter(|words| !words.is_empty());
            }
            _ => liberties.take(Took::LeftOut, format!("{}/{name}", feed.name()), "of the feed, and of no entry"),
        }
    }
    let channel = &mut about.channel;
    if let Some(href) = attribute(&feed, "href").and_then(|href| scene.resolve(&feed, href)) {
        channel.link = Line::new(href);
    }
    if let Some(changed) = attribute(&feed, "lastmod") {
        channel.updated = dates::read(changed, "lastmod", liberties).map(|when| when.at());
    }
    if channel.lang == Tag::unknown() {
        let said = feed.lang().or(Some(served)).and_then(language);
        channel.lang = said.unwrap_or_else(Tag::unknown);
    }
    about.provider = people::party(PartyRole::Provider, &channel.title, "", &channel.link);
    about
}

/// Takes a link of the feed; gives back what it has no place for.
fn link(channel: &mut Channel, child: Element<'_, '_>, scene: &Scene<'_, '_>) -> Option<(String, String)> {
    let href = attribute(&child, "href").map(ToOwned::to_owned).unwrap_or_else(|| child.words().into_owned());
    let href = scene.resolve(&child, &href)?;
    match attribute(&child, "rel").map(str::trim) {
        Some("self") => channel.address = Line::new(href),
        None | Some("alternate" | "") if channel.link.is_empty() => channel.link = Line::new(href),
        None | Some("alternate" | "") if *channel.link == *href => {}
        rel => return Some((rel.unwrap_or_default().to_owned(), href.to_string())),
    }
    None
}
