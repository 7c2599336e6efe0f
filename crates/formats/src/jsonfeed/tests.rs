use super::*;
use crate::Channel;
use crate::reading::{Reading, Refused, Took};
use lang::Languages;
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use story::Item;

fn told(bytes: &[u8]) -> Result<Reading, Refused> {
    read(bytes, Languages::built_in())
}

fn channel() -> Channel {
    Channel {
        title: "Bay Agency".into(),
        link: "https://example.org/en/".into(),
        address: "https://example.org/en/feed.json".into(),
        description: "News of the bay".into(),
        lang: "en".parse().expect("a tag"),
        updated: None,
    }
}

/// The folder of standards; where it is not at hand that is said.
fn standards() -> Option<PathBuf> {
    use std::io::Write as _;
    let named = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = named.unwrap_or(usual).join("standards");
    if folder.is_dir() {
        return Some(folder);
    }
    if let Some(list) = std::env::var_os("DATELINE_SKIPPED") {
        let list = std::fs::OpenOptions::new().append(true).create(true).open(list);
        let _ = list.and_then(|mut list| writeln!(list, "JSON Feed against its schema: it is not here"));
    }
    None
}

#[test]
fn every_entry_of_the_suites_is_found() {
    let Some(folder) = standards() else { return };
    let mut seen = 0;
    for part in ["jsonfeed/test/examples/v1", "jsonfeed/test/examples/v1.1", "feed-rs-fixtures/jsonfeed"] {
        for entry in std::fs::read_dir(folder.join(part)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.to_string_lossy().contains(".serde.") {
                continue;
            }
            let bytes = std::fs::read(&path).expect("a file");
            let value: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
            let reading = told(&bytes).expect("a feed");
            let entries = value["items"].as_array().expect("items");
            assert_eq!(reading.items.len(), entries.len(), "{}", path.display());
            for (item, entry) in reading.items.iter().zip(entries) {
                assert_eq!(
                    item.text.headline.plain(),
                    story::Inline::plain_text(entry["title"].as_str().unwrap_or_default()).plain()
                );
                let words = ["content_html", "content_text"].map(|name| entry[name].as_str().unwrap_or_default());
                assert_eq!(item.text.body.is_empty(), words.concat().trim().is_empty(), "{}", path.display());
            }
            assert!(is(&bytes) && !crate::ninjs::is(&bytes));
            seen += 1;
        }
    }
    assert!(seen >= 8, "{seen}");
}

/// The item as a feed for readers carries it: this is all that is left.
fn carried(item: &Item) -> Item {
    use story::item::{Bond, Party, PartyRole, Reference, Times, When};
    let plain = |words: &story::Inline| story::Inline::plain_text(words.plain());
    let moment = |when: Option<When>| when.map(|when| When::moment(when.at()));
    let text = story::Text {
        headline: plain(&item.text.headline),
        deck: item.text.deck.as_ref().map(plain),
        body: item.text.body.clone(),
        ..story::Text::default()
    };
    let creators = item.parties(PartyRole::Creator).map(|party| Party::named(PartyRole::Creator, &party.name));
    let mut parties: Vec<Party> = creators.collect();
    if parties.is_empty() {
        parties.extend(item.text.byline.iter().map(|byline| Party::named(PartyRole::Creator, byline)));
    }
    let names = item.concepts.iter().filter_map(|concept| concept.name(item.lang.as_ref())).map(story::Line::new);
    let references = item.references.iter().filter(|r| r.bond == Bond::Page && !r.href.is_empty());
    Item {
        guid: item.guid.clone(),
        version: item.version.clone(),
        status: item.status,
        act: item.act,
        notice: item.notice.clone(),
        lang: Some(item.lang.clone().unwrap_or(channel().lang)),
        times: Times { first: moment(item.times.first), this: moment(item.times.this), ..Times::default() },
        text,
        keywords: item.keywords.iter().cloned().chain(names).collect(),
        parties,
        references: references
            .map(|r| Reference { bond: Bond::Page, href: r.href.clone(), ..Reference::default() })
            .collect(),
        ..Item::default()
    }
}

proptest! {
    #![proptest_config(crate::trials::cases(96))]

    #[test]
    fn what_a_feed_carries_comes_back_and_is_valid(items in proptest::collection::vec(story::item::arbitrary::item(), 1..4)) {
        let written = write(&items, &channel(), Languages::built_in());
        let reading = told(written.text.as_bytes()).expect("a feed");
        let expected: Vec<Item> = items.iter().map(carried).collect();
        prop_assert_eq!(&reading.items, &expected, "{}", written.text);
        prop_assert!(reading.liberties.list.iter().all(|l| l.took == Took::LeftOut), "{:?}", reading.liberties.list);
        if let Some(folder) = standards() {
            let schema = std::fs::read(folder.join("jsonfeed/schema-v1.1.json")).expect("the schema");
            let schema = serde_json::from_slice(&schema).expect("JSON");
            let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
            let value = serde_json::from_str(&written.text).expect("JSON");
            let faults: Vec<String> = validator.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path)).collect();
            prop_assert!(faults.is_empty(), "{:?}\n{}", faults, written.text);
        }
    }

    #[test]
    fn nothing_makes_the_reader_panic(json in "\\{\"items\": \\[(\\{(\"(id|url|author|authors|content_html|tags|attachments|image)\": (1|\"<p>x\"|\\[1\\]|\\{\"name\": \"x\"\\}|null)(, )?){0,4}\\}(, )?){0,3}\\]\\}|\\PC{0,40}") {
        let _ = told(json.as_bytes());
    }
}

#[test]
fn what_a_feed_says_twice_or_wrongly_is_read() {
    let json = r#"{"title": "x", "author": {"name": "Ana"}, "items": [
        {"id": 7, "content_text": "One.\n\nTwo.", "date_published": "Fri, 31 May 2019 12:17:58 -0700"},
        {"url": "https://example.org/2", "author": {"name": "Bo"}, "authors": [{"name": "Bo"}], "content_html": "<p>x</p>", "attachments": [{"url": "https://example.org/a.mp3", "mime_type": "audio/mpeg", "duration_in_seconds": 5}], "_own": {"a": 1}}
    ]}"#;
    let reading = told(json.as_bytes()).expect("a feed");
    let [first, second] = reading.items.as_slice() else { panic!("two") };
    assert_eq!((&*first.guid, first.text.body.len(), &*first.parties[0].name), ("7", 2, "Ana"));
    assert_eq!(first.times.first.map(|when| when.to_string()).as_deref(), Some("2019-05-31T19:17:58Z"));
    assert_eq!((&*second.guid, second.parties.len(), second.kept.len()), ("https://example.org/2", 1, 2));
    for took in [Took::Missing, Took::Value, Took::Time, Took::Assumed, Took::Kept] {
        assert!(reading.liberties.has(took), "{took:?} {:#?}", reading.liberties.list);
    }
}

#[test]
fn a_notice_stands_at_the_head_of_the_text_and_in_a_member_of_its_own() {
    let item = Item {
        guid: "urn:x:1".into(),
        version: "3".into(),
        act: Some(story::Kind::Kill),
        status: story::item::Status::Canceled,
        notice: "It is withdrawn.".into(),
        ..Item::default()
    };
    let written = write(std::slice::from_ref(&item), &channel(), Languages::built_in());
    let json: serde_json::Value = serde_json::from_str(&written.text).expect("JSON");
    assert_eq!(json["items"][0]["_dateline"]["notice"], "It is withdrawn.");
    assert!(json["items"][0]["content_html"].as_str().is_some_and(|html| html.contains("It is withdrawn.")));
    assert_eq!(written.left_out, Vec::<String>::new());
    let back = told(written.text.as_bytes()).expect("a feed");
    assert_eq!(back.items[0], Item { lang: Some(channel().lang), ..item });
}
