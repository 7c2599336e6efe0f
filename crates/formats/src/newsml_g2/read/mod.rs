//! NewsML-G2 -> items.

mod concept;
mod content;
mod figure;
mod known;
mod link;
mod member;
mod nitf;
mod package;
mod party;
mod reader;
mod rest;
mod rights;
mod words;
mod xhtml;

use super::names::{NAR, is_item, no_story};
use crate::format::Format;
use crate::reading::{Liberties, MOST_ITEMS, NotAStory, Reading, Refused, Took};
use crate::xml::{self, Element};
use lang::Languages;
use reader::Reader;
pub(super) use rest::canonical;
use story::Item;
use story::item::When;

/// Reads a `newsItem`, a `packageItem` or a `newsMessage` of any version; whatever liberty was taken is listed.
///
/// # Errors
/// [`Refused::NotAStory`] for concepts, vocabularies, plans, events and catalogs; [`Refused::NotThat`] when the root
/// is none of NewsML-G2; and what is refused of any XML.
pub fn read(bytes: &[u8], _languages: &Languages) -> Result<Reading, Refused> {
    let mut liberties = Liberties::new();
    let input = xml::decode(bytes, &mut liberties)?;
    let document = xml::parse(&input, &mut liberties)?;
    let not_that = |why: String| Refused::NotThat { format: Format::NewsmlG2.as_str(), why };
    let root = document.root().ok_or_else(|| not_that("there is no element in it".into()))?;
    let name = root.name();
    if root.space() != NAR && super::is(name) {
        liberties.take(Took::Namespace, name, root.space());
    }
    let mut items = Vec::new();
    let mut version = String::new();
    let mut refused = no_story(name);
    if matches!(name, "newsItem" | "packageItem") {
        refused = item(root, &Message::default(), &mut version, &mut items, &mut liberties);
    } else if name == "newsMessage" {
        let message = Message::of(root, &mut liberties);
        let sets = root.children_named("itemSet").flat_map(|set| set.children());
        for element in sets.chain(root.children().filter(|child| is_item(child.name()))) {
            if items.len() >= MOST_ITEMS {
                liberties.take(Took::TooMuch, "itemSet", format!("more than {MOST_ITEMS} items"));
                break;
            }
            if let Some(what) = item(element, &message, &mut version, &mut items, &mut liberties) {
                liberties.take(Took::LeftOut, element.path(), what.to_string());
                refused = refused.or(Some(what));
            }
        }
        keep_header(root, &mut items, &mut liberties);
    } else if refused.is_none() {
        return Err(not_that(format!("its root is <{}>", name.chars().take(40).collect::<String>())));
    }
    match (items.is_empty(), refused) {
        (false, _) => Ok(Reading { format: Format::NewsmlG2, version, items, liberties }),
        (true, Some(what)) => Err(Refused::NotAStory(what)),
        (true, None) => Err(not_that("there is no item in it".into())),
    }
}

/// What a message says of all its items.
#[derive(Debug, Default)]
struct Message {
    sent: Option<When>,
}

impl Message {
    fn of(root: Element<'_, '_>, liberties: &mut Liberties) -> Self {
        let Some(header) = root.child("header") else {
            liberties.take(Took::Missing, "header", "");
            return Self::default();
        };
        let sent = header.child("sent").and_then(|sent| crate::times::read(&sent.words(), &sent.path(), liberties));
        Self { sent }
    }
}

/// The header of a message has more to say than when it was sent: it is kept with the first item.
fn keep_header(root: Element<'_, '_>, items: &mut [Item], liberties: &mut Liberties) {
    let Some(header) = root.child("header") else { return };
    if let Some(first) = items.first_mut().filter(|_| header.children().any(|child| child.name() != "sent")) {
        rest::keep(first, header, liberties);
    }
}

/// Reads one item, unless it is no story: then it says what it is.
fn item(
    element: Element<'_, '_>,
    message: &Message,
    version: &mut String,
    items: &mut Vec<Item>,
    liberties: &mut Liberties,
) -> Option<NotAStory> {
    if let Some(what) = no_story(element.name()) {
        return Some(what);
    }
    if !is_item(element.name()) {
        liberties.take(Took::Unknown, element.path(), "");
        return None;
    }
    let events = element.children_named("contentSet").flat_map(|set| set.children()).flat_map(|data| data.children());
    if events.map(|content| content.name()).any(|name| no_story(name) == Some(NotAStory::Event)) {
        return Some(NotAStory::Event);
    }
    if version.is_empty() {
        *version = element.attribute("standardversion").unwrap_or_default().trim().to_owned();
    }
    let mut reader = Reader::new(element, liberties);
    reader.item.times.sent = message.sent;
    reader.whole(element);
    items.push(reader.finish());
    None
}
