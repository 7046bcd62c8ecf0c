/**
 * The part of the store for who may come in: the seats that people have on their devices, by which marked devices they came,
 * and what is known of a person beside their row. A device is marked by a hash that is another one on each board.
 */
import type { DeviceKind } from '#shared/wire/devices.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';

/** The place of a person on one device. */
export interface SeatRow {
  readonly board: BoardId;
  readonly person: PersonId;
  /** SHA-256 of the seat, hex; the seat itself is never stored */
  readonly hash: string;
  readonly device: DeviceKind;
  readonly madeAtMs: number;
  /** to the hour */
  readonly seenAtMs: number;
  /** set when its person ended it */
  readonly endedAtMs: number | null;
  /** it brings its person back on other devices, too: from before devices had seats of their own */
  readonly isReturn: boolean;
}

/** `keptOut`: nobody comes in by their devices. `led`: they were a facilitator once, and saw every link of then. */
export const personMarks = ['keptOut', 'led'] as const;
export type PersonMark = (typeof personMarks)[number];

/** Who the board belongs to, and what its links let in. */
export interface DoorRow {
  /** who can do what cannot be undone; null before the first facilitator */
  readonly owner: PersonId | null;
  /** nobody new joins but facilitators */
  readonly isClosed: boolean;
  /** when each link ends by itself; null = never */
  readonly ends: Readonly<Record<Role, number | null>>;
}

export const openDoor: DoorRow = {
  owner: null,
  isClosed: false,
  ends: { facilitator: null, participant: null, observer: null },
};

export interface DoorStore {
  /** `openDoor` before the first change, and for a board that does not exist. */
  readDoor(board: BoardId): Promise<DoorRow>;
  updateDoor(board: BoardId, change: Partial<DoorRow>): Promise<void>;
  /**
   * True when something of who may come in (the door, devices, marks) is not what was written, also where it was set aside
   * and nobody decided about it yet. Devices and marks are looked through once for as long as the store is open.
   */
  isDoorDamaged(board: BoardId): Promise<boolean>;

  /** Throws AlreadyStoredError where the board has the seat, NotStoredError for people whom it does not know. */
  addSeat(seat: SeatRow): Promise<void>;
  /** An ended one is found, too. */
  findSeat(board: BoardId, hash: string): Promise<SeatRow | null>;
  /** In the order in which they were made. */
  listSeats(board: BoardId, person: PersonId): Promise<readonly SeatRow[]>;
  /** Counts as no work on the board. Throws NotStoredError where there is no such seat. */
  updateSeat(
    board: BoardId,
    hash: string,
    change: Partial<Pick<SeatRow, 'seenAtMs' | 'endedAtMs' | 'isReturn'>>,
  ): Promise<void>;
  /** Unknown: changes nothing. */
  deleteSeat(board: BoardId, hash: string): Promise<void>;
  /** When each person was last seen by one of their seats, ended ones included; to the hour. */
  lastSeen(board: BoardId): Promise<ReadonlyMap<PersonId, number>>;

  /** The person has come by this device. Known already: changes nothing. */
  addDevice(board: BoardId, person: PersonId, deviceHash: string): Promise<void>;
  hasDevice(board: BoardId, person: PersonId, deviceHash: string): Promise<boolean>;
  /** Who has come by a device of this person, the person among them. */
  listSharers(board: BoardId, person: PersonId): Promise<readonly PersonId[]>;
  /** True when the device is one of somebody who is kept out. */
  isKeptOut(board: BoardId, deviceHash: string): Promise<boolean>;
  /** Sets a mark or takes it away; as it is already: changes nothing. Throws NotStoredError for people whom the board does not know. */
  markPerson(board: BoardId, person: PersonId, mark: PersonMark, isSet: boolean): Promise<void>;
  /** Empty for a board that does not exist. */
  listMarked(board: BoardId, mark: PersonMark): Promise<ReadonlySet<PersonId>>;
}
