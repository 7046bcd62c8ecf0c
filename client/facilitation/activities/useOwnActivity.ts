/** What I wrote in an activity so far; empty until the server told. */
import { useSyncExternalStore } from 'react';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useActivities, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { emptyOwn, type OwnActivity } from './OwnActivity.ts';
import { hasOffer } from './sealedDrafts.ts';

const nothing: ReadonlyMap<string, OwnActivity> = new Map();
const never = (): (() => void) => () => {};
const empty = (): ReadonlyMap<string, OwnActivity> => nothing;

export function useOwnActivity(activity: string): OwnActivity {
  const { sealed } = useWorkshop();
  const own = useSyncExternalStore(sealed?.subscribe ?? never, sealed?.own ?? empty);
  return own.get(activity) ?? emptyOwn;
}

const none: ReadonlySet<string> = new Set();
const noneFresh = (): ReadonlySet<string> => none;

/**
 * Activities that ended while this page looked on, newest first, until their result was put away; and those in which I wrote
 * something that was not sent, until I said what shall become of it.
 */
export function useFreshActivities(): readonly SealedActivity[] {
  const { sealed } = useWorkshop();
  const fresh = useSyncExternalStore(sealed?.subscribe ?? never, sealed?.fresh ?? noneFresh);
  const drafts = useDrafts();
  useSyncExternalStore(drafts.subscribe, drafts.all);
  return useActivities()
    .filter(({ id, status }) => status !== 'open' && (fresh.has(id) || hasOffer(drafts, id)))
    .toReversed();
}
