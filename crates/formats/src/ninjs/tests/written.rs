//! What is written, against the official schemas.

use super::*;
use proptest::prelude::*;
use std::sync::OnceLock;

/// A schema that needs nothing from the network; times and addresses have to be some.
pub(super) fn validator(path: &Path) -> jsonschema::Validator {
    let schema = serde_json::from_slice(&std::fs::read(path).expect("the schema")).expect("JSON");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
}

/// What the official schema of an edition has against a document; none where the schemas are not here.
pub(super) fn faults(edition: Edition, json: &str) -> Option<Vec<String>> {
    static KNOWN: OnceLock<Option<Vec<jsonschema::Validator>>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let folder = suite_folder()?;
        let files = [
            "offline/ninjs-schema_3.1.bundled.json",
            "offline/ninjs-schema_2.2.bundled.json",
            "specification/ninjs-schema_1.6.json",
        ];
        Some(files.iter().map(|file| validator(&folder.join(file))).collect())
    });
    let at = Edition::ALL.iter().position(|known| *known == edition).expect("an edition");
    let value = serde_json::from_str(json).expect("JSON");
    let validator = known.as_ref()?.get(at)?;
    Some(validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path)).collect())
}

pub(super) fn assert_valid(item: &story::Item) {
    for edition in Edition::ALL {
        let written = write(item, edition, languages());
        if let Some(faults) = faults(edition, &written.text) {
            assert!(faults.is_empty(), "{edition:?}: {faults:#?}\n{}", written.text);
        }
    }
}

proptest! {
    #![proptest_config(crate::trials::cases(96))]

    #[test]
    fn every_item_is_written_as_the_schema_has_it(item in story::item::arbitrary::item(), guid in "[a-z :/%\\[é]{0,12}") {
        assert_valid(&item);
        assert_valid(&story::Item { guid: guid.into(), ..item });
    }
}

#[test]
fn what_was_read_of_the_suite_is_written_as_the_schema_has_it() {
    let Some(folder) = suite_folder() else { return };
    let mut written = 0;
    for path in files(&folder) {
        let Ok(reading) = told(&std::fs::read(&path).expect("a file")) else { continue };
        for item in &reading.items {
            assert_valid(item);
            written += 1;
        }
    }
    assert!(written > 180, "{written}");
}

#[test]
fn every_state_of_a_story_is_written_as_the_schema_has_it() {
    use story::item::{Bond, Reference, Status, Times};
    let moment = |words: &str| words.parse().ok();
    for act in story::Kind::ALL {
        let gone = matches!(act, story::Kind::Kill | story::Kind::Takedown);
        let item = story::Item {
            guid: "urn:newsml:example.org:2026:1".into(),
            version: "4".into(),
            act: Some(act),
            status: if gone { Status::Canceled } else { Status::Usable },
            lang: "ur".parse().ok(),
            times: Times {
                first: moment("2026-11-22T10:00:00Z"),
                embargo: moment("2026-11-22T12:00:00Z"),
                ..Times::default()
            },
            notice: "تصحیح".into(),
            advisories: vec!["For editors".into(), "Twice".into()],
            services: vec!["urdu".into(), "world".into()],
            references: vec![
                Reference {
                    bond: Bond::TranslationOf,
                    guid: "urn:newsml:example.org:2026:0".into(),
                    version: "2".into(),
                    ..Reference::default()
                },
                Reference { bond: Bond::Page, href: "https://example.org/ur/1/".into(), ..Reference::default() },
            ],
            ..story::Item::default()
        };
        assert_valid(&item);
        for edition in Edition::ALL {
            let (again, _) = one(&write(&item, edition, languages()).text);
            assert_eq!(again, item, "{edition:?}");
        }
    }
}
