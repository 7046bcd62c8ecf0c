/** What the details show: what is chosen, and where it is now when it moved. A placement that others move has another id there. */
import { useEffect, useState } from 'react';
import { useBoardMap, useMap, useSelection } from '#client/map/MapContext.ts';
import { isSameRef, refKey, type EntityRef } from '#client/map/Selection.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';

export interface Shown {
  readonly ref: EntityRef | null;
  /** Stays while it is the same thing, so that its fields stay. */
  readonly key: string;
}

export function useShown(): Shown {
  const map = useMap();
  const chosen = useSelection();
  const { selection } = useBoardMap();
  const [before, setBefore] = useState({ chosen, ref: chosen, key: keyOf(chosen), map });
  const isSame = isSameRef(chosen, before.chosen) || isSameRef(chosen, before.ref);
  const ref = isSame ? (movedTo(before.ref, before.map, map) ?? before.ref) : chosen;
  const key = isSame ? before.key : keyOf(chosen);
  if (!isSameRef(chosen, before.chosen) || !isSameRef(ref, before.ref) || map !== before.map)
    setBefore({ chosen, ref, key, map });
  useEffect(() => {
    if (ref !== null && !isSameRef(ref, chosen)) selection.choose([ref]);
  }, [selection, ref, chosen]);
  return { ref, key };
}

function keyOf(ref: EntityRef | null): string {
  return ref === null ? '' : refKey(ref);
}

/** The one placement of the same organization that came as this one went. */
function movedTo(ref: EntityRef | null, before: PartnershipMap, after: PartnershipMap): EntityRef | null {
  if (ref?.collection !== 'placements' || before === after) return null;
  if (after.placements.some(({ id }) => id === ref.id)) return null;
  const was = before.placements.find(({ id }) => id === ref.id);
  const known = new Set(before.placements.map(({ id }) => id));
  const come = after.placements.filter((one) => one.organization_id === was?.organization_id && !known.has(one.id));
  return come.length === 1 && come[0] ? { collection: 'placements', id: come[0].id } : null;
}
