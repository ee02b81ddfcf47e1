-- The second shape of a vault. This file is never edited after a release: vaults on people's disks
-- were made with it. A later shape is one more file.
--
-- In `chunk` the bytes are a part of the key's own tree: to add one, SQLite reads the whole of others
-- to compare them. Here they stand in the order in which they came in, and their key apart.
--
-- What `chunk` holds stays there. To move it would need as much room on the disk as the files take,
-- before anything else could be changed. Nothing new goes into it.
CREATE TABLE piece (
  attachment INTEGER NOT NULL
    REFERENCES attachment (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL CHECK (seq >= 0),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
  UNIQUE (attachment, seq)
) STRICT;

-- What there is of each kind and of each test, read from the index alone: how many, which names, when.
-- `isRemoved` is a column, and no condition of the index: SQLite 3.40 reads the row for a condition. It
-- stands second, so that lists of all kinds go on using the index of dates.
-- The number stands before the source, so that of equal dates the first one comes first.
CREATE INDEX recordByKind ON record (kind, isRemoved, title, date, number, source);
