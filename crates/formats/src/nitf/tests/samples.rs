//! Files of agencies, where they are at hand: their words are not ours to keep here.

use super::*;
use crate::xml::Node;
use std::path::PathBuf;

/// Notes that something could not be tested here.
pub(crate) fn skipped(why: &str) {
    use std::io::Write as _;
    eprintln!("skipped: {why}");
    if let Some(list) = std::env::var_os("DATELINE_SKIPPED") {
        let file = std::fs::OpenOptions::new().append(true).create(true).open(list);
        let _ = file.and_then(|mut file| writeln!(file, "{why}"));
    }
}

/// The folder of samples; fails when it is named and not there.
pub(crate) fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let folder = named.clone().unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"));
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(named.is_none(), "DATELINE_SHARED names {}, which is not there", folder.display());
    skipped("the samples of NITF and NewsML 1: no ../shared");
    None
}

/// Every value of a document that is neither in the item nor named by a liberty.
pub(crate) fn lost(xml: &str, items: &[Item], liberties: &Liberties) -> Vec<String> {
    let fold = |words: &str| words.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>();
    let plain = |item: &Item| {
        let mut all = item.text.plain();
        item.parts.iter().for_each(|part| all.push_str(&part.item.text.plain()));
        all
    };
    let mut said: String = items
        .iter()
        .map(|item| {
            fold(&format!(
                "{}{}",
                serde_json::to_string(item)
                    .expect("JSON")
                    .replace("\\\"", "\"")
                    .replace("\\n", "")
                    .replace("\\\\", "\\"),
                plain(item)
            ))
        })
        .collect();
    let listed = liberties.list.iter().map(|liberty| fold(&format!("{} {}", liberty.at, liberty.what)));
    said.extend(listed);
    let mut quiet = Liberties::new();
    let document = xml::parse(xml, &mut quiet).expect("XML");
    let mut missing = Vec::new();
    let mut look = |value: &str| {
        let value = fold(value);
        if !value.is_empty() && !said.contains(&value) {
            missing.push(value);
        }
    };
    let root = document.root().expect("a root");
    root.walk(&mut |node| match node {
        Node::Words(words) => look(words),
        Node::Element(element) => element.attributes().for_each(|(.., value)| look(value)),
    });
    missing
}

#[test]
fn nothing_of_a_file_of_ntb_is_lost() {
    let Some(shared) = shared() else { return };
    let path = shared.join("standards/iptc-ninjs/wire-samples/NTB_nitf_sample.xml");
    let xml = std::fs::read_to_string(path).expect("the sample");
    let (item, liberties) = read_one(&xml);
    assert_eq!(lost(&xml, std::slice::from_ref(&item), &liberties), Vec::<String>::new());
    assert_eq!(item.times.this.map(|w| w.to_string()).as_deref(), Some("2021-05-16T09:00:04Z"));
    assert!(liberties.has(Took::NoZone) && liberties.has(Took::Namespace));
    assert_eq!(item.lang.as_ref().map(|l| l.as_str()), Some("nb-NO"));
    assert_eq!((&*item.slug, &*item.version), ("india-korona-bygd", "1"));
    assert_eq!(item.text.body.iter().filter(|block| block.name() == "subhead").count(), 4);
    assert_eq!(item.parts.len(), 1);
    let again = write(&item, Languages::built_in());
    super::properties::assert_valid(&[again.text]);
}

#[test]
fn a_kill_as_the_trade_writes_it_is_one() {
    let Some(shared) = shared() else { return };
    let xml = std::fs::read_to_string(shared.join("standards/skeletons/nitf-kill.xml")).expect("the skeleton");
    let (item, liberties) = read_one(&xml);
    assert_eq!((item.status, item.act), (story::item::Status::Canceled, Some(story::Kind::Kill)));
    assert_eq!((&*item.guid, &*item.version, &*item.slug), ("urn:x:2", "3", "elections"));
    assert!(!item.references.is_empty() && item.references.iter().all(|r| &*r.guid == "urn:x:1"));
    assert_eq!(item.times.embargo.map(|w| w.to_string()).as_deref(), Some("2026-11-22T11:00:00Z"));
    assert_eq!((&*item.dateline, item.text.byline.as_deref()), ("ABIDJAN", Some("Par J")));
    assert_eq!(item.advisories, ["3e para"].map(story::Line::new));
    assert!(liberties.is_empty(), "{:?}", liberties.list);
}

#[test]
fn the_body_within_another_format_is_read() {
    let Some(shared) = shared() else { return };
    for listing in [
        "LISTING_22_Sports_story_in_NewsML-G2NITF.xml",
        "LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml",
    ] {
        let path = shared.join("standards/iptc-newsml-g2/examples").join(listing);
        let xml = std::fs::read_to_string(path).expect("the listing");
        let mut liberties = Liberties::new();
        let document = xml::parse(&xml, &mut liberties).expect("XML");
        let root = document.root().expect("a root");
        let mut found = None;
        root.walk(&mut |node| match node {
            Node::Element(element) if is(element) => found = Some(element),
            _ => {}
        });
        let nitf = found.expect("a nitf element");
        let item = body(nitf, "en-US".parse().ok(), &mut liberties);
        assert_eq!(item.text.byline.as_deref(), Some("Sports Network"), "{listing}");
        assert_eq!(item.lang.as_ref().map(|lang| lang.as_str()), Some("en-US"));
        assert!(item.text.deck.is_some() && !item.text.headline.is_empty() && !item.text.body.is_empty());
        let inside = ["<nitf>", &nitf.children().map(|inner| inner.raw()).collect::<String>(), "</nitf>"].concat();
        assert_eq!(lost(&inside, std::slice::from_ref(&item), &liberties), Vec::<String>::new(), "{listing}");
    }
}
