-- Lessons opened, answers given, words marked, cards and their review logs.
CREATE TABLE lesson (
    uid TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    opened TEXT NOT NULL
) STRICT;

CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    item TEXT NOT NULL,
    round INTEGER NOT NULL,
    skill TEXT NOT NULL,
    response TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('equal', 'almost', 'wrong')),
    points REAL NOT NULL,
    possible REAL NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX attempt_item ON attempt (uid, round, item);
CREATE INDEX attempt_at ON attempt (at);

CREATE TABLE word (
    lemma TEXT PRIMARY KEY,
    status TEXT NOT NULL CHECK (status IN ('known', 'learning', 'ignored')),
    at TEXT NOT NULL
) STRICT;

CREATE TABLE card (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL UNIQUE,
    uid TEXT NOT NULL,
    due TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX card_due ON card (due);

CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    card INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE,
    rating INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;
