-- Cards keep what they ask, so that a deleted lesson takes none away; reviews keep what FSRS predicted.
ALTER TABLE attempt ADD COLUMN level TEXT NOT NULL DEFAULT '';
ALTER TABLE attempt ADD COLUMN hints INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN content TEXT;
ALTER TABLE card ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN buried TEXT NOT NULL DEFAULT '';
ALTER TABLE review ADD COLUMN predicted REAL;
ALTER TABLE review ADD COLUMN stability REAL;
CREATE INDEX review_card ON review (card);

-- An item's card is named after its lesson too: the same exercise on the same word may stand in several lessons.
UPDATE card SET subject = uid || '/' || subject
    WHERE EXISTS (SELECT 1 FROM attempt WHERE attempt.uid = card.uid AND attempt.item = card.subject);

-- What the library remembers of a lesson; `lemmas` is JSON: [lemma, level or null, number of tokens], ...
CREATE TABLE shelf (
    uid TEXT PRIMARY KEY,
    archived INTEGER NOT NULL DEFAULT 0,
    tokens INTEGER NOT NULL DEFAULT 0,
    lemmas TEXT
) STRICT;

-- The cards that may be asked: not suspended, and no word the learner knows or ignores.
CREATE VIEW asked AS
    SELECT id, subject, uid, due, state, content, buried FROM card
    WHERE suspended = 0
    AND NOT EXISTS (SELECT 1 FROM word WHERE lemma = subject AND status IN ('known', 'ignored'));
