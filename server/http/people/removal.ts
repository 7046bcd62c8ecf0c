/**
 * Who is there, in turn per board: two facilitators who send each other away, or take each other back, at once leave one,
 * and whoever is not a facilitator any more when the turn comes changes nothing.
 */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { PersonRow } from '#server/store/PeopleStore.ts';
import type { Services } from '#server/http/Services.ts';
import { ownerNow, ownerOnly, type OwnerNow } from '#server/http/joining/doorNow.ts';

export interface Facing {
  readonly person: PersonRow;
  readonly isLast: boolean;
  readonly owner: OwnerNow;
}

/** Both as they are now: `by`, who acts, and `id`, on whom. */
export async function facing(services: Services, board: BoardId, by: PersonId, id: PersonId): Promise<Facing> {
  const [all, owner] = await Promise.all([services.store.listPeople(board), ownerNow(services, board)]);
  const present = all.filter(({ removedAtMs }) => removedAtMs === null);
  if (present.find((one) => one.id === by)?.role !== 'facilitator') throw new Refusal('role-refused');
  const person = present.find((one) => one.id === id);
  if (person === undefined) throw new Refusal('person-unknown');
  const isLast = person.role === 'facilitator' && present.filter((one) => one.role === 'facilitator').length === 1;
  return { person, isLast, owner };
}

/** Whether `by` may take the facilitator role from this person, or take them off the board. Everybody may step down. */
export function mayLower({ person, isLast, owner }: Facing, by: PersonId): void {
  if (isLast) throw new Refusal('last-facilitator');
  if (person.id === owner) throw new Refusal('owner-stays');
  if (person.role === 'facilitator' && by !== person.id) ownerOnly(owner, by);
}
