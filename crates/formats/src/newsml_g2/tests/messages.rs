//! Several items in one message, and what was kept, written again.

use super::*;
use crate::newsml_g2::names::NAR;
use crate::newsml_g2::{read, write, write_all};
use proptest::prelude::*;
use story::item::arbitrary;

const MESSAGE: &str = r#"<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
<header><sent>2026-03-12T09:00:00Z</sent><sender>Bay Agency</sender><transmitId>7</transmitId><priority>4</priority>
<timestamp role="received">2026-03-12T09:00:01Z</timestamp><channel>sport</channel></header>
<itemSet><newsItem standard="NewsML-G2" standardversion="2.35" conformance="power" guid="urn:x:1" version="2" xml:lang="en">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
<hopHistory><hop seq="1" timestamp="2026-03-12T08:00:00Z"><party literal="Bay"><name>Bay Agency</name></party>
<action qcode="isact:created" timestamp="2026-03-12T08:00:00Z"/></hop></hopHistory>
<itemMeta><itemClass qcode="ninat:text"/><provider/><versionCreated>2026-03-12T08:30:00Z</versionCreated>
<pubStatus qcode="stat:usable"/><role qcode="itemrole:final"/><fileName>boats.xml</fileName>
<generator versioninfo="2.1">Pen</generator><profile versioninfo="1">story</profile>
<incomingFeedId qcode="feed:7"/><itemMetaExtProperty type="prop:desk" literal="sport"/></itemMeta>
<contentMeta><headline>Boats</headline><contentMetaExtProperty type="prop:colour" value="blue"/></contentMeta>
</newsItem>
<newsItem standard="NewsML-G2" standardversion="2.35" conformance="power" guid="urn:x:2" version="1" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider/><versionCreated>2026-03-12T08:30:00Z</versionCreated></itemMeta>
<contentMeta><headline>Wind</headline></contentMeta></newsItem></itemSet></newsMessage>"#;

#[test]
fn what_was_kept_is_written_again_in_its_place_and_is_valid() {
    let items = read(MESSAGE.as_bytes(), languages()).expect("a message").items;
    let written = write_all(&items, languages());
    assert_eq!(written.left_out, Vec::<String>::new(), "{}", written.text);
    let back = read(written.text.as_bytes(), languages()).expect("a message");
    for (item, again) in items.iter().zip(&back.items) {
        let kept = |item: &Item| {
            let mut kept: Vec<_> = item.kept.iter().map(|kept| (kept.at.to_string(), kept.raw.clone())).collect();
            kept.retain(|(at, _)| at != "header");
            kept.sort();
            kept
        };
        let spaces = |all: Vec<(String, String)>| {
            all.into_iter().map(|(at, raw)| (at, raw.replace('\n', ""))).collect::<Vec<_>>()
        };
        assert_eq!(spaces(kept(item)), spaces(kept(again)), "{}", written.text);
        assert_eq!(item.times, again.times);
    }
    for part in ["<sender>Bay Agency</sender>", "<priority>4</priority>", "<hop seq=\"1\"", "<channel>sport</channel>"]
    {
        assert!(written.text.contains(part), "{part}: {}", written.text);
    }
    let single = write(&items[0], languages());
    if let Some(wrong) = validated("kept_again", &[written.text, single.text]) {
        assert_eq!(wrong, "");
    }
}

#[test]
fn publications_and_shots_are_written_again_and_links_between_elements_are_named() {
    let history = "<pubHistory><published qcode=\"pub:east\"><timestamp>2026-03-12</timestamp><name>Bay Online</name>\
        <publishedExtProperty qcode=\"site:1\" rel=\"rel:site\" value=\"bay\"/></published></pubHistory>";
    let shots = "<partMeta partid=\"a\" seq=\"1\"><timeDelim start=\"0\" end=\"446\" timeunit=\"timeunit:editUnit\" \
        renditionref=\"vidrnd:avi25\"/><headline>Boats</headline><description role=\"drol:caption\">Ten of them</description></partMeta>";
    let xml = format!(
        "<newsItem xmlns=\"{NAR}\" guid=\"urn:x:1\" version=\"1\" standard=\"NewsML-G2\" standardversion=\"2.35\">\
         {history}<itemMeta><itemClass qcode=\"ninat:video\"/><provider literal=\"x\"/><versionCreated>2026-03-12T09:30:00Z</versionCreated></itemMeta>\
         <contentMeta><headline>Boats</headline></contentMeta>{shots}<derivedFrom idrefs=\"a b\"/></newsItem>"
    );
    let item = read(xml.as_bytes(), languages()).expect("an item").items.remove(0);
    let at: Vec<&str> = item.kept.iter().map(|kept| &*kept.at).collect();
    assert_eq!(at, ["pubHistory", "partMeta", "derivedFrom"]);
    let written = write(&item, languages());
    assert!(written.left_out.iter().any(|member| member == "kept/derivedFrom"), "{:?}", written.left_out);
    let again = read(written.text.as_bytes(), languages()).expect("an item").items.remove(0);
    assert_eq!(again.kept, item.kept.iter().take(2).cloned().collect::<Vec<_>>(), "{}", written.text);
    let odd = xml.replace(" end=\"446\"", "").replace("<published qcode", "<published zoom");
    let odd = write(&read(odd.as_bytes(), languages()).expect("an item").items[0], languages());
    assert!(["kept/pubHistory", "kept/partMeta"].iter().all(|at| odd.left_out.iter().any(|member| member == at)));
    if let Some(wrong) = validated("publications_and_shots", &[written.text, odd.text]) {
        assert_eq!(wrong, "");
    }
}

#[test]
fn what_has_another_form_is_not_written_again() {
    let odd = MESSAGE
        .replace("<hop seq=\"1\"", "<hop seq=\"first\"")
        .replace("<fileName>", "<fileName zoom=\"1\">")
        .replace("<sender>", "<channel>a</channel><sender>");
    let items = read(odd.as_bytes(), languages()).expect("a message").items;
    let written = write_all(&items, languages());
    assert_eq!(written.left_out, ["kept/hopHistory", "kept/itemMeta/fileName", "kept/header"]);
    if let Some(wrong) = validated("odd_is_not_kept_again", &[written.text]) {
        assert_eq!(wrong, "");
    }
}

#[test]
fn a_time_that_nobody_said_is_named() {
    let written = write(&Item { guid: "urn:x:1".into(), ..Item::default() }, languages());
    assert!(written.left_out.iter().any(|member| member == "times/this"), "{:?}", written.left_out);
    assert!(write_all(&[Item::default()], languages()).left_out.iter().any(|member| member == "times/sent"));
}

proptest! {
    #![proptest_config(crate::trials::cases(24))]
    #[test]
    fn any_items_make_one_message(items in proptest::collection::vec(arbitrary::item(), 1..5)) {
        let written = write_all(&items, languages());
        let back = read(written.text.as_bytes(), languages()).expect("a message");
        prop_assert_eq!(back.items.len(), items.len());
        for (item, again) in items.iter().zip(&back.items) {
            let alone = super::read_back(&write(item, languages()).text).0;
            let sent = story::item::Times { sent: alone.times.sent, ..again.times };
            prop_assert_eq!(&Item { times: sent, ..again.clone() }, &alone, "{}", written.text);
        }
        if let Some(wrong) = validated("any_items_make_one_message", &[written.text]) {
            prop_assert_eq!(wrong, "");
        }
    }
}
