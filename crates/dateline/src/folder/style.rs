//! The house style: `style/*.toml` in the agency's folder, a file for each language and one of names.

use super::languages;
use crate::fault::{Fault, Result};
use checks::HouseStyle;
use lang::Languages;
use std::path::Path;

/// The name of its folder.
pub(super) const FOLDER: &str = "style";

/// What the agency has laid down; nothing where there is no such folder.
///
/// # Errors
/// Everything that is wrong in any of its files.
pub fn read(folder: &Path) -> Result<HouseStyle> {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    for (name, bytes) in languages::files(&folder.join(FOLDER))? {
        if !name.ends_with(".toml") {
            continue;
        }
        match String::from_utf8(bytes) {
            Ok(text) => files.push((format!("{FOLDER}/{name}"), text)),
            Err(_) => faults.push(format!("{FOLDER}/{name}: it is not UTF-8")),
        }
    }
    match HouseStyle::read(&files) {
        Ok(style) if faults.is_empty() => return Ok(style),
        Ok(_) => {}
        Err(wrong) => faults.extend(wrong.iter().map(ToString::to_string)),
    }
    let fault = Fault::usage(format!("the house style cannot be read: {}", faults.join("; ")));
    Err(fault.help(format!("mend the file, or move it out of {}", folder.join(FOLDER).display())))
}

/// The tests that stand in its files: those that fail, in words.
pub fn failing(style: &HouseStyle, languages: &Languages) -> Vec<String> {
    let list = |words: &[String]| if words.is_empty() { "nothing".to_owned() } else { words.join(", ") };
    let failed = style.run_tests(languages);
    failed
        .iter()
        .map(|f| {
            let (wanted, found) = (list(&f.wanted), list(&f.found));
            format!("{FOLDER}/{}.toml, test {}: {:?} should give {wanted} and gives {found}", f.lang, f.number, f.text)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_broken_file_is_a_fault_and_no_folder_is_none() {
        let place = tempfile::tempdir().expect("a temporary folder");
        assert!(read(place.path()).expect("nothing is laid down").is_empty());
        fs::create_dir(place.path().join(FOLDER)).expect("made");
        fs::write(place.path().join("style/en.toml"), "avoid = 3\n[[[").expect("written");
        fs::write(place.path().join("style/README.md"), "no style").expect("written");
        let fault = read(place.path()).expect_err("it is broken");
        assert!(fault.says.contains("style/en.toml"), "{fault}");
        assert_eq!(fault.whose.code(), 2);
    }
}
