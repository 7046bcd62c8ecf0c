/** The running workshop of a board as it lies in the store. */
import * as v from 'valibot';
import { emptyWorkshop, WorkshopState } from '#shared/wire/WorkshopState.ts';
import { CommandMemory, RememberedCommands } from './CommandMemory.ts';

const Stored = v.object({ session: WorkshopState, commands: RememberedCommands });

export interface StoredWorkshop {
  readonly session: WorkshopState;
  readonly commands: CommandMemory;
}

/** Throws where the text is none of ours; an error may quote it. */
export function readStoredWorkshop(text: string | null): StoredWorkshop {
  if (text === null) return { session: emptyWorkshop, commands: new CommandMemory() };
  const { session, commands } = v.parse(Stored, JSON.parse(text));
  return { session, commands: new CommandMemory(commands) };
}

export function writeStoredWorkshop({ session, commands }: StoredWorkshop): string {
  return JSON.stringify({ session, commands });
}
