/**
 * The part of the store for who may come in: by which devices people came, and what is known of a person beside their row.
 * A device is known by a hash that is another one on each board.
 */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';

/** `keptOut`: nobody comes in by their devices. `led`: they were a facilitator once, and saw every link of then. */
export const personMarks = ['keptOut', 'led'] as const;
export type PersonMark = (typeof personMarks)[number];

export interface DoorStore {
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
