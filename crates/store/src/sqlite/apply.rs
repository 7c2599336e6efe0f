//! A batch becomes rows: one function for each thing that is written.

use super::{
    checks, must, read,
    release::{self, Act, Tail},
};
use crate::{
    Account, Batch, Committed, Error, Receipt, Result, Session, What, Write,
    columns::{At, pack_blocks},
};
use jiff::Timestamp;
use rusqlite::{Connection, Params, params};
use story::{Data, DataRevision, DueId, Hash, Kind, Line, Revision, StoryId, Tag, dossier::Planned};

/// Why a batch was not written, and whether it has left something behind.
pub(super) enum Failed {
    /// Refused before anything was written.
    Clean(Error),
    /// Some of it was written: whoever asked must roll it back.
    Dirty(Error),
}

impl Failed {
    /// Why.
    pub fn error(self) -> Error {
        match self {
            Failed::Clean(error) | Failed::Dirty(error) => error,
        }
    }
}

/// Checks a batch and writes it. `tail` is the end of the log in this transaction, and moves with what is written.
pub(super) fn batch(c: &Connection, tail: &mut Tail, batch: &Batch) -> Result<Committed, Failed> {
    if let Some(before) = must::check(c, batch).map_err(Failed::Clean)? {
        return Ok(before);
    }
    write(c, tail, batch).map(Committed::Now).map_err(Failed::Dirty)
}

fn write(c: &Connection, tail: &mut Tail, batch: &Batch) -> Result<Receipt> {
    let releases = batch.writes.iter().filter(|w| matches!(w, Write::Release(_))).count();
    let of = u32::try_from(releases).map_err(|_| Error::Refused("too many releases in one act".into()))?;
    let at = if of > 0 { batch.at.max(tail.position.at) } else { batch.at };
    let act = Act { batch: batch.act, of, at };
    let before = tail.position.n;
    let mut touched = Touched::default();
    for one in &batch.writes {
        touched.by(one);
        match one {
            Write::Story { id, desk, original, by } => new_story(c, *id, (desk, original, &slug(batch, *id)), at, by)?,
            // With its first data a story is filed.
            Write::Data { story, revision } if revision.number == 1 && touched.new.contains(story) => {
                save_data(c, *story, revision)?;
            }
            Write::Data { story, revision } => {
                save_data(c, *story, revision)?;
                new_slug(c, *story, revision)?;
            }
            _ => write_one(c, tail, &act, at, one)?,
        }
    }
    // Sealing is the last: it names the entry of its takedown, wherever in the batch that stands.
    for one in &batch.writes {
        if let Write::Seal(story, hash) = one {
            seal(c, batch, before, *story, *hash)?;
        }
    }
    for story in touched.stories {
        change_one(
            c,
            "UPDATE story SET version = version + 1, changed_at = ?2 WHERE id = ?1",
            params![story.bytes(), At(at)],
            || format!("there is no story {story}"),
        )?;
    }
    let receipt = Receipt { first: (of > 0).then_some(before + 1), last: tail.position.n, at };
    if let Some(request) = &batch.request {
        c.prepare_cached(
            "INSERT INTO request (id, by, asked, answer, first, last, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            request.id.bytes(),
            request.by,
            request.asked.0,
            request.answer,
            receipt.first,
            receipt.last,
            At(at)
        ])?;
    }
    Ok(receipt)
}

/// The stories whose version a batch raises, each once. What is typed is no part of the story yet.
#[derive(Default)]
struct Touched {
    stories: Vec<StoryId>,
    /// Those that it files: they begin at their first version.
    new: Vec<StoryId>,
}

impl Touched {
    fn by(&mut self, one: &Write) {
        let story = match one {
            Write::Story { id, .. } => return self.new.push(*id),
            Write::Bytes { story, .. }
            | Write::Revision { story, .. }
            | Write::Checked { story, .. }
            | Write::Dismiss(story, _)
            | Write::Undismiss { story, .. }
            | Write::Data { story, .. }
            | Write::Move { story, .. }
            | Write::Stick { story, .. }
            | Write::Plan(story, _)
            | Write::Unplan(story, _)
            | Write::Seal(story, _) => *story,
            Write::Release(release) => release.story,
            Write::Draft { .. }
            | Write::EndDrafts(_)
            | Write::Account(_)
            | Write::Session(_)
            | Write::EndSession(_)
            | Write::EndSessions(_)
            | Write::Set(..) => return,
        };
        if !self.stories.contains(&story) && !self.new.contains(&story) {
            self.stories.push(story);
        }
    }
}

fn write_one(c: &Connection, tail: &mut Tail, act: &Act, at: Timestamp, one: &Write) -> Result<()> {
    match one {
        Write::Bytes { story, what, hash, bytes } => keep_bytes(c, *story, *what, *hash, bytes),
        Write::Revision { story, lang, revision, input } => save(c, *story, lang, revision, *input),
        Write::Checked { story, lang, revision, checked } => checks::checked(c, *story, lang, *revision, checked),
        Write::Dismiss(story, dismissal) => checks::dismiss(c, *story, dismissal),
        Write::Undismiss { story, lang, key, by } => checks::undismiss(c, *story, lang, *key, at, by),
        Write::Release(new) => release::write(c, tail, act, new),
        Write::Plan(story, planned) => plan(c, *story, planned),
        Write::Move { story, due, at, chosen } => put_off(c, *story, *due, *at, *chosen),
        Write::Stick { story, due, why } => change_one(
            c,
            "UPDATE due SET stuck = ?3 WHERE story = ?1 AND id = ?2",
            params![story.bytes(), due.bytes(), why],
            || nothing_waits(*due),
        ),
        Write::Unplan(story, due) => {
            let sql = "DELETE FROM due WHERE story = ?1 AND id = ?2";
            change_one(c, sql, params![story.bytes(), due.bytes()], || nothing_waits(*due))
        }
        // By whoever knows the whole batch.
        Write::Story { .. } | Write::Data { .. } | Write::Seal(..) => Ok(()),
        Write::Draft { story, lang, by, based_on, text } => draft(c, *story, lang, by, *based_on, at, text.as_deref()),
        Write::EndDrafts(story) => change(c, "DELETE FROM draft WHERE story = ?1", [story.bytes()]),
        Write::Account(account) => put_account(c, account),
        Write::Session(session) => begin_session(c, session, at),
        Write::EndSession(token) => change(c, "DELETE FROM session WHERE token = ?1", [&token.0]),
        Write::EndSessions(account) => change(c, "DELETE FROM session WHERE account = ?1", [account.bytes()]),
        Write::Set(name, Some(value)) => {
            change(c, "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)", [name, value])
        }
        Write::Set(name, None) => change(c, "DELETE FROM setting WHERE name = ?1", [name]),
    }
}

/// Changes however many rows there are.
pub(super) fn change(c: &Connection, sql: &str, with: impl Params) -> Result<()> {
    c.prepare_cached(sql)?.execute(with)?;
    Ok(())
}

/// Changes the one row that must be there.
pub(super) fn change_one(
    c: &Connection,
    sql: &str,
    with: impl Params,
    otherwise: impl FnOnce() -> String,
) -> Result<()> {
    match c.prepare_cached(sql)?.execute(with)? {
        0 => Err(Error::Refused(otherwise())),
        _ => Ok(()),
    }
}

fn nothing_waits(due: DueId) -> String {
    format!("nothing waits under {due}")
}

/// The slug of a story in the data that it is filed with.
fn slug(batch: &Batch, story: StoryId) -> Line {
    let first = batch.writes.iter().find_map(|write| match write {
        Write::Data { story: of, revision } if *of == story => Some(revision.hash),
        _ => None,
    });
    let stored = batch.writes.iter().find_map(|write| match write {
        Write::Bytes { story: of, hash, bytes, .. } if *of == story && Some(*hash) == first => Some(bytes),
        _ => None,
    });
    stored.and_then(|stored| Data::from_stored(stored).ok()).map(|data| data.slug).unwrap_or_default()
}

fn new_story(
    c: &Connection,
    id: StoryId,
    (desk, original, slug): (&str, &Tag, &str),
    at: Timestamp,
    by: &str,
) -> Result<()> {
    change_one(
        c,
        "INSERT INTO story (id, version, changed_at, desk, original, filed_at, filed_by, slug)
         SELECT ?1, 1, ?2, ?3, ?4, ?2, ?5, ?6 WHERE NOT EXISTS (SELECT 1 FROM story WHERE id = ?1)",
        params![id.bytes(), At(at), desk, original.as_str(), by, slug],
        || format!("there is a story {id} already"),
    )
}

fn keep_bytes(c: &Connection, story: StoryId, what: What, hash: Hash, bytes: &[u8]) -> Result<()> {
    let kept = c
        .prepare_cached(
            "INSERT INTO bytes (story, hash, what, bytes) SELECT ?1, ?2, ?3, ?4
             WHERE NOT EXISTS (SELECT 1 FROM bytes WHERE story = ?1 AND hash = ?2)",
        )?
        .execute(params![story.bytes(), hash.0, what.as_str(), bytes])?;
    if kept == 0 && matches!(read::bytes::of(c, story, hash)?, Some(crate::Kept::Sealed(_))) {
        return Err(Error::Sealed(hash));
    }
    Ok(())
}

fn save(c: &Connection, story: StoryId, lang: &Tag, revision: &Revision, input: Option<Hash>) -> Result<()> {
    let (from_lang, from_revision) = revision.made_from.as_ref().map(|o| (o.lang.as_str(), o.revision)).unzip();
    change_one(
        c,
        "INSERT INTO revision
           (story, lang, number, based_on, made_from_lang, made_from_revision, text, input, blocks, at, by)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
         WHERE ?3 = (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE story = ?1 AND lang = ?2)",
        params![
            story.bytes(),
            lang.as_str(),
            revision.number,
            revision.based_on,
            from_lang,
            from_revision,
            revision.text.0,
            input.map(|hash| hash.0),
            pack_blocks(&revision.blocks),
            At(revision.at),
            revision.by
        ],
        || format!("revision {} of {lang} of story {story} is not the next", revision.number),
    )
}

fn save_data(c: &Connection, story: StoryId, revision: &DataRevision) -> Result<()> {
    change_one(
        c,
        "INSERT INTO data (story, number, hash, at, by) SELECT ?1, ?2, ?3, ?4, ?5
         WHERE ?2 = (SELECT coalesce(max(number), 0) + 1 FROM data WHERE story = ?1)",
        params![story.bytes(), revision.number, revision.hash.0, At(revision.at), revision.by],
        || format!("revision {} of the data of story {story} is not the next", revision.number),
    )
}

fn new_slug(c: &Connection, story: StoryId, revision: &DataRevision) -> Result<()> {
    let slug = match read::bytes::of(c, story, revision.hash)? {
        Some(crate::Kept::Bytes(stored)) => Data::from_stored(&stored).map(|data| data.slug).unwrap_or_default(),
        _ => return Ok(()),
    };
    change(c, "UPDATE story SET slug = ?2 WHERE id = ?1", params![story.bytes(), &*slug])
}

fn plan(c: &Connection, story: StoryId, planned: &Planned) -> Result<()> {
    change(
        c,
        "INSERT INTO due (story, id, lang, revision, at, chosen, by, stuck, despite)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            story.bytes(),
            planned.id.bytes(),
            planned.lang.as_str(),
            planned.revision,
            At(planned.at),
            planned.chosen.map(At),
            planned.by,
            planned.stuck,
            planned.despite
        ],
    )
}

fn put_off(c: &Connection, story: StoryId, due: DueId, at: Timestamp, chosen: Option<Timestamp>) -> Result<()> {
    change_one(
        c,
        "UPDATE due SET at = ?3, chosen = ?4, stuck = NULL WHERE story = ?1 AND id = ?2",
        params![story.bytes(), due.bytes(), At(at), chosen.map(At)],
        || nothing_waits(due),
    )
}

/// Takes the bytes away and leaves their hash, with the number of the story's first takedown entry in this batch.
fn seal(c: &Connection, batch: &Batch, before: u64, story: StoryId, hash: Hash) -> Result<()> {
    let releases = batch.writes.iter().filter_map(|w| match w {
        Write::Release(release) => Some(release),
        _ => None,
    });
    let n = (before + 1..).zip(releases).find(|(_, r)| r.story == story && r.kind == Kind::Takedown).map(|(n, _)| n);
    let Some(n) = n else {
        return Err(Error::Refused("text is sealed only where it is taken down".into()));
    };
    let sealed = c
        .prepare_cached(
            "UPDATE bytes SET bytes = NULL, sealed_by = ?3 WHERE story = ?1 AND hash = ?2 AND bytes IS NOT NULL",
        )?
        .execute(params![story.bytes(), hash.0, n])?;
    if sealed == 0 && read::bytes::of(c, story, hash)?.is_none() {
        return Err(Error::Refused(format!("story {story} has nothing under {hash}")));
    }
    // What was found in the story quotes its texts: it goes with the first of them.
    change(c, "UPDATE checked SET found = NULL WHERE story = ?1 AND found IS NOT NULL", [story.bytes()])?;
    // The slug stands in the data: it goes where the data go.
    change(
        c,
        "UPDATE story SET slug = '' WHERE id = ?1
         AND ?2 = (SELECT hash FROM data WHERE story = ?1 ORDER BY number DESC LIMIT 1)",
        params![story.bytes(), hash.0],
    )
}

fn draft(
    c: &Connection,
    story: StoryId,
    lang: &Tag,
    by: &str,
    based_on: Option<u32>,
    at: Timestamp,
    text: Option<&str>,
) -> Result<()> {
    match text {
        Some(text) => change(
            c,
            "INSERT INTO draft (story, lang, by, based_on, at, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (story, lang, by) DO UPDATE SET based_on = ?4, at = ?5, text = ?6",
            params![story.bytes(), lang.as_str(), by, based_on, At(at), text],
        ),
        None => change(
            c,
            "DELETE FROM draft WHERE story = ?1 AND lang = ?2 AND by = ?3",
            params![story.bytes(), lang.as_str(), by],
        ),
    }
}

fn put_account(c: &Connection, account: &Account) -> Result<()> {
    let taken = c
        .prepare_cached("SELECT 1 FROM account WHERE name = ?2 AND id <> ?1")?
        .exists(params![account.id.bytes(), account.name])?;
    if taken {
        return Err(Error::Refused(format!("there is an account of the name {} already", account.name)));
    }
    let rights = serde_json::to_string(&account.rights).map_err(|e| Error::Refused(e.to_string()))?;
    change(
        c,
        "INSERT INTO account (id, name, password, rights, lang, closed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET name = ?2, password = ?3, rights = ?4, lang = ?5, closed = ?6",
        params![
            account.id.bytes(),
            account.name,
            account.password,
            rights,
            account.lang.as_ref().map(Tag::as_str),
            account.closed
        ],
    )
}

/// Begins a session, and forgets those that have run out.
fn begin_session(c: &Connection, session: &Session, at: Timestamp) -> Result<()> {
    change(c, "DELETE FROM session WHERE ends <= ?1", [At(at)])?;
    change(
        c,
        "INSERT INTO session (token, account, began, ends, device) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![session.token.0, session.account.bytes(), At(session.began), At(session.ends), session.device],
    )
}
