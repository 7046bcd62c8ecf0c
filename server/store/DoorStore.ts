/**
 * The part of the store for who may come in: by which devices people came, and what is known of a person beside their row.
 * A device is known by a hash that is another one on each board.
 */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';

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
