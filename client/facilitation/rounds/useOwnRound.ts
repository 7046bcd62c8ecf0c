/** What I wrote in a round so far; empty until the server told. */
import { useSyncExternalStore } from 'react';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useRounds, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { emptyOwn, type OwnRound } from './OwnRound.ts';
import { hasOffer } from './sealedDrafts.ts';

const nothing: ReadonlyMap<string, OwnRound> = new Map();
const never = (): (() => void) => () => {};
const empty = (): ReadonlyMap<string, OwnRound> => nothing;

export function useOwnRound(round: string): OwnRound {
  const { sealed } = useWorkshop();
  const own = useSyncExternalStore(sealed?.subscribe ?? never, sealed?.own ?? empty);
  return own.get(round) ?? emptyOwn;
}

const none: ReadonlySet<string> = new Set();
const noneFresh = (): ReadonlySet<string> => none;

/**
 * Rounds that ended while this page looked on, newest first, until their result was put away; and those in which I wrote
 * something that was not sent, until I said what shall become of it.
 */
export function useFreshRounds(): readonly SealedActivity[] {
  const { sealed } = useWorkshop();
  const fresh = useSyncExternalStore(sealed?.subscribe ?? never, sealed?.fresh ?? noneFresh);
  const drafts = useDrafts();
  useSyncExternalStore(drafts.subscribe, drafts.all);
  return useRounds()
    .filter(({ id, status }) => status !== 'open' && (fresh.has(id) || hasOffer(drafts, id)))
    .toReversed();
}
