//! What can go wrong, by whose fault it is.

use story::{Hash, StoryId};

/// Why the store did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Somebody else was quicker: look again and decide again.
    #[error("story {0} has changed meanwhile")]
    Changed(StoryId),
    /// A precondition that looking again will not mend.
    #[error("{0}")]
    Refused(String),
    /// The same request identity was used for something else.
    #[error("this request was already used for something else")]
    RequestReused,
    /// The disk is full or the folder cannot be written.
    #[error("cannot write to the folder: {0}")]
    CannotWrite(String),
    /// Another program holds the folder.
    #[error("the folder is in use: {0}")]
    InUse(String),
    /// The folder was made by a later program.
    #[error("the folder is of form {found}; this program knows forms up to {known}: use a later program")]
    TooNew {
        /// The form of the folder.
        found: u32,
        /// The newest form that this program knows.
        known: u32,
    },
    /// What was kept is not what was written.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The bytes under this hash are sealed.
    #[error("the text {0} was taken down and is sealed")]
    Sealed(Hash),
    /// The store is shutting down.
    #[error("the store is closed")]
    Closed,
    /// Anything else from the database.
    #[error("database: {0}")]
    Database(String),
}

/// The result of asking the store.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<rusqlite::Error> for Error {
    /// Whose fault it is, by SQLite's result code (<https://sqlite.org/rescode.html>).
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let says = error.to_string();
        match &error {
            rusqlite::Error::ToSqlConversionFailure(_) => Error::Refused(says),
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => Error::Damaged(says),
            _ => match error.sqlite_error_code() {
                Some(Code::DiskFull) => Error::CannotWrite("the disk is full".into()),
                Some(Code::ReadOnly) => Error::CannotWrite("it is read-only".into()),
                Some(Code::CannotOpen | Code::SystemIoFailure | Code::PermissionDenied) => Error::CannotWrite(says),
                Some(Code::DatabaseBusy | Code::DatabaseLocked | Code::FileLockingProtocolFailed) => Error::InUse(says),
                Some(Code::DatabaseCorrupt | Code::NotADatabase) => Error::Damaged(says),
                Some(Code::ConstraintViolation) if is_reference(&error) => {
                    Error::Refused("something is named that is not there".into())
                }
                Some(Code::ConstraintViolation) => Error::Refused(says),
                _ => Error::Database(says),
            },
        }
    }
}

fn is_reference(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY)
}
