/**
 * Who is there, in turn per board: two facilitators who send each other away, or take each other back, at once leave one,
 * and whoever is not a facilitator any more when the turn comes changes nothing.
 */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { PersonRow } from '#server/store/Store.ts';
import type { Desk } from './Desk.ts';

export interface Facing {
  readonly person: PersonRow;
  readonly isLast: boolean;
}

/** Both as they are now: `by`, who acts, and `id`, on whom. */
export async function facing(desk: Desk, board: BoardId, by: PersonId, id: PersonId): Promise<Facing> {
  const present = (await desk.store.listPeople(board)).filter(({ removedAtMs }) => removedAtMs === null);
  if (present.find((one) => one.id === by)?.role !== 'facilitator') throw new Refusal('role-refused');
  const person = present.find((one) => one.id === id);
  if (person === undefined) throw new Refusal('person-unknown');
  const isLast = person.role === 'facilitator' && present.filter((one) => one.role === 'facilitator').length === 1;
  return { person, isLast };
}

/** The person, who may be taken off the board. */
export async function mayRemove(desk: Desk, board: BoardId, by: PersonId, id: PersonId): Promise<PersonRow> {
  const { person, isLast } = await facing(desk, board, by, id);
  if (isLast) throw new Refusal('last-facilitator');
  return person;
}
