//! The house itself: arrows point down only, and the papers name only what is there.

use std::{collections::BTreeMap, path::Path};

/// The floors of the house, from the top. Within a floor there are no arrows.
const FLOORS: [&[&str]; 6] =
    [&["dateline"], &["web"], &["newsroom"], &["checks", "formats", "store"], &["lang"], &["story"]];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn manifests() -> BTreeMap<String, toml::Table> {
    let rooms = std::fs::read_dir(root().join("crates")).expect("the rooms");
    let read = |path: std::path::PathBuf| -> (String, toml::Table) {
        let manifest = std::fs::read_to_string(path.join("Cargo.toml")).expect("a room's manifest");
        let name = path.file_name().and_then(|n| n.to_str()).expect("a name").to_owned();
        (name, manifest.parse().expect("a manifest is TOML"))
    };
    rooms.map(|room| read(room.expect("a room").path())).collect()
}

#[test]
fn arrows_point_down_only() {
    let floor = |room: &str| FLOORS.iter().position(|rooms| rooms.contains(&room));
    let manifests = manifests();
    let mut faults = Vec::new();
    for (room, manifest) in &manifests {
        let Some(from) = floor(room) else {
            faults.push(format!("{room} stands on no floor"));
            continue;
        };
        let needs = manifest["dependencies"].as_table().expect("dependencies");
        for need in needs.keys().filter(|need| manifests.contains_key(*need)) {
            match floor(need) {
                Some(to) if to > from => {}
                _ => faults.push(format!("{room} -> {need} does not point down")),
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

/// The words between single backticks that look like paths.
fn paths_in(paper: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (i, piece) in paper.split('`').enumerate() {
        let path = ["crates/", "tests", "bench"].iter().any(|start| piece.starts_with(start));
        if i % 2 == 1 && path && !piece.contains([' ', '\n', '*', '<']) {
            out.push(piece.to_owned());
        }
    }
    out
}

#[test]
fn the_papers_name_only_what_is_there() {
    let mut missing = Vec::new();
    let mut named = 0;
    for paper in ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md"] {
        let text = std::fs::read_to_string(root().join(paper)).expect("a paper");
        for path in paths_in(&text) {
            named += 1;
            if !root().join(&path).exists() {
                missing.push(format!("{paper}: {path}"));
            }
        }
    }
    assert!(named > 10, "the papers name hardly a path: {named}");
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_test_file_is_a_module() {
    let main = std::fs::read_to_string(root().join("tests/main.rs")).expect("tests/main.rs");
    for file in std::fs::read_dir(root().join("tests")).expect("tests") {
        let name = file.expect("a file").file_name().into_string().expect("a name");
        if let Some(module) = name.strip_suffix(".rs").filter(|m| *m != "main") {
            assert!(main.contains(&format!("mod {module};")), "tests/{name} is in no module");
        }
    }
}

/// No language is named in a condition outside the folders of `lang`.
#[test]
fn no_code_branches_on_a_language() {
    fn walk(dir: &Path, faults: &mut Vec<String>) {
        for file in std::fs::read_dir(dir).expect("a folder") {
            let path = file.expect("a file").path();
            if path.is_dir() {
                // Tests name languages, and so does what made a model.
                if !["tests", "models", "examples", "data", "demo"].iter().any(|n| path.ends_with(n)) {
                    walk(&path, faults);
                }
            } else if path.ends_with("tests.rs") {
                // A file of tests alone.
            } else if path.extension().is_some_and(|e| e == "rs" || e == "html") {
                let text = std::fs::read_to_string(&path).expect("a source file");
                let code = text.split("#[cfg(test)]").next().unwrap_or_default();
                for tag in ["en", "ur", "ar", "zh", "es", "fr", "ru"] {
                    for form in [format!("== \"{tag}\""), format!("\"{tag}\" =>"), format!("\"{tag}\" |")] {
                        if code.contains(&form) {
                            faults.push(format!("{}: {form}", path.display()));
                        }
                    }
                }
            }
        }
    }
    let mut faults = Vec::new();
    walk(&root().join("crates"), &mut faults);
    assert_eq!(faults, Vec::<String>::new());
}
