/** Devices by which people came, and marks of people. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { PersonMark } from '../DoorStore.ts';
import { NotStoredError } from '../Store.ts';
import type { Database, Statement } from './Database.ts';

const keyOfBoard = '(SELECT key FROM boards WHERE id = ?)';

export class DoorTables {
  readonly #addDevice: Statement<[number, string, string]>;
  readonly #has: Statement<[string, string, string], number>;
  readonly #sharers: Statement<[string, string], PersonId>;
  readonly #keptOut: Statement<[string, string], number>;
  readonly #isPerson: Statement<[number, string], number>;
  readonly #mark: Statement<[number, string, string]>;
  readonly #unmark: Statement<[number, string, string]>;
  readonly #marked: Statement<[string, string], PersonId>;

  constructor(database: Database) {
    this.#addDevice = database.prepare('INSERT OR IGNORE INTO devices (board, person, hash) VALUES (?, ?, ?)');
    this.#has = database.pluck(`SELECT 1 FROM devices WHERE board = ${keyOfBoard} AND hash = ? AND person = ?`);
    this.#sharers = database.pluck(`
      SELECT DISTINCT others.person FROM devices AS own JOIN devices AS others USING (board, hash)
      WHERE own.board = ${keyOfBoard} AND own.person = ? ORDER BY others.person`);
    this.#keptOut = database.pluck(`
      SELECT 1 FROM devices JOIN person_marks USING (board, person)
      WHERE board = ${keyOfBoard} AND hash = ? AND mark = 'keptOut'`);
    this.#isPerson = database.pluck('SELECT 1 FROM people WHERE board = ? AND id = ?');
    this.#mark = database.prepare('INSERT OR IGNORE INTO person_marks (board, person, mark) VALUES (?, ?, ?)');
    this.#unmark = database.prepare('DELETE FROM person_marks WHERE board = ? AND person = ? AND mark = ?');
    this.#marked = database.pluck(
      `SELECT person FROM person_marks WHERE board = ${keyOfBoard} AND mark = ? ORDER BY person`,
    );
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
