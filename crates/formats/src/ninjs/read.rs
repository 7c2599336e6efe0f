//! ninjs -> items. Each member is taken out of its object as it is understood; what is left in the end is kept, so that
//! nothing can be dropped unsaid.

use super::{FORM, told};
use crate::json::{self, At, Object, Value};
use crate::reading::{Liberties, MOST_ITEMS, NotAStory, Reading, Refused, Took};
use crate::{Format, times};
use lang::Languages;
use story::item::{
    AltId, Bond, Class, Concept, ConceptKind, DEEPEST, Part, PartyRole, Reference, Rendition, Status, When,
};
use story::{Item, Kind, Line, Tag, Urgency};

/// Reads a file of ninjs: an object, or an array of them.
///
/// # Errors
/// [`Refused`]: what is no JSON at all, what is no ninjs, events and plans.
pub fn read(bytes: &[u8], _languages: &Languages) -> Result<Reading, Refused> {
    let mut liberties = Liberties::new();
    let text = json::decode(bytes, &mut liberties)?;
    let mut room = String::new();
    let value = json::parse(&text, &mut room, &mut liberties)?;
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

    /// Other names; among them those in which this program says what ninjs has no member for.
    fn alt_ids(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        let Some((name, value)) = o.take(&["altIds"]) else { return };
        let here = at.name(&name);
        let pairs: Vec<(String, Value<'_>)> = match value {
            Value::Object(object) => {
                object.members.into_iter().map(|(role, value)| (role.into_owned(), value)).collect()
            }
            Value::List(list) => list
                .into_iter()
                .map(|value| match value {
                    Value::Object(mut pair) if pair.get(&["value"]).is_some() && pair.members.len() <= 2 => {
                        let role = pair.take_words(&["role"]).map(std::borrow::Cow::into_owned);
                        let value = pair.take(&["value"]).map_or(Value::Null, |(_, value)| value);
                        (role.unwrap_or_default(), value)
                    }
                    other => (String::new(), other),
                })
                .collect(),
            other => vec![(String::new(), other)],
        };
        for (i, (role, value)) in pairs.into_iter().enumerate() {
            let values = match value {
                Value::List(list) => list,
                other => vec![other],
            };
            for value in values {
                match value.words() {
                    Some(words) => alt_id(item, &role, &words),
                    None => self.keep(item, &format!("altIds/{role}"), &value, &here.index(i)),
                }
            }
        }
    }

    fn renditions(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        self.each(o, item, "renditions", at, |reader, item, name, o, at| {
            let rendition = reader.rendition(item, name, o, at);
            item.renditions.push(rendition);
        });
    }

    /// One form of a picture, a sound, a film. What has no field of its own is kept beside, by its name.
    pub(super) fn rendition(
        &mut self,
        item: &mut Item,
        key: Option<String>,
        mut o: Object<'_>,
        at: &At<'_>,
    ) -> Rendition {
        let number = |o: &mut Object<'_>, name: &str| {
            let number = o.get(&[name])?.words()?.trim().parse::<f64>().ok()?;
            let whole = number.fract() == 0.0 && (0.0..9e15).contains(&number);
            whole.then(|| o.take(&[name])).flatten()?;
            Some(number as u64)
        };
        let small = |n: Option<u64>| n.and_then(|n| u32::try_from(n).ok());
        let name = line(&mut o, &["name"]);
        let duration = o.get(&["duration"]).and_then(Value::words).and_then(|w| w.trim().parse::<f64>().ok());
        let milliseconds = duration.map(|seconds| (seconds * 1000.0).round()).filter(|ms| (0.0..9e15).contains(ms));
        if milliseconds.is_some_and(|ms| duration == Some(ms / 1000.0)) {
            o.take(&["duration"]);
        }
        let mut rendition = Rendition {
            name: if name.is_empty() { Line::new(key.unwrap_or_default()) } else { name },
            href: line(&mut o, &["href"]),
            mime: line(&mut o, &["contentType", "mimetype"]),
            title: line(&mut o, &["title"]),
            bytes: number(&mut o, "sizeInBytes"),
            width: small(number(&mut o, "width")),
            height: small(number(&mut o, "height")),
            milliseconds: milliseconds.map(|ms| ms as u64),
            ..Rendition::default()
        };
        for (name, value) in o.members {
            match value.words() {
                Some(words) if Line::new(&*words).len() == words.len() => {
                    rendition.also.push((Line::new(&*name), Line::new(&*words)));
                }
                _ if matches!(value, Value::Object(_)) && value.raw().len() < 2_000 => {
                    rendition.also.push((Line::new(&*name), Line::new(value.raw())));
                }
                _ => self.keep(item, &format!("renditions/{name}"), &value, &at.name(&name)),
            }
        }
        rendition
    }

    fn associations(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>, depth: usize) {
        self.each(o, item, "associations", at, |reader, item, key, mut o, at| {
            let (name, rel) = (line(&mut o, &["name"]), line(&mut o, &["rel"]));
            let name = key.map_or(name, |key| {
                Line::new(key.strip_prefix('_').filter(|n| n.parse::<u32>().is_ok()).map_or(&*key, |_| ""))
            });
            if let Some(reference) = reader.reference(item, &name, &rel, &mut o, at) {
                item.references.push(reference);
            } else if told::not_a_story(&o).is_some() || depth + 1 >= DEEPEST {
                o.members.push(("name".into(), Value::Words(name.to_string().into())));
                reader.keep(item, "associations", &Value::Object(o), at);
            } else {
                let whole = reader.item(o, at, depth + 1);
                item.parts.push(Part { name, rel, item: whole });
            }
        });
    }

    /// An association that only points: its name or its relation is that of a bond, and it holds nothing but what a
    /// pointer has.
    fn reference(
        &mut self,
        item: &mut Item,
        name: &str,
        rel: &str,
        o: &mut Object<'_>,
        at: &At<'_>,
    ) -> Option<Reference> {
        const OF_A_POINTER: [&str; 7] = ["uri", "version", "type", "title", "language", "renditions", "versioncreated"];
        let last = rel.rsplit(['/', '#', ':']).next().unwrap_or(rel);
        let bond = bond(last).or_else(|| bond(name.trim_end_matches(|c: char| c.is_ascii_digit())))?;
        if !o.members.iter().all(|(name, _)| OF_A_POINTER.iter().any(|known| known.eq_ignore_ascii_case(name))) {
            return None;
        }
        let known = rel.is_empty() || rel == word(bond);
        let mut reference =
            Reference { bond, rel: if known { Line::default() } else { Line::new(rel) }, ..Reference::default() };
        reference.guid = identity(&line(o, &["uri"]));
        reference.version = line(o, &["version"]);
        reference.title = line(o, &["title"]);
        reference.lang = self.lang(o, "language", at);
        reference.class = o.get(&["type"]).and_then(|value| class(&value.words()?));
        if reference.class.is_some() {
            o.take(&["type"]);
        }
        let mut ways = Item::default();
        self.renditions(o, &mut ways, at);
        if let Some(way) = ways.renditions.first() {
            reference.href = way.href.clone();
            reference.mime = way.mime.clone();
            reference.bytes = way.bytes;
            if reference.guid == reference.href {
                reference.guid = Line::default();
            }
        }
        for (name, value) in std::mem::take(&mut o.members) {
            self.keep(item, "associations", &value, &at.name(&name));
        }
        Some(reference)
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

/// An identity that is no URI is written as `guid:` with its signs encoded.
fn identity(uri: &str) -> Line {
    let Some(encoded) = uri.strip_prefix("guid:") else { return Line::new(uri) };
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        let hex = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
        let mut ahead = rest.clone();
        match (byte, hex(ahead.next()), hex(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high * 16 + low);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).map_or_else(|_| Line::new(uri), Line::new)
}

fn alt_id(item: &mut Item, role: &str, words: &str) {
    match role {
        "signal" => match Kind::ALL.into_iter().find(|kind| words.rsplit(['/', ':']).next() == Some(kind.as_str())) {
            Some(kind) if item.act.is_none() => item.act = Some(kind),
            _ => item.alt_ids.push(AltId { role: Line::new(role), value: Line::new(words) }),
        },
        "service" => item.services.push(Line::new(words)),
        _ => item.alt_ids.push(AltId { role: Line::new(role), value: Line::new(words) }),
    }
}

fn class(word: &str) -> Option<Class> {
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

fn bond(name: &str) -> Option<Bond> {
    let name = if name.eq_ignore_ascii_case("previousVersion") { "previous" } else { name };
    Bond::ALL.into_iter().find(|bond| word(*bond).eq_ignore_ascii_case(name))
}

/// The name of an association that is a bond.
pub(super) const fn word(bond: Bond) -> &'static str {
    match bond {
        Bond::SeeAlso => "seeAlso",
        Bond::TranslationOf => "translationOf",
        Bond::Previous => "previous",
        Bond::DerivedFrom => "derivedFrom",
        Bond::Replaces => "replaces",
        Bond::Page => "page",
        Bond::Enclosure => "enclosure",
        Bond::Comments => "comments",
        Bond::PartOf => "partOf",
    }
}
