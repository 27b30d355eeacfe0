-- What SQLite alone needs: the words of the sentences, and triggers that keep the audit log append-only.

CREATE VIRTUAL TABLE sentence_words USING fts5(text, content='sentences', content_rowid='key', tokenize='porter unicode61 remove_diacritics 2');
-- Words are collected in this many bytes of memory before they are written; the default of one megabyte makes bulk writing slow.
INSERT INTO sentence_words (sentence_words, rank) VALUES ('hashsize', 33554432);

CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_keeps_values BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
