/** The part of the store for the people of a board. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { SeatRow } from './DoorStore.ts';

export interface PersonRow {
  readonly id: PersonId;
  readonly board: BoardId;
  readonly name: string;
  readonly color: string;
  readonly role: Role;
  readonly organization: string | null;
  readonly kind: string | null;
  /** counts the return links: one is derived from the server's secret, board, person and this number */
  readonly returnGeneration: number;
  readonly joinedAtMs: number;
  /** set when removed: every seat and ticket of this person end */
  readonly removedAtMs: number | null;
}

export interface PeopleStore {
  /** With the seat on the device by which they came, in one transaction. */
  addPerson(person: PersonRow, seat?: SeatRow): Promise<void>;
  /** Removed people are found too, with `removedAtMs` set: whoever asks decides what that means. */
  readPerson(board: BoardId, person: PersonId): Promise<PersonRow | null>;
  /** In the order in which they joined. */
  listPeople(board: BoardId): Promise<readonly PersonRow[]>;
  updatePerson(
    board: BoardId,
    person: PersonId,
    change: Partial<
      Pick<PersonRow, 'name' | 'color' | 'role' | 'removedAtMs' | 'organization' | 'kind' | 'returnGeneration'>
    >,
  ): Promise<void>;
}
