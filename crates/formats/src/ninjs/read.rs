//! ninjs -> items. Each member is taken out of its object as it is understood; what is left in the end is kept, so that
//! nothing can be dropped unsaid.

use super::names::identity;
use super::{FORM, told};
use crate::json::{self, At, Object, Value};
use crate::reading::{Liberties, MOST_ITEMS, NotAStory, Reading, Refused, Took};
use crate::{Format, times};
use lang::Languages;
use story::item::{Class, Concept, ConceptKind, PartyRole, Status, When};
use story::{Item, Line, Tag, Urgency};

/// Reads a file of ninjs: an object, or an array of them.
///
/// # Errors
/// [`Refused`]: what is no JSON at all, what is no ninjs, events and plans.
pub fn read(bytes: &[u8], _languages: &Languages) -> Result<Reading, Refused> {
    let mut liberties = Liberties::new();
    let text = json::decode(bytes, &mut liberties)?;
    let mut room = String::new();
    let value = json::parse_all(&text, &mut room, &mut liberties)?;
    json::name_repeated(&value, &At::TOP, &mut liberties);
    let no = |why: &str| Refused::NotThat { format: "ninjs", why: why.to_owned() };
    let (objects, listed) = match value {
        Value::Object(object) => super::answer::open(object, &mut liberties),
        Value::List(list) => {
            liberties.take(Took::Form, "", "a list of items");
            (list, true)
        }
        _ => return Err(no("it is no object")),
    };
    let mut reading = Reading { format: Format::Ninjs, version: String::new(), items: Vec::new(), liberties };
    let mut refused: Option<NotAStory> = None;
    for (i, value) in objects.into_iter().enumerate() {
        let top = At::TOP;
        let index = top.index(i);
        let at = if listed { &index } else { &top };
        let Value::Object(object) = value else {
            reading.liberties.take(Took::LeftOut, at.to_string(), value.raw());
            continue;
        };
        if object.members.is_empty() {
            reading.liberties.take(Took::Missing, at.name("uri").to_string(), "");
            continue;
        }
        if let Some(what) = told::not_a_story(&object) {
            reading.liberties.take(Took::LeftOut, at.to_string(), what.to_string());
            refused = refused.or(Some(what));
            continue;
        }
        if reading.items.len() >= MOST_ITEMS {
            reading.liberties.take(Took::TooMuch, at.to_string(), format!("more than {MOST_ITEMS} items"));
            break;
        }
        let told = told::tell(&object);
        let shape = told.generation.item();
        if !object.members.iter().any(|(name, _)| shape.member(name, u8::MAX).is_some() || name == "guid") {
            reading.liberties.take(Took::LeftOut, at.to_string(), "no member of ninjs");
            continue;
        }
        let number = told.generation.number();
        if told.said.is_none() {
            reading.liberties.take(
                Took::Assumed,
                at.name("standard").to_string(),
                format!("ninjs {number}.{}", told.minor),
            );
        } else if told.said.as_deref().is_some_and(|said| !said.starts_with(char::from(b'0' + number))) {
            reading.liberties.take(
                Took::Form,
                at.name("standard").to_string(),
                format!("its names are those of ninjs {number}"),
            );
        }
        if reading.items.is_empty() {
            reading.version = told.said.clone().unwrap_or_else(|| number.to_string());
        }
        json::check(&object, shape, told.minor, at, &mut reading.liberties);
        let item = Reader { liberties: &mut reading.liberties }.item(object, at, 0);
        reading.items.push(item);
    }
    match (reading.items.is_empty(), refused) {
        (false, _) => Ok(reading),
        (true, Some(what)) => Err(Refused::NotAStory(what)),
        (true, None) => Err(no("no member of it is one of ninjs")),
    }
}

/// Reads items; holds what was said of them.
pub(super) struct Reader<'l> {
    pub(super) liberties: &'l mut Liberties,
}

impl Reader<'_> {
    /// An item, at most [`DEEPEST`] within one another.
    pub(super) fn item(&mut self, mut o: Object<'_>, at: &At<'_>, depth: usize) -> Item {
        let mut item = Item { guid: identity(&line(&mut o, &["uri"])), ..Item::default() };
        if item.guid.is_empty() {
            item.guid = line(&mut o, &["guid"]);
        }
        self.standard(&mut o);
        self.class(&mut o, &mut item);
        item.version = line(&mut o, &["version"]);
        self.status(&mut o, &mut item);
        item.title = line(&mut o, &["title"]);
        item.slug = line(&mut o, &["slugline"]);
        item.lang = self.lang(&mut o, "language", at);
        item.times.first = self.time(&mut o, &["firstCreated"], at);
        item.times.this = self.time(&mut o, &["versionCreated"], at);
        item.times.content = self.time(&mut o, &["contentCreated"], at);
        item.times.embargo = self.time(&mut o, &["embargoedUntil", "embargoed"], at);
        item.times.expires = self.time(&mut o, &["expires"], at);
        let urgency = |value: &Value<'_>| Urgency::try_from(value.words()?.trim().parse::<u8>().ok()?).ok();
        item.urgency = o.get(&["urgency"]).and_then(urgency);
        if item.urgency.is_some() {
            o.take(&["urgency"]);
        }
        let some = |line: Line| (!line.is_empty()).then_some(line);
        item.rights.copyright = some(line(&mut o, &["copyrightNotice"]));
        item.rights.terms = some(line(&mut o, &["usageTerms"]));
        item.text.byline = some(line(&mut o, &["by", "byline"]));
        if let Some(note) = o.take_words(&["edNote"]) {
            item.advisories = note.lines().map(Line::new).filter(|line| !line.is_empty()).collect();
        }
        let located = line(&mut o, &["located"]);
        if !located.is_empty() {
            item.concepts.push(Concept::named(ConceptKind::Located, &located));
        }
        self.about(&mut o, &mut item, at);
        let holder = line(&mut o, &["copyrightHolder"]);
        if !holder.is_empty() {
            item.parties.push(story::item::Party::named(PartyRole::Holder, &holder));
        }
        self.alt_ids(&mut o, &mut item, at);
        self.renditions(&mut o, &mut item, at);
        self.words(&mut o, &mut item, at);
        self.associations(&mut o, &mut item, at, depth);
        for (name, value) in o.members {
            self.keep(&mut item, &name, &value, &at.name(&name));
        }
        item
    }

    /// What a story has no home for.
    pub(super) fn keep(&mut self, item: &mut Item, path: &str, value: &Value<'_>, at: &At<'_>) {
        let raw = value.raw();
        let took = if item.keep(FORM, path, raw.as_str()) { Took::Kept } else { Took::TooMuch };
        self.liberties.take(took, at.to_string(), raw);
    }

    /// What a file says of its standard is the reading's version; what it says beyond that is kept.
    fn standard(&mut self, o: &mut Object<'_>) {
        let usual = |standard: &Object<'_>| {
            let version = standard.get(&["version"]).and_then(Value::words).unwrap_or_default();
            let one = |(name, value): &(std::borrow::Cow<'_, str>, Value<'_>)| match (&**name, value) {
                ("name", Value::Words(words)) => words.eq_ignore_ascii_case("ninjs"),
                ("version", Value::Words(_)) => true,
                ("schema", Value::Words(words)) => {
                    words.contains("iptc.org/std/ninjs/ninjs-schema_") && words.contains(&*version)
                }
                _ => false,
            };
            !version.is_empty() && standard.members.iter().all(one)
        };
        let name = if o.get(&["standard"]).is_some() { "standard" } else { "$standard" };
        if o.get(&[name]).and_then(Value::as_object).is_some_and(usual) {
            o.take(&[name]);
        }
    }

    fn class(&mut self, o: &mut Object<'_>, item: &mut Item) {
        let named = |value: &Value<'_>| class(value.words()?.trim());
        if let Some(found) = o.get(&["type"]).and_then(named) {
            item.class = found;
            o.take(&["type"]);
        }
    }

    fn status(&mut self, o: &mut Object<'_>, item: &mut Item) {
        let status = o.get(&["pubStatus"]).and_then(Value::words).map(|words| words.trim().to_ascii_lowercase());
        let status = match status.as_deref() {
            Some("usable") => Some(Status::Usable),
            Some("withheld" | "withhold" | "held") => Some(Status::Withheld),
            // Who spells it otherwise, or says that it is gone, does not mean that it may be used.
            Some("canceled" | "cancelled" | "killed" | "deleted" | "recalled") => Some(Status::Canceled),
            _ => None,
        };
        if let Some(status) = status {
            item.status = status;
            o.take(&["pubStatus"]);
        }
    }

    pub(super) fn lang(&mut self, o: &mut Object<'_>, name: &str, at: &At<'_>) -> Option<Tag> {
        let tag = |words: &str| words.trim().replace('_', "-").parse::<Tag>().ok();
        let found = o.get(&[name]).and_then(Value::words).and_then(|words| Some((tag(&words)?, words.into_owned())));
        let (tag, words) = found?;
        if tag.as_str() != words {
            self.liberties.take(Took::Value, at.name(name).to_string(), &words);
        }
        o.take(&[name]);
        Some(tag)
    }

    /// A time; one that cannot be read stays where it is, and is kept.
    pub(super) fn time(&mut self, o: &mut Object<'_>, names: &[&str], at: &At<'_>) -> Option<When> {
        let name = names.iter().find(|name| o.get(&[name]).is_some())?;
        let Some(Value::Words(words)) = o.get(&[name]) else { return None };
        let when = match words.parse::<When>() {
            Ok(when) => when,
            Err(_) => times::read(words, &at.name(name).to_string(), self.liberties)?,
        };
        // The offset of a zone is not part of a moment: it is said, so that it is not gone without a word.
        o.take(&[name]);
        Some(when)
    }

    /// Every object of a member: in a list, or in an object by names (ninjs 1). What is none is kept.
    pub(super) fn each(
        &mut self,
        o: &mut Object<'_>,
        item: &mut Item,
        member: &str,
        at: &At<'_>,
        mut take: impl FnMut(&mut Self, &mut Item, Option<String>, Object<'_>, &At<'_>),
    ) {
        let Some((name, value)) = o.take(&[member]) else { return };
        let here = at.name(&name);
        match value {
            Value::List(list) => {
                for (i, value) in list.into_iter().enumerate() {
                    match value {
                        Value::Object(object) => take(self, item, None, object, &here.index(i)),
                        other => self.keep(item, member, &other, &here.index(i)),
                    }
                }
            }
            Value::Object(object) => {
                for (key, value) in object.members {
                    match value {
                        Value::Object(object) => take(self, item, Some(key.to_string()), object, &here.name(&key)),
                        other => self.keep(item, &format!("{member}/{key}"), &other, &here.name(&key)),
                    }
                }
            }
            other => self.keep(item, member, &other, &here),
        }
    }
}

/// A line of plain words, taken out.
pub(super) fn line(o: &mut Object<'_>, names: &[&str]) -> Line {
    o.take_words(names).map(Line::new).unwrap_or_default()
}

pub(super) fn class(word: &str) -> Option<Class> {
    Class::ALL.into_iter().find(|class| type_of(*class).eq_ignore_ascii_case(word))
}

/// The word of ninjs for a class.
pub(super) const fn type_of(class: Class) -> &'static str {
    match class {
        Class::Text => "text",
        Class::Picture => "picture",
        Class::Graphic => "graphic",
        Class::Audio => "audio",
        Class::Video => "video",
        Class::Package => "composite",
        Class::Component => "component",
    }
}
