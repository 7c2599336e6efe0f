//! The folder of an agency: founding it, refusing one that holds something else, and its lock.
//!
//! | name | what it is |
//! |---|---|
//! | `agency.toml` | what is particular to the agency; a person writes it |
//! | `languages/<tag>/` | languages beyond those that the program brings along |
//! | `style/*.toml` | the house style |
//! | `agency.db` | everything that must last |
//! | `pages.db` | the pages of the site; may be deleted |
//! | `dateline.lock`, `dateline.sock` | who works in the folder, and where commands reach it |

pub mod keepsake;
pub mod languages;
mod lock;
pub mod style;

pub use lock::Lock;

use crate::{
    config,
    fault::{Fault, Result},
};
use std::{
    fs, io,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

/// The store's file.
pub const STORE: &str = "agency.db";
/// What may lie in a folder that counts as empty: our own lock, languages laid out beforehand, and what a file system
/// puts into the root of a disk.
const NOTHING: [&str; 4] = [lock::FILE, languages::FOLDER, style::FOLDER, "lost+found"];

/// What stands in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    /// Nothing yet; it may not even be there.
    Nothing,
    /// An agency.
    Agency,
    /// A store whose `agency.toml` is gone.
    Orphan,
    /// Something else: some of it by name.
    Else(Vec<String>),
}

/// Looks at what stands in a folder, and changes nothing.
///
/// # Errors
/// When it cannot be looked at.
pub fn look(folder: &Path) -> Result<Holds> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Holds::Nothing),
        Err(error) => return Err(Fault::file(folder, "open the folder", &error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|e| Fault::file(folder, "read the folder", &e))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    let has = |name: &str| names.iter().any(|n| n == name);
    if has(config::FILE) {
        return Ok(Holds::Agency);
    }
    if has(STORE) {
        return Ok(Holds::Orphan);
    }
    names.retain(|name| !NOTHING.contains(&name.as_str()));
    Ok(if names.is_empty() { Holds::Nothing } else { Holds::Else(names) })
}

/// A folder with an agency in it, held by this program alone.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    lock: Lock,
}

impl Folder {
    /// Takes the folder of an agency. `doing` is what others read who find it taken.
    ///
    /// # Errors
    /// When there is no agency in it, or another program holds it.
    pub fn take(path: &Path, doing: &str) -> Result<Self> {
        must_hold_agency(path)?;
        Ok(Self { path: path.to_owned(), lock: Lock::take(path, doing)? })
    }

    /// Takes a folder that is empty or holds an agency; founds one with this `agency.toml` when there is none.
    ///
    /// # Errors
    /// When it holds something else, cannot be written, or another program holds it.
    pub fn take_or_found(path: &Path, doing: &str, agency: &str) -> Result<Self> {
        may_be_founded(path)?;
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .map_err(|e| Fault::file(path, "make the folder", &e))?;
        let lock = Lock::take(path, doing)?;
        if look(path)? == Holds::Nothing {
            write_new(&path.join(config::FILE), agency.as_bytes())?;
        }
        Ok(Self { path: path.to_owned(), lock })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Lets go of the folder, for the next program.
    pub fn leave(self) {
        drop(self.lock);
    }
}

/// Refuses a folder without an agency.
///
/// # Errors
/// Says what is there instead and what to do.
pub fn must_hold_agency(path: &Path) -> Result<()> {
    match look(path)? {
        Holds::Agency => Ok(()),
        Holds::Nothing | Holds::Else(_) => {
            let fault = Fault::missing(format!("there is no agency in {}", shown(path)));
            let dir = path.display();
            Err(fault.help(if path.join("demo-agency").join(config::FILE).is_file() {
                format!("there is one in {dir}/demo-agency: add --dir {dir}/demo-agency, or set DATELINE_DIR")
            } else {
                format!("`dateline serve --dir {dir}` makes one in an empty folder; --dir names the folder of another")
            }))
        }
        Holds::Orphan => Err(orphan(path)),
    }
}

/// Refuses a folder that holds something else than an agency.
///
/// # Errors
/// Names some of what is there.
pub fn may_be_founded(path: &Path) -> Result<()> {
    match look(path)? {
        Holds::Agency | Holds::Nothing => Ok(()),
        Holds::Orphan => Err(orphan(path)),
        Holds::Else(names) => {
            let some = names.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ");
            let more = if names.len() > 3 { ", ..." } else { "" };
            let says = format!("{} is not empty and holds no agency: {some}{more}", shown(path));
            Err(Fault::refused(says).help("name an empty folder, or one that is not there yet, with --dir"))
        }
    }
}

fn orphan(path: &Path) -> Fault {
    Fault::refused(format!("{} holds an agency.db without its agency.toml", shown(path)))
        .help("bring agency.toml back; every backup holds a copy, which `dateline restore` writes out")
}

/// A folder's name as a person reads it.
pub fn shown(path: &Path) -> String {
    let here = path.as_os_str().is_empty() || path == Path::new(".");
    match fs::canonicalize(path) {
        Ok(full) if here => format!("this folder ({})", full.display()),
        _ => path.display().to_string(),
    }
}

/// Writes a new file, for its owner alone: whole, or not at all. Whoever calls holds the folder's lock.
///
/// # Errors
/// When it is there already, or cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    use io::Write;
    let fault = |e: io::Error| Fault::file(path, "write", &e);
    if path.exists() {
        return Err(fault(io::ErrorKind::AlreadyExists.into()));
    }
    let beside = path.with_extension("new");
    let write = || -> io::Result<()> {
        let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    if let Err(error) = write() {
        let _ = fs::remove_file(&beside);
        return Err(fault(error));
    }
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => {
            fs::File::open(folder).and_then(|f| f.sync_all()).map_err(fault)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Whose;

    fn place() -> tempfile::TempDir {
        tempfile::tempdir().expect("a temporary folder")
    }

    #[test]
    fn an_empty_folder_is_founded_and_then_taken() {
        let place = place();
        let folder = place.path().join("news");
        assert_eq!(Folder::take(&folder, "show").expect_err("nothing there").whose, Whose::Missing);
        let founded = Folder::take_or_found(&folder, "serve", "name = \"A\"\n").expect("it is empty");
        assert_eq!(fs::read_to_string(folder.join("agency.toml")).expect("a file"), "name = \"A\"\n");
        founded.leave();
        let again = Folder::take_or_found(&folder, "serve", "name = \"B\"\n").expect("it holds an agency");
        assert_eq!(fs::read_to_string(folder.join("agency.toml")).expect("a file"), "name = \"A\"\n");
        again.leave();
        assert!(Folder::take(&folder, "show").is_ok());
        let left: Vec<_> = fs::read_dir(&folder).expect("a folder").flatten().map(|e| e.file_name()).collect();
        assert_eq!(left.len(), 2, "{left:?}");
    }

    #[test]
    fn a_folder_is_for_its_owner_alone() {
        use std::os::unix::fs::MetadataExt;
        let place = place();
        let path = place.path().join("news");
        let _held = Folder::take_or_found(&path, "serve", "").expect("it is empty");
        let mode = |path: &Path| fs::metadata(path).expect("it is there").mode() & 0o777;
        assert_eq!(mode(&path), 0o700);
        assert_eq!(mode(&path.join("agency.toml")), 0o600);
    }

    #[test]
    fn a_folder_that_holds_something_else_is_refused() {
        let place = place();
        for name in ["thesis.doc", "a.txt", "b", "c"] {
            fs::write(place.path().join(name), "x").expect("written");
        }
        let fault = Folder::take_or_found(place.path(), "serve", "").expect_err("it holds something else");
        assert_eq!(fault.whose, Whose::Refused);
        assert!(fault.says.ends_with("is not empty and holds no agency: a.txt, b, c, ..."), "{}", fault.says);
        assert!(!place.path().join("agency.toml").exists() && !place.path().join("dateline.lock").exists());
    }

    #[test]
    fn a_store_without_its_file_is_not_overwritten() {
        let place = place();
        fs::write(place.path().join("agency.db"), "x").expect("written");
        assert_eq!(Folder::take_or_found(place.path(), "serve", "").expect_err("an orphan").whose, Whose::Refused);
    }

    #[test]
    fn a_file_is_no_folder() {
        let place = place();
        let file = place.path().join("agency");
        fs::write(&file, "x").expect("written");
        assert_eq!(Folder::take_or_found(&file, "serve", "").expect_err("a file").whose, Whose::Usage);
    }

    #[test]
    fn a_taken_folder_says_who_holds_it() {
        let place = place();
        let folder = place.path().join("news");
        let _held = Folder::take_or_found(&folder, "serve", "").expect("it is empty");
        let fault = Folder::take(&folder, "verify").expect_err("it is held");
        assert_eq!(fault.whose, Whose::Conflict);
        let says = format!("is held by `dateline serve`, process {}", std::process::id());
        assert!(fault.says.contains(&says), "{}", fault.says);
    }
}
