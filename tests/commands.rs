//! What whoever works on the command line is told, and what stands in the log of the program.

use crate::support::program::{BINARY, Serving, run, says};
use serde_json::Value;
use std::{
    path::Path,
    process::{Command, Output},
};

const COPY: &str = "Harbour clock rings\n\nPORT EXAMPLE, Nov 3 (HN) - The clock rang thirteen times on Monday.\n";

fn told(out: &Output) -> String {
    [&out.stdout, &out.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

/// A folder with an agency of which nobody takes care at the moment, and copy in a file.
fn agency() -> (tempfile::TempDir, String, String) {
    let place = tempfile::tempdir().expect("a temporary folder");
    let (folder, file) = (place.path().join("agency"), place.path().join("copy.txt"));
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::write(&file, COPY).expect("copy");
    drop(Serving::start(&folder));
    (place, folder.to_string_lossy().into_owned(), file.to_string_lossy().into_owned())
}

fn file(folder: &str, copy: &str, lang: &str) -> String {
    let said = says(&["file", "--dir", folder, copy, "--lang", lang, "--json"]);
    let said: Value = serde_json::from_str(&said).expect("JSON");
    said["answer"]["story"].as_str().expect("a story").to_owned()
}

#[test]
fn a_release_names_its_address_or_says_that_there_is_none() {
    let (_place, folder, copy) = agency();
    let story = file(&folder, &copy, "en");
    let said = says(&["release", "--dir", &folder, &story]);
    assert!(said.contains(&format!("/en/{story}")), "{said}");
    // A language that the site is not set up for: the story has its number, and no page.
    let story = file(&folder, &copy, "de");
    let said = says(&["release", "--dir", &folder, &story]);
    assert!(said.contains("no. 2 of the log") && said.contains("no such language (de)"), "{said}");
    assert!(!said.contains("http"), "{said}");
}

#[test]
fn the_copy_is_handed_out_until_its_text_is_sealed() {
    let (_place, folder, copy) = agency();
    let story = file(&folder, &copy, "en");
    let show = ["show", "--dir", &folder, &story, "--lang", "en", "--copy"];
    assert_eq!(String::from_utf8_lossy(&run(&show).stdout), COPY);
    says(&["release", "--dir", &folder, &story]);
    says(&["takedown", "--dir", &folder, &story, "--reason", "asked for"]);
    let sealed = run(&show);
    assert!(!sealed.status.success() && told(&sealed).contains("sealed"), "{}", told(&sealed));
    let all =
        [&["list", "--dir", &folder][..], &["show", "--dir", &folder, &story], &["history", "--dir", &folder, &story]];
    for words in all {
        let said = told(&run(words)).to_lowercase();
        assert!(!said.contains("harbour") && !said.contains("thirteen"), "{words:?}: {said}");
    }
}

#[test]
fn the_log_names_who_did_what_and_quotes_nothing() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let (folder, log) = (place.path().join("agency"), place.path().join("log"));
    std::fs::create_dir(&folder).expect("a folder");
    let copy = place.path().join("copy.txt");
    std::fs::write(&copy, COPY).expect("copy");
    let mut command = Command::new("sh");
    command.args(["-c", "exec \"$0\" \"$@\" 2> \"$LOG\"", BINARY]).env("LOG", &log);
    let serving = Serving::with(command, &folder, &[]);
    let (folder, copy) = (folder.to_string_lossy(), copy.to_string_lossy());
    let story = file(&folder, &copy, "en");
    says(&["release", "--dir", &folder, &story]);
    says(&["hold", "--dir", &folder, &story, "--reason", "unspoken reason"]);
    assert!(!run(&["hold", "--dir", &folder, &story, "--reason", "unspoken reason"]).status.success());
    drop(serving);
    let log = std::fs::read_to_string(Path::new(&log)).expect("the log");
    for words in ["released", "refused", &story, "hold"] {
        assert!(log.contains(words), "{words}: {log}");
    }
    for words in ["thirteen", "Harbour", "unspoken"] {
        assert!(!log.contains(words), "{words}: {log}");
    }
}
