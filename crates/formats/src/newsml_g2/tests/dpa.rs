//! What dpa's own converter made of its copy, read into what the copy says.

use super::*;
use serde_json::Value;
use story::item::{ConceptKind, PartyRole, Status};

fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text<'v>(copy: &'v Value, name: &str) -> Option<&'v str> {
    copy.get(name)?.as_str().filter(|words| !words.trim().is_empty())
}

fn list<'v>(copy: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    copy.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// What the copy says and the item does not.
fn missing(copy: &Value, item: &Item, xml: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut check = |what: &str, said: &str, is: bool| {
        if !is {
            out.push(format!("{what}: {said}"));
        }
    };
    let same = |a: &str, b: Option<&str>| b.map(folded).as_deref() == Some(&*folded(a));
    for (name, is) in [
        ("urn", Some(item.guid.to_string())),
        ("headline", Some(item.text.headline.plain())),
        ("byline", item.text.byline.as_ref().map(ToString::to_string)),
        ("creditline", item.rights.credit.as_ref().map(ToString::to_string)),
        ("copyrightnotice", item.rights.copyright.as_ref().map(ToString::to_string)),
        ("usageterms", item.rights.terms.as_ref().map(ToString::to_string)),
        ("language", item.lang.as_ref().map(ToString::to_string)),
        ("teaser", item.descriptions.iter().find(|d| &*d.role == "drol:teaser").map(|d| d.words.plain())),
        ("dateline", Some(item.dateline.to_string())),
    ] {
        if let Some(said) = text(copy, name) {
            check(name, said, same(said, is.as_deref()) || name == "teaser" && is_deck(item, said));
        }
    }
    for name in ["kicker", "subhead"] {
        if let Some(said) = text(copy, name) {
            check(name, said, item.headlines.iter().any(|h| same(said, Some(&h.words.plain()))));
        }
    }
    for (name, is) in [
        ("version_created", item.times.this),
        ("embargoed", item.times.embargo),
        ("content_created", item.times.content),
    ] {
        let said = text(copy, name).map(|said| said.parse::<story::item::When>().expect("a time"));
        check(name, &format!("{said:?}"), said == is);
    }
    let urgency = copy.get("urgency").and_then(Value::as_u64);
    check("urgency", &format!("{urgency:?}"), urgency == item.urgency.map(|u| u64::from(u.get())));
    let version = copy.get("version").map(ToString::to_string).unwrap_or_default();
    check("version", &version, *version == *item.version);
    let status = match text(copy, "pubstatus") {
        None | Some("usable") => Status::Usable,
        Some("withheld") => Status::Withheld,
        Some(_) => Status::Canceled,
    };
    check("pubstatus", &format!("{status:?}"), status == item.status);
    if let Some(signal) = text(copy, "signal") {
        check("signal", signal, item.act.is_some_and(|act| signal.ends_with(act.as_str())));
    }
    for note in list(copy, "ednotes").filter_map(|note| text(note, "ednote")) {
        check("ednote", note, item.advisories.iter().any(|known| same(note, Some(known))));
    }
    for description in list(copy, "descriptions").filter_map(|d| text(d, "description")) {
        check("description", description, item.descriptions.iter().any(|d| same(description, Some(&d.words.plain()))));
    }
    for (name, kind) in [
        ("dpasubject_names", Some(ConceptKind::Subject)),
        ("geosubject_names", Some(ConceptKind::Place)),
        ("genre_names", Some(ConceptKind::Genre)),
        ("keyword_names", None),
    ] {
        for said in list(copy, name).filter_map(Value::as_str) {
            let is = match kind {
                Some(kind) => item.concepts(kind).any(|concept| concept.name(None).as_deref() == Some(said)),
                None => item.keywords.iter().any(|keyword| &**keyword == said),
            };
            // The converter takes one genre of several.
            check(name, said, is || !xml.contains(&format!(">{said}<")));
        }
    }
    for category in list(copy, "categories") {
        let (code, name) = (text(category, "qcode"), text(category, "name"));
        let party = |role| {
            item.parties(role)
                .any(|p| name.is_none_or(|n| same(n, Some(&p.name))) && code.is_none_or(|c| *p.code == *c))
        };
        let concept = || item.concepts.iter().any(|c| code.is_some_and(|code| *c.code == *code));
        let is = match text(category, "type").unwrap_or_default() {
            "dnltype:creator" => party(PartyRole::Creator),
            "dnltype:contributor" => party(PartyRole::Contributor),
            "dnltype:wire" => item.services.iter().any(|service| Some(&**service) == code),
            "dnltype:dpasubject" | "dnltype:geosubject" | "dnltype:genre" | "dnltype:desk" if code.is_some() => {
                concept()
            }
            _ => true,
        };
        let is = is || code.is_some_and(|code| !xml.contains(code));
        check("category", &category.to_string(), is);
    }
    out.extend(missing_links(copy, item));
    out.extend(missing_body(copy, item));
    out
}

fn is_deck(item: &Item, said: &str) -> bool {
    item.text.deck.as_ref().is_some_and(|deck| folded(&deck.plain()) == folded(said))
}

/// Pictures and pages beside the copy; the item itself may be the picture.
fn missing_links(copy: &Value, item: &Item) -> Vec<String> {
    let mut out = Vec::new();
    for association in list(copy, "associations") {
        let urn = text(association, "urn").unwrap_or_default();
        let itself = *item.guid == *urn;
        let linked = item.references.iter().any(|reference| *reference.guid == *urn);
        let version = association.get("version").map(ToString::to_string);
        let versioned = item.references.iter().any(|r| *r.guid == *urn && Some(r.version.to_string()) == version);
        if !(itself && !item.renditions.is_empty() || linked && versioned) {
            out.push(format!("association: {urn}"));
        }
    }
    out
}

/// The paragraphs of the copy, in their order, without markup.
fn missing_body(copy: &Value, item: &Item) -> Vec<String> {
    let Some(html) = text(copy, "article_html") else { return Vec::new() };
    let plain = |text: &story::Text| {
        text.body.iter().map(|block| folded(&block.plain())).filter(|words| !words.is_empty()).collect::<Vec<_>>()
    };
    let (said, is) = (plain(&crate::html::read(html)), plain(&item.text));
    let start = is.get(..said.len()).unwrap_or(&is);
    said.iter()
        .zip(start)
        .find(|(said, is)| said != is)
        .map(|(s, i)| format!("body: {s}\n   is: {i}"))
        .into_iter()
        .chain((said.len() > is.len()).then(|| format!("body: {} blocks of {}", is.len(), said.len())))
        .chain(
            (text(copy, "infobox_html").is_none() && said.len() < is.len())
                .then(|| format!("body: {:?} is too much", is.get(said.len()..))),
        )
        .collect()
}

#[test]
fn the_copy_of_dpa_says_what_it_said() {
    let Some(standards) = standards("the_copy_of_dpa_says_what_it_said") else { return };
    let folder = standards.join("dpa-newsmlg2");
    let (mut pairs, mut wrong) = (0, String::new());
    for file in files(&folder.join("output")) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let copy = std::fs::read_to_string(folder.join(format!("input/{name}.json"))).expect("the copy");
        let copy: Value = serde_json::from_str(&copy).expect("JSON");
        let xml = std::fs::read_to_string(&file).expect("a file");
        let reading = crate::newsml_g2::read(xml.as_bytes(), languages()).expect("a story");
        pairs += 1;
        for missing in missing(&copy, reading.items.first().expect("an item"), &xml) {
            wrong.push_str(&format!("{name}: {missing}\n"));
        }
    }
    assert_eq!(wrong, "", "of {pairs} pairs");
    assert!(pairs > 5);
}
