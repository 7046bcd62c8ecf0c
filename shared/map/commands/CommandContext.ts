/** What commands need from outside and what they give back. */
import type { Change } from '../Change.ts';
import type { CommandRefusal } from './commandRefusals.ts';

export interface CommandContext {
  /** the ISO day on which this is done */
  readonly today: string;
  /** a new id: letters and digits, never given before */
  readonly newId: () => string;
}

export interface CommandDone {
  readonly ok: true;
  /** empty when everything was as asked already */
  readonly changes: readonly Change[];
  /** the entity that was added or changed */
  readonly id: string;
}

export type CommandResult = CommandDone | CommandRefusal;

/** Done, with these changes. */
export function done(id: string, ...changes: readonly (Change | readonly Change[])[]): CommandDone {
  return { ok: true, id, changes: changes.flat() };
}
