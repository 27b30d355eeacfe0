-- Who may read and review when the reading room is open to others than this machine (docs/web.md).

CREATE TABLE accounts (
  name TEXT NOT NULL PRIMARY KEY,
  shown TEXT NOT NULL,
  role TEXT NOT NULL,
  password_hash TEXT,
  subject TEXT,
  stamp TEXT NOT NULL,
  failures INTEGER NOT NULL,
  locked_until TEXT,
  created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX accounts_by_subject ON accounts (subject);
