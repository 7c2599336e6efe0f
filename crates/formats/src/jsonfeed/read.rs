//! JSON Feed -> items.

use super::write::OWN;
use super::{FORM, shapes};
use crate::json::{self, At, Object, Value};
use crate::reading::{Liberties, MOST_ITEMS, Reading, Refused, Took};
use crate::{Format, body, html, times};
use lang::Languages;
use story::item::{AltId, Bond, Class, Part, Party, PartyRole, Reference, Rendition, Status, When};
use story::{Inline, Item, Kind, Line, Tag};

/// Reads a feed: each entry is an item, in order.
///
/// # Errors
/// [`Refused`]: what is no JSON at all, or has no list of items.
pub fn read(bytes: &[u8], _languages: &Languages) -> Result<Reading, Refused> {
    let mut liberties = Liberties::new();
    let text = json::decode(bytes, &mut liberties)?;
    let mut room = String::new();
    let value = json::parse(&text, &mut room, &mut liberties)?;
    json::name_repeated(&value, &At::TOP, &mut liberties);
    let no = |why: &str| Refused::NotThat { format: "JSON Feed", why: why.to_owned() };
    let Value::Object(mut feed) = value else { return Err(no("it is no object")) };
    let address = feed.get(&["version"]).and_then(Value::words).unwrap_or_default().into_owned();
    let version = address.split("/version/").nth(1).unwrap_or_default().trim_end_matches('/').to_owned();
    let minor = u8::from(version != "1");
    json::check(&feed, &shapes::FEED, minor, &At::TOP, &mut liberties);
    let entries = match feed.take(&["items"]).map(|(_, value)| value) {
        Some(Value::List(list)) => list,
        Some(_) => return Err(no("its items are no list")),
        None => return Err(no("it has no items")),
    };
    let mut reader = Reader { liberties: &mut liberties };
    let common = reader.common(&mut feed);
    let mut items = Vec::with_capacity(entries.len().min(MOST_ITEMS));
    let top = At::TOP;
    let at = top.name("items");
    for (i, entry) in entries.into_iter().enumerate() {
        let at = at.index(i);
        if items.len() >= MOST_ITEMS {
            reader.liberties.take(Took::TooMuch, at.to_string(), format!("more than {MOST_ITEMS} items"));
            break;
        }
        match entry {
            Value::Object(entry) => {
                json::check(&entry, &shapes::ITEM, minor, &at, reader.liberties);
                items.push(reader.item(entry, &at, &common));
            }
            other => reader.liberties.take(Took::LeftOut, at.to_string(), other.raw()),
        }
    }
    if items.is_empty() {
        return Err(Refused::Empty);
    }
    Ok(Reading { format: Format::Jsonfeed, version, items, liberties })
}

/// What the feed says for every item that does not say it for itself.
struct Common {
    lang: Option<Tag>,
    authors: Vec<Party>,
}

struct Reader<'l> {
    liberties: &'l mut Liberties,
}

impl Reader<'_> {
    /// Takes what holds for the items; what is said of the feed itself belongs to none of them, and is named.
    fn common(&mut self, feed: &mut Object<'_>) -> Common {
        let top = At::TOP;
        let mut whole = Item::default();
        let lang = self.lang(feed, &top);
        self.authors(feed, &mut whole, &top);
        feed.take(&["version"]);
        for (name, value) in std::mem::take(&mut feed.members) {
            let words = value.words().map_or_else(|| value.raw(), std::borrow::Cow::into_owned);
            self.liberties.take(Took::LeftOut, top.name(&name).to_string(), words);
        }
        Common { lang, authors: whole.parties }
    }

    fn item(&mut self, mut o: Object<'_>, at: &At<'_>, common: &Common) -> Item {
        let mut item = Item { guid: line(&mut o, "id"), ..Item::default() };
        let url = line(&mut o, "url");
        if item.guid.is_empty() && !url.is_empty() {
            self.liberties.take(Took::Assumed, at.name("id").to_string(), &*url);
            item.guid = url.clone();
        }
        if !url.is_empty() {
            item.references.push(Reference { bond: Bond::Page, href: url, ..Reference::default() });
        }
        let elsewhere = line(&mut o, "external_url");
        if !elsewhere.is_empty() {
            item.references.push(Reference { bond: Bond::SeeAlso, href: elsewhere, ..Reference::default() });
        }
        item.lang = self.lang(&mut o, at).or_else(|| common.lang.clone());
        item.text.headline = o.take_words(&["title"]).map(Inline::plain_text).unwrap_or_default();
        item.text.deck = o.take_words(&["summary"]).map(Inline::plain_text).filter(|deck| !deck.is_empty());
        item.times.first = self.time(&mut o, "date_published", at);
        item.times.this = self.time(&mut o, "date_modified", at);
        self.authors(&mut o, &mut item, at);
        if item.parties.is_empty() {
            item.parties.clone_from(&common.authors);
        }
        if let Some(Value::List(tags)) = o.get(&["tags"])
            && tags.iter().all(|tag| tag.words().is_some())
        {
            let words = tags.iter().filter_map(Value::words).map(Line::new);
            item.keywords = words.filter(|word| !word.is_empty()).collect();
            o.take(&["tags"]);
        }
        self.body(&mut o, &mut item, at);
        self.own(&mut o, &mut item);
        self.pictures(&mut o, &mut item);
        self.attachments(&mut o, &mut item, at);
        for (name, value) in o.members {
            self.keep(&mut item, &name, &value, &at.name(&name));
        }
        item
    }

    fn keep(&mut self, item: &mut Item, path: &str, value: &Value<'_>, at: &At<'_>) {
        let raw = value.raw();
        let took = if item.keep(FORM, path, raw.as_str()) { Took::Kept } else { Took::TooMuch };
        self.liberties.take(took, at.to_string(), raw);
    }

    fn lang(&mut self, o: &mut Object<'_>, at: &At<'_>) -> Option<Tag> {
        let words = o.get(&["language"])?.words()?.into_owned();
        let tag = words.trim().replace('_', "-").parse::<Tag>().ok()?;
        if tag.as_str() != words {
            self.liberties.take(Took::Value, at.name("language").to_string(), &words);
        }
        o.take(&["language"]);
        Some(tag)
    }

    fn time(&mut self, o: &mut Object<'_>, name: &str, at: &At<'_>) -> Option<When> {
        let Some(Value::Words(words)) = o.get(&[name]) else { return None };
        let when = times::read(words, &at.name(name).to_string(), self.liberties)?;
        o.take(&[name]);
        Some(when)
    }

    /// `authors`, and the one `author` of version 1, which newer feeds repeat.
    fn authors(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        let single = o.take(&["author"]);
        if let Some((name, value)) = o.take(&["authors"]) {
            let here = at.name(&name);
            let list = match value {
                Value::List(list) => list,
                other => vec![other],
            };
            for (i, value) in list.into_iter().enumerate() {
                self.author(value, item, &here.index(i));
            }
        }
        if let Some((name, value)) = single {
            let before = item.parties.len();
            self.author(value, item, &at.name(&name));
            let again = item.parties.len() > before
                && item
                    .parties
                    .last()
                    .is_some_and(|last| item.parties.iter().take(before).any(|known| known.name == last.name));
            if again {
                item.parties.pop();
            }
        }
    }

    fn author(&mut self, value: Value<'_>, item: &mut Item, at: &At<'_>) {
        let mut o = match value {
            Value::Object(object) => object,
            Value::Words(words) => Object { members: vec![("name".into(), Value::Words(words))] },
            other => return self.keep(item, "authors", &other, at),
        };
        let mut party = Party::named(PartyRole::Creator, line(&mut o, "name"));
        for kind in ["url", "avatar"] {
            let value = line(&mut o, kind);
            if !value.is_empty() {
                let role = if kind == "url" { "web" } else { kind };
                party.reach.push(AltId { role: role.into(), value });
            }
        }
        for (name, value) in o.members {
            self.keep(item, &format!("authors/{name}"), &value, &at.name(&name));
        }
        if !party.is_empty() || !party.reach.is_empty() {
            item.parties.push(party);
        }
    }

    /// The words: with marks where there are such; plain ones beside them are kept as another body when they differ.
    fn body(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        let marked = o.take_words(&["content_html"]);
        let plain = o.take_words(&["content_text"]);
        if marked.is_none() && plain.is_none() {
            self.liberties.take(Took::Missing, at.to_string(), "content_html or content_text");
        }
        if let Some(marked) = &marked {
            let (text, beside) = html::read_both(marked);
            let at = at.name("content_html").to_string();
            for element in beside.passed_over.iter().filter(|name| !matches!(&***name, "title" | "style")) {
                self.liberties.take(Took::LeftOut, at.as_str(), format!("<{element}>"));
            }
            body::take_pictures(item, beside.pictures);
            body::absorb(item, text);
        }
        if let Some(plain) = plain {
            if marked.is_none() {
                item.text.body = body::paragraphs(&plain);
            } else {
                item.bodies.push(story::item::Body {
                    mime: "text/plain".into(),
                    raw: plain.into_owned(),
                    ..Default::default()
                });
            }
        }
        if item.text.fits().is_err() {
            item.text = body::shortened(std::mem::take(&mut item.text));
            self.liberties.take(Took::TooMuch, at.to_string(), "the body was cut");
        }
    }

    /// What was written here beyond the standard. The notice stands at the head of the text as well, for people.
    fn own(&mut self, o: &mut Object<'_>, item: &mut Item) {
        let Some(Value::Object(own)) = o.get(&[OWN]) else { return };
        let said = |name: &str| own.get(&[name]).and_then(Value::words).map(Line::new).unwrap_or_default();
        let known = ["version", "status", "act", "notice"];
        let status = match &*said("status") {
            "" => Status::Usable,
            "withheld" => Status::Withheld,
            "canceled" => Status::Canceled,
            _ => return,
        };
        let act = said("act");
        // Somebody else's member of that name is kept as it is.
        if !own.members.iter().all(|(name, _)| known.contains(&&**name))
            || !act.is_empty() && act.parse::<Kind>().is_err()
        {
            return;
        }
        (item.version, item.status, item.notice) = (said("version"), status, said("notice"));
        item.act = act.parse().ok();
        if item.text.body.first().is_some_and(|first| !item.notice.is_empty() && *first.plain() == *item.notice) {
            item.text.body.remove(0);
        }
        o.take(&[OWN]);
    }

    fn pictures(&mut self, o: &mut Object<'_>, item: &mut Item) {
        for name in ["image", "banner_image"] {
            let href = line(o, name);
            if href.is_empty() {
                continue;
            }
            let rendition = Rendition { href: href.clone(), ..Rendition::default() };
            let picture = Item { class: Class::Picture, guid: href, renditions: vec![rendition], ..Item::default() };
            item.parts.push(Part { name: name.into(), rel: Line::default(), item: picture });
        }
    }

    fn attachments(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        let Some((name, value)) = o.take(&["attachments"]) else { return };
        let here = at.name(&name);
        let Value::List(list) = value else { return self.keep(item, "attachments", &value, &here) };
        for (i, value) in list.into_iter().enumerate() {
            let at = here.index(i);
            let Value::Object(mut o) = value else {
                self.keep(item, "attachments", &value, &at);
                continue;
            };
            let mut reference = Reference { bond: Bond::Enclosure, href: line(&mut o, "url"), ..Reference::default() };
            reference.mime = line(&mut o, "mime_type");
            reference.title = line(&mut o, "title");
            let bytes = o.get(&["size_in_bytes"]).and_then(Value::words).and_then(|n| n.parse::<u64>().ok());
            if bytes.is_some() {
                o.take(&["size_in_bytes"]);
                reference.bytes = bytes;
            }
            if !o.members.is_empty() {
                let href = ("url".into(), Value::Words(reference.href.to_string().into()));
                o.members.insert(0, href);
                self.keep(item, "attachments", &Value::Object(o), &at);
            }
            item.references.push(reference);
        }
    }
}

/// A line of plain words, taken out.
fn line(o: &mut Object<'_>, name: &str) -> Line {
    o.take_words(&[name]).map(Line::new).unwrap_or_default()
}
