/** Whether this person may change something just now: with their role on this board, and in the running workshop (OFFER-1). */
import { useCallback } from 'react';
import type { CollectionName } from '#shared/map/collections.ts';
import { useReadOnly } from './MapContext.ts';
import { useWhyNot } from './useWhyNot.ts';

/** `id` null: of something new; `field` null: that it comes or goes. */
export type May = (collection: CollectionName, id: string | null, field: string | null) => boolean;

export function useMay(): May {
  const readOnly = useReadOnly();
  const whyNot = useWhyNot();
  return useCallback((...thing) => !readOnly && whyNot(...thing) === null, [readOnly, whyNot]);
}
