//! What must be so before anything of a batch is written.

use crate::{Batch, Error, Must, Result, batch::Answered, batch::Committed};
use rusqlite::Connection;

use super::read;

/// Whether a batch may be written: none if it may, the first answer if it was carried out before.
///
/// Only reads: a batch that is refused here has left nothing behind.
pub(super) fn check(c: &Connection, batch: &Batch) -> Result<Option<Committed>> {
    if let Some(request) = &batch.request
        && let Some(Answered { asked, answer, receipt }) = read::request::answered(c, request.id, &request.by)?
    {
        return if asked == request.asked {
            Ok(Some(Committed::Before(answer, receipt)))
        } else {
            Err(Error::RequestReused)
        };
    }
    batch.must.iter().try_for_each(|must| holds(c, must))?;
    Ok(None)
}

fn holds(c: &Connection, must: &Must) -> Result<()> {
    match must {
        Must::Story(id, version) => {
            if read::story::version(c, *id)? == *version {
                Ok(())
            } else {
                Err(Error::Changed(*id))
            }
        }
        Must::NoAccount => {
            if read::people::any(c)? {
                Err(Error::Refused("there is an account already".into()))
            } else {
                Ok(())
            }
        }
        Must::Setting(name, wanted) => {
            let found = read::people::setting(c, name)?;
            if found == *wanted { Ok(()) } else { Err(Error::Refused(format!("the setting {name} is another by now"))) }
        }
    }
}
