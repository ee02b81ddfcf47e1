-- The first shape of a vault. This file is never edited after a release: vaults on people's disks
-- were made with it. A later shape is one more file.
--
-- Every column says what it may hold. The file outlives the program, so the tables do the checking.
-- JSON is only checked for its brackets here: SQLite 3.40 does not let a table that it does not
-- trust call json_valid(), and a vault's tables are never trusted.

-- One row for each command that changed something.
CREATE TABLE change (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  command TEXT NOT NULL CHECK (command <> ''),
  who TEXT CHECK (who <> ''),
  -- What an undo put back.
  undoes INTEGER UNIQUE REFERENCES change (number) CHECK (undoes < number)
) STRICT;

-- A file that came in and was read. It is unlisted when the import is taken back.
CREATE TABLE source (
  number INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  readAt TEXT NOT NULL CHECK (readAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  isListed INTEGER NOT NULL CHECK (isListed IN (0, 1))
) STRICT;

-- Which change listed or unlisted a source, so that it can be put back.
CREATE TABLE listing (
  change INTEGER NOT NULL REFERENCES change (number),
  source INTEGER NOT NULL REFERENCES source (number) ON DELETE CASCADE,
  wasListed INTEGER NOT NULL CHECK (wasListed IN (0, 1)),
  isListed INTEGER NOT NULL CHECK (isListed IN (0, 1) AND isListed <> wasListed),
  PRIMARY KEY (change, source)
) STRICT, WITHOUT ROWID;

-- What a source held that no kind of record can take, counted.
CREATE TABLE unmapped (
  source INTEGER NOT NULL REFERENCES source (number) ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what <> ''),
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (source, what)
) STRICT, WITHOUT ROWID;

-- A record as it stands now. Title, date, marker, source and place repeat what its newest version
-- says, so that a list reads no fields.
CREATE TABLE record (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
  kind TEXT NOT NULL CHECK (kind IN (
    'person', 'alert', 'diagnosis', 'treatment', 'option', 'medicine', 'allergy', 'result',
    'imaging', 'pathology', 'vaccine', 'device', 'procedure', 'encounter', 'vital-sign',
    'family-history', 'symptom', 'late-effect', 'follow-up', 'plan', 'visit', 'question',
    'team-member', 'support', 'habit', 'coverage', 'authorization', 'referral', 'claim', 'call',
    'checklist-item', 'document', 'note', 'wish', 'absence')),
  version INTEGER NOT NULL UNIQUE
    REFERENCES version (number) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL CHECK (title <> ''),
  -- A FHIR date as precise as it is known, which also sorts.
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]*'),
  -- The words of a date that such a date cannot say: "about 2019", "spring 2019".
  dateWords TEXT CHECK (dateWords <> ''),
  marker TEXT NOT NULL CHECK (marker IN ('D', 'P', '?')),
  source INTEGER REFERENCES source (number),
  place TEXT,
  isPrivate INTEGER NOT NULL CHECK (isPrivate IN (0, 1)),
  isRemoved INTEGER NOT NULL CHECK (isRemoved IN (0, 1))
) STRICT;

-- The order of a list, so that its first rows are there at once however many there are.
CREATE INDEX recordByDate ON record (date IS NULL, date DESC, number DESC) WHERE isRemoved = 0;

-- Everything a record ever was. A version is written once and never changed.
CREATE TABLE version (
  number INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  -- 1 for the first version of a record, then 2, 3, ...
  step INTEGER NOT NULL CHECK (step > 0),
  change INTEGER NOT NULL REFERENCES change (number),
  fields TEXT NOT NULL CHECK (fields GLOB '{*}'),
  isPrivate INTEGER NOT NULL CHECK (isPrivate IN (0, 1)),
  isRemoved INTEGER NOT NULL CHECK (isRemoved IN (0, 1)),
  -- 1 when the fields are as a file gave them, 0 when a person typed or changed them.
  isAsRead INTEGER NOT NULL CHECK (isAsRead IN (0, 1)),
  origin TEXT NOT NULL CHECK (origin IN ('document', 'person', 'disputed')),
  who TEXT,
  entered TEXT NOT NULL CHECK (entered <> ''),
  source INTEGER REFERENCES source (number),
  -- Only where it is not the source's name.
  sourceName TEXT,
  place TEXT,
  key TEXT,
  UNIQUE (record, step)
) STRICT;

CREATE INDEX versionByChange ON version (change);

-- The bytes of a file that is kept, cut into chunks.
CREATE TABLE attachment (
  number INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  length INTEGER NOT NULL CHECK (length >= 0),
  mediaType TEXT NOT NULL CHECK (mediaType <> ''),
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE chunk (
  attachment INTEGER NOT NULL
    REFERENCES attachment (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL CHECK (seq >= 0),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
  PRIMARY KEY (attachment, seq)
) STRICT, WITHOUT ROWID;

-- Which files a version of a record has with it, in their order.
CREATE TABLE recordAttachment (
  version INTEGER NOT NULL REFERENCES version (number) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  attachment INTEGER NOT NULL REFERENCES attachment (number),
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX recordAttachmentByAttachment ON recordAttachment (attachment);

-- What was given to whom.
CREATE TABLE given (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  recipient TEXT NOT NULL CHECK (recipient <> ''),
  format TEXT NOT NULL CHECK (format <> ''),
  parts TEXT NOT NULL CHECK (parts GLOB '[[]*]'),
  -- Nil for what was given on paper or by word of mouth.
  sha256 TEXT CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  note TEXT CHECK (note <> '')
) STRICT;

-- Small things the program remembers for this vault: a draft, a column map, the last backup.
CREATE TABLE memo (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  value TEXT NOT NULL CHECK (value <> '')
) STRICT, WITHOUT ROWID;

-- The one row about the vault itself.
CREATE TABLE vault (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  format TEXT NOT NULL CHECK (format = 'netvault/1'),
  created TEXT NOT NULL CHECK (created GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  -- The person whose records these are.
  owner INTEGER NOT NULL REFERENCES record (number)
) STRICT;

CREATE TRIGGER ownerStays BEFORE UPDATE OF isRemoved ON record
WHEN new.isRemoved = 1 AND old.number = (SELECT owner FROM vault)
BEGIN
  SELECT RAISE(ABORT, 'the owner of a vault stays in it');
END;

CREATE TRIGGER versionStays BEFORE UPDATE ON version
BEGIN
  SELECT RAISE(ABORT, 'a version is never changed');
END;

-- The words of every record that is not in the bin, by the record's number. The Vault module
-- writes it in the same place as the record.
CREATE VIRTUAL TABLE search USING fts5 (
  title, words, files, tokenize = 'unicode61 remove_diacritics 2'
);

-- Which words there are, to say "did you mean".
CREATE VIRTUAL TABLE searchWord USING fts5vocab (search, row);
