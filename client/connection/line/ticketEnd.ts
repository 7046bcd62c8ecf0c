/** What a refused ticket means for the line. */
import type { CloseName } from '#shared/wire/closeCodes.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';

/** The refusals of a ticket that end the line; the others pass. */
export function ticketEnd(code: Failure): CloseName | null {
  switch (code) {
    case 'seat-ended':
      return 'ticketEnded';
    case 'device-ended':
      return 'deviceEnded';
    case 'removed':
      return 'removed';
    case 'kept-out':
      return 'keptOut';
    case 'board-unknown':
      return 'boardUnknown';
    case 'board-deleted':
      return 'boardDeleted';
    case 'role-refused':
    case 'origin-refused':
      return 'roleRefused';
    default:
      return null;
  }
}
