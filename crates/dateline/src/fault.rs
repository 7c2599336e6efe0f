//! Why a command did not do what it was asked: what was wrong and what to do, and a number for scripts.
//!
//! | exit code | means |
//! |---|---|
//! | 0 | done |
//! | 1 | refused by the rules of the trade, or by what the copy is; also: something was found wrong |
//! | 2 | the command line or `agency.toml` cannot be understood |
//! | 3 | there is no such story, edition, revision, account or file |
//! | 4 | somebody else was quicker, or the folder or an address is in use |
//! | 5 | not allowed |
//! | 6 | our fault, or the disk's |
//! | 10 | `check` found something that is very probably wrong |
//! | 11 | `check` found something that holds a release back |

use newsroom::{Error, Stale};
use serde::{Deserialize, Serialize};
use std::{fmt, io};

/// Whose fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The rules refuse it.
    Refused,
    /// It cannot be understood.
    Usage,
    /// There is no such thing.
    Missing,
    /// Things have changed, or are in use.
    Conflict,
    /// The asker may not.
    Denied,
    /// Ours, or the disk's.
    Ours,
    /// The copy's: a check found something that is very probably wrong, and said so.
    Warned,
    /// The copy's: a check found something that holds a release back, and said so.
    Stopped,
    /// Nobody's: whoever read our output has seen enough.
    Nobody,
}

impl Whose {
    /// The exit code.
    pub const fn code(self) -> u8 {
        match self {
            Whose::Nobody => 0,
            Whose::Refused => 1,
            Whose::Usage => 2,
            Whose::Missing => 3,
            Whose::Conflict => 4,
            Whose::Denied => 5,
            Whose::Ours => 6,
            Whose::Warned => 10,
            Whose::Stopped => 11,
        }
    }
}

/// Why a command did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Whose fault it is.
    pub whose: Whose,
    /// One word for programs.
    pub code: String,
    /// What was wrong, and where.
    pub says: String,
    /// What to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Somebody else saved meanwhile: both texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stale: Option<Box<Stale>>,
}

/// The result of a command.
pub type Result<T, E = Fault> = std::result::Result<T, E>;

impl Fault {
    /// A fault in so many words.
    pub fn new(whose: Whose, code: &str, says: impl Into<String>) -> Self {
        Self { whose, code: code.into(), says: says.into(), help: None, stale: None }
    }

    /// The rules refuse it.
    pub fn refused(says: impl Into<String>) -> Self {
        Self::new(Whose::Refused, "refused", says)
    }

    /// It cannot be understood.
    pub fn usage(says: impl Into<String>) -> Self {
        Self::new(Whose::Usage, "usage", says)
    }

    /// There is no such thing.
    pub fn missing(says: impl Into<String>) -> Self {
        Self::new(Whose::Missing, "missing", says)
    }

    /// Something is in use.
    pub fn in_use(says: impl Into<String>) -> Self {
        Self::new(Whose::Conflict, "in_use", says)
    }

    /// Our fault.
    pub fn ours(says: impl fmt::Display) -> Self {
        Self::new(Whose::Ours, "ours", says.to_string())
    }

    /// The same fault with what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// A file or folder that could not be used as wanted: `doing` says what for.
    pub fn file(path: &std::path::Path, doing: &str, error: &io::Error) -> Self {
        let says = format!("cannot {doing} {}: {}", path.display(), reason(error));
        match error.kind() {
            io::ErrorKind::NotFound => Self::missing(says),
            io::ErrorKind::PermissionDenied => Self::new(Whose::Denied, "denied", says),
            io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => Self::usage(says),
            io::ErrorKind::StorageFull | io::ErrorKind::ReadOnlyFilesystem => {
                Self::new(Whose::Ours, "cannot_write", says)
            }
            _ => Self::ours(says),
        }
    }
}

/// What went wrong, without the number that the system gives it.
fn reason(error: &io::Error) -> String {
    let full = error.to_string();
    let words = full.split(" (os error").next().unwrap_or(&full);
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.says)?;
        self.help.iter().try_for_each(|help| write!(f, "\n{help}"))
    }
}

impl std::error::Error for Fault {}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        let whose = match &error {
            Error::Invalid(_) | Error::Unreadable(_) | Error::TooMuch(_) | Error::CannotNow(_) => Whose::Refused,
            Error::Denied { .. } => Whose::Denied,
            Error::Missing(_) => Whose::Missing,
            Error::Stale(_) | Error::Busy { .. } => Whose::Conflict,
            Error::Store(store::Error::InUse(_)) => Whose::Conflict,
            Error::Store(store::Error::Refused(_) | store::Error::RequestReused) => Whose::Refused,
            Error::Store(_) => Whose::Ours,
        };
        let fault = Fault::new(whose, error.code(), error.to_string());
        match error {
            Error::Stale(stale) => Fault { stale: Some(stale), ..fault },
            Error::Store(store::Error::CannotWrite(_)) => {
                fault.help("nothing was saved. Look at the disk and the folder's permissions with `dateline doctor`")
            }
            Error::Store(store::Error::Damaged(_)) => {
                fault.help("`dateline verify` says what is damaged; `dateline restore` brings a backup back")
            }
            _ => fault,
        }
    }
}

impl From<store::Error> for Fault {
    fn from(error: store::Error) -> Self {
        Error::from(error).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn each_fault_has_its_exit_code() {
        let code = |fault: Fault| fault.whose.code();
        assert_eq!(code(Error::CannotNow(newsroom::Why::Held).into()), 1);
        assert_eq!(code(Fault::usage("what?")), 2);
        assert_eq!(code(Error::Missing("story").into()), 3);
        assert_eq!(code(Error::Busy { seconds: 1 }.into()), 4);
        assert_eq!(code(Error::Denied { who: "os:eve".into(), verb: story::Verb::Kill }.into()), 5);
        assert_eq!(code(store::Error::CannotWrite("disk full".into()).into()), 6);
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let error = std::fs::read("/nowhere/copy.txt").expect_err("there is no such file");
        let fault = Fault::file(Path::new("/nowhere/copy.txt"), "read", &error);
        assert_eq!(fault.to_string(), "cannot read /nowhere/copy.txt: no such file or directory");
        assert_eq!(fault.whose, Whose::Missing);
    }

    #[test]
    fn a_fault_survives_the_socket() {
        let fault = Fault::refused("no").help("say yes");
        let json = serde_json::to_string(&fault).expect("JSON");
        assert_eq!(serde_json::from_str::<Fault>(&json).expect("a fault"), fault);
    }
}
