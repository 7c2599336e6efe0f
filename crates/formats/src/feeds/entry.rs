//! One entry of a feed -> an item.
//!
//! All formats are read by one table of names: real feeds mix them. What stands directly in the entry is looked at,
//! nothing deeper, so that the title of a picture is never that of the story.

mod finish;
mod meta;

pub(super) use meta::{SIGNALS, rel};

use super::construct::Construct;
use super::names::{Space, attribute, told};
use super::scene::{Scene, language};
use super::{dates, kept, media, people};
use crate::reading::{Liberties, Took};
use crate::xml::Element;
use story::item::{Bond, Item, Party, PartyRole, Reference, When};
use story::{Line, Tag};

/// How much a name outranks another for the same thing: the format's own before the modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Media,
    Module,
    Own,
}

/// A text of an entry, by where it came from.
struct Piece<'d, 'i> {
    rank: Rank,
    name: String,
    construct: Construct<'d, 'i>,
}

/// An entry while it is read.
pub(super) struct Entry<'d, 'i, 's> {
    scene: &'s Scene<'d, 'i>,
    element: Element<'d, 'i>,
    at: String,
    item: Item,
    title: Option<(Rank, Construct<'d, 'i>)>,
    summaries: Vec<Piece<'d, 'i>>,
    contents: Vec<Piece<'d, 'i>>,
    authors: Vec<(Rank, Party)>,
    guid: Option<(Rank, String)>,
    /// The guid says that it is an address.
    permalink: bool,
    links: Vec<Reference>,
    lang: Option<Tag>,
    /// It was copied from another feed, which Atom says in whole: this feed says nothing of it.
    is_copied: bool,
}

/// Reads an entry. `n` is its place, from 1.
pub(super) fn read(
    element: Element<'_, '_>,
    scene: &Scene<'_, '_>,
    channel: &super::channel::About,
    n: usize,
    liberties: &mut Liberties,
) -> Item {
    let mut entry = Entry {
        scene,
        element,
        at: format!("{}[{n}]", element.name()),
        item: Item::default(),
        title: None,
        summaries: Vec::new(),
        contents: Vec::new(),
        authors: Vec::new(),
        guid: None,
        permalink: false,
        links: Vec::new(),
        lang: None,
        is_copied: false,
    };
    entry.attributes();
    for child in element.children() {
        entry.child(child, liberties);
    }
    entry.finish(channel, liberties)
}

impl<'d, 'i> Entry<'d, 'i, '_> {
    fn at(&self, name: &str) -> String {
        format!("{}/{name}", self.at)
    }

    /// What CDF and RDF say in the tag of the entry itself.
    fn attributes(&mut self) {
        if let Some(about) = attribute(&self.element, "about").filter(|about| !about.trim().is_empty()) {
            self.guid = Some((Rank::Media, about.trim().to_owned()));
        }
        if let Some(href) = attribute(&self.element, "href") {
            self.link(&self.element.clone(), href, "alternate");
        }
        if let Some(changed) = attribute(&self.element, "lastmod") {
            self.item.times.this = dates::read(changed, &self.at("lastmod"), &mut Liberties::new());
        }
    }

    fn child(&mut self, child: Element<'d, 'i>, liberties: &mut Liberties) {
        use Space::{Content, Core, Dc, Deleted, Itunes, Licence, Media, Nar, Rdf, Terms, Wfw, Xhtml};
        let (space, name) = told(&child, self.scene.root_space());
        match (space, name.as_str()) {
            (Core | Dc | Media | Itunes, "title") => self.title(rank(space), child, liberties),
            (Core, "link") => self.link_element(child, liberties),
            (Core, "guid" | "id") | (Dc, "identifier") => self.guid(rank(space), child),
            (Core, "description" | "summary" | "abstract") | (Dc | Media, "description") | (Itunes, "summary") => {
                self.piece(rank(space), name, child, false);
            }
            (Content, "encoded") | (Core | Xhtml, "body") | (Core, "content" | "fullitem") => {
                if attribute(&child, "src").is_some() && self.scene.atom {
                    self.elsewhere(child);
                }
                self.piece(rank(space), name, child, true);
            }
            (Core, "pubdate" | "published" | "issued") | (Terms, "issued") => {
                self.time(&name, child, liberties, |item, when| item.times.first = Some(when));
            }
            (Core, "updated" | "modified" | "lastmod" | "lastbuilddate") | (Dc, "date") | (Terms, "modified") => {
                self.time(&name, child, liberties, |item, when| item.times.this = Some(when));
            }
            (Core | Terms, "created") => {
                self.time(&name, child, liberties, |item, when| item.times.content = Some(when));
            }
            (Core, "expirationdate") => {
                self.time(&name, child, liberties, |item, when| item.times.expires = Some(when));
            }
            (Terms, "valid") => self.valid(child, liberties),
            (Core | Dc | Itunes, "author") | (Dc, "creator") | (Core, "managingeditor") => {
                self.person(rank(space), PartyRole::Creator, child);
            }
            (Core | Dc, "contributor") => self.person(Rank::Own, PartyRole::Contributor, child),
            (Dc | Core, "publisher") | (Core, "webmaster") | (Itunes, "owner") => {
                self.person(Rank::Own, PartyRole::Publisher, child);
            }
            (Core, "copyright" | "rights") | (Dc | Terms, "rights") | (Media, "copyright") => self.rights(child),
            (Core | Licence, "license") | (Media, "license") => self.licence(child),
            (Core | Media | Itunes, "category") => self.category(child),
            (Dc, "subject") => self.words_to_find(&child.line(), None),
            (Core, "tags" | "keywords") | (Itunes | Media, "keywords") => {
                self.words_to_find(&child.line(), Some(&[',', ';']));
            }
            (Core | Dc, "language") => self.lang = language(&child.words()).or(self.lang.take()),
            (Core, "source") => self.source(child, liberties),
            (Core, "comments") | (Wfw, "comment" | "commentrss") => self.comments(space, &name, child),
            (Core, "enclosure") => {
                let href = ["url", "href"].iter().find_map(|name| attribute(&child, name)).unwrap_or_default();
                let part = media::enclosure(&child, href, self.scene);
                self.item.parts.extend(part);
            }
            (Media, "content" | "group" | "thumbnail" | "player") | (Itunes | Core, "image") => {
                self.group(child, liberties);
            }
            (Media, "credit") => self.credit(child),
            (Nar, _) => self.nar(&name, child, liberties),
            (Deleted | Rdf, _) => self.keep(&name, child, liberties),
            _ => self.keep(&name, child, liberties),
        }
    }

    fn title(&mut self, rank: Rank, child: Element<'d, 'i>, liberties: &mut Liberties) {
        let construct = Construct::of(child, self.scene.atom);
        if construct.is_empty() {
            return;
        }
        match &self.title {
            Some((known, _)) if *known == rank => liberties.take(Took::Repeated, self.at("title"), child.line()),
            Some((known, _)) if *known > rank => {}
            _ => self.title = Some((rank, construct)),
        }
    }

    fn piece(&mut self, rank: Rank, name: String, child: Element<'d, 'i>, content: bool) {
        let construct = Construct::of(child, self.scene.atom && child.space() == self.scene.root_space());
        // An empty content is kept for what it says: what else there is, is a summary.
        if construct.is_empty() && !content {
            return;
        }
        let list = if content { &mut self.contents } else { &mut self.summaries };
        list.push(Piece { rank, name, construct });
    }

    fn time(&mut self, name: &str, child: Element<'_, '_>, liberties: &mut Liberties, put: impl Fn(&mut Item, When)) {
        let words = child.words();
        let mut quiet = Liberties::new();
        // The form that RSS asks for is no liberty there.
        let is_mail = !self.scene.atom && jiff::fmt::rfc2822::parse(words.trim()).is_ok();
        let when = dates::read(&words, &self.at(name), if is_mail { &mut quiet } else { liberties });
        if let Some(when) = when {
            put(&mut self.item, when);
        }
    }

    fn guid(&mut self, rank: Rank, child: Element<'_, '_>) {
        let words = child.line();
        if words.is_empty() || self.guid.as_ref().is_some_and(|(known, _)| *known >= rank) {
            return;
        }
        let said = attribute(&child, "isPermaLink").map(str::trim);
        let is_guid = child.name().eq_ignore_ascii_case("guid");
        self.permalink = is_guid && !said.is_some_and(|said| said.eq_ignore_ascii_case("false"));
        // An address that is relative names nothing; any other identity is kept to the letter.
        let relative = self.permalink || !is_guid;
        let whole = if relative { self.scene.resolve(&child, &words) } else { None };
        if let Some(version) = child.attribute_in(super::names::NAR, "version") {
            self.item.version = Line::new(version);
        }
        self.guid = Some((rank, whole.unwrap_or_else(|| words.to_string())));
    }

    /// A link of Atom, which names what it is for, or of RSS, which is the page.
    fn link_element(&mut self, child: Element<'_, '_>, liberties: &mut Liberties) {
        let href = attribute(&child, "href").map(ToOwned::to_owned).unwrap_or_else(|| child.words().into_owned());
        let rel = attribute(&child, "rel").unwrap_or("alternate").trim().to_owned();
        if !href.trim().is_empty() && !self.link(&child, &href, &rel) {
            liberties.take(Took::Value, self.at("link"), href);
        }
    }

    fn link(&mut self, element: &Element<'_, '_>, href: &str, rel: &str) -> bool {
        let Some(whole) = self.scene.resolve(element, href) else { return href.trim().is_empty() };
        let rel = rel.trim_start_matches("http://www.iana.org/assignments/relation/");
        if rel.eq_ignore_ascii_case("enclosure") {
            let part = media::enclosure(element, href, self.scene);
            self.item.parts.extend(part);
            return true;
        }
        if rel.eq_ignore_ascii_case("license") {
            self.item.rights.terms.get_or_insert_with(|| Line::new(&whole));
            return true;
        }
        let nar = |name| element.attribute_in(super::names::NAR, name).map(Line::new).unwrap_or_default();
        let is_address = whole.split_once("://").is_some() || !whole.contains(':');
        let bond = meta::bond(rel);
        self.links.push(Reference {
            bond,
            rel: Line::new(if meta::rel(bond) == rel { "" } else { rel }),
            guid: match nar("guid") {
                guid if guid.is_empty() && !is_address => Line::new(&whole),
                guid => guid,
            },
            version: nar("version"),
            href: if is_address { Line::new(whole) } else { Line::default() },
            title: Line::new(attribute(element, "title").unwrap_or_default()),
            mime: Line::new(attribute(element, "type").unwrap_or_default()),
            lang: attribute(element, "hreflang").and_then(language),
            bytes: attribute(element, "length").and_then(|n| n.trim().parse().ok()),
            class: None,
        });
        true
    }

    /// Content that Atom says is to be had elsewhere.
    fn elsewhere(&mut self, child: Element<'_, '_>) {
        let src = attribute(&child, "src").unwrap_or_default();
        if let Some(mut part) = media::enclosure(&child, src, self.scene) {
            part.rel = Line::new("content");
            self.item.parts.push(part);
        }
    }

    fn comments(&mut self, space: Space, name: &str, child: Element<'_, '_>) {
        let Some(href) = self.scene.resolve(&child, &child.words()) else { return };
        let rel = if space == Space::Core { String::new() } else { format!("wfw:{name}") };
        let mime = if name == "commentrss" { Line::new("application/rss+xml") } else { Line::default() };
        let reference = Reference {
            bond: Bond::Comments,
            rel: Line::new(rel),
            href: Line::new(href),
            mime,
            ..Reference::default()
        };
        self.links.push(reference);
    }

    fn person(&mut self, rank: Rank, role: PartyRole, child: Element<'_, '_>) {
        let party = person(role, child, self.scene);
        let Some(party) = party else { return };
        match role {
            PartyRole::Creator => self.authors.push((rank, party)),
            _ => self.item.parties.push(party),
        }
    }

    fn keep(&mut self, name: &str, child: Element<'_, '_>, liberties: &mut Liberties) {
        let is_kept = kept::whole(&child).is_some_and(|raw| self.item.keep(self.scene.form, name, raw));
        liberties.take(if is_kept { Took::Kept } else { Took::LeftOut }, self.at(name), "");
    }
}

/// Somebody: by parts (Atom, podcasts) or in one line.
pub(super) fn person(role: PartyRole, element: Element<'_, '_>, scene: &Scene<'_, '_>) -> Option<Party> {
    let part = |names: &[&str]| {
        let child = element.children().find(|child| names.iter().any(|name| child.name().eq_ignore_ascii_case(name)));
        child.map(|child| (child, child.line()))
    };
    let name = part(&["name"]).map(|(_, line)| line).unwrap_or_default();
    let email = part(&["email"]).map(|(_, line)| line).unwrap_or_default();
    let web = part(&["uri", "url", "homepage"]).and_then(|(child, line)| scene.resolve(&child, &line));
    if element.children().next().is_none() {
        return people::line(role, &element.words());
    }
    people::party(role, &name, &email, &web.unwrap_or_default())
}

fn rank(space: Space) -> Rank {
    match space {
        Space::Core | Space::Content | Space::Xhtml => Rank::Own,
        Space::Media => Rank::Media,
        _ => Rank::Module,
    }
}
