//! The page of a real agency, where it is at hand: its words are not ours to keep here.

use super::*;
use std::path::{Path, PathBuf};

/// The folder of samples; fails when it is named and not there.
fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    match named {
        Some(folder) => {
            assert!(folder.is_dir(), "DATELINE_SHARED names {}, which is not there", folder.display());
            Some(folder)
        }
        None if usual.is_dir() => Some(usual),
        None => {
            eprintln!("skipped: no ../shared beside the repository, and DATELINE_SHARED names none");
            None
        }
    }
}

#[test]
fn the_page_is_understood() {
    let Some(shared) = shared() else { return };
    let bytes = std::fs::read(shared.join("samples/agency-page.txt")).expect("the sample is there");
    let reading = read_as(&bytes, None).expect("it is copy");
    assert_tiled(&reading, bytes.len());
    let text = &reading.text;
    let lines: Vec<&str> = std::str::from_utf8(&bytes).expect("UTF-8").lines().filter(|l| !l.is_empty()).collect();
    assert_eq!(reading.lang.as_str(), "en");
    assert_eq!(text.headline.plain(), lines[2]);
    assert_eq!(text.deck.as_ref().map(Inline::plain).as_deref(), Some(lines[3]));
    assert_eq!(text.byline, None);
    assert_eq!(
        serde_json::to_string(&text.dateline).expect("JSON"),
        r#"{"places":["Baku"],"date":"2023-02-26","agency":"GNP"}"#
    );
    let related: Vec<String> = text.body.iter().filter(|b| b.name() == "related").map(story::Block::plain).collect();
    assert_eq!(related.len(), 2);
    assert!(related.iter().all(|title| lines.iter().any(|line| line.ends_with(title.as_str()))));
    let paragraphs: Vec<String> =
        text.body.iter().filter(|b| b.name() == "paragraph").map(story::Block::plain).collect();
    assert_eq!(paragraphs.len(), 16);
    assert_eq!(text.body.len(), 18);
    let bodies =
        lines[4..lines.len() - 1].iter().filter(|line| !related.iter().any(|title| line.ends_with(title.as_str())));
    for (paragraph, line) in paragraphs.iter().zip(bodies) {
        let line = Inline::plain_text(*line).plain();
        assert!(line.ends_with(paragraph.as_str()), "{paragraph:.40}");
    }
    let kinds: Vec<Furniture> = reading.furniture.iter().map(|aside| aside.kind).collect();
    assert_eq!(kinds, [Furniture::Token, Furniture::Tagline, Furniture::Token]);
}

/// Every file of the standards: wire formats, feeds, schemas, fed to the reader of plain copy.
#[test]
fn no_file_makes_it_stumble() {
    let Some(shared) = shared() else { return };
    let mut folders = vec![shared.join("standards")];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(bytes) = std::fs::read(&path) else { continue };
            // The largest only say the same again, slowly, in a build without optimisation.
            if bytes.len() > 200_000 && cfg!(debug_assertions) {
                continue;
            }
            if let Ok(reading) = read_as(&bytes, None) {
                assert_tiled(&reading, bytes.len());
            }
            count += 1;
        }
    }
    assert!(count > 0, "the standards are there");
}
