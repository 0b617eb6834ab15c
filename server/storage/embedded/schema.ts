import type { DatabaseSync } from 'node:sqlite'

/*
 * The tables, as steps forward: the n-th migration leads from format n - 1 to format n. What is released is never
 * changed, only followed by the next. Times are ISO 8601 in UTC, hashes SHA-256 in hex, `sum` a CRC-32 of the bytes.
 */

export type Migration = (db: DatabaseSync) => void

const boards = `
  -- The folded board as of event fold_seq, or neither before the first time it is stored.
  CREATE TABLE boards (board TEXT PRIMARY KEY, fold_seq INTEGER, fold TEXT) STRICT;
  CREATE TABLE events (
    board TEXT NOT NULL REFERENCES boards, seq INTEGER NOT NULL, event TEXT NOT NULL,
    PRIMARY KEY (board, seq)
  ) STRICT;
  CREATE TABLE answers (
    board TEXT NOT NULL REFERENCES boards, command TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (board, command)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE versions (
    place INTEGER PRIMARY KEY, board TEXT NOT NULL REFERENCES boards, id TEXT NOT NULL, step TEXT NOT NULL,
    number INTEGER NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, member TEXT NOT NULL, hash TEXT NOT NULL,
    content TEXT NOT NULL, decision TEXT NOT NULL,
    UNIQUE (board, id)
  ) STRICT;
  CREATE TABLE proposals (
    place INTEGER PRIMARY KEY, board TEXT NOT NULL REFERENCES boards, id TEXT NOT NULL, changes TEXT NOT NULL,
    UNIQUE (board, id)
  ) STRICT;`

const rooms = `
  -- next_seq counts the updates of this generation; content of an earlier one stays until something erases it.
  CREATE TABLE rooms (
    board TEXT NOT NULL REFERENCES boards, room TEXT NOT NULL, epoch INTEGER NOT NULL, generation INTEGER NOT NULL,
    closed TEXT CHECK (closed IN ('agreed', 'paused')), next_seq INTEGER NOT NULL,
    PRIMARY KEY (board, room)
  ) STRICT;
  CREATE TABLE updates (
    board TEXT NOT NULL, room TEXT NOT NULL, generation INTEGER NOT NULL, seq INTEGER NOT NULL,
    member TEXT NOT NULL, at TEXT NOT NULL, bytes BLOB NOT NULL, sum INTEGER NOT NULL,
    PRIMARY KEY (board, room, generation, seq), FOREIGN KEY (board, room) REFERENCES rooms
  ) STRICT;
  -- The room's state up to and with update seq.
  CREATE TABLE bases (
    board TEXT NOT NULL, room TEXT NOT NULL, generation INTEGER NOT NULL, seq INTEGER NOT NULL,
    bytes BLOB NOT NULL, sum INTEGER NOT NULL,
    PRIMARY KEY (board, room, generation, seq), FOREIGN KEY (board, room) REFERENCES rooms
  ) STRICT;
  CREATE TABLE client_owners (
    board TEXT NOT NULL, room TEXT NOT NULL, client INTEGER NOT NULL, member TEXT NOT NULL,
    PRIMARY KEY (board, room, client), FOREIGN KEY (board, room) REFERENCES rooms
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE refused_clients (
    board TEXT NOT NULL, room TEXT NOT NULL, generation INTEGER NOT NULL, client INTEGER NOT NULL,
    clock INTEGER NOT NULL,
    PRIMARY KEY (board, room, generation, client), FOREIGN KEY (board, room) REFERENCES rooms
  ) STRICT, WITHOUT ROWID;
  -- Evidence: never applied, deleted after 30 days.
  CREATE TABLE refused_updates (
    board TEXT NOT NULL REFERENCES boards, room TEXT NOT NULL, member TEXT NOT NULL, at TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX refused_updates_by_time ON refused_updates (at);`

const people = `
  CREATE TABLE invites (
    board TEXT NOT NULL REFERENCES boards, hash TEXT NOT NULL, invite TEXT NOT NULL,
    PRIMARY KEY (board, hash)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE return_links (
    board TEXT NOT NULL, member TEXT NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (board, member), UNIQUE (board, hash)
  ) STRICT;
  CREATE TABLE sessions (hash TEXT PRIMARY KEY, kind TEXT NOT NULL, expires_at TEXT NOT NULL) STRICT;
  CREATE TABLE session_members (
    session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE, board TEXT NOT NULL, member TEXT NOT NULL,
    PRIMARY KEY (session, board)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_members_by_member ON session_members (board, member);
  -- Written and read back by the check of health.
  CREATE TABLE pulse (only INTEGER PRIMARY KEY CHECK (only = 1), beats INTEGER NOT NULL) STRICT;
  INSERT INTO pulse VALUES (1, 0);`

const words = `
  -- Where the passage of a comment stands now; its first place is in the comment. words: as JSON, what it said where
  -- somebody placed it by hand.
  CREATE TABLE text_anchors (
    board TEXT NOT NULL REFERENCES boards, comment TEXT NOT NULL, range_start TEXT NOT NULL,
    range_end TEXT NOT NULL, revision INTEGER NOT NULL, words TEXT,
    PRIMARY KEY (board, comment)
  ) STRICT, WITHOUT ROWID;
  -- read: everything up to a moment, and single things after it, as JSON.
  CREATE TABLE visits (
    board TEXT NOT NULL REFERENCES boards, member TEXT NOT NULL, here_at TEXT NOT NULL, since TEXT,
    read TEXT NOT NULL,
    PRIMARY KEY (board, member)
  ) STRICT, WITHOUT ROWID;
  -- The latest of each member in each text or item.
  CREATE TABLE writings (
    board TEXT NOT NULL REFERENCES boards, room TEXT NOT NULL, what TEXT NOT NULL, member TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (board, room, what, member)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX writings_by_time ON writings (board, at);
  -- What was made of a link's password, never the password.
  ALTER TABLE invites ADD COLUMN password TEXT;`

const scores = `
  -- What is scored apart, until it is revealed. round: the number of the event that began it.
  CREATE TABLE scores (
    board TEXT NOT NULL REFERENCES boards, round INTEGER NOT NULL, member TEXT NOT NULL, activity TEXT NOT NULL,
    goal TEXT NOT NULL, score INTEGER NOT NULL, confidence TEXT NOT NULL, rationale TEXT,
    PRIMARY KEY (board, round, member, activity, goal)
  ) STRICT, WITHOUT ROWID;`

export const migrations: readonly Migration[] = [
  (db) => db.exec(boards + rooms + people),
  (db) => db.exec(words),
  (db) => db.exec(scores),
]
