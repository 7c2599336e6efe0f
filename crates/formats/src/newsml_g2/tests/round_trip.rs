//! item -> NewsML-G2 -> item.

use super::*;
use proptest::prelude::*;
use story::item::{Concept, ConceptKind, Party, PartyRole, Precision, When, Wording, arbitrary};
use story::{Inline, Line, Tag};

/// An item as NewsML-G2 can carry it. What is changed here stands in the documentation of the format.
fn carried(mut item: Item) -> Item {
    let lang = item.lang.clone();
    item.dateline = Line::new(
        crate::head::dateline(&item, &crate::head::profile(&item, languages())).as_deref().unwrap_or_default(),
    );
    item.text.dateline = None;
    item.dir = Some(crate::head::profile(&item, languages()).direction()).filter(|_| item.lang.is_some());
    // An item has to say when this version was made: what is known best stands for it.
    let times = &mut item.times;
    let moment = |when: When| When::moment(when.at());
    times.this = times.this.or(times.content).or(times.first).map(moment);
    times.this = times.this.or(Some(When::moment(jiff::Timestamp::UNIX_EPOCH)));
    if let Some(expires) = times.expires.filter(|when| when.precision() < Precision::Day) {
        times.expires = When::day(expires.at().to_zoned(jiff::tz::TimeZone::UTC).date(), Precision::Day);
    }
    if item.text.headline.is_empty() && !item.headlines.is_empty() {
        item.text.headline = item.headlines.remove(0).words;
    }
    let descriptions = std::mem::take(&mut item.descriptions);
    item.descriptions = descriptions.into_iter().map(|d| Wording { role: coded(&d.role), ..d }).collect();
    // A note that says what one before it said is no other note.
    let advisories = std::mem::take(&mut item.advisories);
    for note in advisories {
        item.advisories.extend((!item.advisories.contains(&note)).then_some(note));
    }
    item.concepts = in_order(item.concepts, &lang);
    item.parties = parties(item.parties);
    item
}

/// A role that is no code is left out.
fn coded(role: &str) -> Line {
    let code = role.parse::<story::QCode>().is_ok_and(|code| !code.code().is_empty());
    let known = code && crate::newsml_g2::names::is_ncname(role.split(':').next().unwrap_or_default());
    Line::new(if known { role } else { "" })
}

/// Concepts stand by their elements; names in the language of the item stand first and do not say so.
fn in_order(concepts: Vec<Concept>, lang: &Option<Tag>) -> Vec<Concept> {
    let place = |kind| match kind {
        ConceptKind::Located => 0,
        ConceptKind::Audience => 1,
        ConceptKind::Genre => 2,
        _ => 3,
    };
    let mut concepts = concepts;
    for concept in &mut concepts {
        for name in &mut concept.names {
            name.lang = name.lang.take().filter(|tag| Some(tag) != lang.as_ref());
        }
        concept.names.sort_by_key(|name| name.lang.is_some());
    }
    concepts.sort_by_key(|concept| place(concept.kind));
    concepts
}

/// One holder and one provider; no publishers and contacts.
fn parties(parties: Vec<Party>) -> Vec<Party> {
    let of = |role| parties.iter().filter(move |party| party.role == role).cloned();
    let mut out: Vec<Party> = of(PartyRole::Holder).take(1).chain(of(PartyRole::Provider).take(1)).collect();
    out.extend(of(PartyRole::Source).chain(of(PartyRole::Creator)).chain(of(PartyRole::Contributor)));
    out
}

proptest! {
    #![proptest_config(crate::trials::cases(256))]

    #[test]
    fn any_item_is_read_back(item in arbitrary::item()) {
        let written = crate::newsml_g2::write(&item, languages());
        let (back, liberties) = read_back(&written.text);
        let mut expected = carried(item);
        // Words that are nothing but marks are nothing.
        expected.text.deck = expected.text.deck.filter(|deck: &Inline| !deck.is_empty());
        prop_assert_eq!(&back, &expected, "{}\n{:?}\n{:?}", written.text, liberties.list, written.left_out);
        // What was read once is read the same again.
        let again = crate::newsml_g2::write(&back, languages());
        prop_assert_eq!(read_back(&again.text).0, back);
    }

    #[test]
    fn the_rest_of_an_item_is_read_back(
        act in proptest::option::of(proptest::sample::select(&story::Kind::ALL[..])),
        renditions in proptest::collection::vec(arbitrary::rendition(), 0..3),
        codes in proptest::collection::vec(arbitrary::code(), 3),
        kind in proptest::sample::select(&[ConceptKind::Place, ConceptKind::PointOfInterest, ConceptKind::Located][..]),
        milliseconds in proptest::option::of(0u64..100_000),
    ) {
        let mut item = Item { act, renditions, guid: "urn:x:1".into(), ..Item::default() };
        item.times.this = "2026-01-02T03:04:05Z".parse().ok();
        item.renditions.iter_mut().for_each(|rendition| rendition.milliseconds = milliseconds);
        item.alt_ids = vec![story::item::AltId { role: codes[0].clone(), value: "4711".into() }];
        item.services = codes.clone();
        item.advisories = vec!["One".into(), "two".into()];
        item.notice = "Three".into();
        item.concepts = vec![Concept {
            position: Some(story::item::Position { latitude: "-1.25".into(), longitude: "77".into() }),
            creator: codes[1].clone(),
            broader: codes.clone(),
            same_as: codes.clone(),
            ..Concept::coded(kind, &*codes[2])
        }];
        let written = crate::newsml_g2::write(&item, languages());
        prop_assert_eq!(&written.left_out, &Vec::<String>::new());
        let (back, liberties) = read_back(&written.text);
        prop_assert_eq!(back, item, "{}\n{:?}", written.text, liberties);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = crate::newsml_g2::read(&bytes, languages());
    }

    #[test]
    fn nothing_like_an_item_makes_the_reader_panic(
        parts in proptest::collection::vec((proptest::sample::select(PARTS), "[a-z:<&0-9 ]{0,8}"), 0..30)
    ) {
        let mut words = String::from("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>");
        for (part, said) in parts {
            words.push_str(part);
            words.push_str(&said);
        }
        if let Ok(reading) = crate::newsml_g2::read(words.as_bytes(), languages()) {
            for item in &reading.items {
                crate::newsml_g2::write(item, languages());
            }
        }
    }
}

const PARTS: &[&str] = &[
    "<itemMeta>",
    "</itemMeta>",
    "<contentMeta>",
    "<subject qcode='",
    "' type='cpnat:person'>",
    "<name xml:lang='ur'>",
    "</name>",
    "</subject>",
    "<contentSet>",
    "<inlineXML>",
    "<html>",
    "<body>",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "<inlineData contenttype='text/html'>",
    "<remoteContent width='",
    "'/>",
    "<groupSet root='",
    "<group id='a'>",
    "<itemRef residref='",
    "<link rel='irel:seeAlso' version='",
    "<embargoed/>",
    "<urgency>",
    "<nitf><body><body.content>",
    "<figure><img src='",
    "<rightsInfo>",
    "<assert qcode='",
    "<broader qcode='a:b'/>",
    "<geoAreaDetails><position latitude='",
];
