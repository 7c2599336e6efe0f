-- What never changes is guarded whoever opens the file: REPLACE takes a row away without asking the triggers that refuse
-- DELETE, unless the connection says otherwise.
CREATE TRIGGER story_once     BEFORE INSERT ON story     WHEN EXISTS (SELECT 1 FROM story WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a story is filed once'); END;
CREATE TRIGGER story_stays    BEFORE UPDATE OF id, original, filed_at, filed_by ON story
BEGIN SELECT RAISE(ABORT, 'where a story comes from never changes'); END;
CREATE TRIGGER story_lasts    BEFORE DELETE ON story
BEGIN SELECT RAISE(ABORT, 'a story never goes'); END;
CREATE TRIGGER bytes_once     BEFORE INSERT ON bytes
WHEN EXISTS (SELECT 1 FROM bytes WHERE story = NEW.story AND hash = NEW.hash) OR EXISTS (SELECT 1 FROM bytes WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what is kept is kept once'); END;
CREATE TRIGGER revision_once  BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE story = NEW.story AND lang = NEW.lang AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a revision is saved once'); END;
CREATE TRIGGER data_once      BEFORE INSERT ON data
WHEN EXISTS (SELECT 1 FROM data WHERE story = NEW.story AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a revision of story data is saved once'); END;
CREATE TRIGGER release_once   BEFORE INSERT ON release
WHEN EXISTS (SELECT 1 FROM release WHERE story = NEW.story AND lang = NEW.lang AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a release is made once'); END;
CREATE TRIGGER dismissal_once BEFORE INSERT ON dismissal WHEN EXISTS (SELECT 1 FROM dismissal WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a dismissal is made once'); END;
