//! Languages of the agency's own: `languages/<tag>/` in its folder, one folder of data each.

use crate::fault::{Fault, Result};
use lang::Languages;
use std::{borrow::Cow, collections::BTreeMap, fs, path::Path};
use story::Tag;

/// The name of the folder of folders.
pub(super) const FOLDER: &str = "languages";
/// The most bytes of one file of a language: a font of all of Chinese has about 10 MB.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// The files below a folder, by path within it, with `/`.
pub(super) fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut out = BTreeMap::new();
    if folder.is_dir() {
        gather(folder, "", 3, &mut out)?;
    }
    Ok(out)
}

fn gather(folder: &Path, at: &str, deep: usize, out: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let fault = |e| Fault::file(folder, "read the folder", &e);
    for entry in fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let (path, within) = (entry.path(), format!("{at}{name}"));
        let about = fs::metadata(&path).map_err(|e| Fault::file(&path, "read", &e))?;
        if about.is_dir() && deep > 0 {
            gather(&path, &format!("{within}/"), deep - 1, out)?;
        } else if about.is_file() {
            if about.len() > MOST_BYTES {
                let says = format!("{} is larger than {} MB", path.display(), MOST_BYTES / 1024 / 1024);
                return Err(Fault::usage(says).help("a folder of a language holds its data and one font"));
            }
            out.insert(within, fs::read(&path).map_err(|e| Fault::file(&path, "read", &e))?);
        }
    }
    Ok(())
}

/// The languages that the program brings along, and those of the agency's folder.
///
/// # Errors
/// Everything that is missing in a folder or wrong with it.
pub fn all(folder: &Path) -> Result<Languages> {
    let place = folder.join(FOLDER);
    let mut folders: BTreeMap<String, BTreeMap<String, Cow<'static, [u8]>>> = BTreeMap::new();
    for (path, bytes) in files(&place)? {
        if let Some((tag, within)) = path.split_once('/') {
            folders.entry(tag.to_owned()).or_default().insert(within.to_owned(), bytes.into());
        }
    }
    let mut languages = Languages::built_in().clone();
    for (name, files) in folders {
        let place = place.join(&name);
        let usage = |e: &dyn std::fmt::Display| Fault::usage(format!("{}: {e}", place.display()));
        let tag = name.parse::<Tag>().map_err(|e| usage(&e))?;
        languages = languages.with(lang::Folder { tag, files }).map_err(|e| usage(&e))?;
    }
    Ok(languages)
}

/// The languages that the agency works in, in its order.
///
/// # Errors
/// Names the language that is not there, and those that are.
pub fn chosen(all: &Languages, wanted: &[Tag]) -> Result<Languages> {
    if wanted.is_empty() {
        return Ok(all.clone());
    }
    if let Some(missing) = wanted.iter().find(|tag| all.get(tag).is_none()) {
        let there: Vec<&str> = all.tags().map(Tag::as_str).collect();
        let says =
            format!("agency.toml names the language {missing}, which is not set up; there are {}", there.join(", "));
        return Err(Fault::usage(says).help(format!("take it out, or lay its folder of data at {FOLDER}/{missing}/")));
    }
    Ok(all.only(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_is_not_there_is_named() {
        let tags = |words: &[&str]| words.iter().map(|w| w.parse().expect("a tag")).collect::<Vec<Tag>>();
        let all = Languages::built_in();
        assert_eq!(chosen(all, &[]).expect("all").tags().count(), all.tags().count());
        assert_eq!(chosen(all, &tags(&["en"])).expect("one").tags().count(), 1);
        let fault = chosen(all, &tags(&["en", "tlh"])).expect_err("no Klingon");
        assert!(
            fault.says.starts_with("agency.toml names the language tlh, which is not set up; there are en"),
            "{fault}"
        );
    }

    #[test]
    fn a_half_made_folder_says_what_is_missing() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let german = place.path().join("languages/de");
        fs::create_dir_all(&german).expect("made");
        fs::write(german.join("language.toml"), "name = \"Deutsch\"").expect("written");
        let fault = all(place.path()).expect_err("it is half made");
        assert!(fault.says.contains("copy.toml: the file is missing"), "{fault}");
    }

    #[test]
    fn a_folder_whose_name_is_no_tag_is_refused() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let folder = place.path().join("languages/my language");
        fs::create_dir_all(&folder).expect("made");
        fs::write(folder.join("language.toml"), "").expect("written");
        assert!(all(place.path()).expect_err("no tag").says.contains("is not a language tag"));
    }
}
