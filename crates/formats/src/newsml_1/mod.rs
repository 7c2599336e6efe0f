//! NewsML 1.0 to 1.2 (IPTC), read only.
//!
//! A `NewsItem` becomes an item. Its tree of components is walked: those that hold the text, its headlines and its
//! abstract make the text, pictures and films become parts with their renditions, and where components differ in
//! their language alone the item is a package with a part for each. What has no home is kept as it was written.
//!
//! It is told by its root: `NewsML`, or a `NewsItem` that has an `Identification`.

mod about;
mod component;
mod content;
mod lines;
mod management;
#[cfg(test)]
mod tests;
mod topics;

use crate::Format;
use crate::nitf::{Seen, attribute, child, children, lang};
use crate::reading::{Liberties, MOST_ITEMS, NotAStory, Reading, Refused, Took};
use crate::times;
use crate::xml::{self, Element};
use lang::Languages;
use story::item::{Party, PartyRole};
use story::{Item, Line, Urgency};
use topics::Topics;

/// The family under which what has no home is kept.
pub(crate) const FORM: &str = "newsml-1";

/// Whether a root element is one of NewsML 1.
pub(crate) fn is(root: Element<'_, '_>) -> bool {
    let name = root.name();
    name.eq_ignore_ascii_case("NewsML") || name == "NewsItem" && child(root, "Identification").is_some()
}

/// What reading needs to know of the whole document.
struct Reader<'r, 'd, 'i> {
    topics: Topics<'d, 'i>,
    seen: Seen,
    liberties: &'r mut Liberties,
}

/// Reads a document of NewsML 1.
///
/// # Errors
/// [`Refused`]: empty, too large, no XML, entities of its own, too deep, another root, or no news in it.
pub fn read(bytes: &[u8], _languages: &Languages) -> Result<Reading, Refused> {
    let mut liberties = Liberties::new();
    let text = xml::decode(bytes, &mut liberties)?;
    let document = xml::parse(&text, &mut liberties)?;
    let root = document.root().filter(|root| is(*root)).ok_or_else(|| {
        let name = document.root().map(|root| root.name().to_owned()).unwrap_or_default();
        let why = format!("its root is <{}>", name.chars().take(60).collect::<String>());
        Refused::NotThat { format: "newsml-1", why }
    })?;
    let version = attribute(root, "Version").map(|version| version.to_string()).unwrap_or_default();
    if root.name() != "NewsML" {
        liberties.take(Took::Form, root.name(), "a NewsItem by itself");
    } else if version.is_empty() {
        liberties.take(Took::Missing, "NewsML@Version", "");
    } else if version != "1.2" {
        liberties.take(Took::Form, "NewsML@Version", &version);
    }
    let items = items(root, &mut liberties)?;
    Ok(Reading { format: Format::Newsml1, version, items, liberties })
}

fn items(root: Element<'_, '_>, liberties: &mut Liberties) -> Result<Vec<Item>, Refused> {
    let mut reader = Reader { topics: Topics::of(root), seen: Seen::default(), liberties };
    let mut envelope = Item::default();
    if let Some(element) = child(root, "NewsEnvelope") {
        reader.envelope(element, &mut envelope);
    }
    let own = (root.name() == "NewsItem").then_some(root);
    let all: Vec<Element<'_, '_>> = own.into_iter().chain(children(root, "NewsItem")).collect();
    let news = |item: &&Element<'_, '_>| {
        let named = |name| child(**item, name).is_some();
        named("NewsComponent") || named("Update") || !named("TopicSet")
    };
    let mut items: Vec<Item> = Vec::new();
    for element in all.iter().filter(news) {
        if items.len() >= MOST_ITEMS {
            reader.liberties.take(Took::TooMuch, "NewsItem", format!("{} items", all.len()));
            break;
        }
        items.push(reader.news_item(*element, &envelope, 0));
    }
    let Some(first) = items.first_mut() else {
        let topics = !all.is_empty() || child(root, "TopicSet").is_some();
        return Err(match topics {
            true => Refused::NotAStory(NotAStory::Knowledge),
            false if child(root, "Catalog").is_some() => Refused::NotAStory(NotAStory::Catalog),
            false => Refused::NotThat { format: "newsml-1", why: "there is no NewsItem in it".to_owned() },
        });
    };
    for element in &all {
        reader.seen.mark(*element);
    }
    if own.is_none() {
        reader.seen.keep_the_rest(root, FORM, first, reader.liberties);
    }
    Ok(items)
}

impl<'d, 'i> Reader<'_, 'd, 'i> {
    /// When it was sent, in which services, how urgent it is when nobody says it nearer.
    fn envelope(&mut self, envelope: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(envelope);
        for inner in envelope.children() {
            match inner.name() {
                "DateAndTime" => item.times.sent = self.when(inner),
                "NewsService" | "NewsProduct" => {
                    item.services.extend(attribute(inner, "FormalName"));
                    self.seen.mark(inner);
                }
                "Priority" => item.urgency = self.urgency(inner),
                "SentFrom" => self.parties(inner, PartyRole::Provider, item),
                _ => {}
            }
        }
    }

    /// The time that an element says.
    fn when(&mut self, element: Element<'d, 'i>) -> Option<story::item::When> {
        self.seen.mark(element);
        times::read(&element.words(), &element.path(), self.liberties)
    }

    fn urgency(&mut self, element: Element<'d, 'i>) -> Option<Urgency> {
        self.seen.mark(element);
        // Some write the number as words of the element.
        let words = attribute(element, "FormalName").unwrap_or_else(|| crate::nitf::line(element));
        if words.is_empty() {
            return None;
        }
        let found = words.parse::<u8>().ok().and_then(|n| Urgency::try_from(n).ok());
        if found.is_none() {
            self.liberties.take(Took::Value, element.path(), &*words);
        }
        found
    }

    /// The parties that an element names.
    fn parties(&mut self, element: Element<'d, 'i>, role: PartyRole, item: &mut Item) {
        self.seen.mark(element);
        for party in children(element, "Party") {
            self.seen.mark(party);
            let name = attribute(party, "FormalName").unwrap_or_default();
            let mut found = Party::named(role, &name);
            if let Some(scheme) = attribute(party, "Scheme").or_else(|| attribute(party, "Vocabulary")) {
                found.code = Line::new(format!("{scheme}:{name}"));
            }
            if let Some(topic) = attribute(party, "Topic") {
                match self.topics.named(&topic) {
                    Some((element, words)) => {
                        self.seen.mark_all(element);
                        found.name = if found.name.is_empty() { words } else { found.name };
                    }
                    None => found.literal = topic,
                }
            }
            if !found.is_empty() {
                crate::nitf::add(&mut item.parties, found, "Party", self.liberties);
            }
        }
    }

    /// The item that a `NewsItem` is.
    fn news_item(&mut self, element: Element<'d, 'i>, envelope: &Item, depth: usize) -> Item {
        let mut item = envelope.clone();
        item.lang = lang(element, self.liberties);
        for inner in element.children() {
            match inner.name() {
                "Identification" => self.identification(inner, &mut item),
                "NewsManagement" => self.management(inner, &mut item),
                "NewsComponent" => self.component(inner, &mut item, depth),
                "Comment" => self.comment(inner, &mut item),
                _ => {}
            }
        }
        if item.guid.is_empty() {
            self.liberties.take(Took::Missing, "NewsItem/Identification/NewsIdentifier", "");
        }
        item.lang = item.lang.take().or_else(|| child(element, "NewsComponent").and_then(|c| lang(c, self.liberties)));
        if item.text.headline.is_empty() && !item.headlines.is_empty() {
            // The only one there is, whatever language it says that it is in.
            self.liberties.take(Took::Assumed, "NewsLines/HeadLine", "");
            item.text.headline = item.headlines.remove(0).words;
        }
        self.seen.mark(element);
        self.seen.keep_the_rest(element, FORM, &mut item, self.liberties);
        self.seen.mark_all(element);
        crate::nitf::shorten(&mut item, self.liberties);
        item
    }

    /// What somebody says to editors.
    fn comment(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(element);
        let words = crate::nitf::line(element);
        match attribute(element, "FormalName") {
            Some(name) => item.advisories.push(Line::new(format!("{name}: {words}"))),
            None if words.is_empty() => {}
            None => item.advisories.push(words),
        }
    }
}
