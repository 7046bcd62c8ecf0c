/** The part of `SqliteStore` for who may come in, over the tables of doors and seats. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { DoorRow, DoorStore, PersonMark, SeatRow } from '../DoorStore.ts';
import type { Database } from './Database.ts';
import { DoorTables } from '#server/store/sqlite/tables/DoorTables.ts';
import { SeatTable } from '#server/store/sqlite/tables/SeatTable.ts';
import type { MovedTable } from '#server/store/sqlite/tables/SetAsideTable.ts';

type Work<T> = (board: number) => T;

/** The store around: it writes in one queue, and always with the number of the board. */
export interface DoorPorts {
  /** Counts as work on the board. */
  touching<T>(board: BoardId, work: Work<T>): Promise<T>;
  /** What is damaged in the table is set aside first. */
  over<T>(board: BoardId, table: MovedTable, work: Work<T>): Promise<T>;
  /** null for a board that does not exist */
  keyOf(board: BoardId): number | null;
  /** Something of who may come in was set aside, and nobody decided about it. */
  hasOpenDoor(board: number): boolean;
  /** Counts as no work on the board. */
  quietly<T>(board: BoardId, work: Work<T>): Promise<T>;
}

export abstract class SqliteDoor implements DoorStore {
  readonly #tables: DoorTables;
  readonly #seats: SeatTable;
  readonly #ports: DoorPorts;

  constructor(database: Database, ports: DoorPorts) {
    this.#tables = new DoorTables(database);
    this.#seats = new SeatTable(database);
    this.#ports = ports;
  }

  async readDoor(board: BoardId): Promise<DoorRow> {
    return this.#tables.read(board);
  }

  updateDoor(board: BoardId, change: Partial<DoorRow>): Promise<void> {
    return this.#ports.over(board, 'doors', (key) => this.#tables.update(key, board, change));
  }

  async isDoorDamaged(board: BoardId): Promise<boolean> {
    const key = this.#ports.keyOf(board);
    return key !== null && (this.#ports.hasOpenDoor(key) || this.#tables.isDamaged(key));
  }

  addSeat(seat: SeatRow): Promise<void> {
    return this.#ports.quietly(seat.board, (key) => this.insertSeat(key, seat));
  }

  /** As part of a write of the store. */
  protected insertSeat(key: number, seat: SeatRow): void {
    this.#seats.insert(key, seat);
  }

  async findSeat(board: BoardId, hash: string): Promise<SeatRow | null> {
    return this.#seats.find(board, hash);
  }

  async listSeats(board: BoardId, person: PersonId): Promise<readonly SeatRow[]> {
    return this.#seats.list(board, person);
  }

  updateSeat(...[board, hash, change]: Parameters<DoorStore['updateSeat']>): Promise<void> {
    return this.#ports.quietly(board, (key) => this.#seats.update(key, board, hash, change));
  }

  deleteSeat(board: BoardId, hash: string): Promise<void> {
    return this.#ports.quietly(board, (key) => this.#seats.delete(key, hash));
  }

  async lastSeen(board: BoardId): Promise<ReadonlyMap<PersonId, number>> {
    return this.#seats.lastSeen(board);
  }

  addDevice(board: BoardId, person: PersonId, deviceHash: string): Promise<void> {
    return this.#ports.touching(board, (key) => this.#tables.addDevice(key, person, deviceHash));
  }

  async hasDevice(board: BoardId, person: PersonId, deviceHash: string): Promise<boolean> {
    return this.#tables.has(board, person, deviceHash);
  }

  async listSharers(board: BoardId, person: PersonId): Promise<readonly PersonId[]> {
    return this.#tables.sharers(board, person);
  }

  async isKeptOut(board: BoardId, deviceHash: string): Promise<boolean> {
    return this.#tables.isKeptOut(board, deviceHash);
  }

  markPerson(board: BoardId, person: PersonId, mark: PersonMark, isSet: boolean): Promise<void> {
    return this.#ports.touching(board, (key) => this.#tables.mark(key, person, mark, isSet));
  }

  async listMarked(board: BoardId, mark: PersonMark): Promise<ReadonlySet<PersonId>> {
    return this.#tables.marked(board, mark);
  }
}
