//! A copy of what people write into the folder (`agency.toml`, `languages/`, `style/`), kept in the store, so that one file is
//! the whole backup.

use super::{languages, style, write_new};
use crate::{
    config,
    fault::{Fault, Result},
};
use std::{collections::BTreeMap, fs, path::Path};
use store::{Batch, Store, Write};

/// The setting that holds it: JSON, path to hexadecimal bytes.
const SETTING: &str = "folder";
/// The folders of which everything is kept.
const FOLDERS: [&str; 2] = [languages::FOLDER, style::FOLDER];

/// Keeps what stands in the folder now, if it is not what was kept last.
///
/// # Errors
/// The folder's or the store's.
pub async fn keep(folder: &Path, store: &Store, now: jiff::Timestamp) -> Result<()> {
    let file = folder.join(config::FILE);
    let mut files = BTreeMap::new();
    files.insert(config::FILE.to_owned(), fs::read(&file).map_err(|e| Fault::file(&file, "read", &e))?);
    for name in FOLDERS {
        for (path, bytes) in languages::files(&folder.join(name))? {
            files.insert(format!("{name}/{path}"), bytes);
        }
    }
    let files: BTreeMap<String, String> = files.into_iter().map(|(path, bytes)| (path, hex::encode(bytes))).collect();
    let word = serde_json::to_string(&files).map_err(Fault::ours)?;
    if store.setting(SETTING).await?.as_ref() == Some(&word) {
        return Ok(());
    }
    let writes = vec![Write::Set(SETTING.into(), Some(word))];
    let act = newsroom::chance::batch(now);
    store.commit(Batch { request: None, at: now, act, must: Vec::new(), writes }).await?;
    Ok(())
}

/// Writes out what was kept, but for what the folder has already. Gives back what was written.
///
/// # Errors
/// The folder's or the store's.
pub async fn bring_back(folder: &Path, store: &Store) -> Result<Vec<String>> {
    let Some(word) = store.setting(SETTING).await? else { return Ok(Vec::new()) };
    let files: BTreeMap<String, String> = serde_json::from_str(&word).map_err(Fault::ours)?;
    let mut written = Vec::new();
    for (path, bytes) in files {
        // The backup is a file that somebody hands in: it names nothing outside the folder.
        let ours = path == config::FILE || path.split_once('/').is_some_and(|(name, _)| FOLDERS.contains(&name));
        let inside = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        let place = folder.join(&path);
        if !ours || !inside || place.exists() {
            continue;
        }
        if let Some(above) = place.parent() {
            fs::create_dir_all(above).map_err(|e| Fault::file(above, "make the folder", &e))?;
        }
        write_new(&place, &hex::decode(&bytes).map_err(Fault::ours)?)?;
        written.push(path);
    }
    Ok(written)
}
