/**
 * The tables, as a ladder: entry n brings a database from `user_version` n to n + 1. An entry that was released is never
 * edited; a change is a new entry at the end. Times are milliseconds since 1970.
 *
 * Tables that only grow by small rows are WITHOUT ROWID, so that a board's rows lie together and an insert touches one
 * tree. Pictures and snapshots are large and live in ordinary tables, with the large column last.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE installation (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    secret BLOB NOT NULL CHECK (length(secret) = 32)
  ) STRICT;

  CREATE TABLE boards (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    facilitator_generation INTEGER NOT NULL,
    participant_generation INTEGER NOT NULL,
    observer_generation INTEGER NOT NULL,
    created_at_ms INTEGER NOT NULL,
    touched_at_ms INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE deleted_boards (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE TABLE people (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    color TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'observer')),
    organization TEXT,
    kind TEXT,
    seat_hash TEXT NOT NULL,
    joined_at_ms INTEGER NOT NULL,
    removed_at_ms INTEGER,
    PRIMARY KEY (board, id),
    UNIQUE (board, seat_hash)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE journal (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    entry BLOB NOT NULL,
    PRIMARY KEY (board, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE snapshots (
    board INTEGER PRIMARY KEY REFERENCES boards (key) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    state BLOB NOT NULL
  ) STRICT;

  CREATE TABLE owners (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    client_id INTEGER NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (board, client_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE assets (
    key INTEGER PRIMARY KEY,
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (board, id)
  ) STRICT;
  `,
  `
  CREATE TABLE ratings (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    organization TEXT NOT NULL,
    influence INTEGER CHECK (influence BETWEEN 1 AND 5),
    stake INTEGER CHECK (stake BETWEEN 1 AND 5),
    PRIMARY KEY (board, organization)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE kept_snapshots (
    key INTEGER PRIMARY KEY,
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT,
    reason TEXT NOT NULL,
    detail TEXT,
    by_role TEXT,
    taken_at_ms INTEGER NOT NULL,
    counts TEXT NOT NULL,
    picture TEXT NOT NULL,
    chunk_hashes BLOB NOT NULL,
    UNIQUE (board, id)
  ) STRICT;

  CREATE TABLE snapshot_chunks (
    key INTEGER PRIMARY KEY,
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    hash BLOB NOT NULL CHECK (length(hash) = 16),
    bytes BLOB NOT NULL,
    UNIQUE (board, hash)
  ) STRICT;
  `,
  `
  CREATE TABLE rounds (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    opened_at_ms INTEGER NOT NULL,
    ended_at_ms INTEGER,
    content TEXT NOT NULL,
    due TEXT,
    PRIMARY KEY (board, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sealed (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    round TEXT NOT NULL,
    person TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (board, round, person)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE sessions (
    board INTEGER PRIMARY KEY REFERENCES boards (key) ON DELETE CASCADE,
    session TEXT NOT NULL
  ) STRICT;
  `,
  // Votes that were closed before there was a record come into it; texts of ideas were kept on the canvas only. What comes out
  // of a subquery is a text to newer versions of SQLite, so it is said to be JSON.
  `
  CREATE TABLE record (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (board, id)
  ) STRICT, WITHOUT ROWID;

  INSERT INTO record (board, id, at_ms, content)
  SELECT board, id, ended_at_ms, json_object(
    'kind', 'vote',
    'question', content ->> '$.question',
    'options', json((SELECT json_group_array(value ->> '$.label') FROM json_each(content, '$.options'))),
    'totals', content -> '$.totals',
    'dots', content -> '$.dots',
    'cast', content -> '$.cast',
    'invited', content -> '$.invited'
  )
  FROM rounds
  WHERE ended_at_ms IS NOT NULL AND content ->> '$.kind' = 'vote' AND content ->> '$.status' = 'closed'
    AND json_type(content, '$.totals') = 'array';
  `,
  `
  CREATE TABLE losses (
    key INTEGER PRIMARY KEY,
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    snapshot TEXT NOT NULL,
    content TEXT NOT NULL,
    FOREIGN KEY (board, snapshot) REFERENCES kept_snapshots (board, id) ON DELETE CASCADE
  ) STRICT;

  CREATE INDEX losses_of_snapshots ON losses (board, snapshot);
  `,
  `
  CREATE TABLE devices (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (board, hash, person)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE person_marks (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    person TEXT NOT NULL,
    mark TEXT NOT NULL CHECK (mark IN ('keptOut', 'led')),
    PRIMARY KEY (board, person, mark)
  ) STRICT, WITHOUT ROWID;
  `,
  // Boards of before belong to the first facilitator who is still there.
  `
  CREATE TABLE doors (
    board INTEGER PRIMARY KEY REFERENCES boards (key) ON DELETE CASCADE,
    owner TEXT,
    is_closed INTEGER NOT NULL,
    facilitator_ends_at_ms INTEGER,
    participant_ends_at_ms INTEGER,
    observer_ends_at_ms INTEGER
  ) STRICT;

  INSERT INTO doors (board, owner, is_closed)
  SELECT key, (
    SELECT id FROM people
    WHERE board = key AND role = 'facilitator' AND removed_at_ms IS NULL
    ORDER BY joined_at_ms, id LIMIT 1
  ), 0
  FROM boards;
  `,
  // Sums of rows, and how far each document had come, so that a missing row is noticed. Rows with large columns get their sum
  // when they are written again: here all of them would be copied.
  `
  ALTER TABLE installation ADD COLUMN sum INTEGER;
  ALTER TABLE boards ADD COLUMN sum INTEGER;
  ALTER TABLE people ADD COLUMN sum INTEGER;
  ALTER TABLE doors ADD COLUMN sum INTEGER;
  ALTER TABLE devices ADD COLUMN sum INTEGER;
  ALTER TABLE person_marks ADD COLUMN sum INTEGER;
  ALTER TABLE journal ADD COLUMN sum INTEGER;
  ALTER TABLE snapshots ADD COLUMN sum INTEGER;
  ALTER TABLE owners ADD COLUMN sum INTEGER;
  ALTER TABLE assets ADD COLUMN sum INTEGER;
  ALTER TABLE ratings ADD COLUMN sum INTEGER;
  ALTER TABLE kept_snapshots ADD COLUMN sum INTEGER;
  ALTER TABLE snapshot_chunks ADD COLUMN sum INTEGER;
  ALTER TABLE rounds ADD COLUMN sum INTEGER;
  ALTER TABLE sealed ADD COLUMN sum INTEGER;
  ALTER TABLE sessions ADD COLUMN sum INTEGER;
  ALTER TABLE record ADD COLUMN sum INTEGER;
  ALTER TABLE losses ADD COLUMN sum INTEGER;

  UPDATE installation SET sum = row_sum('installation', secret);
  UPDATE boards SET sum = row_sum('boards', id, title, code, facilitator_generation, participant_generation, observer_generation, created_at_ms);
  UPDATE people SET sum = row_sum('people', board, id, name, color, role, organization, kind, seat_hash, joined_at_ms, removed_at_ms);
  UPDATE doors SET sum = row_sum('doors', board, owner, is_closed, facilitator_ends_at_ms, participant_ends_at_ms, observer_ends_at_ms);
  UPDATE devices SET sum = row_sum('devices', board, hash, person);
  UPDATE person_marks SET sum = row_sum('person_marks', board, person, mark);
  UPDATE owners SET sum = row_sum('owners', board, client_id, person);
  UPDATE ratings SET sum = row_sum('ratings', board, organization, influence, stake);
  UPDATE kept_snapshots SET sum = row_sum('kept_snapshots', board, id, name, reason, detail, by_role, taken_at_ms, counts, picture, chunk_hashes);
  UPDATE rounds SET sum = row_sum('rounds', board, id, opened_at_ms, ended_at_ms, content, due);
  UPDATE sealed SET sum = row_sum('sealed', board, round, person, content);
  UPDATE sessions SET sum = row_sum('sessions', board, session);
  UPDATE record SET sum = row_sum('record', board, id, at_ms, content);
  UPDATE losses SET sum = row_sum('losses', board, snapshot, content);

  ALTER TABLE boards ADD COLUMN document_version INTEGER NOT NULL DEFAULT 0;
  UPDATE boards SET document_version = coalesce(
    (SELECT max(version) FROM journal WHERE journal.board = boards.key),
    (SELECT version FROM snapshots WHERE snapshots.board = boards.key),
    0
  );

  CREATE TABLE set_aside (
    key INTEGER PRIMARY KEY,
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    part TEXT NOT NULL,
    id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    decided_at_ms INTEGER,
    content BLOB
  ) STRICT;

  CREATE INDEX set_aside_of_boards ON set_aside (board, decided_at_ms);
  `,
  // One seat per device. The one that a person had becomes that of one device, and brings them back on others as it did. What is
  // damaged among people is set aside first: it would fit nowhere.
  `
  INSERT INTO set_aside (board, part, id, reason, at_ms, content)
  SELECT board, 'people', id, 'damaged', CAST(unixepoch('subsec') * 1000 AS INTEGER), CAST(json_object(
    'table', 'people', 'board', board, 'id', id, 'name', name, 'color', color, 'role', role, 'organization', organization,
    'kind', kind, 'seat_hash', seat_hash, 'joined_at_ms', joined_at_ms, 'removed_at_ms', removed_at_ms, 'sum', sum
  ) AS BLOB)
  FROM people
  WHERE sum <> row_sum('people', board, id, name, color, role, organization, kind, seat_hash, joined_at_ms, removed_at_ms);

  DELETE FROM people
  WHERE sum <> row_sum('people', board, id, name, color, role, organization, kind, seat_hash, joined_at_ms, removed_at_ms);

  CREATE TABLE seats (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    person TEXT NOT NULL,
    browser TEXT,
    system TEXT,
    made_at_ms INTEGER NOT NULL,
    seen_at_ms INTEGER NOT NULL,
    ended_at_ms INTEGER,
    is_return INTEGER NOT NULL,
    sum INTEGER,
    PRIMARY KEY (board, hash)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX seats_of_people ON seats (board, person);

  INSERT INTO seats
  SELECT board, seat_hash, id, NULL, NULL, joined_at_ms, joined_at_ms, NULL, 1,
    row_sum('seats', board, seat_hash, id, NULL, NULL, joined_at_ms, NULL, 1)
  FROM people;

  CREATE TABLE people_with_seats (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    color TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'observer')),
    organization TEXT,
    kind TEXT,
    return_generation INTEGER NOT NULL,
    joined_at_ms INTEGER NOT NULL,
    removed_at_ms INTEGER,
    sum INTEGER,
    PRIMARY KEY (board, id)
  ) STRICT, WITHOUT ROWID;

  INSERT INTO people_with_seats
  SELECT board, id, name, color, role, organization, kind, 1, joined_at_ms, removed_at_ms,
    row_sum('people', board, id, name, color, role, organization, kind, 1, joined_at_ms, removed_at_ms)
  FROM people;

  DROP TABLE people;
  ALTER TABLE people_with_seats RENAME TO people;
  `,
  `
  CREATE TABLE acts (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    has_people INTEGER NOT NULL,
    content TEXT NOT NULL,
    sum INTEGER,
    PRIMARY KEY (board, version)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX acts_naming ON acts (at_ms, board) WHERE has_people = 1;
  `,
  `
  CREATE TABLE agendas (
    board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    content TEXT NOT NULL,
    sum INTEGER,
    PRIMARY KEY (board, id)
  ) STRICT, WITHOUT ROWID;
  `,
];
