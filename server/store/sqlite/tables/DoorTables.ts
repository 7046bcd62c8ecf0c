/** Who a board belongs to and what its links let in, devices by which people came, and marks of people. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { openDoor, type DoorRow, type PersonMark } from '#server/store/DoorStore.ts';
import { NotStoredError } from '#server/store/storeErrors.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { RowTallies } from '#server/store/sqlite/damage/RowTallies.ts';
import { insertNamedSql, insertSql, summedColumns, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

const keyOfBoard = '(SELECT key FROM boards WHERE id = ?)';

interface Row {
  owner: PersonId | null;
  is_closed: number;
  facilitator_ends_at_ms: number | null;
  participant_ends_at_ms: number | null;
  observer_ends_at_ms: number | null;
}

export class DoorTables {
  readonly #door: Statement<[string], Row>;
  readonly #write: Statement<[Row & { board: number }]>;
  readonly #addDevice: Statement<[number, string, string]>;
  readonly #has: Statement<[string, string, string], number>;
  readonly #sharers: Statement<[string, string], PersonId>;
  readonly #keptOut: Statement<[string, string], number>;
  readonly #isDoorDamaged: Statement<[number], number>;
  readonly #areOthersDamaged: Statement<[number, number], number>;
  readonly #tallies: RowTallies;
  /** boards whose devices and marks were looked through and whole */
  readonly #whole = new Set<number>();
  readonly #isPerson: Statement<[number, string], number>;
  readonly #mark: Statement<[number, string, string]>;
  readonly #unmark: Statement<[number, string, string]>;
  readonly #marked: Statement<[string, string], PersonId>;

  constructor(database: Database) {
    this.#door = database.prepare(`SELECT * FROM doors WHERE board = ${keyOfBoard} AND ${wholeSql('doors')}`);
    const columns = summedColumns.doors.filter((column) => column !== 'board');
    this.#write = database.prepare(`
      ${insertNamedSql('doors')} ON CONFLICT (board)
      DO UPDATE SET ${[...columns, 'sum'].map((column) => `${column} = excluded.${column}`).join(', ')}`);
    this.#addDevice = database.prepare(`${insertSql('devices', ['board', 'person', 'hash'])} ON CONFLICT DO NOTHING`);
    this.#has = database.pluck(`SELECT 1 FROM devices WHERE board = ${keyOfBoard} AND hash = ? AND person = ?`);
    this.#sharers = database.pluck(`
      SELECT DISTINCT others.person FROM devices AS own JOIN devices AS others USING (board, hash)
      WHERE own.board = ${keyOfBoard} AND own.person = ? ORDER BY others.person`);
    this.#keptOut = database.pluck(`
      SELECT 1 FROM devices JOIN person_marks USING (board, person)
      WHERE board = ${keyOfBoard} AND hash = ? AND mark = 'keptOut'`);
    this.#tallies = new RowTallies(database, ['doors', 'devices', 'person_marks']);
    this.#isDoorDamaged = database.pluck(
      `SELECT EXISTS (SELECT 1 FROM doors WHERE board = ? AND NOT ${wholeSql('doors')})`,
    );
    this.#areOthersDamaged = database.pluck(`
      SELECT EXISTS (SELECT 1 FROM devices WHERE board = ? AND NOT ${wholeSql('devices')})
        OR EXISTS (SELECT 1 FROM person_marks WHERE board = ? AND NOT ${wholeSql('person_marks')})`);
    this.#isPerson = database.pluck('SELECT 1 FROM people WHERE board = ? AND id = ?');
    this.#mark = database.prepare(`${insertSql('person_marks')} ON CONFLICT DO NOTHING`);
    this.#unmark = database.prepare('DELETE FROM person_marks WHERE board = ? AND person = ? AND mark = ?');
    this.#marked = database.pluck(
      `SELECT person FROM person_marks WHERE board = ${keyOfBoard} AND mark = ? ORDER BY person`,
    );
  }

  read(board: BoardId): DoorRow {
    const row = this.#door.get(board);
    if (row === undefined) return openDoor;
    return {
      owner: row.owner,
      isClosed: row.is_closed === 1,
      ends: {
        facilitator: row.facilitator_ends_at_ms,
        participant: row.participant_ends_at_ms,
        observer: row.observer_ends_at_ms,
      },
    };
  }

  update(board: number, id: BoardId, change: Partial<DoorRow>): void {
    const { owner, isClosed, ends } = { ...this.read(id), ...change };
    this.#write.run({
      board,
      owner,
      is_closed: isClosed ? 1 : 0,
      facilitator_ends_at_ms: ends.facilitator,
      participant_ends_at_ms: ends.participant,
      observer_ends_at_ms: ends.observer,
    });
  }

  isDamaged(board: number): boolean {
    if (this.#isDoorDamaged.get(board) === 1 || this.#tallies.gone(board, 'doors') > 0) return true;
    if (this.#whole.has(board)) return false;
    const areGone = this.#tallies.gone(board, 'devices') + this.#tallies.gone(board, 'person_marks') > 0;
    const areOthers = areGone || this.#areOthersDamaged.get(board, board) === 1;
    if (!areOthers) this.#whole.add(board);
    return areOthers;
  }

  addDevice(board: number, person: PersonId, deviceHash: string): void {
    this.#needPerson(board, person);
    this.#addDevice.run(board, person, deviceHash);
  }

  has(board: BoardId, person: PersonId, deviceHash: string): boolean {
    return this.#has.get(board, deviceHash, person) !== undefined;
  }

  sharers(board: BoardId, person: PersonId): readonly PersonId[] {
    return this.#sharers.all(board, person);
  }

  isKeptOut(board: BoardId, deviceHash: string): boolean {
    return this.#keptOut.get(board, deviceHash) !== undefined;
  }

  mark(board: number, person: PersonId, mark: PersonMark, isSet: boolean): void {
    this.#needPerson(board, person);
    (isSet ? this.#mark : this.#unmark).run(board, person, mark);
  }

  marked(board: BoardId, mark: PersonMark): ReadonlySet<PersonId> {
    return new Set(this.#marked.all(board, mark));
  }

  #needPerson(board: number, person: PersonId): void {
    if (this.#isPerson.get(board, person) === undefined) throw new NotStoredError('no such person on this board');
  }
}
