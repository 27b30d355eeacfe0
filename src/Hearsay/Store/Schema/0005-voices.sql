-- Quotations by their speaker's code, with all that a list of the latest and a count of them need.
CREATE INDEX quotations_by_voice ON quotations (speaker_code, day) WHERE withdrawn_at IS NULL AND speaker_code IS NOT NULL;

-- Keys to the JSON API that accounts gave to their programs (docs/web.md). The key itself is nowhere, only its hash.
CREATE TABLE tokens (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  used_at TEXT
);
CREATE UNIQUE INDEX tokens_by_hash ON tokens (hash);
