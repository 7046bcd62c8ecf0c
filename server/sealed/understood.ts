/** Rounds and what was written in them, as far as they are understood. What is not is set aside; the others go on. */
import * as v from 'valibot';
import { SealedRound } from '#shared/session/SealedRound.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Log } from '#server/relay/Log.ts';
import type { RoundRow } from '#server/store/RoundStore.ts';
import type { Store } from '#server/store/Store.ts';
import { readEntry } from './SealedEntry.ts';

interface Ports {
  readonly store: Pick<Store, 'listRounds' | 'listSealed' | 'setAside'>;
  readonly log: Log;
}

/** Throws where the row is none of ours; the error may quote it. */
export function roundOf(row: RoundRow): SealedRound {
  return v.parse(SealedRound, JSON.parse(row.content));
}

/** Of that board, the one opened first comes first. */
export async function listRounds(board: BoardId, { store, log }: Ports): Promise<readonly RoundRow[]> {
  const understood: RoundRow[] = [];
  for (const row of await store.listRounds(board)) {
    if (isFine(() => roundOf(row))) understood.push(row);
    else {
      log.error('sealed.roundUnreadable', { board });
      await store.setAside(board, 'rounds', row.id);
    }
  }
  return understood;
}

export async function listSealed(
  board: BoardId,
  round: string,
  { store, log }: Ports,
): Promise<ReadonlyMap<PersonId, string>> {
  const understood = new Map<PersonId, string>();
  for (const [person, content] of await store.listSealed(board, round)) {
    if (isFine(() => readEntry(content))) understood.set(person, content);
    else {
      log.error('sealed.entryUnreadable', { board });
      await store.setAside(board, 'ballots', `${round}/${person}`);
    }
  }
  return understood;
}

function isFine(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
