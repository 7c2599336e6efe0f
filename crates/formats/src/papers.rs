//! What each format carries of an item: not told but tried. A full item is written in every format and read again, and
//! what came back is held against it, member by member. `docs/formats.md` is made of this, so it cannot be out of date.

use crate::{Channel, Format, any};
use lang::Languages;
use serde_json::Value;
use std::collections::BTreeMap;
use story::{
    Block, Direction, Hash, Inline, Item, Kind, Line, Text, Urgency,
    data::UsageRights,
    item::{
        AltId, Body, Bond, Class, Concept, ConceptKind, Part, Party, PartyRole, Reference, Rendition, Status, Times,
        When, Wording,
    },
    text::{Figure, List, Quotation, Related, Table},
};

/// How much of a member came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Carried {
    /// Nothing.
    No,
    /// Something else than there was, or a part of it.
    Partly,
    /// All of it.
    Whole,
}

impl Carried {
    const fn sign(self) -> &'static str {
        match self {
            Carried::No => "-",
            Carried::Partly => "partly",
            Carried::Whole => "yes",
        }
    }
}

/// The formats that are written.
pub fn formats() -> impl Iterator<Item = Format> {
    Format::ALL.into_iter().filter(|format| format.is_written())
}

/// What each format carries of each member of an item.
pub fn carried() -> BTreeMap<String, BTreeMap<Format, Carried>> {
    let item = full();
    let mut out: BTreeMap<String, BTreeMap<Format, Carried>> = BTreeMap::new();
    let members = members_of(&item);
    for format in formats() {
        let back = back(format, &item).map(|item| members_of(&item)).unwrap_or_default();
        for (member, value) in &members {
            let carried = match back.get(member) {
                Some(same) if same == value => Carried::Whole,
                Some(_) => Carried::Partly,
                None => Carried::No,
            };
            out.entry(member.clone()).or_default().insert(format, carried);
        }
    }
    out
}

/// The table of `docs/formats.md`.
pub fn table() -> String {
    let names: Vec<&str> = formats().map(Format::as_str).collect();
    let mut out = format!("| member of an item | {} |\n|---|{}\n", names.join(" | "), "---|".repeat(names.len()));
    for (member, by_format) in carried() {
        let signs: Vec<&str> = by_format.values().map(|carried| carried.sign()).collect();
        out.push_str(&format!("| `{member}` | {} |\n", signs.join(" | ")));
    }
    out
}

fn back(format: Format, item: &Item) -> Option<Item> {
    let channel =
        Channel { title: Line::new("Sample"), link: Line::new("https://news.example/"), ..Channel::default() };
    let written = any::write(format, std::slice::from_ref(item), &channel, Languages::built_in())?;
    any::read_as(format, written.text.as_bytes(), Languages::built_in()).ok()?.items.into_iter().next()
}

/// The members of an item with their values, those of its text, its times and its rights one by one, concepts by their
/// kind, parties by their role, references by their bond, blocks by their name.
fn members_of(item: &Item) -> BTreeMap<String, Value> {
    let mut out = BTreeMap::new();
    let whole = serde_json::to_value(item).unwrap_or_default();
    for (name, value) in whole.as_object().into_iter().flatten() {
        match (name.as_str(), value) {
            ("text" | "times" | "rights", Value::Object(parts)) => {
                for (part, value) in parts.iter().filter(|(part, _)| *part != "body") {
                    if !matches!(value, Value::Array(list) if list.is_empty()) {
                        out.insert(format!("{name}/{part}"), value.clone());
                    }
                }
            }
            ("concepts", Value::Array(list)) => gather(&mut out, name, list, |one| one["kind"].as_str()),
            ("parties", Value::Array(list)) => gather(&mut out, name, list, |one| one["role"].as_str()),
            ("references", Value::Array(list)) => gather(&mut out, name, list, |one| one["bond"].as_str()),
            ("kept", _) => {}
            _ => {
                out.insert(name.clone(), value.clone());
            }
        }
    }
    for block in &item.text.body {
        let value = serde_json::to_value(block).unwrap_or_default();
        add(&mut out, format!("text/body/{}", block.name()), value);
    }
    if let Some(dateline) = item.text.dateline.as_ref().filter(|_| item.dateline.is_empty()) {
        let profile = Languages::built_in().profile(item.lang.as_ref().unwrap_or(&story::Tag::unknown()));
        out.insert("dateline".into(), profile.dateline(dateline).into());
        out.remove("text/dateline");
    }
    out
}

fn gather(out: &mut BTreeMap<String, Value>, name: &str, list: &[Value], kind: fn(&Value) -> Option<&str>) {
    for one in list {
        add(out, format!("{name}/{}", kind(one).unwrap_or_default()), one.clone());
    }
}

fn add(out: &mut BTreeMap<String, Value>, member: String, value: Value) {
    if let Value::Array(list) = out.entry(member).or_insert_with(|| Value::Array(Vec::new())) {
        list.push(value);
    }
}

/// An invented item that says everything once.
pub fn full() -> Item {
    let at = |second: i64| jiff::Timestamp::from_second(1_790_000_000 + second).ok().map(When::moment);
    let wording = |role: &str, words: &str| Wording { role: Line::new(role), ..Wording::of(words) };
    let pointer = |bond, guid: &str, version: &str, href: &str| Reference {
        bond,
        guid: Line::new(guid),
        version: Line::new(version),
        href: Line::new(href),
        ..Reference::default()
    };
    let mut concepts: Vec<Concept> = vec![
        Concept::coded(ConceptKind::Subject, "medtop:15000000").with_name(None, "sport"),
        Concept::coded(ConceptKind::Genre, "genre:Current").with_name(None, "Current"),
    ];
    let named = [
        (ConceptKind::Person, "Ana Sample"),
        (ConceptKind::Organisation, "Harbour Office"),
        (ConceptKind::Place, "Cape Aldis"),
        (ConceptKind::PointOfInterest, "The Old Pier"),
        (ConceptKind::Event, "Invented Regatta"),
        (ConceptKind::Object, "The Sample Boat"),
        (ConceptKind::Located, "Selmar Island"),
        (ConceptKind::Audience, "Sailors"),
    ];
    concepts.extend(named.map(|(kind, name)| Concept::named(kind, name)));
    let picture = Rendition {
        name: Line::new("rnd:web"),
        href: Line::new("https://news.example/boat.jpg"),
        mime: Line::new("image/jpeg"),
        width: Some(640),
        height: Some(480),
        ..Rendition::default()
    };
    Item {
        class: Class::Text,
        guid: Line::new("urn:uuid:00000000-0000-8000-8000-000000000001"),
        version: Line::new("3"),
        status: Status::Usable,
        act: Some(Kind::Correction),
        lang: "en".parse().ok(),
        dir: Some(Direction::Ltr),
        times: Times {
            first: at(0),
            this: at(7_200),
            content: at(-3_600),
            content_changed: at(3_600),
            sent: at(7_260),
            embargo: at(86_400),
            expires: at(864_000),
        },
        title: Line::new("Regatta count"),
        slug: Line::new("regatta-count"),
        urgency: Urgency::try_from(4).ok(),
        text: text(),
        dateline: Line::new("CAPE ALDIS, 12 March (SCN)"),
        headlines: vec![wording("short", "Boats counted")],
        descriptions: vec![wording("caption", "The boats at noon.")],
        bodies: vec![Body {
            role: Line::new("short"),
            mime: Line::new("text/plain"),
            raw: "Boats were counted.".into(),
            ..Body::default()
        }],
        notice: Line::new("Correction: this story said nine boats. It should have said ten."),
        advisories: vec![Line::new("CORRECTION to regatta-count")],
        concepts,
        keywords: vec![Line::new("regatta"), Line::new("tide")],
        parties: PartyRole::ALL.map(|role| Party::named(role, format!("Sample {role:?}"))).to_vec(),
        rights: UsageRights {
            credit: Some(Line::new("Sample Coast News")),
            copyright: Some(Line::new("Copyright Sample Coast News")),
            terms: Some(Line::new("No resale.")),
        },
        services: vec![Line::new("coast-en")],
        references: vec![
            pointer(Bond::TranslationOf, "urn:uuid:00000000-0000-8000-8000-000000000002", "2", ""),
            pointer(Bond::Previous, "urn:uuid:00000000-0000-8000-8000-000000000001", "2", ""),
            pointer(Bond::DerivedFrom, "urn:uuid:00000000-0000-8000-8000-000000000003", "1", ""),
            pointer(Bond::SeeAlso, "urn:uuid:00000000-0000-8000-8000-000000000004", "", ""),
            pointer(Bond::Page, "", "", "https://news.example/en/regatta"),
        ],
        renditions: vec![picture.clone()],
        parts: vec![Part {
            name: Line::new("picture"),
            rel: Line::default(),
            item: Item {
                class: Class::Picture,
                guid: Line::new("urn:uuid:00000000-0000-8000-8000-000000000005"),
                title: Line::new("The boats"),
                renditions: vec![picture],
                ..Item::default()
            },
        }],
        groups: Vec::new(),
        alt_ids: vec![AltId { role: Line::new("desk"), value: Line::new("SCN-0042") }],
        kept: Vec::new(),
    }
}

fn text() -> Text {
    let words = |words: &str| Inline::plain_text(words);
    Text {
        headline: words("Ten boats counted at Cape Aldis"),
        deck: Some(words("An invented regatta begins")),
        byline: Some(Line::new("By Ana Sample")),
        dateline: None,
        body: vec![
            Block::Paragraph(words("Ten boats were counted on the first day of an invented regatta.")),
            Block::Subhead(words("The second day")),
            Block::Quotation(Quotation {
                paragraphs: vec![words("Nobody was late.")],
                source: Some(words("The clerk")),
            }),
            Block::List(List { ordered: true, items: vec![words("First race"), words("Second race")] }),
            Block::Table(Table {
                caption: Some(words("Boats")),
                head: vec![words("Day"), words("Boats")],
                rows: vec![vec![words("One"), words("10")]],
            }),
            Block::Figure(Figure {
                picture: Hash::of(b"a picture"),
                caption: Some(words("The harbour")),
                credit: Some(Line::new("A. Sample")),
                alt: Line::new("Boats in a harbour"),
            }),
            Block::Related(Related { title: Line::new("The tide tables"), target: None }),
        ],
    }
}
