//! How fast ninjs is read and written, on one core: `cargo run --release -p formats --example wire_speed FILE...`.
//!
//! Each file is read and written again and again for a second; without files, an item of about 5 KB in English, one in
//! Urdu and one in Chinese. Says megabytes of ninjs a second.

use formats::ninjs::{self, Edition};
use lang::Languages;
use std::time::Instant;
use story::{Block, Inline, Item, Line};

fn main() {
    let languages = Languages::built_in();
    let files: Vec<String> = std::env::args().skip(1).collect();
    let mut cases: Vec<(String, Vec<u8>)> =
        files.iter().filter_map(|file| Some((file.clone(), std::fs::read(file).ok()?))).collect();
    if cases.is_empty() {
        for (lang, words) in [
            ("en", "The kites rose over the bay on Sunday, the harbour office said, & nobody saw them land. "),
            ("ur", "بندرگاہ کے دفتر نے کہا کہ اتوار کو پتنگیں خلیج کے اوپر اڑیں اور کسی نے انہیں اترتے نہیں دیکھا۔ "),
            ("zh", "港务局说，周日风筝升到海湾上空，没有人看见它们落下。"),
        ] {
            let paragraph = words.repeat(500 / words.len() + 1);
            let mut item = Item { guid: "urn:newsml:example.org:1".into(), lang: lang.parse().ok(), ..Item::default() };
            item.text.headline = Inline::plain_text(words);
            item.text.byline = Some(Line::new("Ana Lopez"));
            item.text.body = vec![Block::Paragraph(Inline::plain_text(paragraph)); 8];
            let written = ninjs::write(&item, Edition::Three, languages);
            cases.push((format!("an item of 5 KB in {lang}"), written.text.into_bytes()));
        }
    }
    let (mut bytes, mut reading, mut writing) = (0.0, 0.0, 0.0);
    for (name, json) in &cases {
        let Ok(first) = ninjs::read(json, languages) else { continue };
        let (read, each) = timed(|| ninjs::read(json, languages).map_or(0, |_| json.len()));
        let (write, _) =
            timed(|| first.items.iter().map(|item| ninjs::write(item, Edition::Three, languages).text.len()).sum());
        bytes += each;
        reading += each / read;
        writing += each / write;
        if files.len() < 12 {
            println!("{name}: {} bytes, read {read:.0} MB/s, written {write:.0} MB/s", json.len());
        }
    }
    println!("all: read {:.0} MB/s, written {:.0} MB/s", bytes / reading, bytes / writing);
}

/// Megabytes a second over half a second, and the megabytes of one turn.
fn timed(mut turn: impl FnMut() -> usize) -> (f64, f64) {
    let started = Instant::now();
    let (mut bytes, mut turns) = (0usize, 0usize);
    while started.elapsed().as_millis() < 300 {
        bytes += turn();
        turns += 1;
    }
    (bytes as f64 / 1e6 / started.elapsed().as_secs_f64(), bytes as f64 / 1e6 / turns as f64)
}
