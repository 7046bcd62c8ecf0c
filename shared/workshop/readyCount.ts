/** How many of those who are here have said that they are ready. */
import type { PersonId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';

export interface ReadyCount {
  readonly ready: number;
  /** people present who are asked: everybody but observers and whoever facilitates */
  readonly of: number;
}

/** Counts each person once, however many tabs they have; who left is neither waited for nor counted. */
export function readyCount(
  ready: NonNullable<WorkshopState['ready']>,
  present: Iterable<{ readonly id: PersonId; readonly role: Role }>,
): ReadyCount {
  const asked = new Set<PersonId>();
  for (const { id, role } of present) if (role === 'participant') asked.add(id);
  return { ready: ready.people.filter((id) => asked.has(id)).length, of: asked.size };
}
