-- What the checks find, and what people say to it.

-- What the checks found in a revision. It quotes the text, so it goes where the text is sealed.
CREATE TABLE checked (
  id       INTEGER PRIMARY KEY,
  story    BLOB    NOT NULL,
  lang     TEXT    NOT NULL,
  revision INTEGER NOT NULL,
  version  INTEGER NOT NULL,
  found    BLOB,
  UNIQUE (story, lang, revision),
  FOREIGN KEY (story, lang, revision) REFERENCES revision (story, lang, number)
) STRICT;

-- What was found and dismissed. `key` is of the rule and the sentences that it cites; no word of them stands here.
CREATE TABLE dismissal (
  id        INTEGER PRIMARY KEY,
  story     BLOB    NOT NULL REFERENCES story (id),
  lang      TEXT    NOT NULL,
  key       BLOB    NOT NULL,
  rule      TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  reason    TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  by        TEXT    NOT NULL,
  undone_at INTEGER,
  undone_by TEXT,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;
CREATE INDEX dismissal_story ON dismissal (story);
CREATE UNIQUE INDEX dismissal_stands ON dismissal (story, lang, key) WHERE undone_at IS NULL;

-- Why something goes out in spite of what was found.
ALTER TABLE release ADD COLUMN despite TEXT;
ALTER TABLE due     ADD COLUMN despite TEXT;

CREATE TRIGGER dismissal_lasts BEFORE DELETE ON dismissal BEGIN SELECT RAISE(ABORT, 'a dismissal never goes'); END;
CREATE TRIGGER dismissal_stays BEFORE UPDATE ON dismissal
WHEN OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL OR NEW.id <> OLD.id OR NEW.story <> OLD.story
  OR NEW.lang <> OLD.lang OR NEW.key <> OLD.key OR NEW.rule <> OLD.rule OR NEW.kind <> OLD.kind
  OR NEW.reason <> OLD.reason OR NEW.at <> OLD.at OR NEW.by <> OLD.by
BEGIN SELECT RAISE(ABORT, 'a dismissal never changes, but for being taken back once'); END;
