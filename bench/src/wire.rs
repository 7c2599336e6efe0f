//! The wire formats: how fast a core reads and writes items of news, beside the bare parser of the same syntax.

use crate::figures::Row;
use anyhow::{Result, anyhow};
use formats::{Channel, Format, any};
use lang::Languages;
use std::time::{Duration, Instant};
use story::{
    Block, Inline, Item, Kind, Line, Text, Urgency,
    item::{AltId, Bond, Concept, ConceptKind, Party, PartyRole, Reference, Times, When},
    text::{Link, Run, Style},
};

/// How long each is measured.
const SPAN: Duration = Duration::from_secs(2);
/// So many paragraphs make a story of some 5 KB.
const PARAGRAPHS: usize = 16;

/// What is asked of reading and writing, in megabytes a second.
const ASKED: [(Format, &str, &str); 2] = [
    (Format::NewsmlG2, ">= 20 MB a second", ">= 40 MB a second"),
    (Format::Ninjs, ">= 50 MB a second", ">= 100 MB a second"),
];

pub fn run() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (format, read, write) in ASKED {
        let items: Vec<Item> = (0..64).map(item).collect();
        let texts: Vec<String> = items.iter().map(|item| written(format, item)).collect::<Result<_>>()?;
        for text in &texts {
            any::read(text.as_bytes(), Languages::built_in())?;
        }
        let bytes = texts.iter().map(String::len).sum::<usize>();
        let ours = speed(bytes, || {
            texts.iter().filter(|text| any::read(text.as_bytes(), Languages::built_in()).is_ok()).count()
        });
        let bare = speed(bytes, || texts.iter().map(|text| parse(format, text)).sum());
        rows.push(row(format!("{format} read, items of {} KB", bytes / texts.len() / 1000), ours, Some(bare), read));
        let ours = speed(bytes, || items.iter().filter_map(|item| written(format, item).ok()).map(|t| t.len()).sum());
        rows.push(row(format!("{format} written, the same items"), ours, None, write));
    }
    Ok(rows)
}

fn row(what: String, ours: f64, peer: Option<f64>, asked: &'static str) -> Row {
    Row {
        what,
        ours: format!("{ours:.0} MB a second"),
        peer: peer.map_or_else(|| "-".into(), |peer| format!("{peer:.0} MB a second (the syntax alone)")),
        ratio: peer.map(|peer| ours / peer),
        asked,
    }
}

/// Megabytes a second of one core.
fn speed(bytes: usize, mut work: impl FnMut() -> usize) -> f64 {
    let begun = Instant::now();
    let (mut rounds, mut seen) = (0usize, 0usize);
    while begun.elapsed() < SPAN {
        seen = seen.wrapping_add(std::hint::black_box(work()));
        rounds += 1;
    }
    std::hint::black_box(seen);
    (bytes * rounds) as f64 / 1e6 / begun.elapsed().as_secs_f64()
}

fn written(format: Format, item: &Item) -> Result<String> {
    let channel = Channel::default();
    let written = any::write(format, std::slice::from_ref(item), &channel, Languages::built_in());
    written.map(|written| written.text).ok_or_else(|| anyhow!("{format} is not written"))
}

/// The bare parser of the syntax over the same text: every event of the XML, every value of the JSON.
fn parse(format: Format, text: &str) -> usize {
    if format == Format::Ninjs {
        return serde_json::from_str::<serde_json::Value>(text).map(|_| 1).unwrap_or_default();
    }
    let mut reader = quick_xml::Reader::from_str(text);
    let mut events = 0;
    while let Ok(event) = reader.read_event() {
        if matches!(event, quick_xml::events::Event::Eof) {
            break;
        }
        events += 1;
    }
    events
}

/// An invented story: sixteen paragraphs, a link, a subhead, subjects with names.
fn item(n: usize) -> Item {
    let link = Style { link: Link::new("https://news.example/en/tide-tables").ok(), ..Style::default() };
    let paragraph = |p: usize| {
        let words = format!(
            "The harbour office of Cape Aldis counted {} boats on day {p} of the invented regatta, and the wind came \
             from the west with {} knots. Nobody was late. The clerk said that the tide tables & the flags had been \
             checked twice, and that the next race begins at noon. See ",
            n * 7 + p,
            p + 9
        );
        let runs = [Run::plain(words), Run { text: "the tide tables".into(), style: link.clone() }, Run::plain(".")];
        Block::Paragraph(Inline::new(runs))
    };
    let mut body: Vec<Block> = (0..PARAGRAPHS).map(paragraph).collect();
    body.insert(8, Block::Subhead("The second day".into()));
    let at = |second: i64| jiff::Timestamp::from_second(1_790_000_000 + second).ok().map(When::moment);
    Item {
        guid: Line::new(format!("urn:uuid:00000000-0000-8000-8000-{n:012}")),
        version: Line::new("2"),
        act: Some(Kind::Correction),
        lang: "en".parse().ok(),
        times: Times { first: at(0), this: at(3600), content: at(-60), ..Times::default() },
        title: Line::new("Boats counted at Cape Aldis"),
        slug: Line::new("regatta-count"),
        urgency: Urgency::try_from(4).ok(),
        text: Text {
            headline: "Boats counted at Cape Aldis".into(),
            deck: Some("An invented regatta, day by day".into()),
            byline: Some(Line::new("By Ana Sample")),
            body,
            ..Text::default()
        },
        dateline: Line::new("CAPE ALDIS, 12 March (SCN)"),
        notice: Line::new("Correction: this story said nine. It should have said ten."),
        advisories: vec![Line::new("CORRECTION to regatta-count")],
        concepts: vec![
            Concept::coded(ConceptKind::Subject, "medtop:15000000").with_name(None, "sport"),
            Concept::coded(ConceptKind::Genre, "genre:Current").with_name(None, "Current"),
            Concept::named(ConceptKind::Place, "Cape Aldis"),
        ],
        parties: vec![Party::named(PartyRole::Provider, "Sample Coast News")],
        references: vec![Reference {
            bond: Bond::Previous,
            guid: Line::new(format!("urn:uuid:00000000-0000-8000-8000-{n:012}")),
            version: Line::new("1"),
            ..Reference::default()
        }],
        alt_ids: vec![AltId { role: Line::new("dateline:log"), value: Line::new(n.to_string()) }],
        ..Item::default()
    }
}
