/** Rows of people. A person is known within one board only. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { PersonRow } from '#server/store/PeopleStore.ts';
import { AlreadyStoredError, NotStoredError } from '#server/store/storeErrors.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertNamedSql, sumSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

interface Row {
  board: number;
  id: PersonId;
  name: string;
  color: string;
  role: Role;
  organization: string | null;
  kind: string | null;
  return_generation: number;
  joined_at_ms: number;
  removed_at_ms: number | null;
}

function toRow(board: number, person: PersonRow): Row {
  const { id, name, color, role, organization, kind } = person;
  return {
    board,
    id,
    name,
    color,
    role,
    organization,
    kind,
    return_generation: person.returnGeneration,
    joined_at_ms: person.joinedAtMs,
    removed_at_ms: person.removedAtMs,
  };
}

function toPerson(board: BoardId, row: Row): PersonRow {
  const { id, name, color, role, organization, kind } = row;
  return {
    id,
    board,
    name,
    color,
    role,
    organization,
    kind,
    returnGeneration: row.return_generation,
    joinedAtMs: row.joined_at_ms,
    removedAtMs: row.removed_at_ms,
  };
}

const ofBoard = `FROM people WHERE ${wholeSql('people')} AND board = (SELECT key FROM boards WHERE id = ?)`;

export class PeopleTable {
  readonly #insert: Statement<[Row]>;
  readonly #update: Statement<[Row]>;
  readonly #byId: Statement<[string, string], Row>;
  readonly #all: Statement<[string], Row>;

  constructor(database: Database) {
    this.#insert = database.prepare(insertNamedSql('people'));
    this.#update = database.prepare(`
      UPDATE people SET name = @name, color = @color, role = @role, organization = @organization, kind = @kind, return_generation = @return_generation,
        removed_at_ms = @removed_at_ms,
        sum = ${sumSql('people', { name: '@name', color: '@color', role: '@role', organization: '@organization', kind: '@kind', return_generation: '@return_generation', removed_at_ms: '@removed_at_ms' })}
      WHERE board = @board AND id = @id`);
    this.#byId = database.prepare(`SELECT * ${ofBoard} AND id = ?`);
    this.#all = database.prepare(`SELECT * ${ofBoard} ORDER BY joined_at_ms, id`);
  }

  insert(board: number, person: PersonRow): void {
    if (this.#byId.get(person.board, person.id)) throw new AlreadyStoredError('person');
    this.#insert.run(toRow(board, person));
  }

  update(board: number, boardId: BoardId, id: PersonId, change: Partial<PersonRow>): void {
    const row = this.#byId.get(boardId, id);
    if (!row) throw new NotStoredError('no such person on this board');
    this.#update.run(toRow(board, { ...toPerson(boardId, row), ...change }));
  }

  read(board: BoardId, id: PersonId): PersonRow | null {
    const row = this.#byId.get(board, id);
    return row ? toPerson(board, row) : null;
  }

  list(board: BoardId): readonly PersonRow[] {
    return this.#all.all(board).map((row) => toPerson(board, row));
  }
}
