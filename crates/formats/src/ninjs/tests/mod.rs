//! The suite of the IPTC, the way there and back, and what is written against the official schemas.

mod accounted;
mod round;
mod suite;
mod written;

use super::*;
use crate::reading::{NotAStory, Reading, Refused, Took};
use lang::Languages;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The folder of ninjs among the standards; where it is not at hand that is said, and the test ends.
pub(super) fn suite_folder() -> Option<PathBuf> {
    let named = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = named.unwrap_or(usual).join("standards/iptc-ninjs");
    if folder.is_dir() {
        return Some(folder);
    }
    if let Some(list) = std::env::var_os("DATELINE_SKIPPED") {
        let list = std::fs::OpenOptions::new().append(true).create(true).open(list);
        let _ =
            list.and_then(|mut list| writeln!(list, "ninjs against the IPTC's suite and schemas: they are not here"));
    }
    None
}

/// Every file of JSON below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "json")
                && !path.to_string_lossy().contains("schema.json")
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn languages() -> &'static Languages {
    Languages::built_in()
}

fn told(bytes: &[u8]) -> Result<Reading, Refused> {
    read(bytes, languages())
}

fn one(json: &str) -> (story::Item, Vec<String>) {
    let reading = told(json.as_bytes()).expect("ninjs");
    let liberties = reading.liberties.list.iter().map(ToString::to_string).collect();
    (reading.items.into_iter().next().expect("an item"), liberties)
}

#[test]
fn events_and_plans_are_told_apart() {
    let why = |json: &str| told(json.as_bytes()).expect_err("no story");
    assert_eq!(why(r#"{"uri": "urn:1", "type": "event"}"#), Refused::NotAStory(NotAStory::Event));
    assert_eq!(why(r#"{"uri": "urn:1", "type": "planning"}"#), Refused::NotAStory(NotAStory::Planning));
    assert_eq!(why(r#"[{"uri": "urn:1", "eventDetails": {}}]"#), Refused::NotAStory(NotAStory::Event));
    assert!(matches!(why(r#"{"name": "x"}"#), Refused::NotThat { .. }));
    assert!(matches!(why("{\"uri\": \"urn:1\""), Refused::Broken { .. }));
    assert!(matches!(why(&"[".repeat(100_000)), Refused::TooDeep { .. }));
    assert_eq!(why(" \n"), Refused::Empty);
}

#[test]
fn it_is_told_by_its_members() {
    assert!(is(br#"{"uri": "urn:1", "headlines": []}"#));
    assert!(is(br#" [ {"a": {"x": "y"}, "uri": "urn:1", "pubStatus": "usable"}]"#));
    assert!(!is(br#"{"version": "https://jsonfeed.org/version/1.1", "items": [{"uri": "x", "type": 1}]}"#));
    assert!(!is(br#"{"a": {"uri": "urn:1", "headlines": []}}"#));
    assert!(!is(b"<rss/>"));
}

#[test]
fn what_is_broken_is_mended_and_said() {
    let (item, liberties) =
        one("{\"uri\": \"urn:1\", \"body_text\": \"One.\nTwo.\" \"urgency\": \"3\", \"place\": [\"Rome\",]}");
    assert_eq!(item.text.plain(), "One.\nTwo.");
    assert_eq!(item.urgency.map(story::Urgency::get), Some(3));
    assert_eq!(item.concepts(story::item::ConceptKind::Place).count(), 1);
    for said in ["a control character in words", "a comma is missing", "a comma at the end of a list"] {
        assert!(liberties.iter().any(|liberty| liberty.contains(said)), "{liberties:#?}");
    }
    assert!(liberties.iter().any(|liberty| liberty.starts_with("urgency: a value")), "{liberties:#?}");
}

#[test]
fn the_act_is_told_as_the_trade_does() {
    let shared = suite_folder().map(|folder| folder.join("../skeletons/ninjs-3.1-correction-of-a-translation.json"));
    let Some(path) = shared else { return };
    let (item, _) = one(&std::fs::read_to_string(path).expect("the skeleton"));
    assert_eq!(item.act, Some(story::Kind::Correction));
    let of = item.bound(story::item::Bond::TranslationOf).next().expect("a reference");
    assert_eq!((&*of.guid, &*of.version), ("urn:newsml:example.org:20261122:4710", "2"));
    assert_eq!(item.text.deck.map(|deck| deck.plain()).as_deref(), Some("Chapeau"));
    assert!(item.parts.is_empty());
}

#[test]
fn pictures_of_a_body_come_as_items() {
    let (item, liberties) = one(
        r#"{"uri": "urn:1", "headline": "Kites", "body_html": "<h1>Kites</h1><p>Up.</p><figure><img src='https://example.org/k.jpg' alt='A kite'><figcaption>Over the bay <small class='credit'>Ana</small></figcaption></figure><iframe src='x'></iframe>"}"#,
    );
    assert_eq!(item.text.plain(), "Kites\nUp.");
    let picture = &item.parts.first().expect("a picture").item;
    assert_eq!(picture.renditions.first().map(|r| r.href.to_string()).as_deref(), Some("https://example.org/k.jpg"));
    assert_eq!(picture.descriptions.first().map(|d| d.words.plain()).as_deref(), Some("Over the bay"));
    assert_eq!(picture.rights.credit.as_deref(), Some("Ana"));
    assert!(liberties.iter().any(|liberty| liberty.ends_with("left out: <iframe>")), "{liberties:#?}");
}

#[test]
fn what_has_no_home_is_kept_and_written_again() {
    let json = r#"{"uri": "urn:1", "profile": "text-photo", "place": [{"name": "Bay", "contactinfo": [{"address": {"postalcode": "7", "locality": "Bay"}}]}], "trustindicator": [{"title": "Policy", "href": "https://example.org/p"}], "embargoedreason": "why"}"#;
    let (item, liberties) = one(json);
    assert!(liberties.iter().any(|l| l.starts_with("embargoedreason: unknown")), "{liberties:#?}");
    let written = write(&item, Edition::Three, languages());
    assert!(
        written.text.contains(r#""contactInfo":[{"address":{"postalCode":"7","locality":"Bay"}}]"#),
        "{}",
        written.text
    );
    assert!(written.text.contains(r#""profile":"text-photo""#) && written.text.contains(r#""trustIndicators":[{"#));
    assert_eq!(written.left_out, ["kept/embargoedreason"]);
    let (again, _) = one(&write(&item, Edition::One, languages()).text);
    assert_eq!(again.kept.len(), 3, "{:#?}", again.kept);
}

proptest::proptest! {
    #[test]
    fn nothing_makes_the_reader_panic(json in "(\\{|\\}|\\[|\\]|,|:|\"|null|1|true|\"(uri|type|headlines|bodies|body_html|associations|value|role|altids|renditions|standard|place|scheme|code|name)\"|\"urn:[a-z]\"|\\PC{0,3}){0,40}") {
        let _ = told(json.as_bytes());
    }

    #[test]
    fn no_value_of_a_member_makes_the_reader_panic(
        name in "(uri|type|headlines|bodies|body_html|headline|associations|altids|renditions|standard|place|people|urgency|edNote|language|expires|infoSources)",
        value in "(\\{\"(name|value|role|uri|a)\": (1|\"x\"|\\[1\\]|\\{\\})\\}|\\[(1|\"x\"|\\{\\}|null)(, \\{\"value\": (1|\\{\\}|\"<p>x\")\\})?\\]|null|-1|1e300|\"x\"|\"<img src=1>\")",
    ) {
        let json = format!("{{\"uri\": \"urn:1\", \"{name}\": {value}}}");
        let reading = told(json.as_bytes());
        if let Ok(reading) = reading {
            for edition in Edition::ALL {
                write(&reading.items[0], edition, languages());
            }
        }
    }
}
