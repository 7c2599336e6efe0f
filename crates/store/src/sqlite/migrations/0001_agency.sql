-- What an agency must not lose. Moments are nanoseconds since 1970; identities are 16 bytes, hashes 32.

-- Which log this is. One row.
CREATE TABLE agency (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  log  BLOB    NOT NULL
) STRICT;

-- The epochs of the log: which entry is the last that each took over from the one before.
CREATE TABLE epoch (
  epoch INTEGER PRIMARY KEY,
  after INTEGER NOT NULL
) STRICT;

CREATE TABLE story (
  id         BLOB    PRIMARY KEY,
  version    INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  desk       TEXT    NOT NULL,
  original   TEXT    NOT NULL,
  filed_at   INTEGER NOT NULL,
  filed_by   TEXT    NOT NULL,
  slug       TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX story_changed ON story (changed_at);
CREATE INDEX story_slug    ON story (slug COLLATE NOCASE) WHERE slug <> '';

-- Texts, story data, notices and copy under their hashes, each story its own: sealing one touches no other.
CREATE TABLE bytes (
  id        INTEGER PRIMARY KEY,
  story     BLOB    NOT NULL REFERENCES story (id),
  hash      BLOB    NOT NULL,
  what      TEXT    NOT NULL CHECK (what IN ('text', 'data', 'notice', 'input')),
  sealed_by INTEGER REFERENCES log (n),
  bytes     BLOB,
  UNIQUE (story, hash),
  CHECK ((bytes IS NULL) = (sealed_by IS NOT NULL))
) STRICT;

CREATE TABLE data (
  story  BLOB    NOT NULL,
  number INTEGER NOT NULL,
  hash   BLOB    NOT NULL,
  at     INTEGER NOT NULL,
  by     TEXT    NOT NULL,
  PRIMARY KEY (story, number),
  FOREIGN KEY (story, hash) REFERENCES bytes (story, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
  story              BLOB    NOT NULL,
  lang               TEXT    NOT NULL,
  number             INTEGER NOT NULL,
  based_on           INTEGER,
  made_from_lang     TEXT,
  made_from_revision INTEGER,
  text               BLOB    NOT NULL,
  input              BLOB,
  blocks             BLOB    NOT NULL,
  at                 INTEGER NOT NULL,
  by                 TEXT    NOT NULL,
  PRIMARY KEY (story, lang, number),
  FOREIGN KEY (story, text) REFERENCES bytes (story, hash),
  FOREIGN KEY (story, input) REFERENCES bytes (story, hash),
  FOREIGN KEY (story, lang, based_on) REFERENCES revision (story, lang, number),
  FOREIGN KEY (story, made_from_lang, made_from_revision) REFERENCES revision (story, lang, number)
) STRICT, WITHOUT ROWID;

-- The numbered order in which everything went out. `entry` holds the bytes that `hash` is of; the other columns say
-- the same again, to be asked for.
CREATE TABLE log (
  n     INTEGER PRIMARY KEY,
  at    INTEGER NOT NULL,
  batch BLOB    NOT NULL,
  story BLOB    NOT NULL REFERENCES story (id),
  hash  BLOB    NOT NULL,
  entry BLOB    NOT NULL
) STRICT;

CREATE TABLE release (
  story          BLOB    NOT NULL,
  lang           TEXT    NOT NULL,
  number         INTEGER NOT NULL,
  kind           TEXT    NOT NULL,
  revision       INTEGER NOT NULL,
  data           INTEGER NOT NULL,
  notice         BLOB,
  until_lang     TEXT,
  until_revision INTEGER,
  reason         TEXT,
  n              INTEGER NOT NULL REFERENCES log (n),
  batch          BLOB    NOT NULL,
  at             INTEGER NOT NULL,
  by             TEXT    NOT NULL,
  PRIMARY KEY (story, lang, number),
  FOREIGN KEY (story, lang, revision) REFERENCES revision (story, lang, number),
  FOREIGN KEY (story, data) REFERENCES data (story, number),
  FOREIGN KEY (story, notice) REFERENCES bytes (story, hash),
  FOREIGN KEY (story, until_lang, until_revision) REFERENCES revision (story, lang, number)
) STRICT, WITHOUT ROWID;

-- What is signed off and waits for its time.
CREATE TABLE due (
  story    BLOB    NOT NULL,
  id       BLOB    NOT NULL,
  lang     TEXT    NOT NULL,
  revision INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  chosen   INTEGER,
  by       TEXT    NOT NULL,
  stuck    TEXT,
  PRIMARY KEY (story, id),
  FOREIGN KEY (story, lang, revision) REFERENCES revision (story, lang, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_at ON due (at) WHERE stuck IS NULL;

CREATE TABLE draft (
  id       INTEGER PRIMARY KEY,
  story    BLOB    NOT NULL REFERENCES story (id),
  lang     TEXT    NOT NULL,
  by       TEXT    NOT NULL,
  based_on INTEGER,
  at       INTEGER NOT NULL,
  text     TEXT    NOT NULL,
  UNIQUE (story, lang, by)
) STRICT;

CREATE TABLE account (
  id       BLOB    PRIMARY KEY,
  name     TEXT    NOT NULL UNIQUE,
  password TEXT    NOT NULL,
  rights   TEXT    NOT NULL,
  lang     TEXT,
  closed   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token   BLOB    PRIMARY KEY,
  account BLOB    NOT NULL REFERENCES account (id),
  began   INTEGER NOT NULL,
  ends    INTEGER NOT NULL,
  device  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Requests that were carried out, and what they were answered.
CREATE TABLE request (
  id     BLOB    NOT NULL,
  by     TEXT    NOT NULL,
  asked  BLOB    NOT NULL,
  answer BLOB    NOT NULL,
  first  INTEGER,
  last   INTEGER NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (id, by)
) STRICT, WITHOUT ROWID;

-- Nothing changes silently.
CREATE TRIGGER revision_stays BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER revision_lasts BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'a revision never goes'); END;
CREATE TRIGGER data_stays     BEFORE UPDATE ON data     BEGIN SELECT RAISE(ABORT, 'a revision of story data never changes'); END;
CREATE TRIGGER data_lasts     BEFORE DELETE ON data     BEGIN SELECT RAISE(ABORT, 'a revision of story data never goes'); END;
CREATE TRIGGER release_stays  BEFORE UPDATE ON release  BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;
CREATE TRIGGER release_lasts  BEFORE DELETE ON release  BEGIN SELECT RAISE(ABORT, 'a release never goes'); END;
CREATE TRIGGER log_stays      BEFORE UPDATE ON log      BEGIN SELECT RAISE(ABORT, 'a log entry never changes'); END;
CREATE TRIGGER log_lasts      BEFORE DELETE ON log      BEGIN SELECT RAISE(ABORT, 'a log entry never goes'); END;
CREATE TRIGGER bytes_last     BEFORE DELETE ON bytes    BEGIN SELECT RAISE(ABORT, 'what is kept never goes'); END;

-- The one exception: the act at the end of the log is a takedown of the story, and its text goes but not its hash.
CREATE TRIGGER bytes_stay BEFORE UPDATE ON bytes
WHEN NEW.id <> OLD.id OR NEW.story <> OLD.story OR NEW.hash <> OLD.hash OR NEW.what <> OLD.what
  OR OLD.bytes IS NULL OR NEW.bytes IS NOT NULL
  OR NOT EXISTS (
    SELECT 1 FROM log JOIN release ON release.story = log.story AND release.n = log.n
    WHERE log.n = NEW.sealed_by AND log.story = OLD.story AND release.kind = 'takedown'
      AND log.batch = (SELECT batch FROM log ORDER BY n DESC LIMIT 1))
BEGIN SELECT RAISE(ABORT, 'what is kept never changes, but for what a takedown seals'); END;

CREATE TRIGGER log_counts BEFORE INSERT ON log
WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM log)
BEGIN SELECT RAISE(ABORT, 'the log has no holes'); END;
