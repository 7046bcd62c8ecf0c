/** The ratings of the open board for facilitators' panels; null for everybody else. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { BoardRatings, RatingsView } from './BoardRatings.ts';

export const RatingsContext = createContext<BoardRatings | null>(null);

/** Null for everybody but facilitators. */
export function useRatings(): BoardRatings | null {
  return useContext(RatingsContext);
}

const nothing: RatingsView = { ratings: new Map(), isRead: true, failed: null, undoable: null };
const noView = (): RatingsView => nothing;
const noSubscription = (): (() => void) => () => {};

export function useRatingsView(): RatingsView {
  const ratings = useRatings();
  return useSyncExternalStore(ratings?.subscribe ?? noSubscription, ratings?.view ?? noView);
}
