/** The running workshop of a board as it lies in the store. */
import * as v from 'valibot';
import { emptySession, Session } from '#shared/wire/WorkshopState.ts';
import { CommandMemory, RememberedCommands } from './CommandMemory.ts';

const Stored = v.object({ session: Session, commands: RememberedCommands });

export interface StoredWorkshop {
  readonly session: Session;
  readonly commands: CommandMemory;
}

/** Throws where the text is none of ours; an error may quote it. */
export function readStoredWorkshop(text: string | null): StoredWorkshop {
  if (text === null) return { session: emptySession, commands: new CommandMemory() };
  const { session, commands } = v.parse(Stored, JSON.parse(text));
  return { session, commands: new CommandMemory(commands) };
}

export function writeStoredWorkshop({ session, commands }: StoredWorkshop): string {
  return JSON.stringify({ session, commands });
}
