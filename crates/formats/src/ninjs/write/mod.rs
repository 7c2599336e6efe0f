//! Item -> ninjs, always as its schema has it.

mod about;
mod beside;
mod words;

use super::read::type_of;
use super::shapes::Generation;
use super::{Edition, FORM};
use crate::head;
use crate::json::{self, Is, Value, Writer, is_uri};
use crate::reading::Written;
use lang::Languages;
use std::sync::Arc;
use story::item::{ConceptKind, DEEPEST, PartyRole, Precision, Status, When};
use story::{Item, Kind};

/// Writes an item.
pub fn write(item: &Item, edition: Edition, languages: &Languages) -> Written {
    let generation = match edition {
        Edition::Three => Generation::Three,
        Edition::Two => Generation::Two,
        Edition::One => Generation::One,
    };
    let mut out = Out { generation, languages, known: None, written: Written::default(), html: String::new() };
    let mut w = Writer::with_room(8 * 1024);
    w.object(|w| {
        let standard = if generation == Generation::One { "$standard" } else { "standard" };
        w.inner(standard, |w| {
            w.member("name", "ninjs");
            w.member("version", edition.version());
            w.member("schema", &format!("https://www.iptc.org/std/ninjs/ninjs-schema_{}.json", edition.version()));
        });
        out.item(w, item, 0);
    });
    let mut written = out.written;
    written.text = w.finish();
    written
}

/// What is being written.
struct Out<'o> {
    generation: Generation,
    languages: &'o Languages,
    /// The profile of the last language asked for.
    known: Option<(Option<story::Tag>, Arc<lang::Profile>)>,
    written: Written,
    /// Room for a body.
    html: String,
}

impl Out<'_> {
    /// The name of a member: as ninjs 3 has it; in small letters before; as ninjs 1 has it.
    const fn name(&self, three: &'static str, two: &'static str, one: &'static str) -> &'static str {
        match self.generation {
            Generation::Three => three,
            Generation::Two => two,
            Generation::One => one,
        }
    }

    fn leave_out(&mut self, member: &str) {
        self.written.leave_out(member);
    }

    fn profile(&mut self, item: &Item) -> Arc<lang::Profile> {
        match &self.known {
            Some((lang, profile)) if *lang == item.lang => profile.clone(),
            _ => {
                let profile = head::profile(item, self.languages);
                self.known = Some((item.lang.clone(), profile.clone()));
                profile
            }
        }
    }

    /// The members of an item.
    fn item(&mut self, w: &mut Writer, item: &Item, depth: usize) {
        let profile = self.profile(item);
        if item.guid.is_empty() {
            self.leave_out("guid");
        }
        w.name("uri");
        json_words(w, &identity(&item.guid));
        w.member("type", type_of(item.class));
        w.member("version", &item.version);
        let times = &item.times;
        self.time(w, self.name("firstCreated", "firstcreated", "firstcreated"), times.first);
        self.time(w, self.name("versionCreated", "versioncreated", "versioncreated"), times.this);
        self.time(w, self.name("contentCreated", "contentcreated", "contentcreated"), times.content);
        self.time(w, self.name("embargoedUntil", "embargoed", "embargoed"), times.embargo);
        self.time(w, "expires", times.expires);
        for (time, name) in [(times.sent, "times/sent"), (times.content_changed, "times/content_changed")] {
            if time.is_some() {
                self.leave_out(name);
            }
        }
        w.member(
            self.name("pubStatus", "pubstatus", "pubstatus"),
            match item.status {
                Status::Usable => "usable",
                Status::Withheld => "withheld",
                Status::Canceled => "canceled",
            },
        );
        if let Some(urgency) = item.urgency {
            w.number("urgency", urgency.get());
        }
        if let Some(lang) = &item.lang {
            w.member("language", lang.as_str());
        }
        if item.dir.is_some_and(|dir| dir != profile.direction()) {
            self.leave_out("dir");
        }
        w.member("title", &item.title);
        w.member("slugline", &item.slug);
        w.member(self.name("by", "by", "byline"), item.text.byline.as_deref().unwrap_or_default());
        let holder = item.parties(PartyRole::Holder).find(|party| alone(party));
        w.member(
            self.name("copyrightHolder", "copyrightholder", "copyrightholder"),
            holder.map(|party| &*party.name).unwrap_or_default(),
        );
        let copyright = item.rights.copyright.as_deref().unwrap_or_default();
        w.member(self.name("copyrightNotice", "copyrightnotice", "copyrightnotice"), copyright);
        let terms = item.rights.terms.as_deref().unwrap_or_default();
        w.member(self.name("usageTerms", "usageterms", "usageterms"), terms);
        let notes: Vec<&str> = item.advisories.iter().map(|line| &**line).filter(|line| !line.is_empty()).collect();
        w.member(self.name("edNote", "ednote", "ednote"), &notes.join("\n"));
        self.located(w, item);
        self.words(w, item, &profile);
        self.about(w, item);
        self.parties(w, item, holder);
        self.alt_ids(w, item);
        self.renditions(w, &item.renditions);
        self.associations(w, item, depth);
        self.kept(w, item);
        if !item.groups.is_empty() {
            self.leave_out("groups");
        }
    }

    fn time(&mut self, w: &mut Writer, name: &str, when: Option<When>) {
        let Some(when) = when else { return };
        if when.precision() != Precision::Moment {
            self.leave_out("times/precision");
        }
        w.member(name, &When::moment(when.at()).to_string());
    }

    /// Where it was made.
    fn located(&mut self, w: &mut Writer, item: &Item) {
        let named: Vec<String> =
            item.concepts(ConceptKind::Located).filter_map(|concept| concept.name(item.lang.as_ref())).collect();
        let places =
            item.text.dateline.iter().flat_map(|dateline| dateline.places.iter().map(|place| place.to_string()));
        let all: Vec<String> = if named.is_empty() { places.collect() } else { named };
        w.member("located", &all.join(", "));
        if item.concepts(ConceptKind::Located).any(|concept| !concept.code.is_empty() || concept.names.is_empty()) {
            self.leave_out("concepts/located");
        }
    }

    /// Other names, and in their place what this version does and the services that it goes out in.
    fn alt_ids(&mut self, w: &mut Writer, item: &Item) {
        let signal = item.act.map(|act| match act {
            Kind::Correction | Kind::Update => format!("http://cv.iptc.org/newscodes/signal/{act}"),
            _ => act.to_string(),
        });
        let signal = signal.iter().map(|signal| ("signal", signal.as_str()));
        let services = item.services.iter().map(|service| ("service", &**service));
        let others = item.alt_ids.iter().map(|other| (&*other.role, &*other.value));
        let all: Vec<(&str, &str)> = signal.chain(services).chain(others).collect();
        if self.generation != Generation::One {
            w.list(self.name("altIds", "altids", ""), |w| {
                for (role, value) in all {
                    w.object(|w| {
                        w.member("role", role);
                        w.name("value");
                        json_words(w, value);
                    });
                }
            });
            return;
        }
        let mut roles: Vec<&str> = Vec::new();
        w.inner("altids", |w| {
            for (role, _) in &all {
                if roles.contains(role) {
                    continue;
                }
                roles.push(role);
                let values: Vec<&str> =
                    all.iter().filter(|(known, _)| known == role).map(|(_, value)| *value).collect();
                w.name(role);
                match values.as_slice() {
                    [value] => json_words(w, value),
                    values => {
                        let list = values.iter().map(|value| Value::Words((*value).into())).collect();
                        w.value(&Value::List(list));
                    }
                }
            }
        });
    }

    /// What was kept of an item of ninjs and is a member of this edition too. What belongs to a concept or a party is
    /// written with it.
    fn kept(&mut self, w: &mut Writer, item: &Item) {
        const WITH_THEIRS: [&str; 8] =
            ["subjects", "genres", "people", "organisations", "places", "events", "objects", "infoSources"];
        let minor = self.generation.newest();
        let shape = self.generation.item();
        for kept in item.kept.iter() {
            let at = &*kept.at;
            if &*kept.form != FORM {
                self.leave_out("kept");
                continue;
            }
            if WITH_THEIRS.contains(&at) {
                continue;
            }
            let own = shape.members.iter().find(|member| member.since <= minor && same(member.name, at));
            let free = [
                "profile",
                "representationType",
                "trustIndicators",
                "rightsInfo",
                "digitalSourceType",
                "eventDetails",
                "plannedCoverage",
                "mimetype",
            ];
            let value = serde_json::from_str::<Value<'_>>(&kept.raw).ok();
            let value = value.and_then(|value| translated(value, at, self.generation));
            let fitted = own.filter(|_| free.iter().any(|name| same(name, at))).zip(value);
            match fitted.and_then(|(member, value)| Some((member, json::fit(value, member.is, minor)?))) {
                Some((member, value)) => w.raw(member.name, &value.raw()),
                None => self.leave_out(&format!("kept/{at}")),
            }
        }
    }

    fn too_deep(depth: usize) -> bool {
        depth + 1 >= DEEPEST
    }

    /// The expectation of a member of this edition.
    fn expected(&self, member: &str) -> Option<Is> {
        self.generation.item().member(member, self.generation.newest()).map(|member| member.is)
    }
}

/// Names of the same member in different generations.
fn same(a: &str, b: &str) -> bool {
    let bare = |name: &str| {
        let name = name.trim_start_matches('$').to_ascii_lowercase();
        if name == "trustindicator" { "trustindicators".to_owned() } else { name }
    };
    bare(a) == bare(b)
}

/// What another generation says in other words.
fn translated<'t>(value: Value<'t>, at: &str, generation: Generation) -> Option<Value<'t>> {
    if !at.eq_ignore_ascii_case("representationType") {
        return Some(value);
    }
    let one = generation == Generation::One;
    let word = match &*value.words()? {
        "full" | "complete" => {
            if one {
                "complete"
            } else {
                "full"
            }
        }
        "partial" | "incomplete" => {
            if one {
                "incomplete"
            } else {
                "partial"
            }
        }
        _ => return None,
    };
    Some(Value::Words(word.into()))
}

/// A party of which nothing is known but its name.
fn alone(party: &story::item::Party) -> bool {
    !party.name.is_empty()
        && party.code.is_empty()
        && party.literal.is_empty()
        && party.job.is_empty()
        && party.reach.is_empty()
}

/// The identity as a URI: what is none is written as `guid:` with its signs encoded.
fn identity(guid: &str) -> String {
    if is_uri(guid) && !guid.starts_with("guid:") {
        return guid.to_owned();
    }
    let mut uri = String::from("guid:");
    for byte in guid.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// Words as a value behind a name, empty ones too.
fn json_words(w: &mut Writer, words: &str) {
    w.value(&Value::Words(words.into()));
}
