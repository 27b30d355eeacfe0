-- Where a text has characters of two UTF-16 code units, so that an export can count code points without reading it.
-- Null is what rows have that were written before: of them, those whose text has no such character are marked below.

ALTER TABLE articles ADD COLUMN pairs TEXT;

-- Nobody looks for a quotation by its id, and an index in the order of hashes is the dearest kind to keep.
DROP INDEX quotations_by_id;

-- The few articles whose texts are not plain in this regard.
CREATE INDEX articles_with_pairs ON articles (key) WHERE pairs IS NULL OR pairs <> '';
