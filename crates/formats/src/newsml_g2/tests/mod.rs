//! NewsML-G2 against the suites of the standard, the copy of agencies and the official schema.

mod dpa;
mod messages;
mod round_trip;
mod small;
mod suite;
mod written;

use lang::Languages;
use std::path::{Path, PathBuf};
use story::Item;

fn languages() -> &'static Languages {
    Languages::built_in()
}

/// The folder of standards; fails when it is named and not there, and says what is skipped where it is at neither.
fn standards(test: &str) -> Option<PathBuf> {
    let named = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    match named {
        Some(folder) => {
            assert!(folder.is_dir(), "DATELINE_SHARED names {}, which is not there", folder.display());
            Some(folder.join("standards"))
        }
        None if usual.is_dir() => Some(usual.join("standards")),
        None => {
            skipped(test, "no folder of standards");
            None
        }
    }
}

fn skipped(test: &str, why: &str) {
    use std::io::Write;
    eprintln!("skipped: {test}: {why}");
    if let Some(list) = std::env::var_os("DATELINE_SKIPPED") {
        let list = std::fs::OpenOptions::new().create(true).append(true).open(list);
        let _ = list.and_then(|mut list| writeln!(list, "newsml_g2 {test}: {why}"));
    }
}

/// Every XML file below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ext| ext == "xml") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// What an official validator says of some documents: what is wrong with them, or None when it is not at hand.
fn validated(test: &str, documents: &[String]) -> Option<String> {
    let schema = standards(test)?.join("iptc-newsml-g2/xsd/NewsML-G2_2.35-spec-All-Power.xsd");
    let folder = std::env::temp_dir().join(format!("dateline-g2-{}-{test}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for what was written");
    let mut names = Vec::new();
    for (at, document) in documents.iter().enumerate() {
        let name = folder.join(format!("{at}.xml"));
        std::fs::write(&name, document).expect("written");
        names.push(name);
    }
    let mut wrong = String::new();
    for names in names.chunks(200) {
        let run = std::process::Command::new("xmllint")
            .args(["--nonet", "--noout", "--schema"])
            .arg(&schema)
            .args(names)
            .output();
        let Ok(run) = run else {
            skipped(test, "xmllint is not installed");
            return None;
        };
        let said = String::from_utf8_lossy(&run.stderr);
        said.lines().filter(|line| !line.ends_with(" validates")).for_each(|line| wrong.push_str(&format!("{line}\n")));
    }
    let _ = std::fs::remove_dir_all(&folder);
    Some(wrong)
}

/// The one item of a document that this writer wrote.
fn read_back(xml: &str) -> (Item, crate::reading::Liberties) {
    let mut reading = super::read(xml.as_bytes(), languages()).unwrap_or_else(|e| panic!("{e}: {xml}"));
    assert_eq!(reading.items.len(), 1);
    (reading.items.remove(0), reading.liberties)
}
