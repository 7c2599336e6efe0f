//! How fast NewsML-G2 is read and written, on one core: `cargo run --release -p formats --example newsml_g2_speed`.
//! With names of files it reads those; without, stories that are made here.

use formats::newsml_g2;
use lang::Languages;
use std::time::{Duration, Instant};
use story::item::{Concept, ConceptKind, Party, PartyRole};
use story::{Block, Item, Line};

fn main() -> std::io::Result<()> {
    let files: Vec<Vec<u8>> = std::env::args().skip(1).map(std::fs::read).collect::<Result<_, _>>()?;
    let languages = Languages::built_in();
    let stories: Vec<Item> = ["en", "ur", "zh", "ar"].iter().map(|lang| story(lang)).collect();
    let written: Vec<Vec<u8>> =
        stories.iter().map(|item| newsml_g2::write(item, languages).text.into_bytes()).collect();
    let bytes = |all: &[Vec<u8>]| all.iter().map(Vec::len).sum::<usize>();
    let read = if files.is_empty() { &written } else { &files };
    say("read", bytes(read), || read.iter().for_each(|file| drop(newsml_g2::read(file, languages))));
    say("write", bytes(&written), || stories.iter().for_each(|item| drop(newsml_g2::write(item, languages))));
    Ok(())
}

/// Runs for two seconds and says how many megabytes (10^6 bytes) a second went through.
fn say(what: &str, bytes: usize, run: impl Fn()) {
    let start = Instant::now();
    let mut rounds = 0;
    while start.elapsed() < Duration::from_secs(2) {
        run();
        rounds += 1;
    }
    let rate = (bytes * rounds) as f64 / start.elapsed().as_secs_f64() / 1e6;
    println!("{what}: {rate:.1} MB/s ({bytes} bytes, {rounds} rounds)");
}

/// A story of some twenty paragraphs.
fn story(lang: &str) -> Item {
    let line = match lang {
        "ur" => "بندرگاہ کی گھڑی تین دن سے بند ہے اور کوئی نہیں جانتا کہ کیوں۔ میئر نے کہا کہ وہ اسے ٹھیک کرائیں گے۔",
        "zh" => "港口的时钟停了三天，没有人知道原因。市长说将派人修理，费用由市政府承担。",
        "ar" => "توقفت ساعة الميناء منذ ثلاثة أيام ولا أحد يعرف السبب. وقال رئيس البلدية إنها ستصلح قريبا.",
        _ => "The harbour clock has stood still for three days & nobody knows why. The mayor said it would be mended.",
    };
    let mut item = Item {
        guid: "urn:newsml:example.org:20261122:4711".into(),
        version: "3".into(),
        lang: lang.parse().ok(),
        slug: "harbour-clock".into(),
        dateline: "HARBOUR".into(),
        concepts: vec![
            Concept::coded(ConceptKind::Subject, "medtop:20000002").with_name(None, line),
            Concept::named(ConceptKind::Place, line),
        ],
        parties: vec![Party::named(PartyRole::Provider, "Example")],
        ..Item::default()
    };
    item.times.first = "2026-11-22T09:58:00Z".parse().ok();
    item.times.this = "2026-11-22T10:31:00Z".parse().ok();
    item.text.headline = line.into();
    item.text.byline = Some(Line::new("Ana"));
    item.text.body = (0..20).map(|n| Block::Paragraph(format!("{n}. {}", line.repeat(3)).as_str().into())).collect();
    item
}
