//! Out and in again.

use super::*;
use crate::head;
use proptest::prelude::*;
use story::item::{Concept, ConceptKind, When};
use story::text::{Inline, Run};
use story::{Item, Line};

/// The item as an edition of ninjs can carry it: this is all that is lost.
fn carried(item: &Item, edition: Edition) -> Item {
    let profile = head::profile(item, languages());
    let mut item = item.clone();
    // The dateline travels as it is printed; its places as the one place that it was made in.
    let places: Vec<String> =
        item.text.dateline.iter().flat_map(|d| d.places.iter().map(ToString::to_string)).collect();
    item.dateline = head::dateline(&item, &profile).map(|words| Line::new(&*words)).unwrap_or_default();
    item.text.dateline = None;
    // A time is a moment.
    for time in [
        &mut item.times.first,
        &mut item.times.this,
        &mut item.times.content,
        &mut item.times.embargo,
        &mut item.times.expires,
    ] {
        *time = time.map(|when| When::moment(when.at()));
    }
    // A concept has one name, in the language of the item; concepts stand by kind; an audience has no place, and a
    // place to go to is a place.
    let lang = item.lang.clone();
    let order = |kind| {
        about::CONCEPTS.iter().position(|(known, ..)| {
            *known == kind || (kind == ConceptKind::PointOfInterest && *known == ConceptKind::Place)
        })
    };
    let mut concepts: Vec<Concept> = item.concepts.iter().filter(|c| order(c.kind).is_some()).cloned().collect();
    concepts.sort_by_key(|concept| order(concept.kind));
    for concept in &mut concepts {
        let name = concept.name(lang.as_ref()).unwrap_or_default();
        concept.names.clear();
        *concept = std::mem::take(concept).with_name(None, name);
    }
    if !places.is_empty() {
        concepts.insert(0, Concept::named(ConceptKind::Located, places.join(", ")));
    }
    item.concepts = concepts;
    // The one who holds the copyright stands apart.
    let alone = |p: &story::item::Party| p.role == PartyRole::Holder && p.code.is_empty();
    if let Some(at) = item.parties.iter().position(alone) {
        let holder = item.parties.remove(at);
        item.parties.push(holder);
    }
    if edition == Edition::One {
        one_only(&mut item);
    }
    item
}

/// What names of members in ninjs 1 do to roles and names.
fn one_only(item: &mut Item) {
    for description in &mut item.descriptions {
        if !description.role.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
            description.role = Line::new(format!("_{}", description.role));
        }
    }
    let mut names: Vec<String> = Vec::new();
    for rendition in &mut item.renditions {
        if names.contains(&rendition.name.to_string()) {
            rendition.name = Line::new(format!("{}2", rendition.name));
        }
        names.push(rendition.name.to_string());
    }
}

/// Roles by which this format tells what an item says elsewhere.
fn is_free(item: &Item) -> bool {
    let taken = |role: &str| {
        let role = role.to_ascii_lowercase();
        role.contains('_')
            || [
                "summary",
                "standfirst",
                "deck",
                "lead",
                "abstract",
                "intro",
                "notice",
                "dateline",
                "creditline",
                "html",
                "text",
                "xhtml",
                "html5",
            ]
            .contains(&&*role)
    };
    !item.descriptions.iter().any(|description| taken(&description.role))
}

proptest! {
    #![proptest_config(crate::trials::cases(192))]

    #[test]
    fn what_an_edition_can_carry_comes_back(item in story::item::arbitrary::item()) {
        prop_assume!(is_free(&item));
        for edition in Edition::ALL {
            let written = write(&item, edition, languages());
            let reading = told(written.text.as_bytes()).expect("ninjs");
            prop_assert_eq!(&reading.items, &[carried(&item, edition)], "{:?} {}", edition, written.text);
            prop_assert_eq!(&reading.version, edition.version());
            let odd: Vec<_> = reading.liberties.list.iter().filter(|l| l.took != Took::LeftOut).collect();
            prop_assert!(odd.iter().all(|l| l.at.contains("body_html")), "{:?} {}", odd, written.text);
        }
    }
}

#[test]
fn marks_of_a_headline_come_back() {
    let strong = Run { text: "up".into(), style: story::text::Style { strong: true, ..Default::default() } };
    let headline = Inline::new([Run::plain("Kites "), strong]);
    let mut item = Item { guid: "urn:1".into(), ..Item::default() };
    item.text.headline = headline;
    for edition in Edition::ALL {
        assert_eq!(one(&write(&item, edition, languages()).text).0, item, "{edition:?}");
    }
}
