//! An eighth language is one folder of data: filed, released and shown by the program as it stands.

use crate::support::program::{Serving, get, says};
use serde_json::Value;
use std::{fs, path::Path};

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, place) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &place);
        } else {
            fs::copy(&path, &place).expect("a copy");
        }
    }
}

/// A folder for Portuguese: the data of its neighbour, with what a reader of the test can tell apart changed.
fn portuguese(folder: &Path) {
    copy_folder(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../lang/data/es")), folder);
    let file = folder.join("language.toml");
    let data = fs::read_to_string(&file).expect("its data");
    let data = data.replace("name = \"Español\"", "name = \"Português\"").replace("es-ES", "pt-PT");
    fs::write(file, data.replace("[\"marzo\"", "[\"março\"")).expect("to write");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_in_a_language_that_the_program_never_heard_of() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let folder = place.path().join("agency");
    drop(Serving::start(&folder));
    portuguese(&folder.join("languages/pt"));
    let settings = folder.join("agency.toml");
    let toml = fs::read_to_string(&settings).expect("the settings");
    fs::write(&settings, format!("languages = [\"en\", \"pt\"]\n{toml}")).expect("to write");

    let serving = Serving::start(&folder);
    let copy = place.path().join("copy.txt");
    let words = "O relógio do porto voltou a andar\n\nHAVENMOUTH, 12 março 2026 (SCN).- O relógio do porto voltou a andar.\n\nNinguém se queixou.\n";
    fs::write(&copy, words).expect("to write");
    let (dir, copy) = (folder.to_str().expect("a path"), copy.to_str().expect("a path"));
    let filed = says(&["file", "--json", "--dir", dir, "--lang", "pt", copy]);
    let filed: Value = serde_json::from_str(&filed).expect("JSON");
    let story = filed["answer"]["story"].as_str().expect("a story").to_owned();
    says(&["release", "--dir", dir, &story]);

    let front = get(&serving.address(), "/pt/").await;
    assert!(front.contains("lang=\"pt\"") && front.contains("O relógio do porto"), "{front}");
    let moved = get(&serving.address(), &format!("/pt/{story}")).await;
    let tail = moved.lines().find_map(|l| l.strip_prefix("location: ")).expect("the address with its tail");
    let path = tail.split_once("/pt/").map(|(_, rest)| format!("/pt/{rest}")).expect("a path");
    let page = get(&serving.address(), &path).await;
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Português"), "{page}");
    assert!(page.contains("12 de março de 2026"), "its own month: {page}");
    assert!(get(&serving.address(), "/fr/").await.starts_with("HTTP/1.1 404"), "only what is set up");
}
