//! What goes out, in every format, for every state of a story in seven languages: valid, and read by others.

use crate::support::{
    assert_modest,
    program::{self, Serving, call},
    shared, tag,
    validators::{json_schema, put, python_reads, relax_ng, xml_schema},
};
use dateline::call::Call;
use formats::{Channel, Format, any};
use lang::Languages;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};
use story::{Dossier, Item, Kind, Line, item::Status};

/// Every release of every edition of the demo agency as it travels, and every edition that waits.
async fn everything() -> Vec<Item> {
    let place = tempfile::tempdir().expect("a temporary folder");
    let serving = Serving::with(Command::new(program::BINARY), &place.path().join("demo"), &["--demo"]);
    let mut line = serving.line().await;
    let list = call(&mut line, Call::List { lang: None, most: 1_000 }).await;
    let mut items = Vec::new();
    for story in list.as_array().expect("a list") {
        let id = story["id"].as_str().expect("an identity").to_owned();
        let dossier = call(&mut line, Call::Dossier { story: id.clone() }).await;
        let dossier: Dossier = serde_json::from_value(dossier).expect("a dossier");
        for (lang, edition) in &dossier.editions {
            let mut releases: Vec<Option<u32>> = edition.releases.iter().map(|r| Some(r.number)).collect();
            if releases.is_empty() {
                releases.push(None);
            }
            for release in releases {
                let item = call(&mut line, Call::Item { story: id.clone(), lang: lang.clone(), release }).await;
                items.push(serde_json::from_value(item).expect("an item"));
            }
        }
    }
    items
}

fn channel(items: &[Item]) -> Channel {
    Channel {
        title: Line::new("The Causeway News"),
        link: Line::new("https://news.example/en/"),
        address: Line::new("https://news.example/en/feed"),
        description: Line::new("Invented news of a harbour town"),
        lang: tag("en"),
        updated: items.iter().filter_map(|item| item.times.this).map(|when| when.at()).max(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_goes_out_is_valid_and_others_read_it() {
    let test = "wire everything_that_goes_out_is_valid_and_others_read_it";
    let items = everything().await;
    let kinds: BTreeSet<Kind> = items.iter().filter_map(|item| item.act).collect();
    for kind in [Kind::First, Kind::Update, Kind::Correction, Kind::Hold, Kind::Kill] {
        assert!(kinds.contains(&kind), "the demo has no {kind}");
    }
    assert!(items.iter().any(|item| item.times.embargo.is_some()), "the demo has no embargo");
    let langs: BTreeSet<_> = items.iter().filter_map(|item| item.lang.clone()).collect();
    assert_eq!(langs.len(), 7);
    for item in items.iter().filter(|item| item.status != Status::Usable) {
        assert!(item.text.plain().is_empty() && item.title.is_empty(), "nothing of what was withdrawn: {item:?}");
        assert!(!item.notice.is_empty());
    }

    let place = tempfile::tempdir().expect("a temporary folder");
    let mut files: BTreeMap<Format, Vec<PathBuf>> = BTreeMap::new();
    for (n, item) in items.iter().enumerate() {
        for format in Format::ALL.into_iter().filter(|format| format.is_written()) {
            let one = std::slice::from_ref(item);
            let written = any::write(format, one, &channel(one), Languages::built_in()).expect("one item");
            let path = put(place.path(), &format!("{n}.{format}"), &written.text);
            let back = any::read(written.text.as_bytes(), Languages::built_in());
            let back = back.unwrap_or_else(|why| panic!("{format} of {n}: {why}"));
            assert_eq!(back.items.len(), 1, "{format} of {n}");
            if format != Format::Text && format != Format::Html {
                let family = |format: Format| format.as_str().split('-').next();
                assert_eq!(any::tell(written.text.as_bytes()).ok().and_then(family), family(format));
            }
            files.entry(format).or_default().push(path);
        }
    }
    let of = |format: Format| files.get(&format).map(Vec::as_slice).unwrap_or_default();
    let g2 = "iptc-newsml-g2/xsd/NewsML-G2_2.35-spec-All-Power.xsd";
    xml_schema(test, g2, of(Format::NewsmlG2));
    xml_schema(test, "nitf/nitf-3-6.xsd", of(Format::Nitf));
    json_schema(test, "iptc-ninjs/offline/ninjs-schema_3.1.bundled.json", of(Format::Ninjs));
    json_schema(test, "iptc-ninjs/offline/ninjs-schema_2.2.bundled.json", of(Format::Ninjs2));
    json_schema(test, "iptc-ninjs/specification/ninjs-schema_1.6.json", of(Format::Ninjs1));
    json_schema(test, "jsonfeed/schema-v1.1.json", of(Format::Jsonfeed));
    relax_ng(test, "atom/atom.rnc", of(Format::Atom));
    let feeds: Vec<PathBuf> = [of(Format::Rss), of(Format::Atom)].concat();
    python_reads(test, FEEDPARSER, &feeds);
    python_reads(test, NEWSMLG2, of(Format::NewsmlG2));

    for format in [Format::Rss, Format::Atom, Format::Jsonfeed] {
        let all = any::write(format, &items, &channel(&items), Languages::built_in()).expect("a feed");
        let back = any::read(all.text.as_bytes(), Languages::built_in()).expect("what was written");
        assert_eq!(back.items.len(), items.len(), "{format}");
    }
}

/// Says which feeds `feedparser` finds ill-formed or empty.
const FEEDPARSER: &str = "
import sys, feedparser
for name in sys.argv[1:]:
    feed = feedparser.parse(open(name, 'rb').read())
    if feed.bozo: print(name, feed.bozo_exception)
    elif len(feed.entries) != 1: print(name, len(feed.entries), 'entries')
    elif not feed.entries[0].get('id'): print(name, 'no id')
    elif not feed.entries[0].get('title') and not feed.entries[0].get('summary'): print(name, 'neither title nor words')
";

/// Says which items `newsmlg2` does not read.
const NEWSMLG2: &str = "
import sys, logging
logging.disable(logging.CRITICAL)
from NewsMLG2 import NewsMLG2Document
for name in sys.argv[1:]:
    item = NewsMLG2Document(name).get_item()
    if not item or not item.guid or not item.itemmeta.versioncreated: print(name, 'not read')
";

/// The longest that one file may take, and how large it may be. Tests are built without optimisation.
const LONGEST: Duration = if cfg!(debug_assertions) { Duration::from_secs(5) } else { Duration::from_secs(1) };

#[test]
fn every_file_of_the_standards_goes_through_every_reader() {
    let test = "wire every_file_of_the_standards_goes_through_every_reader";
    let Some(folder) = shared(test, "standards") else { return };
    let (mut waiting, mut files, mut read) = (vec![folder], 0, 0);
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).expect("a file");
            files += 1;
            read += usize::from(any::read(&bytes, Languages::built_in()).is_ok());
            for format in Format::ALL {
                let begun = Instant::now();
                if let Ok(reading) = any::read_as(format, &bytes, Languages::built_in()) {
                    assert!(!reading.items.is_empty(), "{format} of {}", path.display());
                }
                let took = begun.elapsed();
                assert!(took <= LONGEST, "{} as {format}: {took:?}", path.display());
            }
        }
    }
    assert!(files > 1_000 && read > 800, "{read} of {files} files are in some format");
    assert_modest();
}

#[test]
fn what_could_hurt_is_refused_with_a_clear_word() {
    let says = |text: String| match any::read(text.as_bytes(), Languages::built_in()) {
        Ok(reading) => format!("read as {}", reading.format),
        Err(refused) => refused.to_string(),
    };
    let laughs =
        "<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><nitf><body>&b;</body></nitf>";
    assert!(says(laughs.into()).contains("entities of its own"));
    let outside =
        "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><item>&a;</item></channel></rss>";
    assert!(says(outside.into()).contains("entities of its own"));
    for root in ["nitf", "rss", "newsItem", "NewsML", "feed"] {
        assert!(says(format!("<{root}>{}", "<a>".repeat(100_000))).contains("deep"), "{root}");
        let attributes: String = (0..1_000_000).map(|n| format!(" a{n}='1'")).collect();
        assert!(says(format!("<{root}{attributes}/>")).contains("attributes"), "{root}");
    }
    let deep = format!("{{\"uri\":\"x\",\"associations\":{}", "[".repeat(100_000));
    assert!(!says(deep).contains("read as"));
    for word in [any::read(b"", Languages::built_in()), any::read(b" \n ", Languages::built_in())] {
        assert!(word.is_err());
    }
    assert_modest();
}

#[test]
fn a_wire_file_is_filed_with_what_it_says() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let (dir, file) = (place.path().join("agency"), place.path().join("wire.json"));
    let _serving = Serving::start(&dir);
    let wire = r#"{"uri":"urn:sample:1","version":"1","type":"text","pubstatus":"usable","urgency":3,"language":"en",
        "slugline":"town-clock","headline":"Town clock runs again","byline":"By Ana Sample","located":"Cape Aldis",
        "subject":[{"code":"medtop:20000002","name":"arts and entertainment"}],
        "body_xhtml":"<p>The town clock of Cape Aldis, an invented place, runs again.</p><p>It stood for nine days.</p>"}"#;
    std::fs::write(&file, wire).expect("to write");
    let (dir, file) = (dir.to_str().expect("a path"), file.to_str().expect("a path"));
    let filed: serde_json::Value =
        serde_json::from_str(&program::says(&["file", file, "--dir", dir, "--json"])).expect("JSON");
    let story = filed["answer"]["story"].as_str().expect("a story");
    let shown: serde_json::Value =
        serde_json::from_str(&program::says(&["show", story, "--dir", dir, "--json"])).expect("JSON");
    assert_eq!(shown["data"]["slug"], "town-clock");
    assert_eq!(shown["data"]["urgency"], 3);
    assert_eq!(shown["editions"][0]["text"]["headline"][0], "Town clock runs again");
    assert_eq!(shown["editions"][0]["text"]["body"].as_array().map(Vec::len), Some(2));
    let out = program::says(&["show", story, "--lang", "en", "--as", "newsml-g2", "--dir", dir]);
    assert!(out.contains("Town clock runs again"), "{out}");

    let killed = place.path().join("killed.json");
    std::fs::write(&killed, wire.replace("usable", "canceled")).expect("to write");
    let done = program::run(&["file", killed.to_str().expect("a path"), "--dir", dir]);
    assert!(String::from_utf8_lossy(&done.stderr).contains("withdrawn"));
}

/// A letter with a story in a code, a picture and a file.
const LETTER: &str = "Return-Path: <ana@news.example>\r\nDelivered-To: desk@news.example\r\nReceived: by mail.news.example; \
    Thu, 12 Mar 2026 09:30:01 +0100\r\nFrom: Ana <ana@news.example>\r\nTo: desk@news.example\r\nMessage-ID: <1@news.example>\r\n\
    Date: Thu, 12 Mar 2026 09:30:00 +0100\r\nSubject: For tomorrow\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\
    Content-Transfer-Encoding: quoted-printable\r\n\r\nTown clock runs again =E2=80=93 at last\r\n\r\nCAPE ALDIS, 3 May 2026 (GNP): \
    The town clock of Cape Aldis, an invented=\r\n place, runs again, the mayor said.\r\n\r\nIt stood for nine days.\r\n\r\n\
    (Eds: picture to follow)\r\n-- \r\nAna\r\n--b\r\nContent-Type: image/png; name=\"clock.png\"\r\n\
    Content-Disposition: attachment; filename=\"clock.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n\
    --b\r\nContent-Type: application/zip; name=\"more.zip\"\r\nContent-Disposition: attachment; filename=\"more.zip\"\r\n\
    Content-Transfer-Encoding: base64\r\n\r\nUEsDBA==\r\n--b--\r\n";

#[test]
fn a_letter_is_filed_as_the_text_that_its_reader_gives() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let (dir, file) = (place.path().join("agency"), place.path().join("letter.eml"));
    let _serving = Serving::start(&dir);
    std::fs::write(&file, LETTER).expect("to write");
    let (dir, file) = (dir.to_str().expect("a path"), file.to_str().expect("a path"));
    let says = |words: &[&str]| serde_json::from_str::<serde_json::Value>(&program::says(words)).expect("JSON");

    let letter = any::read(LETTER.as_bytes(), Languages::built_in()).expect("a letter");
    let wanted = letter.items.first().map(|item| serde_json::to_value(&item.text).expect("JSON")).expect("an item");
    assert_eq!(wanted["headline"][0], "Town clock runs again – at last");
    let read = says(&["read", file, "--dir", dir, "--json"]);
    assert_eq!(read["text"], wanted);
    assert_eq!(read["desk_notes"][0], "(Eds: picture to follow)");
    let pieces = read["pieces"].as_array().expect("pieces");
    let ends: Vec<u64> = pieces.iter().filter_map(|piece| piece["range"]["end"].as_u64()).collect();
    let starts: Vec<u64> = pieces.iter().filter_map(|piece| piece["range"]["start"].as_u64()).collect();
    assert_eq!((starts[0], ends.last().copied()), (0, u64::try_from(LETTER.len()).ok()));
    assert_eq!(starts[1..], ends[..ends.len() - 1]);
    let off = read["furniture"].to_string();
    for named in ["more.zip", "clock.png", "Delivered-To: desk@news.example"] {
        assert!(off.contains(named), "{named}: {off}");
    }

    let filed = says(&["file", file, "--dir", dir, "--json"]);
    let story = filed["answer"]["story"].as_str().expect("a story");
    let shown = says(&["show", story, "--dir", dir, "--json"]);
    let text = &shown["editions"][0]["text"];
    for member in ["headline", "dateline"] {
        assert_eq!(text[member], wanted[member], "{member}");
    }
    assert_eq!(text["body"].as_array().map(Vec::len), wanted["body"].as_array().map(Vec::len));
}

#[test]
fn the_table_of_the_formats_is_as_the_formats_are() {
    let papers = include_str!("../docs/formats.md");
    let said = papers.split_once("| member of an item").map(|(_, table)| format!("| member of an item{table}"));
    assert_eq!(said.as_deref(), Some(formats::papers::table().as_str()), "cargo run -p formats --example table");
}
