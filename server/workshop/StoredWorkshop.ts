/** The running workshop of a board as it lies in the store. */
import * as v from 'valibot';
import { AgendaNotes, emptyWorkshop, WorkshopState } from '#shared/wire/WorkshopState.ts';
import { readOldGroups } from '#shared/workshop/oldGroups.ts';
import { CommandMemory, RememberedCommands } from './CommandMemory.ts';
import { WorkshopRun } from './WorkshopRun.ts';

const Stored = v.object({
  session: v.unknown(),
  notes: v.optional(AgendaNotes, {}),
  commands: RememberedCommands,
  run: v.optional(v.nullable(WorkshopRun), null),
});

export interface StoredWorkshop {
  readonly session: WorkshopState;
  /** of facilitators, by step; beside the session, which everybody gets */
  readonly notes: AgendaNotes;
  readonly commands: CommandMemory;
  /** what of it goes into the record; null before the first workshop */
  readonly run: WorkshopRun | null;
}

/** Throws where the text is none of ours; an error may quote it. */
export function readStoredWorkshop(text: string | null): StoredWorkshop {
  if (text === null) return { session: emptyWorkshop, notes: {}, commands: new CommandMemory(), run: null };
  const { session, notes, commands, run } = v.parse(Stored, JSON.parse(text));
  const read = v.parse(WorkshopState, readOldGroups(session));
  return { session: read, notes, commands: new CommandMemory(commands), run };
}

export function writeStoredWorkshop({ session, notes, commands, run }: StoredWorkshop): string {
  return JSON.stringify({ session, notes, commands, run });
}

/** With which a board begins; null where nothing has to be said. */
export function firstWorkshop(skeletonOpen: boolean): string | null {
  if (skeletonOpen === emptyWorkshop.skeletonOpen) return null;
  const session = { ...emptyWorkshop, skeletonOpen };
  return writeStoredWorkshop({ session, notes: {}, commands: new CommandMemory(), run: null });
}
