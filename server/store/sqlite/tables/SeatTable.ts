/** Rows of seats: the places of people on their devices. */
import type { DeviceKind } from '#shared/wire/devices.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { SeatRow } from '#server/store/DoorStore.ts';
import { AlreadyStoredError, NotStoredError } from '#server/store/storeErrors.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertNamedSql, summedColumns, sumSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

interface Row {
  board: number;
  hash: string;
  person: PersonId;
  browser: DeviceKind['browser'];
  system: DeviceKind['system'];
  made_at_ms: number;
  seen_at_ms: number;
  ended_at_ms: number | null;
  is_return: number;
}

function toRow(board: number, seat: SeatRow): Row {
  const { hash, person, device } = seat;
  return {
    board,
    hash,
    person,
    browser: device.browser,
    system: device.system,
    made_at_ms: seat.madeAtMs,
    seen_at_ms: seat.seenAtMs,
    ended_at_ms: seat.endedAtMs,
    is_return: seat.isReturn ? 1 : 0,
  };
}

function toSeat(board: BoardId, row: Row): SeatRow {
  const { hash, person, browser, system } = row;
  return {
    board,
    person,
    hash,
    device: { browser, system },
    madeAtMs: row.made_at_ms,
    seenAtMs: row.seen_at_ms,
    endedAtMs: row.ended_at_ms,
    isReturn: row.is_return === 1,
  };
}

const ofBoard = `FROM seats WHERE ${wholeSql('seats')} AND board = (SELECT key FROM boards WHERE id = ?)`;

export class SeatTable {
  readonly #insert: Statement<[Row]>;
  readonly #update: Statement<[Row]>;
  readonly #delete: Statement<[number, string]>;
  readonly #byHash: Statement<[string, string], Row>;
  readonly #ofPerson: Statement<[string, string], Row>;
  readonly #seen: Statement<[string], { person: PersonId; seen_at_ms: number }>;
  readonly #isPerson: Statement<[number, string], number>;

  constructor(database: Database) {
    this.#insert = database.prepare(insertNamedSql('seats', [...summedColumns.seats, 'seen_at_ms']));
    this.#update = database.prepare(`
      UPDATE seats SET seen_at_ms = @seen_at_ms, ended_at_ms = @ended_at_ms, is_return = @is_return,
        sum = ${sumSql('seats', { ended_at_ms: '@ended_at_ms', is_return: '@is_return' })}
      WHERE board = @board AND hash = @hash`);
    this.#delete = database.prepare('DELETE FROM seats WHERE board = ? AND hash = ?');
    this.#byHash = database.prepare(`SELECT * ${ofBoard} AND hash = ?`);
    this.#ofPerson = database.prepare(`SELECT * ${ofBoard} AND person = ? ORDER BY made_at_ms, hash`);
    this.#seen = database.prepare(`SELECT person, max(seen_at_ms) AS seen_at_ms ${ofBoard} GROUP BY person`);
    this.#isPerson = database.pluck('SELECT 1 FROM people WHERE board = ? AND id = ?');
  }

  insert(board: number, seat: SeatRow): void {
    if (this.#isPerson.get(board, seat.person) === undefined) throw new NotStoredError('no such person on this board');
    if (this.#byHash.get(seat.board, seat.hash)) throw new AlreadyStoredError('seat');
    this.#insert.run(toRow(board, seat));
  }

  update(board: number, boardId: BoardId, hash: string, change: Partial<SeatRow>): void {
    const row = this.#byHash.get(boardId, hash);
    if (!row) throw new NotStoredError('no such seat on this board');
    this.#update.run(toRow(board, { ...toSeat(boardId, row), ...change }));
  }

  delete(board: number, hash: string): void {
    this.#delete.run(board, hash);
  }

  find(board: BoardId, hash: string): SeatRow | null {
    const row = this.#byHash.get(board, hash);
    return row ? toSeat(board, row) : null;
  }

  list(board: BoardId, person: PersonId): readonly SeatRow[] {
    return this.#ofPerson.all(board, person).map((row) => toSeat(board, row));
  }

  lastSeen(board: BoardId): ReadonlyMap<PersonId, number> {
    return new Map(this.#seen.all(board).map(({ person, seen_at_ms }) => [person, seen_at_ms]));
  }
}
