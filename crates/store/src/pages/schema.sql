CREATE TABLE cursor (
  only      INTEGER PRIMARY KEY CHECK (only = 1),
  log       BLOB    NOT NULL,
  epoch     INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  hash      BLOB    NOT NULL,
  at        INTEGER NOT NULL,
  made_with TEXT    NOT NULL
) STRICT;

CREATE TABLE page (
  id        INTEGER PRIMARY KEY,
  path      TEXT    NOT NULL UNIQUE,
  tail      TEXT,
  status    INTEGER NOT NULL,
  lang      TEXT    NOT NULL,
  etag      TEXT    NOT NULL,
  made_with TEXT    NOT NULL,
  moved_to  TEXT,
  br        BLOB    NOT NULL,
  gzip      BLOB,
  zstd      BLOB
) STRICT;
-- To find what another program made, and fronts (paths that end in a stroke) before all else.
CREATE INDEX page_maker ON page (made_with, path);
CREATE INDEX page_front ON page (made_with, path) WHERE path LIKE '%/';

CREATE TABLE card (
  id        INTEGER PRIMARY KEY,
  story     BLOB    NOT NULL,
  lang      TEXT    NOT NULL,
  listed    INTEGER,
  corrected INTEGER,
  called    BLOB,
  points_at BLOB    NOT NULL,
  body      BLOB    NOT NULL,
  UNIQUE (story, lang)
) STRICT;
CREATE INDEX card_listed    ON card (lang, listed, story)    WHERE listed    IS NOT NULL;
CREATE INDEX card_corrected ON card (lang, corrected, story) WHERE corrected IS NOT NULL;
CREATE INDEX card_called    ON card (lang, called, listed, story) WHERE listed IS NOT NULL AND called IS NOT NULL;

-- Which cards point at a story.
CREATE TABLE pointer (
  target BLOB NOT NULL,
  story  BLOB NOT NULL,
  lang   TEXT NOT NULL,
  PRIMARY KEY (target, story, lang)
) STRICT, WITHOUT ROWID;

-- How many cards stand in the lists of a language: counting them would take longer the more there are.
CREATE TABLE tally (
  lang   TEXT    PRIMARY KEY,
  listed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
