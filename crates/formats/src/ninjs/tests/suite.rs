//! The IPTC's own cases.

use super::accounted::Said;
use super::*;

#[test]
fn what_is_valid_is_read_with_nothing_dropped_unsaid() {
    let Some(folder) = suite_folder() else { return };
    let mut failures = Vec::new();
    let (mut read_as_stories, mut refused) = (0, 0);
    let valid = files(&folder).into_iter().filter(|path| {
        let path = path.to_string_lossy();
        !path.contains("/specification/")
            && !path.contains("/offline/")
            && !path.contains("should_fail")
            && !path.contains("GeoJSON")
    });
    for path in valid {
        let bytes = std::fs::read(&path).expect("a file");
        let name = path.strip_prefix(&folder).expect("below it").display().to_string();
        match told(&bytes) {
            Ok(reading) => {
                read_as_stories += 1;
                let value = serde_json::from_slice(&bytes).expect("JSON");
                let mut missing = Vec::new();
                Said::of(&reading).missing(&value, "", &mut missing);
                failures.extend(missing.into_iter().map(|what| format!("{name}{what}")));
            }
            Err(Refused::NotAStory(NotAStory::Event | NotAStory::Planning)) => refused += 1,
            Err(other) => failures.push(format!("{name}: {other}")),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(read_as_stories > 150 && refused > 15, "{read_as_stories} stories, {refused} refused");
}

#[test]
fn what_is_not_valid_is_named() {
    let Some(folder) = suite_folder() else { return };
    let mut silent = Vec::new();
    let mut seen = 0;
    for path in files(&folder) {
        let name = path.to_string_lossy().into_owned();
        if !name.contains("should_fail") && !name.contains("not-valid") {
            continue;
        }
        seen += 1;
        match told(&std::fs::read(&path).expect("a file")) {
            // That nothing is said of the version is not what is wrong with these.
            Ok(reading) if reading.liberties.list.iter().all(|l| l.took == Took::Assumed) => silent.push(name),
            _ => {}
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    assert!(seen > 40, "{seen}");
}

/// Whatever breaks a schema is named: cases of the suite with one fault put in, judged by the official schema.
#[test]
fn whatever_the_schema_refuses_is_named() {
    use serde_json::{Value, json};
    let Some(folder) = suite_folder() else { return };
    let mut silent = Vec::new();
    let mut tried = 0;
    for (version, schema) in [
        ("3.1", "offline/ninjs-schema_3.1.bundled.json"),
        ("2.2", "offline/ninjs-schema_2.2.bundled.json"),
        ("1.6", "specification/ninjs-schema_1.6.json"),
    ] {
        let validator = written::validator(&folder.join(schema));
        for path in files(&folder.join("guideline-examples").join(version)) {
            let whole: Value = serde_json::from_slice(&std::fs::read(&path).expect("a file")).expect("JSON");
            let Some(members) = whole.as_object() else { continue };
            if whole["type"] == "event" || !validator.is_valid(&whole) {
                continue;
            }
            for name in members.keys() {
                for fault in [json!(7.5), json!("x y"), json!({"odd": 1}), json!([{"odd": 1}]), json!([]), Value::Null]
                {
                    let mut faulty = whole.clone();
                    faulty[name] = fault;
                    let said = json!({"name": "ninjs", "version": version});
                    faulty[if version == "1.6" { "$standard" } else { "standard" }] = said;
                    if validator.is_valid(&faulty) {
                        continue;
                    }
                    tried += 1;
                    let named = match told(faulty.to_string().as_bytes()) {
                        Ok(reading) => reading.liberties.list.iter().any(|l| l.at.starts_with(name.as_str())),
                        Err(_) => true,
                    };
                    if !named {
                        silent.push(format!("{}: {name} = {}", path.display(), faulty[name]));
                    }
                }
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    assert!(tried > 300, "{tried}");
}
