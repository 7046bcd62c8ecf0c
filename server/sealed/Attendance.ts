/** Who was on a board while an activity was open and may take part in it; in memory only. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Person } from '#shared/wire/messages.ts';
import { mayDo } from '#shared/wire/roles.ts';

export class Attendance {
  readonly #seen = new Map<BoardId, Map<string, Set<PersonId>>>();

  /** Adds those who are there now; everybody seen so far. */
  see(board: BoardId, activity: string, present: readonly Person[]): ReadonlySet<PersonId> {
    const activities = this.#seen.get(board) ?? new Map<string, Set<PersonId>>();
    const people = activities.get(activity) ?? new Set<PersonId>();
    for (const { id, role } of present) if (mayDo(role, 'edit')) people.add(id);
    if (people.size > 0) {
      activities.set(activity, people);
      this.#seen.set(board, activities);
    }
    return people;
  }

  forget(board: BoardId): void {
    this.#seen.delete(board);
  }
}
