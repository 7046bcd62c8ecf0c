/** What I wrote in a round so far; empty until the server told. */
import { useSyncExternalStore } from 'react';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { emptyOwn, type OwnRound } from './SealedDesk.ts';

const nothing: ReadonlyMap<string, OwnRound> = new Map();
const never = (): (() => void) => () => {};
const empty = (): ReadonlyMap<string, OwnRound> => nothing;

export function useOwnRound(round: string): OwnRound {
  const { sealed } = useWorkshop();
  const own = useSyncExternalStore(sealed?.subscribe ?? never, sealed?.own ?? empty);
  return own.get(round) ?? emptyOwn;
}
