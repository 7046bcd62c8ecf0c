/** The part of `MemoryStore` for who may come in. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { openDoor, type DoorRow, type DoorStore, type PersonMark, type SeatRow } from '../DoorStore.ts';
import { doorWith, type MemoryBoard } from './MemoryBoard.ts';
import {
  addDeviceTo,
  addSeatTo,
  isKeptOutOf,
  lastSeenIn,
  markIn,
  seatsIn,
  sharersIn,
  updateSeatIn,
  type MemoryDoor,
} from './MemoryDoor.ts';

export interface MemoryDoorPorts {
  /** undefined for a board that does not exist */
  find(board: BoardId): MemoryBoard | undefined;
  /** Counts as work on the board. */
  touching<T>(board: BoardId, work: (board: MemoryBoard) => T): Promise<T>;
  /** Counts as no work on the board. */
  quietly<T>(board: BoardId, work: (board: MemoryBoard) => T): Promise<T>;
}

export abstract class MemoryDoorStore implements DoorStore {
  readonly #ports: MemoryDoorPorts;

  constructor(ports: MemoryDoorPorts) {
    this.#ports = ports;
  }

  async readDoor(board: BoardId): Promise<DoorRow> {
    return structuredClone(this.#door(board)?.row ?? openDoor);
  }

  updateDoor(board: BoardId, change: Partial<DoorRow>): Promise<void> {
    return this.#ports.touching(board, ({ door }) => {
      door.row = { ...door.row, ...structuredClone(change) };
    });
  }

  /** Nothing rots in memory. */
  async isDoorDamaged(): Promise<boolean> {
    return false;
  }

  addSeat(seat: SeatRow): Promise<void> {
    return this.#ports.quietly(seat.board, (found) => addSeatTo(doorWith(found, seat.person), seat));
  }

  async findSeat(board: BoardId, hash: string): Promise<SeatRow | null> {
    return structuredClone(this.#door(board)?.seats.get(hash) ?? null);
  }

  async listSeats(board: BoardId, person: PersonId): Promise<readonly SeatRow[]> {
    const door = this.#door(board);
    return door === undefined ? [] : structuredClone(seatsIn(door, person));
  }

  updateSeat(...[board, hash, change]: Parameters<DoorStore['updateSeat']>): Promise<void> {
    return this.#ports.quietly(board, ({ door }) => updateSeatIn(door, hash, change));
  }

  deleteSeat(board: BoardId, hash: string): Promise<void> {
    return this.#ports.quietly(board, ({ door }) => {
      door.seats.delete(hash);
    });
  }

  async lastSeen(board: BoardId): Promise<ReadonlyMap<PersonId, number>> {
    const door = this.#door(board);
    return door === undefined ? new Map() : lastSeenIn(door);
  }

  addDevice(board: BoardId, person: PersonId, deviceHash: string): Promise<void> {
    return this.#ports.touching(board, (found) => addDeviceTo(doorWith(found, person), person, deviceHash));
  }

  async hasDevice(board: BoardId, person: PersonId, deviceHash: string): Promise<boolean> {
    return this.#door(board)?.devices.get(person)?.has(deviceHash) ?? false;
  }

  async listSharers(board: BoardId, person: PersonId): Promise<readonly PersonId[]> {
    const door = this.#door(board);
    return door === undefined ? [] : sharersIn(door, person);
  }

  async isKeptOut(board: BoardId, deviceHash: string): Promise<boolean> {
    const door = this.#door(board);
    return door !== undefined && isKeptOutOf(door, deviceHash);
  }

  markPerson(board: BoardId, person: PersonId, mark: PersonMark, isSet: boolean): Promise<void> {
    return this.#ports.touching(board, (found) => markIn(doorWith(found, person), person, mark, isSet));
  }

  async listMarked(board: BoardId, mark: PersonMark): Promise<ReadonlySet<PersonId>> {
    return new Set([...(this.#door(board)?.marks.get(mark) ?? [])].toSorted());
  }

  #door(board: BoardId): MemoryDoor | undefined {
    return this.#ports.find(board)?.door;
  }
}
