/** The drafts of the person on the open board, for whatever shows a field. */
import { createContext, useContext } from 'react';
import type { Drafts } from './Drafts.ts';

export const DraftsContext = createContext<Drafts | null>(null);

export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (drafts === null) throw new Error('there are no drafts around this component');
  return drafts;
}
