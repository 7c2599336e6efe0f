//! Any item, written and read again, and what the schema says of it.

use super::*;
use crate::head;
use proptest::prelude::*;
use std::io::Write as _;
use std::process::{Command, Stdio};
use story::item::{Bond, Concept, ConceptKind, PartyRole, Wording, arbitrary};
use story::{Line, Text, Urgency};

/// What NITF can carry of an item, as it is read back.
fn carried(item: Item) -> Item {
    let languages = Languages::built_in();
    let dateline = head::dateline(&item, &head::profile(&item, languages)).map(|line| Line::new(&*line));
    let mut item = Item { dateline: dateline.unwrap_or_default(), dir: None, ..item };
    item.text = Text { dateline: None, ..item.text };
    // Whoever has no title is listed by its headline.
    if item.title.is_empty() {
        item.title = Line::new(item.text.headline.plain());
    }
    item.urgency = item.urgency.and_then(|urgency| Urgency::try_from(urgency.get().min(8)).ok());
    item.descriptions.sort_by_key(|wording| matches!(&*wording.role, "tagline" | "bibliography"));
    for party in item.parties.iter_mut().filter(|party| party.role != PartyRole::Provider) {
        (party.code, party.literal, party.job) = Default::default();
    }
    item.concepts = item.concepts.into_iter().map(|concept| one_name(concept, &item.lang)).collect();
    item.concepts.sort_by_key(|concept| format!("{concept:?}"));
    item.parties.sort_by_key(|party| format!("{party:?}"));
    item.parties.dedup();
    item.references.sort_by_key(|reference| format!("{reference:?}"));
    item.kept.clear();
    item.renditions.iter_mut().for_each(|rendition| rendition.bytes = None);
    item
}

/// One name, in the language of the item if there is one; a coded genre and a numbered subject say no language.
fn one_name(concept: Concept, lang: &Option<story::Tag>) -> Concept {
    let ours = |name: &&Wording| name.lang.is_none() || name.lang == *lang;
    let name = concept.names.iter().find(ours).or_else(|| concept.names.first()).cloned();
    let alone = concept.code.is_empty();
    let numbered = concept.kind == ConceptKind::Subject && !alone && !concept.code.contains("//");
    let plain = numbered || matches!(concept.kind, ConceptKind::Genre | ConceptKind::Audience) && alone;
    let bare_genre = concept.kind == ConceptKind::Genre && !alone && !concept.code.contains("//");
    let name = name.filter(|_| !bare_genre).map(|name| Wording { lang: name.lang.filter(|_| !plain), ..name });
    Concept { names: name.into_iter().collect(), ..concept }
}

fn xmllint(files: &[String]) -> Option<Vec<String>> {
    let shared = super::samples::shared()?;
    let schema = shared.join("standards/nitf/nitf-3-6.xsd");
    let folder = tempdir();
    let mut paths = Vec::new();
    for (n, xml) in files.iter().enumerate() {
        let path = folder.join(format!("{n}.xml"));
        std::fs::File::create(&path).and_then(|mut file| file.write_all(xml.as_bytes())).expect("a file");
        paths.push(path);
    }
    let mut tool = Command::new("xmllint");
    tool.args(["--nonet", "--noout", "--schema"]).arg(&schema).args(&paths).stdout(Stdio::null());
    let output = match tool.stderr(Stdio::piped()).output() {
        Ok(output) => output,
        Err(error) => {
            super::samples::skipped(&format!("the schema of NITF: no xmllint ({error})"));
            return None;
        }
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    std::fs::remove_dir_all(&folder).expect("the folder");
    Some(said.lines().filter(|line| !line.ends_with(" validates")).map(str::to_owned).collect())
}

fn tempdir() -> std::path::PathBuf {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let n = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("dateline-nitf-{}-{n}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Asserts that all of them are valid.
pub(super) fn assert_valid(files: &[String]) {
    if let Some(said) = xmllint(files) {
        assert!(said.is_empty(), "{}\n{}", said.join("\n"), files.join("\n\n"));
    }
}

proptest! {
    #![proptest_config(crate::trials::cases(256))]

    #[test]
    fn any_item_is_read_back(item in arbitrary::item()) {
        let written = write(&item, Languages::built_in());
        let reading = read(written.text.as_bytes(), Languages::built_in()).expect("NITF");
        prop_assert!(reading.liberties.list.iter().all(|l| l.at.contains("pubdata") || l.at.contains("doc-id")),
            "{:?}\n{}", reading.liberties.list, written.text);
        let again = carried(Item { act: item.act, ..reading.items[0].clone() });
        prop_assert_eq!(again, carried(item), "{}", written.text);
    }

    #[test]
    fn any_markup_is_read(
        xml in "<nitf>(<(/?(head|docdata|body|body.head|body.content|hedline|hl1|p|bq|credit|table|tr|td|ul|li|media|media-reference|em|a|lang|note|block|dateline|location|date.issue))( (norm|href|class|value|media-type)=\"[a-z0-9:]{0,5}\")?/?>|[a-z &;]{0,4}){0,40}"
    ) {
        let _ = read(xml.as_bytes(), Languages::built_in());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, Languages::built_in());
    }
}

#[test]
fn whatever_is_written_is_valid() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = arbitrary::item();
    let items = (0..300).map(|_| strategy.new_tree(&mut runner).expect("an item").current());
    let files: Vec<String> = items.map(|item| write(&item, Languages::built_in()).text).collect();
    assert_valid(&files);
}

#[test]
fn a_pointer_keeps_all_its_fields() {
    let reference = story::item::Reference {
        bond: Bond::TranslationOf,
        guid: Line::new(r"urn:x|\y"),
        title: Line::new(r"a|"),
        lang: "ur".parse().ok(),
        ..Default::default()
    };
    let item = Item { references: vec![reference], ..Item::default() };
    let (again, _) = read_one(&write(&item, Languages::built_in()).text);
    assert_eq!(again.references, item.references);
}
