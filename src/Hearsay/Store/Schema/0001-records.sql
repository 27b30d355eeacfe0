-- One schema for SQLite and PostgreSQL. Types are written as SQLite has them; INTEGER becomes BIGINT and TEXT sorts by
-- code point in PostgreSQL (see SchemaText). Statements end with a semicolon at the end of a line.
-- Days are "2024-03-12", moments "2024-03-12T09:30:00.000Z". Offsets count UTF-16 code units of articles.text.
-- What may be looked up by people is described in docs/store.md; a test holds the two together.

CREATE TABLE store (
  id INTEGER NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  next_article INTEGER NOT NULL,
  next_run INTEGER NOT NULL,
  created_at TEXT NOT NULL
);

CREATE TABLE runs (
  id INTEGER NOT NULL PRIMARY KEY,
  program TEXT NOT NULL,
  models TEXT NOT NULL,
  knowledge TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  coded INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL
);

CREATE TABLE articles (
  key INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  url TEXT,
  outlet TEXT,
  title TEXT,
  published_on TEXT,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  coded_run INTEGER NOT NULL,
  run INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  withdrawn_at TEXT,
  revision INTEGER NOT NULL
);
CREATE UNIQUE INDEX articles_by_id ON articles (id);
CREATE INDEX articles_by_revision ON articles (revision, key);
CREATE INDEX articles_by_day ON articles (published_on);
CREATE INDEX articles_by_text ON articles (text_hash);
CREATE INDEX articles_by_outlet ON articles (outlet);

CREATE TABLE sentences (
  key INTEGER NOT NULL PRIMARY KEY,
  article_key INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE events (
  key INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  article_key INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  sentence_key INTEGER NOT NULL,
  trigger_text TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  contexts TEXT NOT NULL,
  cameo TEXT,
  status TEXT NOT NULL,
  time_text TEXT,
  time_start TEXT,
  time_end TEXT,
  granularity TEXT,
  place_text TEXT,
  place_name TEXT,
  place_country TEXT,
  admin1 TEXT,
  lat REAL,
  lon REAL,
  geoname_id INTEGER,
  killed INTEGER,
  injured INTEGER,
  size INTEGER,
  quotation INTEGER,
  confidence REAL NOT NULL,
  pattern TEXT NOT NULL,
  trace_rows TEXT NOT NULL,
  day TEXT NOT NULL,
  happening TEXT NOT NULL,
  hash TEXT NOT NULL,
  review_state TEXT NOT NULL,
  run INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  withdrawn_at TEXT,
  revision INTEGER NOT NULL
);
CREATE INDEX events_by_id ON events (id);
CREATE INDEX events_by_sentence ON events (sentence_key, day) WHERE withdrawn_at IS NULL;
CREATE INDEX events_by_revision ON events (revision, key);
CREATE INDEX events_by_day ON events (day, key) WHERE withdrawn_at IS NULL;
CREATE INDEX events_by_type ON events (type, day) WHERE withdrawn_at IS NULL;
CREATE INDEX events_by_place ON events (place_country, place_name, admin1, geoname_id, lat, lon) WHERE withdrawn_at IS NULL AND place_name IS NOT NULL;
CREATE INDEX events_by_review ON events (review_state, day) WHERE review_state <> 'unreviewed';

CREATE TABLE parties (
  event_key INTEGER NOT NULL,
  role TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  name TEXT,
  code TEXT,
  country TEXT,
  sectors TEXT NOT NULL,
  PRIMARY KEY (event_key, role, ordinal)
) WITHOUT ROWID;
CREATE INDEX parties_by_code ON parties (code, role, event_key) WHERE code IS NOT NULL;

CREATE TABLE dyads (
  event_key INTEGER NOT NULL,
  actor TEXT NOT NULL,
  recipient TEXT NOT NULL,
  PRIMARY KEY (event_key, actor, recipient)
) WITHOUT ROWID;
CREATE INDEX dyads_by_pair ON dyads (actor, recipient);

CREATE TABLE hops (
  record_key INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT,
  kind TEXT NOT NULL,
  cue TEXT,
  text TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  PRIMARY KEY (record_key, ordinal)
) WITHOUT ROWID;

CREATE TABLE quotations (
  key INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  article_key INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sentence_key INTEGER NOT NULL,
  last_sentence_key INTEGER NOT NULL,
  form TEXT NOT NULL,
  cue_text TEXT,
  cue_start INTEGER,
  cue_end INTEGER,
  speaker_text TEXT,
  speaker_start INTEGER,
  speaker_end INTEGER,
  speaker_name TEXT,
  speaker_code TEXT,
  speaker_country TEXT,
  speaker_sectors TEXT,
  addressee_text TEXT,
  addressee_start INTEGER,
  addressee_end INTEGER,
  addressee_name TEXT,
  addressee_code TEXT,
  addressee_country TEXT,
  addressee_sectors TEXT,
  day TEXT NOT NULL,
  hash TEXT NOT NULL,
  run INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  withdrawn_at TEXT,
  revision INTEGER NOT NULL
);
CREATE INDEX quotations_by_id ON quotations (id);
CREATE INDEX quotations_by_revision ON quotations (revision, key);
CREATE INDEX quotations_by_day ON quotations (day, key) WHERE withdrawn_at IS NULL;
CREATE INDEX quotations_by_speaker ON quotations (speaker_name, speaker_country) WHERE withdrawn_at IS NULL AND speaker_name IS NOT NULL;

CREATE TABLE contents (
  quotation_key INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (quotation_key, ordinal)
) WITHOUT ROWID;

CREATE TABLE diagnostics (
  run INTEGER NOT NULL,
  article_key INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  place TEXT NOT NULL,
  remedy TEXT NOT NULL,
  PRIMARY KEY (article_key, run, ordinal)
) WITHOUT ROWID;

CREATE TABLE reviews (
  id INTEGER NOT NULL PRIMARY KEY,
  article_id TEXT NOT NULL,
  event_id TEXT,
  verdict TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  adjudication INTEGER NOT NULL,
  corrected TEXT,
  note TEXT,
  event_hash TEXT,
  reviewed_at TEXT NOT NULL
);
CREATE INDEX reviews_by_event ON reviews (event_id);
CREATE INDEX reviews_by_article ON reviews (article_id);

CREATE TABLE comments (
  id INTEGER NOT NULL PRIMARY KEY,
  thread INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  event_id TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  written_at TEXT NOT NULL,
  resolved_at TEXT,
  resolved_by TEXT
);
CREATE INDEX comments_by_article ON comments (article_id);

CREATE TABLE audit (
  id INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT
);
