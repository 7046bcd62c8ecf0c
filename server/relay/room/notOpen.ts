import type { CloseName } from '#shared/wire/closeCodes.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { BoardAbsence } from '#server/store/BoardStore.ts';
import { DamagedError, NotStoredError } from '#server/store/storeErrors.ts';

/** What people read where there is no board to open. */
export const closedFor = {
  lost: 'boardUnreadable',
  deleted: 'boardDeleted',
  unknown: 'boardUnknown',
} as const satisfies Record<BoardAbsence, CloseName>;

/** Why nothing can be changed in a room that is over, by how it ended. */
export function notOpen(endedBy: CloseName): Error {
  if (endedBy === 'boardUnreadable') return new DamagedError('The board cannot be read');
  return endedBy === 'restarting' ? new Refusal('restarting') : new NotStoredError('The board is not open');
}
