UPDATE articles SET pairs = '' WHERE NOT text GLOB '*[𐀀-􏿿]*';

-- Nothing is ranked by the lengths of sentences, which FTS5 would keep in a table of its own.
DROP TABLE sentence_words;
CREATE VIRTUAL TABLE sentence_words USING fts5(text, content='sentences', content_rowid='key', tokenize='porter unicode61 remove_diacritics 2', columnsize=0);
INSERT INTO sentence_words (sentence_words, rank) VALUES ('hashsize', 33554432);
-- With the default of four every word is written anew more often than searches gain from it.
INSERT INTO sentence_words (sentence_words, rank) VALUES ('automerge', 8);
INSERT INTO sentence_words (sentence_words) VALUES ('rebuild');

-- Every index of SQLite ends with the row's key: named among the columns it is stored twice.
DROP INDEX articles_by_revision;
CREATE INDEX articles_by_revision ON articles (revision);
DROP INDEX events_by_revision;
CREATE INDEX events_by_revision ON events (revision);
DROP INDEX quotations_by_revision;
CREATE INDEX quotations_by_revision ON quotations (revision);
DROP INDEX events_by_day;
CREATE INDEX events_by_day ON events (day) WHERE withdrawn_at IS NULL;
DROP INDEX quotations_by_day;
CREATE INDEX quotations_by_day ON quotations (day) WHERE withdrawn_at IS NULL;
